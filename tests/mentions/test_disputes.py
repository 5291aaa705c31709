from __future__ import annotations

import pytest

from kg import documents
from kg.mentions import disputes, settle
from tests.accuracy import shared_lexicon

ROWS = [
    ("村里化解邻里纠纷7起、草场纠纷2起。", ["邻里纠纷", "草场纠纷"]),
    ("聚焦建筑领域劳资纠纷易发点。", ["劳资纠纷"]),
    ("成功调解跨省纠纷1起。", ["跨省纠纷"]),
    ("联合排查边界牧户纠纷。", ["边界牧户纠纷"]),
    (
        "调处农村土地承包纠纷、山林权属纠纷、宅基地纠纷。",
        ["农村土地承包纠纷", "山林权属纠纷", "宅基地纠纷"],
    ),
    ("社区调解物业纠纷和邻里矛盾纠纷。", ["物业纠纷", "邻里矛盾纠纷"]),
    ("化解婚姻家庭、邻里、土地等纠纷30件。", ["婚姻家庭、邻里、土地等纠纷"]),
    ("重点关注婚恋、家庭、邻里等矛盾纠纷。", ["婚恋、家庭、邻里等矛盾纠纷"]),
    ("排查砂石、土地、邻里等纠纷隐患。", ["砂石、土地、邻里等纠纷"]),
    ("推动宅基地等纠纷化解。", ["宅基地等纠纷"]),
    ("受理医患纠纷4件，劳动争议11件。", ["医患纠纷", "劳动争议"]),
    ("实质性化解行政争议。", ["行政争议"]),
    ("调解蜂箱纠纷1起。", ["蜂箱纠纷"]),
    ("妥处家庭邻里纠纷。", ["家庭邻里纠纷"]),
    ("共受理矛盾纠纷12件，化解纠纷12件。", []),
    ("排查社会矛盾纠纷、信访矛盾纠纷和重大纠纷。", []),
    ("调解各类民间纠纷300余件，确保纠纷不出村。", []),
    ("成立医疗纠纷人民调解委员会、物业纠纷调解中心。", []),
    ("贯彻《医疗纠纷预防和处理条例》《农村土地承包经营纠纷调解仲裁法》。", []),
    ("有效防范群体性纠纷，推动矛盾纠纷化解。", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_kinds_of_dispute(text: str, expected: list[str]) -> None:
    lexicon = shared_lexicon()
    document = documents.from_text(text, name="row", lexicon=lexicon)
    assert [m.text for m in settle(disputes.find(document, lexicon), lexicon)] == expected
