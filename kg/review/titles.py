"""Words in 《》 that are a slip away from a law's name, where linking took them for no law.

Linking is careful, for a wrong link is a wrong fact; a question may go further. Two characters that
changed places are one slip; the country's name counts for itself. A title that begins with a place
is compared with titles of that place only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.lexicon.law import Force, Law, in_force
from kg.lexicon.law_keys import COUNTRY, key
from kg.lexicon.laws import Catalogue
from kg.model import Document

_TITLE = re.compile("《([^《》\n。]{3,40})》")
_PLACE = re.compile(r"[一-鿿]{1,7}?(?:省|自治区|自治州|[市县州旗镇乡]|街道|(?<!社)区)(?=.{3})")
_SHORTEST, _LONG = 5, 10
_SHORTEST_OF_COUNTRY = 2
_COUNTRY_SLIPS = 2


def titles(document: Document) -> Iterator[tuple[int, int, str]]:
    """Yield where words stand in 《》 in plain text, and the words."""
    for found in _TITLE.finditer(document.plain):
        yield found.start(1), found.end(1), found[1]


def meant(title: str, catalogue: Catalogue, year: int | None) -> Law | None:
    """Return the one law whose name differs from a title by a slip, None for none or several."""
    stem, national = _without_country(key(title).stem, title, catalogue)
    table = _table(catalogue)
    if stem in table:
        return _of_year(table[stem], year) if national == "slip" else None
    if len(stem) < (_SHORTEST_OF_COUNTRY if national else _SHORTEST):
        return None
    allowed = 2 if len(stem) >= _LONG else 1
    place = _PLACE.match(stem)
    best: list[str] = []
    least, chars = allowed, set(stem)
    for other in table:
        if (
            abs(len(other) - len(stem)) <= allowed
            and len(chars.symmetric_difference(other)) <= 2 * allowed
            and (not place or other.startswith(place[0]))
            and (slips := _slips(stem, other)) <= least
        ):
            best = [*best, other] if slips == least else [other]
            least = slips
    if len(best) > 1:  # 噪污染防治法 has lost a character of 噪声…, and has one that 水… lacks
        best = [other for other in best if chars <= set(other)]
    return _of_year(table[best[0]], year) if len(best) == 1 else None


def _without_country(stem: str, title: str, catalogue: Catalogue) -> tuple[str, str]:
    """Return a title without the country's name, and how that is written: right or by a slip."""
    if title.startswith(COUNTRY):
        for known in ("国" + stem, stem):
            if known.startswith("国") and known[1:] in _table(catalogue):
                return known[1:], "slip" if known == stem else "right"
        return stem, "right"
    for end in range(len(COUNTRY) + 1, len(COUNTRY) - 2, -1):
        is_known = end < len(stem) and stem[end:] in _table(catalogue)
        if is_known and 0 < _slips(stem[:end], COUNTRY) <= _COUNTRY_SLIPS:
            return stem[end:], "slip"
    if title.startswith(COUNTRY[:-1]):  # 中华人民共和行国政处罚法: across the joint
        for known in _table(catalogue):
            if len(COUNTRY + known) == len(stem) and _slips(stem, COUNTRY + known) == 1:
                return known, "slip"
    return stem, ""


@cache
def _table(catalogue: Catalogue) -> dict[str, list[Law]]:
    """Return the laws by each of their right names, without country and years."""
    table: dict[str, list[Law]] = {}
    for law in catalogue.laws:
        for name, wrong in law.known_as():
            if not wrong and law.is_instrument:
                table.setdefault(key(name).stem, []).append(law)
    return table


def _of_year(laws: list[Law], year: int | None) -> Law:
    """Return the one of several of a name that was in force in a year, else the last."""
    current = [law for law in laws if year and in_force(law, year) is Force.IN_FORCE]
    return (current or laws)[-1]


def _slips(one: str, other: str) -> int:
    """Return how many slips part two words; two characters in the wrong order are one.

    >>> _slips("传染病治防法", "传染病防治法"), _slips("未成年保护法", "未成年人保护法")
    (1, 1)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row, before = before, [i, *([0] * len(other))], row
        for j, b in enumerate(other, 1):
            row[j] = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], last[j - 2] + 1)
    return row[-1]
