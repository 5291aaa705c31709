"""Plain text -> the sections of a report, each with its heading and part.

Headings without a number count where their words or the file's format say so, turns of running
text (下一步，我镇将…) where no heading says it. Title, preamble, closing words, signature and
attachments are no section.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kg.documents.closing import body_end, closing
from kg.documents.marks import Mark, Style, marks
from kg.documents.nesting import Node, nest
from kg.documents.parts import HeadingReader, tell_parts
from kg.documents.plain import paragraphs
from kg.documents.turns import turns

_LONGEST_UNNUMBERED = 40
_RUNS_ON = re.compile(r"[。！？；，|]|(?:如下|以下|[有为是在于]|包括|表现)$")
_NOUN_ENDS = re.compile(
    r"(?:问题|不足|短板|原因|困难|差距|分析|环节|之处|成效|成绩|举措|措施|做法|情况|亮点|总结|工作|职责|打算|安排|计划|思路|方向|重点|目标|任务)$"
)
_PREAMBLE_ENDS = re.compile(r"如下[：。]?$")
_BY_DEPTH = (Style.HAN, Style.HAN_BRACKET, Style.DIGIT)


def outline(
    plain: str,
    offsets: Sequence[int],
    reader: HeadingReader,
    *,
    start: int = 0,
    headings: Mapping[int, int] | None = None,
) -> list[Node]:
    """Return the sections of a report in order, parents before children.

    ``start`` is where the title ends; ``headings`` gives the level of the paragraphs (by their
    start) that the file's format marks as headings.
    """
    found = [mark for mark in marks(plain, offsets) if mark.start >= start]
    found = _with_unnumbered(plain, found, reader, start, headings or {})
    found = _without_contents(plain, found)
    found = _without_preamble(plain, found, start)
    if not found:
        return []
    end = body_end(plain, found)
    found = [mark for mark in found if mark.start < end]
    nodes = nest(plain, found, end)
    tell_parts(nodes, reader)
    if turned := turns(plain, nodes, reader.year):
        nodes = nest(plain, sorted([*found, *turned]), end)
        tell_parts(nodes, reader, turned)
    end = closing(plain, nodes) or end
    for node in nodes:
        begin, stop = node.mark.start, min(node.end, end)
        while stop > begin and plain[stop - 1].isspace():
            stop -= 1
        node.end = max(begin, stop)
    return nodes


def _with_unnumbered(
    plain: str, found: list[Mark], reader: HeadingReader, start: int, headings: Mapping[int, int]
) -> list[Mark]:
    """Add headings without a number: those their words tell, and those of the file's format."""
    numbered = {mark.start for mark in found}
    tops = any(mark.style <= Style.HAN for mark in found)
    levels = sorted({level for at, level in headings.items() if at >= start and at not in numbered})
    added = []
    first = plain.find("\n", start) if start else 0
    for at, end in paragraphs(plain, first + bool(start) if first >= 0 else len(plain)):
        if at in numbered or not 0 < end - at <= _LONGEST_UNNUMBERED:
            continue
        line = plain[at:end].rstrip("：")
        if _NOUN_ENDS.search(line) and not _RUNS_ON.search(line) and reader.firmly(line):
            added.append(Mark(at, at, Style.HAN))
        elif at in headings and not tops:
            added.append(Mark(at, at, _BY_DEPTH[min(levels.index(headings[at]), 2)]))
    return sorted([*found, *added]) if added else found


def _without_preamble(plain: str, found: list[Mark], start: int) -> list[Mark]:
    """Drop what the preamble enumerates; where nothing has a heading, begin after 报告如下."""
    first = next((m.start for m in found if not m.inline and m.style < Style.ASIDE), None)
    if first is None:
        for at, end in paragraphs(plain, start):
            if _PREAMBLE_ENDS.search(plain, max(at, end - 4), end):
                body = [mark for mark in found if mark.start > end]
                return [Mark(end + 1, end + 1, Style.TURN), *body] if end + 1 < len(plain) else []
        return found
    return [mark for mark in found if mark.start >= first]


def _without_contents(plain: str, found: list[Mark]) -> list[Mark]:
    """Drop a table of contents: headings one under the other that stand again further on."""
    first = next((mark for mark in found if not mark.inline), None)
    if first is None or plain.find("\n" + _entry(plain, first), first.start) < 0:
        return found
    lines = [(mark, _entry(plain, mark)) for mark in found if not mark.inline]
    last = {entry: index for index, (_, entry) in enumerate(lines)}
    again = 0
    while again < len(lines) and last[lines[again][1]] > again:
        again += 1
    if again < 2 or again == len(lines):
        return found
    begin = lines[again][0].start
    return [mark for mark in found if mark.start >= begin]


def _entry(plain: str, mark: Mark) -> str:
    end = plain.find("\n", mark.start)
    return plain[mark.start : end if end >= 0 else len(plain)].rstrip("0123456789.…·-")
