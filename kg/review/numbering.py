"""What is asked about the numbers of items: one twice, one left out, two in the wrong order.

Each list is looked at by itself. One that runs on from the list before it is whole, one that begins
anew behind words that lead up to it is a new list, and a number that the text has after all is not
left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.documents.marks import Style
from kg.lexicon import Lexicon
from kg.model import Document, Reading
from kg.review.hits import Hit
from kg.review.lists import Form, Item, lists

_HAN = "一二三四五六七八九十"
_WRITTEN = {
    Style.DIVISION: "第{han}部分",
    Style.HAN: "{han}[、.，：]",
    Style.HAN_BRACKET: "（?{han}）",
    Style.DIGIT: r"{value}[.、．，]",
    Style.DIGIT_BRACKET: "{value}）",
    Style.LED: "(?:第|其)?{han}[是要，、]|第{han}|首先",
}
"""How a number may stand in the text where nobody saw it as one."""
_BEFORE = "(?:^|[\n。；！？，：”])"
_BRACKETS = "(（"
_HEADING_ENDS = re.compile("[。！？：；\n]")
_LONGEST_QUOTE = 60
_LONGEST_HEADING = 40
_NUMBERED = re.compile(rf"[（(]?(?:[{_HAN}]+|\d+|[①-⑳]|第[{_HAN}]+部分)[）)、.，是要 ]")
_STOPS = "。；！？”：，、"


def numbering(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about numbers that stand twice, are left out, or look unlike the others of their list."""
    document = reading.document
    ended: dict[Form, int] = {}
    for numbered in lists(document):
        yield from _unlike(document, numbered.items)
        yield from _out_of_order(document, numbered.items, ended.get(numbered.form, 0))
        ended[numbered.form] = numbered.last


def _unlike(document: Document, items: Sequence[Item]) -> Iterator[Hit]:
    """Yield the items marked in another style, and the first with brackets of another width."""
    form = Counter(item.form for item in items).most_common(1)[0][0]
    for item in items:
        if item.form != form:
            yield _hit(document, item, "style")
    opening = [(item, document.text[document.offsets[item.start]]) for item in items]
    bracketed = [(item, char) for item, char in opening if char in _BRACKETS and item.form == form]
    widths = Counter(char for _, char in bracketed).most_common(2)
    if len(widths) == 2 and widths[0][1] > widths[1][1]:
        yield _hit(document, next(i for i, char in bracketed if char == widths[1][0]), "style")


def _out_of_order(document: Document, items: Sequence[Item], before: int) -> Iterator[Hit]:
    """Yield where a list is not 1, 2, 3; ``before`` is where the last list of its form ended."""
    last, twice = 0, False
    values = [item.value for item in items]
    changed = -1
    for index, (item, value) in enumerate(zip(items, values, strict=True)):
        expected, following = last + 1, values[index + 1 : index + 2]
        if index == changed:
            yield _hit(document, item, "order")
        elif value == expected or (twice and value == last + 2):
            last, twice = value, False
        elif (
            value == expected + 1 and following == [expected] and values[index + 2 :][:1] != [value]
        ):
            changed, last = index + 1, value
        elif index == 0:
            if value != before + 1:
                yield from _skipped(document, item, None, range(1, value))
            last = value
        elif value == 1:
            if _is_slip(document, item, items[index - 1], following):
                yield _hit(document, item, "" if last == 1 else "anew")
            last, twice = 1, last == 1
        elif value <= last:
            yield _hit(document, item, "")
            last, twice = value, True
        elif following == [expected]:
            yield _hit(document, item, "order")
        else:
            yield from _skipped(document, item, items[index - 1], range(expected, value))
            last, twice = value, False


def _is_slip(document: Document, item: Item, previous: Item, following: list[int]) -> bool:
    """Whether a list that begins again is no new one: nothing between leads up to it.

    一是…二是… begins anew all the time; there only 一是…一是…二是 in one paragraph is a slip.
    """
    plain = document.plain
    if item.is_led:
        together = item.line in (previous.line, plain.find("\n", previous.start) + 1)
        apart = item.line != previous.line and (item.inline or previous.inline)
        return previous.value == 1 and together and not apart and following in ([2], [3])
    between = plain[previous.line : item.start].rstrip("\n")
    if between.endswith("："):
        return False
    if item.inline:
        return item.line == previous.line
    unnumbered = (line for line in between.split("\n")[1:] if not _NUMBERED.match(line))
    return not any(
        0 < len(line) <= _LONGEST_HEADING and line[-1] not in _STOPS for line in unnumbered
    )


def _skipped(document: Document, item: Item, previous: Item | None, values: range) -> Iterator[Hit]:
    """Yield an item with numbers left out before it, unless the text has one of them after all."""
    start = previous.end if previous else max(0, item.start - 200)
    between = document.plain[start : item.start]
    form = _WRITTEN.get(item.form[0])
    written = [form.format(han=_han(value), value=value) for value in values] if form else []
    if not any(re.search(f"{_BEFORE}(?:{words})", between) for words in written):
        yield _hit(document, item, "skipped", missing="、".join(map(str, values)))


def _han(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else _HAN[tens - 1] + "十"
    return head + (_HAN[ones - 1] if ones else "")


def _hit(document: Document, item: Item, variant: str, *, missing: str = "") -> Hit:
    stop = _HEADING_ENDS.search(document.plain, item.end, item.end + _LONGEST_QUOTE)
    end = stop.start() if stop else min(len(document.plain), item.end + _LONGEST_QUOTE)
    number = document.quote(document.span(item.start, item.end))
    values = {"number": number.strip(), "missing": missing}
    return Hit(document.span(item.start, max(end, item.end)), values, variant=variant)
