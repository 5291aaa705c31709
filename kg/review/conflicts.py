"""What is asked about figures that disagree: two totals of one indicator, a part and its total.

They are set against each other only where the report gives them as its own totals of the year; a
list in one sentence, a part (其中), another body's or another year's figure is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.model import Bound, Quantity, Reading
from kg.review.figures import Figure, dimension, figures_of
from kg.review.hits import Hit

_YEAR = re.compile(r"(?<!\d)20\d\d(?=年)")
_MOST = 12
"""Figures of one indicator that are set against each other; a table has more."""


def conflict(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about totals of one indicator that differ, and a part greater than its total.

    Once for each disagreement: on the figure that stands first, or on the total.
    """
    figures = figures_of(reading)
    totals = [f for f in figures if f.quantity.concept and _is_total(f, reading, lexicon)]
    same: dict[tuple[str | None, str], list[Figure]] = {}
    for total in totals:
        same.setdefault((total.quantity.concept, total.quantity.unit), []).append(total)
    for group in same.values():
        first, *later = group[:_MOST]
        yield from _set_against(first, [other for other in later if _differ(first, other)], lexicon)
    for total in totals[:_MOST]:
        parts = [part for part in figures if _is_greater_part(part, total, lexicon)]
        yield from _set_against(total, parts[:_MOST], lexicon, variant="total")


def _set_against(
    figure: Figure, others: list[Figure], lexicon: Lexicon, *, variant: str = ""
) -> Iterator[Hit]:
    """Yield one hit on a figure that names the others: a disagreement is one question."""
    if others:
        concept = lexicon.concepts[figure.quantity.concept or ""]
        quoted = "、".join(dict.fromkeys(other.mention.text for other in others))
        yield Hit(
            figure.mention.span,
            {"indicator": concept.label, "other": quoted},
            variant=variant,
            others=tuple(other.passage for other in others),
        )


def _differ(one: Figure, other: Figure) -> bool:
    return one.sentence != other.sentence and not _agree(one.quantity, other.quantity)


def _is_greater_part(part: Figure, total: Figure, lexicon: Lexicon) -> bool:
    """Whether a kind of an event is more than all of it: 普法12场次 and 法律进学校24场."""
    words = lexicon.rules.totals.get(total.quantity.concept or "", ())
    return (
        part.sentence != total.sentence
        and part.quantity.concept != total.quantity.concept
        and any(word in part.quantity.indicator for word in words)
        and dimension(part, lexicon) == dimension(total, lexicon)
        and part.quantity.bound in (Bound.EXACT, Bound.AT_LEAST)
        and total.quantity.bound is Bound.EXACT
        and part.quantity.value > total.quantity.value
    )


def _is_total(figure: Figure, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a report gives a figure as its own total of the year.

    In 全年开展督查4次，整改问题12项 the second is a total of those inspections only.
    """
    words = lexicon.rules.words
    before = figure.before
    since = max(
        (m.span.end for m in reading.mentions if m.quantity and m.span < figure.mention.span),
        default=0,
    )
    own = figure.document.plain[
        max(figure.sentence[0], bisect_left(figure.document.offsets, since)) : figure.start
    ]
    if not any(word in own for word in words["totalling"]):
        return False
    if any(word in before for word in words["scope"]):
        return False
    document = figure.document
    if any(int(year) != document.year for year in _YEAR.findall(before)):
        return False
    first = document.offsets[figure.sentence[0]]
    issuer = document.issuer.name
    return not any(
        first <= mention.span.start < figure.mention.span.start
        and mention.kind in ("PLACE", "INST", "DAY", "LAW")
        and not (issuer and mention.text.endswith(issuer))
        for mention in reading.mentions
    )


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures can be of one number: 30余场次 and 32场次 can."""
    if one.bound is Bound.EXACT and other.bound is Bound.EXACT:
        return one.value == other.value and one.upper == other.upper
    if Bound.EXACT not in (one.bound, other.bound):
        return True
    exact, rough = (one, other) if one.bound is Bound.EXACT else (other, one)
    if rough.bound is Bound.AT_LEAST:
        return exact.value >= rough.value
    if rough.bound is Bound.AT_MOST:
        return exact.value <= rough.value
    return True
