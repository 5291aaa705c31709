"""ontology/laws.csv -> Catalogue: which legal instruments exist, by what names, and when in force.

Facts about instruments only, never their text. The table's columns are described in ontology/laws.md.
A file without the expected columns raises ``ValueError`` naming it; whether the facts agree with each
other is for ``problems`` to say.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from kg import names
from kg.characters import fold
from kg.lexicon.terms import Terms

FILE = "laws.csv"
COUNTRY = "中华人民共和国"
NOT_INSTRUMENTS = frozenset({"图书", "思想"})
"""Levels of entries that are cited like instruments and are none."""

_LISTS = frozenset({"replaced_by", "aliases", "misspelt", "misnamed"})
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_EDITION = re.compile(r"（(?:试行|暂行|草案|\d*年?修[订正]版?|\d{4}年?版|第[一二三四五六]版)）")
_YEARS = re.compile(r"（?(20\d\d)年?[-~至]*(20\d\d)年?）?")
_DROPPED = str.maketrans("", "", "《》〈〉“”‘’ \u3000\t\n\xa0")


@dataclass(frozen=True, slots=True)
class Law:
    """One entry of the catalogue. Dates are ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, "" if unknown."""

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

    A repeal inside the year is its own answer. The start is the first version's: where its effective
    date is not known, its promulgation.
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


@dataclass(frozen=True, slots=True)
class Key:
    """What two writings of one title have in common."""

    stem: str
    years: tuple[str, str] | None = None


def key(name: str) -> Key:
    """Reduce a title to its key: no country, edition, brackets, blanks; years apart.

    >>> key("《法治政府建设实施纲要(2021—2025 年)》")
    Key(stem='法治政府建设实施纲要', years=('2021', '2025'))
    >>> key("中国共产党支部工作条例（试行）").stem
    '中国共产党支部工作条例'
    """
    return _key(fold(name))


def _key(folded: str) -> Key:
    stem = folded.translate(_DROPPED)
    if "（" in stem:
        stem = _EDITION.sub("", stem)
    years = None
    if "20" in stem and (found := _YEARS.search(stem)):
        years = (found[1], found[2])
        stem = stem[: found.start()] + stem[found.end() :]
    return Key(stem.removeprefix(COUNTRY) or stem, years)


@dataclass(frozen=True, slots=True)
class Named:
    """An entry under one of its names; ``flag`` says what is wrong with the name."""

    law: Law
    flag: str = ""


class Catalogue:
    """The entries of laws.csv, and the ways to find them."""

    def __init__(self, laws: Iterable[Law]) -> None:
        self.laws = tuple(laws)
        self.by_title = {law.title: law for law in self.laws}

    @cached_property
    def by_iri(self) -> dict[str, Law]:
        """Every entry by its IRI."""
        return {law.iri: law for law in self.laws}

    @cached_property
    def _known(self) -> tuple[tuple[Named, str], ...]:
        """Every entry under every name, with the name folded (all at once, which is 20 times faster)."""
        known = [(Named(law, flag), name) for law in self.laws for name, flag in law.known_as()]
        folded = fold("\n".join(name for _, name in known)).split("\n")
        return tuple((named, form) for (named, _), form in zip(known, folded, strict=True))

    @cached_property
    def _by_stem(self) -> dict[str, dict[str, Named]]:
        """Stem -> title -> entry; an entry's right name before its wrong ones."""
        table: dict[str, dict[str, Named]] = {}
        for named, form in self._known:
            table.setdefault(_key(form).stem, {}).setdefault(named.law.title, named)
        return table

    def named(self, name: str) -> tuple[Named, ...]:
        """Return the entries that bear a name exactly, whatever its years; () for none.

        A right name hides another entry's wrong one, an instrument in force a repealed namesake.
        """
        found = self._by_stem.get(key(name).stem, {})
        rows = [named for named in found.values() if not named.flag] or list(found.values())
        same = [n for n in rows if fold(n.law.title) == fold(name.translate(_DROPPED))]
        if same:
            return tuple(same)
        valid = [n for n in rows if n.law.status != "已废止"]
        return tuple(valid or rows)

    @cached_property
    def stems(self) -> dict[str, str]:
        """Stem -> title, of right names that one entry bears; for comparing by likeness."""
        return {
            stem: next(iter(found))
            for stem, found in self._by_stem.items()
            if len(found) == 1 and not next(iter(found.values())).flag
        }

    @cached_property
    def terms(self) -> Terms[str]:
        """The automaton over every name as it stands in running text, years apart.

        Doctrines are left out: they are cited only where they stand in 《》.
        """
        forms: dict[str, str] = {}
        for named, form in self._known:
            if named.law.level == "思想":
                continue
            running = _YEARS.sub("", form) if "20" in form else form
            forms["".join(running.split())] = ""
            if running.endswith("（试行）"):
                forms[running.removesuffix("（试行）")] = ""
        return Terms(forms.items())


