"""A mention and what it refers to: what every linker hands back."""

from __future__ import annotations

from kg.model import Mention, Quantity


def refer(
    mention: Mention,
    canonical: str,
    concept: str | None = None,
    *,
    candidates: tuple[str, ...] = (),
    flag: str = "",
    quantity: Quantity | None = None,
) -> Mention:
    """Return a mention with its canonical name, the one concept or the several that fit.

    Spelled out, because ``structs.replace`` takes longer, and every mention is linked.
    """
    return Mention(
        mention.span,
        mention.text,
        mention.kind,
        mention.rule,
        canonical,
        concept,
        candidates,
        flag,
        quantity,
    )
