"""Words that tell how a thing stands, by status: what ontology/statuses.ttl knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kg.characters import fold
from kg.model import Concept, Status

_NOTHING = re.compile(r"(?!)")


class Cues(NamedTuple):
    """The words of one status: before a name, behind it, and those that take them back."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    cancel: re.Pattern[str]


def cues(statuses: Iterable[Concept]) -> Mapping[Status, Cues]:
    """Return the cues of every status; one without words has cues that match nothing."""
    found = {Status(concept.iri.rpartition("/")[2]): concept.facts for concept in statuses}
    return {
        status: Cues(
            *(
                _any(found.get(status, {}).get(kind, ()))
                for kind in ("cue", "cueAfter", "cancelledBy")
            )
        )
        for status in Status
    }


def _any(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(map(fold, words), key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))) if longest_first else _NOTHING
