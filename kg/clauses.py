"""Sentences and clauses: where the words around a place in a text begin and end.

A stop inside a title in 《》 ends nothing. The sentences of a text are looked up once, however
often it is asked about them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

SENTENCE_ENDS = "。；！？\n"
CLAUSE_MARKS = "，："
"""What parts the clauses of a sentence."""
_COMMA, _COLON = tuple(CLAUSE_MARKS)
_TITLE = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")


def around(text: str, start: int, end: int, *, marks: str = "") -> tuple[int, int]:
    """Return where the sentence around a range begins and where its stop stands.

    With ``marks`` that part a sentence, the stretch of it between two of them.

    >>> text = "设立司法所，配备人员。全年调解3起。"
    >>> begin, stop = around(text, 2, 5)
    >>> text[begin:stop]
    '设立司法所，配备人员'
    >>> begin, stop = around(text, 2, 5, marks=CLAUSE_MARKS)
    >>> text[begin:stop]
    '设立司法所'
    """
    begins = sentence_begins(text)
    first, last = begins[bisect_right(begins, start) - 1], begins[bisect_right(begins, end)] - 1
    if not marks:
        return first, last
    return narrow(without_titles(text), start, end, first, last, marks)


def narrow(
    words: str, start: int, end: int, first: int, last: int, marks: str = CLAUSE_MARKS
) -> tuple[int, int]:
    """Return what of the sentence around a range stands between two marks, titles blanked out."""
    for mark in marks:
        before = words.rfind(mark, first, start)
        if before >= 0:
            first = before + 1
        behind = words.find(mark, end, last)
        if behind >= 0:
            last = behind
    return first, last


def is_parted(words: str, start: int, end: int) -> bool:
    """Whether a mark parts a stretch of a sentence, its titles blanked out, into clauses."""
    return words.find(_COMMA, start, end) >= 0 or words.find(_COLON, start, end) >= 0


@lru_cache(maxsize=8)
def without_titles(text: str) -> str:
    """Blank out the titles in 《》, one to one.

    >>> without_titles("学习《宪法》")
    '学习····'
    """
    return _TITLE.sub(lambda title: "·" * len(title[0]), text)


@lru_cache(maxsize=8)
def sentence_begins(text: str) -> tuple[int, ...]:
    """Return where each sentence begins, and where one behind the last would.

    >>> sentence_begins("学法。普法；")
    (0, 3, 6, 7)
    """
    words = without_titles(text)
    for stop in SENTENCE_ENDS:
        words = words.replace(stop, "\n")
    sentences = (words + "\n").splitlines(keepends=True)
    return tuple(accumulate(map(len, sentences), initial=0))
