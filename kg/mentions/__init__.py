"""Document -> mentions: every extractor in turn, then one place where overlap is decided.

An extractor is a plain function ``(Document, Lexicon) -> Iterable[Mention]``; extractors know
nothing of each other. Of two mentions of one kind the longer stays, of equal ones the earlier in
``EXTRACTORS``. Across kinds the inner goes, unless its class is said (``gov:nestsIn``) to nest in
the outer's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter

from kg.lexicon import Lexicon
from kg.mentions import (
    days,
    disputes,
    institutions,
    laws,
    mechanisms,
    places,
    quantities,
    roles,
    terms,
)
from kg.model import Document, Mention

_START = attrgetter("span.start")
Extractor = Callable[[Document, Lexicon], Iterable[Mention]]

EXTRACTORS: tuple[Extractor, ...] = (
    laws.find,
    places.find,
    quantities.find,
    institutions.find,
    roles.find,
    mechanisms.find,
    days.find,
    disputes.find,
    terms.other_than("LAW", "INST", "MECH", "PLACE", "DAY", "ROLE", "DISPUTE"),
)


def find(document: Document, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions of a document in the order of the text, overlap decided."""
    found: list[Mention] = []
    for extract in EXTRACTORS:
        found += extract(document, lexicon)
    return settle(found, lexicon)


def settle(mentions: Iterable[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Decide overlap; return what stays, by place, longer first."""
    kept: list[Mention] = []
    knot: list[Mention] = []
    reach = 0
    for mention in sorted(mentions, key=_START):
        span = mention.span
        if span.start >= reach:
            if knot:
                kept += _disentangle(knot, lexicon)
                knot = []
            kept.append(mention)
            reach = span.end
            continue
        if not knot:
            knot.append(kept.pop())
        knot.append(mention)
        if span.end > reach:
            reach = span.end
    return (*kept, *_disentangle(knot, lexicon))


def _length(mention: Mention) -> int:
    span = mention.span
    return span.start - span.end


def _rank(mention: Mention) -> tuple[int, int, str]:
    span = mention.span
    return span.start, -span.end, mention.kind


def _disentangle(knot: Sequence[Mention], lexicon: Lexicon) -> Sequence[Mention]:
    """Return what stays of mentions that overlap each other.

    Taken longest first, a mention that overlaps one that stays holds that one's edge or lies inside
    it, so whoever stands at its own first or last character is all there is to ask.
    """
    if len(knot) == 2:
        outer, inner = knot if _length(knot[0]) <= _length(knot[1]) else reversed(knot)
        if outer.kind == inner.kind or not _nests(inner, outer, lexicon):
            return (outer,)
        return sorted(knot, key=_rank)
    standing: dict[int, tuple[Mention, ...]] = {}
    kept = []
    for mention in sorted(knot, key=_length):
        start, end = mention.span.start, mention.span.end
        longer = standing.get(start, ())
        if (last := standing.get(end - 1, ())) is not longer:
            longer += last
        if all(_nests(mention, other, lexicon) for other in longer):
            kept.append(mention)
            standing |= dict.fromkeys(range(start, end), (*longer, mention))
    return sorted(kept, key=_rank)


def _nests(mention: Mention, longer: Mention, lexicon: Lexicon) -> bool:
    if mention.kind == longer.kind or mention.span not in longer.span:
        return False
    entity = lexicon.classes.get(mention.kind)
    return entity is not None and longer.kind in entity.nests_in
