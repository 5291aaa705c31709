"""One longest-match automaton over a set of terms, each standing for something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

import ahocorasick_rs as ac

T = TypeVar("T")


class Terms(Generic[T]):
    """Finds terms in a text, leftmost first and longest at each place, in one pass.

    >>> list(Terms([("宪法", 1), ("国家宪法日", 2)]).find("国家宪法日学习宪法"))
    [(0, 5, 2), (7, 9, 1)]
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        known = dict(entries)
        self._values = tuple(known.values())
        self._automaton = ac.AhoCorasick(
            tuple(known), matchkind=ac.MatchKind.LeftmostLongest, store_patterns=False
        )

    def __len__(self) -> int:
        return len(self._values)

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Yield ``(start, end, value)`` in code points, left to right, never overlapping."""
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            yield start, end, self._values[index]
