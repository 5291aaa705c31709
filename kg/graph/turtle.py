"""Statements and how they are written: sorted Turtle and TriG, the same bytes every time.

A statement is three strings: subject and predicate are IRIs, the object an IRI or a literal as
Turtle writes it (``"好"@zh``, ``12``). There are no blank nodes. Reading files is pyoxigraph's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from operator import itemgetter

import pyoxigraph as ox

from kg.graph.spool import Sorted
from kg.names import FINDING, ITEM, MENTION, OBSERVATION, PASSAGE, PREFIXES

Statement = tuple[str, str, str]
About = dict[str, list[str]]
"""What is said of one subject: predicate -> objects."""
Graph = Mapping[str, About]
"""What is said, by subject."""
HEADER = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in sorted(PREFIXES.items()))

RDF_TYPE = PREFIXES["rdf"] + "type"
_DATE_TYPES = ("gYear", "gYearMonth", "date")
_OF_ONE = (MENTION, OBSERVATION, ITEM, FINDING, PASSAGE)
"""What IRIs begin with that the graph of one report alone speaks of."""
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
_WRITTEN = re.compile(r"\\(u[0-9A-F]{4}|.)")
_PLAIN = {"\\": "\\", '"': '"', "n": "\n", "r": "\r", "t": "\t"}
_BARE = ("integer", "decimal", "boolean")
_IRIS = ("http", "urn:")
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


def text(written: str) -> str:
    r"""Return the text of a literal, whatever its language or type; an IRI as it is.

    >>> text(literal('“双共”\n"奋进"', language="zh")), text(date("2021")), text("46.0")
    ('“双共”\n"奋进"', '2021', '46')
    """
    if not written.startswith('"'):
        return written if is_iri(written) else written.removesuffix(".0")
    inside = written[1 : written.rindex('"')]
    return _WRITTEN.sub(_unescape, inside) if "\\" in inside else inside


def _unescape(escape: re.Match[str]) -> str:
    code = escape[1]
    return _PLAIN[code] if code in _PLAIN else chr(int(code[1:], 16))


def one(about: About, predicate: str) -> str:
    """Return the text of the one value that a subject has of a property; "" for none."""
    return text(about[predicate][0]) if predicate in about else ""


def chinese(about: About, predicate: str) -> str:
    """Return the text of the value in Chinese; "" for none."""
    return next((text(said) for said in about.get(predicate, ()) if said.endswith("@zh")), "")


def is_iri(written: str) -> bool:
    """Whether an object is an IRI."""
    return written.startswith(_IRIS)


def write(term: ox.NamedNode | ox.Literal) -> str:
    """Write a term that pyoxigraph has read."""
    if isinstance(term, ox.NamedNode):
        return term.value
    if term.language:
        return literal(term.value, language=term.language)
    kind = term.datatype.value.removeprefix(PREFIXES["xsd"])
    if kind in _BARE:
        return term.value
    return literal(term.value) + ("" if kind == "string" else f"^^xsd:{kind}")


def flat(graphs: Mapping[str, Iterable[Statement]]) -> str:
    """Write the union of named graphs as Turtle."""
    union = Union()
    for name in sorted(graphs):
        union.add(name, by_subject(graphs[name]))
    return "".join(union)


def named(graphs: Mapping[str, Iterable[Statement]]) -> str:
    """Write named graphs as TriG, in the order of their names."""
    union = Union()
    return HEADER + "".join(union.add(name, by_subject(graphs[name])) for name in sorted(graphs))


def by_subject(statements: Iterable[Statement]) -> Graph:
    """Gather what is said of each subject, everything once."""
    graph: dict[str, About] = {}
    for subject, predicate, thing in statements:
        about = graph.get(subject)
        if about is None:
            about = graph[subject] = {}
        objects = about.get(predicate)
        if objects is None:
            about[predicate] = [thing]
        else:
            objects.append(thing)
    for about in graph.values():
        for predicate, objects in about.items():
            if len(objects) > 1:
                about[predicate] = [*dict.fromkeys(objects)]
    return graph


class Union:
    """The union of named graphs, gathered while each is written; iterating writes it as Turtle.

    What one graph alone can speak of is written once for both; the rest waits to be united.
    """

    def __init__(self) -> None:
        self._subjects: Sorted[str | About] = Sorted()

    def add(self, name: str, graph: Graph) -> str:
        """Return a graph as TriG, to stand behind ``HEADER``."""
        short = Shortener()
        block = [f"\n{short[name]} {{\n"]
        for subject in sorted(graph):
            about = graph[subject]
            paragraph = _paragraph(subject, about, short)
            block.append(paragraph)
            self._subjects.add(subject, paragraph if subject.startswith(_OF_ONE) else about)
        block.append("}\n")
        return "".join(block)

    def __iter__(self) -> Iterator[str]:
        yield HEADER
        for subject, records in groupby(self._subjects, key=itemgetter(0)):
            about: About = {}
            for _, said in records:
                if isinstance(said, str):
                    yield said
                else:
                    for predicate, objects in said.items():
                        about.setdefault(predicate, []).extend(objects)
            if about:
                yield _paragraph(subject, about, Shortener())


def _paragraph(subject: str, about: About, short: Shortener) -> str:
    """Write what is said of one subject, sorted, every object on a line of its own."""
    lines = []
    for predicate in sorted(about):
        verb = "a" if predicate == RDF_TYPE else short[predicate]
        objects = about[predicate]
        if len(objects) == 1:
            lines.append(f"{verb} {short[objects[0]]}")
        else:
            lines.append(f"{verb} {_ALSO.join([short[thing] for thing in sorted({*objects})])}")
    return f"\n{short[subject]} {_NEXT.join(lines)} .\n"


class Shortener(dict[str, str]):
    """IRI or written literal -> what stands in the file; each worked out once."""

    def __missing__(self, term: str) -> str:
        if term.startswith(_IRIS):
            space = _SPACE.match(term)
            prefix = _SPACES.get(space[0]) if space else None
            name = term[space.end() :] if space else ""
            self[term] = f"{prefix}:{name}" if prefix and _LOCAL.fullmatch(name) else _iri(term)
            return self[term]
        return term


def _iri(iri: str) -> str:
    return f"<{_UNSAFE.sub(lambda m: f'%{ord(m[0]):02X}', iri)}>"
