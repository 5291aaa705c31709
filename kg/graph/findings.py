"""What the review asks -> statements: a node a finding, resting on its quote like every claim.

A finding is a question (请复核): it has no score and no rank, and nothing else of the graph follows
from it. The passages it is compared with are nodes too, in the graph of the report they stand in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg import names
from kg.graph.turtle import RDF_TYPE, Statement, literal
from kg.graph.vocabulary import LABEL, Shared
from kg.lexicon import Lexicon
from kg.model import Finding, Reading, Span
from kg.names import concept, gov


class Asked:
    """What is asked about reports, and which of them each passage is of."""

    def __init__(
        self,
        findings: Sequence[Sequence[Finding]],
        readings: Sequence[Reading],
        iris: Sequence[str],
    ) -> None:
        self._findings, self._readings = findings, readings
        ids = [reading.document.id for reading in readings]
        self._iris = dict(zip(ids, iris, strict=True))
        self._passages: dict[str, set[Span]] = defaultdict(set)
        for passage in (p for of_report in findings for f in of_report for p in f.others):
            self._passages[passage.document].add(passage.span)

    def statements(self, at: int, lexicon: Lexicon, shared: Shared) -> Iterator[Statement]:
        """Yield what is asked about a report, and its passages that others are compared with."""
        reading = self._readings[at]
        report = self._iris[reading.document.id]
        issuer = names.issuer(reading.document.issuer)
        for finding in self._findings[at] if self._findings else ():
            me = names.finding(report, finding.id)
            rule = lexicon.rules.rules[finding.code]
            yield me, RDF_TYPE, gov("Finding")
            yield me, LABEL, literal(finding.message, language="zh")
            yield me, gov("findingCode"), literal(finding.code)
            yield me, gov("ground"), literal(finding.reason)
            yield me, gov("of"), issuer
            yield from _place(me, reading, report, finding.span, shared)
            if rule.source:
                yield me, gov("basis"), literal(rule.source)
            if finding.suggestion:
                yield me, gov("suggestion"), literal(finding.suggestion)
            for other in finding.others:
                there = self._iris[other.document]
                compared = names.passage(there, other.span.start, other.span.end)
                yield me, gov("comparedWith"), compared
        for span in sorted(self._passages[reading.document.id]):
            me = names.passage(report, span.start, span.end)
            yield me, RDF_TYPE, gov("Passage")
            yield from _place(me, reading, report, span, shared)


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
