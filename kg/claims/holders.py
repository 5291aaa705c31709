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
_NATIONAL = re.compile("中共中央|中央|国务院|全国|国家|最高人民")
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


def holder(
    document: Document, mention: Mention, inside: Iterable[Mention], lexicon: Lexicon
) -> str | None:
    """Return the IRI of the place (or bureau) whose institution it is; None for nobody's.

    ``inside`` are the mentions that may stand inside its name.
    """
    places = [m for m in inside if m.kind == "PLACE" and m.span in mention.span]
    if places:
        return places[-1].concept
    if _NATIONAL.match(mention.text):
        return None
    issuer = document.issuer
    ranks = _ranks(document, mention)
    if not ranks:
        return names.issuer(issuer)
    own = lexicon.places.place(issuer.place).level if issuer.place else _RANK.get(issuer.level)
    if own in ranks:
        bureau = issuer.level is Level.BUREAU
        return names.place(issuer.place) if bureau else names.issuer(issuer)
    if len(ranks) > 1 or own is None:
        return None
    (rank,) = ranks
    if rank > own:
        return None
    code = issuer.place[: _LENGTH[rank]]
    return names.place(code) if len(code) == _LENGTH[rank] else None


def _ranks(document: Document, mention: Mention) -> set[PlaceLevel]:
    """Return the levels a name begins with; none where the word is part of the bare name."""
    issuer = document.issuer
    start, end = document.range(mention.span)
    text = document.plain[start:end]
    bare = text.find(mention.canonical[:2])
    match = _LEVELS.match(text[:bare] if bare >= 0 else text)
    found = set()
    for word in _EACH.findall(match[0]) if match else ():
        rank = _RANKS[word]
        if word == "市" and (issuer.county or issuer.name).endswith("市"):
            rank = PlaceLevel.PREFECTURE if issuer.level is Level.PREFECTURE else PlaceLevel.COUNTY
        if word == "区" and not (issuer.county or issuer.name).endswith("区"):
            rank = PlaceLevel.PROVINCE
        found.add(rank)
    return found
