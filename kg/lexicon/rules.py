"""ontology/review.ttl -> Rules: what the review asks, in which words, and on what ground.

Data only; when a rule fires is code. What is marked as not confirmed is never asked. A rule without
a message raises ``ValueError`` naming it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Concept, Level, Part

_CONFIRMED = "confirmed"
_SOURCE = "http://purl.org/dc/terms/source"
_DATE = "http://purl.org/dc/terms/date"


@dataclass(frozen=True, slots=True)
class Rule:
    """One question: its code (``law/misspelt``), its short name, its message and its ground.

    ``source`` and ``date`` say where the ground is from and when that was looked up, "" where the
    ground is plain reason.
    """

    code: str
    label: str
    message: str
    reason: str
    source: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """A part that reports of some levels have to hold; ``words`` tell it in another's heading."""

    part: Part
    label: str
    levels: frozenset[Level]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Applicability:
    """Whom an instrument binds, and the levels that go by it only for reference."""

    law: str
    binds: str
    by_reference: frozenset[Level]
    reason: str


@dataclass(frozen=True, slots=True)
class Rules:
    """All the data of the review; ``rules`` go by code and variant (``section/missing#causes``)."""

    rules: dict[str, Rule]
    contents: tuple[Content, ...]
    applicability: dict[str, Applicability]
    topics: dict[str, tuple[str, ...]]
    bases: tuple[tuple[str, ...], ...]
    totals: dict[str, tuple[str, ...]]
    """The words that tell a part of a total, by the total's indicator."""
    formulae: tuple[str, ...]
    words: dict[str, tuple[str, ...]]
    """The word lists, by the name of their entry (``words_cause`` is ``cause``)."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code there is, in order."""
        return tuple(sorted({key.partition("#")[0] for key in self.rules}))


def load(kinds: Iterable[Concept]) -> Rules:
    """Sort the entries of the review by what they are."""
    entries = {concept.iri: concept for concept in kinds}
    of_kind: dict[str, list[Concept]] = {}
    for concept in entries.values():
        of_kind.setdefault(concept.kind, []).append(concept)
    applicable = [c for c in of_kind.get("Applicability", ()) if _is_confirmed(c)]
    return Rules(
        rules={c.notation: _rule(c, entries) for c in of_kind.get("ReviewRule", ())},
        contents=tuple(
            sorted(
                (_content(c) for c in of_kind.get("RequiredContent", ())),
                key=lambda content: tuple(Part).index(content.part),
            )
        ),
        applicability={law: _applicability(c, law) for c in applicable for law in _all(c, "of")},
        topics={c.label: _all(c, "word") for c in of_kind.get("Topic", ())},
        bases=tuple(_all(c, "word") for c in of_kind.get("RateBase", ())),
        totals={iri: _all(c, "word") for c in of_kind.get("Total", ()) for iri in _all(c, "of")},
        formulae=tuple(word for c in of_kind.get("Formula", ()) for word in _all(c, "word")),
        words={_name(c): _all(c, "word") for c in of_kind.get("WordList", ())},
    )


def _rule(concept: Concept, entries: dict[str, Concept]) -> Rule:
    main = next((entries[iri] for iri in concept.broader if iri in entries), concept)
    message = _one(concept, "message")
    if not message:
        raise ValueError(f"{concept.iri}: a rule without gov:message; add one")
    return Rule(
        code=concept.notation.partition("#")[0],
        label=concept.label,
        message=message,
        reason=_one(concept, "reason") or _one(main, "reason"),
        source=_one(concept, _SOURCE) or _one(main, _SOURCE),
        date=_one(concept, _DATE) or _one(main, _DATE),
    )


def _content(concept: Concept) -> Content:
    levels = frozenset(Level(level) for level in _all(concept, "requiredOf"))
    return Content(Part(concept.notation), concept.label, levels, _all(concept, "word"))


def _applicability(concept: Concept, law: str) -> Applicability:
    levels = frozenset(Level(level) for level in _all(concept, "byReference"))
    return Applicability(law, _one(concept, "binds"), levels, _one(concept, "reason"))


def _is_confirmed(concept: Concept) -> bool:
    return _one(concept, _CONFIRMED) == "true"


def _name(concept: Concept) -> str:
    return concept.iri.rpartition("/")[2].removeprefix("words_")


def _one(concept: Concept, name: str) -> str:
    return next(iter(concept.facts.get(name, ())), "")


def _all(concept: Concept, name: str) -> tuple[str, ...]:
    return concept.facts.get(name, ())
