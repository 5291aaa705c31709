"""What is asked about people before a report is published: private names, numbers, case numbers.

Who holds a post is public and is not asked about; nor is a name already masked (张某). A name is
told only behind a word for a private person, and never guessed from its look alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.lexicon import Lexicon
from kg.model import Reading
from kg.review.hits import Hit

_NUMBERS = {
    "身份证号码": re.compile(
        r"(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
    ),
    "手机号码": re.compile(r"(?<![\d.])1[3-9]\d{9}(?![\d.])"),
    "案号": re.compile(r"（20\d\d）[一-鿿]{1,2}\d{0,4}[一-鿿]{1,4}\d{1,6}号"),
}
_BEHIND_NAME = "(?=[与和因诉]|之间|反映|来到|等[一二三四五六七八九十两\\d]+[人名户]|（[男女])"
_MASKED = "某"


def person(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about what tells who somebody is: a name, an ID, phone or case number."""
    document = reading.document
    for what, pattern in _NUMBERS.items():
        for found in pattern.finditer(document.plain):
            yield Hit(document.span(*found.span()), {"what": what})
    words = lexicon.rules.words
    for found in _names(words["private"], words["surname"]).finditer(document.plain):
        if _MASKED not in found[1]:
            yield Hit(document.span(*found.span(1)), {"what": "姓名"})


@lru_cache(maxsize=4)
def _names(private: tuple[str, ...], surnames: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        f"(?:{'|'.join(private)})((?:{'|'.join(surnames)})[一-鿿]{{1,2}}?){_BEHIND_NAME}"
    )
