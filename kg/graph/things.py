"""What the graph gives out in Python: things, the edges between them, figures; names refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from kg.graph.evidence import Evidence
from kg.graph.results import short


class Unknown(LookupError):
    """A name that nothing in the graph bears."""


class Ambiguous(LookupError):
    """A name that several things bear; ``candidates`` are their IRIs, said as they can be asked."""

    def __init__(self, name: str, things: Iterable[Thing]) -> None:
        things = sorted(things, key=lambda thing: thing.iri)
        self.candidates = tuple(thing.iri for thing in things)
        shown = ", ".join(f"{short(t.iri)} ({t.facts.get('全称', [t.label])[0]})" for t in things)
        super().__init__(f"{name} is the name of several things; say which: {shown}")


class UnknownTerm(UserWarning):
    """A term that a query asks for and the graph's schema does not have."""


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the graph. ``facts`` maps a property's Chinese name to its values."""

    iri: str
    label: str
    type: str
    facts: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two things and the words it rests on."""

    subject: Thing
    predicate: str
    label: str
    object: Thing
    evidence: tuple[Evidence, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that an issuer states. ``place`` is where the issuer lies, "" where nobody knows."""

    iri: str
    issuer: str
    place: str
    counted: str
    value: Decimal
    unit: str
    bound: str
    upper: Decimal | None
    action: str
    indicator: str
    year: int | None
