from __future__ import annotations

import pytest

from kg import documents, linking, names
from kg.mentions import mechanisms, settle
from tests.accuracy import shared_lexicon

ROWS = [
    # text, canonical name, the entry's label ("" for a name without an entry)
    ("落实“谁执法谁普法”责任制。", "谁执法谁普法责任制", "谁执法谁普法责任制"),
    ("落实“谁执法、谁普法”责任制。", "谁执法谁普法责任制", "谁执法谁普法责任制"),
    ("严格履行重大行政决策法定程序。", "重大行政决策程序", "重大行政决策程序"),
    ("履行公众参与、风险评估、集体讨论决定等法定程序。", "重大行政决策程序", "重大行政决策程序"),
    ("落实规范性文件管理、执法监督等制度。", "规范性文件管理、执法监督制度", ""),
    ("构建共建共治共享的社会治理新格局。", "共建共治共享的社会治理格局", "社会治理格局"),
    ("完善年度述职测评体系。", "述职测评体系", ""),
    ("以“院坝”新模式开展宣讲。", "院坝模式", ""),
    ("执行党组理论中心组学法制度。", "党组理论学习中心组学法制度", "党组理论学习中心组学法制度"),
    ("推行“三项制度”。", "行政执法三项制度", "行政执法三项制度"),
    ("落实政府法律顾问制度。", "政府法律顾问制度", "法律顾问制度"),
    ("坚持新时代“枫桥经验”。", "新时代枫桥经验", "新时代枫桥经验"),
    ("开展法律“七进”。", "法律七进", "法律七进"),
    ("开展“干部下基层群众受教育”宣讲。", "干部下基层 群众受教育", "干部下基层 群众受教育"),
    ("完善矛盾 纠纷多元化解 机制。", "矛盾纠纷多元化解机制", "矛盾纠纷多元化解机制"),
    ("打响“牧歌说法”普法品牌。", "牧歌说法", ""),
]


@pytest.mark.parametrize(("text", "canonical", "entry"), ROWS)
def test_a_mechanism_by_its_plain_name(text: str, canonical: str, entry: str) -> None:
    lexicon = shared_lexicon()
    document = documents.from_text(text, name="row", lexicon=lexicon)
    mentions = settle(mechanisms.find(document, lexicon), lexicon)
    (linked,) = linking.link(document, mentions, lexicon)
    assert linked.canonical == canonical
    assert linked.concept == names.concept("mech", entry or canonical)
    assert (linked.concept in lexicon.concepts) == bool(entry)
