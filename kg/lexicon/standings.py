"""Words that tell how a thing stands, by status: what ontology/statuses.ttl knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from kg.characters import fold
from kg.model import Concept, Status

BEFORE, BEHIND, CANCEL = "cue", "cueAfter", "cancelledBy"
"""Where a word works: before a name, behind it, or to take such words back."""


Senses = tuple[tuple[Status, str], ...]
"""All that a word tells: statuses, each with the capacity it tells it in."""


class Cue(Struct, frozen=True, gc=False):
    """A word of a text that tells a status, and in what capacity."""

    start: int
    end: int
    status: Status
    capacity: str


def load(statuses: Iterable[Concept]) -> dict[str, Senses]:
    """Return the words that tell a status."""
    senses: dict[str, Senses] = {}
    for concept in statuses:
        status = Status(concept.iri.rpartition("/")[2])
        for capacity in (BEFORE, BEHIND, CANCEL):
            for word in map(fold, concept.facts.get(capacity, ())):
                senses[word] = (*senses.get(word, ()), (status, capacity))
    return senses


def cues(found: Iterable[tuple[int, int, object]]) -> Iterator[Cue]:
    """Yield what the words found in a text tell."""
    for start, end, senses in found:
        if isinstance(senses, tuple):
            for status, capacity in senses:
                yield Cue(start, end, status, capacity)
