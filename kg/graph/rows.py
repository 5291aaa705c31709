"""A report's graph as rows: its mentions and figures, the laws it cites, the bodies it names.

The fields of a row are the columns of its table. A text that is not known is "", a number None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from kg.graph.turtle import RDF_TYPE, About, Graph, chinese, one
from kg.graph.vocabulary import LABEL
from kg.names import gov

_MENTION, _OBSERVATION, _REPORT = map(gov, ("Mention", "Observation", "Report"))


class Mention(NamedTuple):
    """A row: which report, what it stands for, the words and where, its part, use and rule."""

    file: str
    issuer: str
    year: int | None
    start: int
    end: int
    kind: str
    exact: str
    refersTo: str
    label: str
    edge: str
    part: str
    status: str
    function: str
    flag: str
    rule: str


class Figure(NamedTuple):
    """A row: which report, what is counted, value, unit and bound, the words and where."""

    file: str
    issuer: str
    year: int | None
    start: int
    end: int
    exact: str
    action: str
    counted: str
    indicator: str
    value: Decimal
    upper: Decimal | None
    unit: str
    bound: str
    part: str
    status: str


class Institution(NamedTuple):
    """A row: whose it is, its type, how many reports and mentions name it, if its place does."""

    place: str
    institution: str
    type: str
    reports: int
    mentions: int
    claimed: bool
    iri: str


class Citation(NamedTuple):
    """A row: a law and who cites it, its rank and force, how often and how, where first."""

    law: str
    level: str
    legalStatus: str
    repealed: str
    township: str
    county: str
    year: int | None
    mentions: int
    functions: str
    first: int
    file: str


class Source:
    """A report, and its rows.

    ``names`` are what the things of the shared graph are called, ``edges`` what edges are.
    """

    def __init__(
        self, graph: Graph, shared: Graph, names: Mapping[str, str], edges: Mapping[str, str]
    ) -> None:
        (report,) = (about for about in graph.values() if _REPORT in about.get(RDF_TYPE, ()))
        self._who = who = report[gov("issuer")][0]
        self._graph, self._shared = graph, shared
        self._names, self._own, self._edges = names, called(graph, LABEL), edges
        self._issuer = shared.get(who, {}) | graph.get(who, {})
        self._file, self._year = one(report, gov("file")), _year(report)
        self._called = self._name(who)

    def _name(self, iri: str) -> str:
        return self._own.get(iri) or self._names.get(iri, "")

    def _of(self, about: About, term: str) -> str:
        """Return what that is called which a thing is linked with; "" for nothing."""
        return self._name(about[gov(term)][0]) if gov(term) in about else ""

    def figures(self) -> Iterator[Figure]:
        """Yield a row for each figure."""
        for about in self._graph.values():
            if _OBSERVATION in about.get(RDF_TYPE, ()):
                upper = one(about, gov("upper"))
                yield Figure(
                    self._file,
                    self._called,
                    self._year,
                    int(one(about, gov("start"))),
                    int(one(about, gov("end"))),
                    one(about, gov("exact")),
                    one(about, gov("action")),
                    one(about, gov("counted")),
                    self._of(about, "indicator"),
                    Decimal(one(about, gov("value"))),
                    Decimal(upper) if upper else None,
                    self._of(about, "unit"),
                    self._of(about, "bound"),
                    self._of(about, "part"),
                    self._of(about, "status"),
                )

    def mentions(self) -> Iterator[Mention]:
        """Yield a row for each mention, and for each thing, edge and use of it."""
        for about in self._graph.values():
            if _MENTION not in about.get(RDF_TYPE, ()):
                continue
            things = (about.get(gov(term), ("",)) for term in ("refersTo", "via", "function"))
            for thing, via, use in product(*things):
                yield Mention(
                    self._file,
                    self._called,
                    self._year,
                    int(one(about, gov("start"))),
                    int(one(about, gov("end"))),
                    one(about, gov("kind")),
                    one(about, gov("exact")),
                    thing,
                    self._name(thing),
                    self._edges.get(via, ""),
                    self._of(about, "part"),
                    self._of(about, "status"),
                    self._name(use),
                    one(about, gov("flag")),
                    one(about, gov("rule")),
                )

    def citation(self, law: str, mentions: Sequence[Mention]) -> Citation:
        """Return the row of a law that this report cites in some mentions."""
        about = self._shared.get(law, {})
        uses = sorted((mention.start, mention.function) for mention in mentions)
        return Citation(
            self._name(law),
            one(about, gov("level")),
            one(about, gov("legalStatus")),
            one(about, gov("repealed")),
            self._called,
            self._of(self._issuer, "within"),
            self._year,
            len({mention[3:6] for mention in mentions}),
            "、".join(dict.fromkeys(use for _, use in uses)),
            uses[0][0],
            self._file,
        )

    def claims(self, iri: str) -> bool:
        """Whether an institution is the issuer's own, and the issuer says that it has it."""
        mine = self._graph[iri][gov("of")] == [self._who]
        return mine and iri in self._issuer.get(gov("hasInstitution"), ())

    def institution(self, iri: str) -> Institution:
        """Return the row of an institution that nobody has counted yet."""
        about = self._graph[iri]
        whose = about[gov("of")][0]
        return Institution(
            one(self._shared.get(whose, {}), gov("fullName")) or self._name(whose),
            self._name(iri),
            self._of(about, "type"),
            0,
            0,
            False,
            iri,
        )


def called(graph: Graph, predicate: str) -> dict[str, str]:
    """Return what things are called in Chinese, by IRI."""
    return {iri: named for iri, about in graph.items() if (named := chinese(about, predicate))}


def _year(report: About) -> int | None:
    year = one(report, gov("year"))
    return int(year) if year else None
