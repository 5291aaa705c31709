"""复核: what somebody should look at again, with the sentence and the reason, as plain values.

The review asks and does not judge; the page shows its questions as they are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.graph.evidence import sentence_at
from kg.model import Document, Finding, Reading


def findings(
    readings: Sequence[Reading], asked: Mapping[str, Sequence[Finding]]
) -> list[dict[str, Any]]:
    """Return what to look at, by report in the order of its text.

    ``asked`` are the findings of each document, by its id.
    """
    return [
        _plain(finding, reading.document)
        for reading in readings
        for finding in sorted(
            asked.get(reading.document.id, ()), key=lambda f: (f.span, f.code, f.id)
        )
    ]


def _plain(finding: Finding, document: Document) -> dict[str, Any]:
    around = sentence_at(document.text, finding.span.start, finding.span.end)
    return {
        "document": document.id,
        "label": document.issuer.name or document.id,
        "start": finding.span.start,
        "end": finding.span.end,
        "code": finding.code,
        "sentence": document.quote(around),
        "at": finding.span.start - around.start,
        "message": finding.message,
        "reason": finding.reason,
        "suggestion": finding.suggestion,
        "others": [
            [other.document, other.span.start, other.span.end, other.quote]
            for other in finding.others
        ],
    }
