"""What the review asks -> statements: a node a finding, resting on its quote like every claim.

A finding is a question (请复核): it has no score and no rank, and nothing else of the graph follows
from it. The passages it is compared with are nodes too, in the graph of the report they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg import names
from kg.graph.turtle import RDF_TYPE, Statement, literal
from kg.graph.vocabulary import LABEL, Shared
from kg.lexicon import Lexicon
from kg.model import Finding, Passage, Reading, Span
from kg.names import concept, gov

Placed = tuple[str, Statement]
"""A statement and the report whose graph it belongs to."""


def asked(
    findings: Sequence[Finding],
    at: int,
    readings: Sequence[Reading],
    reports: Sequence[str],
    lexicon: Lexicon,
    shared: Shared,
) -> Iterator[Placed]:
    """Yield what is asked about the report at an index; note what it refers to in ``shared``."""
    reading, report = readings[at], reports[at]
    issuer = names.issuer(reading.document.issuer)
    for finding in findings:
        me = names.finding(report, finding.id)
        rule = lexicon.rules.rules[finding.code]
        said = [
            (me, RDF_TYPE, gov("Finding")),
            (me, LABEL, literal(finding.message, language="zh")),
            (me, gov("findingCode"), literal(finding.code)),
            (me, gov("ground"), literal(finding.reason)),
            (me, gov("of"), issuer),
            *_place(me, reading, report, finding.span, shared),
        ]
        if rule.source:
            said.append((me, gov("basis"), literal(rule.source)))
        if finding.suggestion:
            said.append((me, gov("suggestion"), literal(finding.suggestion)))
        yield from ((report, statement) for statement in said)
        for other in finding.others:
            index = _whose(other, at, readings)
            there = names.passage(reports[index], other.span.start, other.span.end)
            yield report, (me, gov("comparedWith"), there)
            yield from _passage(there, other, readings[index], reports[index], shared)


def _whose(passage: Passage, at: int, readings: Sequence[Reading]) -> int:
    """Return which reading a passage is of; two files of one name are told apart by its words."""
    named = [i for i, r in enumerate(readings) if r.document.id == passage.document]
    fits = [i for i in named if readings[i].document.quote(passage.span) == passage.quote]
    return at if at in fits or not fits else fits[0]


def _passage(
    me: str, passage: Passage, reading: Reading, report: str, shared: Shared
) -> Iterator[Placed]:
    yield report, (me, RDF_TYPE, gov("Passage"))
    for statement in _place(me, reading, report, passage.span, shared):
        yield report, statement


def _place(
    me: str, reading: Reading, report: str, span: Span, shared: Shared
) -> Iterator[Statement]:
    part = concept("part", reading.document.part_at(span.start))
    shared.setdefault(part, ("", ""))
    yield me, gov("exact"), literal(reading.document.quote(span))
    yield me, gov("report"), report
    yield me, gov("start"), str(span.start)
    yield me, gov("end"), str(span.end)
    yield me, gov("part"), part
