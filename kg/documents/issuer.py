"""Who reports: read out of the title, else the file's name, else the text's own words.

A place (达果乡, 江津区, 绍兴市), or a body of one under its full name (绍兴市市场监督管理局). Where
several places bear the name, what stands around it chooses (``whereabouts``); where that does not
choose, the issuer keeps its name and its candidates, and its chain says only what they share.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from kg.characters import fold
from kg.documents.metadata import Row
from kg.documents.self_naming import Named, in_heading, in_text
from kg.lexicon import whereabouts
from kg.lexicon.places import Gazetteer
from kg.model import Issuer, Level


def identify(
    *, title: str, plain: str, file_stem: str, places: Gazetteer, metadata: Row | None = None
) -> Issuer:
    """Say who reports. Never raises; what cannot be known is "".

    ``plain`` is the whole text, folded, and ``title`` its title. ``metadata`` overrides: its issuer
    the title's, its county the text's.
    """
    stated = metadata.issuer if metadata else ""
    name = fold(file_stem)
    around = (title, name, plain)
    named = (
        (in_heading(fold(stated), places, alone=True) if stated else None)
        or in_heading(title, places)
        or in_heading(name, places)
        or in_text(plain, places)
    )
    if named is None:
        return Issuer(name=stated, level=Level.TOWNSHIP)
    above = named.above
    if metadata and metadata.county and metadata.county not in (named.place, *above):
        above = (*above, metadata.county)
    if named.body and not (named.place or above):
        above = _home(named.name[0], around, places)
        named = structs.replace(named, name="".join(above) + named.name[1:]) if above else named
    codes = whereabouts.choose(named.place or "".join(above[-1:]), above, around, places)
    return _issuer(named, codes, places)


def _home(suffix: str, around: Sequence[str], places: Gazetteer) -> tuple[str, ...]:
    """Return the one place whose body says no more than its level: 县教育局."""
    names = {h.name for text in around for h in places.find(text) if h.name.endswith(suffix)}
    names = {name for name in names if not places.needs_company(name)}
    return tuple(names) if len(names) == 1 and suffix in "县区市旗州省" else ()


def _issuer(named: Named, codes: Sequence[str], places: Gazetteer) -> Issuer:
    levels = {places.issuer_level(code) for code in codes}
    shared = [places.administration(code) for code in codes]
    county, prefecture, province = (
        next(iter(names)) if len(names := {chain[i] for chain in shared}) == 1 else ""
        for i in range(3)
    )
    own = {places.place(code).name for code in codes}
    if county and county in own and places.formerly(named.place):
        county = named.place
        own = {named.place}
    level = levels.pop() if len(levels) == 1 else _level_of(named.place)
    if named.body:
        level = Level.BUREAU
    return Issuer(
        name=named.name if named.body or len(own) != 1 else own.pop(),
        level=level,
        county=county,
        prefecture=prefecture,
        province=province,
        place=codes[0] if len(codes) == 1 else "",
        candidates=tuple(codes) if len(codes) > 1 else (),
    )


def _level_of(name: str) -> Level:
    if name.endswith(("街道", "街")):
        return Level.STREET
    if name.endswith(("县", "区", "旗")):
        return Level.COUNTY
    return Level.PREFECTURE if name.endswith(("市", "州", "盟")) else Level.TOWNSHIP
