"""The review as a whole: its data, the samples, any text whatsoever, its cost."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Finding
from kg.reading import read as read_file
from kg.review import COPIED, RULES, check, review
from tests.accuracy import SEEDS, shared_lexicon
from tests.review import read, report

CODES = {*RULES, COPIED}
EXPECTED = {
    "多玛": ["number/unit 受益人数6000余人次", "section/missing 安多县多玛乡", "section/missing 二、存在问题"],
    "达果": ["text/duplicate 建设建设", "number/conflict 12 场次",
             "number/no-base 100%", "law/misspelt 中华人民共和国未成年保护法"],
    "阿索": ["text/numbering （1）", "text/numbering （二）深化", "law/misnamed 领导干部应知应会",
             "law/not-instrument 习近平法治思想", "section/missing 二、2024年"],
    "古堆": ["law/misspelt 中华人名共和国宪法", "text/lost 解答群众法律营造", "text/numbering (三)",
             "section/missing 二、2024年度", "law/applicability 重大行政决策程序暂行条例"],
    "聂荣": ["text/numbering 二是抓好干部学法", "law/misnamed 妇女权益保护法", "law/misnamed 消费者权益法",
             "law/repealed 婚姻法", "number/unit 受教育人数达4000余人次", "section/missing 聂荣镇2024年"],
}  # fmt: skip


@pytest.fixture(scope="module")
def samples() -> dict[str, list[Finding]]:
    lexicon = shared_lexicon()
    readings = [read_file(path, lexicon) for path in sorted(SEEDS.glob("*.txt"))]
    return {r.document.id: list(r.findings) for r in review(readings, lexicon)}


@pytest.mark.parametrize("place", EXPECTED)
def test_the_samples(samples: dict[str, list[Finding]], place: str) -> None:
    (found,) = [found for name, found in samples.items() if place in name]
    told = [f"{f.code} {f.quote}" for f in found]
    for expected in EXPECTED[place]:
        assert any(line.startswith(expected) for line in told), (expected, told)
    assert len(found) <= len(EXPECTED[place]) + 2


def test_every_rule_has_its_words_and_asks() -> None:
    rules = shared_lexicon().rules
    assert set(rules.codes) == CODES
    for key, rule in rules.rules.items():
        assert rule.code == key.partition("#")[0]
        assert "请复核" in rule.message, key
        assert rule.reason.endswith("。"), key
        assert not rule.source or re.fullmatch(r"\d{4}-\d{2}-\d{2}", rule.date), key
        assert not re.search("错误|不合格|评分|得分|扣分|排名", rule.message), key


def test_every_law_that_applicability_speaks_of_is_in_the_catalogue() -> None:
    lexicon = shared_lexicon()
    assert lexicon.rules.applicability.keys() <= lexicon.laws.by_iri.keys()
    assert lexicon.rules.totals.keys() <= lexicon.concepts.keys()


def test_nothing_depends_on_the_order_of_reports() -> None:
    lexicon = shared_lexicon()
    readings = [read_file(path, lexicon) for path in sorted(SEEDS.glob("*.txt"))]
    forward = {r.document.id: r.findings for r in review(readings, lexicon)}
    backward = {r.document.id: r.findings for r in review(readings[::-1], lexicon)}
    assert forward == backward


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(
            st.sampled_from("一二三（）()、。，：；是要余份件人次%XX《》“”年20245第其中建设工作\n \u3000😀"),
            st.characters(exclude_categories=["Cs"]),
        ),
        max_size=300,
    )
)  # fmt: skip
def test_any_text_is_reviewed(text: str) -> None:
    lexicon = shared_lexicon()
    for body in (text, report(text, problems=text, plan=text)):
        reading = read(body)
        for finding in review([reading, reading], lexicon)[0].findings:
            assert reading.document.quote(finding.span) == finding.quote
            assert finding.line >= 1
            assert finding.column >= 1


def test_a_report_costs_little() -> None:
    lexicon = shared_lexicon()
    readings = [read_file(path, lexicon) for path in sorted(SEEDS.glob("*.txt"))]
    for reading in readings:
        check(reading, lexicon)
    taken = []
    for _ in range(5):  # the least of several: others use the machine too
        began = time.process_time()
        for reading in readings:
            check(reading, lexicon)
        taken.append((time.process_time() - began) / len(readings))
    assert min(taken) < 0.02


@pytest.mark.parametrize("unit", ["建设", "一是", "（", "余份，", "“”", "12件，", "《", "。"])
def test_a_long_text_of_one_thing_is_reviewed_in_time(unit: str) -> None:
    lexicon = shared_lexicon()
    reading = read(report(unit * (60_000 // len(unit))))
    began = time.process_time()
    check(reading, lexicon)
    assert time.process_time() - began < 5
