"""The graph as a network: what is linked to what, each edge with the words it rests on.

Node and edge ids are the RDF's. Only facts about the world are drawn: mentions, outline items and
reports are evidence and stay out. Edges without evidence (属于, 类型, 被取代) are the vocabulary's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from sys import intern
from typing import TYPE_CHECKING, NamedTuple

from kg.graph.evidence import Evidence, sentence_at
from kg.graph.store import Store
from kg.graph.turtle import RDF_TYPE, About, Graph, chinese, is_iri, one, text
from kg.graph.vocabulary import ALSO, LABEL, RDFS_LABEL, SUBCLASS
from kg.model import Span
from kg.names import GOV, gov

if TYPE_CHECKING:
    import networkx as nx

_EVIDENCE = frozenset(map(gov, ("Report", "Mention", "Item", "Finding", "Passage")))
_NOT_DRAWN = frozenset(
    map(gov, ("Mention", "Report", "Measure", "Problem", "Duty", "Plan", "Unit", "Place"))
)
_UP = tuple(map(gov, ("within", "type", "indicator", "replacedBy")))
_NO_FACT = frozenset(
    map(gov, ("text", "start", "end", "rule", "report", "section", "expectedOf", "states", "kind"))
)
_NAMED = frozenset(map(gov, ("of", "unit", "bound", "part", "status"))) | {*_UP}
"""What links to other things is a fact too, told by their names."""

Edge = tuple[str, str, str]
"""Source, predicate, target."""
Facts = dict[str, list[str]]


class Expected(NamedTuple):
    """What reports of some levels usually mention; ``levels`` and ``type`` are local names.

    ``instead`` are the IRIs and labels of what will do as well.
    """

    iri: str
    label: str
    type: str
    levels: tuple[str, ...]
    instead: tuple[tuple[str, str], ...] = ()


def expected(shared: Graph) -> list[Expected]:
    """Return what reports usually mention, in the order of labels."""
    level, alternative = gov("expectedOf"), gov("alternative")
    asked = {iri: {*about[level]} for iri, about in shared.items() if level in about}
    others = {iri: shared[iri].get(alternative, ()) for iri in asked}
    for iri, instead in others.items():
        for other in instead:
            if other in asked:
                asked[other] -= {*shared[iri][level]}
    found = [
        Expected(
            iri,
            chinese(shared[iri], LABEL),
            shared[iri][RDF_TYPE][0].removeprefix(GOV),
            tuple(sorted(of.removeprefix(GOV) for of in levels)),
            tuple(sorted((other, chinese(shared[other], LABEL)) for other in others[iri])),
        )
        for iri, levels in asked.items()
        if levels
    ]
    return sorted(found, key=lambda each: (each.label, each.iri))


def network(store: Store) -> nx.MultiDiGraph:
    """Return the network of a graph that is loaded whole."""
    return Network(store.by_subject()).drawn()


class Network:
    """A network in the making. Graphs are added one by one, after the one that they share.

    Facts of figures are half of it; without ``figures`` they are left out.
    """

    def __init__(self, shared: Graph, *, figures: bool = True) -> None:
        self._no_facts_of = frozenset(() if figures else (gov("Observation"),))
        self._terms = {iri: chinese(about, RDFS_LABEL) for iri, about in shared.items()}
        self._kinds = {iri: one(about, gov("kind")) for iri, about in shared.items()}
        self._above = {iri: _above(iri, shared) for iri in shared}
        self._labels: dict[str, str] = {}
        self._types: dict[str, str] = {}
        self._facts: dict[str, Facts] = defaultdict(dict)
        self._links: set[Edge] = set()
        self._stated: dict[Edge, list[Evidence]] = defaultdict(list)
        self._issuers: set[str] = set()
        self.add(shared)

    def add(self, graph: Graph) -> None:
        """Take in what a graph says of things, and the words it says it by."""
        types = {iri: about.get(RDF_TYPE, ()) for iri, about in graph.items()}
        said = [iri for iri, kinds in types.items() if _EVIDENCE.isdisjoint(kinds)]
        for iri in said:
            if label := chinese(graph[iri], LABEL):
                self._labels[iri] = label
        for iri in said:
            self._describe(iri, graph[iri])
        reports = {iri: _Report(iri, a) for iri, a in graph.items() if gov("issuer") in a}
        for report in reports.values():
            self._issuers.add(report.issuer)
            self._learn(report.issuer, "报告", [report.label])
        for iri, about in graph.items():
            for predicate, target in _edges(iri, about):
                report = reports[about[gov("report")][0]]
                edge = report.issuer, intern(predicate), intern(target)
                self._stated[edge] += report.evidence(about)

    def _describe(self, iri: str, about: About) -> None:
        for kind in about.get(RDF_TYPE, ()):
            known = self._types.get(iri)
            if known is None or self._is_closer(kind, known):
                self._types[iri] = intern(kind)
        told = () if self._types.get(iri) in self._no_facts_of else about.items()
        for predicate, objects in told:
            if not predicate.startswith(GOV) or predicate in _NO_FACT:
                continue
            if predicate in _NAMED:
                self._learn(iri, self._term(predicate), [self._name(other) for other in objects])
            elif values := [text(written) for written in objects if not is_iri(written)]:
                self._learn(iri, self._term(predicate), values)
        if ALSO in about:
            self._learn(iri, "别名", [text(name) for name in about[ALSO] if name.endswith("@zh")])
        belongs = gov("type") in about or self._types.get(iri) == gov("Bureau")
        for predicate in (*_UP, gov("of")) if belongs else _UP:
            self._links.update((iri, predicate, intern(o)) for o in about.get(predicate, ()))

    def _is_closer(self, kind: str, known: str) -> bool:
        """Whether a class says more than another: it lies below it, or else is named before it."""
        if known in self._above.get(kind, ()):
            return True
        return kind < known and kind not in self._above.get(known, ())

    def _term(self, predicate: str) -> str:
        return self._terms.get(predicate) or predicate

    def _name(self, written: str) -> str:
        return self._labels.get(written) or text(written)

    def _learn(self, iri: str, name: str, values: list[str]) -> None:
        known = self._facts[iri].setdefault(name, [])
        known += [intern(value) for value in values if value not in known]

    def drawn(self) -> nx.MultiDiGraph:
        """Return the network, once.

        Nodes carry ``label``, ``type`` (the class's local name), ``kind`` (its code in records, or
        "") and ``facts`` (a property's Chinese name -> values); edges are keyed by predicate and
        carry ``predicate``, ``label`` and ``evidence``.
        """
        import networkx as nx

        graph = nx.MultiDiGraph()
        graph.add_nodes_from(sorted(self._issuers))
        edges = [*sorted(self._stated), *sorted(self._links)]
        for source, predicate, target in edges:
            if not self._is_drawn(source) or not self._is_drawn(target):
                continue
            graph.add_edge(
                source,
                target,
                key=predicate,
                predicate=predicate,
                label=self._terms.get(predicate) or predicate.removeprefix(GOV),
                evidence=tuple(sorted(self._stated.pop((source, predicate, target), ()))),
            )
            if predicate == gov("cooperatesWith") and "报告" not in self._facts[target]:
                self._learn(target, "报告", ["本图谱中没有其报告"])
        for node, about in graph.nodes(data=True):
            kind = self._types.get(node, "")
            facts = self._facts.pop(node, {})
            about["label"] = self._labels.get(node, node)
            about["type"] = kind.removeprefix(GOV)
            about["kind"] = self._kinds.get(kind, "")
            about["facts"] = {name: sorted(values) for name, values in sorted(facts.items())}
        return graph

    def _is_drawn(self, iri: str) -> bool:
        return self._types.get(iri) not in _NOT_DRAWN or iri in self._issuers


class _Report:
    """A report that evidence stands in."""

    def __init__(self, iri: str, about: About) -> None:
        self.iri = iri
        self.issuer = about[gov("issuer")][0]
        self.label = chinese(about, LABEL)
        self._file = one(about, gov("file"))
        self._text = one(about, gov("text"))
        self._sentences: dict[Span, str] = {}

    def evidence(self, about: About) -> Iterator[Evidence]:
        """Yield the words that a mention or figure is, once for each use of a law."""
        start, end = int(about[gov("start")][0]), int(about[gov("end")][0])
        around = sentence_at(self._text, start, end)
        sentence = self._text[around.start : around.end]
        for function in about.get(gov("function"), ("",)):
            yield Evidence(
                report=self.iri,
                start=start,
                end=end,
                quote=one(about, gov("exact")),
                sentence=self._sentences.setdefault(around, sentence),
                at=start - around.start,
                report_label=self.label,
                document=self._file,
                part=_local(about[gov("part")][0]),
                status=_local(about[gov("status")][0]),
                function=_local(function),
            )


def _edges(iri: str, about: About) -> Iterator[tuple[str, str]]:
    """Yield the predicates and targets of the edges that rest on a mention or a figure."""
    if gov("via") in about:
        yield from product(about[gov("via")], about.get(gov("refersTo"), ()))
    elif gov("Observation") in about.get(RDF_TYPE, ()):
        yield gov("states"), iri


def _above(iri: str, shared: Graph) -> set[str]:
    """Return the classes above a class, however a vocabulary of one's own may go in circles."""
    found: set[str] = set()
    ahead = [iri]
    while ahead:
        above = set(shared.get(ahead.pop(), {}).get(SUBCLASS, ())) - found
        found |= above
        ahead += above
    return found


def _local(iri: str) -> str:
    return intern(iri.rpartition("/")[2])
