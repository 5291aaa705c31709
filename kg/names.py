"""Namespaces and every IRI the project mints. Nothing else makes an IRI.

Identifiers are names, not addresses: the base is fixed and nothing is fetched from it. Local
names hold letters, digits, Chinese characters, ``_`` and ``-`` only, so that they write as prefixed
names.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.model import Issuer, Level

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
    "part": f"{BASE}part/",
    "status": f"{BASE}status/",
    "bound": f"{BASE}bound/",
    "action": f"{BASE}action/",
    "dimension": f"{BASE}dimension/",
}
PLACE = f"{BASE}place/"
INSTITUTION = f"{BASE}institution/"
REPORT = f"{BASE}report/"
MENTION = f"{BASE}mention/"
OBSERVATION = f"{BASE}observation/"
ITEM = f"{BASE}item/"
FINDING = f"{BASE}finding/"
PASSAGE = f"{BASE}passage/"
VOCABULARY = f"{BASE}graph/vocabulary"
"""The named graph of the concepts and places that reports share."""

PREFIXES = {
    "gov": GOV,
    **CONCEPT_SPACES,
    "place": PLACE,
    "institution": INSTITUTION,
    "report": REPORT,
    "mention": MENTION,
    "observation": OBSERVATION,
    "item": ITEM,
    "finding": FINDING,
    "passage": PASSAGE,
    "skos": SKOS,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
}
"""The prefixes every file is written with, and every query may use undeclared."""

_KEEP = re.compile(r"[^\w\-]+")


@lru_cache(maxsize=4096)
def local(name: str) -> str:
    """Turn any name into a local name by the one rule there is.

    Brackets, blanks and punctuation become single underscores; nothing else changes.

    >>> local("法治政府建设实施纲要（2021—2025年）")
    '法治政府建设实施纲要_2021_2025年'
    """
    return _KEEP.sub("_", name).strip("_-") or "_"


@cache
def gov(term: str) -> str:
    """Return the IRI of one of our own classes or properties."""
    return GOV + term


@lru_cache(maxsize=4096)
def concept(space: str, label: str) -> str:
    """Return the IRI of a shared concept by its label; an unknown space is one of its own."""
    return CONCEPT_SPACES.get(space, f"{BASE}{space}/") + local(label)


def law(title: str) -> str:
    """Return the IRI of a legal instrument by its full title."""
    return concept("law", title)


def place(code: str) -> str:
    """Return the IRI of a place by its statistical code."""
    return PLACE + code


def issuer(who: Issuer) -> str:
    """Return the IRI of who reports: a place, or a bureau's institution at its place.

    A place that no statistical code is known for goes by its chain.

    >>> issuer(Issuer("阿索乡", Level.TOWNSHIP, "尼玛县", place="540629204")).removeprefix(BASE)
    'place/540629204'
    >>> issuer(Issuer("安多县公安局", Level.BUREAU, "安多县", place="540624")).removeprefix(BASE)
    'institution/540624-公安局'
    >>> issuer(Issuer("阿索乡", Level.TOWNSHIP, "尼玛县")).removeprefix(BASE)
    'place/尼玛县阿索乡'
    >>> issuer(Issuer("城关镇", Level.TOWNSHIP, apart="1f2e3d4c")).removeprefix(BASE)
    'place/城关镇-1f2e3d4c'
    """
    chain = (who.province, who.prefecture, who.county)
    if who.level is not Level.BUREAU:
        return place(
            who.place or local("-".join(filter(None, ("".join(chain) + who.name, who.apart))))
        )
    kind = who.name
    for above in chain:
        kind = kind.removeprefix(above) or kind
    return institution(place(who.place or local("".join(chain) or f"_{who.apart}")), kind)


def institution(place: str, kind: str) -> str:
    """Return the IRI of the institution of one type at one place, or inside one bureau.

    >>> institution(place("540629204"), "司法所").removeprefix(BASE)
    'institution/540629204-司法所'
    """
    return f"{INSTITUTION}{place.removeprefix(PLACE).removeprefix(INSTITUTION)}-{local(kind)}"


def report(issuer: str, year: int | None, digest: str = "") -> str:
    """Return the IRI of an issuer's report on a year; ``digest`` tells two of one year apart.

    >>> report(place("540629204"), 2024).removeprefix(BASE)
    'report/540629204-2024'
    """
    who = issuer.removeprefix(PLACE).removeprefix(INSTITUTION)
    return REPORT + "-".join(filter(None, (who, str(year or ""), digest)))


def _within(space: str, report: str, *parts: object) -> str:
    return space + "-".join([report.removeprefix(REPORT), *map(str, parts)])


def mention(report: str, start: int, end: int, kind: str) -> str:
    """Return the IRI of a mention: its report, its span and what it names.

    >>> mention(report(place("540629204"), 2024), 386, 388, "LAW").removeprefix(BASE)
    'mention/540629204-2024-386-388-LAW'
    """
    return _within(MENTION, report, start, end, kind)


def observation(report: str, start: int, end: int) -> str:
    """Return the IRI of a figure at a span of a report."""
    return _within(OBSERVATION, report, start, end)


def item(report: str, start: int) -> str:
    """Return the IRI of the outline item that starts at a place of a report."""
    return _within(ITEM, report, start)


def finding(report: str, id_: str) -> str:
    """Return the IRI of a finding on a report: it stays while the words asked about do."""
    return _within(FINDING, report, id_)


def passage(report: str, start: int, end: int) -> str:
    """Return the IRI of a passage of a report that a finding is compared with."""
    return _within(PASSAGE, report, start, end)
