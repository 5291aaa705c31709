"""Marks -> what lies in what: each mark's stretch of text, its heading, and what it lies in.

Marks nest by their style, whatever their numbers say: repeated and skipped ones are common. What
begins inside a paragraph ends with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from kg.documents.marks import Mark, Style
from kg.model import Part

_HEADING_ENDS = re.compile(r"[。！？：；\n]")
_LONGEST_HEADING = 64
_LONGEST_LED = 32
_DEEPEST = 5

# Named once: an attribute of a class costs a look-up each time.
_HAN, _DIGIT, _ASIDE, _LED = Style.HAN, Style.DIGIT, Style.ASIDE, Style.LED
_UNWORDED = (Style.TURN, Style.ASIDE)


class Node(Struct, gc=False):
    """A section in the making; places are in plain text, ``parent`` is an index, -1 at the top.

    ``parts`` holds all the parts that a top heading opens.
    """

    mark: Mark
    heading: str
    end: int
    parent: int
    level: int
    part: Part = Part.OTHER
    parts: tuple[Part, ...] = ()


def nest(plain: str, found: Sequence[Mark], body_end: int) -> list[Node]:
    """Return a node a mark, in order, parents before children."""
    nodes: list[Node] = []
    open_: list[int] = []
    styles: list[int] = []
    tops = min([mark.style for mark in found], default=_ASIDE) <= _HAN
    limits = [mark.start for mark in found[1:]] + [body_end]
    for index, mark in enumerate(found):
        start, style = mark.start, mark.style
        while open_ and nodes[open_[-1]].end <= start:
            open_.pop()
            styles.pop()
        if open_:
            depth = styles.index(style) if style in styles else _depth(styles, mark, tops=tops)
            while len(open_) > depth:
                nodes[open_.pop()].end = start
                styles.pop()
        end, level, parent = body_end, 1, -1
        if mark.inline and style >= _DIGIT:
            newline = plain.find("\n", start, body_end)
            end = newline if newline >= 0 else body_end
        if open_:
            parent = open_[-1]
            above = nodes[parent]
            level = above.level + 1
            if above.end < end:
                end = above.end
        if style >= _ASIDE or level > _DEEPEST:
            level = _DEEPEST
        nodes.append(Node(mark, _heading(plain, mark, limits[index]), end, parent, level))
        open_.append(index)
        styles.append(style)
    return nodes


def _depth(open_: Sequence[int], mark: Mark, *, tops: bool) -> int:
    """Return how many of the open nodes, given by their styles, hold a mark of none of these."""
    # A first number opens a list inside the item where it stands in the item's own paragraph
    # (二是…：1.…2.…), or where no 一、 says what the top is (1.主要成效 above （一）).
    begins = mark.value == 1 and (mark.inline or not tops) and mark.style < _ASIDE
    if begins and (mark.style >= _DIGIT or not tops):
        return len(open_)
    depth = 0
    while depth < len(open_) and open_[depth] < mark.style:
        depth += 1
    return depth


def _heading(plain: str, mark: Mark, limit: int) -> str:
    """Return the words of a heading: the line, or its first sentence where text runs on."""
    start, style = mark.end, mark.style
    if style in _UNWORDED:
        return ""
    longest = _LONGEST_LED if style == _LED else _LONGEST_HEADING
    end = limit if limit <= start + longest else start + longest + 1
    if stop := _HEADING_ENDS.search(plain, start, end):
        end = stop.start()
    return plain[start:end] if end - start <= longest else ""
