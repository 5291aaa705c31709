"""One report with all that is asked about it, and how that stands against an earlier run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kg import names
from kg.model import Document, Finding


class State(StrEnum):
    """How a finding stands against an earlier run."""

    NEW = "new"
    OPEN = "open"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A finding of an earlier run that is there no more."""

    id: str
    code: str
    quote: str
    message: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A report, its findings in the order of its text, and its notes: facts that are no fault.

    ``states`` hold each finding's state by its id; empty where there is no earlier run.
    """

    document: Document
    findings: tuple[Finding, ...]
    notes: tuple[str, ...] = ()
    states: Mapping[str, State] = field(default_factory=dict)
    fixed: tuple[Fixed, ...] = ()

    @property
    def report(self) -> str:
        """What the report goes by whatever its file is called: issuer and year."""
        return names.report(names.issuer(self.document.issuer), self.document.year)

    @property
    def label(self) -> str:
        """Who reports on which year, for people to read."""
        who, year = self.document.issuer, self.document.year
        return f"{who.county}{who.name or self.document.id}{f'{year}年度' if year else ''}"


def without(reviewed: Reviewed, *, keep: Callable[[str], bool]) -> Reviewed:
    """Leave out the findings whose codes are not kept."""
    findings = tuple(finding for finding in reviewed.findings if keep(finding.code))
    return Reviewed(reviewed.document, findings, reviewed.notes)
