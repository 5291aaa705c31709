"""Ask a graph in SPARQL: the union of its named graphs is the default, the prefixes are known.

The union is a set: what two reports both say of one thing is there once, so that counts are right.

Reading and answering are pyoxigraph's. A file that is no graph and a query that is no SPARQL raise
``QueryError``, which says what and where; so does one that would change the graph or ask another
machine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from errno import ENOENT
from pathlib import Path

import pyoxigraph as ox

from kg.graph.turtle import Graph, by_subject, write
from kg.names import PREFIXES

Value = str | int | float | Decimal | bool | None
"""An IRI or text, a number, a truth value; None where a variable is unbound."""

_FORMATS = {".ttl": ox.RdfFormat.TURTLE, ".trig": ox.RdfFormat.TRIG, ".nq": ox.RdfFormat.N_QUADS}
_NO_CODE = re.compile(r"""<[^<>\s]*>|"[^"\n]*"|'[^'\n]*'|(?m:^|(?<=\s))#.*""")
_PREFIX = re.compile(r"(?<![\w?$:.-])([^\W\d][\w-]*):")
_DECLARED = re.compile(r"(?i:prefix)\s+([^\W\d][\w-]*):")
_UPDATE = re.compile(
    r"(?i)(?:\s|(?:PREFIX|BASE)\b[^\n]*)*"
    r"(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b"
)
_SERVICE = re.compile(r"(?i)(?<![\w?$:-])SERVICE(?![\w:-])")
_FEW = 4
_UNION = ox.DefaultGraph()
_WRITTEN = (ox.NamedNode, ox.Literal)
_XSD = PREFIXES["xsd"]


class QueryError(ValueError):
    """A query or a graph file that cannot be understood."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a query: a row of values for each solution."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return (dict(zip(self.variables, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)


class Store:
    """A graph to be asked."""

    def __init__(self, graph: str, *, format: ox.RdfFormat = ox.RdfFormat.TRIG) -> None:
        """Read a graph from its text."""
        self._store = ox.Store()
        self._store.load(input=graph.encode(), format=format)
        self._unite()

    @classmethod
    def load(cls, path: Path) -> Store:
        """Read a graph file: .ttl, .trig or .nq."""
        format = _FORMATS.get(path.suffix.lower())
        if format is None:
            raise QueryError(f"{path}: not a graph file; give one of {', '.join(_FORMATS)}")
        if not path.is_file():
            raise FileNotFoundError(ENOENT, "no such graph; make one with kg build", str(path))
        store = cls("")
        try:
            store._store.load(path=str(path), format=format)
        except SyntaxError as error:
            raise QueryError(f"{path}: {error}") from error
        store._unite()
        return store

    def _unite(self) -> None:
        self._store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")

    def query(self, sparql: str) -> Rows:
        """Answer a query. ASK gives one row, CONSTRUCT a row for each triple."""
        code = _NO_CODE.sub(" ", sparql)
        if update := _UPDATE.match(code):
            raise QueryError(
                f"{update[1].upper()} would change the graph, and queries only read;"
                " change the reports or the vocabulary and build anew"
            )
        if _SERVICE.search(code):
            raise QueryError(
                "SERVICE asks another machine, and queries here never do; leave it out"
            )
        try:
            answer = self._store.query(sparql, prefixes=PREFIXES)
        except SyntaxError as error:
            raise QueryError(_explain(sparql, str(error))) from error
        if isinstance(answer, ox.QuerySolutions):
            names = tuple(variable.value for variable in answer.variables)
            return Rows(names, tuple(tuple(map(_value, solution)) for solution in answer))
        if isinstance(answer, ox.QueryBoolean):
            return Rows(("answer",), ((bool(answer),),))
        triples = ((_value(t.subject), _value(t.predicate), _value(t.object)) for t in answer)
        return Rows(("subject", "predicate", "object"), tuple(sorted(triples, key=repr)))

    def by_subject(self) -> Graph:
        """Return the union of all graphs as statements, by subject."""
        triples = self._store.quads_for_pattern(None, None, None, _UNION)
        return by_subject(
            (t.subject.value, t.predicate.value, write(t.object))
            for t in triples
            if isinstance(t.subject, ox.NamedNode) and isinstance(t.object, _WRITTEN)
        )

    def ntriples(self) -> bytes:
        """Return the union of all graphs as N-Triples, for other libraries to parse."""
        triples = (q.triple for q in self._store.quads_for_pattern(None, None, None, _UNION))
        return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""


def _value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> Value:
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    kind = term.datatype.value.removeprefix(_XSD)
    try:
        if kind in ("integer", "int", "long"):
            return int(term.value)
        if kind == "decimal":
            return Decimal(term.value)
        if kind in ("double", "float"):
            return float(term.value)
    except ValueError:
        return term.value
    return term.value == "true" if kind == "boolean" else term.value


def _explain(sparql: str, message: str) -> str:
    """Say where a query goes wrong, with the line and a mark under the column.

    >>> print(_explain("SELECT ?x WHER {}", "error at 1:16: expected WHERE"))
    not SPARQL, line 1 column 16: expected WHERE
      SELECT ?x WHER {}
                     ^
    """
    place, _, rest = message.removeprefix("error at ").partition(": ")
    line, _, column = place.partition(":")
    if not (line.isdigit() and column.isdigit()):
        return f"not SPARQL: {message}"
    code = _NO_CODE.sub("", sparql)
    expected = _expected(rest, code)
    declared = PREFIXES.keys() | set(_DECLARED.findall(code))
    unknown = sorted(set(_PREFIX.findall(code)) - declared)
    if unknown:
        expected = f"nobody declared {unknown[0]}:; known are {', '.join(sorted(PREFIXES))}"
    lines = sparql.splitlines() or [""]
    shown = lines[min(int(line), len(lines)) - 1]
    mark = " " * (int(column) - 1) + "^"
    return f"not SPARQL, line {line} column {column}: {expected}\n  {shown}\n  {mark}"


def _expected(message: str, code: str) -> str:
    """Say in a sentence what the parser says in its whole grammar."""
    if not code.strip():
        return "there is no query"
    items = " ".join(message.split()).removeprefix("expected ").removeprefix("one of ").split(", ")
    if said := [item for item in items if item.startswith("The ")]:
        return said[0]
    if code.count("{") > code.count("}"):
        return "a { is not closed"
    if len(items) > _FEW or not all(item.isalpha() for item in items):
        return "this cannot stand here"
    return f"expected {'one of ' * (len(items) > 1)}{', '.join(items)}"
