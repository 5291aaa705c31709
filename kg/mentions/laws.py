"""Legal instruments cited by name, in 《》 and without.

Four rules: ``title`` (words in 《》 that are a document's title), ``name`` (a name of the catalogue in
running text), ``form`` (中华人民共和国…法, a local instrument after a place's name) and ``list`` (the
neighbour of a law in an enumeration). The span is the name alone. Refused: papers, letters, films and
forms in 《》; 法 as a part of 法律, 法治, 执法; laws whose name only names a day, a park or an oath.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.lexicon import Lexicon
from kg.lexicon.laws import COUNTRY, Catalogue
from kg.lexicon.titles import TitleForms
from kg.model import Document, Mention

_BRACKETS = re.compile(r"[《》。\n]")
_ANGLES = re.compile(r"〈+《?([^〈〉《》\n。，；]{2,60})》?〉+")
_QUOTED = re.compile(r"“([^“”《》\n，。；]{8,60})”")
_LONGEST_TITLE = 160

_NO_LAW = r"(?!律|治|院|庭|官|网|盲|令|宝|务|则|纪|眼|援|警|人|理念|规(?!定)|制(?!定)|学(?!习)|定(?!期)|案(?!例)|系)"
"""What follows 法 where it is the first half of 法律, 法治, 法规, but not 法规定."""
_IS_LAW = re.compile(_NO_LAW)
_IS_CONSTITUTION = re.compile(r"(?!学(?![习法用])|定)")
_OBSERVANCE = re.compile(
    r"(?:国家|法治|法制|宣传|教育|主题|活动|学习|集中|系列|普法)*[日周月](?![常前期内报末底初中起内、]|活动[室])"
)
"""民法典宣传月: the name of an observance cites no law."""
_BEFORE_OBSERVANCE = re.compile(r"(?:国家|全国|全民)$")
_ADDED = re.compile(r"（?20\d\d年?[-~至]?20\d\d年?）?|（(?:试行|暂行|\d{4}年修[订正]版?)）")
_LONGER = re.compile(r"的?(?:实施|贯彻)?(?:条例|细则|办法|方案|意见)")
_LEVEL = re.compile(r"[省市县区州旗乡镇]$")
_NATIONAL = ("法", "法典", "章程", "党章")
_SHORT_NAME_MAY_STAND = re.compile(r"[《“”》、，。；：及和与等（）\n]|$")
_COUNTRY = re.compile(r"中[华国]?[一-鿿]{3,5}和国$")
_FULL = re.compile(
    f"{COUNTRY}(?!成立|国务院|公民|主席)[一-鿿、（）]{{1,36}}?(?:法典|法{_NO_LAW}|条例|实施细则)"
    r"|中国共产党[一-鿿（）]{2,30}?(?:条例|规定|规则|准则|办法)(?:（试行）)?"
)
_COLLECTIVE = re.compile(r"一规划[两二]纲要|[两三四五]法[一两二]条例")
_NEXT_ITEM = re.compile(
    f"[》”]?(?:、|和|及|与)(?![《“])([一-鿿]{{2,20}}?(?:(?<![方做办执普司立守用学违非看想手合依家书送释说述懂知信护枉犯抗变作魔])法{_NO_LAW}|条例))"
    r"(?=[、，。；）》”等及和的\n]|$)"
)
_LOCAL = re.compile(r"(?:实施)?[一-鿿、“”（）]{2,28}?(?:条例|办法|实施细则)(?![一-鿿]{0,2}[》])")


class _Range(NamedTuple):
    start: int
    end: int
    rule: str


def find(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Find the legal instruments a document cites, every time it does."""
    plain = document.plain
    if not plain:
        return
    forms, catalogue = lexicon.title_forms, lexicon.laws
    brackets = list(_bracketed(plain, catalogue, forms))
    taken = [(start, end) for start, end in brackets]
    found = [r for b in brackets for r in _titles(plain, *b, catalogue, forms)]
    for quote in _QUOTED.finditer(plain):
        if forms.is_strict(quote[1]) and not _within(quote.start(1), taken):
            taken.append(quote.span(1))
            found.append(_Range(*quote.span(1), "title"))
    taken += [(a, b) for a, b, _ in forms.names_with_laws.find(plain)]
    taken.sort()
    found += _names(plain, taken, lexicon)
    found += _full_forms(plain, taken)
    found += _local_instruments(plain, taken, lexicon)
    found += _neighbours(plain, found)
    for start, end, rule in _longest(found):
        span = document.span(start, end)
        yield Mention(span, document.quote(span), "LAW", rule)


