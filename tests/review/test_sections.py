"""Questions about the outline."""

from __future__ import annotations

import pytest

from tests.review import findings, report

WHOLE = report()


def test_a_whole_report_is_not_asked_about_its_parts() -> None:
    assert findings(WHOLE) == []


@pytest.mark.parametrize(
    ("lost", "content"),
    [
        ("三、党政主要负责人履行推进法治建设第一责任人职责情况\n乡党委书记主持会议，听取汇报。\n", "党政主要负责人"),
        (WHOLE[WHOLE.index("四、") :], "下一年度"),
        (WHOLE[WHOLE.index("二、") : WHOLE.index("三、")], "不足"),
    ],
)  # fmt: skip
def test_a_part_that_is_absent(lost: str, content: str) -> None:
    (finding,) = findings(WHOLE.replace(lost, ""), "section/")
    assert content in finding.message


def test_a_part_spoken_of_elsewhere_is_asked_about_in_other_words() -> None:
    text = report("（二）压实第一责任人责任。召开会议2次。")
    start, end = text.index("三、"), text.index("四、")
    (finding,) = findings(text[:start] + text[end:], "section/")
    assert "未单列" in finding.message
    assert finding.others[0].quote == "（二）压实第一责任人责任"


def test_a_heading_alone() -> None:
    (finding,) = findings(report(duty=""), "section/")
    assert "只有标题" in finding.message


@pytest.mark.parametrize(
    ("problems", "asked"),
    [
        ("（一）普法形式单一。\n（二）培训不够。", "未见对应的原因"),
        (
            "（一）普法形式单一。\n（二）培训不够。\n（三）由于编制少，执法力量弱。",
            "3项不足中只有1项",
        ),
    ],
)
def test_causes_that_are_promised_and_not_told(problems: str, asked: str) -> None:
    (finding,) = findings(report(problems=problems), "section/")
    assert asked in finding.message


@pytest.mark.parametrize(
    "problems",
    [
        "（一）由于人手少，普法形式单一。\n（二）培训不够，主要原因是经费不足。",
        "（一）普法形式单一。\n（二）培训不够。\n（三）原因分析。人手少。",
    ],
)
def test_causes_that_are_told(problems: str) -> None:
    assert findings(report(problems=problems), "section/") == []


def test_a_text_without_an_outline_is_not_asked_about_it() -> None:
    assert findings("达果乡的一段话，没有标题也没有序号。", "section/") == []
