"""Which edge a mention is evidence of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from kg import claims, documents, names
from kg.model import Issuer, Level, Mention, Reading, Span
from kg.names import GOV
from tests.accuracy import shared_lexicon
from tests.gold_reading import gold_readings

TOWNSHIP = Issuer("多玛乡", Level.TOWNSHIP, "安多县", "那曲市", "西藏自治区", "540624201")
MEASURES = "某乡报告\n一、主要举措和成效\n（一）工作。"
PROBLEMS = "某乡报告\n一、存在的问题和不足\n（一）问题。"
PLAN = "某乡报告\n一、下一步工作计划\n（一）打算。"
SUOJIA = names.place("632724200")


def edges(lead: str, sentence: str, words: str, kind: str, concept: str) -> list[str]:
    lexicon = shared_lexicon()
    text = lead + sentence
    document = replace(
        documents.from_text(text, name="t.txt", lexicon=lexicon), issuer=TOWNSHIP, year=2024
    )
    start = text.index(words, len(lead))
    mention = Mention(Span(start, start + len(words)), words, kind, "test", words, concept)
    found = claims.claim(document, [mention], lexicon)
    return [claim.predicate.removeprefix(GOV) for claim in found]


@pytest.mark.parametrize(
    ("lead", "sentence", "words", "kind", "edge"),
    [
        (MEASURES, "建立首问负责制。", "首问负责制", "MECH", "adopts"),
        (PLAN, "推行首问负责制。", "首问负责制", "MECH", "plans"),
        (PROBLEMS, "尚未建立首问负责制。", "首问负责制", "MECH", "lacks"),
        (PROBLEMS, "合法性审查机制仍未形成，人手不足。", "合法性审查机制", "MECH", "lacks"),
        (PROBLEMS, "部分村法律顾问制度缺失。", "法律顾问制度", "MECH", "lacks"),
        (PROBLEMS, "首问负责制落实不力，台账缺失。", "首问负责制", "MECH", "mentions"),
        (PROBLEMS, "首问负责制执行不严。", "首问负责制", "MECH", "mentions"),
        (PROBLEMS, "缺乏经费，首问负责制执行不严。", "首问负责制", "MECH", "mentions"),
        (MEASURES, "设立司法所。", "司法所", "INST", "hasInstitution"),
        (PLAN, "设立司法所。", "司法所", "INST", "plans"),
        (PLAN, "发挥司法所作用。", "司法所", "INST", "mentions"),
        (MEASURES, "发挥网格员作用。", "网格员", "ROLE", "engages"),
        (PLAN, "发挥网格员作用。", "网格员", "ROLE", "mentions"),
        (PLAN, "配备网格员。", "网格员", "ROLE", "plans"),
        (PLAN, "化解邻里纠纷。", "邻里纠纷", "DISPUTE", "plans"),
        (PLAN, "学习信访工作条例。", "信访工作条例", "LAW", "cites"),
        (PROBLEMS, "对信访工作条例学习不够。", "信访工作条例", "LAW", "cites"),
        (MEASURES, "组织学习《习近平法治思想》。", "习近平法治思想", "LAW", "mentions"),
    ],
)
def test_standing_and_cue_choose_the_edge(
    lead: str, sentence: str, words: str, kind: str, edge: str
) -> None:
    assert edges(lead, sentence, words, kind, names.concept(kind.lower(), words)) == [edge]


@pytest.mark.parametrize(
    ("sentence", "edge"),
    [
        ("与青海省治多县索加乡签订协议书。", "cooperatesWith"),
        ("同索加乡开展联防联调。", "cooperatesWith"),
        ("与索加乡群众座谈。", "mentionsPlace"),
        ("索加乡开展联防联调。", "mentionsPlace"),
        ("与邻县签订协议。索加乡来访。", "mentionsPlace"),
    ],
)
def test_a_partner_is_one_the_sentence_joins(sentence: str, edge: str) -> None:
    assert edges(MEASURES, sentence, "索加乡", "PLACE", SUOJIA) == [edge]


def test_a_plan_to_cooperate_is_not_cooperation() -> None:
    assert edges(PLAN, "与索加乡签订协议书。", "索加乡", "PLACE", SUOJIA) == ["mentionsPlace"]


@pytest.mark.parametrize("code", ["540624201", "540624", "5406", "54"])
def test_the_issuer_and_what_stands_above_it_are_no_claim(code: str) -> None:
    assert edges(MEASURES, "在多玛乡开展工作。", "多玛乡", "PLACE", names.place(code)) == []


def test_a_province_is_no_partner_of_a_township() -> None:
    sentence = "与青海省接壤县区紧密协作。"
    assert edges(MEASURES, sentence, "青海省", "PLACE", names.place("63")) == ["mentionsPlace"]


def test_what_is_ambiguous_claims_nothing() -> None:
    reading = gold_readings()[0]
    doubtful = tuple(
        structs.replace(m, concept=None, candidates=("a", "b")) for m in reading.mentions
    )
    assert list(claims.claim(reading.document, doubtful, shared_lexicon())) == []


def test_two_bodies_joined_are_two() -> None:
    reading: Reading = next(r for r in gold_readings() if r.document.issuer.name == "聂荣镇")
    joined = [c.object for c in reading.claims if c.evidence.text == "聂荣镇党委政府"]
    assert [iri.rpartition("-")[2] for iri in joined] == ["党委", "人民政府"]


def test_every_claim_rests_on_a_mention_of_the_document() -> None:
    for reading in gold_readings():
        assert all(claim.evidence in reading.mentions for claim in reading.claims)
        assert all((c.function is not None) == (c.evidence.kind == "LAW") for c in reading.claims)
