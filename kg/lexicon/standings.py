"""Words that tell how a thing stands, by status: what ontology/statuses.ttl knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import ahocorasick_rs as ac

from kg.characters import fold
from kg.model import Concept, Status

BEFORE, BEHIND, CANCEL = "cue", "cueAfter", "cancelledBy"
"""Where a word works: before a name, behind it, or to take such words back."""


class Cue(NamedTuple):
    """A word of a text that tells a status, and in what capacity."""

    start: int
    end: int
    status: Status
    capacity: str


class Standings:
    """All cue words of all statuses, found in one pass over a text."""

    def __init__(self, statuses: Iterable[Concept]) -> None:
        senses: dict[str, list[tuple[Status, str]]] = defaultdict(list)
        for concept in statuses:
            status = Status(concept.iri.rpartition("/")[2])
            for capacity in (BEFORE, BEHIND, CANCEL):
                for word in concept.facts.get(capacity, ()):
                    senses[fold(word)].append((status, capacity))
        self._senses = tuple(senses.values())
        self._automaton = ac.AhoCorasick(tuple(senses), implementation=ac.Implementation.DFA)

    @lru_cache(maxsize=8)  # noqa: B019 - a vocabulary lives as long as its process
    def cues(self, text: str) -> tuple[Cue, ...]:
        """Return every cue of a text, also inside one another, by place."""
        return tuple(
            sorted(
                Cue(start, end, status, capacity)
                for index, start, end in self._automaton.find_matches_as_indexes(
                    text, overlapping=True
                )
                for status, capacity in self._senses[index]
            )
        )
