"""The value of a number in digits, Chinese numerals or both. Knows no units and refuses nothing."""

from __future__ import annotations

import re
from decimal import Decimal

ONES = {**{c: i for i, c in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
_MISREAD = str.maketrans("OolI", "0011")
_PLAIN = re.compile(r"([0-9]+(?:\.[0-9]+)?)[余多来+]*([万亿]?)[余多来+]*")
"""What nearly all numbers are that are more than digits: 9.5, 300余, 1.2万余."""
_TOKENS = re.compile(r"[\dOolI.,]+|.")


def numeral(text: str) -> Decimal:
    """Return the value of a number in digits, Chinese numerals or both; hedges in it are skipped.

    >>> [str(numeral(n)) for n in ("1,200", "0.5万余", "一万四千余", "百余", "1万4千", "6OO")]
    ['1200', '5000', '14000', '100', '14000', '600']
    """
    if text.isascii() and text.isdecimal():
        return Decimal(text)
    if plain := _PLAIN.fullmatch(text):
        return _simplified(Decimal(plain[1]) * MYRIADS.get(plain[2], 1))
    total = section = Decimal(0)
    digit: Decimal | None = None
    for token in _TOKENS.findall(text):
        if token[0] in "0123456789OolI":
            digit = Decimal(token.translate(_MISREAD).replace(",", ""))
        elif token in ONES:
            digit = (digit or 0) * 10 + Decimal(ONES[token])
        elif token in TENS:
            section += (1 if digit is None else digit) * TENS[token]
            digit = None
        elif token in MYRIADS:
            section += digit or 0
            total += (section or 1) * MYRIADS[token]
            section, digit = Decimal(0), None
    return _simplified(total + section + (digit or 0))


def _simplified(value: Decimal) -> Decimal:
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()
