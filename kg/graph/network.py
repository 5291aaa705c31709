"""The graph as a network: what is linked to what, each edge with the words it rests on.

Node and edge ids are the RDF's. Only facts about the world are drawn: mentions, outline items and
reports are evidence and stay out. Edges without evidence (属于, 类型, 被取代) are the vocabulary's.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.graph.evidence import Evidence, sentence_at
from kg.graph.store import Store
from kg.names import GOV, gov

if TYPE_CHECKING:
    import networkx as nx

_NOT_DRAWN = frozenset(
    map(gov, ("Mention", "Report", "Measure", "Problem", "Duty", "Plan", "Unit", "Place"))
)

_EVIDENCE = """
SELECT ?issuer ?via ?object ?report ?label ?file ?start ?end ?exact ?part ?status ?function {
  { ?m gov:refersTo ?object ; gov:via ?via }
  UNION { ?m a gov:Observation BIND(?m AS ?object) BIND(gov:states AS ?via) }
  ?m gov:report ?report ; gov:start ?start ; gov:end ?end ; gov:exact ?exact ;
     gov:part ?part ; gov:status ?status .
  OPTIONAL { ?m gov:function ?function }
  ?report gov:issuer ?issuer ; skos:prefLabel ?label ; gov:file ?file .
}"""
_TEXTS = "SELECT ?report ?text { ?report a gov:Report ; gov:text ?text }"
_LINKS = """
SELECT ?s ?p ?o {
  VALUES ?p { gov:within gov:of gov:type gov:indicator gov:replacedBy } ?s ?p ?o .
  FILTER(?p != gov:of || EXISTS { ?s gov:type ?kind } || EXISTS { ?s a gov:Bureau })
}"""
_ALIASES = "SELECT ?node ?label { ?node skos:altLabel ?label FILTER(LANG(?label) = 'zh') }"
_EXPECTED = """
SELECT ?item ?label ?level {
  ?item gov:expectedOf ?level ; skos:prefLabel ?label FILTER(LANG(?label) = 'zh')
  FILTER NOT EXISTS { ?main gov:alternative ?item ; gov:expectedOf ?level }
}"""
_ALTERNATIVES = """
SELECT ?item ?other ?label {
  ?item gov:alternative ?other . ?other skos:prefLabel ?label FILTER(LANG(?label) = 'zh')
}"""
_REPORTS = "SELECT ?issuer ?label { ?report gov:issuer ?issuer ; skos:prefLabel ?label }"
_TYPES = "SELECT ?node ?type { ?node a ?type }"
_ABOVE = "SELECT ?class ?above { ?class rdfs:subClassOf+ ?above }"
_KINDS = "SELECT ?class ?kind { ?class gov:kind ?kind }"
_NAMES = "SELECT ?term ?label { ?term rdfs:label ?label FILTER(LANG(?label) = 'zh') }"
_LABELS = "SELECT ?node ?label { ?node skos:prefLabel ?label FILTER(LANG(?label) = 'zh') }"
_FACTS = """
SELECT DISTINCT ?node ?p ?value {
  ?node a ?class .
  FILTER(?class NOT IN (gov:Mention, gov:Report, gov:Measure, gov:Problem, gov:Duty, gov:Plan,
    gov:Item))
  ?node ?p ?o . OPTIONAL { ?o skos:prefLabel ?name FILTER(LANG(?name) = 'zh') }
  BIND(COALESCE(?name, STR(?o)) AS ?value)
  FILTER(STRSTARTS(STR(?p), STR(gov:)) && ?p NOT IN (gov:text, gov:start, gov:end, gov:rule,
    gov:report, gov:section, gov:expectedOf, gov:states, gov:kind))
  FILTER(isLiteral(?o) || ?p IN (gov:within, gov:of, gov:type, gov:unit, gov:bound, gov:part,
    gov:status, gov:indicator, gov:replacedBy))
}"""


class Expected(NamedTuple):
    """What reports of some levels usually mention; ``levels`` and ``type`` are local names.

    ``instead`` are the IRIs and labels of what will do as well.
    """

    iri: str
    label: str
    type: str
    levels: tuple[str, ...]
    instead: tuple[tuple[str, str], ...] = ()


def expected(store: Store) -> list[Expected]:
    """Return what reports usually mention, in the order of labels."""
    types = _types(store)
    levels: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in store.query(_EXPECTED):
        level = str(row["level"]).removeprefix(GOV)
        levels[str(row["label"]), str(row["item"])].add(level)
    instead: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in store.query(_ALTERNATIVES):
        instead[str(row["item"])].add((str(row["other"]), str(row["label"])))
    return [
        Expected(
            iri,
            label,
            types.get(iri, "").removeprefix(GOV),
            tuple(sorted(of)),
            tuple(sorted(instead[iri])),
        )
        for (label, iri), of in sorted(levels.items())
    ]


def evidence(store: Store) -> dict[tuple[str, str, str], tuple[Evidence, ...]]:
    """Return what every edge rests on: (issuer, predicate, object) -> evidence, in text order."""
    texts = {row["report"]: str(row["text"]) for row in store.query(_TEXTS)}
    found: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for row in store.query(_EVIDENCE):
        text, start, end = texts[row["report"]], int(str(row["start"])), int(str(row["end"]))
        around = sentence_at(text, start, end)
        found[str(row["issuer"]), str(row["via"]), str(row["object"])].append(
            Evidence(
                report=str(row["report"]),
                start=start,
                end=end,
                quote=str(row["exact"]),
                sentence=text[around.start : around.end],
                at=start - around.start,
                report_label=str(row["label"]),
                document=str(row["file"]),
                part=_name(row["part"]),
                status=_name(row["status"]),
                function=_name(row["function"]),
            )
        )
    return {edge: tuple(sorted(quotes)) for edge, quotes in sorted(found.items())}


def network(store: Store) -> nx.MultiDiGraph:
    """Return the network of a graph.

    Nodes carry ``label``, ``type`` (the class's local name), ``kind`` (its code in records, or "")
    and ``facts`` (a property's Chinese name -> values); edges are keyed by predicate and carry
    ``predicate``, ``label`` and ``evidence``.
    """
    import networkx as nx

    labels = {str(row["node"]): str(row["label"]) for row in store.query(_LABELS)}
    terms = {str(row["term"]): str(row["label"]) for row in store.query(_NAMES)}
    types = _types(store)
    issuers = {str(row["issuer"]) for row in store.query(_REPORTS)}
    kinds = {str(row["class"]): str(row["kind"]) for row in store.query(_KINDS)}
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(sorted(issuers))

    def add(source: str, predicate: str, target: str, quotes: tuple[Evidence, ...]) -> None:
        if any(types.get(end) in _NOT_DRAWN and end not in issuers for end in (source, target)):
            return
        graph.add_edge(
            source,
            target,
            key=predicate,
            predicate=predicate,
            label=terms.get(predicate, predicate.removeprefix(GOV)),
            evidence=quotes,
        )

    for (issuer, predicate, of), quotes in evidence(store).items():
        add(issuer, predicate, of, quotes)
    links = [(str(row["s"]), str(row["p"]), str(row["o"])) for row in store.query(_LINKS)]
    for source, predicate, target in sorted(links):
        add(source, predicate, target, ())
    facts = _facts(store, terms, graph)
    for node in graph:
        kind = types.get(node, "")
        graph.nodes[node].update(
            label=labels.get(node, node),
            type=kind.removeprefix(GOV),
            kind=kinds.get(kind, ""),
            facts=facts.get(node, {}),
        )
    return graph


def _types(store: Store) -> dict[str, str]:
    """Return each node's class, the most specific where it has several."""
    above = {(str(row["class"]), str(row["above"])) for row in store.query(_ABOVE)}
    found: dict[str, str] = {}
    for row in store.query(_TYPES):
        node, kind = str(row["node"]), str(row["type"])
        known = found.setdefault(node, kind)
        if (kind, known) in above or (kind < known and (known, kind) not in above):
            found[node] = kind
    return found


def _facts(
    store: Store, terms: dict[str, str], graph: nx.MultiDiGraph
) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in store.query(_FACTS):
        if row["node"] in graph:
            name = terms.get(str(row["p"]), str(row["p"]))
            found[str(row["node"])][name].add(str(row["value"]))
    for row in store.query(_ALIASES):
        if row["node"] in graph:
            found[str(row["node"])]["别名"].add(str(row["label"]))
    for row in store.query(_REPORTS):
        found[str(row["issuer"])]["报告"].add(str(row["label"]))
    for of in {of for _, of, key in graph.edges(keys=True) if key == gov("cooperatesWith")}:
        found[of].setdefault("报告", {"本图谱中没有其报告"})
    return {
        node: {name: sorted(values) for name, values in sorted(about.items())}
        for node, about in found.items()
    }


def _name(value: Any) -> str:
    return str(value).rpartition("/")[2] if value is not None else ""
