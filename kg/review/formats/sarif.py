"""Findings as SARIF 2.1.0, for code scanning and for editors.

Every level is ``note``: nothing is graded. Lines and columns are of the text as it was read, which
for .docx, .pdf and .html is not the file's bytes; columns count code points.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from kg.lexicon import Lexicon
from kg.model import Document, Finding, Passage, Span
from kg.review.reviewed import Fixed, Reviewed, State

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_STATES = {State.NEW: "new", State.OPEN: "unchanged", State.FIXED: "absent"}
_FINGERPRINT = "fazhiKgFinding/v1"


def render(reports: Sequence[Reviewed], lexicon: Lexicon) -> str:
    """Return a review as one SARIF run."""
    codes = lexicon.rules.codes
    documents = {reviewed.document.id: reviewed.document for reviewed in reports}
    results = []
    for reviewed in reports:
        for finding in reviewed.findings:
            result = _result(finding, reviewed.document, codes, documents)
            if reviewed.states:
                result["baselineState"] = _STATES[reviewed.states[finding.id]]
            results.append(result)
        results += [_absent(fixed, reviewed.document, codes) for fixed in reviewed.fixed]
    run = {
        "tool": {
            "driver": {
                "name": "fazhi-kg",
                "informationUri": "https://w3id.org/fazhi-kg/",
                "rules": [_rule(code, lexicon) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json.dumps(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1
    )


def _rule(code: str, lexicon: Lexicon) -> dict[str, Any]:
    rule = lexicon.rules.rules[code]
    ground = "".join(filter(None, (rule.reason, rule.source and f"（{rule.source}）")))
    return {
        "id": code,
        "name": code.title().replace("/", "").replace("-", ""),
        "shortDescription": {"text": rule.label},
        "fullDescription": {"text": ground},
        "defaultConfiguration": {"level": "note"},
    }


def _result(
    finding: Finding, document: Document, codes: Sequence[str], documents: dict[str, Document]
) -> dict[str, Any]:
    related = [
        _location(documents.get(other.document, document), other.span, other)
        for other in finding.others
    ]
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": "note",
        "message": {"text": f"{finding.message}。{finding.reason}"},
        "locations": [_location(document, finding.span)],
        "partialFingerprints": {_FINGERPRINT: finding.id},
        **({"relatedLocations": related} if related else {}),
    }


def _absent(fixed: Fixed, document: Document, codes: Sequence[str]) -> dict[str, Any]:
    return {
        "ruleId": fixed.code,
        **({"ruleIndex": codes.index(fixed.code)} if fixed.code in codes else {}),
        "level": "note",
        "message": {"text": fixed.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(document)}}}],
        "partialFingerprints": {_FINGERPRINT: fixed.id},
        "baselineState": _STATES[State.FIXED],
    }


def _location(document: Document, span: Span, passage: Passage | None = None) -> dict[str, Any]:
    start_line, start_column = _place(document.text, span.start)
    end_line, end_column = _place(document.text, span.end)
    region = {
        "startLine": start_line,
        "startColumn": start_column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": len(span),
        "snippet": {"text": document.quote(span)},
    }
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(document)}, "region": region}
    }
    if passage:
        location["message"] = {"text": "另见此处"}
    return location


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _uri(document: Document) -> str:
    path = PurePath(document.source.path)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
