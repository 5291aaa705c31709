"""What two writings of one law's title have in common, so that they can be compared.

The country, the edition, brackets and blanks say nothing of which law it is; years do, and are kept
apart. Nothing here knows which laws exist.
"""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from kg.characters import fold

COUNTRY = "中华人民共和国"

_EDITION = re.compile(
    r"（(?:试行|暂行|草案|新?\d*年?新?修[订正]版?|\d{4}年?版|第[一二三四五六]版|[新最]{1,2}版|修[订正](?:草案|案)|征求意见稿|[一-鿿]{1,8}编)）"
)
YEARS = re.compile(r"（?(20\d\d)年?[-~至]*(20\d\d)年?）?")
DROPPED = str.maketrans("", "", "《》〈〉“”‘’ \u3000\t\n\xa0")

Years = tuple[str, str]
"""The first and the last year of a plan."""


class Key(Struct, frozen=True, gc=False):
    """What two writings of one title have in common."""

    stem: str
    years: Years | None = None


@lru_cache(maxsize=1 << 12)
def key(name: str) -> Key:
    """Reduce a title to its key: no country, edition, brackets, blanks; years apart.

    >>> key("《法治政府建设实施纲要(2021—2025 年)》")
    Key(stem='法治政府建设实施纲要', years=('2021', '2025'))
    >>> key("中国共产党支部工作条例（试行）").stem
    '中国共产党支部工作条例'
    """
    return key_of_folded(fold(name))


def key_of_folded(folded: str) -> Key:
    """Do what ``key`` does to a title that is folded already."""
    stem = folded.translate(DROPPED)
    if "（" in stem:
        stem = _EDITION.sub("", stem)
    years = None
    if "20" in stem and (found := YEARS.search(stem)):
        years = (found[1], found[2])
        stem = stem[: found.start()] + stem[found.end() :]
    return Key(stem.removeprefix(COUNTRY) or stem, years)


def is_nearly_country(words: str) -> bool:
    """Whether words are the country's name, written rightly or nearly so.

    >>> [is_nearly_country(words) for words in ("中华人名共和国", "中华人民国", "中外合作国")]
    [True, True, False]
    """
    return words.endswith("国") and sum(char in words for char in COUNTRY) >= len(COUNTRY) - 2
