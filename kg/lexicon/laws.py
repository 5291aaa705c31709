"""ontology/laws.csv -> Catalogue: which legal instruments exist, their names, when in force.

Facts about instruments only, never their text; ontology/laws.md describes the columns. A file
without the expected columns raises ``ValueError`` naming it; whether the facts agree with each
other is for ``problems`` to say.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from itertools import islice, takewhile
from pathlib import Path

from kg.characters import fold
from kg.lexicon.law import Force, Law, in_force
from kg.lexicon.law_keys import DROPPED, YEARS, key, key_of_folded
from kg.lexicon.terms import Terms

__all__ = ["Catalogue", "Force", "Law", "Named", "in_force", "load", "problems"]

FILE = "laws.csv"
_LISTS = frozenset({"replaced_by", "aliases", "misspelt", "misnamed"})
_DESCRIBED = ("清单", "目录")
_PHRASES = frozenset({"第一责任人规定", "第一责任人职责规定"})
"""Short names that are half of a common phrase too: 完成第一责任人职责规定动作."""
_LONG = 12
_LOST_END = 3
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


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
        """Every entry under every name, the name folded: all at once, which is much faster."""
        known = [(Named(law, flag), name) for law in self.laws for name, flag in law.known_as()]
        folded = fold("\n".join(name for _, name in known)).split("\n")
        return tuple((named, form) for (named, _), form in zip(known, folded, strict=True))

    @cached_property
    def _by_stem(self) -> dict[str, dict[str, Named]]:
        """Stem -> title -> entry; an entry's right name before its wrong ones."""
        table: dict[str, dict[str, Named]] = {}
        for named, form in self._known:
            table.setdefault(key_of_folded(form).stem, {}).setdefault(named.law.title, named)
        return table

    def named(self, name: str) -> tuple[Named, ...]:
        """Return the entries that bear a name exactly, whatever its years; () for none.

        A right name hides another entry's wrong one, an instrument in force a repealed namesake.
        """
        found = self._by_stem.get(key(name).stem, {})
        rows = tuple(found.values())
        if len(rows) > 1:
            rows = tuple(named for named in rows if not named.flag) or rows
        if len(rows) < 2:
            return rows
        exact = fold(name).translate(DROPPED)
        same = [n for n in rows if fold(n.law.title).translate(DROPPED) == exact]
        return tuple(same or [n for n in rows if n.law.status != "已废止"]) or rows

    @cached_property
    def stems(self) -> dict[str, str]:
        """Stem -> title, of right names that one entry bears; for comparing by likeness."""
        return {
            stem: next(iter(found))
            for stem, found in self._by_stem.items()
            if len(found) == 1 and not next(iter(found.values())).flag
        }

    @cached_property
    def _long_stems(self) -> list[str]:
        return sorted(stem for stem in self._by_stem if len(stem) >= _LONG)

    def cut_short(self, name: str) -> str | None:
        """Return the one title that a long name is without its end (…第一责任人职责), else None."""
        stem = key(name).stem
        if len(stem) < _LONG:
            return None
        stems = islice(self._long_stems, bisect_left(self._long_stems, stem), None)
        titles = {
            title
            for whole in takewhile(lambda longer: longer.startswith(stem), stems)
            if len(whole) - len(stem) <= _LOST_END
            for title in self._by_stem[whole]
        }
        return titles.pop() if len(titles) == 1 else None

    @cached_property
    def running_names(self) -> frozenset[str]:
        """Every name as it stands in running text, years apart.

        Doctrines are left out, lists, which everybody has of their own, and a few short names:
        they are cited only where they stand in 《》.
        """
        forms: set[str] = set()
        for named, form in self._known:
            if named.law.level == "思想" or named.law.title.endswith(_DESCRIBED):
                continue
            if form in _PHRASES:
                continue
            running = YEARS.sub("", form) if "20" in form else form
            forms.add("".join(running.split()))
            if running.endswith("（试行）"):
                forms.add(running.removesuffix("（试行）"))
        return frozenset(forms)

    @cached_property
    def terms(self) -> Terms[None]:
        """The automaton over the names of running text."""
        return Terms((name, None) for name in self.running_names)


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
        for day in dates:
            if day and not _is_date(day):
                yield f"LAW {law.title}: {day} is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
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


def _is_date(text: str) -> bool:
    """Whether a text is a day, a month or a year: 2024-13 is none."""
    try:
        return bool(_DATE.fullmatch(text) and date.fromisoformat(text + "-01-01"[len(text) - 4 :]))
    except ValueError:
        return False


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
