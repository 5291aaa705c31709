"""Statements and how they are written: sorted Turtle and TriG, the same bytes every time.

A statement is three strings: subject and predicate are IRIs, the object an IRI or a literal as
Turtle writes it (``"好"@zh``, ``12``). There are no blank nodes. Reading is pyoxigraph's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

from kg.names import PREFIXES

Statement = tuple[str, str, str]

RDF_TYPE = PREFIXES["rdf"] + "type"
_DATE_TYPES = ("gYear", "gYearMonth", "date")
_ESCAPES = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)} | {
    ord(raw): escaped
    for raw, escaped in [("\\", r"\\"), ('"', r"\""), ("\n", r"\n"), ("\r", r"\r"), ("\t", r"\t")]
}
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
    return f'"{text.translate(_ESCAPES)}"' + (f"@{language}" if language else "")


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


def flat(graphs: Mapping[str, Sequence[Statement]]) -> str:
    """Write the union of named graphs as Turtle."""
    union = sorted({statement for graph in graphs.values() for statement in graph})
    return "".join((*_header(), *_blocks(union, _Shortener(), "")))


def named(graphs: Mapping[str, Sequence[Statement]]) -> str:
    """Write named graphs as TriG, in the order of their names."""
    short = _Shortener()
    parts: list[str] = list(_header())
    for name in sorted(graphs):
        parts += [f"\n{short[name]} {{\n", *_blocks(sorted(set(graphs[name])), short, "  "), "}\n"]
    return "".join(parts)


class _Shortener(dict[str, str]):
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


def _header() -> Iterator[str]:
    for prefix, iri in sorted(PREFIXES.items()):
        yield f"@prefix {prefix}: <{iri}> .\n"


def _blocks(statements: Iterable[Statement], short: _Shortener, indent: str) -> Iterator[str]:
    """Write sorted statements, a paragraph for each subject, every object on a line of its own."""
    one_a_line = f" ,\n{indent}        "
    for subject, about in groupby(statements, itemgetter(0)):
        lines = []
        for predicate, rows in groupby(about, itemgetter(1)):
            verb = "a" if predicate == RDF_TYPE else short[predicate]
            lines.append(f"{verb} {one_a_line.join(short[row[2]] for row in rows)}")
        yield f"\n{indent}{short[subject]} {f' ;{chr(10)}{indent}    '.join(lines)} .\n"
