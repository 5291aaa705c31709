"""Statements and how they are written: sorted Turtle and TriG, the same bytes every time.

A statement is three strings: subject and predicate are IRIs, the object an IRI or a literal as
Turtle writes it (``"好"@zh``, ``12``). There are no blank nodes. Reading is pyoxigraph's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal

from kg.names import PREFIXES

Statement = tuple[str, str, str]
About = dict[str, list[str]]
"""What is said of one subject: predicate -> objects."""

RDF_TYPE = PREFIXES["rdf"] + "type"
_DATE_TYPES = ("gYear", "gYearMonth", "date")
_ALSO = " ,\n        "
_NEXT = " ;\n    "
_ESCAPES = {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F)} | {
    "\\": r"\\",
    '"': r"\"",
    "\n": r"\n",
    "\r": r"\r",
    "\t": r"\t",
}
_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')
_LETTERS = (
    "0-9A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u3001-\ud7ff"
)
_LOCAL = re.compile(f"[{_LETTERS}][{_LETTERS}-]*")
_SPACES = {iri: prefix for prefix, iri in PREFIXES.items()}
_SPACE = re.compile(r".*[/#]", re.DOTALL)
_UNSAFE = re.compile(r'[\x00-\x20<>"{}|^`\\]')


def literal(text: str, *, language: str = "") -> str:
    r"""Write a string literal.

    >>> print(literal('“双共”\n"奋进"', language="zh"))
    "“双共”\n\"奋进\""@zh
    """
    escaped = _ESCAPED.sub(lambda raw: _ESCAPES[raw[0]], text)
    return f'"{escaped}"@{language}' if language else f'"{escaped}"'


def date(iso: str) -> str:
    """Write a date, a month or a year, as known.

    >>> date("2021-01-01"), date("2021")
    ('"2021-01-01"^^xsd:date', '"2021"^^xsd:gYear')
    """
    return f'"{iso}"^^xsd:{_DATE_TYPES[iso.count("-")]}'


def decimal(value: Decimal) -> str:
    """Write a decimal, with a point always.

    >>> decimal(Decimal("460000")), decimal(Decimal("1.50")), decimal(Decimal("1E+3"))
    ('460000.0', '1.5', '1000.0')
    """
    whole, _, part = f"{value:f}".partition(".")
    return f"{whole}.{part.rstrip('0') or '0'}"


def flat(graphs: Mapping[str, Collection[Statement]]) -> str:
    """Write the union of named graphs as Turtle."""
    return both(graphs)[0]


def named(graphs: Mapping[str, Collection[Statement]]) -> str:
    """Write named graphs as TriG, in the order of their names."""
    return both(graphs)[1]


def both(graphs: Mapping[str, Collection[Statement]]) -> tuple[str, str]:
    """Write named graphs as ``flat`` and as ``named`` do; what both hold is worked out once."""
    short = Shortener()
    header = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(PREFIXES.items()))
    by_graph = [header]
    shared = {subject: About() for subject in _shared(graphs)}
    written: dict[str, str] = {}
    for name in sorted(graphs):
        subjects = _grouped(graphs[name])
        by_graph.append(f"\n{short[name]} {{\n")
        for subject in sorted(subjects):
            about = subjects[subject]
            written[subject] = _paragraph(subject, about, short)
            by_graph.append(written[subject])
            if subject in shared:
                for predicate, objects in about.items():
                    shared[subject].setdefault(predicate, []).extend(objects)
        by_graph.append("}\n")
    for subject, about in shared.items():
        written[subject] = _paragraph(subject, about, short)
    union = [written[subject] for subject in sorted(written)]
    return "".join((header, *union)), "".join(by_graph)


def _shared(graphs: Mapping[str, Collection[Statement]]) -> set[str]:
    """Return the subjects that several graphs speak of."""
    known: set[str] = set()
    shared: set[str] = set()
    for statements in graphs.values():
        subjects = {subject for subject, _, _ in statements}
        shared |= known & subjects
        known |= subjects
    return shared


def _grouped(statements: Iterable[Statement]) -> dict[str, About]:
    subjects: dict[str, About] = {}
    for subject, predicate, thing in statements:
        about = subjects.get(subject)
        if about is None:
            about = subjects[subject] = {}
        objects = about.get(predicate)
        if objects is None:
            about[predicate] = [thing]
        else:
            objects.append(thing)
    return subjects


def _paragraph(subject: str, about: About, short: Shortener) -> str:
    """Write what is said of one subject, sorted, every object on a line of its own."""
    lines = []
    for predicate in sorted(about):
        verb = "a" if predicate == RDF_TYPE else short[predicate]
        objects = about[predicate]
        if len(objects) == 1:
            lines.append(f"{verb} {short[objects[0]]}")
        else:
            lines.append(f"{verb} {_ALSO.join([short[thing] for thing in sorted(set(objects))])}")
    return f"\n{short[subject]} {_NEXT.join(lines)} .\n"


class Shortener(dict[str, str]):
    """IRI or written literal -> what stands in the file; each worked out once."""

    def __missing__(self, term: str) -> str:
        if term.startswith(("http", "urn:")):
            space = _SPACE.match(term)
            prefix = _SPACES.get(space[0]) if space else None
            name = term[space.end() :] if space else ""
            self[term] = f"{prefix}:{name}" if prefix and _LOCAL.fullmatch(name) else _iri(term)
            return self[term]
        return term


def _iri(iri: str) -> str:
    return f"<{_UNSAFE.sub(lambda m: f'%{ord(m[0]):02X}', iri)}>"
