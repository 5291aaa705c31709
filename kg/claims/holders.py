"""Whose institution a mention names: 乡派出所 is the issuer's, 县委 its county's.

A name that several levels share (区、市、县委) and one that lower levels have each for themselves
(乡镇综治中心 in a county's report, 村级调解组织 in a township's) is nobody's, and so are national
bodies: no instance of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg import names
from kg.lexicon import Lexicon
from kg.lexicon.places import PlaceLevel
from kg.model import Document, Level, Mention

_RANKS = {
    "省": PlaceLevel.PROVINCE,
    "自治区": PlaceLevel.PROVINCE,
    "地": PlaceLevel.PREFECTURE,
    "州": PlaceLevel.PREFECTURE,
    "盟": PlaceLevel.PREFECTURE,
    "市": PlaceLevel.PREFECTURE,
    "县": PlaceLevel.COUNTY,
    "旗": PlaceLevel.COUNTY,
    "区": PlaceLevel.COUNTY,
    "乡镇": PlaceLevel.TOWNSHIP,
    "乡": PlaceLevel.TOWNSHIP,
    "镇": PlaceLevel.TOWNSHIP,
    "街道": PlaceLevel.TOWNSHIP,
    "街": PlaceLevel.TOWNSHIP,
    "村": PlaceLevel.VILLAGE,
    "社区": PlaceLevel.VILLAGE,
    "居": PlaceLevel.VILLAGE,
}
_NATIONAL = ("中共中央", "中央", "国务院", "全国", "国家", "最高人民")
_WORD = "|".join(sorted(_RANKS, key=len, reverse=True))
_LEVELS = re.compile(f"(?:{_WORD})(?:[、和（）/]*(?:{_WORD})）?)*")
_EACH = re.compile(_WORD)
_LENGTH = {
    PlaceLevel.PROVINCE: 2,
    PlaceLevel.PREFECTURE: 4,
    PlaceLevel.COUNTY: 6,
    PlaceLevel.TOWNSHIP: 9,
}
_RANK = {
    Level.COUNTY: PlaceLevel.COUNTY,
    Level.STREET: PlaceLevel.TOWNSHIP,
    Level.TOWNSHIP: PlaceLevel.TOWNSHIP,
}


class Holders:
    """Whose the institutions are that a document names."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        issuer = document.issuer
        place = lexicon.places.place(issuer.place) if issuer.place else None
        self._document = document
        self._issuer = names.issuer(issuer)
        self._place = issuer.place
        self._own = place.level if place else _RANK.get(issuer.level)
        county = issuer.county or issuer.name
        self._ranks = dict(_RANKS)
        if county.endswith("市") and issuer.level is not Level.PREFECTURE:
            self._ranks["市"] = PlaceLevel.COUNTY
        if not county.endswith("区"):
            self._ranks["区"] = PlaceLevel.PROVINCE
        bureau = issuer.level is Level.BUREAU
        self._governor = names.place(issuer.place) if bureau else self._issuer

    def of(self, mention: Mention, inside: Iterable[Mention] = ()) -> str | None:
        """Return the IRI of the place (or bureau) whose institution it is; None for nobody's.

        ``inside`` are the mentions that may stand inside its name.
        """
        places = [m for m in inside if m.kind == "PLACE" and m.span in mention.span]
        if places:
            return places[-1].concept
        if mention.text.startswith(_NATIONAL):
            return None
        ranks, own = self._told(mention), self._own
        if not ranks:
            return self._issuer
        if own in ranks:
            return self._governor
        if len(ranks) > 1 or own is None:
            return None
        (rank,) = ranks
        if rank > own:
            return None
        code = self._place[: _LENGTH[rank]]
        return names.place(code) if len(code) == _LENGTH[rank] else None

    def _told(self, mention: Mention) -> set[PlaceLevel]:
        """Return the levels a name begins with; none where the word is part of the bare name."""
        name = mention.canonical[:2]
        if mention.text.startswith(name):
            return set()
        start, end = self._document.range(mention.span)
        text = self._document.plain[start:end]
        bare = text.find(name)
        before = text[:bare] if bare >= 0 else text
        if before in self._ranks:
            return {self._ranks[before]}
        match = _LEVELS.match(before) if before else None
        return {self._ranks[word] for word in _EACH.findall(match[0])} if match else set()
