"""Rows and portraits as text: a table for the eye, CSV for a spreadsheet, JSON for a program."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.graph.store import Rows, Value
from kg.names import BASE, PREFIXES

if TYPE_CHECKING:
    from kg.graph.knowledge import Knowledge


class _Lines:
    """A file that hands each line back in place of its length."""

    write = staticmethod(str)


_WRITER = csv.writer(_Lines())
_EXACT = 2**53
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def render(rows: Rows, format: str) -> str:
    """Return rows as ``table``, ``csv`` or ``json``, ending in a newline."""
    match format:
        case "csv":
            return sheet(rows.variables, rows.rows)
        case "json":
            return json.dumps(list(rows), ensure_ascii=False, indent=1, default=_number) + "\n"
        case "table":
            return table(rows.variables, [[short(value) for value in row] for row in rows.rows])
    raise ValueError(f"{format}: not one of table, csv, json")


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Set rows in columns, a Chinese character counting two.

    >>> print(table(["乡镇", "n"], [["阿索乡", "6"]]), end="")
    乡镇    n
    ──────  ─
    阿索乡  6
    (1 row)
    """
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(header, *cells, strict=True)]
    lines = [header, ["─" * width for width in widths], *cells]
    shown = ["  ".join(map(_pad, line, widths)).rstrip() for line in lines]
    return "\n".join([*shown, f"({len(rows)} row{'s' * (len(rows) != 1)})"]) + "\n"


def sheet(header: Iterable[str], rows: Iterable[Iterable[Value]]) -> str:
    r"""Write CSV that a spreadsheet takes for text: a cell that begins like a formula gets a quote.

    >>> sheet(["项"], [["=HYPERLINK()"], [Decimal("-3.50")]])
    "项\r\n'=HYPERLINK()\r\n-3.5\r\n"
    """
    return "".join(map(line, (header, *rows)))


def line(row: Iterable[Value]) -> str:
    """Write one line of such a sheet."""
    written: str = _WRITER.writerow(map(_cell, row))
    return written


def _cell(value: Value) -> str:
    if not isinstance(value, str):
        return short(value)
    return f"'{value}" if value.startswith(_FORMULA) else value


def short(value: Value) -> str:
    """Return a value as it is shown: IRIs prefixed, decimals without idle zeros.

    >>> short("https://w3id.org/fazhi-kg/role/法律明白人"), short(Decimal("46.0")), short(None)
    ('role:法律明白人', '46', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        whole, point, part = f"{value:f}".partition(".")
        return whole + (point + part).rstrip("0").rstrip(".")
    if isinstance(value, str) and value.startswith("http"):
        for prefix, iri in PREFIXES.items():
            if value.startswith(iri):
                return f"{prefix}:{value.removeprefix(iri)}"
        return value.removeprefix(BASE)
    return str(value)


def _number(value: object) -> int | float:
    if not isinstance(value, Decimal):
        raise TypeError(value)
    # Python writes no int of more than 4,300 digits, and no reader of JSON keeps more than 2**53.
    whole = abs(value) < _EXACT and value == value.to_integral_value()
    return int(value) if whole else float(value)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _pad(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def portrait(knowledge: Knowledge, name: str) -> str:
    """Return what the graph holds of one thing, by edge, with the words each fact rests on.

    Raises ``LookupError`` where the name is nothing's or several things'.
    """
    thing = knowledge.find(name)
    lines = [f"{thing.label}  {thing.type}  {short(thing.iri)}"]
    lines += [f"  {fact}：{'、'.join(values)}" for fact, values in thing.facts.items()]
    for edge in knowledge.edges(thing.iri):
        lines.append(f"{edge.subject.label} —{edge.label}→ {edge.object.label}")
        for quote in edge.evidence:
            lines.append(f"    {quote.document}[{quote.start}:{quote.end}] {quote.sentence}")
    return "\n".join(lines) + "\n"
