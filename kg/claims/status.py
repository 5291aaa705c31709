"""What a report claims of a thing it names: done, ongoing, planned, a problem, an award.

The section decides first: what stands in the plan is planned, what stands among the problems is a
problem. Elsewhere a thing is done unless words of its sentence say otherwise; in doubt it is done,
for that is what a report of the year's work says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from kg.clauses import CLAUSE_ENDS, around
from kg.lexicon import Lexicon
from kg.lexicon.standings import BEFORE, CANCEL, Cue
from kg.model import Document, Mention, Part, Status

_WILL = re.compile(
    r"将(?<![已均分先并即经]将)(?:"
    r"(?:继续|进一步|持续|不断|陆续|逐步|于|会|要|在(?:20\d\d|今后|下|明|未来))"
    r"|(?:深入|始终|认真|积极|大力|切实|扎实|着力|全力|努力|奋力|全面|充分|严格|重点|坚持|紧紧|按照"
    r"|围绕|聚焦|结合|通过|针对|加强|加大|加快|强化|深化|完善|推进|推动|开展|建立|健全|组织|制定|落实"
    r"|创新|打造|实施|采取|探索|立足|举办|启动|召开|贯彻|锚定|以|把|对|为)"
    r"(?![^，。；！？\n]*(?:纳入|列入|作为|列为|融入|摆在|摆上|摆到|贯穿|贯通|结合起来|相结合|转化"
    r"|置于|放在|作了|进行了))"
    r")"
)
"""将 that says what will be; before a noun it only brings the object forward (将其纳入考核)."""

# Named once: a member of an enum costs a call each time it is named.
_PLAN, _PROBLEMS = Part.PLAN, Part.PROBLEMS
_PLANNED, _PROBLEM, _DONE = Status.PLANNED, Status.PROBLEM, Status.DONE
_SUREST_FIRST = (Status.AWARD, _PLANNED, _PROBLEM, Status.ONGOING)


def status_of(document: Document, mention: Mention, lexicon: Lexicon) -> Status:
    """Return how the thing named at a mention stands."""
    return status_in(document.part_at(mention.span.start), document, mention, lexicon)


def status_in(part: Part, document: Document, mention: Mention, lexicon: Lexicon) -> Status:
    """Return how the thing named at a mention stands, which lies in a part of the report."""
    if part is _PLAN:
        return _PLANNED
    if part is _PROBLEMS:
        return _PROBLEM
    plain = document.plain
    start, end = document.range(mention.span)
    first, last = around(plain, start, end)
    cues = lexicon.standings.cues(plain)
    begin = bisect_left(cues, (first,))
    sentence = cues[begin : bisect_left(cues, (last,), begin)]
    wills = _wills(plain)
    following = bisect_left(wills, first)
    will = following < len(wills) and wills[following] < start
    if not sentence:
        return _PLANNED if will else _DONE
    begin, stop = around(plain, start, end, ends=CLAUSE_ENDS)
    clause = [cue for cue in sentence if begin <= cue.start and cue.end <= stop]
    for status in _SUREST_FIRST:
        near = sentence if status is _PLANNED else clause
        if _said(status, near, start, end, stop) or (will and status is _PLANNED):
            return status
    return _DONE


def _said(status: Status, cues: Sequence[Cue], start: int, end: int, stop: int) -> bool:
    """Whether cues about a mention at ``start:end`` give it a status and none takes it back.

    Behind it, only its own clause speaks, which ends at ``stop``.
    """
    own = [cue for cue in cues if cue.status is status]
    if not own:
        return False
    said = any(
        cue.end <= start if cue.capacity == BEFORE else end <= cue.start and cue.end <= stop
        for cue in own
        if cue.capacity != CANCEL
    )
    return said and all(cue.capacity != CANCEL for cue in own)


@lru_cache(maxsize=8)
def _wills(plain: str) -> tuple[int, ...]:
    return tuple(will.start() for will in _WILL.finditer(plain))