def load(folder: Path) -> Catalogue:
    """Read the catalogue of an ontology folder."""
    path = folder / FILE
    wanted = [f.name for f in fields(Law)]
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines)
        header = next(rows, [])
        if header != wanted:
            raise ValueError(f"{path}: columns are {','.join(header)}; expected {','.join(wanted)}")
        lists = [i for i, name in enumerate(wanted) if name in _LISTS]
        return Catalogue(_law(row, lists, len(wanted), path) for row in rows if row)


def _law(row: list[str], lists: list[int], width: int, path: Path) -> Law:
    if len(row) != width:
        raise ValueError(f"{path}: {row[0]} has {len(row)} fields; expected {width}")
    values: list[str | tuple[str, ...]] = list(row)
    for i in lists:
        values[i] = tuple(row[i].split(";")) if row[i] else ()
    return Law(*values)  # type: ignore[arg-type]


def problems(catalogue: Catalogue) -> list[str]:
    """Return what is wrong with a catalogue: a line each, naming the entry and what to do."""
    return [*_wrong_rows(catalogue), *_shared_names(catalogue)]


def _wrong_rows(catalogue: Catalogue) -> Iterator[str]:
    seen: set[str] = set()
    for law in catalogue.laws:
        if law.title in seen:
            yield f"LAW {law.title}: stands twice; keep one row"
        seen.add(law.title)
        if not law.level or not law.source:
            yield f"LAW {law.title}: has no level or no source; add it"
        dates = (
            law.promulgated,
            law.effective,
            law.amended,
            law.amended_effective,
            law.status_date,
        )
        for date in dates:
            if date and not _DATE.fullmatch(date):
                yield f"LAW {law.title}: {date} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
        for earlier, later in (
            (law.promulgated, law.effective),
            (law.promulgated, law.amended),
            (law.amended, law.amended_effective),
            (law.promulgated, law.status_date),
        ):
            # Dates of different precision compare by what they share: 2023 is not after 2023-05.
            if earlier and later and later[: len(earlier)] < earlier[: len(later)]:
                yield f"LAW {law.title}: {later} comes before {earlier}; mend the dates"
        for title in law.replaced_by:
            if title not in catalogue.by_title:
                yield f"LAW {law.title}: replaced by {title}, which is no entry; add it"


def _shared_names(catalogue: Catalogue) -> Iterator[str]:
    bearers: dict[str, dict[str, str]] = {}
    for law in catalogue.laws:
        for name in (*law.aliases, *law.misspelt, *law.misnamed):
            # Two plans of one name and different years are told apart by the years.
            bearers.setdefault(name, {})[law.title] = key(law.title).stem
    for name, titles in sorted(bearers.items()):
        own = catalogue.by_title.get(name)
        if own:
            titles[own.title] = key(own.title).stem
        if len(set(titles.values())) > 1:
            yield f"LAW {name}: names {' and '.join(sorted(titles))}; keep it on one"
