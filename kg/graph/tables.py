"""The graph as CSV tables, gathered while its graphs pass: mentions, figures, institutions, laws.

What each holds is said in SPARQL in tests/graph/tables, and the tests ask the whole graph for it.
A vocabulary folder may bring tables of its own (``tables/*.rq``), which are asked so. Every cell
that begins like a formula is made text; whoever writes the files puts a byte order mark before
them, so that a spreadsheet opens Chinese as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kg.graph.results import line, sheet
from kg.graph.rows import Citation, Figure, Institution, Mention, Source, called
from kg.graph.spool import Sorted
from kg.graph.store import Store
from kg.graph.turtle import Graph
from kg.graph.vocabulary import LABEL, RDFS_LABEL
from kg.names import gov


def asked(folder: Path, graph: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each table that a vocabulary folder asks the graph for."""
    if queries := sorted((folder / "tables").glob("*.rq")):
        store = Store("".join(graph))
        for path in queries:
            rows = store.query(path.read_text("utf-8-sig"))
            yield path.stem, sheet(rows.variables, rows.rows)


class Tables:
    """Tables in the making. The graphs of reports are added one by one."""

    def __init__(self, shared: Graph) -> None:
        self._shared = shared
        self._edges = called(shared, RDFS_LABEL)
        self._names = called(shared, LABEL)
        self._mentions: Sorted[str] = Sorted()
        self._figures: Sorted[str] = Sorted()
        self._citations: Sorted[str] = Sorted()
        self._institutions: dict[str, Institution] = {}
        self._claimed: set[tuple[str, str]] = set()

    def add(self, graph: Graph) -> None:
        """Take in the graph of a report."""
        source = Source(graph, self._shared, self._names, self._edges)
        for figure in source.figures():
            self._figures.add((figure.file, figure.start, figure.end), line(figure))
        cited: dict[str, list[Mention]] = defaultdict(list)
        named: Counter[str] = Counter()
        for row in source.mentions():
            key = (row.file, row.start, row.end, row.kind, row.refersTo, row.edge)
            self._mentions.add(key, line(row))
            if row.refersTo and row.edge == self._edges[gov("cites")]:
                cited[row.refersTo].append(row)
            if row.refersTo and row.kind == "INST":
                named[row.refersTo] += 1
        for law, rows in cited.items():
            citation = source.citation(law, rows)
            self._citations.add((citation.law, citation.file), line(citation))
        for iri, mentions in named.items():
            if gov("type") in graph.get(iri, ()):
                known = self._institutions.get(iri) or source.institution(iri)
                self._institutions[iri] = known._replace(
                    reports=known.reports + 1,
                    mentions=known.mentions + mentions,
                    claimed=known.claimed or source.claims(iri),
                )

    def __iter__(self) -> Iterator[tuple[str, Iterator[str]]]:
        """Yield the name and the lines of each table, in the order of their names."""
        yield "figures", _sheet(Figure, (text for _, text in self._figures))
        institutions = sorted(self._institutions.values(), key=lambda i: (i.place, i.type, i.iri))
        yield "institutions", _sheet(Institution, map(line, institutions))
        yield "laws_by_township", _sheet(Citation, (text for _, text in self._citations))
        yield "mentions", _sheet(Mention, (text for _, text in self._mentions))


def _sheet(row: type[NamedTuple], lines: Iterable[str]) -> Iterator[str]:
    yield line(row._fields)
    yield from lines
