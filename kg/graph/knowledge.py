"""A graph to work with from Python: things by name, their neighbours, paths, evidence, SPARQL.

Names are as people write them (``naming``); a name that several things bear raises ``Ambiguous``
with them, one that nothing bears ``Unknown``. All is read once, when first asked.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.evidence import Evidence
from kg.graph.figures import figures
from kg.graph.links import Direction, Links
from kg.graph.naming import Names
from kg.graph.store import Rows, Store
from kg.graph.terms import unknown_terms
from kg.graph.things import Ambiguous, Edge, Figure, Thing, Unknown, UnknownTerm
from kg.graph.ways import Along, Ways
from kg.names import PREFIXES, gov

if TYPE_CHECKING:
    import networkx as nx
    import rdflib


class Knowledge:
    """A knowledge graph."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def load(cls, path: str | Path) -> Knowledge:
        """Read a graph file that ``kg build`` wrote (.ttl or .trig)."""
        return cls(Store.load(Path(path)))

    @cached_property
    def _links(self) -> Links:
        return Links(self.store)

    @property
    def network(self) -> nx.MultiDiGraph:
        """The graph as a networkx network, its ids the RDF's."""
        return self._links.network

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """The union of all graphs as an rdflib graph."""
        import rdflib

        graph = rdflib.Graph().parse(data=self.store.ntriples(), format="nt")
        for prefix, iri in PREFIXES.items():
            graph.bind(prefix, iri)
        return graph

    def query(self, sparql: str) -> Rows:
        """Answer SPARQL; the project's prefixes need no declaration.

        A ``gov:`` term that the graph's schema does not have is warned of (``UnknownTerm``).

        >>> list(knowledge.query("SELECT ?y ?l { ?r gov:year ?y ; gov:plans/skos:prefLabel ?l }"))
        [{'y': 2023, 'l': '普法三单一书制度'}]
        """
        rows = self.store.query(sparql)
        for message in unknown_terms(self.store, sparql):
            warnings.warn(message, UnknownTerm, stacklevel=2)
        return rows

    @property
    def townships(self) -> list[Thing]:
        """The townships and streets that issued a report."""
        return [issuer for issuer in self.issuers if issuer.type in ("Township", "Street")]

    @property
    def issuers(self) -> list[Thing]:
        """Who issued a report: townships, streets, governments above them, bureaus."""
        rows = self.store.query("SELECT DISTINCT ?who { ?report gov:issuer ?who }")
        return sorted((self._links.thing(str(row["who"])) for row in rows), key=lambda t: t.iri)

    @property
    def laws(self) -> list[Thing]:
        """The legal instruments named."""
        return self.of_type("Law")

    @property
    def institutions(self) -> list[Thing]:
        """The institutions named, each with its place."""
        return self.of_type("Institution")

    @property
    def mechanisms(self) -> list[Thing]:
        """The governance mechanisms named."""
        return self.of_type("Mechanism")

    def of_type(self, name: str) -> list[Thing]:
        """Return the things of a class of the ontology (``Role``, ``Day``, ...)."""
        network = self.network
        return [self._links.thing(n) for n in sorted(network) if network.nodes[n]["type"] == name]

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers stated."""
        return figures(self.store)

    def find(self, name: str | Thing) -> Thing:
        """Return what a name stands for: a label or other name, an IRI, or one in prefixed form.

        Title marks and quotes may stay, a place may go without its level where that is clear, and
        the names of places a thing lies in may stand before its own.

        >>> knowledge.find("《民法典》").label, knowledge.find("law:信访工作条例").type
        ('中华人民共和国民法典', 'Law')
        >>> knowledge.find("那曲").label, knowledge.find("尼玛县达果乡2023年度报告").type
        ('那曲市', 'Report')
        >>> knowledge.find("民政法")
        Traceback (most recent call last):
        kg.graph.things.Unknown: nothing in the graph is called 民政法
        """
        if isinstance(name, Thing):
            return name
        prefix, colon, rest = name.partition(":")
        iri = PREFIXES[prefix] + rest if colon and prefix in PREFIXES else name
        if iri in self._links:
            return self._links.thing(iri)
        borne = [self._links.thing(iri) for iri in self._names.borne_by(name)]
        if not borne:
            raise Unknown(f"nothing in the graph is called {name}")
        if len(borne) > 1:
            raise Ambiguous(name, borne)
        return borne[0]

    @cached_property
    def _names(self) -> Names:
        return Names(self.store, self._links.__contains__)

    def edges(self, name: str | Thing) -> Iterator[Edge]:
        """Yield every edge from and to a thing, its own first; a report's are what it says."""
        iri = self.find(name).iri
        for links in (self._links.out(iri), self._links.into(iri)):
            for source, target, key, about in sorted(links, key=lambda e: (e[2], e[0], e[1])):
                yield Edge(
                    self._links.thing(source),
                    key,
                    about["label"],
                    self._links.thing(target),
                    about["evidence"],
                )

    def neighbours(
        self,
        name: str | Thing,
        predicate: str | None = None,
        *,
        direction: Direction = "both",
    ) -> list[Thing]:
        """Return what a thing is linked with, by one predicate (``cites``, 引用, its IRI) or any.

        ``out`` is what it links to, ``in`` what links to it: who cites a law. Raises ``Unknown``
        naming the edges there are for a predicate that is none.

        >>> [str(thing) for thing in knowledge.neighbours("达果乡", "计划")]
        ['普法三单一书制度']
        >>> [str(thing) for thing in knowledge.neighbours("民法典", "cites", direction="in")]
        ['达果乡']
        """
        iri = self.find(name).iri
        wanted = None if predicate is None else self._links.predicate(predicate)
        around = self._links.around(iri, wanted, direction)
        return [self._links.thing(other) for other in sorted(around)]

    def path(self, start: str | Thing, end: str | Thing, *, along: Along = "any") -> list[Thing]:
        """Return a shortest path between two things, whichever way edges point; [] for none.

        ``along="stated"`` walks by what reports say alone: not by 属于, 类型, 被取代.

        >>> [str(thing) for thing in knowledge.path("民法典", "一案一回访制度")]
        ['中华人民共和国民法典', '达果乡', '一案一回访制度']
        """
        way = self._ways.shortest(*self._drawn(start, end), along)
        return [self._links.thing(iri) for iri in way]

    def paths(
        self,
        start: str | Thing,
        end: str | Thing,
        *,
        longest: int = 4,
        most: int = 100,
        along: Along = "any",
    ) -> list[list[Thing]]:
        """Return the simple paths of at most ``longest`` edges between two things, short first."""
        ends = self._drawn(start, end)
        found = self._ways.simple(*ends, along, longest=longest, most=most)
        return [[self._links.thing(iri) for iri in way] for way in found]

    def _drawn(self, start: str | Thing, end: str | Thing) -> tuple[str, str]:
        return self._links.drawn(self.find(start).iri), self._links.drawn(self.find(end).iri)

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self.network)

    def shared(self, one: str | Thing, other: str | Thing) -> dict[str, list[Thing]]:
        """Return what two things both link to, by the edge's Chinese name."""
        ours, theirs = (self._links.kinds(self.find(name).iri) for name in (one, other))
        return self._named({edge: ours[edge] & theirs[edge] for edge in ours.keys() & theirs})

    def differences(self, one: str | Thing, other: str | Thing) -> dict[str, list[Thing]]:
        """Return what the first links to and the second does not, by the edge's Chinese name.

        Where each of them lies (属于, 所在) is no difference between them.
        """
        ours = self._links.kinds(self.find(one).iri, but=(gov("within"), gov("of")))
        theirs = self._links.kinds(self.find(other).iri)
        return self._named({edge: ours[edge] - theirs.get(edge, set()) for edge in ours})

    def _named(self, linked: dict[str, set[str]]) -> dict[str, list[Thing]]:
        return {
            edge: [self._links.thing(iri) for iri in sorted(targets)]
            for edge, targets in sorted(linked.items())
            if targets
        }

    def evidence(
        self, subject: str | Thing, predicate: str, object: str | Thing
    ) -> tuple[Evidence, ...]:
        """Return the words that one fact rests on, with document and offsets; () for none.

        A type of institutions is a way to ask for the subject's own: 司法所 is no institution, but
        达果乡's is meant. Raises ``Ambiguous`` naming them where the subject has several.

        >>> (quote,) = knowledge.evidence("达果乡", "hasInstitution", "司法所")
        >>> quote.quote, quote.status, quote.sentence
        ('司法所', 'done', '建立“一案一回访”制度，设立司法所，落实《信访工作条例》。')
        """
        wanted, asked = self.find(object), self._links.predicate(predicate)
        links: dict[str, tuple[Evidence, ...]] = {
            target: about["evidence"]
            for _, target, key, about in self._links.out(self.find(subject).iri)
            if key == asked
        }
        if wanted.iri in links or wanted.type != "InstitutionType":
            return links.get(wanted.iri, ())
        meant = [target for target in links if self._links.type(target) == wanted.iri]
        if len(meant) > 1:
            raise Ambiguous(wanted.label, map(self._links.thing, meant))
        return links[meant[0]] if meant else ()
