"""A figure in its clause -> what is counted and what was done: the patterns of counted phrases.

It reads 开展|法治宣传 12场次, 设立 3个|调解室, 网上可办率 100%, 调解 11起 (of the noun before).
Where a clause fits no pattern it binds nothing: no binding is better than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon.actions import Actions, Verb, VerbKind
from kg.lexicon.units import Side, Unit
from kg.linking import phrases


@dataclass(frozen=True, slots=True)
class Count:
    """What a figure counts, in the words of the text, and the verb it belongs to."""

    indicator: str = ""
    action: str = ""
    dimension: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and what stands around it."""

    unit: Unit
    left: str
    """From the start of the clause, or from the figure before, up to the figure."""
    right: str
    """From the figure to the end of the clause, or up to the next figure."""
    before: str
    """The clause before where no figure stands in it: a topic, or the object of 共12场次."""
    after: str
    """The clause after: what is to be done in 1个月内."""
    previous: Count
    """What the figure before it in the sentence counts."""

    @property
    def listed(self) -> bool:
        """Whether it stands in one list with the figure before: 讲座2场、培训3期."""
        return self.left.startswith((*"、和及与", "其中"))


_ALIKE = ({"case", "case-time"}, {"person", "person-time"}, {"org", "org-time"})
_HAVING = {"现有", "共有", "拥有", "已有", "新增", "尚有", "坚持"}
# A bare 有, 收, 听 is a verb only where nothing makes a word of it.
_BARE_VERB = re.compile(
    "(?<=[道镇乡县局区市院所旗州村社])有(?![关效序力利机限所无])"
    "|^[收办听讲学](?=各类|各种|法治|法律|普法|专题|行政|信访|矛盾|汇报)"
)
_NO_NOUN = tuple("，。；、：！？\n）（”-并和及或且")
_ACTS = {"person", "org", "place"}
"""Dimensions of those who act: their noun ends where they do something."""


def bind(figure: Figure, actions: Actions) -> Count:
    """Return what a figure counts."""
    dimension = figure.unit.dimension
    if dimension == "time" and figure.right.startswith(("内", "以内", "之内")):
        found = _within(figure, actions)
    elif dimension.startswith("rate") or (dimension == "time" and figure.right[:1] != "的"):
        found = _level(figure, actions)
    elif _noun_follows(figure, actions):
        found = _right(figure, actions)
    else:
        found = _left(figure, figure.left, actions)
    return Count(phrases.noun_phrase(found.indicator), found.action, dimension)


def _within(figure: Figure, actions: Actions) -> Count:
    """1个月内，通过走访等方式|开展|回访: what has to be done in the time."""
    done = figure.right.removeprefix("以").removeprefix("之").removeprefix("内") or figure.after
    for verb in reversed(actions.find(done)):
        if verb.kind is VerbKind.GOVERNS and verb.end < len(done):
            return Count(done[verb.end :], verb.word)
    return Count()


def _level(figure: Figure, actions: Actions) -> Count:
    """网上可办率|达到 100%, 信访总量|下降 30%, 办理时限|压缩至 3个工作日."""
    subject, verb = phrases.level(phrases.without_lead(figure.left))
    if figure.unit.dimension == "time":
        subject = phrases.left_of_figure(subject)
    if not subject and figure.before and not verb:
        subject = phrases.without_lead(figure.before)
    if not subject:
        if figure.right and not figure.right.startswith(_NO_NOUN) and not verb:
            return Count(phrases.left_of_figure(figure.right))
        return Count(figure.previous.indicator, verb)
    for found in reversed(actions.find(subject)):
        if (
            found.kind is not VerbKind.DEED
            and found.end + 3 < len(subject)  # 办理时限 is one noun
            and (phrases.is_adverbial(subject[: found.start]) or found.word in ("实现", "完成"))
        ):
            return Count(subject[found.end :], found.word)
    return Count(subject, verb)


