"""What a report says is done with a law: studied, publicised, implemented, issued.

The words that tell it are data (ontology/functions.ttl). In the law's own clause the nearest word
before it decides (落实《…》), or where that is a light verb the first behind it (将《…》列入学习
内容); then the rest of the sentence, then the headings over it. Only a document that is no known
instrument can be the issuer's own; what others issued, or is merely referred to, is implemented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from kg.clauses import around, narrow, without_titles
from kg.lexicon import Lexicon
from kg.linking.authors import is_made_above
from kg.model import Document, Function, Level, Mention

# Named once: a member of an enum costs a call each time it is named.
_STUDY, _PUBLICISE, _IMPLEMENT = Function.STUDY, Function.PUBLICISE, Function.IMPLEMENT
_ISSUE, _OTHER = Function.ISSUE, Function.OTHER

_REVISED = ("的", "后的")
_WINDOW = 240
_LEAD = 60
_PUBLIC = re.compile("群众|村民|居民|牧民|农民|学生|师生|青少年|市民|僧|经营者|商户|企业")
_OFFICIALS = re.compile("干部|党员|职工|领导|班子|人员|公务员|中心组|党委|党组|机关")
_OCCASION = re.compile("(?:为|的)?(?:契机|之际|[一二三四五六七八九十两]*周年|以来|之后|后)")


class _Word(Struct, frozen=True, gc=False):
    """A word that tells a function, None for a light verb, and its place."""

    start: int
    end: int
    function: Function | None


class _Sentence(Struct, frozen=True, gc=False):
    """Where a law stands in its sentence, in plain text whose titles are blanked out.

    ``first`` and ``last`` bound the sentence, ``begin`` and ``stop`` the law's clause; ``clause``
    is that, the law itself blanked out.
    """

    text: str
    clause: str
    first: int
    begin: int
    start: int
    end: int
    stop: int
    last: int


def function_of(document: Document, mention: Mention, lexicon: Lexicon) -> Function:
    """Return what a report says is done with the law at a mention."""
    sentence = _sentence(document, mention)
    known = mention.concept in lexicon.laws.by_iri or bool(mention.candidates)
    word = _in_clause(sentence, lexicon, known=known)
    if word is None and not known and _is_own(mention, document):
        # 研究《多玛乡2025年工作计划》
        return _ISSUE
    word = word or _elsewhere(sentence, lexicon)
    if word is not None:
        return _judge(word, sentence, document.issuer.level)
    for heading in _headings(document, mention):
        for _, _, function in lexicon.function_words.find(heading):
            if function and function is not _ISSUE:
                return function
    return _IMPLEMENT


def _sentence(document: Document, mention: Mention) -> _Sentence:
    text = without_titles(document.plain)
    start, end = document.range(mention.span)
    first, last = around(document.plain, start, end)
    first, last = max(first, start - _WINDOW), min(last, end + _WINDOW)
    begin, stop = narrow(text, start, end, first, last)
    clause = text[begin:start] + "·" * (end - start) + text[end:stop]
    return _Sentence(text, clause, first, begin, start, end, stop, last)


def _words(text: str, at: int, lexicon: Lexicon) -> list[_Word]:
    """Return the words of a text that stands at a place of another."""
    return [_Word(at + a, at + b, function) for a, b, function in lexicon.function_words.find(text)]


def _in_clause(sentence: _Sentence, lexicon: Lexicon, *, known: bool) -> _Word | None:
    """Return the word of the law's own clause that decides, if any."""
    words = _words(sentence.clause, sentence.begin, lexicon)
    before = [
        word
        for word in reversed(words)
        if word.start < sentence.start and not _says_how_it_came(word, sentence, known=known)
    ]
    if before and before[0].function:
        return before[0]
    behind = [
        word
        for word in words
        if word.start >= sentence.end
        and not (known and word.function is _ISSUE)
        and not _occasion(word, sentence)
    ]
    return next((word for word in (*behind, *before) if word.function), None)


def _elsewhere(sentence: _Sentence, lexicon: Lexicon) -> _Word | None:
    """Return the word of the sentence's other clauses that decides: those before go first.

    What is issued in another clause is another document.
    """
    before = sentence.text[sentence.first : sentence.begin]
    for word in reversed(_words(before, sentence.first, lexicon)):
        if word.function and word.function not in (_ISSUE, _OTHER):
            return word
    for word in _words(sentence.text[sentence.stop : sentence.last], sentence.stop, lexicon):
        if word.function and word.function is not _ISSUE:
            return word
    return None


def _is_own(mention: Mention, document: Document) -> bool:
    """Whether a document's title begins with the issuer's name."""
    name = document.issuer.name
    return len(name) > 1 and mention.text.startswith(name)


def _says_how_it_came(word: _Word, sentence: _Sentence, *, known: bool) -> bool:
    """Whether a word before a law only tells where it comes from: 新修订的, 颁布实施的."""
    if word.function is _ISSUE:
        return known or sentence.text[word.end : sentence.start] in _REVISED
    return word.function is _OTHER


def _occasion(word: _Word, sentence: _Sentence) -> bool:
    """Whether a word behind a law only names an occasion: 《…》实施为契机, 《…》修订后."""
    if word.function in (_STUDY, _PUBLICISE):
        return False
    made = word.function in (_ISSUE, _OTHER) or sentence.text[word.start : word.end] == "实施"
    return made and _OCCASION.match(sentence.text, word.end, sentence.last) is not None


def _judge(word: _Word, sentence: _Sentence, level: Level) -> Function:
    """Return the word's function by who does it.

    What somebody above issued is implemented; what the public learns is publicity.
    """
    if word.function is _ISSUE:
        subject = sentence.clause[: max(0, word.start - sentence.begin)]
        return _IMPLEMENT if is_made_above(subject, level) else _ISSUE
    clause = sentence.clause
    if word.function is _STUDY and _PUBLIC.search(clause) and not _OFFICIALS.search(clause):
        return _PUBLICISE
    return word.function or _OTHER


def _headings(document: Document, mention: Mention) -> Iterator[str]:
    """Yield the headings over a mention, the nearest first; the lead where there is none."""
    section = document.section_at(mention.span.start)
    while section:
        start = section.span.start
        lead = document.text[start : min(start + _LEAD, mention.span.start)]
        yield section.heading or lead.split("。")[0]
        section = document.sections[section.parent] if section.parent >= 0 else None
