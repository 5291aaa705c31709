"""Phrases that end in their figure: 开展|法治宣传 12场次, 会前学法 坚持 8次, 矛盾纠纷 调解 11起.

Reads what stands to the left of a figure; what stands to its right is left to ``binding``.
"""

from __future__ import annotations

from msgspec import structs

from kg.lexicon.actions import Actions, Verb, VerbKind
from kg.linking import changes, circumstances, nouns, phrases
from kg.linking.deeds import CASES, bind_deed, thing_before, thing_of
from kg.linking.figures import STANDINGS, Count, Figure, chain_to, of_before

_GOVERNS, _OPENS = VerbKind.GOVERNS, VerbKind.OPENS
_HAVING = {"现有", "共有", "拥有", "已有", "新增", "尚有", "坚持"}
_CHANGED = {*CASES, "place"}
_LIGHT = {"开展", "举办", "举行", "召开", "进行", "实施", "完成", "坚持"}
"""Verbs that say nothing of what was done: an event of theirs is the one before."""
_LONGEST_CHANGE = 14
_BARE_DONE = {"落实", "成功", "调成", "办成"}
_PASSED_ON = {"下放", "移交", "划转"}
_DOWN_TO = tuple(f"{verb}{to}" for verb in "压缩降升增减" for to in "至到")
_FEWER = {"减少", "下降", "上升", "增长", "降低"}
_POSTS = ("编制", "名额")
"""What there is of a staff on paper, 核定|编制 12名; 编制 is a verb elsewhere."""
_BARE_EVENTS = {"会议", "全体会议", "例会"}
_REST = ("其他", "其余", "剩余")
_SHORT = 2


def bind_left(figure: Figure, left: str, actions: Actions) -> Count:
    """Return what a phrase before a figure says it counts."""
    clause = circumstances.without_law(phrases.left_of_figure(left))
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
        before = figure.before
        if before and left != before:
            return bind_left(figure, before, actions)
        return Count(figure.carried.indicator, figure.carried.action)
    if phrase in _REST and figure.carried.indicator:
        return Count(phrase + figure.carried.indicator, figure.carried.action)
    dimension = figure.unit.dimension
    if dimension == "person" and phrase.endswith(_POSTS):
        verb = next((v for v in actions.find(phrase) if v.end + 2 == len(phrase)), None)
        return Count(phrase[-2:], verb.word if verb else "")
    if dimension == "person" and phrase in STANDINGS and figure.previous.dimension == "person":
        # 执法人员9人，持证7人
        return Count(phrase + figure.previous.indicator, figure.previous.action)
    if phrase in _BARE_DONE or ("、" in phrase and _is_deeds(phrase, actions)):
        # 撤销、变更3件
        return of_before(figure, phrase, phrase)
    whole, phrase = phrase, phrases.without_means(phrase)
    fewer = clause[-2:] in _FEWER
    if fewer or changes.may_change(left):
        noun, change = changes.level(phrases.without_lead(left))
        if noun:
            if fewer or left.endswith(_DOWN_TO):
                # 信访件|同比减少 18件, 平均跑动次数|压到 0.2次
                return Count(noun, change)
        elif figure.previous.indicator and len(left) <= _LONGEST_CHANGE:
            # 由12件降至5件
            return Count(figure.previous.indicator, change)
    verbs = actions.find(phrase)
    governing = [v for v in verbs if v.kind is _GOVERNS]
    if not governing:
        if verbs and phrases.is_by_means(whole) and verbs[-1].kind is not _OPENS:
            done = phrase[verbs[-1].end :]
            if done:
                return Count(done, verbs[-1].word)
        return bind_deed(figure, phrase, verbs, actions)
    verb, last = governing[-1], verbs[-1]
    for deed in verbs:
        # 参与|审核|文件31件, 主持县委常委会|研究|议题8个
        if deed.start >= verb.end and last.end < len(phrase):
            between = phrase[verb.end : deed.start]
            hired = phrases.is_person(between) and actions.same(verb.word, "聘请")
            if hired or phrases.is_meeting(between) or (not between and verb.word == "参与"):
                return Count(phrase[deed.end :], deed.word)
    if dimension == "event" and phrase.endswith("等") and "、" in phrase:
        # 举办讲座、发放资料等12场次: all that was done is counted.
        return Count(phrase[governing[0].start :])
    if verb.end == len(phrase):
        first = governing[-2] if len(governing) > 1 else verb
        takes = dimension != "event" or first.word in _LIGHT
        if takes and first.end + 1 < verb.start and phrases.is_adverbial(phrase[: first.start]):
            # 受理|工伤认定 80件, 举办|文艺巡演 12场
            return Count(phrase[first.end :], first.word)
        chain = chain_to(verbs)
        is_light = verb.word in _LIGHT and verb.word != "完成"
        if is_light or chain.kind is _OPENS or dimension == "event":
            chain = verb
        return _fronted(figure, phrase, chain, actions)
    done = phrase[verb.end :]
    if verb.word == "完成" and done in actions.concepts and figure.carried.indicator:
        # 发现问题9个，完成|整改 9个
        return of_before(figure, verb.word + done, done)
    head = phrase[: verb.start]
    closes = last.start == verb.end and last.end == len(phrase) and verb.word not in _LIGHT
    if closes and not (phrases.leads_to_verb(head) or phrases.is_who(head)):
        # 诊所执业|登记备案 27个
        return Count(head, verb.word + last.word)
    if len(governing) > 1:
        other = governing[-2]
        beside = other.end == verb.start and len(done) <= _SHORT
        if beside and not actions.same(verb.word, other.word):
            # 提出|修改意见: after a verb of another action, the verb is part of the noun.
            verb = other
        if verb.word in _PASSED_ON and other.end + 1 < verb.start:
            # 承接|省、市下放事项 54项
            verb = other
    noun = phrase[verb.end :]
    if actions.same(verb.word, "参加"):
        # 法律顾问|全年|参与决策: who took part stands before the time.
        who = circumstances.without_adverb(head or phrases.left_of_figure(clause[: -len(phrase)]))
        if dimension == "person" and phrases.is_person(who):
            # 干部|参加|学习 98名
            return Count(who, verb.word)
        if dimension == "event" and len(noun) <= _SHORT and phrases.is_person(who):
            # 法律顾问|出席|会议 9次
            return Count(who + verb.word + noun, verb.word)
    if verb.word == "听取":
        noun = circumstances.without_reporters(noun)
    if noun in _BARE_EVENTS and phrases.is_body(who := phrase[: verb.start]):
        # 依法治镇委员会|召开|会议 2次
        noun = who + noun
    return Count(noun, verb.word)


