"""Where a report's numbered items begin: 一、 （一） 1. （1） ① 一是 and their damaged forms.

Works on plain text. Says what number stands where and in which style, not what lies in what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

_HAN = "一二三四五六七八九十"
_ROMAN = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"


class Style(IntEnum):
    """How a number is written; a greater style lies in a smaller one."""

    PART = 0
    HAN = 1
    HAN_BRACKET = 2
    DIGIT = 3
    DIGIT_BRACKET = 4
    CIRCLE = 5
    LED = 6


class Mark(NamedTuple):
    """One number: where it and its words begin in plain text, whether a paragraph does there."""

    start: int
    end: int
    style: Style
    value: int
    inline: bool


_MARK = re.compile(
    rf"[{_HAN}第其（\d①-⑳{_ROMAN}](?:"
    rf"(?P<part>(?<=第)[{_HAN}]{{1,3}}部分[、，：]?)"
    rf"|(?P<led>(?<=[第其])[{_HAN}]{{1,2}}[，、]|(?<=[{_HAN}])[{_HAN}]?[是要])"
    rf"|(?P<han>(?<=[{_HAN}])[{_HAN}]{{0,2}}[、.，：])"
    rf"|(?P<spaced>(?<=\n[{_HAN}])[{_HAN}]{{0,2}}(?![{_HAN}]))"
    rf"|(?P<roman>(?<=[{_ROMAN}])[、.])"
    rf"|(?P<bracket>(?<=（)[{_HAN}]{{1,3}}）[、.]?)"
    r"|(?P<digit_bracket>(?<=（)\d{1,2}）[、.]?|(?<=\d)\d?）)"
    r"|(?P<digit>(?<=\d)\d?(?:[、．]|\.(?!\d)|\.(?=20\d\d年)))"
    r"|(?P<circle>(?<=[①-⑳])[、.]?)"
    r")"
)
_STYLES = {
    "part": Style.PART,
    "led": Style.LED,
    "han": Style.HAN,
    "spaced": Style.HAN,
    "roman": Style.HAN,
    "bracket": Style.HAN_BRACKET,
    "digit_bracket": Style.DIGIT_BRACKET,
    "digit": Style.DIGIT,
    "circle": Style.CIRCLE,
}
_SENTENCE_ENDS = "。；！？：…”"
_CLAUSE_ENDS = _SENTENCE_ENDS + "，）"


def marks(plain: str, offsets: Sequence[int]) -> Iterator[Mark]:
    """Yield the numbers that begin an item, in order.

    Inside a paragraph a number counts after the end of a sentence (for 一是, of a clause); arabic
    ones only where they run on from 1.

    >>> [plain[m.start:m.end] for plain in ["一、成效：1.学法；2.普法2.5万人。一是实"] for m in marks(plain, range(99))]
    ['一、', '1.', '2.', '一是']
    """
    running = (0, -1)
    for found in _MARK.finditer(plain):
        start, end = found.span()
        style = _STYLES[found.lastgroup or "han"]
        before = plain[start - 1] if start else "\n"
        value = _value(found[0])
        if found.lastgroup == "spaced" and offsets[end] - offsets[end - 1] == 1:
            continue
        if before == "\n":
            running = (style, value)
            yield Mark(start, end, style, value, inline=False)
        elif style is Style.LED:
            if before in _CLAUSE_ENDS:
                yield Mark(start, end, style, value, inline=True)
        elif before in _SENTENCE_ENDS or (
            style is Style.HAN_BRACKET and offsets[start] - offsets[start - 1] > 1
        ):
            if style in (Style.HAN, Style.PART) and not (
                plain[end - 1] in "、分" and before in "。！？；"
            ):
                continue
            if style >= Style.DIGIT:
                if value != 1 and running != (style, value - 1):
                    continue
                running = (style, value)
            yield Mark(start, end, style, value, inline=True)


def _value(number: str) -> int:
    arabic = re.search(r"\d+", number)
    if arabic:
        return int(arabic[0])
    for char in number:
        if "①" <= char <= "⑳":
            return ord(char) - ord("①") + 1
        if char in _ROMAN:
            return _ROMAN.index(char) + 1
    digits = [_HAN.index(char) + 1 for char in number if char in _HAN]
    if not digits:
        return 0
    if digits[0] == 10:
        return sum(digits)
    return digits[0] * 10 + sum(digits[2:]) if len(digits) > 1 else digits[0]
