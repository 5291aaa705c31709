"""Plain text -> what lies in what: numbered sections, each with its heading and part.

Sections nest by the style of their numbers, whatever the numbers say: repeated and skipped ones are
common. Everything before the first section and after the last is no section.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.documents.marks import Mark, Style, marks
from kg.lexicon.sections import HeadingWord
from kg.lexicon.terms import Terms
from kg.model import Part

_HEADING_ENDS = re.compile(r"[。！？：；\n]")
_LONGEST = {Style.LED: 32}
_LONGEST_HEADING = 64


@dataclass(slots=True)
class Node:
    """A section in the making; places are in plain text."""

    mark: Mark
    heading: str
    end: int
    parent: int
    part: Part = Part.OTHER
    parts: tuple[Part, ...] = field(default=())


def outline(
    plain: str, offsets: Sequence[int], words: Terms[HeadingWord], year: int | None
) -> list[Node]:
    """Return the sections of a report in order, parents before children."""
    nodes = _nest(plain, list(marks(plain, offsets)))
    for index, node in enumerate(nodes):
        top = node.parent < 0
        told = parts_of(node.heading, words, year, top=top)
        if top:
            node.parts = told or _default(nodes, index)
            node.part = node.parts[0]
        else:
            above = nodes[node.parent]
            node.part = told[0] if told and node.mark.style < Style.LED else above.part
    return nodes


def _default(nodes: Sequence[Node], index: int) -> tuple[Part, ...]:
    """What a top heading that tells nothing goes on with: measures, or the plan once begun."""
    before = [node.part for node in nodes[:index] if node.parent < 0]
    return (Part.PLAN,) if before and before[-1] is Part.PLAN else (Part.MEASURES,)


def _nest(plain: str, found: Sequence[Mark]) -> list[Node]:
    nodes: list[Node] = []
    open_: list[int] = []
    for index, mark in enumerate(found):
        following = found[index + 1].start if index + 1 < len(found) else len(plain)
        paragraph_end = plain.find("\n", mark.start)
        paragraph_end = len(plain) if paragraph_end < 0 else paragraph_end
        while open_:
            top = nodes[open_[-1]]
            ends_with_paragraph = top.mark.inline and top.mark.style >= Style.DIGIT
            if top.mark.style < mark.style and not (
                ends_with_paragraph and "\n" in plain[top.mark.start : mark.start]
            ):
                break
            top.end = min(top.end, mark.start)
            open_.pop()
        end = paragraph_end if mark.inline and mark.style >= Style.DIGIT else len(plain)
        nodes.append(
            Node(
                mark,
                _heading(plain, mark, min(paragraph_end, following)),
                end,
                open_[-1] if open_ else -1,
            )
        )
        open_.append(len(nodes) - 1)
    return nodes


def _heading(plain: str, mark: Mark, limit: int) -> str:
    """Return the words of a heading: the line, or its first sentence where text runs on."""
    stop = _HEADING_ENDS.search(plain, mark.end, limit)
    heading = plain[mark.end : stop.start() if stop else limit]
    return heading if len(heading) <= _LONGEST.get(mark.style, _LONGEST_HEADING) else ""


def parts_of(
    heading: str, words: Terms[HeadingWord], year: int | None, *, top: bool
) -> tuple[Part, ...]:
    """Return the parts a heading tells, in its order; none where it tells nothing."""
    told = [word for _, _, word in words.find(heading)]
    firm = {word.part for word in told if word.firm}
    return tuple(dict.fromkeys(w.part for w in told if top or w.part in firm))[:1]