def _is_deeds(phrase: str, actions: Actions) -> bool:
    """Whether a phrase is nothing but a list of verbs: 撤销、变更."""
    return set(phrase.split("、")) <= actions.concepts.keys()


def _fronted(figure: Figure, phrase: str, verb: Verb, actions: Actions) -> Count:
    """会前学法|坚持8次, 公职律师|已有7人: the noun before the verb, unless it is who did it."""
    noun = phrases.left_of_figure(phrase[: verb.start])
    dimension = figure.unit.dimension
    named = noun and not phrases.is_adverbial(noun) and not noun.startswith(("每", "平均"))
    if named and (not phrases.is_who(noun) or verb.word in _HAVING or dimension == "person"):
        return Count(noun, verb.word)
    before = figure.before
    if verb.word in _LIGHT and before and not figure.previous.dimension:
        # 坚持组织干部开展法治夜校，全年累计|开展12次
        return bind_left(structs.replace(figure, ahead=""), before, actions)
    if dimension == "document" and before and not figure.previous.dimension:
        # 编写法律知识读本，印制3000册
        object_ = bind_left(structs.replace(figure, ahead=""), before, actions).indicator
        if nouns.is_print(object_):
            return Count(object_, verb.word)
    is_first = before != "" and not figure.previous.dimension
    if is_first and dimension in _CHANGED and actions.same(verb.word, "调整"):
        # 完善街道权责清单，动态|调整11处
        changed = bind_left(structs.replace(figure, ahead=""), before, actions)
        return Count(thing_of(changed.indicator, actions) or changed.indicator, verb.word)
    topic = phrases.topic(before)
    alone = not (figure.previous.indicator or topic)
    is_theirs = phrases.is_person(noun) and not topic
    if dimension == "event" and named and (alone or is_theirs) and verb.word not in _LIGHT:
        # 领导小组调整1次: what was done, with who did it, is the event.
        return Count(phrase, verb.word)
    itself = dimension == "money" or (dimension == "event" and verb.word not in _LIGHT)
    if itself and figure.previous.indicator:
        return Count(verb.word, verb.word)
    if thing := thing_before(figure, actions):
        return structs.replace(thing, action=verb.word)
    return of_before(figure, verb.word, verb.word if itself else "")
