"""Titles in brackets: 《…》 nested or damaged, 〈…〉 in their stead, “…” round a formal title.

Brackets are read from the outside. 《 after a word opens a title within the title (实施《…》办法);
《 after a mark, or after a law's whole name, opens the next one, and the bracket before it was
never closed. What stands in brackets is marked as taken, document or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.characters import places_of
from kg.lexicon import Lexicon
from kg.lexicon.law_keys import COUNTRY
from kg.lexicon.laws import Catalogue
from kg.lexicon.titles import TitleForms
from kg.mentions.laws.found import Found

_STOPS = re.compile("[。\n]")
_ANGLES = re.compile(r"〈《?([^〈〉《》\n。，；]{2,60})》?〉")
_QUOTED = re.compile(r"“([^“”《》\n，。；]{8,60})”")
_MARKS = re.compile(r"[，、；：“〉]")
_LONGEST = 160
_AROUND = 8


def find(plain: str, taken: bytearray, lexicon: Lexicon) -> Iterator[Found]:
    """Yield the titles of documents in brackets; set ``taken`` to 1 where brackets are."""
    catalogue, forms = lexicon.laws, lexicon.title_forms
    for start, end in _bracketed(plain, catalogue, forms):
        yield from _titles(plain, start, end, catalogue, forms)
        _take(taken, start, end)
    for angle in _ANGLES.finditer(plain):
        if not taken[angle.start(1)]:
            yield from _titles(plain, *angle.span(1), catalogue, forms)
            _take(taken, *angle.span(1))
    for quote in _QUOTED.finditer(plain):
        if not taken[quote.start(1)] and forms.is_formal(quote[1]):
            yield Found(*quote.span(1), "title")
            _take(taken, *quote.span(1))


def _take(taken: bytearray, start: int, end: int) -> None:
    taken[start:end] = b"\1" * (end - start)


def _bracketed(plain: str, catalogue: Catalogue, forms: TitleForms) -> Iterator[tuple[int, int]]:
    """Yield what stands between outer brackets; damaged ones mended where the words allow it."""
    opened: list[int] = []
    inner: list[tuple[int, int]] = []
    reached = 0
    for at in places_of(plain, "《", "》"):
        if opened and (stop := _STOPS.search(plain, reached, at)):
            yield from _unclosed(plain, opened[0], stop.start(), inner, forms)
            opened.clear()
        reached = at
        if plain[at] == "《":
            if opened and (
                plain[at - 1] in "、，；：》" or catalogue.named(plain[opened[-1] : at])
            ):
                yield from _unclosed(plain, opened[0], at, inner, forms)
                opened.clear()
            if not opened:
                inner.clear()
            opened.append(at + 1)
        elif len(opened) == 1:
            yield opened.pop(), at
        elif opened:
            inner.append((opened.pop(), at))
    if opened:
        stop = _STOPS.search(plain, reached)
        yield from _unclosed(plain, opened[0], stop.start() if stop else len(plain), inner, forms)


def _unclosed(
    plain: str, start: int, end: int, inner: list[tuple[int, int]], forms: TitleForms
) -> Iterator[tuple[int, int]]:
    """Yield the titles behind a bracket that nothing closes.

    The words up to the first mark count if they end like a document (《关于印发《…》的通知，); else
    the titles within that are closed (《中共中央印发的《…纲要》的规定).
    """
    reach = plain[start : min(end, start + _LONGEST)]
    closed = inner[-1][1] - start if inner and inner[-1][1] - start < len(reach) else 0
    words = reach[:closed] + _MARKS.split(reach[closed:])[0]
    quoting = inner and plain[inner[0][0] - 2] == "的"
    if not quoting and len(words) > closed + 1 and forms.ending(words):
        yield start, start + len(words)
    elif inner:
        # 《关于印发《…方案》: the inner title took the bracket of the outer one.
        whole = reach.startswith("关于") and forms.ending(reach[:closed])
        yield from [(start, start + closed)] if whole else inner


def _titles(
    plain: str, start: int, end: int, catalogue: Catalogue, forms: TitleForms
) -> Iterator[Found]:
    """Yield the titles between two brackets: one, several in one pair, or none."""
    title = plain[start:end]
    if not 1 < len(title) <= _LONGEST:
        return
    if catalogue.named(title) or catalogue.cut_short(title):
        yield Found(start, end, "title")
        return
    names = list(_several(title, catalogue))
    before = plain[max(0, start - 1 - _AROUND) : max(0, start - 1)]
    if names:
        yield from (Found(start + a, start + b, "title") for a, b in names)
    elif forms.is_document(title, before=before, after=plain[end + 1 : end + 1 + _AROUND]):
        yield Found(start, end, "title")


def _several(title: str, catalogue: Catalogue) -> Iterator[tuple[int, int]]:
    """Yield the names in a pair of brackets that holds nothing but names: 《宪法、民法典》."""
    hits = [(start, end) for start, end, _ in catalogue.terms.find(title)]
    if len(hits) < 2:
        return
    between = title[: hits[0][0]] + title[hits[-1][1] :]
    between += "".join(title[end:start] for (_, end), (start, _) in pairwise(hits))
    if not between.strip("、，和与及《》〈〉" + COUNTRY):
        yield from hits