def _noun_follows(figure: Figure, actions: Actions) -> bool:
    """Whether the counted noun stands after the figure: 3名|干部, 开展4次|交流活动."""
    right, unit = figure.right, figure.unit
    if not right or right.startswith(_NO_NOUN):
        return False
    if right[0] == "的" or figure.left.endswith("的"):
        return len(right) > 1
    left = phrases.left_of_figure(figure.left)
    if unit.side is Side.RIGHT or not left or phrases.leads_to_noun(left):
        return True
    verbs = actions.find(left)
    last = verbs[-1] if verbs and verbs[-1].end == len(left) else None
    if unit.side is Side.BOTH:
        does = any(v.start == 0 for v in actions.find(right))
        return last is not None or not does or (unit.name == "人" and phrases.is_scope(left))
    if last and (last.kind is VerbKind.GOVERNS or last.word == left):
        return True
    # 常委会议2次|听取汇报: what was done twice follows.
    return unit.dimension == "event" and not verbs and actions.begins(right)


def _right(figure: Figure, actions: Actions) -> Count:
    left = phrases.left_of_figure(figure.left)
    right = figure.right.removeprefix("的")
    verbs = [v for v in actions.find(right) if not _inside_noun(v, figure.unit)]
    action = ""
    if not left:
        action = figure.previous.action if figure.left else ""
    elif not figure.left.endswith("的"):
        # 新任命的11名工作人员: there the verb says which, not what was done.
        action = next((v.word for v in actions.find(left) if v.end == len(left)), "")
    if figure.unit.place:
        return _places(figure, right, verbs, action)
    event = figure.unit.dimension == "event"
    if verbs and verbs[0].start == 0 and (event or verbs[0].kind is not VerbKind.OPENS):
        if not action or verbs[0].kind is VerbKind.GOVERNS:
            return _verb_follows(figure, right, _chain(verbs), actions)
        verbs = verbs[1:]
    end = min([phrases.noun_end(right), *(v.start for v in verbs if v.start)])
    return Count(right[:end], action or next((v.word for v in verbs if v.start >= end), ""))


def _inside_noun(verb: Verb, unit: Unit) -> bool:
    """Whether a verb on the right is a word of the counted noun: 4次|专项隐患排查行动."""
    if verb.kind is VerbKind.GOVERNS or verb.start == 0:
        return False
    return verb.kind is VerbKind.OPENS or unit.dimension not in _ACTS


def _verb_follows(figure: Figure, right: str, verb: Verb, actions: Actions) -> Count:
    """2次|听取汇报 counts the hearings, 27人|持有执法证 those who hold one."""
    done = re.split("并|，|、", right[verb.end :])[0]
    if figure.unit.dimension == "event":
        for last in reversed(actions.find(done)):
            # 3次组织干部|开展|培训
            if last.kind is VerbKind.GOVERNS and last.end < len(done):
                return Count(done[last.end :], last.word)
        return Count(done or verb.word, verb.word)
    if figure.unit.dimension in ("person", "person-time"):
        # 执法人员参加培训后，6名考试合格: the clause before says who.
        before = phrases.without_lead(figure.before)
        acts = actions.find(before)
        if acts and acts[0].start > 1:
            return Count(before[: acts[0].start], verb.word)
        return Count(right if done else figure.previous.indicator, verb.word)
    found = _left(figure, figure.left, actions)
    return found if found.indicator else Count(figure.previous.indicator, verb.word)


def _places(figure: Figure, right: str, verbs: list[Verb], action: str) -> Count:
    """13个村（居）实现|法律顾问全覆盖 counts what was reached, 覆盖11个社区 the places."""
    for verb in verbs:
        if verb.kind is VerbKind.GOVERNS and verb.end < len(right):
            return Count(right[verb.end :], verb.word)
    return Count(figure.unit.name.removeprefix("个"), action)


def _left(figure: Figure, left: str, actions: Actions) -> Count:
    phrase = phrases.verb_phrase(phrases.left_of_figure(left))
    if figure.unit.place:
        verbs = actions.find(phrase)
        action = verbs[-1].word if verbs else figure.previous.action if not phrase else ""
        return Count(figure.unit.name.removeprefix("个"), action)
    if not phrase:
        if figure.before and left is not figure.before:
            return _left(figure, figure.before, actions)
        return Count(figure.previous.indicator, figure.previous.action)
    phrase = phrases.without_means(phrase)
    if figure.previous.indicator and not phrases.level(phrase)[0]:
        # 由12件降至5件
        return Count(figure.previous.indicator, phrases.level(phrase)[1])
    verbs = actions.find(phrase)
    for verb in reversed(verbs):
        if verb.kind is VerbKind.GOVERNS:
            if verb.end < len(phrase):
                return Count(phrase[verb.end :], verb.word)
            return _fronted(figure, phrase, verb)
    return _deed(figure, phrase, verbs)


