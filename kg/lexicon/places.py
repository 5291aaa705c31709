"""The gazetteer: China's divisions down to the township, by statistical code.

A code holds its chain: each division's code begins with its parent's. A place the edition does not
know (a village, a street set up since) is a *provisional* code, its parent's code, ``_`` and its
name, and is answered for like any other. Names are found by their full form, by the short forms in
use (玉树州, 芷江县) and by what a county was called; a name without its suffix is answered for,
never searched for.
"""

from __future__ import annotations

import csv
import gzip
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from functools import cached_property, lru_cache
from pathlib import Path

from msgspec import Struct

from kg.characters import places_of
from kg.lexicon.endings import lengths_by_tail
from kg.lexicon.place_names import (
    PSEUDO_LEVELS as PSEUDO_LEVELS,
)
from kg.lexicon.place_names import (
    bare_forms,
    is_governed,
    is_zone,
    short_form,
    sounds_ordinary,
    stem,
)
from kg.model import Level

_SUFFIX_ENDS = "乡镇县市区道州旗盟省木场"


class PlaceLevel(IntEnum):
    """Depth of a division: what its code's length says."""

    PROVINCE = 1
    PREFECTURE = 2
    COUNTY = 3
    TOWNSHIP = 4
    VILLAGE = 5


_LEVEL_OF_LENGTH = {
    2: PlaceLevel.PROVINCE,
    4: PlaceLevel.PREFECTURE,
    6: PlaceLevel.COUNTY,
    9: PlaceLevel.TOWNSHIP,
}
_LENGTH_ABOVE = {2: 0, 4: 2, 6: 4, 9: 6}
_TOWNSHIP, _VILLAGE = PlaceLevel.TOWNSHIP, PlaceLevel.VILLAGE


class Place(Struct, frozen=True, gc=False):
    """One division. ``parent`` is a code, "" at the top."""

    code: str
    name: str
    level: PlaceLevel
    parent: str

    @property
    def provisional(self) -> bool:
        """Whether the gazetteer's edition does not hold it."""
        return "_" in self.code


class Hit(Struct, frozen=True, gc=False):
    """A name found at a range of plain text, and the codes it could stand for."""

    start: int
    end: int
    name: str
    codes: tuple[str, ...]


def provisional(parent: str, name: str) -> str:
    """Return the code of a place the edition does not hold.

    >>> provisional("540629202", "一村")
    '540629202_一村'
    """
    return f"{parent}_{name}"


