"""Mention -> what it refers to: one concept, several candidates, or a provisional concept.

A linker is a plain function ``(Document, Sequence[Mention], Lexicon) -> Iterable[Mention]`` over
the mentions of its kind; it returns the same ones in their order, with ``canonical`` and
``concept`` or ``candidates`` filled. Several equally good candidates stay several. Kinds without a
linker of their own link by the vocabulary's labels; what no label names becomes a provisional
concept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from kg.lexicon import Lexicon
from kg.linking import (
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

Linker = Callable[[Document, Sequence[Mention], Lexicon], Iterable[Mention]]

LINKERS: dict[str, Linker] = {
    "LAW": laws.link,
    "PLACE": places.link,
    "QUANTITY": quantities.link,
    "INST": institutions.link,
    "ROLE": roles.link,
    "MECH": mechanisms.link,
    "DAY": days.link,
    "DISPUTE": disputes.link,
}


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions linked, in the order they came."""
    of_kind: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        of_kind[mention.kind].append(mention)
    # One linker after the other: mention by mention, each would push the others out of the cache.
    linked = {
        kind: iter(list(LINKERS.get(kind, terms.link)(document, alike, lexicon)))
        for kind, alike in of_kind.items()
    }
    return tuple([next(linked[mention.kind]) for mention in mentions])
