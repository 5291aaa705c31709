"""Longest-match automata over terms, each standing for something: one set of them, or several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

import ahocorasick_rs as ac

T = TypeVar("T")


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

    Of the sets named in ``nested`` all terms count, those inside one another too.

    >>> sets = TermSets({"LAW": {"宪法": 1}, "DAY": {"国家宪法日": 2}})
    >>> sets.find("国家宪法日学习宪法")["LAW"]
    [(2, 4, 1), (7, 9, 1)]
    """

    def __init__(self, sets: Mapping[str, Mapping[str, T]], nested: Iterable[str] = ()) -> None:
        senses: dict[str, list[tuple[str, T]]] = {}
        for name, terms in sets.items():
            for term, value in terms.items():
                senses.setdefault(term, []).append((name, value))
        self._names = tuple(sets)
        self._nested = frozenset(nested)
        self._senses = tuple(senses.values())
        self._automaton = ac.AhoCorasick(tuple(senses), store_patterns=False)

    @lru_cache(maxsize=4)  # noqa: B019 - a vocabulary lives as long as its process
    def find(self, text: str) -> Mapping[str, Sequence[tuple[int, int, T]]]:
        """Return what ``Terms`` would find of each set."""
        senses = self._senses
        found: dict[str, list[tuple[int, int, T]]] = {name: [] for name in self._names}
        for start, end, index in sorted(
            [
                (start, -end, index)
                for index, start, end in self._automaton.find_matches_as_indexes(
                    text, overlapping=True
                )
            ]
        ):
            for name, value in senses[index]:
                kept = found[name]
                if not kept or kept[-1][1] <= start or name in self._nested:
                    kept.append((start, -end, value))
        return found
