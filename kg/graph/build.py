"""Readings -> quads: a named graph per report, and one for what reports share.

Each mention becomes a node with its words and offsets; each claim an edge from the issuer and from
the report. Refuses (``ValueError``) a mention whose words are not those of the text at its span.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import pyoxigraph as ox

from kg import names
from kg.claims.status import status_of
from kg.documents.items import Item, items
from kg.graph.vocabulary import described
from kg.lexicon import Lexicon
from kg.model import Bound, Claim, Document, Mention, Part, Quantity, Reading
from kg.names import PREFIXES, gov

Node = ox.NamedNode | ox.Literal
_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_LABEL = ox.NamedNode(PREFIXES["skos"] + "prefLabel")
_TITLE = ox.NamedNode(PREFIXES["dcterms"] + "title")
_DERIVED = ox.NamedNode(PREFIXES["prov"] + "wasDerivedFrom")
_DECIMAL = ox.NamedNode(PREFIXES["xsd"] + "decimal")
_ITEM_CLASS = {
    Part.MEASURES: "Measure",
    Part.PROBLEMS: "Problem",
    Part.LEADER_DUTY: "Duty",
    Part.PLAN: "Plan",
}


def quads(readings: Iterable[Reading], lexicon: Lexicon) -> Iterator[ox.Quad]:
    """Yield the quads of all readings, those of a report together, what they share last."""
    readings = list(readings)
    shared: dict[str, str] = {}
    for reading, report in zip(readings, report_iris(readings), strict=True):
        graph = ox.NamedNode(report)
        for triple in triples(reading, report, lexicon, shared):
            yield ox.Quad(*triple, graph)
    graph = ox.NamedNode(names.VOCABULARY)
    for triple in described(shared, lexicon):
        yield ox.Quad(*triple, graph)


def report_iris(readings: Sequence[Reading]) -> list[str]:
    """Return each reading's report IRI; where an issuer has two on one year, a digest tells them."""
    issuers = [names.issuer(r.document.issuer) for r in readings]
    years = [r.document.year for r in readings]
    plain = [names.report(who, year) for who, year in zip(issuers, years, strict=True)]
    seen = Counter(plain)
    return [
        iri
        if year and seen[iri] == 1
        else names.report(who, year, reading.document.source.sha256[:8])
        for iri, who, year, reading in zip(plain, issuers, years, readings, strict=True)
    ]


def triples(
    reading: Reading, report: str, lexicon: Lexicon, shared: dict[str, tuple[str, str]]
) -> Iterator[Triple]:
    """Yield what one report says, sorted by nothing; note in ``shared`` the concepts it refers to.

    ``shared`` maps the IRI of whatever several reports may share to its kind and a name, for those
    the vocabulary does not know.
    """
    writer = _Writer(reading, report, lexicon, shared)
    yield from writer.report_node()
    yield from writer.item_nodes()
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        claims[id(claim.evidence)].append(claim)
        yield from writer.edges(claim)
    for mention in reading.mentions:
        if mention.quantity is not None:
            yield from writer.observation(mention, mention.quantity)
        else:
            yield from writer.mention(mention, claims[id(mention)])
