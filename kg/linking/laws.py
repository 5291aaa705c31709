"""Law mentions -> the instruments they name, under their official full titles.

By exact name first (full, short, alias; country, edition, blanks and brackets aside), then by a known
wrong name, then by likeness, each flagged. 条例 never becomes 法, and a title that begins with a place
never the national one. A title the catalogue lacks stays its own, as written, with a provisional
concept; a plan without years is the one of the report's year. 《条例》 alone is the title named before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg import names
from kg.lexicon import Lexicon, matching_form
from kg.lexicon.laws import Catalogue, Named, key
from kg.model import Document, Mention

_COLLECTIVES = {
    "一规划两纲要": ("法治中国建设规划", "法治社会建设实施纲要", "法治政府建设实施纲要"),
    "一规划二纲要": ("法治中国建设规划", "法治社会建设实施纲要", "法治政府建设实施纲要"),
}
_COLLECTIVE = re.compile(r"[一二两三四五](?:规划|法)[一二两]+(?:纲要|条例)")
_COUNTRY = re.compile(r"中[华国]?[一-鿿]{2,5}?和国(?=.)")
_PLACE_FIRST = re.compile(
    r"[一-鿿]{1,7}?(?:省|自治区|自治州|[市县州旗镇乡]|街道|(?<!社)区)(?=.{3})"
)
_YEARS_BEHIND = re.compile(r"[》”]?（?(20\d\d)年?[-~至]+(20\d\d)年?）?")
_SHORT_FOR = re.compile(r"(?:以下|下)?[简]称[：“《]*$")
_ISSUING = re.compile(
    r"(?:制定|制订|印发|出台|下发|修订|编制|起草|拟定|拟订|发布|定)(?:完善|实施|并|了|出)*[《“]*$"
)
_SUFFIX = re.compile(
    r"(?:法典|法|条例|规定|办法|细则|规则|准则|纲要|规划|计划|意见|通知|决定|清单|方案|章程)$"
)
_MISSING_END = 3
_WIDE = str.maketrans("()", "（）")


@dataclass(frozen=True, slots=True)
class _Sense:
    """What a name stands for."""

    canonical: str
    concept: str | None = None
    candidates: tuple[str, ...] = ()
    flag: str = ""


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Link the laws of a document in the order they are cited."""
    before: list[tuple[str, _Sense]] = []
    short_for: dict[str, _Sense] = {}
    known: dict[tuple[str, tuple[str, str] | None], _Sense] = {}
    for mention in mentions:
        left, right = _around(document, mention)
        name = matching_form(mention.text)
        years = None if key(name).years else _years_behind(right)
        if lexicon.title_forms.is_bare_ending(name) and not lexicon.laws.named(name):
            sense = short_for.get(name) or _named_before(name, before)
        else:
            if _SHORT_FOR.search(left) and before and not lexicon.laws.named(name):
                short_for[name] = before[-1][1]
            sense = short_for.get(name)
            if sense is None and (name, years) not in known:
                known[name, years] = resolve(mention.text, document.year, lexicon, years=years)
            sense = sense or known[name, years]
            if not sense.flag and _is_own(document, mention, sense, left, lexicon.laws):
                sense = replace(sense, flag="own-document", concept=_own_iri(document, sense))
        if _SHORT_FOR.search(left) and before:
            short_for[name] = sense = before[-1][1]
        before.append((name, sense))
        yield replace(
            mention,
            canonical=sense.canonical or written(mention.text),
            concept=sense.concept,
            candidates=sense.candidates,
            flag=sense.flag,
        )


def resolve(
    text: str, year: int | None, lexicon: Lexicon, *, years: tuple[str, str] | None = None
) -> _Sense:
    """Say which instrument a name stands for in a report of a year.

    ``years`` are those that follow the name outside its brackets.
    """
    catalogue = lexicon.laws
    title = written(text)
    if _COLLECTIVE.fullmatch(title):
        return _collective(title, year, catalogue)
    found = key(title)
    period = found.years or years
    entries, flag = catalogue.named(title), ""
    if not entries and (country := _COUNTRY.match(found.stem)):
        entries, flag = catalogue.named(found.stem[country.end() :]), "misspelt"
    elif not entries and not _PLACE_FIRST.match(found.stem):
        near = _nearest(found.stem, catalogue)
        entries, flag = (catalogue.named(near), "misspelt") if near else ((), "")
    entries, wrong_years = _of_period(entries, period, year)
    if not entries:
        return _Sense(title, names.law(title))
    if len(entries) > 1:
        return _Sense(title, candidates=tuple(n.law.iri for n in entries))
    (named,) = entries
    flag = named.flag or flag or ("wrong-years" if wrong_years else "")
    if not named.law.is_instrument:
        flag = "not-instrument"
    return _Sense(named.law.title, named.law.iri, flag=flag)


