"""What is asked about the numbers of items: one twice, one left out, one in another style.

Each list is looked at by itself: the numbered sections that lie in one section, style by style. A
list that begins again at one is a new list, one that runs on from the list before it is whole, and
a number that the outline missed and the text has is not left out.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.lexicon.numerals import numeral
from kg.model import Document, Reading, Section
from kg.review.hits import Hit

_HAN = "一二三四五六七八九十"
_STYLES = {
    "{}、": re.compile(rf"([{_HAN}]{{1,3}})[、.，：]?"),
    "（{}）": re.compile(rf"（([{_HAN}]{{1,3}})）[、.]?"),
    "{}.": re.compile(r"(\d{1,2})[、.]"),
    "（{}": re.compile(r"（(\d{1,2})）[、.]?"),
    "{}）": re.compile(r"(\d{1,2})）"),
    "{}是": re.compile(rf"([{_HAN}]{{1,3}})是"),
    "{}要": re.compile(rf"([{_HAN}]{{1,3}})要"),
}
_LED = ("{}是", "{}要")
_BRACKETS = "(（"
_LONGEST = 30


@dataclass(frozen=True, slots=True)
class _Item:
    section: Section
    style: str
    value: int


def numbering(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about numbers that stand twice, are left out, or look unlike the others of their list."""
    document = reading.document
    ended: dict[str, int] = {}
    for items in _lists(document):
        yield from _unlike(document, items)
        style = items[0].style
        yield from _out_of_order(document, items, ended.get(style, 0))
        ended[style] = items[-1].value


def _lists(document: Document) -> list[list[_Item]]:
    """Return the lists of a document: items of one style in one section, odd ones put in."""
    children: dict[int, list[_Item]] = defaultdict(list)
    for section in document.sections:
        if item := _item(section):
            children[section.parent].append(item)
    lists = []
    for siblings in children.values():
        numbered = [item for item in siblings if item.style not in _LED]
        for style in dict.fromkeys(item.style for item in numbered):
            own = [item for item in numbered if item.style == style]
            if 2 * len(own) > len(numbered):
                lists.append(_with_odd(numbered, style))
            elif len(own) > 1:
                lists.append(own)
        for style in _LED:
            if own := [item for item in siblings if item.style == style]:
                lists.append(own)
    return sorted(lists, key=lambda items: items[0].section.span)


def _item(section: Section) -> _Item | None:
    for style, pattern in _STYLES.items():
        if found := pattern.fullmatch(section.number):
            value = int(numeral(found[1]))
            return _Item(section, style, value) if 0 < value <= _LONGEST else None
    return None


def _with_odd(siblings: Sequence[_Item], style: str) -> list[_Item]:
    """Return the items of a style with those of another that take a place among them."""
    kept = []
    for index, item in enumerate(siblings):
        before = next((o.value for o in reversed(siblings[:index]) if o.style == style), 0)
        after = next((o.value for o in siblings[index + 1 :] if o.style == style), item.value + 1)
        if item.style == style or (before + 1 == item.value == after - 1):
            kept.append(item)
    return kept


def _unlike(document: Document, items: Sequence[_Item]) -> Iterator[Hit]:
    """Yield the items marked in another style, and the first with brackets of another width."""
    style = Counter(item.style for item in items).most_common(1)[0][0]
    for item in items:
        if item.style != style:
            yield _hit(document, item, "style")
    opening = [(item, document.text[item.section.span.start]) for item in items]
    bracketed = [
        (item, char) for item, char in opening if char in _BRACKETS and item.style == style
    ]
    widths = Counter(char for _, char in bracketed).most_common(2)
    if len(widths) == 2 and widths[0][1] > widths[1][1]:
        yield _hit(document, next(i for i, char in bracketed if char == widths[1][0]), "style")


def _out_of_order(document: Document, items: Sequence[_Item], before: int) -> Iterator[Hit]:
    last, twice = 0, False
    for index, item in enumerate(items):
        value = item.value
        runs_on = value in (last + 1, last + 2 if twice else 0, 0 if index else before + 1)
        if runs_on or (value == 1 and (item.style in _LED or last != 1)):
            twice = False
        elif value <= last:
            twice = True
            yield _hit(document, item, "")
        elif missing := _absent(document, items, index, range(last + 1, value)):
            twice = False
            yield _hit(document, item, "skipped", missing="、".join(map(str, missing)))
        last = value


def _absent(document: Document, items: Sequence[_Item], index: int, values: range) -> list[int]:
    """Return the values left out, [] where the text has one of their numbers after all."""
    start = bisect_left(document.offsets, items[index - 1].section.span.start) if index else 0
    end = bisect_left(document.offsets, items[index].section.span.start)
    between = document.plain[start:end]
    marks = ("是", "要") if items[index].style in _LED else ("、", "）", ".", "，", "：", "是")
    written = [f"{number}{mark}" for v in values for number in (v, _han(v)) for mark in marks]
    return [] if any(form in between for form in written) else list(values)


def _han(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else _HAN[tens - 1] + "十"
    return head + (_HAN[ones - 1] if ones else "")


def _hit(document: Document, item: _Item, variant: str, *, missing: str = "") -> Hit:
    section = item.section
    start = bisect_left(document.offsets, section.span.start)
    end = start + len(section.number) + len(section.heading)
    stop = document.plain.find("\n", start, end)
    span = document.span(start, stop if stop > start else end)
    number = document.quote(document.span(start, start + len(section.number)))
    return Hit(span, {"number": number, "missing": missing}, variant=variant)
