"""What stands before a head noun: how far left it goes, as one clause with its quotes closed.

A quotation or bracket that ends before the head is one opaque piece (``MASK``), whatever it says
inside. A head inside 《》 is part of a document's name and has no modifier.
"""

from __future__ import annotations

import re

from msgspec import Struct

MASK = "□"
_REACH = 110
# Greedy from the left, it is found from the right.
_LAST_BREAK = re.compile("(?s:.*)[.，。；：！？\n…|【】“”（）《》]")
_ENUMERATOR = re.compile(r"[一二三四五六七八九十\d]{1,3}")


class Modifier(Struct, frozen=True, gc=False):
    """One clause left of a head: its place in the plain text and its masked words.

    ``quoted`` says that it begins right after an opening quotation mark that the head stands in;
    ``comma`` that a comma is what ends it on the left.
    """

    start: int
    masked: str
    quoted: bool
    comma: bool


def before(plain: str, end: int) -> Modifier | None:
    """Return the clause left of ``end``, None inside 《》.

    >>> before("（一）推行“一站式”服务模式", 12)
    Modifier(start=3, masked='推行□□□□□服务', quoted=False, comma=False)
    """
    low = max(0, end - _REACH)
    at = right = end
    masked = ""
    while True:
        found = _LAST_BREAK.match(plain, low, at)
        at = found.end() if found else low
        last = plain[at - 1] if found else ""
        if last == "《":
            return None
        if last != "”" and last != "）":
            break
        opening = plain.rfind("“" if last == "”" else "（", low, at - 1)
        if opening < 0 or "\n" in plain[opening:at]:
            break
        if last == "）" and _ENUMERATOR.fullmatch(plain, opening + 1, at - 1):
            break
        masked = MASK * (at - opening) + plain[at:right] + masked
        at = right = opening
    left = plain[at - 1] if at else ""
    return Modifier(at, plain[at:right] + masked, left == "“", left == "，")
