"""What is asked about figures: those that disagree, rates without a base, units that do not fit.

Two figures are set against each other only where the report gives both as its own totals of a year;
a list in one sentence, a part (其中), another body's or another year's figure is left alone. Plans
are not asked about.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kg.clauses import CLAUSE_ENDS, around
from kg.lexicon import Lexicon
from kg.model import Bound, Document, Mention, Part, Passage, Quantity, Reading
from kg.review.hits import Hit

_PERSONS = re.compile(r"[一-鿿]{1,8}人数(?:累计|共计|合计)?(?:达到|达|为|约|共|有|近|超过|超)*$")
_ATTENDANCES = re.compile(
    r"[一-鿿]{1,8}人次(?:累计|共计|合计)?(?:达到|达|为|约|共|有|近|超过|超)*$"
)
_OF_IT = re.compile("其中")
_YEAR = re.compile(r"(?<!\d)20\d\d(?=年)")
_RATE_OF_COUNTS = ("矛盾纠纷受理件数", "矛盾纠纷调解成功件数", "矛盾纠纷调解成功率")
_PERCENT = "%"
_MOST = 12
"""Figures of one indicator that are set against each other; a table has more."""


@dataclass(frozen=True)
class _Figure:
    """A figure with its sentence. Places are in plain text."""

    mention: Mention
    quantity: Quantity
    document: Document

    @cached_property
    def start(self) -> int:
        return bisect_left(self.document.offsets, self.mention.span.start)

    @cached_property
    def end(self) -> int:
        return bisect_left(self.document.offsets, self.mention.span.end)

    @cached_property
    def sentence(self) -> tuple[int, int]:
        return around(self.document.plain, self.start, self.end)

    @cached_property
    def before(self) -> str:
        """The words of its sentence before it."""
        return self.document.plain[self.sentence[0] : self.start]

    @cached_property
    def clause(self) -> str:
        """The words of its clause before it."""
        begin, _ = around(self.document.plain, self.start, self.end, ends=CLAUSE_ENDS)
        return self.document.plain[begin : self.start]

    @property
    def passage(self) -> Passage:
        return Passage(self.document.id, self.mention.span, self.mention.text)


def conflict(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about totals of one indicator that differ, and a part greater than its total."""
    figures = _figures(reading)
    totals = [f for f in figures if f.quantity.concept and _is_total(f, reading, lexicon)]
    same: dict[tuple[str | None, str], list[_Figure]] = {}
    for total in totals:
        same.setdefault((total.quantity.concept, total.quantity.unit), []).append(total)
    for group in same.values():
        for one in group[:_MOST]:
            yield from _set_against(one, [o for o in group[:_MOST] if _differ(one, o)], "", lexicon)
    for total in totals[:_MOST]:
        parts = [part for part in figures if _is_greater_part(part, total, lexicon)]
        yield from _set_against(total, parts[:_MOST], "total", lexicon)
        for part in parts[:_MOST]:
            yield from _set_against(part, [total], "part", lexicon, of=total)


def _set_against(
    figure: _Figure,
    others: list[_Figure],
    variant: str,
    lexicon: Lexicon,
    *,
    of: _Figure | None = None,
) -> Iterator[Hit]:
    """Yield one hit on a figure that names the others; ``of`` is the total where it is a part."""
    if others:
        concept = lexicon.concepts[(of or figure).quantity.concept or ""]
        quoted = "、".join(dict.fromkeys(other.mention.text for other in others))
        yield Hit(
            figure.mention.span,
            {"indicator": concept.label, "other": quoted},
            variant=variant,
            others=tuple(other.passage for other in others),
        )


def _differ(one: _Figure, other: _Figure) -> bool:
    return one.sentence != other.sentence and not _agree(one.quantity, other.quantity)


def _is_greater_part(part: _Figure, total: _Figure, lexicon: Lexicon) -> bool:
    """Whether a kind of an event is more than all of it: 普法12场次 and 法律进学校24场."""
    words = lexicon.rules.totals.get(total.quantity.concept or "", ())
    return (
        part.sentence != total.sentence
        and part.quantity.concept != total.quantity.concept
        and any(word in part.quantity.indicator for word in words)
        and _dimension(part, lexicon) == _dimension(total, lexicon)
        and part.quantity.bound in (Bound.EXACT, Bound.AT_LEAST)
        and total.quantity.bound is Bound.EXACT
        and part.quantity.value > total.quantity.value
    )


def no_base(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about a rate of cases where the report counts no such case."""
    figures = _figures(reading)
    counted = [
        f.clause + f.quantity.indicator
        for f in figures
        if _dimension(f, lexicon) in ("case", "case-time")
    ]
    for figure in figures:
        quantity = figure.quantity
        if _dimension(figure, lexicon) != "rate" or quantity.unit != _PERCENT:
            continue
        for words in lexicon.rules.bases:
            if any(word in quantity.indicator for word in words) and "率" in quantity.indicator:
                if not any(word in around_it for around_it in counted for word in words):
                    yield Hit(figure.mention.span, {"indicator": quantity.indicator})
                break


def unit(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about persons counted in attendances, and figures of a sentence that cannot all be."""
    figures = _figures(reading)
    for figure in figures:
        yield from _persons(figure, lexicon)
        yield from _over(figure, lexicon)
    yield from _parts(figures)
    yield from _rates(figures)


def _persons(figure: _Figure, lexicon: Lexicon) -> Iterator[Hit]:
    for pattern, counted, dimension in (
        (_PERSONS, "人数", "person-time"),
        (_ATTENDANCES, "人次", "person"),
    ):
        noun = pattern.search(figure.clause)
        if noun and _dimension(figure, lexicon) == dimension:
            begin = figure.start - len(figure.clause) + noun.start()
            span = figure.document.span(begin, figure.end)
            yield Hit(span, {"counted": counted, "unit": figure.quantity.unit})


def _over(figure: _Figure, lexicon: Lexicon) -> Iterator[Hit]:
    quantity = figure.quantity
    bounded = quantity.indicator.endswith(lexicon.rules.words["bounded"])
    if quantity.unit == _PERCENT and bounded and quantity.value > 100:
        yield Hit(figure.mention.span, {"indicator": quantity.indicator}, variant="over")


def _parts(figures: list[_Figure]) -> Iterator[Hit]:
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


def _rates(figures: list[_Figure]) -> Iterator[Hit]:
    """Yield the rates that are not what the counts of their own sentence make."""
    by_sentence: dict[tuple[int, int], dict[str, list[_Figure]]] = {}
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


def _figures(reading: Reading) -> list[_Figure]:
    """Return the figures of what was done, in order."""
    document = reading.document
    return [
        _Figure(mention, mention.quantity, document)
        for mention in reading.mentions
        if mention.quantity and document.part_at(mention.span.start) is not Part.PLAN
    ]


def _is_total(figure: _Figure, reading: Reading, lexicon: Lexicon) -> bool:
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


def _dimension(figure: _Figure, lexicon: Lexicon) -> str:
    return lexicon.units.of(figure.quantity.unit).dimension
