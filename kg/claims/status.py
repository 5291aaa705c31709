"""What a report claims of a thing it names: done, ongoing, planned, a problem, an award."""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.model import Document, Mention, Part, Status


def status_of(document: Document, mention: Mention, lexicon: Lexicon) -> Status:
    """Return the status of what is named at a mention."""
    part = document.part_at(mention.span.start)
    return {Part.PLAN: Status.PLANNED, Part.PROBLEMS: Status.PROBLEM}.get(part, Status.DONE)
