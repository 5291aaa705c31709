"""A query for a term that the schema does not have is told, whatever form the term is in."""

from __future__ import annotations

import pytest

from kg.graph.store import Store
from kg.graph.terms import unknown_terms

GRAPH = """
@prefix gov: <https://w3id.org/fazhi-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
gov:cites rdfs:label "引用"@zh . gov:Township rdfs:label "乡镇"@zh . gov:states rdfs:label "陈述"@zh .
gov:r gov:used gov:x .
"""
SITES = ["gov:sites is no term of the graph's schema; did you mean gov:cites?"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELECT ?x { ?x gov:sites ?y ; gov:sites ?z }", SITES),
        ("SELECT ?x { ?x <https://w3id.org/fazhi-kg/ontology#sites> ?y }", SITES),
        ("PREFIX g: <https://w3id.org/fazhi-kg/ontology#>\nSELECT ?x { ?x g:sites ?y }", SITES),
        (
            "SELECT ?x { ?x a gov:Townships }",
            ["gov:Townships is no term of the graph's schema; did you mean gov:Township?"],
        ),
        (
            "SELECT ?x { ?x a gov:township }",
            ["gov:township is no term of the graph's schema; did you mean gov:Township?"],
        ),
        ("ASK { ?x gov:qqq ?y }", ["gov:qqq is no term of the graph's schema"]),
        ("SELECT ?x { ?x gov:cites/gov:used ?y . ?z a gov:Township, gov:x }", []),
        ("SELECT ?x { ?x gov:cites 'gov:sites' } # gov:sites", []),
        ('SELECT ?x { ?x gov:cites """a "b" gov:sites""" }', []),
        ("PREFIX gov: <https://example.org/>\nSELECT ?x { ?x gov:sites ?y }", []),
        ("SELECT ?x { ?x law:sites ?y }", []),
    ],
)
def test_terms_the_schema_does_not_have(query: str, said: list[str]) -> None:
    store = Store(GRAPH)
    store.query(query)
    assert unknown_terms(store, query) == said
