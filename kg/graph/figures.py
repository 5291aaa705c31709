"""The numbers of a graph, as rows of Python values."""

from __future__ import annotations

from decimal import Decimal

from kg.graph.store import Store
from kg.graph.things import Figure

_FIGURES = """
SELECT ?iri ?who ?lies ?counted ?indicator ?action ?value ?upper ?unit ?bound ?year {
  ?iri a gov:Observation ; gov:of ?issuer ; gov:value ?value ;
       gov:unit/skos:prefLabel ?unit ; gov:bound ?b .
  ?issuer skos:prefLabel ?who .
  BIND(STRAFTER(STR(?b), "bound/") AS ?bound)
  OPTIONAL { ?issuer (gov:within|gov:of)/gov:fullName ?lies }
  OPTIONAL { ?iri gov:counted ?counted } OPTIONAL { ?iri gov:action ?action }
  OPTIONAL { ?iri gov:upper ?upper } OPTIONAL { ?iri gov:year ?year }
  OPTIONAL { ?iri gov:indicator/skos:prefLabel ?indicator }
} ORDER BY ?iri"""


def figures(store: Store) -> list[Figure]:
    """Return the numbers stated, in the order of their IRIs."""
    return [
        Figure(
            iri=str(row["iri"]),
            issuer=str(row["who"]),
            place=str(row["lies"] or ""),
            counted=str(row["counted"] or ""),
            value=Decimal(str(row["value"])),
            unit=str(row["unit"]),
            bound=str(row["bound"]),
            upper=None if row["upper"] is None else Decimal(str(row["upper"])),
            action=str(row["action"] or ""),
            indicator=str(row["indicator"] or ""),
            year=None if row["year"] is None else int(str(row["year"])),
        )
        for row in store.query(_FIGURES)
    ]
