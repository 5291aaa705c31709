"""Where a report's numbered items begin: 一、 （一） 1. （1） ① 一是 and their damaged forms.

Works on plain text. Says what number stands where and in which style, not what lies in what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec import Struct


class Style:
    """How an item is marked; a greater style lies in a smaller one.

    Plain numbers, for every mark is compared with several: an enum's member costs a call each time.
    """

    DIVISION = 0
    HAN = 1
    TURN = 2
    HAN_BRACKET = 3
    DIGIT = 4
    DIGIT_BRACKET = 5
    CIRCLE = 6
    ASIDE = 7
    LED = 8


class Mark(Struct, frozen=True, order=True, gc=False):
    """One mark: where its number begins and ends in plain text, and whether a paragraph runs on.

    An unnumbered heading and a turn of the text have an empty number.
    """

    start: int
    end: int
    style: int
    value: int = 0
    inline: bool = False


_HAN = "一二三四五六七八九十"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
# A look at the first character, and at what follows it, tells whether any make is to be tried: most
# are digits of a year or a figure.
_MARK = re.compile(
    rf"[{_HAN}第其（0-9①-⑳{_ROMAN}](?:(?=[{_HAN}、.，：）是要]|[0-9](?:[）、.]|\d）))"
    r"|(?<=\n.)|(?<=[①-⑳]))(?:"
    rf"(?<=[{_HAN}])(?:(?P<led>[{_HAN}]?[是要])|(?P<han>[{_HAN}]{{0,2}}[、.，：])"
    rf"|(?P<spaced>(?<=\n.)[{_HAN}]{{0,2}}(?![{_HAN}])))"
    r"|(?<=[0-9])(?:(?P<digit_closed>\d?）)|(?P<digit>\d?(?:、|\.(?!\d)|\.(?=20\d\d年))))"
    rf"|(?<=（)(?:(?P<bracket>[{_HAN}]{{1,3}}）[、.]?)|(?P<digit_bracket>\d{{1,2}}）[、.]?))"
    rf"|(?<=第)(?P<division>[{_HAN}]{{1,3}}部分[、，：]?)"
    rf"|(?<=[第其])(?P<ordinal>[{_HAN}]{{1,2}}[，、])"
    rf"|(?<=[{_ROMAN}])(?P<roman>[、.])"
    r"|(?<=[①-⑳])(?P<circle>[、.]?)"
    r")"
)
_STYLES = {
    "division": Style.DIVISION,
    "led": Style.LED,
    "ordinal": Style.LED,
    "han": Style.HAN,
    "spaced": Style.HAN,
    "roman": Style.HAN,
    "bracket": Style.HAN_BRACKET,
    "digit_bracket": Style.DIGIT_BRACKET,
    "digit_closed": Style.DIGIT_BRACKET,
    "digit": Style.DIGIT,
    "circle": Style.CIRCLE,
}
_SENTENCE_ENDS = "。；！？：…”"
_CLAUSE_ENDS = _SENTENCE_ENDS + "，）"
_HEADING_ENDS = re.compile("[。；\n]")
_LONGEST_HEADING = 40
# Named once: an attribute of a class costs a look-up each time.
_HAN_STYLE, _BRACKET, _LED = Style.HAN, Style.HAN_BRACKET, Style.LED
_AFTER_BLANK = (_BRACKET, _LED)
_RUNNING = (Style.DIGIT, Style.DIGIT_BRACKET, Style.CIRCLE)


def marks(plain: str, offsets: Sequence[int]) -> Iterator[Mark]:
    """Yield the numbers that begin an item, in order.

    Inside a paragraph a number counts after the end of a sentence (for 一是, of a clause); arabic
    ones only where they run on from 1.

    >>> plain = "一、成效：1.学法；2.普法2.5万人。一是实，其中一是虚"
    >>> [plain[m.start : m.end] for m in marks(plain, range(len(plain)))]
    ['一、', '1.', '2.', '一是']
    """
    running: tuple[int, int] | None = None
    heading_until = -1
    tops = False
    for found in _MARK.finditer(plain):
        start, end = found.span()
        style = _STYLES[found.lastgroup or ""]
        before = plain[start - 1] if start else "\n"
        opens = before == "\n"
        if opens:
            if found.lastgroup == "spaced" and not _spaced(offsets, end):
                continue
        else:
            follows = before in (_CLAUSE_ENDS if style == _LED else _SENTENCE_ENDS)
            in_heading = style == _BRACKET and start <= heading_until
            apart = style in _AFTER_BLANK and offsets[start] - offsets[start - 1] > 1
            if not (follows or in_heading or apart):
                continue
            if style <= _HAN_STYLE and not (
                plain[end - 1] in "、分" and (before in "。！？；" or (before == "：" and not tops))
            ):
                continue
        value = _value(found[0])
        if opens or style in _RUNNING:
            if not opens and value != 1 and running != (style, value - 1):
                continue
            running = (style, value)
        if style == _HAN_STYLE:
            tops = True
            # One line may hold two headings: 一、主要成效（一）学法.
            stop = _HEADING_ENDS.search(plain, end, end + _LONGEST_HEADING)
            heading_until = stop.start() if stop else end + _LONGEST_HEADING
        yield Mark(start, end, style, value, not opens)


def _spaced(offsets: Sequence[int], end: int) -> bool:
    """Whether a blank follows: 一 主要成效 is numbered, 一年来 is not."""
    return end < len(offsets) and offsets[end] - offsets[end - 1] > 1


@lru_cache(maxsize=256)
def _value(number: str) -> int:
    """Return the number a mark says, 0 where it says none."""
    if arabic := re.search(r"[0-9]+", number):
        return int(arabic[0])
    for char in number:
        if "①" <= char <= "⑳":
            return ord(char) - ord("①") + 1
        if char in _ROMAN:
            return _ROMAN.index(char) + 1
    digits = [_HAN.index(char) + 1 for char in number if char in _HAN]
    if 10 not in digits:
        return digits[0] if digits else 0
    tens = digits.index(10)
    return 10 * (digits[0] if tens else 1) + sum(digits[tens + 1 :])