class Gazetteer:
    """Places by code, and the codes a name could stand for."""

    def __init__(
        self,
        rows: Iterable[tuple[str, str]],
        words: Iterable[str] = (),
        changes: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._names = dict(rows)
        self._words = frozenset(words)
        self._changes = tuple(changes)

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, code: str) -> bool:
        return code.partition("_")[0] in self._names

    def place(self, code: str) -> Place:
        """Return the place of a code, provisional ones included. Raises ``KeyError``."""
        above, _, name = code.rpartition("_")
        if above:
            below_township = self.place(above).level >= _TOWNSHIP
            return Place(code, name, _VILLAGE if below_township else _level_of_name(name), above)
        length = len(code)
        parent = code[: _LENGTH_ABOVE[length]]
        return Place(code, self._names[code], _LEVEL_OF_LENGTH[length], parent)

    def lineage(self, code: str) -> list[str]:
        """Return the codes of a place and its ancestors, the highest first.

        >>> Gazetteer([]).lineage("540629_一乡")
        ['54', '5406', '540629', '540629_一乡']
        """
        known, *new = code.split("_")
        codes = [known[:length] for length in _LEVEL_OF_LENGTH if length <= len(known)]
        for name in new:
            codes.append(provisional(codes[-1], name))
        return codes

    def chain(self, code: str) -> tuple[Place, ...]:
        """Return a place and its ancestors, the highest first, pseudo-levels among them."""
        return tuple(map(self.place, self.lineage(code)))

    @lru_cache(maxsize=1 << 10)  # noqa: B019 - a gazetteer lives as long as its process
    def label(self, code: str) -> str:
        """Return the full name a place goes by: its chain without pseudo-levels and repeats."""
        known, *new = code.split("_")
        names = [self._names[known[:n]] for n in _LEVEL_OF_LENGTH if n <= len(known)]
        return "".join(n for n in dict.fromkeys((*names, *new)) if n not in PSEUDO_LEVELS)

    def named(self, name: str) -> tuple[str, ...]:
        """Return the codes a full name, or a short form in use, could stand for."""
        return () if name in self._former else self._codes.get(name, ())

    def lengths(self, tail: str) -> Sequence[int]:
        """Return how long the names are that end in two characters, the longest first.

        Those of development zones count too, which are no names to look for in a text.
        """
        return self._all_tails.get(tail, ())

    def known_as(self, written: str) -> tuple[str, ...]:
        """Return the provinces, prefectures and counties a name without suffix could stand for."""
        return self._stems.get(written, ())

    def formerly(self, name: str) -> tuple[str, ...]:
        """Return the counties that bore a name: 播州区 for 遵义县, and 即墨区 for 即墨市."""
        if name in self._former:
            return self._codes[name]
        if name in self._codes or name[-1:] not in "县市区旗":
            return ()
        return tuple(code for code in self.known_as(name[:-1]) if len(code) == 6)

    def below(self, code: str) -> Iterator[str]:
        """Yield the codes of all places below a code, of all there are below ""."""
        for i in range(bisect_right(self._order, code), len(self._order)):
            if not self._order[i].startswith(code):
                return
            yield self._order[i]

    def administration(self, code: str) -> tuple[str, str, str]:
        """Return county, prefecture and province of a place, "" where there is none.

        A prefecture without counties (东莞市) is no county of its own.
        """
        found = {1: "", 2: "", 3: ""}
        for place in self.chain(code):
            if place.level <= PlaceLevel.COUNTY and place.name not in PSEUDO_LEVELS:
                found[place.level] = place.name
        county = "" if found[3] == found[2] else found[3]
        return county, found[2], found[1]

    def superior(self, code: str) -> str:
        """Return the code of the next named place above a place, "" above a province."""
        *chain, _ = self.chain(code)
        while chain:
            place = chain.pop()
            if place.name not in PSEUDO_LEVELS:
                repeats = chain and chain[-1].name == place.name
                return place.parent if repeats else place.code
        return ""

    def issuer_level(self, code: str) -> Level:
        """Return the level of government that a place has."""
        place = self.place(code)
        if place.level >= PlaceLevel.TOWNSHIP:
            return Level.STREET if place.name.endswith(("街道", "街")) else Level.TOWNSHIP
        return (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)[place.level - 1]

    @lru_cache(maxsize=1 << 10)  # noqa: B019 - a gazetteer lives as long as its process
    def needs_company(self, name: str) -> bool:
        """Whether a name counts as a place only where the text around it says so.

        True of names of two characters (理县 in 办理县级事项), of names that are ordinary words too
        (建设街道) or end in one (海城市 in 沿海城市), and of units that are no level of government.
        """
        return (
            sounds_ordinary(name)
            or (name.endswith("地区") and len(self.named(name)[0]) == 9)
            or name in self._words
            or not self._words.isdisjoint(bare_forms(name))
        )

    def holds_word(self, words: str) -> bool:
        """Whether an ordinary word stands in words that might be a name: 民主法治示范|村."""
        return any(
            words[a:b] in self._words
            for a in range(len(words))
            for b in range(a + 2, len(words) + 1)
        )

    def inside_word(self, plain: str, start: int, name: str) -> bool:
        """Whether a doubtful name begins inside an ordinary word: 示范|县, 沿海|城市."""
        return plain[max(0, start - 1) : start + 1] in self._words and self.needs_company(name)

    def find(self, plain: str) -> list[Hit]:
        """Return the names in a folded text: the longest at each suffix, never overlapping.

        A development zone is none: 秦皇岛市经济技术开发区 holds 秦皇岛市.


        >>> gazetteer = Gazetteer([("54", "西藏自治区"), ("5406", "那曲市"), ("540624", "安多县")])
        >>> [h.name for h in gazetteer.find("那曲市安多县公安局")]
        ['那曲市', '安多县']
        """
        codes, tails = self._codes, self._tails
        hits: list[Hit] = []
        for at in places_of(plain, *_SUFFIX_ENDS):
            end = at + 1
            for length in tails.get(plain[at - 1 : end], ()):
                start = end - length
                if start < 0:
                    continue
                name = plain[start:end]
                if name in codes:
                    while hits and hits[-1].end > start and length > len(hits[-1].name):
                        hits.pop()
                    if not hits or hits[-1].end <= start:
                        hits.append(Hit(start, end, name, codes[name]))
                    break
        return hits

    @cached_property
    def _order(self) -> list[str]:
        return sorted(self._names)

    @cached_property
    def _codes(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for code, name in self._names.items():
            if len(code) == 9 and not is_governed(name):
                continue
            if name in found:
                if self._names.get(code[:4]) != name:
                    found[name] += (code,)
            else:
                found[name] = (code,)
        for bare in (*PSEUDO_LEVELS, "街道"):
            found.pop(bare, None)
        shortened = [(short, n) for n in found if (short := short_form(n))]
        for short, name in shortened:
            found[short] = tuple(dict.fromkeys((*found.get(short, ()), *found[name])))
        for name in self._former:
            found[name] = tuple(code for former, code in self._changes if former == name)
        return found

    @cached_property
    def _former(self) -> frozenset[str]:
        """The former names of ``place_changes.csv`` that no division bears today."""
        borne = set(self._names.values())
        return frozenset(former for former, _ in self._changes if former not in borne)

    @cached_property
    def _tails(self) -> dict[str, tuple[int, ...]]:
        """How long the names to look for are, by their last two characters."""
        return lengths_by_tail(name for name in self._codes if not is_zone(name))

    @cached_property
    def _all_tails(self) -> dict[str, tuple[int, ...]]:
        return lengths_by_tail(self._codes)

    @cached_property
    def _stems(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for code, name in self._names.items():
            if len(code) <= 6 and name not in PSEUDO_LEVELS and len(written := stem(name)) > 1:
                found[written] = (*found.get(written, ()), code)
        return found


def _level_of_name(name: str) -> PlaceLevel:
    if name.endswith(("村", "社区", "嘎查")):
        return PlaceLevel.VILLAGE
    if name.endswith(("县", "市", "区", "旗")):
        return PlaceLevel.COUNTY
    return PlaceLevel.TOWNSHIP


def load(folder: Path) -> Gazetteer:
    """Read the gazetteer of a vocabulary folder. Raises ``ValueError`` naming a damaged file."""
    path = folder / "places.csv.gz"
    header, _, body = gzip.decompress(path.read_bytes()).decode().partition("\n")
    if header != "code,name,level,parent":
        raise ValueError(f"{path}: columns are {header}, not code,name,level,parent")
    cells = body.replace("\n", ",").split(",")
    codes, names = cells[0:-1:4], cells[1::4]
    if len(cells) % 4 != 1 or len(codes) != len(names) or not all(map(str.isdecimal, codes)):
        raise ValueError(f"{path}: a row that is not code,name,level,parent")
    rows = zip(codes, names, strict=True)
    words = [row["word"] for row in _rows(folder / "place_words.csv")]
    changes = [(row["former"], row["code"]) for row in _rows(folder / "place_changes.csv")]
    return Gazetteer(rows, words, changes)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
