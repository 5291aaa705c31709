"""What is asked about single figures: rates without a base, units and sums that do not fit.

Counts and rates are compared within one sentence only. Plans are not asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.lexicon import Lexicon
from kg.model import Bound, Reading
from kg.review.figures import Figure, dimension, figures_of
from kg.review.hits import Hit

_PERSONS = re.compile(r"[一-鿿]{1,8}人数(?:累计|共计|合计)?(?:达到|达|为|约|共|有|近|超过|超)*$")
_ATTENDANCES = re.compile(
    r"[一-鿿]{1,8}人次(?:累计|共计|合计)?(?:达到|达|为|约|共|有|近|超过|超)*$"
)
_OF_IT = re.compile("其中")
_RATE_OF_COUNTS = ("矛盾纠纷受理件数", "矛盾纠纷调解成功件数", "矛盾纠纷调解成功率")
_PERCENT = "%"


def no_base(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about a rate of cases where the report counts no such case."""
    figures = figures_of(reading)
    counted = [
        f.clause + f.quantity.indicator
        for f in figures
        if dimension(f, lexicon) in ("case", "case-time")
    ]
    for figure in figures:
        quantity = figure.quantity
        if dimension(figure, lexicon) != "rate" or quantity.unit != _PERCENT:
            continue
        for words in lexicon.rules.bases:
            if any(word in quantity.indicator for word in words) and "率" in quantity.indicator:
                if not any(word in around_it for around_it in counted for word in words):
                    yield Hit(figure.mention.span, {"indicator": quantity.indicator})
                break


def unit(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about persons counted in attendances, and figures of a sentence that cannot all be."""
    figures = figures_of(reading)
    for figure in figures:
        yield from _persons(figure, lexicon)
        yield from _over(figure, lexicon)
    yield from _parts(figures)
    yield from _rates(figures)


def _persons(figure: Figure, lexicon: Lexicon) -> Iterator[Hit]:
    for pattern, counted, wrong in (
        (_PERSONS, "人数", "person-time"),
        (_ATTENDANCES, "人次", "person"),
    ):
        noun = pattern.search(figure.clause)
        if noun and dimension(figure, lexicon) == wrong:
            begin = figure.start - len(figure.clause) + noun.start()
            span = figure.document.span(begin, figure.end)
            yield Hit(span, {"counted": counted, "unit": figure.quantity.unit})


def _over(figure: Figure, lexicon: Lexicon) -> Iterator[Hit]:
    quantity = figure.quantity
    bounded = quantity.indicator.endswith(lexicon.rules.words["bounded"])
    if quantity.unit == _PERCENT and bounded and quantity.value > 100:
        yield Hit(figure.mention.span, {"indicator": quantity.indicator}, variant="over")


def _parts(figures: list[Figure]) -> Iterator[Hit]:
    """Yield the figures behind 其中 that are greater than the one before it."""
    for index, part in enumerate(figures[1:], start=1):
        whole = figures[index - 1]
        between = part.document.plain[whole.end : part.start]
        if (
            part.sentence == whole.sentence
            and part.quantity.unit == whole.quantity.unit != _PERCENT
            and whole.quantity.bound is part.quantity.bound is Bound.EXACT
            and _OF_IT.match(between.lstrip("，、（"))
            and part.quantity.value > whole.quantity.value
        ):
            values = {"other": whole.mention.text}
            yield Hit(part.mention.span, values, variant="part", others=(whole.passage,))


def _rates(figures: list[Figure]) -> Iterator[Hit]:
    """Yield the rates that are not what the counts of their own sentence make."""
    by_sentence: dict[tuple[int, int], dict[str, list[Figure]]] = {}
    for figure in figures:
        label = (figure.quantity.concept or "").rpartition("/")[2]
        if label in _RATE_OF_COUNTS and figure.quantity.bound is Bound.EXACT:
            by_sentence.setdefault(figure.sentence, {}).setdefault(label, []).append(figure)
    for found in by_sentence.values():
        if set(found) == set(_RATE_OF_COUNTS) and all(len(f) == 1 for f in found.values()):
            whole, done, rate = (found[label][0] for label in _RATE_OF_COUNTS)
            if not 0 < done.quantity.value <= whole.quantity.value:
                continue
            real = 100 * done.quantity.value / whole.quantity.value
            if abs(real - rate.quantity.value) >= 1:
                yield Hit(
                    rate.mention.span,
                    {
                        "other": f"受理{whole.mention.text}、成功{done.mention.text}",
                        "rate": f"{real.quantize(Decimal('0.1'))}",
                    },
                    variant="rate",
                    others=(whole.passage, done.passage),
                )