def _within(place: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in ranges)


def _longest(found: Iterable[_Range]) -> list[_Range]:
    """Of ranges that overlap keep the longest, then the first."""
    kept: list[_Range] = []
    for one in sorted(set(found), key=lambda r: (r.start, -r.end, r.rule)):
        if kept and one.start < kept[-1].end:
            if one.end - one.start > kept[-1].end - kept[-1].start:
                kept[-1] = one
        else:
            kept.append(one)
    return kept


def _bracketed(plain: str, catalogue: Catalogue, forms: TitleForms) -> Iterator[tuple[int, int]]:
    """Yield what stands between outer brackets, damaged ones mended where the words allow it.

    《 after a word opens an inner title (实施《…》办法), 《 after a mark a next one: then the first
    bracket was never closed.
    """
    opened: list[int] = []
    closed = -1
    for mark in _BRACKETS.finditer(plain):
        at, sign = mark.start(), mark[0]
        if sign == "《":
            if opened and (
                plain[at - 1] in "、，；：》" or catalogue.named(plain[opened[-1] : at])
            ):
                yield from _unclosed(plain, opened[0], at, closed, forms)
                opened.clear()
            opened.append(at + 1)
            if len(opened) == 1:
                closed = -1
        elif sign == "》":
            if len(opened) == 1:
                yield opened[0], at
            if opened:
                opened.pop()
                closed = at
                if not opened:
                    closed = -1
        elif opened:
            yield from _unclosed(plain, opened[0], at, closed, forms)
            opened.clear()
    if opened:
        yield from _unclosed(plain, opened[0], len(plain), closed, forms)
    for angle in _ANGLES.finditer(plain):
        before = plain.rfind("《", 0, angle.start())
        if (
            before < 0
            or "》" in plain[before : angle.start()]
            or "\n" in plain[before : angle.start()]
        ):
            yield angle.span(1)


def _unclosed(
    plain: str, start: int, end: int, closed: int, forms: TitleForms
) -> Iterator[tuple[int, int]]:
    """Yield the title behind a bracket that nothing closes.

    An inner title that was closed lends its bracket (《关于印发《…方案》, then the end); else the
    words up to the first mark count if they end like a document.
    """
    if closed > start:
        yield start, closed
        return
    piece = re.split(r"[，、；：“〉]", plain[start : min(end, start + _LONGEST_TITLE)])[0]
    if forms.ending(piece):
        yield start, start + len(piece)


def _titles(
    plain: str, start: int, end: int, catalogue: Catalogue, forms: TitleForms
) -> Iterator[_Range]:
    """Yield the titles between two brackets: one, several in one pair, or none."""
    title = plain[start:end]
    if not 1 < len(title) <= _LONGEST_TITLE:
        return
    if catalogue.named(title):
        yield _Range(start, end, "title")
        return
    parts = list(_several(title, catalogue))
    if parts:
        yield from (_Range(start + a, start + b, "title") for a, b in parts)
    elif forms.is_document(
        title, before=plain[max(0, start - 8) : start - 1], after=plain[end + 1 : end + 7]
    ):
        yield _Range(start, end, "title")


def _several(title: str, catalogue: Catalogue) -> Iterator[tuple[int, int]]:
    """Yield the names in a pair of brackets that holds nothing but names: 《宪法、民法典》."""
    hits = [(a, b) for a, b, _ in catalogue.terms.find(title)]
    if len(hits) < 2:
        return
    between = title[: hits[0][0]] + title[hits[-1][1] :]
    between += "".join(title[a[1] : b[0]] for a, b in zip(hits, hits[1:], strict=False))
    if not between.strip("、，和与及《》〈〉" + COUNTRY):
        yield from hits


