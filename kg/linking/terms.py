"""The plain vocabulary: words that a label names mean its concept.

What no label names becomes a provisional concept under its own name. Serves every class that has no
linker of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg import names
from kg.lexicon import Lexicon, matching_form
from kg.linking.reference import refer
from kg.model import Document, Mention


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the mentions with the concept each names."""
    for mention in mentions:
        name = matching_form(mention.text)
        concept = lexicon.wordings[mention.kind].by_label.get(name)
        if concept is None:
            iri = names.concept(mention.kind.lower(), name)
            yield refer(mention, name, iri)
        else:
            yield refer(mention, concept.canonical, concept.iri)
