"""Place mentions -> the divisions they name, by their full chain.

Names one after the other are one chain and narrow each other. For a name that stands alone decide
the issuer's own chain, the chain it stood in elsewhere, the issuer's county, the counties the text
names; one several places still bear keeps them as candidates, and its own words as canonical. A
village, or a township the edition lacks, is a provisional place under the one before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg import names
from kg.lexicon import Lexicon, matching_form, whereabouts
from kg.lexicon.place_names import is_township, short_form
from kg.lexicon.places import Gazetteer, provisional
from kg.linking.reference import refer
from kg.model import Document, Mention

_LONGEST_STEM = 6
_COUNTY_CODE = 6
_VILLAGE_ENDS = ("村", "社区", "嘎查")


class _Around(NamedTuple):
    """What a document says of its places, by which a name that stands alone is decided."""

    senses: dict[str, set[str]]
    """The codes a name has in chains, or by being borne once."""
    known: set[str]
    counties: set[str]
    prefectures: set[str]
    rivals: Counter[str]
    """How many doubtful names could stand for a code, or for one above it."""


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Link the places of a document: one sense for each name that stands alone."""
    places = lexicon.places
    own = document.issuer.name
    # 新市街 for 新市街道, 星火乡 for 星火朝鲜族乡
    shorter = (own.removesuffix("道"), short_form(own))
    chains: list[_Chain] = []
    for chain in _chains(document, mentions):
        written = [matching_form(mention.text) for mention in chain]
        written = [own if name in shorter else name for name in written]
        chains.append((chain, written, _in_chain(document, chain, written, places)))
    around: _Around | None = None
    senses: dict[str, tuple[str, ...]] = {}
    for chain, written, found in chains:
        above: tuple[str, ...] = ()
        for mention, name, codes in zip(chain, written, found, strict=True):
            if not codes and name != document.issuer.name:
                codes = _new(document, name, above)
            elif len(codes) != 1:
                if name not in senses:
                    around = around or _around(document, chains, places)
                    senses[name] = _alone(document, name, codes, around, places)
                codes = tuple(c for c in senses[name] if not codes or c in codes) or codes
            above = codes
            yield _linked(mention, name, codes, places)


_Chain = tuple[list[Mention], list[str], list[tuple[str, ...]]]


def _around(document: Document, chains: Sequence[_Chain], places: Gazetteer) -> _Around:
    senses: dict[str, set[str]] = {}
    doubtful: dict[str, tuple[str, ...]] = {}
    for chain, written, found in chains:
        for name, codes in zip(written, found, strict=True):
            if len(codes) > 1:
                doubtful[name] = codes
            elif codes and (len(chain) > 1 or len(places.named(name)) == 1):
                senses.setdefault(name, set()).update(codes)
    known = {code for codes in senses.values() for code in codes}
    home = document.issuer.place
    rivals = Counter(
        upper
        for codes in doubtful.values()
        for upper in {code[:n] for code in codes for n in (2, 4, 6, 9) if n <= len(code)}
    )
    return _Around(
        senses,
        known,
        {code[:6] for code in (*known, home) if len(code) >= 6},
        {code[:4] for code in (*known, home) if len(code) >= 4},
        rivals,
    )


def _chains(document: Document, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the runs of mentions with nothing but blanks between them."""
    run: list[Mention] = []
    for mention in mentions:
        if run and document.text[run[-1].span.end : mention.span.start].strip():
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _in_chain(
    document: Document, chain: Sequence[Mention], written: Sequence[str], places: Gazetteer
) -> list[tuple[str, ...]]:
    found = [places.named(name) or places.formerly(name) for name in written]
    issuer, first = document.issuer, found[0]
    if written[0] == issuer.name:
        first = (issuer.place,) if issuer.place else issuer.candidates
    if len(found[0]) > 1 or first != found[0]:
        found[0] = _below_stem(document, chain[0], found[0], places) or first
    if len(found) > 1:
        found = whereabouts.narrow_chain(found)
    for i, above in enumerate(found[:-1], start=1):
        lost = len(above) == 1 and len(above[0]) == 6 and is_township(written[i])
        if lost and not any(code.startswith(above) for code in found[i]):
            found[i] = (provisional(above[0], written[i]),)
    return found


def _below_stem(
    document: Document, mention: Mention, codes: tuple[str, ...], places: Gazetteer
) -> tuple[str, ...]:
    """Return those codes that lie in what stands before a name without its suffix: 平江|城关镇."""
    start = bisect_left(document.offsets, mention.span.start)
    before = document.plain[max(0, start - _LONGEST_STEM) : start]
    for length in range(len(before), 1, -1):
        if above := places.known_as(before[-length:]):
            return tuple(code for code in codes if code.startswith(above))
    return ()


def _new(document: Document, name: str, above: tuple[str, ...]) -> tuple[str, ...]:
    """Return a place the edition lacks, under the one before it or where the issuer's own are."""
    home = document.issuer.place
    if not above and home:
        if name.endswith(_VILLAGE_ENDS):
            above = (home,)
        elif is_township(name) and len(home) >= _COUNTY_CODE:
            above = (home[:_COUNTY_CODE],)
    return (provisional(above[0], name),) if len(above) == 1 else ()


def _alone(
    document: Document, name: str, codes: tuple[str, ...], around: _Around, places: Gazetteer
) -> tuple[str, ...]:
    """Return what a name means where no chain says so: one code, or all that fit equally well."""
    home = document.issuer.place.partition("_")[0]
    grounds = (
        [c for c in codes if home.startswith(c)],
        [c for c in codes if c in around.senses.get(name, ())],
        [c for c in codes if home and c.startswith(home)],
        [c for c in codes if len(c) == 9 and c[:6] == home[:6]],
        [c for c in codes if len(c) == 6 and c[:4] == home[:4]],
        [c for c in codes if len(c) == 9 and c[:6] in around.counties],
        [c for c in codes if len(c) == 9 and places.superior(c) in around.known],
        [c for c in codes if len(c) == 6 and c[:4] in around.prefectures],
        [c for c in codes if len(c) == 6 and c[:2] in around.known],
        [c for c in codes if len(c) == 9 and around.rivals[c[:6]] > 1],
        [c for c in codes if len(c) == 6 and around.rivals[c] > 1],
    )
    return next((tuple(ground) for ground in grounds if len(ground) == 1), codes)


def _linked(mention: Mention, name: str, codes: tuple[str, ...], places: Gazetteer) -> Mention:
    if len(codes) != 1:
        candidates = tuple(names.place(code) for code in codes)
        return refer(mention, matching_form(mention.text), candidates=candidates)
    (code,) = codes
    concept = names.place(code)
    if code in places.formerly(name):
        former = places.label(places.superior(code)) + name
        return refer(mention, former, concept, flag="former-name")
    return refer(mention, places.label(code), concept)
