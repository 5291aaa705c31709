"""Heading words -> the part of a report they open: what ontology/sections.ttl knows."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from kg.characters import fold
from kg.lexicon.terms import Terms
from kg.model import Concept, Part


class HeadingWord(Struct, frozen=True, gc=False):
    """What a word of a heading tells: the part, in any heading (``firm``) or a top one only."""

    part: Part
    firm: bool


def heading_words(parts: Iterable[Concept]) -> Terms[HeadingWord]:
    """Return the automaton over the heading words of all parts.

    Raises ``ValueError`` where a word is given to two parts.
    """
    words: dict[str, HeadingWord] = {}
    for concept in parts:
        part = Part(concept.iri.rpartition("/")[2])
        for kind, firm in (("headingWord", True), ("topWord", False)):
            for word in concept.facts.get(kind, ()):
                known = words.setdefault(fold(word), HeadingWord(part, firm))
                if known.part != part:
                    raise ValueError(f"heading word {word} is given to {known.part} and {part}")
    return Terms(words.items())
