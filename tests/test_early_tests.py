"""Early tests of one character must let through whatever their pattern could match.

A pattern that is tried only where a text begins (or ends) with one of some characters would lose
what somebody adds to it and not to them: so they are compared, pattern by pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from kg.lexicon import actions
from kg.linking import changes, circumstances, nouns, phrases
from kg.mentions import disputes, quantities
from kg.mentions.institutions import known
from kg.mentions.mechanisms import boundary, joints
from tests.accuracy import shared_lexicon

ZERO_WIDTH = {op.AT, op.ASSERT, op.ASSERT_NOT}
REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}

Items = Sequence[tuple[Any, Any]]


def characters_of(class_: Items) -> set[str]:
    """Return the characters of a class; one that leaves characters out has no early test."""
    found: set[str] = set()
    for kind, value in class_:
        if kind is op.LITERAL:
            found.add(chr(value))
        elif kind is op.RANGE:
            found.update(map(chr, range(value[0], value[1] + 1)))
        elif kind is op.CATEGORY and value is op.CATEGORY_DIGIT:
            found.update("0123456789")
        else:
            raise AssertionError(f"too wide for an early test: {kind} {value}")
    return found


def edge(items: Items, *, last: bool) -> tuple[set[str], bool]:
    """Return the characters that a match may begin (or end) with, and whether it may be empty."""
    found: set[str] = set()
    for kind, value in reversed(items) if last else items:
        if kind in ZERO_WIDTH:
            continue
        if kind is op.LITERAL:
            inner, empty = {chr(value)}, False
        elif kind is op.IN:
            inner, empty = characters_of(value), False
        elif kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
            inner, empty = edge(value[-1] if kind is op.SUBPATTERN else value, last=last)
        elif kind is op.BRANCH:
            edges = [edge(branch, last=last) for branch in value[1]]
            inner, empty = set().union(*(e[0] for e in edges)), any(e[1] for e in edges)
        elif kind in REPEATS:
            least, _, repeated = value
            inner, empty = edge(repeated, last=last)
            empty = empty or least == 0
        else:
            raise AssertionError(f"too wide for an early test: {kind} {value}")
        found |= inner
        if not empty:
            return found, False
    return found, True


MECHANISMS = shared_lexicon().mechanism_words
BEGIN = {
    "phrases._LEAD": (phrases._LEAD, phrases._LEAD_BEGINS),
    "nouns._TRIM": (nouns._TRIM, nouns._TRIM_BEGINS),
    "phrases._ADVERBS": (phrases._ADVERBS, phrases._ADVERB_BEGINS),
    "circumstances._WHERE": (circumstances._WHERE, circumstances._WHERE_BEGINS),
    "actions._NOUN": (actions._NOUN, actions._NOUN_BEGINS),
    "actions._FIGURE": (actions._FIGURE, actions._FIGURE_BEGINS),
    "disputes._LARGER_NAME": (disputes._LARGER_NAME, disputes._LARGER_BEGINS),
    "known._LEVEL_OF_LABEL": (known._LEVEL_OF_LABEL, known._LEVEL_BEGINS),
    "joints.PARTICLES": (joints.PARTICLES, joints.PARTICLE_BEGINS),
    "mechanisms.opening": (MECHANISMS.opening, MECHANISMS.opening_begins),
    "mechanisms.empty": (MECHANISMS.empty, MECHANISMS.empty_begins),
}
END = {
    "changes._CHANGE": (changes._CHANGE, changes._CHANGE_ENDS),
    "phrases._PERSON": (phrases._PERSON, phrases._PERSON_ENDS),
    "nouns._SINCE": (nouns._SINCE, nouns._SINCE_ENDS),
    "circumstances._MANNER": (circumstances._MANNER, circumstances._MANNER_ENDS),
    "circumstances._ADVERB_LAST": (circumstances._ADVERB_LAST, circumstances._ADVERB_ENDS),
    "phrases._TAIL": (phrases._TAIL, phrases._TAIL_ENDS),
    "nouns._TRIM_LAST": (nouns._TRIM_LAST, nouns._TRIM_ENDS),
    "boundary._UNFINISHED": (boundary._UNFINISHED, boundary._CAN_BE_UNFINISHED),
    "quantities._ORDINAL": (quantities._ORDINAL, quantities._ORDINAL_ENDS),
    "quantities._HEDGE": (quantities._HEDGE, quantities._HEDGE_ENDS),
}


def missing(pattern: re.Pattern[str], let_through: Iterable[str], *, last: bool) -> set[str]:
    return edge(parser.parse(pattern.pattern), last=last)[0] - set(let_through)


@pytest.mark.parametrize(
    ("name", "last"), [*((name, False) for name in BEGIN), *((name, True) for name in END)]
)
def test_what_a_pattern_may_match_is_let_through(name: str, last: bool) -> None:
    assert missing(*(END if last else BEGIN)[name], last=last) == set()


def test_a_character_that_is_not_let_through_is_told() -> None:
    assert missing(re.compile("(?:甲|乙+|丙?)丁"), "甲乙", last=False) == {"丙", "丁"}
    assert missing(re.compile("甲(?:乙|[丙丁])(?=戊)$"), "乙丙", last=True) == {"丁"}
