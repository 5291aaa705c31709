"""What is asked about words that seem to be missing: empty slots, sentences that break off.

A slot is where the genre has a number, a unit or an object: 发放资料余份, 解答群众法律营造了氛围.
A paragraph of sentences breaks off where it ends without a stop, an item where the others have one,
a sentence where its last word wants another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.clauses import CLAUSE_MARKS, around
from kg.documents.plain import paragraphs
from kg.lexicon import Lexicon
from kg.model import Document, Reading
from kg.review.hits import Hit
from kg.review.slots import empty

_BEFORE_EMPTY = 12
_PAIRS = {"《": "》", "“": "”", "（": "）"}
_MARKS = re.compile("[《》“”（）\n]")
_STRAIGHT = '"＂'
_ENDED = re.compile(r"[。！？；：…”’』」）》.!?;:]$|[”）》][，、]?$")
_LEAST_BROKEN = 30
_LONGEST_WORD = 10
_LEAST_ITEMS, _LEAST_ITEM = 5, 5
_SELDOM = 0.2
_SENTENCE_STOP = re.compile("[。；]")
_NUMBERED = re.compile(r"[（第]?[一二三四五六七八九十\d]")
_OF_A_PAGE = re.compile(r"https?:|\||[:：]\d|^(?:索引号|文号|来源|发布)")


def lost(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about slots not filled in, marks without their partners, words that break off."""
    document = reading.document
    yield from empty(document)
    yield from (Hit(document.span(*place)) for place in _unpaired(document))
    yield from _objects(document, lexicon)
    yield from _broken(document, lexicon)


def _unpaired(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where a mark has no partner in its paragraph, with the words beside it.

    Of brackets only those that open, for 1） closes none; no straight quotation marks.
    """
    plain = document.plain
    open_: dict[str, list[int]] = {mark: [] for mark in _PAIRS}
    closing = {close: mark for mark, close in _PAIRS.items()}
    for mark in _MARKS.finditer(plain + "\n"):
        at, char = mark.start(), mark[0]
        if char == "\n":
            for places in open_.values():
                yield from ((start, min(start + _BEFORE_EMPTY, at)) for start in places)
                places.clear()
        elif document.text[document.offsets[at]] in _STRAIGHT:
            continue
        elif char in _PAIRS:
            open_[char].append(at)
        elif places := open_[closing[char]]:
            places.pop()
        elif char == "》":
            yield max(plain.rfind("\n", 0, at) + 1, at - _BEFORE_EMPTY), at + 1


def _objects(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield the verbs whose clause has none of the words that their object must have."""
    plain = document.plain
    for name, objects in lexicon.rules.words.items():
        if not name.startswith("slot_"):
            continue
        for found in re.finditer(name.removeprefix("slot_"), plain):
            begin, stop = around(plain, found.start(), found.end(), marks=CLAUSE_MARKS)
            behind = plain[found.end() : stop]
            governed = not any(word in plain[begin : found.start()] for word in objects)
            if len(behind) > 2 and governed and not any(word in behind for word in objects):
                yield Hit(document.span(found.start(), stop))


def _broken(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield the paragraphs and sentences that break off."""
    plain = document.plain
    title = document.range(document.title)[1] if document.title else 0
    end = max((document.range(s.span)[1] for s in document.sections), default=len(plain))
    wanting = _wanting(lexicon.rules.words["unfinished"])
    broken = {
        stop for start, stop in paragraphs(plain, title, end) if _breaks_off(plain[start:stop])
    } | set(_unended(document))
    for stop in sorted(broken):
        start = max(plain.rfind("\n", 0, stop) + 1, stop - _BEFORE_EMPTY)
        yield Hit(document.span(start, stop), variant="cut")
    for found in _SENTENCE_STOP.finditer(plain, title, end):
        stop = found.start()
        if wanting.search(plain, max(title, stop - _LONGEST_WORD), stop):
            begin = max(stop - _BEFORE_EMPTY, plain.rfind("\n", 0, stop) + 1)
            yield Hit(document.span(begin, stop), variant="cut")


def _unended(document: Document) -> Iterator[int]:
    """Yield where items end without a stop, if the others of the report have theirs.

    A heading alone is none, but at the report's end.
    """
    plain = document.plain
    parents = {section.parent for section in document.sections}
    leaves = [
        (section, document.range(section.span)[1])
        for index, section in enumerate(document.sections)
        if index not in parents and section.parent >= 0
    ]
    without = [(section, stop) for section, stop in leaves if not _ENDED.search(plain[:stop][-3:])]
    if len(leaves) < _LEAST_ITEMS or len(without) > len(leaves) * _SELDOM:
        return
    for section, stop in without:
        words = plain[document.range(section.span)[0] : stop]
        said = len(words) - len(section.number)
        said -= 0 if section is document.sections[-1] else len(section.heading)
        if said > _LEAST_ITEM and not _OF_A_PAGE.search(words):
            yield stop


def _breaks_off(words: str) -> bool:
    """Whether a paragraph of sentences ends without a stop."""
    if len(words) < _LEAST_BROKEN or _ENDED.search(words) or _OF_A_PAGE.search(words):
        return False
    many = words.count("，") > 2 and not _NUMBERED.match(words)
    return many or words[-1] in "，、" or bool(_SENTENCE_STOP.search(words))


@lru_cache(maxsize=4)
def _wanting(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds, at the end of a sentence, a word that wants another."""
    return re.compile("(?:" + "|".join(words) + ")$")
