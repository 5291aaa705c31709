"""A graph to work with from Python: things by name, their neighbours, paths, evidence, SPARQL.

Names are labels or other names, as people write them; a name that several things bear raises
``Ambiguous`` with them, one that nothing bears ``Unknown``. All is read once, when first asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph import network as networks
from kg.graph.evidence import Evidence
from kg.graph.results import short
from kg.graph.store import Rows, Store
from kg.graph.things import Ambiguous, Edge, Figure, Thing, Unknown
from kg.names import GOV, PREFIXES, gov

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

_NAMES = """
SELECT ?name ?thing { ?thing skos:prefLabel|skos:altLabel|gov:fullName ?name
  FILTER NOT EXISTS { ?thing a gov:Observation } }"""
_PROPERTIES = """
SELECT ?term ?label { ?term rdfs:label ?label
  FILTER(LANG(?label) = "zh" && REGEX(STR(?term), "#[a-z]")) }
ORDER BY ?term"""
_FIGURES = """
SELECT ?iri ?who ?counted ?indicator ?action ?value ?upper ?unit ?bound ?year {
  ?iri a gov:Observation ; gov:of/skos:prefLabel ?who ; gov:value ?value ;
       gov:unit/skos:prefLabel ?unit ; gov:bound ?b .
  BIND(STRAFTER(STR(?b), "bound/") AS ?bound)
  OPTIONAL { ?iri gov:counted ?counted } OPTIONAL { ?iri gov:action ?action }
  OPTIONAL { ?iri gov:upper ?upper } OPTIONAL { ?iri gov:year ?year }
  OPTIONAL { ?iri gov:indicator/skos:prefLabel ?indicator }
} ORDER BY ?iri"""


class Knowledge:
    """A knowledge graph."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def load(cls, path: str | Path) -> Knowledge:
        """Read a graph file that ``kg build`` wrote (.ttl or .trig)."""
        return cls(Store.load(Path(path)))

    @cached_property
    def network(self) -> nx.MultiDiGraph:
        """The graph as a networkx network, its ids the RDF's."""
        return networks.network(self.store)

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

        >>> list(knowledge.query("SELECT ?y ?l { ?r gov:year ?y ; gov:plans/skos:prefLabel ?l }"))
        [{'y': 2023, 'l': '普法三单一书制度'}]
        """
        return self.store.query(sparql)

    @property
    def townships(self) -> list[Thing]:
        """The townships and streets that issued a report."""
        return [issuer for issuer in self.issuers if issuer.type in ("Township", "Street")]

    @property
    def issuers(self) -> list[Thing]:
        """Who issued a report: townships, streets, governments above them, bureaus."""
        rows = self.query("SELECT DISTINCT ?who { ?report gov:issuer ?who }")
        return sorted((self._thing(str(row["who"])) for row in rows), key=lambda t: t.iri)

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
        return [self._thing(n) for n in sorted(network) if network.nodes[n]["type"] == name]

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers stated."""
        return [
            Figure(
                iri=str(row["iri"]),
                issuer=str(row["who"]),
                counted=str(row["counted"] or ""),
                value=Decimal(str(row["value"])),
                unit=str(row["unit"]),
                bound=str(row["bound"]),
                upper=None if row["upper"] is None else Decimal(str(row["upper"])),
                action=str(row["action"] or ""),
                indicator=str(row["indicator"] or ""),
                year=None if row["year"] is None else int(str(row["year"])),
            )
            for row in self.query(_FIGURES)
        ]

    def find(self, name: str | Thing) -> Thing:
        """Return what a name stands for: a label, another name, an IRI, or one in prefixed form.

        >>> knowledge.find("民法典").label, knowledge.find("law:信访工作条例").type
        ('中华人民共和国民法典', 'Law')
        >>> knowledge.find("民政法")
        Traceback (most recent call last):
        kg.graph.things.Unknown: nothing in the graph is called 民政法
        """
        if isinstance(name, Thing):
            return name
        prefix, colon, rest = name.partition(":")
        iri = PREFIXES[prefix] + rest if colon and prefix in PREFIXES else name
        if iri in self.network:
            return self._thing(iri)
        drawn = tuple(sorted(found for found in self._names.get(name, ()) if found in self.network))
        if not drawn:
            raise Unknown(f"nothing in the graph is called {name}")
        if len(drawn) > 1:
            raise Ambiguous(name, drawn)
        return self._thing(drawn[0])

    @cached_property
    def _names(self) -> dict[str, set[str]]:
        names: dict[str, set[str]] = defaultdict(set)
        for row in self.query(_NAMES):
            names[str(row["name"])].add(str(row["thing"]))
        return names

    def _thing(self, iri: str) -> Thing:
        about = self.network.nodes.get(iri, {})
        return Thing(iri, about.get("label", iri), about.get("type", ""), about.get("facts", {}))

    def edges(self, name: str | Thing) -> Iterator[Edge]:
        """Yield every edge from and to a thing, its own first."""
        iri = self.find(name).iri
        network = self.network
        own = network.out_edges(iri, keys=True, data=True)
        others = network.in_edges(iri, keys=True, data=True)
        for edges in (own, others):
            for source, target, key, about in sorted(edges, key=lambda e: (e[2], e[0], e[1])):
                yield Edge(
                    self._thing(source), key, about["label"], self._thing(target), about["evidence"]
                )

    def neighbours(self, name: str | Thing, predicate: str | None = None) -> list[Thing]:
        """Return what a thing links to, by one predicate (``cites``, 引用 or its IRI) or by any.

        Raises ``Unknown`` naming the edges there are for a predicate that is none.

        >>> [str(thing) for thing in knowledge.neighbours("达果乡", "计划")]
        ['普法三单一书制度']
        """
        iri = self.find(name).iri
        wanted = None if predicate is None else self._predicate(predicate)
        edges = self.network.out_edges(iri, keys=True)
        found = {target for _, target, key in edges if wanted in (None, key)}
        return [self._thing(target) for target in sorted(found)]

    def _predicate(self, name: str) -> str:
        if iri := self._predicates.get(name.removeprefix("gov:")):
            return iri
        edges = self.network.edges(keys=True, data=True)
        drawn = sorted({f"{short(key)} ({about['label']})" for _, _, key, about in edges})
        raise Unknown(f"no edge is called {name}; there are {', '.join(drawn) or 'none'}")

    @cached_property
    def _predicates(self) -> dict[str, str]:
        """Every property of the schema by its IRI, its local name and its Chinese name."""
        named = [(str(row["term"]), str(row["label"])) for row in self.query(_PROPERTIES)]
        edges = self.network.edges(keys=True, data=True)
        named += sorted({(key, about["label"]) for _, _, key, about in edges})
        return {name: iri for iri, label in named for name in (label, iri.removeprefix(GOV), iri)}

    def path(self, start: str | Thing, end: str | Thing) -> list[Thing]:
        """Return a shortest path between two things, whichever way edges point; [] for none.

        >>> [str(thing) for thing in knowledge.path("民法典", "一案一回访制度")]
        ['中华人民共和国民法典', '达果乡', '一案一回访制度']
        """
        import networkx as nx

        ends = self.find(start).iri, self.find(end).iri
        try:
            return [self._thing(iri) for iri in nx.shortest_path(self._walkable, *ends)]
        except nx.NetworkXNoPath:
            return []

    def paths(
        self, start: str | Thing, end: str | Thing, *, longest: int = 4, most: int = 100
    ) -> list[list[Thing]]:
        """Return the simple paths of at most ``longest`` edges between two things, short first."""
        import networkx as nx

        ends = self.find(start).iri, self.find(end).iri
        found: list[list[str]] = []
        for cutoff in range(1, longest + 1):
            ways = nx.all_simple_paths(self._walkable, *ends, cutoff=cutoff)
            found += islice((way for way in ways if len(way) == cutoff + 1), most - len(found))
        return [[self._thing(iri) for iri in way] for way in found]

    @cached_property
    def _walkable(self) -> nx.Graph:
        """The network without directions and parallels, in one order whatever the hash seed."""
        import networkx as nx

        graph = nx.Graph()
        graph.add_nodes_from(sorted(self.network))
        graph.add_edges_from(sorted(map(sorted, self.network.edges())))
        return graph

    def shared(self, one: str | Thing, other: str | Thing) -> dict[str, list[Thing]]:
        """Return what two things both link to, by the edge's Chinese name."""
        ours, theirs = self._links(one), self._links(other)
        return self._named(
            {edge: ours[edge] & theirs[edge] for edge in ours.keys() & theirs.keys()}
        )

    def differences(self, one: str | Thing, other: str | Thing) -> dict[str, list[Thing]]:
        """Return what the first links to and the second does not, by the edge's Chinese name."""
        ours, theirs = self._links(one), self._links(other)
        return self._named({edge: ours[edge] - theirs.get(edge, set()) for edge in ours})

    def _links(self, name: str | Thing) -> dict[str, set[str]]:
        """Return what a thing links to; an institution by its type, for no two share one."""
        links: dict[str, set[str]] = defaultdict(set)
        for _, target, about in self.network.out_edges(self.find(name).iri, data=True):
            if about["predicate"] == gov("states"):
                continue
            kinds = [
                kind
                for _, kind, key in self.network.out_edges(target, keys=True)
                if key == gov("type")
            ]
            links[about["label"]].add(kinds[0] if kinds else target)
        return links

    def _named(self, links: dict[str, set[str]]) -> dict[str, list[Thing]]:
        return {
            edge: [self._thing(iri) for iri in sorted(targets)]
            for edge, targets in sorted(links.items())
            if targets
        }

    def evidence(
        self, subject: str | Thing, predicate: str, object: str | Thing
    ) -> tuple[Evidence, ...]:
        """Return the words that one fact rests on, with document and offsets; () for none.

        >>> (quote,) = knowledge.evidence("达果乡", "hasInstitution", "达果乡司法所")
        >>> quote.quote, quote.status, quote.sentence
        ('司法所', 'done', '建立“一案一回访”制度，设立司法所，落实《信访工作条例》。')
        """
        edge = self.network.get_edge_data(
            self.find(subject).iri, self.find(object).iri, self._predicate(predicate)
        )
        return edge["evidence"] if edge else ()
