"""Markdown: the words without the marks, headings kept as headings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents.readers.content import Content, from_lines
from kg.documents.readers.text import decode

_FRONT_MATTER = re.compile(r"\A\ufeff?---\r?\n.*?\n(?:---|\.\.\.)\r?\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s*(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{3,})\s*$")
_RULE = re.compile(r"\s{0,3}(?:[-*_]\s*){3,}$|[\s|:-]*\|[\s|:-]*$|\s*(?:```|~~~).*$")
_LEAD = re.compile(r"\s*(?:>\s?)*(?:[-*+]\s+)?")
_BOLD_LINE = re.compile(r"\s*(\*\*|__)(.{1,40}?)\1\s*$")
_BOLD_LEVEL = 7
_INLINE = (
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*\*|\*\*|\*|___|__|~~|`)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])"), r"\1"),
)


def read_markdown(data: bytes) -> Content:
    """Return the words of a Markdown file."""
    source = _COMMENT.sub("", _FRONT_MATTER.sub("", decode(data)))
    return from_lines(_lines(source.splitlines()), "markdown")


def _lines(source: list[str]) -> Iterator[tuple[str, int]]:
    for index, line in enumerate(source):
        below = source[index + 1] if index + 1 < len(source) else ""
        if _RULE.match(line) or (_UNDERLINE.match(line) and index and source[index - 1].strip()):
            continue
        if heading := _HEADING.match(line):
            yield _words(heading[2]), len(heading[1])
        elif line.strip() and (underline := _UNDERLINE.match(below)):
            yield _words(line), 1 if underline[1].startswith("=") else 2
        elif bold := _BOLD_LINE.match(line):
            yield _words(bold[2]), _BOLD_LEVEL
        else:
            yield _words(_LEAD.sub("", line, count=1)), 0


def _words(line: str) -> str:
    for pattern, words in _INLINE:
        line = pattern.sub(words, line)
    return line.strip().strip("|").strip()
