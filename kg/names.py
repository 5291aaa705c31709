"""Namespaces and every IRI the project mints. Nothing else makes an IRI.

Identifiers are names, not addresses: the base is a setting and nothing is fetched from it. Local
names hold letters, digits, Chinese characters, ``_`` and ``-`` only, so that they write as prefixed
names.
"""

from __future__ import annotations

import re

BASE = "https://w3id.org/fazhi-kg/"
GOV = f"{BASE}ontology#"
SKOS = "http://www.w3.org/2004/02/skos/core#"

CONCEPT_SPACES = {
    "law": f"{BASE}law/",
    "inst": f"{BASE}institution-type/",
    "mech": f"{BASE}mechanism/",
    "role": f"{BASE}role/",
    "day": f"{BASE}day/",
    "dispute": f"{BASE}dispute/",
    "indicator": f"{BASE}indicator/",
    "unit": f"{BASE}unit/",
    "function": f"{BASE}function/",
    "section": f"{BASE}section/",
    "theme": f"{BASE}theme/",
}
PLACE = f"{BASE}place/"
INSTITUTION = f"{BASE}institution/"
REPORT = f"{BASE}report/"
MENTION = f"{BASE}mention/"
OBSERVATION = f"{BASE}observation/"
ITEM = f"{BASE}item/"

_KEEP = re.compile(r"[^\w\-]+")


def local(name: str) -> str:
    """Turn any name into a local name by the one rule there is.

    Brackets, blanks and punctuation become single underscores; nothing else changes.

    >>> local("法治政府建设实施纲要（2021—2025年）")
    '法治政府建设实施纲要_2021_2025年'
    """
    return _KEEP.sub("_", name).strip("_-") or "_"


def gov(term: str) -> str:
    """Return the IRI of one of our own classes or properties."""
    return GOV + term


def concept(space: str, label: str) -> str:
    """Return the IRI of a shared concept (a key of ``CONCEPT_SPACES``) by its label."""
    return CONCEPT_SPACES[space] + local(label)


def law(title: str) -> str:
    """Return the IRI of a legal instrument by its full title."""
    return concept("law", title)


def place(code: str) -> str:
    """Return the IRI of a place by its statistical code."""
    return PLACE + code
