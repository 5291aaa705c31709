"""What is asked about shortcomings: whether the plan answers them, whether they stood there before.

A shortcoming is unanswered only where the plan says nothing on its topic and shares no word of its
own with it. A plan that answers what was never named a shortcoming is no fault.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg import names
from kg.documents.items import items
from kg.lexicon import Lexicon
from kg.model import Document, Item, Part, Passage, Reading
from kg.review.hits import Hit

_CLAUSE = re.compile("[^。；！？\n]+")
_LEAST_TOLD = 40
"""A plan of fewer characters says too little to be held to."""
_LEAST_AGAIN = 16
_NOT_WORDS = re.compile(r"[^一-鿿]")


def unanswered(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about shortcomings on whose topic the plan is silent."""
    document, topics = reading.document, lexicon.rules.topics
    plan = "".join(
        _plain(document, section.span.start, section.span.end)
        for section in document.sections
        if section.part is Part.PLAN
    )
    if len(plan) < _LEAST_TOLD or any(word in plan for word in lexicon.rules.words["unspecific"]):
        return
    known = {*lexicon.rules.words["generic"], *(w for words in topics.values() for w in words)}
    generic = re.compile("|".join([*sorted(known, key=len, reverse=True), "[^一-鿿]"]))
    for item in _problems(document):
        begin, end, problem = _problem(document, item)
        told = {topic for topic, words in topics.items() if any(w in problem for w in words)}
        answers = {word for topic in told for word in topics[topic]}
        if told and not any(word in plan for word in (*answers, *_own_words(problem, generic))):
            yield Hit(document.span(begin, end), {"problem": problem})


def repeated(readings: Sequence[Reading]) -> Iterator[list[Hit]]:
    """Ask each report about shortcomings that its issuer's last year's has word for word."""
    told: dict[tuple[str, int | None], list[Document]] = defaultdict(list)
    for reading in readings:
        told[_of(reading.document)].append(reading.document)
    for reading in readings:
        who, year = _of(reading.document)
        before = told.get((who, year - 1), ()) if year else ()
        yield [hit for document in before for hit in _again(reading.document, document)]


def _of(document: Document) -> tuple[str, int | None]:
    return names.issuer(document.issuer), document.year


def _again(document: Document, before: Document) -> Iterator[Hit]:
    """Yield the shortcomings of a report that an earlier one has."""
    known = {_bare(before, item): item for item in _problems(before)}
    for item in _problems(document):
        same = known.get(_bare(document, item))
        if same and len(_bare(document, item)) >= _LEAST_AGAIN:
            passage = Passage(before.id, same.span, before.quote(same.span))
            yield Hit(
                item.span,
                {"year": f"{before.year}"},
                variant="again",
                key=f"again {_bare(document, item)}",
                others=(passage,),
            )


def _own_words(problem: str, generic: re.Pattern[str]) -> Iterator[str]:
    """Yield what a problem alone speaks of, two characters at a time: 人口 of 季节性人口激增."""
    for phrase in generic.split(problem):
        yield from (phrase[at : at + 2] for at in range(len(phrase) - 1))


def _problems(document: Document) -> list[Item]:
    return [item for item in items(document) if item.part is Part.PROBLEMS]


def _problem(document: Document, item: Item) -> tuple[int, int, str]:
    """Return the words that name a problem: its heading, else its first clause."""
    start = bisect_left(document.offsets, item.span.start)
    end = bisect_left(document.offsets, item.span.end)
    start += len(document.sections[item.section].number)
    found = _CLAUSE.match(document.plain, start, end)
    stop = found.end() if found else end
    if item.heading:
        stop = min(end, start + len(item.heading))
    return start, max(stop, start + 1), document.plain[start:stop]


def _bare(document: Document, item: Item) -> str:
    """Return the words of an item without its number and its punctuation."""
    number = document.sections[item.section].number
    words = _plain(document, item.span.start, item.span.end).removeprefix(number)
    return _NOT_WORDS.sub("", words)


def _plain(document: Document, start: int, end: int) -> str:
    return document.plain[bisect_left(document.offsets, start) : bisect_left(document.offsets, end)]
