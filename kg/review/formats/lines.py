"""Findings as lines, as a linter prints them: ``file:line:column: code message``.

What a report is told as a fact goes on a line of its own without a code. Colour is for terminals.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.model import Finding
from kg.review.reviewed import Reviewed, State

_STATES = {State.NEW: "［新］", State.OPEN: "［未改］", State.FIXED: "［已改］"}
_LONGEST = 60
_BOLD, _CYAN, _FAINT, _PLAIN = "\x1b[1m", "\x1b[36m", "\x1b[2m", "\x1b[0m"


def render(reports: Sequence[Reviewed], *, colour: bool = False) -> Iterator[str]:
    """Yield the lines of a review."""
    bold, cyan, faint, plain = (_BOLD, _CYAN, _FAINT, _PLAIN) if colour else ("",) * 4
    for reviewed in reports:
        path = reviewed.document.source.path
        for finding in reviewed.findings:
            state = _STATES[reviewed.states[finding.id]] if reviewed.states else ""
            place = f"{bold}{path}{plain}:{finding.line}:{finding.column}:"
            yield f"{place} {cyan}{finding.code}{plain} {state}{_message(finding)}"
            for other in finding.others:
                yield f"    {faint}另见 {other.document}：{_short(other.quote)}{plain}"
        for gone in reviewed.fixed:
            state = _STATES[State.FIXED]
            yield f"{bold}{path}{plain}: {cyan}{gone.code}{plain} {state}{gone.message}"
        for note in reviewed.notes:
            yield f"{bold}{path}{plain}: {faint}{note}{plain}"


def _message(finding: Finding) -> str:
    shown = {"text/copied", "number/unit", "number/conflict", "section/missing"}
    if finding.code in shown or _short(finding.quote) in finding.message:
        return finding.message
    return f"{finding.message}（{_short(finding.quote)}）"


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
