"""Finds numbers that count or measure: number, approximator and unit as one span, with their value.

A number is taken where a unit of the vocabulary follows it. Dates, ordinals, names and slogans in
quotes or titles, list markers, fixed sets of spelled-out numerals (三项制度) and runs of more than
fifteen digits are none. What is counted is left to linking. A digit misread as a letter is read
and flagged ``misread``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.lexicon import Lexicon
from kg.lexicon.numerals import MYRIADS, ONES, TENS, numeral
from kg.lexicon.units import Unit
from kg.mentions.quantities.grammar import MORE, grammar_of, runs
from kg.model import Bound, Document, Mention, Quantity

_EXACT, _AT_LEAST, _AT_MOST, _APPROX = Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST, Bound.APPROX
_BEFORE = {
    "至少": _AT_LEAST,
    "不少于": _AT_LEAST,
    "不低于": _AT_LEAST,
    "超过": _AT_LEAST,
    "超": _AT_LEAST,
    "逾": _AT_LEAST,
    "上": _AT_LEAST,
    "不超过": _AT_MOST,
    "不高于": _AT_MOST,
    "不多于": _AT_MOST,
    "至多": _AT_MOST,
    "最多": _AT_MOST,
    "不足": _AT_MOST,
    "将近": _AT_MOST,
    "接近": _AT_MOST,
    "近": _AT_MOST,
    "大约": _APPROX,
    "大概": _APPROX,
    "约": _APPROX,
}
# 最近3次, 附近2个, 节约5万元, 签约3家, 线上10场 hold no hedge.
_HEDGE = re.compile(
    "(?:至少|不少于|不低于|不超过|不高于|不多于|(?<!不)超过|至多|最多|不足|将近|接近|大约|大概|逾"
    "|(?<![赶反])超|(?<![最附就临邻靠亲远相新])近|(?<![节签预违公条合履邀集制解缔特])(?<!村民)(?<!规民)约"
    "|(?<![线以加])上)$"
)
_AFTER = {
    "以上": _AT_LEAST,
    "以下": _AT_MOST,
    "左右": _APPROX,
    "上下": _APPROX,
}

# What stands before an ordinal, a rank, a range of articles (第3至5条), a slogan (最多跑1次).
_ORDINAL = re.compile(
    "(?:第[0-9一二三四五六七八九十百]+(?:次|期|条|项|批)?[、至到和-]|[第前跑名×]|排名|位居|位列)$"
)
# The last character of either, by which most places can be told to have none.
_HEDGE_ENDS = frozenset(words[-1] for words in _BEFORE)
_ORDINAL_ENDS = frozenset("0123456789一二三四五六七八九十百次期条项批、至到和-第前跑名×居列")
# Money to the fen has fifteen digits; more are an account's number. No count is 5亿万亿亿.
_ENDLESS = re.compile("[0-9OolI零〇一二两三四五六七八九]{16}|[百千万亿]{4}")
_LONGEST_COUNT = 16
_HEDGES = frozenset("余多来+")
_MISREAD = re.compile(r"[OolI曰](?:(?<=曰)|(?<=\d.)|(?<![A-Za-z].)[OolI]*\d)")
_SESSION = ("届", "大")
# Of what comes in wholes, an average is a fraction: 每站平均仅3.4人.
_AVERAGE = re.compile(r"(?:平均|人均|均)[^，。；：\n]{0,12}$")
_MEETING = re.compile("全会|全体|会议")
_WIDEST_HEDGE = 4
_LONGEST_TITLE = 60
_NAMING = (("“", "”", 30), ("《", "》", _LONGEST_TITLE))
"""The marks that names stand in, and within how much the second closes the first."""
# Kinds of unit that come in fractions; 1.3名干部 is a list marker and a count.
_FRACTIONAL = {"money", "rate", "rate-change", "measure", "time"}


def find(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield every number with a unit that counts or measures something."""
    plain, units = document.plain, lexicon.units
    grammar = grammar_of(units.pattern, units.longest)
    end = 0
    for run in runs(units.starts).finditer(plain):
        start = run.start()
        if start < end:
            continue
        match = grammar.match(plain, start)
        if match is None or _is_named(plain, start, match.end()):
            continue
        if plain[start - 1 : start] in _ORDINAL_ENDS and _is_ordinal(plain, start):
            continue
        end = match.end()
        if end - start > _LONGEST_COUNT and _ENDLESS.search(re.sub("[,.]", "", match[0])):
            continue
        number, to, name, either, after = match.group("number", "to", "unit", "or", "after")
        if name is None:
            value, name = _share(match)
            yield _mention(document, start, end, value, None, name, after)
        elif to is None and number.isdecimal() and number.isascii():
            unit = units.by_name[name]
            if unit.only_after and not plain.endswith(unit.only_after, 0, start):
                continue
            name += either or ""
            yield _mention(document, start, end, Decimal(number), None, name, after)
        else:
            yield from _counted(document, match, units.by_name[name])


def _is_ordinal(plain: str, start: int) -> bool:
    return _ORDINAL.search(plain, max(0, start - 8), start) is not None


def _is_named(plain: str, start: int, end: int) -> bool:
    """Whether a figure stands inside a short quotation or a title: “24小时”自助区, 《…3件…》."""
    before = plain[max(0, start - _LONGEST_TITLE) : start]
    for opening, closing, width in _NAMING:
        if opening not in before:
            continue
        inside = before.rpartition(opening)[2]
        if closing in inside or "\n" in inside:
            continue
        closed = plain.find(closing, end, start - len(inside) - 1 + width)
        if closed >= 0 and "\n" not in plain[end:closed]:
            return True
    return False


