"""The pattern of a figure: a number as it is written, what ranges and shares it, and its unit."""

from __future__ import annotations

import re
from functools import cache

# What may be absent is "(?:…|)" here: with "?" each try allocates, and most numbers are plain.
_DIGITS = r"(?>[0-9]{1,3}(?=,)(?:,[0-9]{3})+|(?=[OolI]*[0-9])[0-9OolI]++)(?:\.[0-9]+|)"
_SPELLED = "[零〇一二两三四五六七八九十百千万亿]+"
_FIGURES = "0-9OolI零〇一二两三四五六七八九十百千万亿"
_OF_A_YEAR = "(?<=[12])[09][0-9]{2}年"
"""What follows the first digit of 2024年: of all that looks like a figure the most frequent."""
_GOES_ON = frozenset("余多来+.,分成-~至到克")
MORE = r"(?:余|多|来|\+)"
_NUMBER = (
    rf"(?:{_DIGITS}(?:(?=[百千万亿])(?:[百千万亿]+{_DIGITS})+|)|(?<![数几]){_SPELLED})"
    rf"{MORE}?[百千万亿]*{MORE}?"
)


@cache
def runs(unit_starts: frozenset[str]) -> re.Pattern[str]:
    """Match where a number may begin: most runs are list markers, dates and 一 of 一体.

    What stands before is looked at second: a pattern that begins with a set is searched faster.
    """
    goes_on = re.escape("".join(sorted(unit_starts | _GOES_ON)))
    return re.compile(
        f"[{_FIGURES}](?<![{_FIGURES}A-Za-z.,/+第].)(?!{_OF_A_YEAR})[{_FIGURES}]*+(?=[{goes_on}])"
    )


@cache
def grammar_of(units: str, longest: int) -> re.Pattern[str]:
    """Match a figure of units that a pattern matches, the longest of so many characters."""
    # A share or a range is tried only where its sign is near: matching a unit is what costs.
    return re.compile(
        r"(?<![0-9][-·:：])(?:(?=[0-9百千一二两三四五六七八九十]++(?:分之|成))(?:"
        rf"(?P<parts>百|千|[二三四五六七八九十]++|[0-9]++)分之"
        rf"(?P<share>{_DIGITS}|{_SPELLED}(?:点{_SPELLED})?)(?P<rest>{MORE}?)"
        rf"|(?P<tenths>[1-9一二两三四五六七八九])成(?P<half>[1-9一二三四五六七八九]?)[多余]?(?=以上|左右|[的，。；、）\n]|$))"
        rf"|(?P<number>{_NUMBER})(?:(?=[^-~至到\n]{{0,{longest}}}+[-~至到])(?P<middle>(?:{units})?)(?P<to>[-~至到])(?P<upper>{_NUMBER})|)"
        rf"(?P<unit>{units})(?:(?P<or>（(?:人?次|[册件处本项个条份场起期家户名人张套批])）|/次)|)"
        r")(?:(?P<after>以上|以下|左右|上下)|)"
    )
