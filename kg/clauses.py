"""Sentences and clauses: where the words around a place in a text begin and end.

A stop inside a title in 《》 ends nothing. The stops of a text are looked up once, however often it
is asked about them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

SENTENCE_ENDS = "。；！？\n"
CLAUSE_ENDS = "，：" + SENTENCE_ENDS
_TITLE = re.compile(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》")


def around(text: str, start: int, end: int, *, ends: str = SENTENCE_ENDS) -> tuple[int, int]:
    """Return where the sentence (or clause) around a range begins and where its stop stands.

    >>> text = "设立司法所，配备人员。全年调解3起。"
    >>> begin, stop = around(text, 2, 5)
    >>> text[begin:stop]
    '设立司法所，配备人员'
    >>> begin, stop = around(text, 2, 5, ends=CLAUSE_ENDS)
    >>> text[begin:stop]
    '设立司法所'
    """
    begins = _begins(text, ends)
    return begins[bisect_right(begins, start) - 1], begins[bisect_right(begins, end)] - 1


def sentence_begins(text: str) -> tuple[int, ...]:
    """Return where each sentence begins, and where one behind the last would.

    >>> sentence_begins("学法。普法；")
    (0, 3, 6, 7)
    """
    return _begins(text, SENTENCE_ENDS)


@lru_cache(maxsize=8)
def without_titles(text: str) -> str:
    """Blank out the titles in 《》, one to one.

    >>> without_titles("学习《宪法》")
    '学习····'
    """
    return _TITLE.sub(lambda title: "·" * len(title[0]), text)


@lru_cache(maxsize=8)
def _begins(text: str, ends: str) -> tuple[int, ...]:
    """Return where each sentence (or clause) begins, and where one behind the last would."""
    words = without_titles(text)
    for stop in ends:
        words = words.replace(stop, "\n")
    sentences = (words + "\n").splitlines(keepends=True)
    return tuple(accumulate(map(len, sentences), initial=0))
