"""What a rule found, before it is worded: where, and the words its message is filled with."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.model import Passage, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. ``variant`` chooses among a rule's messages.

    ``key`` is what the finding's id is made of where that is not the quote itself; ``reason``
    stands in for the rule's own.
    """

    span: Span
    values: dict[str, str] = field(default_factory=dict)
    variant: str = ""
    key: str = ""
    reason: str = ""
    suggestion: str = ""
    others: tuple[Passage, ...] = ()
