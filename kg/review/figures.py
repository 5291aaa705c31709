"""The figures of what was done, each with the words of its sentence."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from kg.clauses import CLAUSE_MARKS, around
from kg.lexicon import Lexicon
from kg.model import Document, Mention, Part, Passage, Quantity, Reading


@dataclass(frozen=True)
class Figure:
    """A figure with its sentence. Places are in plain text."""

    mention: Mention
    quantity: Quantity
    document: Document

    @cached_property
    def start(self) -> int:
        """Where it begins."""
        return bisect_left(self.document.offsets, self.mention.span.start)

    @cached_property
    def end(self) -> int:
        """Where it ends."""
        return bisect_left(self.document.offsets, self.mention.span.end)

    @cached_property
    def sentence(self) -> tuple[int, int]:
        """Where its sentence begins and where its stop stands."""
        return around(self.document.plain, self.start, self.end)

    @cached_property
    def before(self) -> str:
        """The words of its sentence before it."""
        return self.document.plain[self.sentence[0] : self.start]

    @cached_property
    def clause(self) -> str:
        """The words of its clause before it."""
        begin, _ = around(self.document.plain, self.start, self.end, marks=CLAUSE_MARKS)
        return self.document.plain[begin : self.start]

    @property
    def passage(self) -> Passage:
        """The figure, quoted."""
        return Passage(self.document.id, self.mention.span, self.mention.text)


def figures_of(reading: Reading) -> list[Figure]:
    """Return the figures of what was done, in order."""
    document = reading.document
    return [
        Figure(mention, mention.quantity, document)
        for mention in reading.mentions
        if mention.quantity and document.part_at(mention.span.start) is not Part.PLAN
    ]


def dimension(figure: Figure, lexicon: Lexicon) -> str:
    """Return what a figure measures (``case``, ``person``, ``rate``): others never compare."""
    return lexicon.units.of(figure.quantity.unit).dimension
