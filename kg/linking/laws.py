"""Law mentions -> the instruments they name, under their official full titles.

By exact name first (full, short, alias; country, edition, blanks and brackets aside), then by a
known wrong name, then by likeness, each flagged. 条例 never becomes 法, and a title that begins
with a place never the national one. A title the catalogue lacks stays its own, as written, with a
provisional concept; a plan without years is the one of the report's year. 《条例》 alone is the
title named before; where there is none it stays without a concept.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from kg import names
from kg.characters import replacing
from kg.lexicon import Lexicon
from kg.lexicon.law_keys import Years, is_nearly_country, key
from kg.lexicon.laws import Catalogue, Named
from kg.linking.authors import is_made_above
from kg.linking.reference import refer
from kg.model import Document, Mention
from kg.traditional import SIMPLIFIED, TRADITIONAL

_COLLECTIVE = re.compile(r"一规划[两二]纲要|[两三四五]法[一两二]条例")
_MEMBERS = {
    "一规划": ("法治中国建设规划", "法治社会建设实施纲要", "法治政府建设实施纲要"),
}
_PLACE_FIRST = re.compile(
    r"[一-鿿]{1,7}?(?:省|自治区|自治州|[市县州旗镇乡]|街道|(?<!社)区)(?=.{3})"
)
_NEW = re.compile("新(?:修订|修改|颁布|版)?的?")
_YEARS_BEHIND = re.compile(r"[》”]?（?(20\d\d)年?[-~至]+(20\d\d)年?）?")
_SHORT_FOR = re.compile(r"简称(?:为|是)?[：“《]*$")
_ISSUING = re.compile(
    r"(?:制定|制订|印发|出台|下发|修订|编制|起草|拟定|拟订|发布)(?:完善|实施|并|了|出)*[《“]*$"
)
_KIND = re.compile(
    r"(?:法典|法|条例|规定|办法|细则|规则|准则|纲要|规划|计划|意见|通知|决定|清单|方案|章程)$"
)
_CLAUSE_MARKS = re.compile(r"[，。；：！？\n]")
_plain = replacing(dict(zip("()<>" + TRADITIONAL, "（）〈〉" + SIMPLIFIED, strict=True)))
_AROUND = 24
_MEMORY = 60


class _Sense(Struct, frozen=True, gc=False):
    """What a name stands for."""

    canonical: str
    concept: str | None = None
    candidates: tuple[str, ...] = ()
    flag: str = ""


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Link the laws of a document in the order they are cited."""
    plain, offsets = document.plain, document.offsets
    before: list[tuple[str, _Sense]] = []
    resolved: dict[tuple[str, Years | None], _Sense] = {}
    short_for: dict[str, _Sense] = {}
    for mention in mentions:
        start = bisect_left(offsets, mention.span.start)
        end = bisect_left(offsets, mention.span.end)
        name, left = plain[start:end], plain[max(0, start - _AROUND) : start]
        if before and "简称" in left and _SHORT_FOR.search(left):
            short_for[name] = before[-1][1]
        if name in short_for:
            sense = short_for[name]
        elif lexicon.title_forms.is_bare_ending(name) and not lexicon.laws.named(name):
            sense = _named_before(name, before)
        else:
            behind = _YEARS_BEHIND.match(plain, end)
            years = (behind[1], behind[2]) if behind else None
            if (name, years) not in resolved:
                resolved[name, years] = resolve(mention.text, document.year, lexicon, years=years)
            sense = _owned(document, resolved[name, years], left, lexicon.laws)
        before.append((name, sense))
        yield refer(
            mention,
            sense.canonical or written(mention.text),
            sense.concept,
            candidates=sense.candidates,
            flag=sense.flag,
        )


def resolve(text: str, year: int | None, lexicon: Lexicon, *, years: Years | None = None) -> _Sense:
    """Say which instrument a name stands for in a report of a year.

    ``years`` are those that follow the name outside its brackets.
    """
    catalogue = lexicon.laws
    title = written(text)
    if _COLLECTIVE.fullmatch(title):
        return _collective(title, year, catalogue)
    found = key(title)
    entries, flag = catalogue.named(title), ""
    if not entries and (rest := _without_country(found.stem)):
        entries, flag = catalogue.named(rest), "misspelt"
    if not entries and (new := _NEW.match(found.stem)):
        entries = catalogue.named(found.stem[new.end() :])
    if not entries and not _PLACE_FIRST.match(found.stem):
        near = _nearest(found.stem, catalogue)
        entries, flag = catalogue.named(near) if near else (), "misspelt"
    entries, wrong_years = _of_period(entries, found.years or years, year)
    if not entries:
        return _Sense(title, names.law(title))
    if len(entries) > 1:
        return _Sense(title, candidates=tuple(entry.law.iri for entry in entries))
    (entry,) = entries
    flag = entry.flag or flag or ("wrong-years" if wrong_years else "")
    if not entry.law.is_instrument:
        flag = "not-instrument"
    return _Sense(entry.law.title, entry.law.iri, flag=flag)


