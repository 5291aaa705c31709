"""Passages that reports share: runs of the same clauses, quoted on both sides.

An exact index over clauses, so the cost grows with the text. Figures, punctuation and what a place
calls itself do not count, so a passage copied with only those changed is seen. Headings, names of
laws and observances, national formulae and clauses that many reports have are no sign of copying.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.lexicon import Lexicon
from kg.model import Document, Passage, Reading, Span
from kg.review.hits import Hit

_CLAUSE = re.compile("[^，。；：！？\n]+")
_SELF = re.compile("(?:我|本|全)(?:乡镇|乡|镇|街道|街|县|市|区|局)")
_NOT_WORDS = re.compile(r"[^一-鿿]|[零两]")
_LEAST_CLAUSE = 4
_LEAST_PASSAGE = 24
_WIDEST_GAP = 2
"""Clauses that one side may have put in between."""
_OFTEN, _MOST_OFTEN = 8, 20
"""How many reports may have a clause that is a sign of copying still, in few and in many."""
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause of a report: its place in plain text and its words as they compare."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Run:
    """Clauses ``first``..``last`` of a report that stand in another's, in the same order."""

    other: int
    first: int
    last: int
    other_first: int
    other_last: int
    length: int


def copied(readings: Sequence[Reading], lexicon: Lexicon) -> list[list[Hit]]:
    """Return, for each reading, the passages that others of them have too.

    A passage has at least 24 characters that count. Two years' reports of one issuer count as two
    reports.
    """
    bare = (_NOT_WORDS.sub("", formula) for formula in lexicon.rules.formulae)
    formulae = re.compile("|".join(sorted(bare, key=len, reverse=True)))
    texts = [list(_clauses(reading, formulae)) for reading in readings]
    postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for report, clauses in enumerate(texts):
        for at, clause in enumerate(clauses):
            if clause.words:
                postings[clause.words].append((report, at))
    often = min(max(_OFTEN, len(readings) // 50), _MOST_OFTEN)
    rare = {words: where for words, where in postings.items() if 1 < len(where) <= often}
    return [
        list(_hits(report, texts, rare, readings)) if clauses else []
        for report, clauses in enumerate(texts)
    ]


def _clauses(reading: Reading, formulae: re.Pattern[str]) -> Iterator[_Clause]:
    """Yield the clauses of a report's body; one that says nothing of its own has no words."""
    document = reading.document
    offsets, plain, own = document.offsets, document.plain, document.issuer.name
    headings = []
    for section in document.sections:
        start = bisect_left(offsets, section.span.start) + len(section.number)
        headings.append((start, start + len(section.heading)))
    cited = sorted(
        (bisect_left(offsets, m.span.start), bisect_left(offsets, m.span.end))
        for m in reading.mentions
        if m.kind in ("LAW", "DAY")
    )
    begin = headings[0][0] if headings else 0
    at = at_cited = 0
    for found in _CLAUSE.finditer(plain, begin):
        start, end = found.span()
        while at < len(headings) and headings[at][1] <= start:
            at += 1
        if at < len(headings) and headings[at][0] < end and start < headings[at][1]:
            yield _Clause(start, end, "")
            continue
        told = found[0]
        while at_cited < len(cited) and cited[at_cited][1] <= start:
            at_cited += 1
        for begins, ends in cited[at_cited:]:
            if begins >= end:
                break
            name = plain[max(begins, start) : min(ends, end)]
            told = told.replace(name, "")
        words = told.replace(own, "") if own else told
        words = _NOT_WORDS.sub("", formulae.sub("", _NOT_WORDS.sub("", _SELF.sub("", words))))
        yield _Clause(start, end, words if len(words) >= _LEAST_CLAUSE else "")


def _hits(
    report: int,
    texts: Sequence[Sequence[_Clause]],
    rare: dict[str, list[tuple[int, int]]],
    readings: Sequence[Reading],
) -> Iterator[Hit]:
    """Yield a report's shared passages, each once, with the others that have most of it."""
    clauses, document = texts[report], readings[report].document
    pairs: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for at, clause in enumerate(clauses):
        for other, there in rare.get(clause.words, ()):
            if other != report:
                pairs[other].append((at, there))
    runs = [run for other, found in pairs.items() for run in _runs(other, found, clauses)]
    runs.sort(key=lambda run: (run.first, -run.length, readings[run.other].document.id))
    while runs:
        group = [run for run in runs if run.first <= runs[0].last]
        runs = runs[len(group) :]
        widest = max(group, key=lambda run: run.length)
        others = {run.other: run for run in reversed(group)}
        shown = sorted(others, key=lambda o: (-others[o].length, readings[o].document.id))[:_SHOWN]
        label = "、".join(_who(readings[other].document) for other in shown)
        rest = f"等{len(others)}份" if len(others) > len(shown) else ""
        yield Hit(
            _span(document, clauses, widest.first, widest.last),
            {"others": label + rest, "length": f"{widest.length}"},
            others=tuple(_passage(readings[o].document, texts[o], others[o]) for o in shown),
        )


def _runs(
    other: int, found: Sequence[tuple[int, int]], clauses: Sequence[_Clause]
) -> Iterator[_Run]:
    """Chain shared clauses that follow one another in both reports."""
    free = dict.fromkeys(found)
    for start in found:
        if start not in free:
            continue
        chain = [start]
        del free[start]
        while following := next((p for p in _following(chain[-1]) if p in free), None):
            chain.append(following)
            del free[following]
        length = sum(len(clauses[at].words) for at, _ in chain)
        if length >= _LEAST_PASSAGE:
            (first, there), (last, to) = chain[0], chain[-1]
            yield _Run(other, first, last, there, to, length)


def _following(pair: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the places in two reports that may go on from a pair, the nearest first."""
    at, there = pair
    yield from ((at + step, there + step) for step in range(1, _WIDEST_GAP + 1))
    for step in range(1, _WIDEST_GAP + 1):
        yield from ((at + step, there + n) for n in range(1, _WIDEST_GAP + 1) if n != step)


def _passage(document: Document, clauses: Sequence[_Clause], run: _Run) -> Passage:
    span = _span(document, clauses, run.other_first, run.other_last)
    return Passage(document.id, span, document.quote(span))


def _span(document: Document, clauses: Sequence[_Clause], first: int, last: int) -> Span:
    return document.span(clauses[first].start, clauses[last].end)


def _who(document: Document) -> str:
    """Return how a report is called: its issuer and year, else its file."""
    if not document.issuer.name:
        return document.id
    return f"{document.issuer.county}{document.issuer.name}{document.year or ''}年"