def written(text: str) -> str:
    """Return a title as it is written, without blanks and with full-width brackets.

    >>> written("2023年度法治政府(法治市场监管)\\n建设工作清单")
    '2023年度法治政府（法治市场监管）建设工作清单'
    """
    return "".join(text.split()).translate(_WIDE).replace("<", "〈").replace(">", "〉")


def _around(document: Document, mention: Mention) -> tuple[str, str]:
    text = document.text
    start, end = mention.span.start, mention.span.end
    return matching_form(text[max(0, start - 16) : start]), matching_form(text[end : end + 24])


def _years_behind(right: str) -> tuple[str, str] | None:
    found = _YEARS_BEHIND.match(right)
    return (found[1], found[2]) if found else None


def _collective(title: str, year: int | None, catalogue: Catalogue) -> _Sense:
    """Keep a collective name whole; its members, where it has a fixed meaning, are candidates."""
    members = [
        named.law.iri
        for name in _COLLECTIVES.get(title, ())
        for named in _of_period(catalogue.named(name), None, year)[0]
    ]
    return _Sense(title, candidates=tuple(members), flag="collective")


def _of_period(
    entries: tuple[Named, ...], years: tuple[str, str] | None, year: int | None
) -> tuple[tuple[Named, ...], bool]:
    """Choose among plans of several periods; say whether the years written are none of theirs.

    Written years decide where one of them is right (2022—2025 for 2021—2025); years that are no
    period (2023-2023) leave it to the report's year, as no years do. Years of another period name a
    plan the catalogue lacks.
    """
    dated = [(n, p) for n in entries if (p := key(n.law.title).years)]
    if not dated:
        return entries, False
    if years:
        exact = tuple(n for n, p in dated if p == years)
        if exact:
            return exact, False
        if years[0] < years[1]:
            near = [n for n, p in dated if p[1] == years[1]] or [
                n for n, p in dated if p[0] == years[0]
            ]
            return tuple(near), bool(near)
    if len(dated) == 1:
        return (dated[0][0],), bool(years)
    fits = tuple(n for n, p in dated if year and p[0] <= f"{year}" <= p[1])
    return fits or entries, bool(years)


def _named_before(name: str, before: Sequence[tuple[str, _Sense]]) -> _Sense:
    """Return what 《条例》 refers back to: the last title that ends so."""
    for earlier, sense in reversed(before):
        if key(earlier).stem.endswith(name) or key(sense.canonical).stem.endswith(name):
            return sense
    return _Sense("")


def _is_own(
    document: Document, mention: Mention, sense: _Sense, left: str, catalogue: Catalogue
) -> bool:
    """Whether a title is the issuer's own: it bears its name, or the issuer makes it."""
    if sense.canonical in catalogue.by_title or sense.candidates:
        return False
    issuer = document.issuer.name
    if issuer and issuer in sense.canonical:
        return True
    return bool(_ISSUING.search(left)) and not _PLACE_FIRST.match(sense.canonical)


def _own_iri(document: Document, sense: _Sense) -> str:
    """Mint an IRI that does not fuse the plans of two issuers that bear one title."""
    issuer = document.issuer.name
    if not issuer or issuer in sense.canonical:
        return names.law(sense.canonical)
    return names.law(f"{issuer}_{sense.canonical}")


def _nearest(stem: str, catalogue: Catalogue) -> str | None:
    """Return the one name that differs by a slip: one edit, two from ten characters.

    The kind of instrument must agree, and a name of four characters or fewer is too short to
    compare (公务员法 and 公证法 are two laws). A long title that lost its end (…第一责任人职责) counts.
    """
    if len(stem) < 5:
        return None
    allowed = 2 if len(stem) >= 10 else 1
    suffix = _SUFFIX.search(stem)
    if suffix is None:
        if len(stem) < 12:
            return None
        cut = [
            s for s in catalogue.stems if s.startswith(stem) and len(s) - len(stem) <= _MISSING_END
        ]
        return cut[0] if len(cut) == 1 else None
    chars = set(stem)
    best: list[str] = []
    least = allowed + 1
    for other in catalogue.stems:
        if abs(len(other) - len(stem)) > allowed or not other.endswith(suffix[0]):
            continue
        if len(chars.symmetric_difference(other)) > 2 * allowed:
            continue
        distance = _edits(stem, other, allowed)
        if distance < least:
            best, least = [other], distance
        elif distance == least <= allowed:
            best.append(other)
    return best[0] if len(best) == 1 else None


def _edits(one: str, other: str, allowed: int) -> int:
    """Return the edit distance of two words, or more than ``allowed`` where it is more.

    >>> _edits("未成年保护法", "未成年人保护法", 1)
    1
    """
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
        if min(row) > allowed:
            return allowed + 1
    return row[-1]
