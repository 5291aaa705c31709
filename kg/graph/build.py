"""Readings -> named graphs: one a report with what is asked about it, and one that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg import names
from kg.graph import findings, report
from kg.graph.turtle import Statement
from kg.graph.vocabulary import Shared, described
from kg.lexicon import Lexicon
from kg.model import Finding, Reading

Graphs = dict[str, list[Statement]]
"""Statements by the IRI of their named graph."""


def build(
    readings: Sequence[Reading], lexicon: Lexicon, asked: Sequence[Sequence[Finding]] = ()
) -> Graphs:
    """Return the graphs of readings, all at once."""
    return dict(graphs(readings, lexicon, asked))


def graphs(
    readings: Sequence[Reading], lexicon: Lexicon, asked: Sequence[Sequence[Finding]] = ()
) -> Iterator[tuple[str, list[Statement]]]:
    """Yield the name and the statements of each reading's graph; last, of what they share.

    ``asked`` are the findings of each reading, in the order of the readings.
    """
    shared: Shared = {}
    iris = report_iris(readings)
    questions = findings.Asked(asked, readings, iris)
    for at, (reading, iri) in enumerate(zip(readings, iris, strict=True)):
        said = [*report.statements(reading, iri, lexicon, shared)]
        yield iri, [*said, *questions.statements(at, lexicon, shared)]
    yield names.VOCABULARY, [*described(shared, lexicon)]


def report_iris(readings: Sequence[Reading]) -> list[str]:
    """Return each reading's report IRI; a digest tells two of one issuer and year apart."""
    keys = [(names.issuer(r.document.issuer), r.document.year) for r in readings]
    seen = Counter(keys)
    return [
        names.report(*key)
        if key[1] and seen[key] == 1
        else names.report(*key, r.document.digest[:8])
        for key, r in zip(keys, readings, strict=True)
    ]
