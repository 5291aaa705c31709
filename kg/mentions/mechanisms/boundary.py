"""Where the name of a mechanism begins, decided by grammar on its masked modifier.

Verbs that take a mechanism as their object end what stands before it; adverbs, determiners and
verbs at the start of a clause go; items of a list stay where they have no head of their own; what
stands before 的 stays where the head after it would be bare. None where nothing names the head.
"""

from __future__ import annotations

import re

from kg.lexicon.mechanisms import MechanismWords
from kg.mentions.mechanisms.joints import (
    ENDS_BEFORE,
    PARTICLE_BEGINS,
    PARTICLES,
    items,
)
from kg.mentions.mechanisms.modifier import MASK

# What a head cannot follow as part of a name: 均按|清单.
_CAN_BE_UNFINISHED = frozenset("按照将把对以从由无轻重懂因守、和")
_LONGEST_UNFINISHED = 3
_UNFINISHED = re.compile("(?:[按照将把对以从由无轻重懂因]|(?<!值)守)[、和]?$")
# An item of a list that is a clause: 凡大事均经法律顾问把关|、党委集体议事制度.
_CLAUSE = re.compile("^凡|均[经需应由]|必须|应当|一律")
_BEFORE_QUOTE = re.compile("[以将把对用按在从向为与和及由等凭靠借]+$")
_IS_DUTY = ("抓", "履行")
_FOUNDS = ("建立", "健全", "完善", "构建", "探索", "成立")
# 教育行政执法的|各项制度: all that there are, and none by name.
_ANY_OF = ("各项", "各类", "各种", "有关", "相关", "一系列")
_BY_WAY_OF = re.compile("以[^、，]{2,12}为")
# Each does their part: 党委书记亲自抓，分管领导具体抓，|站所协同推进的工作格局.
_TAKES_CHARGE = re.compile("(?:亲自|具体|分工|全力|合力)抓$|负总责$|牵头抓$|齐抓共管$")
_NOT_GOVERNED = frozenset("、和与及或的性化者情")
_NOT_PEELED_BEFORE = tuple("、和与及或的性化制")
_NO_ET_CETERA = tuple("级同待于")


