"""One legal instrument of the catalogue, and whether it was in force in a year.

Nothing is guessed: where the dates do not say, the answer is ``UNKNOWN``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kg import names

NOT_INSTRUMENTS = frozenset({"图书", "思想"})
"""Levels of entries that are cited like instruments and are none."""


@dataclass(frozen=True, slots=True)
class Law:
    """One entry. Dates are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, "" where not known."""

    title: str
    short: str
    level: str
    promulgator: str
    promulgated: str
    effective: str
    amended: str
    amended_effective: str
    status: str
    status_date: str
    replaced_by: tuple[str, ...]
    aliases: tuple[str, ...]
    misspelt: tuple[str, ...]
    misnamed: tuple[str, ...]
    source: str
    unverified: str
    note: str

    @property
    def iri(self) -> str:
        """The IRI of the instrument."""
        return names.law(self.title)

    @property
    def is_instrument(self) -> bool:
        """Whether it is a legal instrument, not a book or a doctrine."""
        return self.level not in NOT_INSTRUMENTS

    def known_as(self) -> Iterator[tuple[str, str]]:
        """Yield every name with what is wrong about it: "", ``misspelt`` or ``misnamed``."""
        for name in dict.fromkeys((self.title, self.short, *self.aliases)):
            if name:
                yield name, ""
        for name in self.misspelt:
            yield name, "misspelt"
        for name in self.misnamed:
            yield name, "misnamed"


class Force(StrEnum):
    """Whether an instrument was in force by the end of a year."""

    IN_FORCE = "in-force"
    NOT_YET = "not-yet"
    ENDED_THAT_YEAR = "ended-that-year"
    ENDED_BEFORE = "ended-before"
    UNKNOWN = "unknown"


def in_force(law: Law, year: int) -> Force:
    """Say whether a law was in force by 31 December of a year (the year reported on).

    A repeal inside the year is its own answer. The start is the first version's; where its
    effective date is not known, its promulgation.
    """
    if not law.is_instrument:
        return Force.UNKNOWN
    if law.status_date:
        ended = law.status_date[:4]
        if ended == f"{year}":
            # A plan that runs to 31 December was in force all the year.
            return Force.IN_FORCE if law.status_date.endswith("-12-31") else Force.ENDED_THAT_YEAR
        if ended < f"{year}":
            return Force.ENDED_BEFORE
    start = law.effective or law.promulgated
    if not start or (law.status == "已废止" and not law.status_date):
        return Force.UNKNOWN
    return Force.IN_FORCE if start[:4] <= f"{year}" else Force.NOT_YET
