r"""Text -> the plain text that rules match on, and where each of its characters stands.

Characters are folded one to one; blanks go, and so do line breaks inside a wrapped paragraph. A
break between paragraphs stays, as one ``"\n"`` at the place of the first. Nothing else is touched,
and no text raises.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import NamedTuple

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
_HANGING = tuple("，、,（(《“‘")

_WRAPPED_LINES = 3
_NARROWEST = 24
_LONG = 80
_RAGGED = 8
"""Columns a wrapped line may fall short of the others: a mark that may not begin the next one."""


_PLACES = list(range(1 << 16))
"""The places in a text: the numbers are made once, and all documents' offsets share them."""


class Plain(NamedTuple):
    """Plain text, and for each of its characters the place in the text it comes from."""

    text: str
    offsets: tuple[int, ...]


def flatten(text: str) -> Plain:
    r"""Fold a text, drop its blanks, join its wrapped lines.

    >>> flatten("二、存在 问题\n\n  法治宣传(12 场次)").text
    '二、存在问题\n法治宣传（12场次）'
    >>> flatten("一 是").offsets
    (0, 2)
    """
    dropped: list[tuple[int, int]] = []
    lines: list[str] = []
    gaps: list[str] = []
    """The blanks and breaks behind each line."""
    breaks: list[int] = []
    strange = False
    line = 0
    for gap in _GAP.finditer(text):
        a, b = gap.span()
        newline = a
        if text[a] != "\n":
            found = _BREAK.search(text, a, b)
            newline = found.start() if found else -1
            strange = strange or (found is not None and text[newline] != "\n")
        if a == 0:
            line = b
        elif newline >= 0 and b < len(text):
            lines.append(text[line:a])
            gaps.append(gap[0])
            breaks.append(newline)
            if newline > a:
                dropped.append((a, newline))
            a, line = newline + 1, b
        elif newline < 0 and _COLUMN.match(text, a):
            a += 1
        if a < b:
            dropped.append((a, b))
    lines.append(text[line:].rstrip())
    gaps.append("")
    if soft := list(_soft(lines, gaps)):
        dropped = sorted([*dropped, *((breaks[index], breaks[index] + 1) for index in soft)])
    pieces: list[str] = []
    start = 0
    for a, b in dropped:
        pieces.append(text[start:a])
        start = b
    plain = "".join(pieces) + text[start:]
    offsets = _PLACES[: len(text)] if len(text) <= len(_PLACES) else list(range(len(text)))
    for a, b in reversed(dropped):
        del offsets[a:b]
    return Plain(fold(_BREAK.sub("\n", plain) if strange else plain), tuple(offsets))


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


def _soft(lines: Sequence[str], gaps: Sequence[str]) -> Iterator[int]:
    """Yield the lines whose break stands inside a paragraph."""
    follows = [
        index
        for index, line in enumerate(lines[:-1])
        if line[-1:] not in _STOPS
        and not _CLOSED.search(line[-4:])
        and not _MARKER.match(lines[index + 1])
    ]
    if not follows:
        return
    width = _wrapped_at([lines[index] for index in follows], lines)
    running = [
        index
        for index in follows
        if (
            _columns(lines[index]) >= width - _RAGGED
            if width
            else lines[index].endswith(_HANGING)
            or lines[index].rfind("《") > lines[index].rfind("》")
            or _cut(lines[index])
        )
    ]
    if running:
        apart = _apart(gaps)
        yield from (index for index in running if not apart[index])


def _cut(words: str) -> bool:
    """Whether a page's end cuts a paragraph: a long line of sentences that ends within a word."""
    return (
        "，" in words and "\u4e00" <= words.rstrip()[-1:] <= "\u9fff" and _columns(words) >= _LONG
    )


def _wrapped_at(open_lines: Sequence[str], lines: Sequence[str]) -> int:
    """Return the width that a text is wrapped at in columns, 0 where its lines are paragraphs."""
    running = [line for line in open_lines if not _MARKER.match(line)]
    if len(running) < _WRAPPED_LINES:
        return 0
    width = median_low(map(_columns, running))
    wider = sum(_columns(line) > width + _RAGGED for line in lines)
    return width if width >= _NARROWEST and wider <= len(lines) // 20 else 0


def _apart(gaps: Sequence[str]) -> list[bool]:
    """Return, for the gap behind each line, whether an empty line or an indent parts it.

    Where most lines are followed by an empty one, it says nothing; nor does the indent of most.
    """
    empty = [len(_BREAK.findall(gap)) > 1 for gap in gaps]
    indents = [_indent(gap) for gap in gaps]
    usual = Counter(indents).most_common(1)[0][0]
    spaced = sum(empty) > 0.8 * len(gaps)
    return [
        (gap and not spaced) or indent > usual for gap, indent in zip(empty, indents, strict=True)
    ]


def _indent(gap: str) -> int:
    return _columns(gap[list(_BREAK.finditer(gap))[-1].end() :]) if gap else 0


def _columns(words: str) -> int:
    """Return the width of words on a line: a Chinese character takes two columns, three bytes."""
    return (len(words) + len(words.encode("utf-8", "replace"))) // 2
