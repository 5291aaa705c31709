"""Readings become graphs that keep what the types promise."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from msgspec import structs

from kg import claims, documents, names
from kg.graph import questions, shapes, turtle
from kg.graph.build import Graphs, build, report_iris
from kg.graph.knowledge import Knowledge
from kg.graph.report import Misquoted
from kg.graph.store import Store
from kg.model import Finding, Issuer, Level, Mention, Passage, Reading, Span
from kg.names import BASE, PREFIXES, gov
from kg.reading import understand
from tests.accuracy import shared_lexicon
from tests.gold_reading import gold_readings
from tests.test_reading import SOUP

TEXT = "2024年，成立司法所，落实《信访工作条例》。"
LAW = Mention(
    Span(15, 21), "信访工作条例", "LAW", "test", "信访工作条例", names.law("信访工作条例")
)
OFFICE = Mention(Span(8, 11), "司法所", "INST", "test", "司法所", names.concept("inst", "司法所"))


def reading(issuer: Issuer, *mentions: Mention, year: int | None = 2024) -> Reading:
    lexicon = shared_lexicon()
    document = documents.from_text(TEXT, name="t.txt", lexicon=lexicon)
    document = replace(document, issuer=issuer, year=year)
    return Reading(document, mentions, tuple(claims.claim(document, mentions, lexicon)))


def statements(graphs: Graphs) -> set[tuple[str, str, str]]:
    return {
        (s.removeprefix(BASE), p.removeprefix(names.GOV), o.removeprefix(BASE))
        for graph in graphs.values()
        for s, p, o in graph
    }


TOWNSHIP = Issuer("阿索乡", Level.TOWNSHIP, "尼玛县", "那曲市", "西藏自治区", "540629203")
BUREAU = Issuer("安多县公安局", Level.BUREAU, "安多县", "那曲市", "西藏自治区", "540624")
NOWHERE = Issuer("某乡", Level.TOWNSHIP, "某县")


def test_an_edge_from_issuer_and_from_report() -> None:
    found = statements(build([reading(TOWNSHIP, OFFICE, LAW)], shared_lexicon()))
    for subject in ("place/540629203", "report/540629203-2024"):
        assert (subject, "cites", "law/信访工作条例") in found
        assert (subject, "hasInstitution", "institution/540629203-司法所") in found
    office = "institution/540629203-司法所"
    assert (office, "type", "institution-type/司法所") in found
    assert (office, "of", "place/540629203") in found


def test_a_bureau_is_an_institution_of_its_place() -> None:
    found = statements(build([reading(BUREAU, LAW)], shared_lexicon()))
    assert ("institution/540624-公安局", "cites", "law/信访工作条例") in found
    assert ("institution/540624-公安局", "of", "place/540624") in found


def test_a_bureau_has_bodies_of_its_own() -> None:
    body = structs.replace(OFFICE, canonical="党组", concept=names.concept("inst", "党组"))
    found = statements(build([reading(BUREAU, body)], shared_lexicon()))
    mine = "institution/540624-公安局-党组"
    assert ("institution/540624-公安局", "hasInstitution", mine) in found
    assert (mine, "of", "institution/540624-公安局") in found
    assert (mine, f"{PREFIXES['skos']}prefLabel", '"安多县公安局党组"@zh') in found


@settings(max_examples=60, deadline=None)
@given(SOUP)
def test_any_text_makes_a_graph_that_reads_back(text: str) -> None:
    lexicon = shared_lexicon()
    document = documents.from_text(text, name="soup.txt", lexicon=lexicon)
    graphs = build([understand(document, lexicon)], lexicon)
    (row,) = Store(turtle.named(graphs)).query("SELECT ?text { ?r a gov:Report ; gov:text ?text }")
    assert row["text"] == text
    assert not Store(turtle.flat(graphs)).query(questions.named("quotes-that-differ").sparql)


def test_an_issuer_without_code_goes_by_its_chain() -> None:
    found = statements(build([reading(NOWHERE, LAW)], shared_lexicon()))
    assert ("place/某县某乡", "cites", "law/信访工作条例") in found
    assert ("place/某县某乡", "provisional", "true") in found


KNOWN_COUNTY = replace(NOWHERE, county="尼玛县", prefecture="那曲市")
STREET = Issuer("某街道", Level.STREET)
OFFICE_OF_COUNTY = Issuer("某局", Level.BUREAU, "尼玛县")


@pytest.mark.parametrize(
    ("issuer", "iri", "level", "stands"),
    [
        (NOWHERE, "place/某县某乡", "Township", None),
        (KNOWN_COUNTY, "place/那曲市尼玛县某乡", "Township", ("within", "place/540629")),
        (STREET, "place/某街道", "Street", None),
        (OFFICE_OF_COUNTY, "institution/尼玛县-某局", "Bureau", ("of", "place/540629")),
    ],
)
def test_an_issuer_that_no_gazetteer_tells_is_there_still(
    issuer: Issuer, iri: str, level: str, stands: tuple[str, str] | None
) -> None:
    graphs = build([reading(issuer)], shared_lexicon())
    found = statements(graphs)
    assert {(p, o) for s, p, o in found if s == iri and p in ("within", "of")} == (
        {stands} if stands else set()
    )
    knowledge = Knowledge(Store(turtle.named(graphs)))
    assert [(t.iri, t.type) for t in knowledge.issuers] == [(BASE + iri, level)]
    for name in ("reports-by-place", "silences"):
        assert len(knowledge.query(questions.named(name).sparql)), name
    assert shapes.violations(knowledge.rdf) == []


def test_what_is_of_a_class_is_of_the_classes_above() -> None:
    knowledge = Knowledge(Store(turtle.named(build(gold_readings(), shared_lexicon()))))
    missing = """SELECT ?thing ?above { ?thing a ?class . ?class rdfs:subClassOf ?above
      FILTER NOT EXISTS { ?thing a ?above } }"""
    assert not len(knowledge.query(missing))
    assert len(knowledge.query("SELECT ?item { ?item a gov:Item }"))


def test_words_that_are_not_the_texts_are_refused() -> None:
    wrong = structs.replace(LAW, text="信访条例")
    with pytest.raises(Misquoted, match="信访条例"):
        build([reading(TOWNSHIP, wrong)], shared_lexicon())


def test_an_ambiguous_mention_makes_no_edge() -> None:
    doubtful = structs.replace(LAW, concept=None, candidates=(names.law("甲法"), names.law("乙法")))
    found = statements(build([reading(TOWNSHIP, doubtful)], shared_lexicon()))
    assert ("mention/540629203-2024-15-21-LAW", "candidate", "law/甲法") in found
    assert not [s for s in found if s[1] in ("via", "refersTo", "cites")]


def test_two_reports_of_one_issuer_and_year_are_told_apart() -> None:
    one, other = reading(TOWNSHIP, LAW), reading(TOWNSHIP)
    changed = replace(other.document.source, sha256="f" * 64)
    other = replace(other, document=replace(other.document, source=changed))
    first, second = report_iris([one, other])
    assert second == f"{BASE}report/540629203-2024-ffffffff"
    assert first != second
    assert report_iris([one]) == [f"{BASE}report/540629203-2024"]


def test_a_passage_stands_in_the_graph_of_its_report() -> None:
    one, other = reading(TOWNSHIP, LAW), reading(BUREAU, LAW)
    other = replace(other, document=replace(other.document, id="u.txt"))
    words = one.document.quote(LAW.span)
    passage = Passage("u.txt", LAW.span, words)
    finding = Finding(
        "0" * 12, "text/copied", "t.txt", LAW.span, 1, 16, words, "雷同", "", "", (passage,)
    )
    graphs = build([one, other], shared_lexicon(), [[finding], []])
    first, second = report_iris([one, other])
    me = names.passage(second, LAW.span.start, LAW.span.end)
    assert (names.finding(first, finding.id), gov("comparedWith"), me) in graphs[first]
    assert {s for s, _, _ in graphs[second]} >= {me}
    assert not [s for s in graphs[first] if s[0] == me]


def test_a_report_without_year_is_named_by_its_digest() -> None:
    (iri,) = report_iris([reading(TOWNSHIP, year=None)])
    assert len(iri.removeprefix(f"{BASE}report/540629203-")) == 8


def test_the_samples_break_no_shape() -> None:
    graphs = build(gold_readings(), shared_lexicon())
    assert shapes.violations(Knowledge(Store(turtle.named(graphs))).rdf) == []


def test_the_vocabulary_breaks_no_shape() -> None:
    assert shapes.of_ontology() == []


@pytest.mark.parametrize(
    ("broken", "named"),
    [
        ((f"{BASE}place/1", gov("code"), "1"), "place:1 gov:code"),
        ((f"{BASE}mention/1", gov("start"), "3"), "mention:1 gov:end"),
        (
            (f"{BASE}institution/1-所", gov("type"), f"{BASE}institution-type/所"),
            "institution:1-所",
        ),
    ],
)
def test_a_broken_graph_is_told(broken: tuple[str, str, str], named: str) -> None:
    graph = [broken, (f"{BASE}place/1", turtle.RDF_TYPE, gov("Place"))]
    found = shapes.violations(Knowledge(Store(turtle.flat({"g": graph}))).rdf)
    assert any(named in line for line in found)


def test_only_what_is_referred_to_is_described() -> None:
    graphs = build([reading(TOWNSHIP, LAW)], shared_lexicon())
    found = statements(graphs)
    described = {s for s, p, _ in found if p == "code"}
    assert described == {"place/540629203", "place/540629", "place/5406", "place/54"}
    expected = {s for s, p, _ in found if p == "expectedOf"}
    laws = {s for s, p, o in found if o.endswith("ontology#Law") and s.startswith("law/")}
    assert laws - expected <= {"law/信访工作条例"}
