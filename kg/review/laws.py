"""What is asked about the laws a report cites.

Whether a name is wrong is linking's answer, whether a law is in force the catalogue's; nothing is
decided here but whether to ask. A law named as history (原《婚姻法》, 已废止) is not asked about.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.clauses import CLAUSE_MARKS, around
from kg.lexicon import Lexicon
from kg.lexicon.law import Force, Law, in_force
from kg.lexicon.law_keys import key
from kg.model import Document, Function, Mention, Part, Reading
from kg.review.hits import Hit
from kg.review.titles import meant, titles

_DOCTRINE = "思想"
_EXPIRED = "规划期满"


def misspelt(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about names that are a slip away from a law's."""
    document, catalogue = reading.document, lexicon.laws
    known: set[int] = set()
    for mention in _laws(reading):
        if mention.flag == "misspelt":
            yield Hit(mention.span, {"name": mention.canonical}, suggestion=mention.canonical)
        if mention.flag or mention.candidates or mention.concept in catalogue.by_iri:
            known.update(range(mention.span.start, mention.span.end))
    for start, end, title in titles(document):
        span = document.span(start, end)
        if known.isdisjoint(range(span.start, span.end)) and not catalogue.named(title):
            law = meant(title, catalogue, document.year)
            if law:
                yield Hit(span, {"name": law.title}, suggestion=law.title)


def misnamed(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about names that no law has, where the one that is meant is known."""
    for mention in _laws(reading):
        if mention.flag in ("misnamed", "wrong-years"):
            yield Hit(mention.span, {"name": mention.canonical}, suggestion=mention.canonical)
        elif plan := _of_other_years(mention, reading.document.year, lexicon):
            yield Hit(mention.span, {"name": plan.title}, suggestion=plan.title)


def _of_other_years(mention: Mention, year: int | None, lexicon: Lexicon) -> Law | None:
    """Return the plan that bears a name with other years than the name is written with."""
    if mention.flag or mention.concept in lexicon.laws.by_iri or not key(mention.text).years:
        return None
    plans = [named.law for named in lexicon.laws.named(mention.text)]
    running = [law for law in plans if year and in_force(law, year) is Force.IN_FORCE]
    return next(iter([*running, *plans]), None)


def not_instrument(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about a doctrine in 《》; a book about it is rightly written so."""
    for mention in _laws(reading):
        law = _entry(mention, lexicon)
        if mention.flag == "not-instrument" and law and law.level == _DOCTRINE:
            yield Hit(mention.span)


def repealed(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about laws that had ended before the year reported on.

    A plan that has run out is asked about only where the report says it is carried out.
    """
    year = reading.document.year
    for mention in _laws(reading):
        law = _entry(mention, lexicon)
        if law is None or year is None or in_force(law, year) is not Force.ENDED_BEFORE:
            continue
        carried_out = _function(reading, mention) is Function.IMPLEMENT
        if (law.status == _EXPIRED and not carried_out) or _is_history(reading, mention, lexicon):
            continue
        successor = "、".join(f"《{title}》" for title in law.replaced_by)
        yield Hit(
            mention.span,
            {
                "name": law.title,
                "since": _day(law.status_date),
                "year": f"{year}",
                "successor": f"（由{successor}代替）" if successor else "",
            },
        )


def not_yet(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about laws said to be carried out in a year when they did not yet apply.

    To study or publicise a law before it applies is usual, and so is to plan with it.
    """
    document = reading.document
    for mention in _laws(reading):
        law, year = _entry(mention, lexicon), document.year
        if law is None or year is None or in_force(law, year) is not Force.NOT_YET:
            continue
        if (
            _function(reading, mention) is Function.IMPLEMENT
            and document.part_at(mention.span.start) is not Part.PLAN
        ):
            since = law.effective or law.promulgated
            yield Hit(mention.span, {"name": law.title, "since": _day(since), "year": f"{year}"})


def applicability(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about a rule that binds other levels, where it is said to be strictly carried out."""
    rules, document = lexicon.rules, reading.document
    for mention in _laws(reading):
        scope = rules.applicability.get(mention.concept or "")
        if scope is None or document.issuer.level not in scope.by_reference:
            continue
        before, _ = _words_around(document, mention)
        claim = next((word for word in rules.words["strictly"] if word in before), "")
        if claim and "参照" not in before:
            yield Hit(
                mention.span,
                {"name": mention.canonical, "binds": scope.binds, "claim": claim},
                reason=scope.reason,
            )


def cites_none(reading: Reading) -> bool:
    """Whether a report names no law at all: a fact about it, and no fault."""
    return not any(mention.concept for mention in _laws(reading))


def _laws(reading: Reading) -> Iterator[Mention]:
    return (mention for mention in reading.mentions if mention.kind == "LAW")


def _entry(mention: Mention, lexicon: Lexicon) -> Law | None:
    return lexicon.laws.by_iri.get(mention.concept or "")


def _function(reading: Reading, mention: Mention) -> Function | None:
    return next((c.function for c in reading.claims if c.evidence is mention), None)


def _is_history(reading: Reading, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether the words around say themselves that the law is past: 原《婚姻法》, …已经废止."""
    words = lexicon.rules.words
    before, after = _words_around(reading.document, mention)
    former = before.rstrip("《“").endswith(words["former"])
    return former or any(word in before or word in after for word in words["historical"])


def _words_around(document: Document, mention: Mention) -> tuple[str, str]:
    start, end = document.range(mention.span)
    first, last = around(document.plain, start, end, marks=CLAUSE_MARKS)
    return document.plain[first:start], document.plain[end:last]


def _day(iso: str) -> str:
    """Write a date as people read it, as far as it is known.

    >>> _day("2021-01-01"), _day("2019-05")
    ('2021年1月1日', '2019年5月')
    """
    return "".join(
        f"{int(part)}{unit}" for part, unit in zip(iso.split("-"), "年月日", strict=False)
    )