def _names(plain: str, taken: list[tuple[int, int]], lexicon: Lexicon) -> Iterator[_Range]:
    """Yield the catalogue's names in running text, each as far as the name goes."""
    for start, end, _ in lexicon.laws.terms.find(plain):
        if _within(start, taken) or not _stands(plain, start, end):
            continue
        begin = start
        country = _COUNTRY.search(plain, max(0, start - 9), start)
        if country and plain[start:end] != COUNTRY and _like_country(country[0]):
            begin = country.start()
        elif _LEVEL.search(plain, max(0, start - 1), start) and not plain[:end].endswith(_NATIONAL):
            place = _place_before(plain, start, lexicon)
            if place is None:
                continue
            begin = place
        if added := _ADDED.match(plain, end):
            end = added.end()
        elif longer := _LONGER.match(plain, end):
            end = longer.end()
        yield _Range(begin, end, "name")
    for found in _COLLECTIVE.finditer(plain):
        if not _within(found.start(), taken):
            yield _Range(*found.span(), "name")


def _stands(plain: str, start: int, end: int) -> bool:
    """Whether a name at a place is cited there, and not half of another word."""
    name = plain[start:end]
    if (
        _OBSERVANCE.match(plain, end)
        or _BEFORE_OBSERVANCE.search(plain, max(0, start - 2), start)
        and plain.startswith("日", end)
    ):
        return False
    if name.endswith("宪法"):
        return _IS_CONSTITUTION.match(plain, end) is not None
    if not name.endswith("法"):
        return True
    if len(name) == 2 and name != "刑法":
        left = plain[start - 1 : start] if start else ""
        alone = _SHORT_NAME_MAY_STAND.match(left) and _SHORT_NAME_MAY_STAND.match(plain, end)
        return alone is not None
    return _IS_LAW.match(plain, end) is not None


def _like_country(words: str) -> bool:
    """Whether words are the country's name, written rightly or nearly so."""
    return words == COUNTRY or sum(char in words for char in COUNTRY) >= len(COUNTRY) - 1


def _place_before(plain: str, end: int, lexicon: Lexicon) -> int | None:
    """Return where the place names that end here begin, None where no place is named."""
    begin = None
    at = end
    while at > 0:
        for length in range(min(12, at), 1, -1):
            if lexicon.places.named(plain[at - length : at]):
                begin = at = at - length
                break
        else:
            return begin
    return begin


def _full_forms(plain: str, taken: list[tuple[int, int]]) -> Iterator[_Range]:
    for found in _FULL.finditer(plain):
        if not _within(found.start(), taken):
            yield _Range(*found.span(), "form")


def _local_instruments(
    plain: str, taken: list[tuple[int, int]], lexicon: Lexicon
) -> Iterator[_Range]:
    """Yield a local instrument without brackets: a province's or city's name and …条例."""
    at = plain.find("条例")
    while at >= 0:
        end = at + 2
        if not _within(at, taken):
            left = max(plain.rfind(mark, 0, at) for mark in "，。；：、《》“”\n（）") + 1
            if end - left <= 45:
                places = [
                    h for h in lexicon.places.find(plain[left:end]) if h.end + 4 <= end - left
                ]
                named = [
                    h for h in places if h.name.endswith(("省", "市", "自治区", "自治州", "自治县"))
                ]
                if named:
                    yield _Range(left + named[0].start, end, "form")
        at = plain.find("条例", end)


def _neighbours(plain: str, found: list[_Range]) -> Iterator[_Range]:
    """Yield the items of an enumeration that follow a law and end like one."""
    for one in found:
        at = one.end
        while item := _NEXT_ITEM.match(plain, at):
            yield _Range(*item.span(1), "list")
            at = item.end(1)
