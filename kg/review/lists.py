"""The numbered lists of a report, an item in a wrong style put into the list it belongs to.

Works on the numbers as they stand, not on the outline, which nests by style and so takes 二、 among
（一） and （三） for the next part. A number joins the open list of its style; where that one does
not expect it, and another open one does and goes on behind it, it joins the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from kg.documents.marks import Mark, Style, marks
from kg.model import Document, Part

_STRAY = re.compile(r"(?<=[。；])(?:(?P<digit>\d{1,2})[.、](?![\d\n])|（(?P<bracket>\d{1,2})）)")
"""A number inside a paragraph that does not run on from one: 一是…；2.…；三是."""
_LONGEST = 30
_FAR = 4
"""What a list may skip at most where the number stands inside a paragraph."""

Form = tuple[int, str]
"""How a number is marked: its style, and what tells kinds of one style apart (是, 要, 第)."""


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item; its places are in plain text, ``line`` is where its paragraph begins.

    ``opens_part`` says that its heading is that of another part of the report.
    """

    start: int
    end: int
    form: Form
    value: int
    inline: bool
    line: int
    opens_part: bool

    @property
    def is_led(self) -> bool:
        """Whether it is one of 一是…二是…: such lists begin anew as often as they like."""
        return self.form[0] == Style.LED


@dataclass(slots=True)
class Numbered:
    """A list in the making: its items in order, and the form that the next is expected in."""

    form: Form
    items: list[Item] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The number it has come to."""
        return self.items[-1].value


def lists(document: Document) -> list[Numbered]:
    """Return the lists of a document's body, in the order of their first items."""
    if not document.sections:
        return []
    start, _ = document.range(document.sections[0].span)
    end = max(document.range(section.span)[1] for section in document.sections)
    items = _items(document, start, end)
    found: list[Numbered] = []
    open_: list[Numbered] = []
    for at, item in enumerate(items):
        runs_on = _runs_on(found, item) and _is_led_up_to(document, items, at)
        home = _home(open_, items, at, runs_on=runs_on)
        if home is None:
            strange = item.inline and item.value > 1 and not item.is_led
            if strange and not _changed_places(items, at, 0):
                continue  # a number in running text that no list leads up to
            open_.append(Numbered(item.form, [item]))
            found.append(open_[-1])
            continue
        del open_[home + 1 :]
        goes_on = _next(items, at, open_[home].form) == item.value + 1
        if (
            len(open_[home].items) == 1
            and not goes_on
            and _next(items, at, item.form) >= item.value
        ):
            open_[home].form = item.form  # （1）…（二）…（三）: the first is the odd one
        open_[home].items.append(item)
    return found


def _items(document: Document, start: int, end: int) -> list[Item]:
    plain = document.plain
    known = {mark.start: mark for mark in marks(plain, document.offsets) if mark.value}
    for stray in _STRAY.finditer(plain, start, end):
        style = Style.DIGIT if stray["digit"] else Style.DIGIT_BRACKET
        value = int(stray["digit"] or stray["bracket"])
        known.setdefault(stray.start(), Mark(*stray.span(), style, value, inline=True))
    parts = _parts(document)
    return [
        Item(
            mark.start,
            mark.end,
            _form(plain[mark.start : mark.end], mark.style),
            mark.value,
            mark.inline,
            plain.rfind("\n", 0, mark.start) + 1,
            mark.start in parts,
        )
        for at, mark in sorted(known.items())
        if start <= at < end and mark.value <= _LONGEST
    ]


def _parts(document: Document) -> set[int]:
    """Return where top sections begin that are of another part than the one before."""
    tops = [section for section in document.sections if section.parent < 0]
    return {
        document.range(top.span)[0]
        for before, top in pairwise(tops)
        if top.part not in (before.part, Part.OTHER)
    }


def _form(number: str, style: int) -> Form:
    if style == Style.LED:
        return style, number[0] if number[0] in "第其" else number[-1]
    return style, ""


def _home(
    open_: Sequence[Numbered], items: Sequence[Item], at: int, *, runs_on: bool
) -> int | None:
    """Return which of the open lists an item belongs to, None where it begins one.

    ``runs_on`` says that the last list of its form came to the number before it.
    """
    item = items[at]
    own = next((i for i in _inwards(open_) if open_[i].form == item.form), None)
    awaited = [
        i
        for i in _inwards(open_)
        if i != own
        and item.value > 1
        and open_[i].last + 1 == item.value
        and (not item.is_led or open_[i].items[-1].is_led or open_[i].items[-1].inline)
    ]
    if own is None:
        if item.value == 1:
            return None
        going = [i for i in awaited if _next(items, at, open_[i].form) == item.value + 1]
        new = runs_on or _changed_places(items, at, 0)
        return next(iter([*going, *(() if new else awaited)]), None)
    if item.inline and item.value > open_[own].last + _FAR:
        return None
    again = _next(items, at, item.form)
    if not item.inline and _changed_places(items, at, open_[own].last):
        return own
    expected = item.value in (1, open_[own].last + 1)
    resumes = again == open_[own].last + 1
    alone = not again and not _has_items(items, at)
    twice = again == item.value and not _has_items(items, at)
    for i in awaited:
        on = _next(items, at, open_[i].form) == item.value + 1
        alike = not item.opens_part and (item.inline or not open_[i].items[-1].is_led)
        if i > own and (on or (alike and (twice or (not expected and (resumes or alone))))):
            return i
        if i < own and on and (not expected or _opens(items, at, item.form)):
            return i
    return own


def _inwards(open_: Sequence[Numbered]) -> Iterator[int]:
    return iter(range(len(open_) - 1, -1, -1))


def _next(items: Sequence[Item], at: int, form: Form) -> int:
    """Return the number of the next item of a form, 0 where there is none."""
    return next(_following(items, at, form), 0)


def _following(items: Sequence[Item], at: int, form: Form) -> Iterator[int]:
    """Yield the numbers of the items of a form behind one."""
    return (items[i].value for i in range(at + 1, len(items)) if items[i].form == form)


def _changed_places(items: Sequence[Item], at: int, last: int) -> bool:
    """Whether an item and the next of its form, behind ``last``, are in the wrong order."""
    item = items[at]
    following = [*islice(_following(items, at, item.form), 2)]
    if item.value != last + 2 or following[:1] != [last + 1]:
        return False
    return following[1:] == [last + 3] or (last > 0 and following[1:] != [item.value])


def _has_items(items: Sequence[Item], at: int) -> bool:
    """Whether a list begins right behind an item, as under a heading."""
    return at + 1 < len(items) and items[at + 1].value == 1 and not items[at + 1].is_led


def _is_led_up_to(document: Document, items: Sequence[Item], at: int) -> bool:
    """Whether only a heading, or words that end in a colon, stand before an item."""
    between = document.plain[items[at - 1].end : items[at].start].rstrip("\n") if at else ""
    return between.endswith("：") or not any(stop in between for stop in "。；")


def _opens(items: Sequence[Item], at: int, form: Form) -> bool:
    """Whether a list of a form begins right behind an item."""
    following = items[at + 1 : at + 2]
    return any(item.form == form and item.value == 1 for item in following)


def _runs_on(found: Sequence[Numbered], item: Item) -> bool:
    """Whether the last list of an item's form came to the number before it."""
    before = next((known for known in reversed(found) if known.form == item.form), None)
    return before is not None and before.last + 1 == item.value
