"""What a report says is done with a law: studied, publicised, implemented, issued.

The words that tell it are data (ontology/functions.ttl). The nearest word in the law's clause decides:
the one before it (落实《…》), or where that is a light verb, the one behind it (将《…》列入学习内容); then the
rest of the sentence, then the headings over it. Only a document that is no known instrument can be
one the issuer made itself; what others issued is implemented.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.model import Document, Function, Level, Mention

_TITLE = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")
_SENTENCE_ENDS = "。；！？\n"
_CLAUSE_ENDS = "，：" + _SENTENCE_ENDS
_WINDOW = 240
_PUBLIC = re.compile("群众|村民|居民|牧民|农民|学生|师生|青少年|市民|僧|经营者|商户|企业")
_OFFICIALS = re.compile("干部|党员|职工|领导|班子|人员|公务员|中心组|党委|党组|机关")
_OCCASION = re.compile("(?:为|的)?(?:契机|之际|[一二三四五六七八九十两]*周年|以来|之后|后)")
_ABOVE = "中央|中共|国务院|国家|全国|中办|国办|上级"
_UPPER = {
    Level.PROVINCE: re.compile(_ABOVE),
    Level.PREFECTURE: re.compile(f"{_ABOVE}|省|自治区"),
    Level.COUNTY: re.compile(f"{_ABOVE}|省|自治区|市[委政依直司]|州[委政依直司]"),
    Level.TOWNSHIP: re.compile(f"{_ABOVE}|省|自治区|[市州县区旗][委政依直司]"),
}
_OWN = re.compile("我|本[乡镇街县市区局院办单部]|镇政府|乡政府|街道")


class _Word(NamedTuple):
    start: int
    end: int
    function: Function | None
    """None for a light verb, which says nothing by itself."""


class _Sentence(NamedTuple):
    """A sentence with the titles in it blanked out, and where the law stands in it."""

    text: str
    start: int
    end: int
    clause: tuple[int, int]


def function_of(document: Document, mention: Mention, lexicon: Lexicon) -> Function:
    """Return what a report says is done with the law at a mention."""
    sentence = _sentence(document, mention)
    words = [_Word(*hit) for hit in lexicon.function_words.find(sentence.text)]
    known = mention.concept in lexicon.laws.by_iri or len(mention.candidates) > 0
    told = list(_telling(words, sentence, document, known=known))
    if told:
        return _by_whom(told[0], sentence)
    for heading in _headings(document, mention):
        for _, _, function in lexicon.function_words.find(heading):
            if function and not (known and function is Function.ISSUE):
                return function
    # A document merely referred to is one that is followed.
    return Function.IMPLEMENT


def _sentence(document: Document, mention: Mention) -> _Sentence:
    """Cut out the sentence around a mention, every title in it replaced by dots."""
    plain = document.plain
    a = bisect_left(document.offsets, mention.span.start)
    b = bisect_left(document.offsets, mention.span.end)
    left = max(plain.rfind(mark, max(0, a - _WINDOW), a) for mark in _SENTENCE_ENDS) + 1
    left = max(left, a - _WINDOW, 0)
    ends = (plain.find(mark, b, b + _WINDOW) for mark in _SENTENCE_ENDS)
    right = min((at for at in ends if at >= 0), default=min(len(plain), b + _WINDOW))
    text = plain[left:a] + "·" * (b - a) + plain[b:right]
    text = _TITLE.sub(lambda title: "·" * len(title[0]), text)
    a, b = a - left, b - left
    begin = max(text.rfind(mark, 0, a) for mark in _CLAUSE_ENDS) + 1
    stop = min((at for mark in _CLAUSE_ENDS if (at := text.find(mark, b)) >= 0), default=len(text))
    return _Sentence(text, a, b, (begin, stop))


def _telling(
    words: list[_Word], sentence: _Sentence, document: Document, *, known: bool
) -> Iterator[_Word]:
    """Yield the words that tell, the one that decides first."""
    text, (begin, stop) = sentence.text, sentence.clause
    before = [w for w in reversed(words) if w.end <= sentence.start]
    behind = [w for w in words if w.start >= sentence.end]
    governing = [w for w in before if w.start >= begin and not _passes(w, known=known)]
    following = [w for w in behind if w.end <= stop and w.function and not _occasion(w, text)]
    if known:
        following = [w for w in following if w.function is not Function.ISSUE]
    order: Iterable[_Word]
    if governing and governing[0].function:
        order = (governing[0],)
    else:
        order = (*following, *governing)
    further = (
        *(w for w in before if w.end <= begin and not _passes(w, known=known)),
        *(w for w in behind if w.start >= stop and not _occasion(w, text)),
    )
    for word in (*order, *further):
        if word.function is None or (known and word.function is Function.ISSUE):
            continue
        if word.function is Function.ISSUE and (
            word in further or _issued_above(word, sentence, document)
        ):
            word = word._replace(function=Function.IMPLEMENT if word not in further else None)
            if word.function is None:
                continue
        yield word


def _passes(word: _Word, *, known: bool) -> bool:
    """Whether a word before a law says when or how it came about (新修订的, 颁布实施的)."""
    return word.function is Function.OTHER or (known and word.function is Function.ISSUE)


def _occasion(word: _Word, text: str) -> bool:
    """Whether a word only names an occasion: 以《…》实施为契机, 《…》修订后."""
    if word.function in (Function.STUDY, Function.PUBLICISE):
        return False
    made = (
        word.function in (Function.ISSUE, Function.OTHER) or text[word.start : word.end] == "实施"
    )
    return made and _OCCASION.match(text, word.end) is not None


def _issued_above(word: _Word, sentence: _Sentence, document: Document) -> bool:
    """Whether somebody above the issuer issued the document."""
    begin = sentence.clause[0] if word.start >= sentence.clause[0] else 0
    subject = sentence.text[begin : word.start]
    level = document.issuer.level
    upper = _UPPER.get(Level.TOWNSHIP if level in (Level.STREET, Level.BUREAU) else level)
    if upper is None or _OWN.search(subject):
        return False
    return upper.search(subject) is not None


def _by_whom(word: _Word, sentence: _Sentence) -> Function:
    """Return a word's function; what the public learns is publicity."""
    function = word.function or Function.OTHER
    if function is Function.STUDY:
        clause = sentence.text[slice(*sentence.clause)]
        if _PUBLIC.search(clause) and not _OFFICIALS.search(clause):
            return Function.PUBLICISE
    return function


def _headings(document: Document, mention: Mention) -> Iterator[str]:
    """Yield the headings over a mention, the nearest first; a lead sentence where there is none."""
    section = document.section_at(mention.span.start)
    while section:
        lead = document.text[section.span.start : min(section.span.start + 60, mention.span.start)]
        yield section.heading or lead.split("。")[0]
        section = document.sections[section.parent] if section.parent >= 0 else None