class Boundary:
    """The grammar with one set of word lists."""

    def __init__(self, words: MechanismWords) -> None:
        self._words = words
        self._asked: dict[str, bool] = {}

    def start(self, masked: str, head: str) -> int | None:
        """Return where the name begins in ``masked``, None where nothing names the head."""
        words = self._words
        listed = self._list_stem(masked)
        if listed is not None:
            return self._of_list(masked[:listed])
        of = masked.rfind("的")
        if masked.endswith(words.generic):
            return None
        if masked[-1:] in _CAN_BE_UNFINISHED and _UNFINISHED.search(masked[-_LONGEST_UNFINISHED:]):
            return None
        if of < 0:
            return self._of_phrase(masked)
        after = masked[of + 1 :]
        if self._is_aim(after) and masked[of - 1 : of] != MASK:
            return None
        if after.startswith(_ANY_OF) and not self.names(after):
            return None
        if self._is_bare(after):
            return self._of_named_clause(masked[:of])
        inner = self._of_phrase(after, verbs=False)
        if inner == 0 and self._keeps_clause(masked[:of], after, head):
            start = self._of_named_clause(masked[:of])
            if start is not None:
                return start
        return None if inner is None else of + 1 + inner

    def _is_bare(self, after: str) -> bool:
        """Whether a head has nothing after 的 but an empty modifier or a verb (的|推进机制)."""
        if not self.names(after):
            return True
        verb = self._words.governing.fullmatch(after)
        return bool(verb) and not self._words.always_governs.match(after)

    def names(self, modifier: str) -> bool:
        """Whether a modifier says which mechanism it is.

        Empty modifiers, counts and separators alone do not (工作, 各项, 三项).
        """
        # One clause is asked about several times on the way to its start.
        known = self._asked.get(modifier)
        if known is None:
            stripped = modifier.strip("、和与及或的")
            empty = not stripped or (
                stripped[0] in self._words.empty_begins and self._words.empty.fullmatch(stripped)
            )
            known = self._asked[modifier] = not empty and not self._is_aim(stripped)
        return known

    def _is_aim(self, modifier: str) -> bool:
        """Whether a modifier makes the head an aim or a doctrine (建设|现代化经济体系)."""
        if modifier[-1:] not in self._words.aim_ends:
            return False
        verb = self._words.opening_verb.match(modifier)
        return modifier[verb.end() if verb else 0 :] in self._words.aims

    def runs_on(self, previous: str, current: str) -> bool:
        """Whether a clause before a comma runs parallel to the next: 层层发动，层层落实."""
        first = current.split("、")[0]
        last = previous.split("、")[-1]
        tail = last[-len(first) :]
        if len(tail) < 3 or not re.fullmatch(r"\w+", tail):
            return False
        alike = tail[:2] == first[:2] or tail[-1] == first[-1] or len(last) == len(first)
        return alike or _TAKES_CHARGE.search(last) is not None

    def clause_start(self, clause: str) -> int | None:
        """Return where what stands before 的 begins (形成了|层层发动)."""
        start = 0
        for match in self._words.creates.finditer(clause):
            after = PARTICLES.match(clause, match.end())
            end = after.end() if after else match.end()
            if clause[match.start() - 1 : match.start()] == "抓" or end >= len(clause):
                continue
            if clause[end] not in "、，和与及的责":
                start = end
        start = self._peel(clause, start)
        if clause[start - 1 : start] == "对" or _BY_WAY_OF.match(clause, start - 1):
            start -= 1  # 对法治政府建设工作层层发动, 以一把手为第一责任人
        return start if start < len(clause) else None

    def _keeps_clause(self, clause: str, after: str, head: str) -> bool:
        """Whether what stands before 的 is part of the name though the rest is one."""
        if clause.endswith(MASK):
            return True
        if head == "格局" and MASK not in after:  # 党委领导、部门联动的|法治建设工作格局
            return True
        return (after + head).replace("新", "") in self._words.set_names

    def _of_named_clause(self, clause: str) -> int | None:
        if clause.endswith(MASK):
            return len(clause.rstrip(MASK))
        start = self.clause_start(clause)
        if start is None or self._words.praise.fullmatch(clause, start):
            return None
        return start

    def _list_stem(self, masked: str) -> int | None:
        """Return where 等 stands if the modifier is a list that ends in it."""
        at = masked.rfind("等")
        if at < 0 or masked[at + 1 : at + 2] in _NO_ET_CETERA:
            return None
        return at if not self.names(masked[at + 1 :]) else None

    def _of_list(self, stem: str) -> int | None:
        low = self._after_verb(stem)
        if low is None:
            return None
        start = len(stem)
        for a, b in reversed(items(stem, low)):
            item = stem[a:b]
            if self._words.ends_in_head(item) or not item:
                break
            start = a
        if start == len(stem):
            return None
        return self._peel(stem, start, verbs=start == 0)

    def _of_phrase(self, masked: str, *, verbs: bool = True) -> int | None:
        """Find the start where no 的 decides."""
        low = self._after_verb(masked)
        if low is None:
            return None
        *earlier, (start, _) = items(masked, low)
        if not self.names(masked[start:]):
            return None
        for a, b in reversed(earlier):
            item = masked[a:b]
            if (
                not item
                or item[-1] == MASK
                or self._words.ends_in_head(item)
                or item.endswith(self._words.closed)
                or _CLAUSE.search(item)
                or masked[start] == MASK  # 统一受理、|“一揽子”调处机制
                or not self.names(item)
            ):
                break
            start = a
        start = self._peel(masked, start, verbs=verbs and start == 0)
        if not self.names(masked[start:]):
            return None
        return start

    def _after_verb(self, masked: str) -> int | None:
        """Return where the object of the last governing verb begins, None for a bare head."""
        words = self._words
        floor = 0
        at = 0
        while ends := ENDS_BEFORE.search(masked, at):
            at = ends.end()
            if self.names(masked[at:]):
                floor = at
            elif ends[0] == "在":
                return None  # 法治|在治理体系和治理能力现代化中
        verbs: list[re.Match[str]] = []
        at = floor
        while verb := words.governing.search(masked, at):
            verbs.append(verb)
            at = verb.end()
        for verb in reversed(verbs):
            end = verb.end()
            if masked[end : end + 1] in PARTICLE_BEGINS:
                after = PARTICLES.match(masked, end)
                end = after.end() if after and after.end() < len(masked) else end
            rest = masked[end:]
            if rest[:1] in _NOT_GOVERNED:
                continue
            begin = verb.start()
            if masked.endswith(_IS_DUTY, 0, begin) or rest.startswith("推进法治"):
                continue  # 层层抓|落实, 履行|推进法治建设第一责任人职责
            if rest.startswith("营商环境") and masked.endswith(_FOUNDS, 0, begin):
                continue  # 建立|优化营商环境协调机制
            if self.names(rest):
                return end
            if words.always_governs.match(verb[0]) or self._opens(masked[floor:begin]):
                return None
        return floor

    def _opens(self, text: str) -> bool:
        """Whether nothing but adverbs, determiners and the like stands in ``text``."""
        at = 0
        while at < len(text):
            opening = self._words.opening.match(text, at)
            if opening is None:
                return False
            at = opening.end()
        return True

    def _peel(self, masked: str, start: int, *, verbs: bool = True) -> int:
        """Drop what may stand before a name; verbs at the start of a clause only."""
        while start < len(masked):
            first = masked[start]
            opens = first in self._words.opening_begins
            opening = self._words.opening.match(masked, start) if opens else None
            verb = opening is not None and opening.lastgroup == "verb"
            if first in "、，等":
                end = start + 1
            elif opening and (verbs or not verb):
                end = opening.end()
            else:
                break
            if masked.startswith(_NOT_PEELED_BEFORE, end) or (
                verb and not self.names(masked[end:])
            ):
                break
            start = end
        quote = masked.find(MASK, start)
        if quote > start and (before := _BEFORE_QUOTE.search(masked, start, quote)):
            start = before.end()
        return start
