"""Sentences and clauses: where the words around a place in a text begin and end.

The stops of a text are looked up once, however often it is asked about them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

SENTENCE_ENDS = "。；！？\n"
CLAUSE_ENDS = "，：" + SENTENCE_ENDS


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
    stops = _stops(text, ends)
    before, behind = bisect_left(stops, start), bisect_left(stops, end)
    begin = stops[before - 1] + 1 if before else 0
    return begin, stops[behind] if behind < len(stops) else len(text)


@lru_cache(maxsize=8)
def _stops(text: str, ends: str) -> tuple[int, ...]:
    return tuple(match.start() for match in re.finditer(f"[{re.escape(ends)}]", text))
