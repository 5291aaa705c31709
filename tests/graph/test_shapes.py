"""What breaks a rule is told: each row takes something from a sound graph, or adds something."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, RDFS, SKOS, XSD, BNode, Literal, URIRef

from kg.graph import shapes, turtle
from kg.graph.knowledge import Knowledge
from kg.graph.store import Store
from kg.lexicon import ontology_folder
from kg.names import BASE, GOV
from tests.graph.test_golden import small_graphs

G = rdflib.Namespace(GOV)
REPORT = URIRef(f"{BASE}report/540624201-2024")
ISSUER = URIRef(f"{BASE}place/540624201")
OFFICE = URIRef(f"{BASE}institution/540624201-派出所")
MENTION = URIRef(f"{BASE}mention/540624201-2024-28-32-INST")
FIGURE = URIRef(f"{BASE}observation/540624201-2024-46-51")
PROBLEM = URIRef(f"{BASE}item/540624201-2024-75")
FINDING = URIRef(f"{BASE}finding/540624201-2024-0123456789ab")
PASSAGE = URIRef(f"{BASE}passage/540624201-2024-57-60")
LAW = URIRef(f"{BASE}law/中华人民共和国婚姻法")
MECHANISM = URIRef(f"{BASE}mechanism/首问负责制")
NEW = URIRef(f"{BASE}mechanism/新机制")

Taken = tuple[URIRef, URIRef]
Added = tuple[rdflib.term.Node, URIRef, rdflib.term.Node]


@cache
def sound() -> bytes:
    return Store(turtle.named(small_graphs())).ntriples()


def changed(taken: tuple[Taken, ...], added: tuple[Added, ...]) -> rdflib.Graph:
    graph = rdflib.Graph().parse(data=sound(), format="nt")
    for subject, predicate in taken:
        assert (subject, predicate, None) in graph, "nothing to take away"
        graph.remove((subject, predicate, None))
    for triple in added:
        graph.add(triple)
    return graph


def test_a_sound_graph_breaks_nothing() -> None:
    assert shapes.violations(Knowledge(Store(turtle.named(small_graphs()))).rdf) == []


@pytest.mark.parametrize(
    ("taken", "added", "node"),
    [
        ([], [(REPORT, G.adopts, MECHANISM)], "report:"),
        ([], [(ISSUER, G.cites, LAW), (ISSUER, G.adopts, MECHANISM)], "place:540624201"),
        ([(MENTION, G.refersTo)], [], "mention:"),
        ([(MENTION, RDF.type)], [], "mention:"),
        ([(MENTION, G.exact)], [(MENTION, G.exact, Literal("乡司法所"))], "report:"),
        ([(MENTION, G.start)], [(MENTION, G.start, Literal("28"))], "mention:"),
        ([(MENTION, G.kind)], [(MENTION, G.kind, Literal(3))], "mention:"),
        ([], [(MENTION, G.function, LAW)], "mention:"),
        ([(FIGURE, G.year)], [], "observation:"),
        ([], [(FIGURE, G["upper"], Literal("3.0", datatype=XSD.decimal))], "observation:"),
        (
            [(FIGURE, G["value"])],
            [(FIGURE, G["value"], Literal("-3.0", datatype=XSD.decimal))],
            "observation:",
        ),
        ([(FIGURE, G["value"])], [(FIGURE, G["value"], Literal("30"))], "observation:"),
        ([(FIGURE, G.unit)], [(FIGURE, G.unit, MECHANISM)], "observation:"),
        ([(OFFICE, G.type)], [], "institution:"),
        ([(OFFICE, G.of)], [], "institution:"),
        ([(OFFICE, G.type)], [(OFFICE, G.type, MECHANISM)], "institution:"),
        ([(MECHANISM, SKOS.prefLabel)], [], "mech:"),
        ([(MECHANISM, SKOS.prefLabel)], [(MECHANISM, SKOS.prefLabel, Literal("制"))], "mech:"),
        ([(PROBLEM, G.text)], [], "item:"),
        ([(PROBLEM, G.text)], [(PROBLEM, G.text, Literal(""))], "item:"),
        ([(ISSUER, G.within)], [], "place:540624201"),
        ([(ISSUER, G.within)], [(ISSUER, G.within, LAW)], "place:540624201"),
        ([(ISSUER, G.code)], [(ISSUER, G.code, Literal(540624201))], "place:540624201"),
        ([(REPORT, G.year)], [], "report:"),
        ([(REPORT, G.year)], [(REPORT, G.year, Literal("2024"))], "report:"),
        ([(REPORT, G.issuer)], [(REPORT, G.issuer, LAW)], "law:"),
        ([], [(REPORT, G.adopts, LAW), (MENTION, G.refersTo, LAW)], "report:"),
        ([], [(ISSUER, G.cooperatesWith, ISSUER)], "place:540624201"),
        ([], [(LAW, G.repealed, Literal("2021年"))], "law:"),
        ([(FINDING, G.exact)], [], "finding:"),
        ([(FINDING, G.exact)], [(FINDING, G.exact, Literal("收养法"))], "report:"),
        ([(FINDING, G.start), (FINDING, G.end)], [], "finding:"),
        ([(FINDING, G.report)], [], "finding:"),
        ([(FINDING, G.of)], [], "finding:"),
        ([(FINDING, G.ground)], [], "finding:"),
        ([(FINDING, G.findingCode)], [(FINDING, G.findingCode, Literal("repealed"))], "finding:"),
        ([(FINDING, G.suggestion)], [(FINDING, G.suggestion, Literal(""))], "finding:"),
        (
            [(FINDING, SKOS.prefLabel)],
            [(FINDING, SKOS.prefLabel, Literal("引用错误", lang="zh"))],
            "不作评价",
        ),
        ([], [(FINDING, G["value"], Literal("3.0", datatype=XSD.decimal))], "finding:"),
        ([], [(FINDING, G.order, Literal(1))], "finding:"),
        ([], [(FINDING, G.comparedWith, Literal("索加乡"))], "finding:"),
        ([(PASSAGE, G.exact)], [], "passage:"),
        ([(PASSAGE, G.exact)], [(PASSAGE, G.exact, Literal("莫云乡"))], "report:"),
        ([(PASSAGE, G.part)], [], "passage:"),
        ([], [(BNode(), RDF.type, G.Mechanism)], "空白节点"),
        ([], [(NEW, RDF.type, G.Mechanism)], "mech:"),
    ],
)
def test_what_is_broken_is_told(taken: list[Taken], added: list[Added], node: str) -> None:
    found = shapes.violations(changed(tuple(taken), tuple(added)))
    assert any(node in line for line in found), found


def test_every_term_of_a_graph_is_declared_in_it() -> None:
    graph = changed((), ())
    used = {str(t) for triple in graph for t in triple if isinstance(t, URIRef)}
    terms = {URIRef(t) for t in used if t.startswith(GOV)}
    assert {t for t in terms if (t, RDF.type, None) not in graph} == set()
    assert {t for t in terms if len(set(graph.objects(t, RDFS.comment))) != 2} == set()


def test_a_term_that_nobody_explains_is_told(tmp_path: Path) -> None:
    for path in ontology_folder().glob("*.ttl"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    added = f"<{GOV}Ferry> a <{GOV}Boat> ; <{RDFS.label}> '渡船'@zh ."
    (tmp_path / "added.ttl").write_text(added, "utf-8")
    told = [line for line in shapes.of_ontology(tmp_path) if "Ferry" in line or "Boat" in line]
    assert "gov:Boat: used and not declared; add its owl:Class or property" in told
    assert "gov:Ferry: no rdfs:label@en" in told
    assert "gov:Ferry: no rdfs:comment@zh" in told
