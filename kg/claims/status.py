"""What a report claims of a thing it names: done, ongoing, planned, a problem, an award.

The section decides first: what stands in the plan is planned, what stands among the problems is a
problem. Elsewhere a thing is done unless words of its sentence say otherwise; in doubt it is done,
for that is what a report of the year's work says.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.lexicon import Lexicon
from kg.model import Document, Mention, Part, Status

_SENTENCE_ENDS = "。；！？\n"
_CLAUSE_ENDS = _SENTENCE_ENDS + "，："

_WILL = re.compile(
    r"(?<![已均分先并即经])将(?:"
    r"(?:继续|进一步|持续|不断|陆续|逐步|于|会|要|在(?:20\d\d|今后|下|明|未来))"
    r"|(?:深入|始终|认真|积极|大力|切实|扎实|着力|全力|努力|奋力|全面|充分|严格|重点|坚持|紧紧|按照"
    r"|围绕|聚焦|结合|通过|针对|加强|加大|加快|强化|深化|完善|推进|推动|开展|建立|健全|组织|制定|落实"
    r"|创新|打造|实施|采取|探索|立足|举办|启动|召开|贯彻|锚定|以|把|对|为)"
    r"(?![^，。；！？\n]*(?:纳入|列入|作为|列为|融入|摆在|摆上|摆到|贯穿|贯通|结合起来|相结合|转化"
    r"|置于|放在|作了|进行了))"
    r")"
)
"""将 that says what will be; before a noun it only brings the object forward (将其纳入考核)."""


def status_of(document: Document, mention: Mention, lexicon: Lexicon) -> Status:
    """Return how the thing named at a mention stands."""
    part = document.part_at(mention.span.start)
    if part is Part.PLAN:
        return Status.PLANNED
    if part is Part.PROBLEMS:
        return Status.PROBLEM
    plain = document.plain
    start = bisect_left(document.offsets, mention.span.start)
    end = bisect_left(document.offsets, mention.span.end)
    sentence = _begin(plain, start, _SENTENCE_ENDS), _finish(plain, end, _SENTENCE_ENDS)
    clause = _begin(plain, start, _CLAUSE_ENDS), _finish(plain, end, _CLAUSE_ENDS)
    for status, where in (
        (Status.AWARD, clause),
        (Status.PLANNED, sentence),
        (Status.PROBLEM, clause),
        (Status.ONGOING, clause),
    ):
        cues = lexicon.standings[status]
        said = cues.before.search(plain, where[0], start) or cues.behind.search(
            plain, end, where[1]
        )
        if said and not cues.cancel.search(plain, *where):
            return status
        if status is Status.PLANNED and any(
            will.start() < start for will in _WILL.finditer(plain, *where)
        ):
            return status
    return Status.DONE


def _begin(plain: str, at: int, ends: str) -> int:
    while at and plain[at - 1] not in ends:
        at -= 1
    return at


def _finish(plain: str, at: int, ends: str) -> int:
    while at < len(plain) and plain[at] not in ends:
        at += 1
    return at
