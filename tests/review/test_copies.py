"""Passages that reports share."""

from __future__ import annotations

import pytest

from kg.model import Finding
from kg.review import compare
from tests.accuracy import shared_lexicon
from tests.review import read, report

PASSAGE = (
    "依托牧民夜校每逢农闲组织双语宣讲，把田间地头变成课堂，由返乡大学生现场翻译，"
    "再以有奖问答检验所学，共发放纪念品120份。"
)


def shared(one: str, other: str) -> list[Finding]:
    first = read(report(one, duty="主持会议。"), name="一.txt")
    text = report(other, duty="带头学法。", title="尼玛县阿索乡2024年度法治政府建设情况报告")
    found = compare([first, read(text, name="二.txt")], shared_lexicon())
    assert len(found[0]) == len(found[1])
    return list(found[0])


def test_both_passages_are_shown() -> None:
    (finding,) = shared(f"（二）普法。{PASSAGE}", f"（三）宣传。{PASSAGE.replace('120', '95')}")
    assert finding.code == "text/copied"
    assert "阿索乡2024年" in finding.message
    assert "依托牧民夜校" in finding.quote
    assert finding.others[0].document == "二.txt"
    assert finding.others[0].quote.endswith("共发放纪念品95份")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PASSAGE, PASSAGE.replace("，把田", "，我乡还把田")),
        (PASSAGE.replace("组织", "我乡组织"), PASSAGE.replace("组织", "全乡组织")),
    ],
)
def test_a_passage_with_a_word_put_in_is_the_same(one: str, other: str) -> None:
    assert len(shared(f"（二）普法。{one}", f"（二）普法。{other}")) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        ("（二）普法。依托夜校组织双语宣讲。", "（二）普法。依托夜校组织双语宣讲。"),
        (
            "（二）学法。增强“四个意识”、坚定“四个自信”、做到“两个维护”，深刻领悟“两个确立”的决定性意义。",
            "（二）学法。增强“四个意识”、坚定“四个自信”、做到“两个维护”，深刻领悟“两个确立”的决定性意义。",
        ),
        (
            "（二）普法。宣传《民法典》、《未成年人保护法》、《预防未成年人犯罪法》、《妇女权益保障法》。",
            "（二）普法。宣传《民法典》、《未成年人保护法》、《预防未成年人犯罪法》、《妇女权益保障法》。",
        ),
    ],
)
def test_formulae_headings_and_short_stretches_are_no_sign(one: str, other: str) -> None:
    # The frame of these reports is short, and alike in both.
    assert shared(one, other) == []


def test_what_many_reports_have_is_no_sign() -> None:
    readings = [
        read(report(f"（二）普法。{PASSAGE}", duty=f"第{n}份。", plan="加强。"), name=f"{n}.txt")
        for n in range(12)
    ]
    assert all(found == () for found in compare(readings, shared_lexicon()))
