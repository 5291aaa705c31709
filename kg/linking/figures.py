"""A figure in its sentence, what it counts, and what it takes over from the figure before.

Types and carry-over only; which words count is decided by the patterns of ``binding`` and
``leftwards``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, structs

from kg.lexicon.actions import Verb
from kg.lexicon.units import Unit
from kg.linking import phrases

_OF_KIND = {"case-time": "case", "person-time": "person", "org-time": "org"}
_ASKED = {"解答", "咨询", "接待", "接受"}
"""Deeds done to persons, whose figure is not of the thing before: 发放传单2000份，解答60人次."""
_REACHING = {"覆盖", "惠及", "受益", "吸引", "辐射", "参与", "参加"}
_TRAINED = {"受训", "参训", "轮训", "培训"}
_THINGS = {"document", "item", "thing"}
STANDINGS = {"持证", "合格", "及格", "优秀", "专职", "兼职", "在编", "在岗"}
"""What some of those counted before are, whose figure is a part of theirs: 执法人员9人，持证7人."""
NO_NOUN = frozenset("，。；、：！？.,;\n）（”-并和及或且")
"""The characters behind a figure that no noun follows."""
_CLAUSE_START = re.compile("[^\n]*[，：！？（）|]")
_LONGEST_ASIDE = 9
_REACHED = re.compile("达到?(?=了?$)")


class Count(Struct, frozen=True, gc=False):
    """What a figure counts, in the words of the text, and the verb it belongs to."""

    indicator: str = ""
    action: str = ""
    dimension: str = ""


_NOTHING = Count()


class Told(Struct):
    """What the figures of one sentence have counted so far."""

    last: Count = _NOTHING
    whole: Count = _NOTHING
    """What is divided by 其中: those after it are parts."""
    earlier: list[Count] = []
    before: Count = _NOTHING
    """What the sentence before has counted last."""

    def of_kind(self, dimension: str) -> Count:
        """Return what a figure counts whose noun is left out, last of its kind first."""
        if alike(self.whole.dimension, dimension):
            return self.whole
        if dimension.startswith("person") and self.last.dimension == "event":
            # 执法培训11期、800人次
            return self.last
        for count in reversed(self.earlier):
            if alike(count.dimension, dimension):
                return count
        return self.last

    def add(self, count: Count, *, listed: bool) -> None:
        """Take a figure in; what is listed with the one before is carried on together."""
        before, self.last = self.last, count
        if listed and (count.action, count.dimension) == (before.action, before.dimension):
            # 受理消费纠纷46件、邻里纠纷31件，调解成功75件
            nouns = dict.fromkeys([*self.earlier[-1].indicator.split("、"), count.indicator])
            count = structs.replace(count, indicator="、".join(nouns))
        self.earlier.append(count)


class Figure(Struct, frozen=True, gc=False):
    """A figure and what stands around it."""

    unit: Unit
    left: str
    """From the start of the clause, or from the figure before, up to the figure."""
    right: str
    """From the figure to the end of the clause, or up to the next figure."""
    ahead: str
    """What stands before its clause and the comma, from the figure before; "" where no comma is."""
    after: str
    """The clause after: what is to be done in 1个月内."""
    previous: Count
    """What the figure before it in the sentence counts."""
    told: Told
    """What all those before it count."""
    listed: bool
    """Whether it stands in one list with the figure before: 讲座2场、培训3期."""
    is_one: bool = False
    """Whether a table has figures alike of other places or years beside it."""

    @property
    def before(self) -> str:
        """The clause before where no figure stands in it: a topic, or the object of 共12场次."""
        start = clause_start(self.ahead, 0, len(self.ahead))
        return self.ahead[start:] if start or not self.previous.dimension else ""

    @property
    def carried(self) -> Count:
        """What the last figure of its kind, or the whole that it is a part of, counts."""
        return self.told.of_kind(self.unit.dimension)

    @property
    def recalled(self) -> Count:
        """Where its sentence has counted nothing: what the one before counted last, of its kind."""
        before = self.told.before
        recalls = not self.previous.dimension and alike(before.dimension, self.unit.dimension)
        return before if recalls else _NOTHING


def clause_start(plain: str, floor: int, start: int) -> int:
    """Return where the clause of a place begins; a short aside, 村（居）, is part of it."""
    at = start
    while last := _CLAUSE_START.match(plain, floor, at):
        at = last.end()
        if plain[at - 1] != "）":
            return at
        opened = plain.rfind("（", floor, at)
        if opened < 0 or at - opened > _LONGEST_ASIDE:
            return at
        at = opened
    return floor


def of_before(figure: Figure, action: str, otherwise: str) -> Count:
    """受理12件，办结10件: the noun is the one before, or the topic of the sentence."""
    previous, dimension = figure.carried, figure.unit.dimension
    if dimension == "person" and previous.dimension == "event" and action in _TRAINED:
        return Count(previous.indicator, action)
    if action in _ASKED and dimension == "person-time" and previous.dimension in _THINGS:
        return Count(action, action)
    # 开展培训10场次，覆盖500余人次: those reached are reached by the training.
    named = previous.indicator and previous.indicator != previous.action
    reached = dimension == "person" and previous.dimension == "event" and action in _REACHING
    handled = previous.dimension == "item" and previous.indicator.endswith("事项")
    if named and (
        alike(previous.dimension, dimension)
        or dimension == "person-time"
        or reached
        or (handled and dimension == "case")
    ):
        return Count(previous.indicator, action)
    topic = "" if previous.indicator else phrases.topic(figure.before)
    return Count(topic or otherwise, action)


def alike(one: str, other: str) -> bool:
    """Whether figures of two dimensions can count one thing: 件 and 件次."""
    return _OF_KIND.get(one, one) == _OF_KIND.get(other, other)


def inherited_verb(figure: Figure) -> str:
    """Return the verb that a noun without its own has: of its list, or 达 before the figure."""
    if "达" in figure.left and (reached := _REACHED.search(figure.left)):
        return reached[0]
    previous = figure.previous
    shares = figure.listed or previous.dimension == figure.unit.dimension
    # 治安巡逻60余次，安全检查20次: a deed named by its figure is not the next one's verb.
    return previous.action if shares and previous.action not in previous.indicator else ""


def chain_from(verbs: Sequence[Verb]) -> Verb:
    """Join the verbs that follow the first at once: 研究部署, 调解化解."""
    chain = verbs[0]
    for verb in verbs[1:]:
        if verb.start != chain.end:
            break
        chain = chain.joined(verb)
    return chain


def chain_to(verbs: Sequence[Verb]) -> Verb:
    """Join the verbs that the last one follows at once."""
    chain = verbs[-1]
    for verb in reversed(verbs[:-1]):
        if verb.end != chain.start:
            break
        chain = verb.joined(chain)
    return chain
