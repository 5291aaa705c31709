"""Phrases that say what was done and name no verb that governs: 调解 11起, 矛盾纠纷 调解 11起.

Reads nouns, deeds, and deeds done to something; who did it is no part of what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from kg.lexicon.actions import Actions, Verb, VerbKind
from kg.linking import circumstances, nouns, phrases
from kg.linking.figures import Count, Figure, chain_from, chain_to, inherited_verb, of_before

_OPENS = VerbKind.OPENS
CASES = {"case", "case-time"}
_CASE_OF = {"行政复议": "行政复议案件", "应诉": "行政诉讼案件", "仲裁": "仲裁案件"}
"""The cases that a body or a deed is about, where no noun says it."""
_ITSELF = {"立案", "咨询", "投诉", "举报", "接警", "接处警", "出警"}
"""Deeds that name what is counted: 受理线索297件，立案134件."""
_BODIES = ("组", "会", "委", "局", "班子", "党委", "支部", "街道", "政府")
_TEAMS = ("大队", "中队", "支队", "分队", "骑")
_LEADERS = ("负责人", "书记", "长", "主任", "领导")
# A bare 有, 收, 听 is a verb only where nothing makes a word of it.
# It begins with their characters: the search skips to them.
_BARE_VERB = re.compile(
    "[有讲上配设收办听学](?:(?:(?<=^有)|(?<=[道镇乡县区局市院旗州村社]有)|(?<=[法出]所有))(?![关效序力利机限所无])"
    "|(?<=[员记长部]讲)(?![解座师话])"
    "|(?<=[员记长部学校]上)(?=[法党思])"
    "|(?:(?<=^配)|(?<=[会局所队办]配))(?=专|兼|法制|法治|仲裁|调解|公职|律师|网格|工作)"
    "|(?<=[心站室所厅院]设)(?![备施计立置有])"
    "|(?<=^上)(?=法[治制]课|党课|思政课)"
    "|(?<=^设)(?=咨询|宣传|普法|服务|法治|公共|综合|便民)"
    "|(?<=^[收办听讲学])(?=各类|各种|法治|法律|普法|专题|行政|信访|矛盾|汇报))"
)


def bind_deed(figure: Figure, phrase: str, verbs: Sequence[Verb], actions: Actions) -> Count:
    """Read a phrase without a governing verb: a noun, a deed, or a deed done to something."""
    inherited = inherited_verb(figure)
    is_person = figure.unit.dimension == "person"
    verbs = verbs and [
        v
        for v in verbs
        if v.kind is not _OPENS
        or (v.end < len(phrase) and phrases.is_occasion(phrase[: v.start]))
        or (v.end + 1 < len(phrase) and phrases.is_office(phrase[: v.start]))
        or (v.end + 3 < len(phrase) and phrases.is_leader(phrase[: v.start]))
        or (v.end + 1 < len(phrase) and _goes_about(phrase[: v.start]))
        or (v.end + 1 < len(phrase) and phrases.is_by_means(phrase[: v.start]))
        or (is_person and phrases.is_person(phrase) and phrases.leads_to_verb(phrase[: v.start]))
    ]
    if not verbs:
        if bare := _BARE_VERB.search(phrase):
            return Count(phrase[bare.end() :], bare[0])
        phrase = circumstances.without_holder(circumstances.without_place(phrase))
        return Count(circumstances.without_tool(phrase), inherited)
    for deed in reversed(verbs):
        # 调处办公室|调处|山林纠纷, 网站等|公开|信息
        done = phrase[deed.end :]
        acts = deed.kind is not _OPENS and deed.start and len(done) > 1
        if acts and done not in actions.concepts and phrases.is_doer(phrase[: deed.start]):
            return _done(figure, phrase, deed, deed)
    first = verbs[0]
    if first.kind is _OPENS:
        # 组织排查|隐患 35处, but 组织|集中学习 6次
        deed = verbs[1] if len(verbs) > 1 and verbs[1].start == first.end else first
        if len(verbs) > 1 and phrases.is_helped(
            circumstances.without_adverb(phrase[first.end : verbs[1].start])
        ):
            # 帮助农民工|追讨|工资
            deed = verbs[1]
        if figure.unit.dimension == "event" or verbs[-1].end == len(phrase):
            deed = first
        return Count(phrase[deed.end :], deed.word)
    if verbs[-1].end == len(phrase):
        apart = figure.unit.dimension != "event" and first.end < verbs[-1].start
        if apart and phrases.is_adverbial(phrase[: first.start]) and first.end + 2 < len(phrase):
            # 纠正|不当罚款 12万元
            return Count(phrase[first.end :], first.word)
        return _deed_last(figure, phrase, chain_to(verbs), inherited, actions)
    if phrases.leads_to_verb(phrase[: first.start]):
        return _done(figure, phrase, first, chain_from(verbs))
    done = phrase[verbs[-1].end :]
    if figure.unit.dimension.startswith("org") and phrases.is_helped(done):
        # 常规执法|检查|企业 60家
        return Count(done, verbs[-1].word)
    return Count(phrase, inherited)


def _goes_about(head: str) -> bool:
    """Whether what stands before a verb says who does it and how: 代办员上门|服务老人."""
    who = circumstances.without_manner(head)
    return who != head and phrases.is_who(who)


def _done(figure: Figure, phrase: str, first: Verb, deed: Verb) -> Count:
    """Return what was done to something: the thing, or how often titles were studied."""
    thing = phrase[deed.end :]
    if figure.unit.dimension == "event" and circumstances.is_titles(thing):
        who = circumstances.without_adverb(phrase[: first.start])
        if who.endswith(_BODIES):
            # 中心组|学习|《民法典》《传染病防治法》等 5次
            return Count(who + deed.word, deed.word)
        return Count(phrase[first.start :], deed.word)
    return Count(thing, deed.word)


def _deed_last(figure: Figure, phrase: str, deed: Verb, inherited: str, actions: Actions) -> Count:
    """调解11起, 矛盾纠纷调解11起, 安全隐患排查20余次: a clause that ends in its deed."""
    head = circumstances.without_adverb(phrase[: deed.start])
    who = circumstances.without_manner(phrase[: deed.start])
    if deed.start > len(who) and (phrases.is_who(who) or phrases.is_occasion(who)):
        # 代办员|上门帮办 80件, 驻村辅警|入户走访 60户
        return Count(phrase[len(who) :], deed.word)
    if not head and phrase in (before := figure.before):
        # 中心组学法制度健全，年内学法7次: the clause before says whose deed it is.
        whose = before[: before.index(phrase) + len(phrase)]
        if "“" not in whose and not actions.find(whose)[:-1]:
            return Count(phrases.without_lead(whose), deed.word)
    if figure.unit.dimension == "thing-time":
        return Count(circumstances.without_tool(phrase), deed.word)
    if deed.word in _ITSELF and (not head or phrases.is_who(head)):
        return Count(deed.word, deed.word)
    is_theirs = phrases.is_who(head) and figure.unit.dimension in CASES
    if figure.unit.dimension == "event" or (head and figure.listed and not is_theirs):
        if circumstances.is_beside_deed(head) or head.endswith(_TEAMS):
            # 水政监察支队|巡河 260次
            return Count(phrase[deed.start :], deed.word)
        return Count(phrase, inherited or deed.word)
    if phrases.is_adverbial(head) or circumstances.is_beside_deed(head):
        if figure.recalled.indicator and actions.concepts.get(deed.word) in actions.stages:
            # 受理诉求95件。办结90件
            return Count(figure.recalled.indicator, deed.word)
        if figure.unit.dimension == "person-time" and figure.previous.indicator:
            if figure.listed and figure.previous.dimension == "event":
                # 公益劳动24次、走访谈话108人次
                return Count(deed.word, deed.word)
            return Count(figure.previous.indicator, deed.word)
        thing = thing_before(figure, actions)
        return (
            structs.replace(thing, action=deed.word)
            if thing
            else of_before(figure, deed.word, deed.word)
        )
    if head.endswith("内") and len(head) <= 4 and figure.previous.indicator:
        # 跨省纠纷2起，辖区内调解11起 are 辖区内纠纷.
        return Count(head + figure.previous.indicator[-2:], deed.word)
    if deed.word == "出庭应诉" and head.endswith(_LEADERS):
        return Count(head + deed.word, deed.word)
    if is_theirs:
        # 行政复议委员会|收案 62件: who did it is not what was counted.
        return of_before(figure, deed.word, _case_of(head + deed.word) or head)
    return Count(head if nouns.noun_phrase(head) else phrase, deed.word)


def thing_before(figure: Figure, actions: Actions) -> Count | None:
    """文件清理2轮，废止8件: the thing that the event before was about, where it is said."""
    if figure.previous.dimension != "event" or figure.unit.dimension not in CASES:
        return None
    thing = thing_of(figure.previous.indicator, actions)
    return Count(thing) if thing else None


def thing_of(event: str, actions: Actions) -> str:
    """Return what is dealt with in an event that ends in its deed: 文件|专项清理; else ""."""
    verbs = actions.find(event)
    if not verbs or verbs[-1].end != len(event):
        return ""
    thing = circumstances.without_adverb(event[: verbs[-1].start]).removesuffix("专项")
    return thing if phrases.is_topic(thing) else ""


def _case_of(phrase: str) -> str:
    return next((case for word, case in _CASE_OF.items() if word in phrase), "")
