r"""Text -> the plain text that rules match on, and where each of its characters stands.

Characters are folded one to one; blanks go, and so do line breaks inside a wrapped paragraph. A
break between paragraphs stays, as one ``"\n"`` at the place of the first. Nothing else is touched,
and no text raises.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median_low
from typing import NamedTuple

from msgspec import Struct

from kg.characters import fold

BLANKS = (
    " \t\u00a0\u00ad\u034f\u061c\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u2064\u3000"
    "\ufe0f\ufeff"
)
BREAKS = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
# A set, then its repeat: a pattern that begins with a repeat is tried at every character.
_GAP = re.compile(f"[{BLANKS}{BREAKS}][{BLANKS}{BREAKS}]*")
_BREAK = re.compile(f"\r\n|[{BREAKS}]")
_COLUMN = re.compile(r"(?<=[\d%])[^\S\n]*(?:\t|[ \u3000]{2})[^\S\n]*(?=\d)")
"""A gap between two columns of figures: dropped, 12 and 30 would read 1230."""

_MARKER = re.compile(
    r"第?[一二三四五六七八九十]{1,3}(?:[、.．，是要]|部分)|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|[\d０-９]{1,2}(?:[、．]|\.(?!\d))|[①-⑳Ⅰ-ⅫⅠ-Ⅻ]|附件"
)
_CLOSED = re.compile(r"[。！？；：.!?;:…][”’）》)\"]*$|(?:报告|情况|总结)$")
_STOPS = frozenset("。！？；：")
_HANGING = re.compile(r"(?:[，、,（(《“‘]|《[^》]*)$")

_WRAPPED_LINES = 3
_NARROWEST = 24
_LONG = 80
_RAGGED = 8
"""Columns a wrapped line may fall short of the others: a mark that may not begin the next one."""


_PLACES = tuple(range(1 << 16))
"""The places in a text: the numbers are made once, and all documents' offsets share them."""


class Plain(NamedTuple):
    """Plain text, and for each of its characters the place in the text it comes from."""

    text: str
    offsets: tuple[int, ...]


class _Line(Struct, frozen=True, gc=False):
    words: str
    gap: str
    """The blanks and breaks that follow it."""


def flatten(text: str) -> Plain:
    r"""Fold a text, drop its blanks, join its wrapped lines.

    >>> flatten("二、存在 问题\n\n  法治宣传(12 场次)").text
    '二、存在问题\n法治宣传（12场次）'
    >>> flatten("一 是").offsets
    (0, 2)
    """
    places = _PLACES if len(text) <= len(_PLACES) else range(len(text))
    kept: list[slice] = []
    breaks: list[int] = []
    lines: list[_Line] = []
    start = line = 0
    for gap in _GAP.finditer(text):
        a, b = gap.span()
        if a > start:
            kept.append(slice(start, a))
        start = b
        newline = _BREAK.search(gap[0])
        if newline and a > 0 and b < len(text):
            lines.append(_Line(text[line:a], gap[0]))
            breaks.append(len(kept))
            kept.append(slice(a + newline.start(), a + newline.start() + 1))
            line = b
        elif a == 0:
            line = b
        elif not newline and _COLUMN.match(text, a):
            kept.append(slice(a, a + 1))
    if start < len(text):
        kept.append(slice(start, len(text)))
    lines.append(_Line(text[line:].rstrip(), ""))
    for index in _soft(lines):
        kept[breaks[index]] = slice(0)
    pieces = [text[run] for run in kept]
    for index in breaks:
        pieces[index] = "\n" if kept[index].stop else ""
    offsets: list[int] = []
    for run in kept:
        offsets += places[run]
    return Plain(fold("".join(pieces)), tuple(offsets))


def paragraphs(plain: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    r"""Yield where the paragraphs of a stretch of plain text begin and end.

    >>> list(paragraphs("一、成效\n学法"))
    [(0, 4), (5, 7)]
    """
    stop = len(plain) if end is None else end
    while start < stop:
        newline = plain.find("\n", start, stop)
        yield start, (newline if newline >= 0 else stop)
        start = newline + 1 if newline >= 0 else stop


def _soft(lines: Sequence[_Line]) -> Iterator[int]:
    """Yield the lines whose break stands inside a paragraph."""
    follows = [
        line.words[-1:] not in _STOPS
        and not _CLOSED.search(line.words[-4:])
        and not _MARKER.match(after.words)
        for line, after in pairwise(lines)
    ]
    if not any(follows):
        return
    width = _wrapped_at([line for line, open_ in zip(lines, follows, strict=False) if open_], lines)
    running = [
        index
        for index, open_ in enumerate(follows)
        if open_
        and (
            _columns(lines[index].words) >= width - _RAGGED
            if width
            else _HANGING.search(lines[index].words) or _cut(lines[index].words)
        )
    ]
    if running:
        apart = _apart(lines)
        yield from (index for index in running if not apart[index])


def _cut(words: str) -> bool:
    """Whether a page's end cuts a paragraph: a long line of sentences that ends within a word."""
    return (
        _columns(words) >= _LONG and "，" in words and "\u4e00" <= words.rstrip()[-1:] <= "\u9fff"
    )


def _wrapped_at(open_lines: Sequence[_Line], lines: Sequence[_Line]) -> int:
    """Return the width that a text is wrapped at in columns, 0 where its lines are paragraphs."""
    running = [_columns(line.words) for line in open_lines if not _MARKER.match(line.words)]
    if len(running) < _WRAPPED_LINES:
        return 0
    width = median_low(running)
    wider = sum(_columns(line.words) > width + _RAGGED for line in lines)
    return width if width >= _NARROWEST and wider <= len(lines) // 20 else 0


def _apart(lines: Sequence[_Line]) -> list[bool]:
    """Return, for each line, whether an empty line or an indent parts it from the next.

    Where most lines are followed by an empty one, it says nothing; nor does the indent of most.
    """
    empty = [len(_BREAK.findall(line.gap)) > 1 for line in lines]
    indents = [_indent(line.gap) for line in lines]
    usual = Counter(indents).most_common(1)[0][0]
    spaced = sum(empty) > 0.8 * len(lines)
    return [
        (gap and not spaced) or indent > usual for gap, indent in zip(empty, indents, strict=True)
    ]


def _indent(gap: str) -> int:
    return _columns(gap[list(_BREAK.finditer(gap))[-1].end() :]) if gap else 0


def _columns(words: str) -> int:
    """Return the width of words on a line: a Chinese character takes two columns, three bytes."""
    return (len(words) + len(words.encode("utf-8", "replace"))) // 2
