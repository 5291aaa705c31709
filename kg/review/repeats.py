"""What a report says twice: a word, a clause, a sentence or a passage, also with a small change.

Sentences are compared by their Chinese characters alone, so that one copied with another figure in
it is seen; headings and national formulae are left out. Sentences that follow each other both times
are one passage and one question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.model import Document, Passage, Reading
from kg.review.hits import Hit

_WORD = re.compile(r"(?<![一-鿿]·)([一-鿿]{2,8})\1")
_CLAUSE = re.compile(r"(?<=[，。；：、\n])([^，。；：、\n]{5,40})[，；、]\1(?=[，。；、\n])")
_NO_WORD = re.compile(
    "[一二三四五六七八九十百千两几每逐个人天年月日时刻处家户村步点层条项件次遍遍种样各]"
)
_COUNTED = re.compile(r"[\d一二三四五六七八九十百千余多各每][个名家所支户座处项]$")
"""What makes two of one word counted and counting: 12个社区|社区法律顾问."""
_SENTENCE = re.compile("[^。；！？\n]+[。；！？]?")
_DIGIT = re.compile(r"\d")
_NOT_HAN = re.compile("[^一-鿿]")
_NUMBER = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、是]|第[一二三四五六七八九十]+[，、])"
)
_LEAST_SAME = 14
_LEAST_ALIKE = 20
_ALIKE = 0.75
"""How many runs of three characters two sentences share that are one with a small change."""
_GRAM, _STRIDE = 7, 4
_SHARING = 4
"""Sentences with a run of characters in common that one is set against."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence by its characters; ``part`` is where it is a heading, else empty."""

    start: int
    end: int
    words: str
    part: str

    def may_repeat(self, other: _Sentence) -> bool:
        """Whether it may not stand there again: the plan has the measures' headings too."""
        return not (self.part and other.part) or self.part == other.part


def twice(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about a word, a clause, a sentence or a passage that stands twice."""
    yield from _words(reading, lexicon)
    document = reading.document
    for found in _CLAUSE.finditer(document.plain):
        yield Hit(document.span(*found.span()), {"word": found[1]})
    yield from _passages(document, lexicon)


def _words(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    document = reading.document
    plain, offsets = document.plain, document.offsets
    edges = {m.span.start for m in reading.mentions} & {m.span.end for m in reading.mentions}
    for found in _WORD.finditer(plain):
        word, middle = found[1], found.end(1)
        if _NO_WORD.search(word) or offsets[middle] in edges:
            continue
        if _COUNTED.search(plain[max(0, found.start() - 6) : found.start()]):
            continue
        redoubled = lexicon.rules.words["redoubled"]
        if any(plain.startswith(redoubled, at) for at in range(found.start() + 1, middle + 1)):
            continue
        yield Hit(document.span(found.start(), found.end()), {"word": word})


def _passages(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    sentences = list(_sentences(document, _formulae(lexicon.rules.formulae)))
    pairs = _pairs(sentences)
    at = 0
    while at < len(sentences):
        earlier = pairs.get(at)
        if earlier is None:
            at += 1
            continue
        last = at
        while pairs.get(last + 1) == earlier + last + 1 - at:
            last += 1
        first, until = sentences[earlier], sentences[earlier + last - at]
        same = all(
            one.words == other.words
            for one, other in zip(
                sentences[at : last + 1], sentences[earlier : earlier + last - at + 1], strict=True
            )
        )
        there = document.span(first.start, until.end)
        yield Hit(
            document.span(sentences[at].start, sentences[last].end),
            {
                "line": f"{document.text.count(chr(10), 0, there.start) + 1}",
                "what": "段" if last > at else "句",
            },
            variant="sentence" if same else "alike",
            others=(Passage(document.id, there, document.quote(there)),),
        )
        at = last + 1


def _sentences(document: Document, formulae: re.Pattern[str]) -> Iterator[_Sentence]:
    """Yield the sentences of the body that say something of their own."""
    plain = document.plain
    headings: dict[int, int] = {}
    for section in document.sections:
        start, end = document.range(section.span)
        stop = start + len(section.number) + len(section.heading)
        if end > stop + 1:  # an item of one sentence is no heading
            headings[start] = stop
    for found in _SENTENCE.finditer(plain, _body(document)):
        start, end = found.span()
        number = _NUMBER.match(found[0])
        told = found[0][number.end() if number else 0 :]
        words = _NOT_HAN.sub("", told)
        words = formulae.sub("", words) if len(words) >= _LEAST_SAME else ""
        if not words and len(told) >= _LEAST_SAME and _DIGIT.search(told):
            words = told  # 信访案件26件，办结率96%。
        if len(words) >= _LEAST_SAME:
            whole = headings.get(start, -1) >= end - 1
            part = document.part_at(document.offsets[start]) if whole else ""
            yield _Sentence(start, end, words, part)


def _body(document: Document) -> int:
    return document.range(document.sections[0].span)[0] if document.sections else 0


def _pairs(sentences: Sequence[_Sentence]) -> dict[int, int]:
    """Return the sentences that stand earlier already, with where: index -> earlier index."""
    pairs: dict[int, int] = {}
    exact: dict[str, int] = {}
    sharing: dict[str, list[int]] = {}
    for at, sentence in enumerate(sentences):
        words = sentence.words
        grams = {words[i : i + _GRAM] for i in range(len(words) - _GRAM + 1)}
        known = {
            other
            for gram in grams & sharing.keys()
            for other in sharing[gram]
            if sentence.may_repeat(sentences[other])
        }
        following = pairs.get(at - 1, at) + 1
        if following < at and sentences[following].words == words:
            pairs[at] = following
        elif words in exact and sentence.may_repeat(sentences[exact[words]]):
            pairs[at] = exact[words]
        elif len(words) >= _LEAST_ALIKE and known:
            alike = (_likeness(words, sentences[other].words, other) for other in known)
            likeness, other = max(alike, key=lambda pair: (pair[0], -pair[1]))
            if likeness >= _ALIKE:
                pairs[at] = other
        exact.setdefault(words, at)
        for i in range(0, len(words) - _GRAM + 1, _STRIDE):
            if len(of_gram := sharing.setdefault(words[i : i + _GRAM], [])) < _SHARING:
                of_gram.append(at)
    return pairs


def _likeness(one: str, other: str, index: int) -> tuple[float, int]:
    """Return the share of runs of three characters that two sentences have in common."""
    if not 0.7 * len(one) <= len(other) <= len(one) / 0.7:
        return 0.0, index
    a = {one[i : i + 3] for i in range(len(one) - 2)}
    b = {other[i : i + 3] for i in range(len(other) - 2)}
    return 2 * len(a & b) / (len(a) + len(b)), index


@lru_cache(maxsize=4)
def _formulae(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words, key=len, reverse=True)))
