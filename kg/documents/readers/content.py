"""What a reader hands over: the text, and the lines that the format marks as headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


class Refused(Exception):
    """Why some bytes cannot be read as a report, and what to do."""


@dataclass(frozen=True, slots=True)
class Content:
    """A file's text; ``headings`` gives the level of marked headings by their start in it."""

    text: str
    reader: str
    headings: Mapping[int, int] = field(default_factory=dict)


def from_lines(lines: Iterable[tuple[str, int]], reader: str) -> Content:
    """Make content of lines, each with its heading level, 0 for none. Blank lines go."""
    kept = [(words, level) for line, level in lines if (words := line.strip())]
    headings = {}
    start = 0
    for words, level in kept:
        if level:
            headings[start] = level
        start += len(words) + 1
    return Content("\n".join(words for words, _ in kept), reader, headings)
