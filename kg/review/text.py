"""What is asked about the wording: lost words, and strings of another year or place.

Matches on plain text and hands out spans of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.clauses import CLAUSE_ENDS, around
from kg.lexicon import Lexicon
from kg.model import Document, Level, Part, Reading
from kg.review.hits import Hit

_EMPTY = re.compile(
    r"(?<!其)(?<!剩)(?<!盈)(?<!业)(?<![\dOolI一-十百千万亿两几数多])余(?:人次|场次|份|件(?!次)|场|起(?!诉))(?=[，。；、])"
    r"|(?:资料|手册|传单|宣传单|宣传品)份(?=[，。；、])"
    r"|(?:开展|举办|召开|组织)[^，。；、\n增减]{0,12}(?:活动|宣传|讲座|培训|会议)(?:场次|场)(?=[，。；、])"
    r"|(?:受理|调解|化解|调处|排查)(?:各类)?(?:矛盾)?纠纷[件起](?=[，。；、])"
    r"|(?:(?<![A-Za-z\d+])[Xx×＊*○]+|_{2,})(?:余|多)?(?:万?元|场次|人次|[次场件份人名起户条个项期%])"
    r"|《》|（）(?!户)|“”"
    r"|[，、；：][，、；。]|。[，、；。]"
)
_QUOTES = "“”"
"""Nothing in quotation marks; straight ones do not say which of them open."""
_BEFORE_EMPTY = 12
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


def lost(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about a slot not filled in (发放资料余份, 解答群众法律营造了…), a 《 without its 》."""
    document = reading.document
    plain = document.plain
    for found in _EMPTY.finditer(plain):
        begin, _ = around(plain, found.start(), found.start(), ends=CLAUSE_ENDS + "、")
        begin = max(begin, found.start() - _BEFORE_EMPTY)
        span = document.span(min(begin, found.start()), found.end())
        if found[0] != _QUOTES or _QUOTES in document.quote(span):
            yield Hit(span)
    yield from (Hit(document.span(*place)) for place in _unpaired(plain))
    for verb, objects in _slots(lexicon):
        for found in re.finditer(verb, plain):
            begin, stop = around(plain, found.start(), found.end(), ends=CLAUSE_ENDS)
            behind = plain[found.end() : stop]
            governed = not plain[begin : found.start()].endswith(objects)
            if len(behind) > 2 and governed and not any(word in behind for word in objects):
                yield Hit(document.span(found.start(), stop))


def _unpaired(plain: str) -> Iterator[tuple[int, int]]:
    """Yield where a title mark has no partner in its paragraph, with the words beside it."""
    open_: list[int] = []
    for mark in re.finditer("[《》\n]", plain + "\n"):
        at = mark.start()
        if mark[0] == "《":
            open_.append(at)
        elif mark[0] == "》" and open_:
            open_.pop()
        elif mark[0] == "》":
            yield max(plain.rfind("\n", 0, at) + 1, at - _BEFORE_EMPTY), at + 1
        else:
            yield from ((start, min(start + _BEFORE_EMPTY, at)) for start in open_)
            open_.clear()


def _slots(lexicon: Lexicon) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, words in lexicon.rules.words.items():
        if name.startswith("slot_"):
            yield name.removeprefix("slot_"), words


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
