"""The plain vocabulary: every class that has concepts is found by its labels.

What makes a new entity class a matter of data alone. A class whose names follow a grammar has an
extractor of its own, and is left out here by whoever composes the extractors.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.lexicon import Lexicon
from kg.model import Document, Mention


def other_than(*kinds: str) -> Callable[[Document, Lexicon], Iterator[Mention]]:
    """Return an extractor for the classes that have none of their own."""

    def find(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
        for kind, found in lexicon.terms.find(document.plain).items():
            if kind in kinds or kind not in lexicon.classes:
                continue
            for start, end, _ in found:
                span = document.span(start, end)
                yield Mention(span, document.quote(span), kind, "term")

    return find
