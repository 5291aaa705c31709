"""Place mentions -> the divisions they name, by their full chain.

Names one after the other are one chain and narrow each other. For a name that stands alone decide
the issuer's own chain, the chain it stood in elsewhere, the issuer's county, the counties the text
names; one several places still bear keeps them as candidates, and its own words as canonical. A
village, or a township the edition lacks, is a provisional place under the one before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg import names
from kg.lexicon import Lexicon, matching_form, whereabouts
from kg.lexicon.places import Gazetteer, provisional
from kg.model import Document, Mention

_LONGEST_STEM = 6


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Link the places of a document: one sense for each name that stands alone."""
    places = lexicon.places
    chains = [
        (chain, written, _in_chain(document, chain, written, places))
        for chain in _chains(document, mentions)
        for written in [[_full(matching_form(m.text), document) for m in chain]]
    ]
    sure: dict[str, set[str]] = {}
    for chain, written, found in chains:
        for name, codes in zip(written, found, strict=True):
            if len(codes) == 1 and (len(chain) > 1 or len(places.named(name)) == 1):
                sure.setdefault(name, set()).update(codes)
    doubtful = {
        name: codes
        for _, written, found in chains
        for name, codes in zip(written, found, strict=True)
        if len(codes) > 1
    }
    senses: dict[str, tuple[str, ...]] = {}
    for chain, written, found in chains:
        for mention, name, codes in zip(chain, written, found, strict=True):
            if len(codes) != 1:
                if name not in senses:
                    senses[name] = _alone(document, name, codes, sure, places) or _together(
                        name, doubtful
                    )
                codes = tuple(c for c in senses[name] if not codes or c in codes) or codes
            yield _linked(mention, codes, places)


def _full(written: str, document: Document) -> str:
    """Return the issuer's name for its short form: 新市街 for 新市街道."""
    return document.issuer.name if f"{written}道" == document.issuer.name else written


def _chains(document: Document, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the runs of mentions with nothing but blanks between them."""
    run: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: m.span):
        if run and document.text[run[-1].span.end : mention.span.start].strip():
            yield run
            run = []
        run.append(mention)
    if run:
        yield run


def _in_chain(
    document: Document, chain: Sequence[Mention], written: Sequence[str], places: Gazetteer
) -> list[tuple[str, ...]]:
    found = [places.named(name) for name in written]
    start = bisect_left(document.offsets, chain[0].span.start)
    before = document.plain[max(0, start - _LONGEST_STEM) : start]
    for length in range(len(before), 1, -1):
        if above := places.known_as(before[-length:]):
            found[0] = tuple(c for c in found[0] if c.startswith(above)) or found[0]
            break
    found = whereabouts.narrow_chain(found)
    for i in range(1, len(found)):
        if not found[i] and written[i] != document.issuer.name and len(found[i - 1]) == 1:
            found[i] = (provisional(found[i - 1][0], written[i]),)
    return found


def _alone(
    document: Document,
    name: str,
    codes: tuple[str, ...],
    sure: dict[str, set[str]],
    places: Gazetteer,
) -> tuple[str, ...]:
    """Return what a name means where no chain says so: one code, or all that fit equally well."""
    issuer = document.issuer
    if name == issuer.name:
        own = (issuer.place,) if issuer.place else issuer.candidates
        if own and all(places.place(c).name == name for c in own):
            return own
    home = issuer.place.partition("_")[0]
    known = {code for found in sure.values() for code in found}
    counties = {code[:6] for code in known if len(code) >= 6} | {home[:6]}
    grounds = (
        [c for c in codes if home.startswith(c)],
        [c for c in codes if c in sure.get(name, ())],
        [c for c in codes if home and c.startswith(home)],
        [c for c in codes if len(c) == 9 and c[:6] == home[:6]],
        [c for c in codes if len(c) == 6 and c[:4] == home[:4]],
        [c for c in codes if len(c) == 9 and c[:6] in counties],
        [c for c in codes if len(c) == 6 and c[:4] in {k[:4] for k in known}],
        [c for c in codes if len(c) == 6 and c[:2] in known],
    )
    return next((tuple(ground) for ground in grounds if len(ground) == 1), ())


def _together(name: str, doubtful: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the one code of a name that another doubtful name lies in, or that lies in one."""
    codes = doubtful.get(name, ())
    others = {c for other, found in doubtful.items() if other != name for c in found}
    fitting = [c for c in codes if any(o.startswith(c) or c.startswith(o) for o in others)]
    return (fitting[0],) if len(fitting) == 1 else codes


def _linked(mention: Mention, codes: tuple[str, ...], places: Gazetteer) -> Mention:
    if len(codes) == 1:
        return replace(mention, canonical=places.label(codes[0]), concept=names.place(codes[0]))
    return replace(
        mention,
        canonical=matching_form(mention.text),
        candidates=tuple(names.place(code) for code in codes),
    )
