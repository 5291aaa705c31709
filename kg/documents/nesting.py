"""Marks -> what lies in what: each mark's stretch of text, its heading, and what it lies in.

Marks nest by their style, whatever their numbers say: repeated and skipped ones are common. What
begins inside a paragraph ends with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.documents.marks import Mark, Style
from kg.model import Part

_HEADING_ENDS = re.compile(r"[。！？：；\n]")
_LONGEST_HEADING = 64
_LONGEST_LED = 32


@dataclass(slots=True)
class Node:
    """A section in the making; places are in plain text, ``parent`` is an index, -1 at the top.

    ``parts`` holds all the parts that a top heading opens.
    """

    mark: Mark
    heading: str
    end: int
    parent: int
    part: Part = Part.OTHER
    parts: tuple[Part, ...] = ()


def nest(plain: str, found: Sequence[Mark], body_end: int) -> list[Node]:
    """Return a node a mark, in order, parents before children."""
    nodes: list[Node] = []
    open_: list[int] = []
    for index, mark in enumerate(found):
        paragraph_end = plain.find("\n", mark.start, body_end)
        paragraph_end = body_end if paragraph_end < 0 else paragraph_end
        while open_ and not _holds(nodes[open_[-1]], mark):
            nodes[open_[-1]].end = min(nodes[open_[-1]].end, mark.start)
            open_.pop()
        within_paragraph = mark.inline and mark.style >= Style.DIGIT
        following = found[index + 1].start if index + 1 < len(found) else body_end
        nodes.append(
            Node(
                mark,
                _heading(plain, mark, min(paragraph_end, following)),
                paragraph_end if within_paragraph else body_end,
                open_[-1] if open_ else -1,
            )
        )
        open_.append(len(nodes) - 1)
    for node in nodes:
        if node.parent >= 0:
            node.end = min(node.end, nodes[node.parent].end)
    return nodes


def _holds(node: Node, mark: Mark) -> bool:
    if node.end <= mark.start:
        return False
    # 二是…：1.…2.… in one paragraph: a list inside the item, not one that the item lies in.
    begins_list = mark.inline and mark.value == 1 and mark.style >= Style.DIGIT
    return node.mark.style < mark.style or (begins_list and node.mark.style > mark.style)


def _heading(plain: str, mark: Mark, limit: int) -> str:
    """Return the words of a heading: the line, or its first sentence where text runs on."""
    if mark.style in (Style.TURN, Style.ASIDE):
        return ""
    stop = _HEADING_ENDS.search(plain, mark.end, limit)
    heading = plain[mark.end : stop.start() if stop else limit]
    longest = _LONGEST_LED if mark.style is Style.LED else _LONGEST_HEADING
    return heading if len(heading) <= longest else ""
