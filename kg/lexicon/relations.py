"""Which edge a claim makes: schema.ttl -> the edges of each class, and the words they ask for.

A property with ``gov:cue`` holds only where one of the cues stands before a name, or one of its
``gov:cueAfter`` right behind it; a class with ``gov:setUpBy`` is planned only after one of those
verbs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.characters import fold
from kg.lexicon.concepts import Facts
from kg.names import gov

About = Mapping[str, Sequence[ox.NamedNode | ox.Literal]]


@dataclass(frozen=True, slots=True)
class Edges:
    """The edges of one class by standing."""

    stated: str
    planned: str
    problem: str
    set_up_by: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class Relations:
    """Edges by kind, and the cues of those properties that have some."""

    edges: dict[str, Edges]
    cues: dict[str, re.Pattern[str]]
    """What asks for a property where it stands before a name."""
    cues_after: dict[str, re.Pattern[str]]


def load(facts: Facts) -> Relations:
    """Read the relations out of the vocabulary's facts."""
    edges = {}
    for about in facts.values():
        for kind in about.get(gov("kind"), ()):
            stated = _value(about, "edge") or gov("mentions")
            edges[kind.value] = Edges(
                stated=stated,
                planned=_value(about, "edgeWhenPlanned") or gov("plans"),
                problem=_value(about, "edgeWhenProblem") or gov("lacks"),
                set_up_by=_pattern(about, "setUpBy"),
            )
    return Relations(edges, _cues(facts, "cue"), _cues(facts, "cueAfter"))


def _cues(facts: Facts, name: str) -> dict[str, re.Pattern[str]]:
    found = {iri: _pattern(about, name) for iri, about in facts.items()}
    return {iri: cue for iri, cue in found.items() if cue}


def _value(about: About, name: str) -> str:
    return next((v.value for v in about.get(gov(name), ())), "")


def _pattern(about: About, name: str) -> re.Pattern[str] | None:
    words = sorted({fold(v.value) for v in about.get(gov(name), ())}, key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, words))) if words else None
