"""The network holds facts, each with the words it rests on."""

from __future__ import annotations

from functools import cache

import networkx as nx
import pytest

from kg import names
from kg.graph import turtle
from kg.graph.build import build
from kg.graph.evidence import Evidence, sentence_at
from kg.graph.network import Network, network
from kg.graph.store import Store
from kg.names import BASE, GOV
from tests.accuracy import shared_lexicon
from tests.gold_reading import gold_readings

STRUCTURE = {f"{GOV}{name}" for name in ("within", "of", "type", "indicator", "replacedBy")}


@cache
def samples() -> nx.MultiDiGraph:
    return network(Store(turtle.named(build(gold_readings(), shared_lexicon()))))


def test_every_node_is_described() -> None:
    for iri, about in samples().nodes(data=True):
        assert about.keys() == {"label", "type", "kind", "facts"}, iri
        assert about["type"]
        assert about["label"] != iri


def test_facts_of_figures_can_be_left_out_and_nothing_else() -> None:
    graphs = build(gold_readings(), shared_lexicon())
    shared = turtle.by_subject(graphs.pop(names.VOCABULARY))
    lean = Network(shared, figures=False)
    for graph in graphs.values():
        lean.add(turtle.by_subject(graph))
    drawn = lean.drawn()
    assert dict(drawn.edges) == dict(samples().edges)
    for iri, about in samples().nodes(data=True):
        facts = {} if about["type"] == "Observation" else about["facts"]
        assert drawn.nodes[iri] == about | {"facts": facts}


def test_no_evidence_node_is_drawn() -> None:
    types = {about["type"] for _, about in samples().nodes(data=True)}
    assert types <= {
        *("Township", "County", "Prefecture", "Province", "Law", "Publication", "Institution"),
        *("InstitutionType", "Mechanism", "Role", "Day", "DisputeType", "Observation", "Indicator"),
    }


def test_every_edge_from_a_report_rests_on_words() -> None:
    texts = {r.document.id: r.document.text for r in gold_readings()}
    for _, _, key, about in samples().edges(keys=True, data=True):
        assert about["predicate"] == key
        assert about["label"] != key.removeprefix(GOV)
        assert bool(about["evidence"]) == (key not in STRUCTURE), key
        for quote in about["evidence"]:
            assert isinstance(quote, Evidence)
            assert texts[quote.document][quote.start : quote.end] == quote.quote
            assert quote.quote in quote.sentence


def test_a_law_carries_its_facts() -> None:
    about = samples().nodes[f"{BASE}law/中华人民共和国婚姻法"]
    assert (about["label"], about["type"], about["kind"]) == ("中华人民共和国婚姻法", "Law", "LAW")
    assert about["facts"]["效力状态"] == ["已废止"]
    assert about["facts"]["废止日期"] == ["2021-01-01"]
    assert about["facts"]["被取代"] == ["中华人民共和国民法典"]


def test_a_partner_without_report_says_so() -> None:
    nodes = samples().nodes
    assert nodes[f"{BASE}place/632724200"]["facts"]["报告"] == ["本图谱中没有其报告"]
    assert nodes[f"{BASE}place/540624201"]["facts"]["报告"] == ["多玛乡2024年度报告"]


def test_township_and_type_are_linked_through_the_institution() -> None:
    office = f"{BASE}institution/540629203-司法所"
    assert set(samples().successors(office)) == {
        f"{BASE}place/540629203",
        f"{BASE}institution-type/司法所",
    }


@pytest.mark.parametrize(
    ("text", "start", "end", "sentence"),
    [
        ("一。二三。四", 2, 3, "二三。"),
        ("二三", 0, 1, "二三"),
        ("标题\n 正文；下", 4, 5, "正文；"),
        ("前。跨。句。后", 2, 4, "跨。"),
        ("末", 0, 1, "末"),
        ("前。 中。", 2, 4, " 中。"),
    ],
)
def test_the_sentence_around_a_span(text: str, start: int, end: int, sentence: str) -> None:
    around = sentence_at(text, start, end)
    assert text[around.start : around.end] == sentence
