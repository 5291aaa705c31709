"""What the rules for laws hand each other: a range of plain text and the rule that found it."""

from __future__ import annotations

from msgspec import Struct


class Found(Struct, frozen=True, order=True, gc=False):
    """A range of ``Document.plain`` that names a law."""

    start: int
    end: int
    rule: str
