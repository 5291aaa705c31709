"""Questions about shortcomings without a plan, and about people."""

from __future__ import annotations

import pytest

from kg.review import compare
from tests.accuracy import shared_lexicon
from tests.review import findings, quotes, read, report


@pytest.mark.parametrize(
    "problem", ["行政决策机制及制度建设仍需进一步加强和完善", "政务公开不及时", "执法力量薄弱"]
)
def test_a_shortcoming_the_plan_is_silent_on(problem: str) -> None:
    text = report(problems=f"由于基础差，表现在：一是{problem}；二是普法力度不够。")
    assert quotes(text, "closure/") == [problem]


@pytest.mark.parametrize(
    ("problem", "plan"),
    [
        ("普法形式单一", "（一）创新普法方式，用好新媒体，开展群众喜闻乐见的活动，提升实效，扩大覆盖面。"),
        ("季节性人口激增与执法力量不匹配", "（一）健全流动人口服务机制，完善登记办法，做到底数清、情况明，动态更新数据。"),
        ("产业发展动能不足", "（一）加大普法力度，开展培训，丰富形式，提升干部群众的法治意识和依法办事的能力。"),
        ("执法力量薄弱", "（一）针对存在的问题逐项整改，压实责任，明确时限，定期调度，确保取得实际的成效。"),
        ("执法力量薄弱", "加强。"),
    ],
)  # fmt: skip
def test_a_shortcoming_that_is_answered_or_that_nobody_can_tell(problem: str, plan: str) -> None:
    assert findings(report(problems=f"由于基础差，一是{problem}；", plan=plan), "closure/") == []


def test_last_years_shortcoming_word_for_word() -> None:
    problem = "（一）部分干部运用法治思维解决问题的能力还不够强，原因是培训少。"
    now = read(report(problems=problem))
    title = "尼玛县达果乡2023年度法治政府建设情况报告"
    before = read(report(problems=problem, title=title), name=f"{title}.txt")
    this_year, last_year = compare([now, before], shared_lexicon())
    (again,) = [f for f in this_year if f.code == "closure/unanswered"]
    assert "2023年度" in again.message
    assert again.others[0].quote == problem.removesuffix("")
    assert [f for f in last_year if f.code == "closure/unanswered"] == []


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("联系电话13812345678。", "13812345678"),
        ("身份证号110101199003071234。", "110101199003071234"),
        ("调解村民王建国与邻居的草场纠纷。", "王建国"),
        ("申请执行（2024）藏06民初123号判决。", "（2024）藏06民初123号"),
    ],
)
def test_what_tells_who_somebody_is(sentence: str, quote: str) -> None:
    assert quotes(report(f"（二）调解。{sentence}"), "privacy/") == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "拨打12348热线，涉及资金46000000000元。",
        "调解村民张某与李某的纠纷。",
        "乡党委书记王建国任组长。",
        "组织村民与干部座谈，居民和商户参加。",
        "印发那政发〔2024〕12号文件。",
    ],
)
def test_what_tells_nobody(sentence: str) -> None:
    assert findings(report(f"（二）调解。{sentence}"), "privacy/") == []
