"""What is asked about strings of another year or place: last year's report, another's.

Only where the title says the year, and only the ways in which a township speaks of itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model import Document, Level, Part, Reading
from kg.review.hits import Hit

_MARKED_YEAR = re.compile(r"(?<!\d)(20\d\d)年度?")
_OPENING_YEAR = re.compile(
    r"现(?:将|就)[^。\n]{0,16}?(?<!\d)(20\d\d)年度?[^。\n，]{0,30}(?:报告|汇报)"
)
_SELF = {
    Level.TOWNSHIP: {
        "乡": re.compile("(?:我|本)(?:镇|街道)|全镇"),
        "镇": re.compile("(?:我|本)(?:乡(?![镇村土亲贤])|街道)|全乡(?![镇村])"),
    },
    Level.STREET: {"": re.compile("(?:我|本)(?:乡(?![镇村土亲贤])|镇)|全乡(?![镇村])|全镇")},
}


def stale(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about a year or a name for oneself that does not fit who reports on what.

    Only where the title says the year: another one in a heading on what was done, or one not later
    than it in a heading on what is planned.
    """
    document = reading.document
    yield from _stale_self(document)
    year, title = document.year, document.quote(document.title)
    if year is None or f"{year}" not in title:
        return
    for section in document.sections:
        found = _MARKED_YEAR.search(section.heading)
        if section.level > 1 or not found or section.part is Part.OTHER:
            continue
        told = int(found[1])
        if len(_MARKED_YEAR.findall(section.heading)) > 1 or "以来" in section.heading:
            continue
        wrong = told <= year if section.part is Part.PLAN else told < year
        if wrong and told >= year - 2:
            start = bisect_left(document.offsets, section.span.start) + len(section.number)
            span = document.span(start, start + len(section.heading))
            yield Hit(span, {"year": f"{year}"})
    first = document.sections[0].span.start if document.sections else len(document.text)
    preamble = document.plain[: bisect_left(document.offsets, first)]
    opening = _OPENING_YEAR.search(preamble)
    if opening and int(opening[1]) < year:
        yield Hit(document.span(*opening.span()), {"year": f"{year}"})


def _stale_self(document: Document) -> Iterator[Hit]:
    """Yield the first of each wrong way a township speaks of itself."""
    name = document.issuer.name
    patterns = _SELF.get(document.issuer.level, {})
    pattern = next((p for end, p in patterns.items() if name and name.endswith(end)), None)
    if pattern is None:
        return
    seen = set()
    for found in pattern.finditer(document.plain):
        if found[0] not in seen:
            seen.add(found[0])
            yield Hit(document.span(*found.span()), {"issuer": name}, variant="self")
