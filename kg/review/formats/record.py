"""Findings as one JSON object: for other programs, and for ``--baseline`` of a later run."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from kg.lexicon import Lexicon
from kg.model import Finding, Passage
from kg.review.reviewed import Reviewed


def render(reports: Sequence[Reviewed], lexicon: Lexicon) -> str:
    """Return a review as JSON: reports, findings, and what is fixed since an earlier run."""
    return json.dumps(
        {
            "reports": [_report(reviewed) for reviewed in reports],
            "findings": [_finding(f, r) for r in reports for f in r.findings],
            "fixed": [
                {
                    "report": r.report,
                    "id": f.id,
                    "code": f.code,
                    "quote": f.quote,
                    "message": f.message,
                }
                for r in reports
                for f in r.fixed
            ],
            "rules": {
                code: {
                    "label": rule.label,
                    "reason": rule.reason,
                    "source": rule.source,
                    "date": rule.date,
                }
                for code, rule in sorted(lexicon.rules.rules.items())
            },
        },
        ensure_ascii=False,
        indent=1,
    )


def _report(reviewed: Reviewed) -> dict[str, Any]:
    document = reviewed.document
    return {
        "report": reviewed.report,
        "file": document.source.path,
        "sha256": document.digest,
        "issuer": document.issuer.name,
        "year": document.year,
        "notes": list(reviewed.notes),
    }


def _finding(finding: Finding, reviewed: Reviewed) -> dict[str, Any]:
    state = reviewed.states.get(finding.id)
    return {
        "id": finding.id,
        "code": finding.code,
        "report": reviewed.report,
        "file": reviewed.document.source.path,
        "start": finding.span.start,
        "end": finding.span.end,
        "line": finding.line,
        "column": finding.column,
        "quote": finding.quote,
        "message": finding.message,
        "reason": finding.reason,
        "suggestion": finding.suggestion,
        "others": [_passage(other) for other in finding.others],
        **({"state": state.value} if state else {}),
    }


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "document": passage.document,
        "start": passage.span.start,
        "end": passage.span.end,
        "quote": passage.quote,
    }
