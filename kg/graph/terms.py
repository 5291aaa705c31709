"""The terms of our own that a query asks for and the graph does not have: most often misspelt.

SPARQL answers them with no rows, as if nothing were so; here they are named, with the nearest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from kg.graph.store import Store
from kg.names import GOV, PREFIXES

_TOKEN = re.compile(
    r"""(?i:prefix)\s+(?P<declared>[\w-]*):\s*<(?P<space>[^<>\s]*)>|<(?P<iri>[^<>\s]*)>"""
    r'''|"""(?s:.*?)"""|"[^"\n]*"|\'[^\'\n]*\'|(?m:^|(?<=\s))\#.*'''
    r"""|(?<![\w?$:.-])(?P<prefix>[^\W\d][\w-]*):(?P<name>[\w-]+)"""
)
_HERE = "ASK {{ {{ <{0}> ?p ?o }} UNION {{ ?s <{0}> ?o }} UNION {{ ?s ?p <{0}> }} }}"
_SCHEMA = "SELECT DISTINCT ?term { ?term rdfs:label ?label }"


def unknown_terms(store: Store, sparql: str) -> list[str]:
    """Return a sentence on each ``gov:`` term of a query that the graph's schema does not have."""
    unknown = [
        iri.removeprefix(GOV)
        for iri in dict.fromkeys(_asked(sparql))
        if store.query(_HERE.format(iri)).rows == ((False,),)
    ]
    if not unknown:
        return []
    terms = [str(row["term"]).removeprefix(GOV) for row in store.query(_SCHEMA)]
    return [_said(name, sorted(terms)) for name in unknown]


def _said(name: str, terms: list[str]) -> str:
    lower = {term.lower(): term for term in terms}
    near = get_close_matches(name.lower(), lower, n=1)
    instead = f"; did you mean gov:{lower[near[0]]}?" if near else ""
    return f"gov:{name} is no term of the graph's schema{instead}"


def _asked(sparql: str) -> Iterator[str]:
    """Yield the IRI of every term of ours that stands in a query, not in its strings."""
    spaces = dict(PREFIXES)
    for token in _TOKEN.finditer(sparql):
        if token["space"] is not None:
            spaces[token["declared"]] = token["space"]
            continue
        iri = token["iri"] or spaces.get(token["prefix"] or "", "") + (token["name"] or "")
        if re.fullmatch(rf"{re.escape(GOV)}[\w-]+", iri):
            yield iri
