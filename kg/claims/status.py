"""What a report claims of a thing it names: done, ongoing, planned, a problem, an award.

The section decides first: what stands in the plan is planned, what stands among the problems is a
problem. Elsewhere a thing is done unless words of its sentence say otherwise; in doubt it is done,
for that is what a report of the year's work says.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.clauses import is_parted, sentence_begins, without_titles
from kg.lexicon import Lexicon
from kg.lexicon.standings import BEFORE, BEHIND, CANCEL, Cue, cues
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
_WILLS = "will"
"""Its capacity: nothing takes it back."""

# Named once: a member of an enum costs a call each time it is named.
_PLAN, _PROBLEMS, _OTHER = Part.PLAN, Part.PROBLEMS, Part.OTHER
_PLANNED, _PROBLEM, _DONE = Status.PLANNED, Status.PROBLEM, Status.DONE
_SUREST_FIRST = (Status.AWARD, _PLANNED, _PROBLEM, Status.ONGOING)


class Standing:
    """How each thing that a document names stands, and in which part of it.

    Cues and stops are looked up once a document; few sentences say anything of a standing.
    """

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        plain, offsets = document.plain, document.offsets
        self._document = document
        self._words = without_titles(plain)
        self._sections = [section.span.start for section in document.sections]
        begins = sentence_begins(plain)
        # By their places in the text, as mentions have them: most lie in a sentence without cues.
        self._begins = [offsets[at] for at in begins[: bisect_left(begins, len(offsets))]]
        self._cues: dict[int, list[Cue]] = {}
        said = [Cue(*will.span(), _PLANNED, _WILLS) for will in _WILL.finditer(plain)]
        said += cues(lexicon.terms.find(plain)["Status"])
        for cue in said:
            self._cues.setdefault(bisect_right(begins, cue.start), []).append(cue)

    def of(self, mention: Mention) -> tuple[Part, Status]:
        """Return the part of the report that a mention lies in, and how the thing named stands."""
        at = mention.span.start
        part = _OTHER
        sections = self._document.sections
        index = bisect_right(self._sections, at) - 1
        while index >= 0:
            section = sections[index]
            if at < section.span.end:
                part = section.part
                break
            index = section.parent
        if part is _PLAN:
            return part, _PLANNED
        if part is _PROBLEMS:
            return part, _PROBLEM
        cues = self._cues.get(bisect_right(self._begins, at))
        return part, (_DONE if cues is None else self._told(mention, cues))

    def _told(self, mention: Mention, cues: Sequence[Cue]) -> Status:
        """Return the status that the cues of its sentence give a mention."""
        start, end = self._document.range(mention.span)
        words = self._words
        willed = False
        said: list[Status] = []
        taken_back: list[Status] = []
        for cue in cues:
            status, capacity = cue.status, cue.capacity
            behind = capacity == BEHIND
            if capacity == _WILLS:
                willed = willed or cue.start < start
                continue
            if (behind and cue.start < end) or (capacity == BEFORE and cue.end > start):
                continue
            # A plan is told by its whole sentence, all else by its clause; what stands behind a
            # name speaks of it in its own clause only.
            between = (cue.start, start) if cue.start < start else (end, cue.end)
            if (behind or status is not _PLANNED) and is_parted(words, *between):
                continue
            (taken_back if capacity == CANCEL else said).append(status)
        for status in _SUREST_FIRST:
            if (willed and status is _PLANNED) or (status in said and status not in taken_back):
                return status
        return _DONE
