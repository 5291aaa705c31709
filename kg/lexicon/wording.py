"""What the grammar of one class knows: its names, its head nouns, and words that only look it.

Built from the class's concepts and from the word lists its class carries in the vocabulary
(``gov:headNoun``, ``gov:modifier``, ``gov:field``, ``gov:officeEnd``, ``gov:post``,
``gov:lookalike``) and from its concepts (``gov:notBefore``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from kg.characters import fold
from kg.lexicon.concepts import EntityClass
from kg.lexicon.endings import Endings
from kg.model import Concept

_LONGEST = 8


class Word(Enum):
    """A known word of a class's grammar that is no name by itself."""

    HEAD = auto()
    """A noun that open names end in (调解室)."""
    OFFICE = auto()
    """A field of government and the end of an office's name (数管|局), which wants an owner."""
    LOOKALIKE = auto()
    """A longer word that holds a name and is none (党委会, 法治政府)."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one class."""

    words: dict[str, Concept | Word]
    """What each of them is: names, and words that are none."""
    by_label: dict[str, Concept]
    """Concepts by each of their labels, as these stand in plain text."""
    lists: dict[str, frozenset[str]]
    """Words that may stand before a known name and belong to it (``modifier``: 物业纠纷|人民调解
    委员会; ``field``: 科技|水利局), posts that name the body before them (``post``), and words that
    name nothing (``emptyModifier``: 优秀|网格员)."""
    endings: dict[str, Endings]
    """What stands before a name, by list: its words of up to eight characters."""
    not_before: dict[str, tuple[str, ...]]
    """By concept IRI: what cannot follow its name."""

    def before(self, plain: str, end: int, words: str, *, floor: int) -> int:
        """Return where the longest word of a list that ends at ``end`` begins, ``end`` if none."""
        return self.endings[words].start(plain, end, floor)

    def over_fields(self, plain: str, start: int, *, floor: int) -> int:
        """Walk left over fields of government, joined or not: 农业农村|和|科技|水利局."""
        fields = self.endings["field"]
        while True:
            before = fields.start(plain, start, floor)
            if before == start and start > floor and plain[start - 1] in "和与、":
                before = fields.start(plain, start - 1, floor)
                before = start if before == start - 1 else before
            if before == start:
                return start
            start = before

    def consists_of_words(self, plain: str, start: int, end: int) -> bool:
        """Tell whether a stretch is made of modifiers and fields alone: 城市管理|综合执法."""
        while end > start:
            before = min(self.before(plain, end, w, floor=start) for w in ("modifier", "field"))
            if before == end:
                return False
            end = before
        return True


def wording(entity: EntityClass, concepts: Iterable[Concept]) -> Wording:
    """Gather the words of a class."""
    by_label = {
        _plain(label): concept
        for concept in concepts
        for label in (concept.label, *concept.labels, *concept.hidden)
    }
    fields, ends = (entity.words.get(name, ()) for name in ("field", "officeEnd"))
    words: dict[str, Concept | Word] = {
        **{_plain(field + end): Word.OFFICE for field in fields for end in ends},
        **{_plain(head): Word.HEAD for head in entity.words.get("headNoun", ())},
        **{_plain(word): Word.LOOKALIKE for word in entity.words.get("lookalike", ())},
        **by_label,
    }
    lists = {
        name: frozenset(map(_plain, entity.words.get(name, ())))
        for name in ("modifier", "field", "post", "emptyModifier")
    }
    return Wording(
        words=words,
        by_label=by_label,
        lists=lists,
        endings={
            name: Endings(word for word in lists[name] if len(word) <= _LONGEST)
            for name in ("modifier", "field")
        },
        not_before={
            concept.iri: tuple(map(_plain, concept.facts["notBefore"]))
            for concept in by_label.values()
            if "notBefore" in concept.facts
        },
    )


def _plain(label: str) -> str:
    return "".join(fold(label).split())
