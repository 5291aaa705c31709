"""Items: the least section that says a measure, problem, duty or plan whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents import from_text
from kg.documents.items import items
from kg.lexicon import Lexicon

SEEDS = Path(__file__).parents[2] / "seeds"
LEXICON = Lexicon()

TEXT = """某镇2024年法治政府建设年度报告
2024年，某镇推进依法行政。
一、主要举措和成效
（一）加强学习。全年学法12次。一是领导带头学。班子学法6次。二是全员参加学；
（二）加强普法。开展普法活动3场次。
（二）加强执法。
二、存在的问题
主要表现在：一是意识不强；二是人员不足。
三、党政主要负责人履行推进法治建设第一责任人职责情况
带头学法。
四、下一步打算
1.加强学习。
特此报告。
"""


def test_items_are_the_leaves_with_their_path_and_words() -> None:
    document = from_text(TEXT, name="报告.txt", lexicon=LEXICON)
    found = [(i.path, i.part.value, i.heading, document.quote(i.span)) for i in items(document)]
    assert found == [
        ("一/（一）/一是", "measures", "领导带头学", "一是领导带头学。班子学法6次。"),
        ("一/（一）/二是", "measures", "全员参加学", "二是全员参加学；"),
        ("一/（二）", "measures", "加强普法", "（二）加强普法。开展普法活动3场次。"),
        ("一/（二）", "measures", "加强执法", "（二）加强执法。"),
        ("二/一是", "problems", "意识不强", "一是意识不强；"),
        ("二/二是", "problems", "人员不足", "二是人员不足。"),
        (
            "三",
            "leader_duty",
            "党政主要负责人履行推进法治建设第一责任人职责情况",
            "三、党政主要负责人履行推进法治建设第一责任人职责情况\n带头学法。",
        ),
        ("四/1", "plan", "加强学习", "1.加强学习。"),
    ]
    assert [document.sections[i.section].span for i in items(document)] == [
        i.span for i in items(document)
    ]


def test_a_document_without_sections_has_no_items() -> None:
    assert items(from_text("法治政府", name="报告.txt", lexicon=LEXICON)) == ()


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem)
@pytest.mark.parametrize("instead", ["", "自评自查材料\n"])
def test_a_report_without_its_title_keeps_its_items(path: Path, instead: str) -> None:
    text = path.read_text("utf-8")
    whole = from_text(text, name="报告.txt", lexicon=LEXICON)
    bare = from_text(instead + text[whole.title.end :], name="报告.txt", lexicon=LEXICON)
    assert [item.heading for item in items(bare)] == [item.heading for item in items(whole)]
