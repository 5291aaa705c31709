"""The units of ontology/units.ttl: what figures are counted in, and what their grammar needs.

A unit goes by the spelling a text gives it (场 and 场次 stay apart); its dimension says which
figures may be compared. A unit without a dimension or a side raises ``ValueError`` naming it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from kg.characters import fold
from kg.model import Concept


class Side(StrEnum):
    """Where the noun that a unit counts stands: 培训2期, 3名干部, or on either side."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Unit:
    """One spelling of a unit of count or measure."""

    name: str
    iri: str
    dimension: str
    side: Side
    spelled: bool
    """Whether spelled-out small numbers count it: 两期, 三家, but not 三项制度."""
    place: bool
    """Whether it holds the counted place itself: 个村（居）, 个社区."""
    only_after: tuple[str, ...] = ()
    """Words one of which must precede the figure: 连续3年, 为期2年; 2024年 is a date."""


@dataclass(frozen=True, slots=True)
class Units:
    """Every unit by its spelling, and the pattern that matches one."""

    by_name: Mapping[str, Unit]
    starts: frozenset[str]
    """The characters that units begin with."""
    longest: int
    pattern: str
    """By first character, longest spelling first; fails where what follows makes another word of it
    (3部门)."""

    def of(self, name: str) -> Unit:
        """Return a unit by its name; of a pair, 份（册） or 家/次, the first."""
        return self.by_name.get(name) or self.by_name[re.split("[（/]", name)[0]]


def load(concepts: Iterable[Concept]) -> Units:
    """Build the units from their concepts."""
    found: dict[str, Unit] = {}
    ahead: dict[str, str] = {}
    for concept in concepts:
        facts = concept.facts
        if not concept.broader or "nounSide" not in facts:
            raise ValueError(f"{concept.iri}: a unit needs skos:broader and gov:nounSide")
        follows = _lookahead("!", facts.get("notBefore")) + _lookahead("=", facts.get("onlyBefore"))
        for label in (concept.label, *concept.labels):
            name = fold(label)
            found[name] = Unit(
                name=name,
                iri=concept.iri,
                dimension=concept.broader[0].rpartition("/")[2],
                side=Side(facts["nounSide"][0]),
                spelled="spelled" in facts,
                place="countsPlaces" in facts,
                only_after=facts.get("onlyAfter", ()),
            )
            ahead[name] = follows
    return Units(
        by_name=found,
        starts=frozenset(name[0] for name in found),
        longest=max(map(len, found), default=0),
        pattern=_pattern(ahead),
    )


def _pattern(ahead: Mapping[str, str]) -> str:
    """Join spellings and what may follow them, written once for those of one length and start."""
    ordered = sorted(ahead, key=lambda name: (name[0], -len(name), ahead[name], name))
    return "|".join(
        f"{re.escape(first)}(?:{_ends(names, ahead)})"
        for first, names in groupby(ordered, key=itemgetter(0))
    )


def _ends(names: Iterable[str], ahead: Mapping[str, str]) -> str:
    return "|".join(
        f"(?:{'|'.join(re.escape(name[1:]) for name in alike)}){follows}"
        for follows, alike in groupby(names, key=ahead.__getitem__)
    )


def _lookahead(sign: str, words: Iterable[str] | None) -> str:
    return f"(?{sign}{'|'.join(map(re.escape, words))})" if words else ""
