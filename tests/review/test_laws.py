"""Questions about laws: what fires, and what must not."""

from __future__ import annotations

import pytest

from tests.review import findings, quotes, read, report


@pytest.mark.parametrize(
    ("sentence", "code", "quote"),
    [
        ("学习《中华人名共和国宪法》。", "law/misspelt", "中华人名共和国宪法"),
        ("宣传《未成年保护法》。", "law/misspelt", "未成年保护法"),
        ("宣传《噪污染防治法》。", "law/misspelt", "噪污染防治法"),
        ("宣传《传染病治防法》。", "law/misspelt", "传染病治防法"),
        ("宣传《消费者权宜保护法》。", "law/misspelt", "消费者权宜保护法"),
        ("宣传《中华人民共和国森法》。", "law/misspelt", "中华人民共和国森法"),
        ("宣传《中华人民共和宪法》。", "law/misspelt", "中华人民共和宪法"),
        ("宣传《中华人民共和行国政处罚法》。", "law/misspelt", "中华人民共和行国政处罚法"),
        ("执行《重大行政决策程序暂行例》。", "law/misspelt", "重大行政决策程序暂行例"),
        ("落实《发治政府建设实施纲要（2021—2025年）》。", "law/misspelt", "发治政府建设实施纲要（2021—2025年）"),
        ("落实《法治中国建设规划（2019—2024年）》。", "law/misnamed", "法治中国建设规划（2019—2024年）"),
        ("宣传《物权法》，清理并废止文件3件。", "law/repealed", "物权法"),
        ("宣传《妇女权益保护法》。", "law/misnamed", "妇女权益保护法"),
        ("落实《法治政府建设实施纲要（2020-2025年）》。", "law/misnamed", "法治政府建设实施纲要（2020-2025年）"),
        ("宣传《婚姻法》等内容。", "law/repealed", "婚姻法"),
        ("认真落实《信访条例》。", "law/repealed", "信访条例"),
        ("严格落实《法治政府建设实施纲要（2015-2020年）》要求。", "law/repealed", "法治政府建设实施纲要（2015-2020年）"),
        ("依据《民营经济促进法》开展检查。", "law/not-yet", "民营经济促进法"),
        ("组织学习《习近平法治思想》2次。", "law/not-instrument", "习近平法治思想"),
        ("严格执行《重大行政决策程序暂行条例》。", "law/applicability", "重大行政决策程序暂行条例"),
    ],
)  # fmt: skip
def test_it_asks(sentence: str, code: str, quote: str) -> None:
    assert quotes(report(f"（二）依法履职。{sentence}"), code) == [quote]


@pytest.mark.parametrize(
    "sentence",
    [
        "学习《中华人民共和国宪法》《宪法》和民法典。",
        "学习《未成年人保护法》《妇女权益保障法》。",
        "学习《习近平法治思想学习纲要》2次，深入学习贯彻习近平法治思想。",
        "民法典施行后，《婚姻法》同时废止。",
        "向群众说明原《婚姻法》与民法典的不同。",
        "《继承法》已废止，按民法典办理。",
        "2020年以前依据《合同法》签订的合同继续有效。",
        "过去依据《婚姻法》办理的登记仍然有效。",
        "贯彻“七五”普法规划收官要求。",
        "组织学习《民营经济促进法》草案。",
        "参照《重大行政决策程序暂行条例》作出决定。",
        "学习《重大行政决策程序暂行条例》。",
        "制定《达果乡2024年普法工作要点》。",
        "执行《广西壮族自治区文明行为促进条例》《达果县优化营商环境条例》。",
        "排演小品《守法光荣》，发放《乡村振兴读本》《村民公约》。",
        "制定《达果乡法治政府建设实施纲要（2022—2026年）》。",
    ],
)
def test_it_does_not_ask(sentence: str) -> None:
    assert findings(report(f"（二）依法履职。{sentence}"), "law/") == []


def test_a_county_is_bound_by_the_rules_for_counties() -> None:
    text = report(
        "（二）规范决策。严格执行《重大行政决策程序暂行条例》。",
        title="尼玛县2024年度法治政府建设情况报告",
    )
    assert findings(text, "law/applicability") == []


def test_what_applies_to_whom_is_not_asked_where_nobody_confirmed_it() -> None:
    text = report("（二）压实责任。严格落实《党政主要负责人履行推进法治建设第一责任人职责规定》。")
    assert findings(text, "law/") == []


def test_a_law_repealed_later_was_in_force() -> None:
    text = report("（二）普法。宣传《婚姻法》。", title="尼玛县达果乡2020年度法治政府建设情况报告")
    assert findings(text, "law/") == []


def test_the_right_name_is_suggested_and_the_ground_is_given() -> None:
    (finding,) = findings(report("（二）普法。宣传《未成年保护法》。"), "law/")
    assert finding.suggestion == "中华人民共和国未成年人保护法"
    assert finding.message.endswith("请复核")
    assert finding.reason
    document = read(report("（二）普法。宣传《未成年保护法》。")).document
    assert document.quote(finding.span) == finding.quote
    assert (finding.line, finding.column) == (5, 10)