def written(text: str) -> str:
    r"""Return a title as written, without blanks, brackets full-width, characters simplified.

    >>> written("彰化縣綠化條例")
    '彰化县绿化条例'
    >>> written("2023年度法治政府(法治市场监管)\n建设工作清单")
    '2023年度法治政府（法治市场监管）建设工作清单'
    """
    return _plain("".join(text.split()))


def _collective(title: str, year: int | None, catalogue: Catalogue) -> _Sense:
    """Keep a collective name whole; its members are candidates where they are always the same."""
    members = [
        entry.law.iri
        for name in _MEMBERS.get(title[:3], ())
        for entry in _of_period(catalogue.named(name), None, year)[0]
    ]
    return _Sense(title, candidates=tuple(members), flag="collective")


def _of_period(
    entries: tuple[Named, ...], years: Years | None, year: int | None
) -> tuple[tuple[Named, ...], bool]:
    """Choose among plans of several periods; say whether the years written are none of theirs.

    Written years decide where one of them is right (2022—2025 for 2021—2025); years that are no
    period (2023-2023) leave it to the report's year, as no years do. Years of another period name
    a plan the catalogue lacks.
    """
    dated = [
        (entry, period)
        for entry in entries
        if "20" in entry.law.title and (period := key(entry.law.title).years)
    ]
    if not dated:
        return entries, False
    if years and years[0] < years[1]:
        for fits in (
            [entry for entry, period in dated if period == years],
            [entry for entry, period in dated if period[1] == years[1]],
            [entry for entry, period in dated if period[0] == years[0]],
        ):
            if fits:
                return tuple(fits), years != key(fits[0].law.title).years
        return (), False
    if len(dated) == 1:
        return (dated[0][0],), years is not None
    current = tuple(e for e, period in dated if year and period[0] <= f"{year}" <= period[1])
    return current or entries, years is not None


def _named_before(name: str, before: Sequence[tuple[str, _Sense]]) -> _Sense:
    """Return what 《条例》 refers back to: the last title that ends so."""
    for earlier, sense in reversed(before[-_MEMORY:]):
        if key(earlier).stem.endswith(name) or key(sense.canonical).stem.endswith(name):
            return sense
    return _Sense("")


def _owned(document: Document, sense: _Sense, left: str, catalogue: Catalogue) -> _Sense:
    """Flag a title as the issuer's own where it bears its name, or the issuer makes it.

    Then its concept is the issuer's too, or the plans of all who use one title would be fused.
    """
    if sense.flag or sense.candidates or sense.canonical in catalogue.by_title:
        return sense
    issuer = document.issuer.name
    if issuer and issuer in sense.canonical:
        return structs.replace(sense, flag="own-document")
    made = _ISSUING.search(left)
    if (
        not made
        or _PLACE_FIRST.match(sense.canonical)
        or is_made_above(_CLAUSE_MARKS.split(left[: made.start()])[-1], document.issuer.level)
    ):
        return sense
    concept = names.law(f"{issuer}_{sense.canonical}") if issuer else sense.concept
    return structs.replace(sense, flag="own-document", concept=concept)


def _without_country(stem: str) -> str:
    """Return a title without the country's misspelt name (中华人名共和国), "" where it has none."""
    if stem.startswith("中"):
        for end in range(4, 10):
            if is_nearly_country(stem[:end]):
                return stem[end:]
    return ""


def _nearest(stem: str, catalogue: Catalogue) -> str | None:
    """Return the one name that differs by a slip: one edit, two from ten characters.

    The kind of instrument must agree, and a name of four characters or fewer is too short to
    compare (公务员法 and 公证法 are two laws). A long title may have lost its end.
    """
    kind = _KIND.search(stem)
    if kind is None:
        return catalogue.cut_short(stem)
    if len(stem) < 5:
        return None
    allowed = 2 if len(stem) >= 10 else 1
    shortest, longest, kind_of = len(stem) - allowed, len(stem) + allowed, kind[0]
    chars = set(stem)
    best: dict[str, str] = {}
    least = allowed
    for other, title in catalogue.stems.items():
        if (
            shortest <= len(other) <= longest
            and other.endswith(kind_of)
            and len(chars.symmetric_difference(other)) <= 2 * allowed
            and (distance := _edits(stem, other)) <= least
        ):
            best = {**best, title: other} if distance == least else {title: other}
            least = distance
    return next(iter(best.values())) if len(best) == 1 else None


def _edits(one: str, other: str) -> int:
    """Return the edit distance of two words.

    >>> _edits("未成年保护法", "未成年人保护法")
    1
    """
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (a != b))
    return row[-1]
