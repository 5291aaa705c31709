"""Plain text -> where its title stands and the year it reports on."""

from __future__ import annotations

import re
from collections import Counter

_TITLE = re.compile(r"(?:法治|依法|法制).*(?:报告|情况|总结)(?:（[^（）]*）)?$")
_LONGEST_LINE = 60
_LINES = 40
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?=年|年度|-20\d\d年)")


def find_title(plain: str) -> tuple[int, int]:
    """Return where the title stands in plain text; an empty range where there is none."""
    start = 0
    lines: list[tuple[int, int]] = []
    for line in plain.split("\n", _LINES)[:_LINES]:
        lines.append((start, start + len(line)))
        start += len(line) + 1
    for index, (begin, end) in enumerate(lines):
        if end - begin > _LONGEST_LINE:
            break
        for last in range(index, min(index + 3, len(lines))):
            if lines[last][1] - lines[last][0] > _LONGEST_LINE:
                break
            words = plain[begin : lines[last][1]].replace("\n", "")
            if _TITLE.search(words):
                return begin, lines[last][1]
    return (0, 0)


def find_year(title: str, name: str, plain: str) -> int | None:
    """Return the year reported on: the title's, else the file name's, else the text's commonest."""
    for words in (title, name):
        if found := _YEAR.search(words):
            return int(found[1])
    years = Counter(_YEAR.findall(plain))
    return int(years.most_common(1)[0][0]) if years else None
