"""Phrases that end in their figure: 开展|法治宣传 12场次, 会前学法 坚持 8次, 矛盾纠纷 调解 11起.

Reads what stands to the left of a figure; what stands to its right is left to ``binding``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon.actions import Actions, Verb, VerbKind
from kg.linking import phrases
from kg.linking.figures import Count, Figure, chain_from, chain_to, inherited_verb, of_before

_GOVERNS, _OPENS = VerbKind.GOVERNS, VerbKind.OPENS
_HAVING = {"现有", "共有", "拥有", "已有", "新增", "尚有", "坚持"}
_CASES = {"case", "case-time"}
_CASE_OF = {"行政复议": "行政复议案件", "应诉": "行政诉讼案件", "仲裁": "仲裁案件"}
"""The cases that a body or a deed is about, where no noun says it."""
_LIGHT = {"开展", "举办", "举行", "召开", "进行", "实施", "完成", "坚持"}
"""Verbs that say nothing of what was done: an event of theirs is the one before."""
_BARE_EVENTS = {"会议", "全体会议", "例会"}
_REST = re.compile("其[他余]$")
_SHORT = 2
# A bare 有, 收, 听 is a verb only where nothing makes a word of it.
_BARE_VERB = re.compile(
    "(?:^|(?<=[道镇乡县区局市院旗州村社])|(?<=[法出]所))有(?![关效序力利机限所无])"
    "|(?<=[员记长])讲(?![解座师话])"
    "|^[收办听讲学](?=各类|各种|法治|法律|普法|专题|行政|信访|矛盾|汇报)"
)


def bind_left(figure: Figure, left: str, actions: Actions) -> Count:
    """Return what a phrase before a figure says it counts."""
    clause = phrases.left_of_figure(left)
    phrase = phrases.verb_phrase(clause)
    if phrase != clause and clause.endswith(phrase):
        verb = next(iter(actions.find(phrase)), None)
        head = phrases.left_of_figure(clause[: -len(phrase)])
        if verb and verb.end == len(phrase) and not phrases.is_who(head):
            # 疑难纠纷|全年受理 125件
            phrase = head + phrase
    if figure.unit.place:
        verbs = actions.find(phrase)
        action = verbs[-1].word if verbs else figure.previous.action if not phrase else ""
        return Count(figure.unit.name.removeprefix("个"), action)
    if not phrase:
        if figure.before and left is not figure.before:
            return bind_left(figure, figure.before, actions)
        return Count(figure.carried.indicator, figure.carried.action)
    if _REST.match(phrase) and figure.carried.indicator:
        return Count(phrase + figure.carried.indicator, figure.carried.action)
    phrase = phrases.without_means(phrase)
    if figure.previous.indicator and not phrases.level(phrase)[0]:
        # 由12件降至5件
        return Count(figure.previous.indicator, phrases.level(phrase)[1])
    verbs = actions.find(phrase)
    governing = [v for v in verbs if v.kind is _GOVERNS]
    if not governing:
        return _deed(figure, phrase, verbs)
    verb = governing[-1]
    for deed in verbs:
        # 参与|审核|文件31件, 主持县委常委会|研究|议题8个
        done = phrase[deed.end :]
        if done and deed.start >= verb.end and verbs[-1].end < len(phrase):
            between = phrase[verb.end : deed.start]
            if phrases.is_meeting(between) or (not between and verb.word == "参与"):
                return Count(done, deed.word)
    if figure.unit.dimension == "event" and phrase.endswith("等") and "、" in phrase:
        # 举办讲座、发放资料等12场次: all that was done is counted.
        return Count(phrase[governing[0].start :])
    if verb.end == len(phrase):
        chain = chain_to(verbs)
        if verb.word in _LIGHT or chain.kind is _OPENS or figure.unit.dimension == "event":
            chain = verb
        return _fronted(figure, phrase, chain, actions)
    head = phrase[: verb.start]
    is_topic = not phrases.leads_to_verb(head) and not phrases.is_who(head)
    if is_topic and verb.word not in _LIGHT and _closes(verb, verbs[-1], len(phrase)):
        # 诊所执业|登记备案 27个
        return Count(head, verb.word + verbs[-1].word)
    other = governing[-2] if len(governing) > 1 and governing[-2].end == verb.start else verb
    if len(phrase) - verb.end <= _SHORT and not actions.same(verb.word, other.word):
        # 提出|修改意见: after a verb of another action, the verb is part of the noun.
        verb = other
    noun = phrase[verb.end :]
    if noun in _BARE_EVENTS and phrases.is_body(who := phrase[: verb.start]):
        # 依法治镇委员会|召开|会议 2次
        noun = who + noun
    return Count(noun, verb.word)


def _closes(verb: Verb, last: Verb, end: int) -> bool:
    """Whether a phrase ends in two verbs, one right after the other."""
    return last.start == verb.end and last.end == end


def _fronted(figure: Figure, phrase: str, verb: Verb, actions: Actions) -> Count:
    """会前学法|坚持8次, 公职律师|已有7人: the noun before the verb, unless it is who did it."""
    noun = phrases.left_of_figure(phrase[: verb.start])
    dimension = figure.unit.dimension
    named = noun and not phrases.is_adverbial(noun) and not noun.startswith(("每", "平均"))
    if named and (not phrases.is_who(noun) or verb.word in _HAVING or dimension == "person"):
        return Count(noun, verb.word)
    if verb.word in _LIGHT and figure.before and not figure.previous.dimension:
        # 坚持组织干部开展法治夜校，全年累计|开展12次
        return bind_left(figure._replace(before=""), figure.before, actions)
    if dimension == "document" and figure.before and not figure.previous.dimension:
        # 编写法律知识读本，印制3000册
        object_ = bind_left(figure._replace(before=""), figure.before, actions).indicator
        if phrases.is_print(object_):
            return Count(object_, verb.word)
    alone = not (figure.previous.indicator or phrases.topic(figure.before))
    if dimension == "event" and named and alone and verb.word not in _LIGHT:
        # 领导小组调整1次: what was done, with who did it, is the event.
        return Count(phrase, verb.word)
    itself = dimension == "money" or (dimension == "event" and verb.word not in _LIGHT)
    if itself and figure.previous.indicator:
        return Count(verb.word, verb.word)
    return of_before(figure, verb.word, verb.word if itself else "")


def _deed(figure: Figure, phrase: str, verbs: Sequence[Verb]) -> Count:
    """Read a phrase without a governing verb: a noun, a deed, or a deed done to something."""
    inherited = inherited_verb(figure)
    is_person = figure.unit.dimension == "person" and phrases.is_person(phrase)
    verbs = [
        v
        for v in verbs
        if v.kind is not _OPENS
        or (v.end < len(phrase) and phrases.is_occasion(phrase[: v.start]))
        or (is_person and phrases.leads_to_verb(phrase[: v.start]))
    ]
    if not verbs:
        if bare := _BARE_VERB.search(phrase):
            return Count(phrase[bare.end() :], bare[0])
        return Count(phrase, inherited)
    for deed in reversed(verbs):
        # 调处办公室|调处|山林纠纷, 网站等|公开|信息
        if deed.start and deed.end + 1 < len(phrase) and phrases.is_doer(phrase[: deed.start]):
            return Count(phrase[deed.end :], deed.word)
    first = verbs[0]
    if first.kind is _OPENS:
        # 组织排查|隐患 35处, but 组织|集中学习 6次
        deed = verbs[1] if len(verbs) > 1 and verbs[1].start == first.end else first
        if len(verbs) > 1 and phrases.is_helped(phrase[first.end : verbs[1].start]):
            # 帮助农民工|追讨|工资
            deed = verbs[1]
        if figure.unit.dimension == "event" or verbs[-1].end == len(phrase):
            deed = first
        return Count(phrase[deed.end :], deed.word)
    if verbs[-1].end == len(phrase):
        return _deed_last(figure, phrase, chain_to(verbs), inherited)
    if phrases.leads_to_verb(phrase[: first.start]):
        chain = chain_from(verbs)
        return Count(phrase[chain.end :], chain.word)
    return Count(phrase, inherited)


def _deed_last(figure: Figure, phrase: str, deed: Verb, inherited: str) -> Count:
    """调解11起, 矛盾纠纷调解11起, 安全隐患排查20余次: a clause that ends in its deed."""
    head = phrases.without_adverb(phrase[: deed.start])
    if not head and phrase in figure.before:
        # 中心组学法制度健全，年内学法7次: the clause before says whose deed it is.
        whose = figure.before[: figure.before.index(phrase) + len(phrase)]
        return Count(phrases.without_lead(whose), deed.word)
    if figure.unit.dimension == "event" or (head and figure.listed):
        return Count(phrase, inherited or deed.word)
    if phrases.is_adverbial(head):
        if figure.unit.dimension == "person-time" and figure.previous.indicator:
            return Count(figure.previous.indicator, deed.word)
        return of_before(figure, deed.word, phrase)
    if head.endswith("内") and len(head) <= 4 and figure.previous.indicator:
        # 跨省纠纷2起，辖区内调解11起 are 辖区内纠纷.
        return Count(head + figure.previous.indicator[-2:], deed.word)
    if phrases.is_who(head) and figure.unit.dimension in _CASES:
        # 行政复议委员会|收案 62件: who did it is not what was counted.
        return of_before(figure, deed.word, _case_of(head + deed.word) or head)
    return Count(head if phrases.noun_phrase(head) else phrase, deed.word)


def _case_of(phrase: str) -> str:
    return next((case for word, case in _CASE_OF.items() if word in phrase), "")
