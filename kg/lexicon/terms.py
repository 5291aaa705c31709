"""Longest-match automata over terms, each standing for something: one set of them, or several."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Generic, TypeVar

import ahocorasick_rs as ac

T = TypeVar("T")
_begin = itemgetter(0)


class Terms(Generic[T]):
    """Finds terms in a text, leftmost first and longest at each place, in one pass.

    >>> Terms([("宪法", 1), ("国家宪法日", 2)]).find("国家宪法日学习宪法")
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

    def find(self, text: str) -> list[tuple[int, int, T]]:
        """Return ``(start, end, value)`` in code points, left to right, never overlapping."""
        values = self._values
        found = self._automaton.find_matches_as_indexes(text)
        return [(start, end, values[index]) for index, start, end in found] if found else []


class TermSets(Generic[T]):
    """Finds the terms of several sets in one pass, however many ask for them.

    Of the sets named in ``nested`` all terms count, those inside one another too, by their end.

    >>> sets = TermSets({"LAW": {"宪法": 1}, "DAY": {"国家宪法日": 2}})
    >>> sets.find("国家宪法日学习宪法")["LAW"]
    [(2, 4, 1), (7, 9, 1)]
    """

    def __init__(self, sets: Mapping[str, Mapping[str, T]], nested: Iterable[str] = ()) -> None:
        self._names = tuple(sets)
        self._nested = frozenset(map(self._names.index, nested))
        terms = [
            (term, (index, value))
            for index, values in enumerate(sets.values())
            for term, value in values.items()
        ]
        self._senses = tuple(sense for _, sense in terms)
        self._automaton = ac.AhoCorasick([term for term, _ in terms], store_patterns=False)

    @lru_cache(maxsize=4)  # noqa: B019 - a vocabulary lives as long as its process
    def find(self, text: str) -> Mapping[str, Sequence[tuple[int, int, T]]]:
        """Return what ``Terms`` would find of each set."""
        senses, nested = self._senses, self._nested
        found: list[list[tuple[int, int, T]]] = [[] for _ in self._names]
        for term, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            index, value = senses[term]
            kept = found[index]
            if kept and kept[-1][1] > start and index not in nested:
                # They come by their ends: what begins no later takes the place of those inside it.
                if kept[-1][0] < start:
                    continue
                first = bisect_left(kept, start, key=_begin)
                if first and kept[first - 1][1] > start:
                    continue
                del kept[first:]
            kept.append((start, end, value))
        return dict(zip(self._names, found, strict=True))
