"""Questions about figures."""

from __future__ import annotations

import pytest

from tests.review import findings, quotes, report


@pytest.mark.parametrize(
    ("measures", "duty", "asked"),
    [
        ("全年累计开展普法活动12场次。", "组织开展“法律进学校”活动24场。", ["12场次"]),
        (
            "全年共开展法治宣传活动12场次。",
            "全年累计开展法治宣传活动18场次。",
            ["12场次"],
        ),
    ],
)
def test_two_figures_that_disagree(measures: str, duty: str, asked: list[str]) -> None:
    assert quotes(report(f"（二）普法。{measures}", duty=duty), "number/conflict") == asked


def test_three_figures_that_disagree_are_asked_about_once() -> None:
    text = report(
        "（二）普法。全年共开展法治宣传活动12场次。全年共开展普法活动14场次。",
        duty="全年共开展法治宣传18场次。",
    )
    (finding,) = findings(text, "number/conflict")
    assert finding.quote == "12场次"
    assert [other.quote for other in finding.others] == ["14场次", "18场次"]
    assert "14场次、18场次" in finding.message


@pytest.mark.parametrize(
    ("measures", "duty"),
    [
        ("全年累计开展普法活动24场次。", "组织开展“法律进学校”活动12场。"),
        ("全年共开展法治宣传活动30余场次。", "全年累计开展法治宣传活动32场次。"),
        ("全年健全调解组织7个、调解员71名，设立中心1个、调解员9名。", "听取汇报。"),
        ("全年开展专项督查4次，整改问题12项。", "全年开展案卷评查2次，整改不规范问题7项。"),
        ("全年共开展法治宣传活动12场次。", "6月集中开展法治宣传活动8场次。"),
        ("全年共开展法治宣传活动12场次。", "2023年全年共开展法治宣传活动9场次。"),
        ("全年共开展法治宣传活动12场次。", "全年司法所共开展法治宣传活动5场次。"),
    ],
)
def test_two_figures_that_can_both_be(measures: str, duty: str) -> None:
    assert findings(report(f"（二）普法。{measures}", duty=duty), "number/") == []


def test_the_plan_is_not_set_against_the_year() -> None:
    text = report(
        "（二）普法。全年共开展法治宣传活动12场次。",
        plan="（一）加大普法宣传力度。全年累计开展法治宣传活动24场次，发放资料，扩大知晓面，提升群众法治意识。",
    )
    assert findings(text, "number/") == []


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("矛盾纠纷调解成功率达100%。", "100%"),
        ("信访事项办结率达98%。", "98%"),
    ],
)
def test_a_rate_of_cases_without_any_case(sentence: str, quote: str) -> None:
    assert quotes(report(f"（二）化解矛盾。{sentence}"), "number/no-base") == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "受理矛盾纠纷12件，调解成功率达100%。",
        "全年调解纠纷30余起，调解成功率达96%。",
        "政务服务事项网上可办率达到100%，群众满意度提升至80%。",
        "持证率达100%。",
    ],
)
def test_a_rate_with_its_base_or_of_no_cases(sentence: str) -> None:
    assert findings(report(f"（二）化解矛盾。{sentence}"), "number/no-base") == []


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("发放资料200份，受益人数6000余人次。", "受益人数6000余人次"),
        ("受教育人数达4000余人次。", "受教育人数达4000余人次"),
        ("受理矛盾纠纷12件，调解成功11件，调解成功率100%。", "100%"),
        ("受理纠纷12件，其中婚姻家庭纠纷15件。", "15件"),
        ("群众满意率达到120%。", "120%"),
    ],
)
def test_units_and_sums(sentence: str, quote: str) -> None:
    assert quotes(report(f"（二）工作。{sentence}"), "number/unit") == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "受教育群众4000余人次，培训人数达60人。",
        "受理矛盾纠纷12件，调解成功12件，调解成功率100%。",
        "受理矛盾纠纷3件，调解成功2件，调解成功率66.7%。",
        "受理纠纷12件，其中婚姻家庭纠纷8件、邻里纠纷4件。",
        "完成年度任务的120%。",
    ],
)
def test_units_and_sums_that_fit(sentence: str) -> None:
    assert findings(report(f"（二）工作。{sentence}"), "number/unit") == []
