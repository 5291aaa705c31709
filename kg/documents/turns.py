"""Where running text turns to another part that no heading opens: 下一步，我镇将… after problems.

A report with a plan section of its own keeps the 下一步 of its other sections where it stands. The
words must open a sentence; among measures, a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.documents.marks import Mark, Style
from kg.documents.nesting import Node
from kg.model import Part

_OPENS = r"(?<![^\n。；！？])"
_PLAN = (
    rf"{_OPENS}(?:[^\n，。；！？]{{0,6}}，)?[^\n，。；！？]{{0,6}}?"
    r"(?:下一?步|下一?阶段|接下来|今后|来年|明年|新的一年)(?:[，：、我本全各将要]|工作|[^\n，。；]{0,6}将)"
    rf"|{_OPENS}(?:针对|对照)(?:以上|上述|这些|存在)[^\n。；]{{0,24}}?(?:将|下一?步|拟|要|进一步)"
)
_NEXT_YEAR = rf"|{_OPENS}(?:{{year}})年[^\n。；]{{{{0,30}}}}?(?:将|要|继续|进一步|计划)"
_PROBLEM = re.compile(
    rf"{_OPENS}(?:"
    r"存在的?(?:主要)?(?:问题|不足|短板|困难)"
    r"|[^\n。；！？]{0,60}?[但仍还也][^\n。；！？，]{0,8}(?:存在|面临)[^\n。；！？]{0,16}?(?:问题|不足|差距|短板|困难|薄弱)"
    r")"
)


def turns(plain: str, nodes: Sequence[Node], year: int | None) -> dict[Mark, Part]:
    """Return the marks of turns and the parts they open."""
    told = {node.part for node in nodes}
    if Part.PROBLEMS in told and Part.PLAN in told:
        return {}
    plan = _plan(year)
    lists = _Lists(nodes)
    found: dict[Mark, Part] = {}
    for node in nodes:
        if node.parent >= 0 or node.part in (Part.PLAN, Part.OTHER):
            continue
        for part, pattern in ((Part.PROBLEMS, _PROBLEM), (Part.PLAN, plan)):
            if part in told:
                continue
            sentences = part in node.parts or node.part is Part.PROBLEMS
            for mark in _turns(plain, node, lists, pattern, sentences=sentences):
                found[mark] = part
    return found


@lru_cache(maxsize=64)
def _plan(year: int | None) -> re.Pattern[str]:
    return re.compile(_PLAN + (_NEXT_YEAR.format(year=year + 1) if year else ""))


class _Lists:
    """The numbered items of a report, by place."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._indices = [i for i, node in enumerate(nodes) if node.mark.style < Style.ASIDE]
        self._starts = [nodes[i].mark.start for i in self._indices]
        self.starts = {node.mark.start for node in nodes}

    def around(self, at: int) -> tuple[Node | None, Node | None]:
        """Return the numbered item that a place lies in, None for the top, and the next one."""
        after = bisect_right(self._starts, at)
        following = self._nodes[self._indices[after]] if after < len(self._indices) else None
        index = self._indices[after - 1] if after else -1
        while index >= 0 and self._nodes[index].end <= at:
            index = self._nodes[index].parent
        inside = index >= 0 and self._nodes[index].parent >= 0
        return (self._nodes[index] if inside else None), following


def _turns(
    plain: str, top: Node, lists: _Lists, pattern: re.Pattern[str], *, sentences: bool
) -> Iterator[Mark]:
    """Yield the turns of one top section: asides while its list goes on, then the turn itself."""
    for match in pattern.finditer(plain, top.mark.end + len(top.heading), top.end):
        at = match.start()
        opens_paragraph = plain[at - 1] == "\n"
        if at in lists.starts or not (sentences or opens_paragraph):
            continue
        item, following = lists.around(at)
        goes_on = following and following.mark.start < top.end and following.mark.value != 1
        if (opens_paragraph or item is None) and not goes_on:
            yield Mark(at, at, Style.TURN, inline=not opens_paragraph)
            return
        if sentences:
            yield Mark(at, at, Style.ASIDE, inline=not opens_paragraph)
