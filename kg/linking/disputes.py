"""Kinds of dispute by their bare kind: 邻里矛盾纠纷 is 邻里纠纷.

A list of kinds that share one 纠纷 is a concept of its own, provisional, under the whole list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg import names
from kg.lexicon import Lexicon, matching_form
from kg.linking.reference import refer
from kg.model import Document, Mention

_GENERIC = re.compile("等?(?:矛盾)?(?:纠纷|争议)$")


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the mentions of disputes with their bare kind and its entry."""
    kinds = lexicon.labels.get("DISPUTE", {})
    for mention in mentions:
        bare = bare_kind(mention.text)
        kind = kinds.get(bare)
        yield refer(mention, bare, kind.iri if kind else names.concept("dispute", bare))


def bare_kind(text: str) -> str:
    """Return a kind of dispute without what every dispute is.

    >>> bare_kind("邻里矛盾纠纷"), bare_kind("婚姻、土地等纠纷")
    ('邻里纠纷', '婚姻、土地纠纷')
    """
    kind = matching_form(text)
    generic = _GENERIC.search(kind)
    return kind[: generic.start()] + kind[-2:] if generic else kind
