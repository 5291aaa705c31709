"""Heading -> the parts of a report it opens, by the words of ontology/sections.ttl."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.documents.marks import Mark, Style
from kg.documents.nesting import Node
from kg.lexicon.sections import HeadingWord
from kg.lexicon.terms import Terms
from kg.model import Part

_YEAR = re.compile(r"20(?<!\d20)\d\d(?=年)")
_LOOKS_BACK = re.compile(r"成效|成绩|成果|情况|做法|亮点|总结|回顾|问题|不足|责任人")
_PARTS = tuple(Part)
# Named once: a member of an enum costs a call each time it is named.
_MEASURES, _PROBLEMS, _DUTY, _PLAN, _OTHER = _PARTS
_ASIDE = Style.ASIDE
_MAY_TURN_TO = {
    _MEASURES: (_PROBLEMS, _DUTY, _PLAN),
    _DUTY: (_PROBLEMS, _PLAN),
    _PROBLEMS: (_PLAN,),
    _PLAN: (),
    _OTHER: (),
}


class HeadingReader:
    """Tells the parts of headings by their words and by the year reported on."""

    def __init__(self, words: Terms[HeadingWord], year: int | None) -> None:
        self._words = words
        self.year = year

    def top(self, heading: str) -> tuple[Part, ...]:
        """Return the parts that a top heading opens, in its order; () where it tells nothing.

        存在的问题及下一步打算 opens two, 下一步工作举措 one: what is done about a plan is no part
        of its own.
        """
        if self._next_year(heading):
            return (_PLAN,)
        told = self._words.find(heading)
        parts: list[Part] = []
        for _, _, word in told:
            if word.part not in parts:
                parts.append(word.part)
        if len(parts) > 1 and _MEASURES in parts[1:]:
            # 工作安排落实情况 says what was done, 下一步工作举措 does not.
            firm_plan = any(word.firm and word.part is _PLAN for _, _, word in told)
            weak_plan = parts[0] is _PLAN and not firm_plan
            parts.remove(_PLAN if weak_plan else _MEASURES)
        if len(parts) > 1 and _OTHER in parts:
            parts.remove(_OTHER)
        return tuple(parts)

    def below(self, heading: str, above: Part) -> Part:
        """Return the part of a section that lies in one of the part ``above``.

        A lower heading changes the part only by a firm word or by two of a part: among measures
        压实第一责任人责任 is one of them, 党政主要负责人履行第一责任人职责 is the leaders' duty.
        """
        turns_to = _MAY_TURN_TO[above]
        if not turns_to or not heading:
            return above
        told = [_PLAN] if self._next_year(heading) else self.firmly(heading)
        return next((part for part in told if part in turns_to), above) if told else above

    def firmly(self, heading: str) -> list[Part]:
        """Return the parts that a heading tells wherever it stands."""
        found = {heading[start:end]: word for start, end, word in self._words.find(heading)}
        told = [word.part for word in found.values()]
        firm = [word.part for word in found.values() if word.firm]
        if not firm and len(told) < 2:
            return []
        return [part for part in _PARTS if part in firm or told.count(part) > 1]

    def _next_year(self, heading: str) -> bool:
        """Whether a heading speaks of the year to come: 2025年重点任务 in a report on 2024.

        2025年主要成效 there is a year mistaken, no plan.
        """
        years = _YEAR.findall(heading) if "年" in heading else ()
        if self.year is None or not years or _LOOKS_BACK.search(heading):
            return False
        return min(map(int, years)) == self.year + 1


def tell_parts(
    nodes: Sequence[Node], reader: HeadingReader, turned: Mapping[Mark, Part] | None = None
) -> None:
    """Give each section its part: its own words', else that of the section it lies in.

    ``turned`` holds the parts that turns of running text open.
    """
    tops = [node for node in nodes if node.parent < 0]
    for node in tops:
        node.parts = reader.top(node.heading)
    planned = any(_PLAN in node.parts for node in tops)
    before: Part | None = None
    for node in tops:
        if not node.parts:
            goes_on = before is _PLAN or (before is _PROBLEMS and not planned)
            node.parts = (_PLAN,) if goes_on else (_MEASURES,)
        node.part, before = node.parts[0], node.parts[-1]
    latest: dict[int, Part] = {}
    for node in nodes:
        if turned and node.mark in turned:
            node.part = turned[node.mark]
        elif node.parent >= 0:
            above = nodes[node.parent]
            node.part = above.part
            if node.mark.style < _ASIDE:
                node.part = _of_child(node, above, latest.get(node.parent, above.part), reader)
                latest[node.parent] = node.part


def _of_child(node: Node, above: Node, before: Part, reader: HeadingReader) -> Part:
    """Return the part of a numbered section inside another, after a sibling of part ``before``.

    Inside 三、存在问题及下一步打算 a heading that tells one of the two opens it, and the next go on
    with it.
    """
    if len(above.parts) < 2:
        return reader.below(node.heading, above.part)
    told = (part for part in reader.top(node.heading) if part in above.parts)
    return next(told, before)
