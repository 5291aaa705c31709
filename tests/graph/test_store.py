"""Asking: what goes wrong is said where, and what comes back is plain Python."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kg.graph import results
from kg.graph.store import QueryError, Rows, Store

GRAPH = """
@prefix gov: <https://w3id.org/fazhi-kg/ontology#> .
@prefix role: <https://w3id.org/fazhi-kg/role/> .
@prefix report: <https://w3id.org/fazhi-kg/report/> .
report:a { role:网格员 gov:value 1.50 ; gov:start 3 ; gov:provisional true ; gov:text "=1+1" . }
report:b { role:网格员 gov:start 3 . }
"""


def test_the_union_is_a_set() -> None:
    (row,) = Store(GRAPH).query("SELECT (COUNT(*) AS ?n) { ?s gov:start ?o }")
    assert row == {"n": 1}
    (row,) = Store(GRAPH).query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s gov:start ?o } }")
    assert row == {"n": 2}


def test_values_are_pythons() -> None:
    (row,) = Store(GRAPH).query(
        "SELECT ?s ?v ?n ?b ?none { ?s gov:value ?v ; gov:start ?n ; gov:provisional ?b }"
    )
    assert row == {
        "s": "https://w3id.org/fazhi-kg/role/网格员",
        "v": Decimal("1.5"),
        "n": 3,
        "b": True,
        "none": None,
    }


def test_ask_and_construct_give_rows() -> None:
    store = Store(GRAPH)
    assert store.query("ASK { role:网格员 gov:start 3 }").rows == ((True,),)
    built = store.query("CONSTRUCT { ?s a gov:Role } WHERE { ?s gov:start 3 }")
    assert built.variables == ("subject", "predicate", "object")
    assert len(built) == 1


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHER { ?x ?y ?z }", r"line 1 column 16: expected one of DISTINCT, WHERE"),
        (
            "SELECT ?x\nWHERE { ?x 法:引用 ?z }",
            r"line 2 column 17: nobody declared 法:; known are action, bound",
        ),
        ("", r"not SPARQL.*there is no query"),
        ("SELECT ?x { ?x gov:a ?y", r"column 24: a \{ is not closed\n"),
        ("SELECT ?x WHERE { ?x a }", r"this cannot stand here\n"),
        ("SELECT ?x ?y { ?x a ?y } GROUP BY ?x", r": The SELECT contains a variable"),
        ("# 改\nPREFIX a: <a:>\nINSERT DATA { a:a a:b a:c }", r"INSERT would change the graph"),
        ("load <https://example.org/>", r"LOAD would change the graph"),
        ("SELECT ?x { SERVICE <https://example.org/> { ?x a ?y } }", r"SERVICE asks another"),
    ],
)
def test_what_is_no_sparql_is_said_where(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        Store(GRAPH).query(query)


@pytest.mark.parametrize(
    "query",
    ["SELECT ?service { ?service gov:text 'SERVICE' } # SERVICE", "ASK { ?s gov:service 1 }"],
)
def test_a_word_is_no_service(query: str) -> None:
    Store(GRAPH).query(query)


def test_what_is_no_graph_is_said(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="not a graph file"):
        Store.load(tmp_path / "graph.html")
    broken = tmp_path / "graph.ttl"
    broken.write_text("<a> <b>", "utf-8")
    with pytest.raises(QueryError, match=r"graph\.ttl"):
        Store.load(broken)
    with pytest.raises(FileNotFoundError, match=r"no such graph.*nowhere\.ttl"):
        Store.load(tmp_path / "nowhere.ttl")


ROWS = Rows(
    ("名", "n"), (("=cmd()", Decimal("2.50")), ("https://w3id.org/fazhi-kg/law/宪法", None))
)


def test_rendered_for_the_eye() -> None:
    assert results.render(ROWS, "table").splitlines() == [
        "名        n",
        "────────  ───",
        "=cmd()    2.5",
        "law:宪法",
        "(2 rows)",
    ]


def test_rendered_for_a_spreadsheet() -> None:
    assert results.render(ROWS, "csv").splitlines() == [
        "名,n",
        "'=cmd(),2.5",
        "https://w3id.org/fazhi-kg/law/宪法,",
    ]


def test_rendered_for_a_program() -> None:
    import json

    assert json.loads(results.render(ROWS, "json")) == [
        {"名": "=cmd()", "n": 2.5},
        {"名": "https://w3id.org/fazhi-kg/law/宪法", "n": None},
    ]


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r", "＝", "＋"])
def test_no_cell_is_a_formula(first: str) -> None:
    cell = results.sheet(["x"], [[f"{first}1"]]).split("\r\n", 1)[1].lstrip('"')
    assert cell.startswith("'")