def _share(match: re.Match[str]) -> tuple[Decimal, str]:
    """百分之九十 is 90 %, 千分之三 3 ‰, 三分之二 66.67 %, 九成五 95 %."""
    if match["tenths"]:
        return 10 * numeral(match["tenths"]) + numeral(match["half"] or "0"), "%"
    whole, fraction = match["share"], ""
    if not whole[0].isascii():
        whole, _, fraction = whole.partition("点")
    value = numeral(whole)
    if fraction:
        value += Decimal("0." + "".join(str(ONES.get(c, 0)) for c in fraction))
    unit = {"百": "%", "千": "‰"}.get(match["parts"], "")
    if unit:
        return value, unit
    return round(100 * value / (numeral(match["parts"]) or 1), 2), "%"


def _counted(document: Document, match: re.Match[str], unit: Unit) -> Iterator[Mention]:
    """Yield what a number that is more than digits, or one of a range, counts."""
    plain, number, start = document.plain, match["number"], match.start()
    if not number[0].isascii() and not _is_count(plain, match, unit):
        return
    if unit.only_after and not plain.endswith(unit.only_after, 0, start):
        return
    end, after = match.end(), match["after"]
    if "." in number and number.isascii() and unit.dimension not in _FRACTIONAL:
        if plain[start - 1 : start] not in ("", "\n"):
            if number.startswith("0.") or _AVERAGE.search(plain, max(0, start - 16), start):
                yield _mention(document, start, end, numeral(number), None, unit.name, after)
            return
        marker, number = number.split(".", 1)
        start += len(marker) + 1
    value = numeral(number)
    if match["to"] is None:
        name = unit.name + (match["or"] or "")
        yield _mention(document, start, end, value, None, name, after)
        return
    upper, middle = numeral(match["upper"]), match["middle"]
    if not middle and unit.dimension == "money":
        # 3至5万元: the scale of the far end is the scale of both.
        value *= Decimal(10) ** max(0, _scale(match["upper"]) - _scale(number))
    is_range = not middle or middle == unit.name
    # 提升10个百分点至95%: of two units, two figures
    if not is_range or upper <= value or plain[start - 1 : start] in ("由", "从"):
        if middle:
            yield _mention(document, start, match.end("middle"), value, None, middle, None)
        yield _mention(document, match.start("upper"), end, upper, None, unit.name, after)
        return
    yield _mention(document, start, end, value, upper, unit.name, after)


def _hedge(plain: str, start: int) -> re.Match[str] | None:
    """Return the hedge that stands before a number; 上 is one before 百, 千 and 万 only."""
    found = _HEDGE.search(plain, max(0, start - _WIDEST_HEDGE), start)
    return None if found and found[0] == "上" and plain[start] not in "百千万" else found


def _scale(number: str) -> int:
    return sum({"百": 2, "千": 3, "万": 4, "亿": 8}.get(c, 0) for c in number)


def _is_count(plain: str, match: re.Match[str], unit: Unit) -> bool:
    """Whether a spelled-out numeral counts: 两期 and 百余条 do, 一支, 三项制度 and 百名 do not."""
    number = match["number"]
    digits = number.rstrip("余多来+百千万亿" if len(number) > 1 else "")
    if number[-1] in "余多来" or re.search(MORE, number):
        return number[0] not in ONES or len(number) > 2
    if number[0] in "百千万亿":
        return _hedge(plain, match.start()) is not None
    if len(number) == 1 and (number in "一二零〇" or unit.dimension == "money"):
        return False
    if not unit.spelled:
        return len(number) > 2 and number[0] in ONES
    if len(number) > 1 and not set(number) & (TENS.keys() | MYRIADS.keys()):
        return False
    return not (
        unit.name == "次"
        and (plain.endswith(_SESSION, 0, match.start()) or _MEETING.match(plain, match.end()))
    ) and bool(digits)


def _mention(
    document: Document,
    start: int,
    end: int,
    value: Decimal,
    upper: Decimal | None,
    unit: str,
    after: str | None,
) -> Mention:
    plain = document.plain
    hedge = _hedge(plain, start) if plain[start - 1 : start] in _HEDGE_ENDS else None
    words = plain[start:end]
    bound = _EXACT
    if hedge or after or not _HEDGES.isdisjoint(words):
        bound = _bound(hedge[0] if hedge else "", words, after or "")
    span = document.span(hedge.start() if hedge else start, end)
    quote = document.quote(span)
    flag = "misread" if _MISREAD.search(quote) else ""
    quantity = Quantity(value, unit, bound, upper)
    return Mention(span, quote, "QUANTITY", "number and unit", flag=flag, quantity=quantity)


def _bound(before: str, words: str, after: str) -> Bound:
    """Return how the hedges before, in and after a number bound it; two kinds make it rough."""
    bounds = {_BEFORE[before]} if before else set()
    if "余" in words or "多" in words or "+" in words:
        bounds.add(_AT_LEAST)
    if "来" in words:
        bounds.add(_APPROX)
    if after:
        bounds.add(_AFTER[after])
    return bounds.pop() if len(bounds) == 1 else _APPROX
