"""Readings -> findings: what somebody should look at again before a report goes on.

It asks and does not judge: nothing is scored, ranked or rewritten. A rule is a plain function
``(Reading, Lexicon) -> Iterable[Hit]`` in ``RULES``, under its code; its words and ground are data
(ontology/review.ttl). ``check`` is pure and looks at one report, ``compare`` at many.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from kg import names
from kg.lexicon import Lexicon
from kg.model import Document, Finding, Reading
from kg.review import (
    closure,
    conflicts,
    copies,
    laws,
    lost,
    numbering,
    numbers,
    privacy,
    repeats,
    sections,
    stale,
)
from kg.review.hits import Hit
from kg.review.reviewed import Reviewed

__all__ = ["RULES", "Reviewed", "check", "compare", "notes", "review"]

Rule = Callable[[Reading, Lexicon], Iterable[Hit]]

RULES: dict[str, Rule] = {
    "law/misspelt": laws.misspelt,
    "law/misnamed": laws.misnamed,
    "law/repealed": laws.repealed,
    "law/not-yet": laws.not_yet,
    "law/not-instrument": laws.not_instrument,
    "law/applicability": laws.applicability,
    "section/missing": sections.missing,
    "number/conflict": conflicts.conflict,
    "number/no-base": numbers.no_base,
    "number/unit": numbers.unit,
    "text/lost": lost.lost,
    "text/duplicate": repeats.twice,
    "text/numbering": numbering.numbering,
    "text/stale": stale.stale,
    "closure/unanswered": closure.unanswered,
    "privacy/person": privacy.person,
}
COPIED = "text/copied"
REPEATED = "closure/unanswered"


def check(reading: Reading, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Return what to look at again in one report, in the order of its text."""
    hits = [(code, hit) for code, rule in RULES.items() for hit in rule(reading, lexicon)]
    return _findings(reading.document, hits, lexicon)


def compare(readings: Sequence[Reading], lexicon: Lexicon) -> list[tuple[Finding, ...]]:
    """Return, for each report, what it has in common with the others that it should not have."""
    return [
        _findings(
            reading.document,
            [
                *((COPIED, hit) for hit in shared),
                *((REPEATED, hit) for hit in again),
            ],
            lexicon,
        )
        for reading, shared, again in zip(
            readings, copies.copied(readings, lexicon), closure.repeated(readings), strict=True
        )
    ]


def review(readings: Sequence[Reading], lexicon: Lexicon) -> list[Reviewed]:
    """Return each report with all its findings, those across reports among them."""
    return [
        Reviewed(
            reading.document,
            tuple(sorted((*check(reading, lexicon), *compared), key=_place)),
            notes(reading),
        )
        for reading, compared in zip(readings, compare(readings, lexicon), strict=True)
    ]


def notes(reading: Reading) -> tuple[str, ...]:
    """Return what is told of a report as a fact, and is no fault."""
    return ("未写明任何法律法规的名称（仅告知，不作为问题）",) if laws.cites_none(reading) else ()


def _findings(
    document: Document, hits: Iterable[tuple[str, Hit]], lexicon: Lexicon
) -> tuple[Finding, ...]:
    lines = [0, *(at + 1 for at, char in enumerate(document.text) if char == "\n")]
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    for code, hit in sorted(hits, key=lambda pair: (pair[1].span, pair[0], pair[1].variant)):
        rule = lexicon.rules.rules[f"{code}#{hit.variant}" if hit.variant else code]
        quote = document.quote(hit.span)
        key = hit.key or "".join(quote.split())
        line = bisect_right(lines, hit.span.start)
        found.append(
            Finding(
                id=_id(document, code, key, seen[code, key]),
                code=code,
                document=document.id,
                span=hit.span,
                line=line,
                column=hit.span.start - lines[line - 1] + 1,
                quote=quote,
                message=rule.message.format_map({"quote": " ".join(quote.split()), **hit.values}),
                reason=hit.reason or rule.reason,
                suggestion=hit.suggestion,
                others=hit.others,
            )
        )
        seen[code, key] += 1
    return tuple(found)


def _id(document: Document, code: str, key: str, index: int) -> str:
    """Make an id of what an edit elsewhere leaves alone: who, which year, what and which words."""
    who = names.issuer(document.issuer)
    parts = (who, str(document.year or ""), code, key, str(index))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.span.start, finding.span.end, finding.code
