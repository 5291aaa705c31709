"""What the grammar of one class knows: its names, its head nouns, and words that only look it.

Built from the class's concepts and from the word lists its class carries in the vocabulary
(``gov:headNoun``, ``gov:modifier``, ``gov:lookalike``; ``gov:notBefore`` on a concept).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from kg.characters import fold
from kg.lexicon.concepts import EntityClass
from kg.lexicon.terms import Terms
from kg.model import Concept


class Word(Enum):
    """A known word of a class's grammar that is no name by itself."""

    HEAD = auto()
    """A noun that open names end in (调解室)."""
    LOOKALIKE = auto()
    """A longer word that holds a name and is none (党委会, 法治政府)."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one class, found in one pass."""

    terms: Terms[Concept | Word]
    by_label: dict[str, Concept]
    """Concepts by each of their labels, as these stand in plain text."""
    modifiers: frozenset[str]
    """Words that before a known name make a more special one (物业纠纷|人民调解委员会)."""
    not_before: dict[str, tuple[str, ...]]
    """By concept IRI: what cannot follow its name."""

    def modifier_before(self, plain: str, end: int, *, floor: int) -> int:
        """Return where the longest modifier that ends at ``end`` begins, ``end`` if none."""
        for length in range(min(8, end - floor), 1, -1):
            if plain[end - length : end] in self.modifiers:
                return end - length
        return end


def wording(entity: EntityClass, concepts: Iterable[Concept]) -> Wording:
    """Gather the words of a class."""
    by_label = {
        _plain(label): concept
        for concept in concepts
        for label in (concept.label, *concept.labels, *concept.hidden)
    }
    words: dict[str, Concept | Word] = {
        **{_plain(head): Word.HEAD for head in entity.words.get("headNoun", ())},
        **{_plain(word): Word.LOOKALIKE for word in entity.words.get("lookalike", ())},
        **by_label,
    }
    return Wording(
        terms=Terms(words.items()),
        by_label=by_label,
        modifiers=frozenset(map(_plain, entity.words.get("modifier", ()))),
        not_before={
            concept.iri: tuple(map(_plain, concept.facts["notBefore"]))
            for concept in by_label.values()
            if "notBefore" in concept.facts
        },
    )


def _plain(label: str) -> str:
    return "".join(fold(label).split())
