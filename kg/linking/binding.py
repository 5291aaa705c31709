"""A figure in its clause -> what is counted and what was done: the patterns of counted phrases.

It reads 开展|法治宣传 12场次, 设立 3个|调解室, 网上可办率 100%, 调解 11起 (of the noun before).
Where a clause fits no pattern it binds nothing: no binding is better than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon.actions import Actions, Verb, VerbKind
from kg.lexicon.units import Side, Unit
from kg.linking import changes, circumstances, levels, nouns, phrases
from kg.linking.figures import NO_NOUN, Count, Figure, chain_from
from kg.linking.leftwards import bind_left

_GOVERNS, _DEED, _OPENS = VerbKind.GOVERNS, VerbKind.DEED, VerbKind.OPENS
_RIGHT, _BOTH = Side.RIGHT, Side.BOTH
_SHORTEST_COUNTED = 4
_DONE_ENDS = re.compile("[并，、]")
_RANK = re.compile("(?:国家|[省市县区镇乡村部])级")
_SPREADS = ("覆盖", "延伸", "推广", "活跃", "分布")
_SPREAD = re.compile("(.{2,}?)(?:覆盖|延伸|推广|活跃|分布)?(?:在|于|延伸到)$")
_ABOUT = re.compile("[对就到向赴在]")
_REST = re.compile("(?:其余|其他|剩余|另)$")
_STATE = re.compile("尚|正在|未(?!成年)|由(?=.)|[均都仍已](?=.)|(?:全部|累计|一律)(?=.)")
_HANDED = {"移送", "移交", "转交", "抄送", "抄告", "通报"}
_ACTS = {"person", "org", "place"}
"""Dimensions of those who act: their noun ends where they do something."""


def bind(figure: Figure, actions: Actions) -> Count:
    """Return what a figure counts."""
    dimension = figure.unit.dimension
    if dimension == "time" and figure.right.startswith(("内", "以内", "之内")):
        found = levels.within(figure, actions)
    elif dimension[:4] == "rate" or (dimension == "time" and figure.right[:1] != "的"):
        found = levels.level(figure, actions)
    elif figure.unit.place and (spread := _spread(figure)) and not actions.find(spread):
        # “四议两公开”工作法|在18个村落地
        found = Count(spread)
    elif figure.unit.place and figure.after:
        # 与10个村、8家单位|签订|责任书
        found = _places(figure, figure.after, actions.find(figure.after), "")
    elif figure.right and _noun_follows(figure, actions):
        found = _right(figure, actions)
    else:
        found = bind_left(figure, figure.left, actions)
    indicator = found.indicator
    if found.action in _HANDED:
        indicator = circumstances.without_receiver(indicator)
    noun = nouns.noun_phrase(indicator)
    if noun[-1:] == "级" and _RANK.fullmatch(noun):
        # 市级示范村2个、省级1个: the head is said once.
        first = figure.previous.indicator
        rank = _RANK.match(first)
        noun += first[rank.end() :] if rank else first
    return Count(noun, found.action, dimension)


def _spread(figure: Figure) -> str:
    """Return what there is in the counted places: “四议两公开”工作法|在18个村落地."""
    spread = _SPREAD.match(figure.left)
    if spread is None:
        return ""
    # 法治带头人9名|活跃在9个村
    there = phrases.without_lead(spread[1])
    if phrases.is_adverbial(there):
        return ""
    return figure.previous.indicator if there in _SPREADS else there


def _noun_follows(figure: Figure, actions: Actions) -> bool:
    """Whether the counted noun stands after the figure: 3名|干部, 开展4次|交流活动."""
    right, unit = _counted(figure.right), figure.unit
    if not right or right[0] in NO_NOUN:
        return False
    if (_STATE.match(right) and not unit.place) or not changes.level(right)[0]:
        return False
    if unit.dimension == "person" and right.startswith("组成"):
        # 退休法官、老党员等11人|组成调解团
        return False
    if figure.right[0] == "的" or figure.left.endswith("的"):
        return True
    left = phrases.left_of_figure(figure.left)
    if left and unit.dimension == "person" and not phrases.leads_to_noun(left):
        # 首席服务官52名|解决诉求
        named = all(v.kind is _OPENS and v.end < len(left) for v in actions.find(left))
        acts = named and not phrases.is_scope(left) and "的" not in right
        acts = acts and actions.begins(right)
        if acts or phrases.is_person(left):
            return False
    if unit.side is _RIGHT or not left or phrases.leads_to_noun(left):
        return True
    verbs = actions.find(left)
    last = verbs[-1] if verbs and verbs[-1].end == len(left) else None
    if unit.side is _BOTH:
        does = any(v.start == 0 for v in actions.find(right))
        return last is not None or not does or (unit.name == "人" and phrases.is_scope(left))
    if last and (last.kind is _GOVERNS or last.word == left):
        return True
    # 常委会议2次|听取汇报, 书记5次|对法治建设作出批示: what was done so often follows.
    if unit.dimension != "event" or verbs:
        return False
    is_who = phrases.is_who(left) and actions.find(right)
    return bool(is_who or _ABOUT.match(right) or actions.begins(right))


def _counted(right: str) -> str:
    """Drop what only ties a noun to its figure: 12次|的频次."""
    right = right.removeprefix("的")
    return right[2:] if right.startswith(("频次", "频率")) else right


def _right(figure: Figure, actions: Actions) -> Count:
    left = phrases.left_of_figure(figure.left)
    right = _counted(figure.right)
    if figure.unit.dimension in _ACTS and (owner := nouns.owner_end(right)):
        right = right[:owner]
    verbs = [v for v in actions.find(right) if not _inside_noun(v, figure.unit)]
    if (
        figure.unit.dimension == "event"
        and (deed := phrases.without_adverbs_before(right)) != right
    ):
        done = actions.find(deed)
        if done and done[0].start == 0 and done[0].end < len(deed):
            # 5次|专题研究协议
            right, verbs = deed, list(done)
    if verbs and verbs[0].start == 0 and right.startswith("事项", verbs[0].end):
        # 完成26项|赋权事项
        verbs = verbs[1:]
    is_deed = bool(verbs) and verbs[0].start == 0 and verbs[0].kind is _DEED
    ends = nouns.noun_end(right)
    named = right[:ends]
    is_people = figure.unit.dimension == "person" and phrases.is_person(named)
    begins = bool(verbs) and verbs[0].start == 0
    if (is_deed and nouns.is_named_after(named)) or (begins and is_people):
        # 20名|调解骨干 进行了培训
        verbs = verbs[1:]
    action = ""
    if not left:
        action = figure.previous.action if figure.left else ""
    elif not figure.left.endswith("的"):
        # 新任命的11名工作人员: there the verb says which, not what was done.
        action = next((v.word for v in actions.find(left) if v.end == len(left)), "")
    if figure.unit.place:
        return _places(figure, right, verbs, action)
    event = figure.unit.dimension == "event"
    if event and left and not actions.find(left) and not actions.begins(right):
        for verb in actions.find(right):
            # 3次|到司法所|调研|执法规范化
            if verb.kind is not _OPENS and verb.end < len(right):
                return Count(right[verb.end :], verb.word)
    says_which = figure.left.endswith("的")
    if verbs and verbs[0].start == 0 and (event or verbs[0].kind is not _OPENS) and not says_which:
        if not action or verbs[0].kind is _GOVERNS:
            return _verb_follows(figure, right, chain_from(verbs), actions)
        verbs = verbs[1:]
    if body := nouns.body_end(right):
        verbs = [v for v in (*verbs, *actions.find(right)) if v.start >= body]
    end = min([ends, *(v.start for v in verbs if v.start)])
    if figure.unit.dimension in _ACTS:
        # 39户|企业 规避风险
        end = min(end, nouns.generic_end(right) or end)
    if event:
        end = min(end, nouns.meeting_end(right) or end)
    follows = next((v.word for v in verbs if v.start >= end), "")
    noun = circumstances.without_adverb(right[:end]) if follows else right[:end]
    if phrases.is_adverbial(noun) and _REST.search(left):
        # 12名负责人现场述法，其余25名书面|述法
        noun = figure.carried.indicator
    return Count(noun, action or follows)


def _inside_noun(verb: Verb, unit: Unit) -> bool:
    """Whether a verb on the right is a word of the counted noun: 4次|专项隐患排查行动."""
    if verb.kind is _GOVERNS or verb.start == 0:
        return False
    return verb.kind is _OPENS or unit.dimension not in _ACTS


def _verb_follows(figure: Figure, right: str, verb: Verb, actions: Actions) -> Count:
    """2次|听取汇报 counts the hearings, 27人|持有执法证 those who hold one."""
    done = _DONE_ENDS.split(right[verb.end :], 1)[0]
    if figure.unit.dimension == "event":
        for last in reversed(actions.find(done)):
            # 3次组织干部|开展|培训
            if last.kind is _GOVERNS and last.end < len(done):
                return Count(done[last.end :], last.word)
        return Count(done or verb.word, verb.word)
    if figure.unit.dimension in ("person", "person-time"):
        # 执法人员参加培训后，6名考试合格: the clause before says who.
        before = phrases.without_lead(figure.before)
        acts = actions.find(before)
        if acts and acts[0].start > 1:
            return Count(before[: acts[0].start], verb.word)
        return Count(right if done else figure.previous.indicator, verb.word)
    found = bind_left(figure, figure.left, actions)
    return found if found.indicator else Count(figure.carried.indicator, verb.word)


def _places(figure: Figure, right: str, verbs: Sequence[Verb], action: str) -> Count:
    """13个村（居）实现|法律顾问全覆盖 counts what was reached, 覆盖11个社区 the places."""
    if figure.right.startswith("的"):
        # 对9个村的|村规民约审查
        return Count(right[: min([nouns.noun_end(right), *(v.start for v in verbs)])], action)
    for verb in verbs:
        if verb.kind is _GOVERNS and verb.end < len(right):
            return Count(right[verb.end :].removeprefix("为"), verb.word)
    noun = phrases.left_of_figure(right[: nouns.noun_end(right)])
    if not verbs and len(noun) >= _SHORTEST_COUNTED and figure.right:
        # 9个乡镇|持证执法人员 不足6人
        return Count(noun, action)
    return Count(figure.unit.name.removeprefix("个"), action)
