"""The network seen from one thing: what it is, its edges, what edges are called.

The network draws no reports; one can be looked at all the same: its edges are those of its issuer
that rest on its words.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from kg.graph.network import network
from kg.graph.results import short
from kg.graph.store import Store
from kg.graph.things import Thing, Unknown
from kg.names import GOV, gov

if TYPE_CHECKING:
    import networkx as nx

_REPORTS = """
SELECT ?report ?label ?issuer ?发文机关 ?年度 ?文件 {
  ?report gov:issuer ?issuer ; skos:prefLabel ?label .
  OPTIONAL { ?issuer skos:prefLabel ?发文机关 } OPTIONAL { ?report gov:year ?年度 }
  OPTIONAL { ?report gov:file ?文件 } }"""
_FACTS_OF_REPORTS = ("发文机关", "年度", "文件")
_PROPERTIES = """
SELECT ?term ?label { ?term rdfs:label ?label
  FILTER(LANG(?label) = "zh" && REGEX(STR(?term), "#[a-z]")) }
ORDER BY ?term"""

Link = tuple[str, str, str, dict[str, Any]]
"""An edge: source, target, predicate and what is known of it."""

Direction = Literal["both", "out", "in"]
"""Which edges of a thing: those from it, those to it, or both."""


class Links:
    """The things of a graph and the edges between them, by IRI."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._issuers: dict[str, str] = {}
        self._reports: dict[str, Thing] = {}
        for row in store.query(_REPORTS):
            iri, facts = str(row["report"]), {}
            for name in _FACTS_OF_REPORTS:
                if row[name] is not None:
                    facts[name] = [str(row[name])]
            self._issuers[iri] = str(row["issuer"])
            self._reports[iri] = Thing(iri, str(row["label"]), "Report", facts)

    @cached_property
    def network(self) -> nx.MultiDiGraph:
        """The graph as a networkx network."""
        return network(self._store)

    def __contains__(self, iri: str) -> bool:
        return iri in self.network or iri in self._reports

    def thing(self, iri: str) -> Thing:
        """Return what an IRI is the name of."""
        if iri in self._reports:
            return self._reports[iri]
        about = self.network.nodes.get(iri, {})
        return Thing(iri, about.get("label", iri), about.get("type", ""), about.get("facts", {}))

    def drawn(self, iri: str) -> str:
        """Return the node that stands for a thing in the network: its issuer for a report."""
        return self._issuers.get(iri, iri)

    def out(self, iri: str) -> list[Link]:
        """Return the edges from a thing."""
        links: list[Link] = list(self.network.out_edges(self.drawn(iri), keys=True, data=True))
        if iri not in self._reports:
            return links
        return [
            (iri, target, key, about | {"evidence": quotes})
            for _, target, key, about in links
            if (quotes := tuple(quote for quote in about["evidence"] if quote.report == iri))
        ]

    def into(self, iri: str) -> list[Link]:
        """Return the edges to a thing; none lead to a report."""
        if iri in self._reports:
            return []
        return list(self.network.in_edges(iri, keys=True, data=True))

    def around(self, iri: str, predicate: str | None, direction: Direction) -> set[str]:
        """Return what a thing is linked with, by one predicate or by any."""
        if direction not in ("both", "out", "in"):
            raise ValueError(f"direction is both, out or in, not {direction}")
        out = self.out(iri) if direction != "in" else ()
        into = self.into(iri) if direction != "out" else ()
        return {target for _, target, key, _ in out if predicate in (None, key)} | {
            source for source, _, key, _ in into if predicate in (None, key)
        }

    def kinds(self, iri: str, *, but: tuple[str, ...] = ()) -> dict[str, set[str]]:
        """Return what a thing links to by the edges' Chinese names, figures and ``but`` left out.

        An institution is there by its type, for no two places share one.
        """
        found: dict[str, set[str]] = defaultdict(set)
        for _, target, key, about in self.out(iri):
            if key not in (gov("states"), *but):
                found[about["label"]].add(self.type(target) or target)
        return found

    def type(self, iri: str) -> str:
        """Return the type of an institution; "" for any other thing."""
        return next((kind for _, kind, key, _ in self.out(iri) if key == gov("type")), "")

    def predicate(self, name: str) -> str:
        """Return the IRI of an edge by its local name, its Chinese name or its IRI.

        Raises ``Unknown`` naming the edges there are.
        """
        if iri := self._predicates.get(name.removeprefix("gov:")):
            return iri
        edges = self.network.edges(keys=True, data=True)
        drawn = sorted({f"{short(key)} ({about['label']})" for _, _, key, about in edges})
        raise Unknown(f"no edge is called {name}; there are {', '.join(drawn) or 'none'}")

    @cached_property
    def _predicates(self) -> dict[str, str]:
        named = [(str(row["term"]), str(row["label"])) for row in self._store.query(_PROPERTIES)]
        edges = self.network.edges(keys=True, data=True)
        named += sorted({(key, about["label"]) for _, _, key, about in edges})
        return {name: iri for iri, label in named for name in (label, iri.removeprefix(GOV), iri)}