def _fronted(figure: Figure, phrase: str, verb: Verb) -> Count:
    """会前学法|坚持8次, 公职律师|已有7人: the noun before the verb, unless it is who did it."""
    noun = phrases.left_of_figure(phrase[: verb.start])
    dimension = figure.unit.dimension
    named = noun and not phrases.is_adverbial(noun) and not noun.startswith(("每", "平均"))
    if named and (not phrases.is_who(noun) or verb.word in _HAVING or dimension == "person"):
        return Count(noun, verb.word)
    return _of_before(figure, verb.word, verb.word if dimension == "money" else "")


def _of_before(figure: Figure, action: str, otherwise: str) -> Count:
    """受理12件，办结10件: the noun is the one before, or the topic of the sentence."""
    previous = figure.previous
    dimension = figure.unit.dimension
    # 开展培训10场次，覆盖500余人次: those reached are reached by the training.
    if previous.indicator and (_alike(previous.dimension, dimension) or dimension == "person-time"):
        return Count(previous.indicator, action)
    topic = "" if previous.indicator else phrases.without_lead(figure.before)
    return Count(topic or otherwise, action)


def _alike(one: str, other: str) -> bool:
    return one == other or any({one, other} <= group for group in _ALIKE)


def _deed(figure: Figure, phrase: str, verbs: list[Verb]) -> Count:
    """Read a phrase without a governing verb: a noun, a deed, or a deed done to something."""
    inherited = _inherited(figure)
    verbs = [
        v
        for v in verbs
        if v.kind is not VerbKind.OPENS
        or (v.end < len(phrase) and phrases.is_adverbial(phrase[: v.start]))
    ]
    if not verbs:
        if bare := _BARE_VERB.search(phrase):
            return Count(phrase[bare.end() :], bare[0])
        return Count(phrase, inherited)
    first = verbs[0]
    if first.kind is VerbKind.OPENS:
        deed = verbs[1] if len(verbs) > 1 and verbs[1].start == first.end else first
        ends = (
            deed is not first and verbs[-1].end < len(phrase) and figure.unit.dimension != "event"
        )
        return (
            Count(phrase[deed.end :], deed.word) if ends else Count(phrase[first.end :], first.word)
        )
    if verbs[-1].end == len(phrase):
        return _deed_last(figure, phrase, _last_chain(verbs), inherited)
    if phrases.leads_to_verb(phrase[: first.start]):
        chain = _chain(verbs)
        return Count(phrase[chain.end :], chain.word)
    return Count(phrase, inherited)


def _deed_last(figure: Figure, phrase: str, deed: Verb, inherited: str) -> Count:
    """调解11起, 矛盾纠纷调解11起, 安全隐患排查20余次: a clause that ends in its deed."""
    head = phrase[: deed.start]
    if figure.unit.dimension == "event" or (head and figure.listed):
        return Count(phrase, inherited or deed.word)
    if phrases.is_adverbial(head):
        if figure.unit.dimension == "person-time" and figure.previous.indicator:
            return Count(figure.previous.indicator, deed.word)
        return _of_before(figure, deed.word, phrase)
    if head.endswith("内") and len(head) <= 4 and figure.previous.indicator:
        # 跨省纠纷2起，辖区内调解11起 are 辖区内纠纷.
        return Count(head + figure.previous.indicator[-2:], deed.word)
    return Count(head, deed.word)


def _inherited(figure: Figure) -> str:
    """Return the verb that a noun without its own has: of its list, or 达 before the figure."""
    if reached := re.search("达到?(?=了?$)", figure.left):
        return reached[0]
    previous = figure.previous
    shares = figure.listed or previous.dimension == figure.unit.dimension
    # 治安巡逻60余次，安全检查20次: a deed named by its figure is not the next one's verb.
    return previous.action if shares and previous.action not in previous.indicator else ""


def _chain(verbs: list[Verb]) -> Verb:
    """Join the verbs that follow the first at once: 研究部署, 调解化解."""
    chain = verbs[0]
    for verb in verbs[1:]:
        if verb.start != chain.end:
            break
        chain = chain.joined(verb)
    return chain


def _last_chain(verbs: list[Verb]) -> Verb:
    chain = verbs[-1]
    for verb in reversed(verbs[:-1]):
        if verb.end != chain.start:
            break
        chain = verb.joined(chain)
    return chain
