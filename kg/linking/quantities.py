"""A figure -> what it counts, what was done, and the comparable indicator it is a value of.

Binds within the sentence; indicators are matched by the wordings of ontology/indicators.ttl. A figure
of a plan is a norm and no result: it gets no indicator. Nothing is guessed: what fits no wording, or
two indicators equally well, has no concept.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.lexicon import Lexicon
from kg.linking.binding import Clause, Count, bind
from kg.model import Document, Mention

_SENTENCE = "。；！？\n"
_FAR = 80


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the figures with indicator, action, canonical form and comparable indicator."""
    plain, offsets = document.plain, document.offsets
    places = [
        (bisect_left(offsets, m.span.start), bisect_left(offsets, m.span.end)) for m in mentions
    ]
    count, since = Count(), -1
    for index, mention in enumerate(mentions):
        start, end = places[index]
        floor = places[index - 1][1] if index else 0
        ceiling = places[index + 1][0] if index + 1 < len(places) else len(plain)
        sentence = _sentence_start(plain, start)
        if sentence != since:
            count, since = Count(), sentence
        quantity = mention.quantity
        assert quantity is not None
        # 三分之二 has no unit of its own and is read as a rate.
        unit = lexicon.units.by_name[quantity.unit or "%"]
        clause = _clause(plain, max(floor, sentence), start, end, ceiling, floor > sentence)
        count = bind(clause, unit, count, lexicon.actions)
        yield replace(
            mention,
            canonical=f"{quantity.value}{quantity.unit}",
            quantity=replace(
                quantity, indicator=count.indicator, action=count.action.replace("成功", "")
            ),
        )


def _sentence_start(plain: str, at: int) -> int:
    return max(plain.rfind(mark, max(0, at - 300), at) for mark in _SENTENCE) + 1


def _clause(plain: str, floor: int, start: int, end: int, ceiling: int, counted: bool) -> Clause:
    begin = _clause_start(plain, floor, start)
    before = ""
    if begin > floor and plain[begin - 1] == "，":
        previous = _clause_start(plain, floor, begin - 1)
        if previous > floor or not counted:
            before = plain[previous : begin - 1]
    stop = end
    while stop < min(ceiling, end + _FAR) and plain[stop] not in "，。；！？\n：":
        stop += 1
    right = plain[end:stop]
    if stop == ceiling and "、" in right:
        right = right[: right.index("、")]
    return Clause(plain[begin:start], right, before)


def _clause_start(plain: str, floor: int, start: int) -> int:
    at = start
    while at > max(floor, start - _FAR):
        mark = plain[at - 1]
        if mark in "，：！？（":
            break
        if mark == "）":
            opened = plain.rfind("（", floor, at - 1)
            if opened < 0 or at - opened > 9:
                break
            at = opened
            continue
        at -= 1
    return at
