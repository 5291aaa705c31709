"""What is written can be read, by anybody, and is the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from kg.graph import turtle
from kg.graph.build import build
from kg.names import PREFIXES, gov, law
from tests.accuracy import shared_lexicon
from tests.gold_reading import gold_readings

THING, TEXT = law("信访工作条例"), gov("text")
PYTHON_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def parsed(written: str, format: ox.RdfFormat) -> set[ox.Quad]:
    return set(ox.parse(written.encode(), format=format))


@given(PYTHON_TEXT)
def test_any_text_comes_back(text: str) -> None:
    written = turtle.flat({"g": [(THING, TEXT, turtle.literal(text))]})
    (quad,) = parsed(written, ox.RdfFormat.TURTLE)
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.value == text


@given(PYTHON_TEXT)
def test_any_name_makes_an_iri_that_comes_back(text: str) -> None:
    written = turtle.flat({"g": [(law(text), TEXT, turtle.literal("好"))]})
    (quad,) = parsed(written, ox.RdfFormat.TURTLE)
    assert quad.subject == ox.NamedNode(law(text))


@pytest.mark.parametrize("value", ["0", "12", "-3.50", "460000", "1E+6", "0.001"])
def test_decimals_keep_their_value(value: str) -> None:
    written = turtle.flat({"g": [(THING, gov("value"), turtle.decimal(Decimal(value)))]})
    (quad,) = parsed(written, ox.RdfFormat.TURTLE)
    assert isinstance(quad.object, ox.Literal)
    assert quad.object.datatype.value.endswith("#decimal")
    assert Decimal(quad.object.value) == Decimal(value)


def test_chinese_names_stand_as_prefixed_names() -> None:
    written = turtle.flat(
        {"g": [(THING, gov("replacedBy"), law("法治政府建设实施纲要（2021—2025年）"))]}
    )
    assert "law:信访工作条例 gov:replacedBy law:法治政府建设实施纲要_2021_2025年 ." in written


def test_rdflib_and_pyoxigraph_read_the_same_triples() -> None:
    graphs = build(gold_readings(), shared_lexicon())
    flat = turtle.flat(graphs)
    by_oxigraph = {quad.triple for quad in parsed(flat, ox.RdfFormat.TURTLE)}
    by_rdflib = rdflib.Graph().parse(data=flat, format="turtle").serialize(format="nt11")
    again = {quad.triple for quad in parsed(by_rdflib, ox.RdfFormat.N_TRIPLES)}
    assert by_oxigraph == again
    named = {quad.triple for quad in parsed(turtle.named(graphs), ox.RdfFormat.TRIG)}
    assert named == by_oxigraph
    assert not any(isinstance(t.subject, ox.BlankNode) for t in by_oxigraph)
    assert not any(isinstance(t.object, ox.BlankNode) for t in by_oxigraph)


def test_written_files_are_sorted_and_prefixed() -> None:
    written = turtle.flat(build(gold_readings()[:1], shared_lexicon()))
    header = [line for line in written.splitlines() if line.startswith("@prefix")]
    assert len(header) == len(PREFIXES)
    subjects = [
        line.split()[0] for line in written.splitlines() if line[:1].strip() and line[0] != "@"
    ]
    spaces = [PREFIXES[s.split(":")[0]] + s.partition(":")[2] for s in subjects if s[0] != "<"]
    assert spaces == sorted(spaces)


def test_two_hash_seeds_give_the_same_bytes() -> None:
    code = (
        "import hashlib; from tests.accuracy import SEEDS, shared_lexicon;"
        "from kg.reading import read; from kg.graph import turtle; from kg.graph.build import build;"
        "from tests.graph.test_tables import made;"
        "lexicon = shared_lexicon();"
        "graphs = build([read(p, lexicon) for p in sorted(SEEDS.glob('*.txt'))], lexicon);"
        "trig = turtle.named(graphs);"
        "parts = [turtle.flat(graphs), trig, *made(graphs).values()];"
        "print(hashlib.sha256(''.join(parts).encode()).hexdigest())"
    )
    root = Path(__file__).parents[2]
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(digests) == 1
