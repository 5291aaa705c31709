"""A number's clause -> what is counted and what was done: the grammar of counted phrases.

Works on plain (folded) text around one figure and on what the figure before it in the same sentence
was bound to. It reads 开展|法治宣传 12场次, 3名|干部, 调解|11起 (noun of the figure before), 网上可办率 100%; where a
clause fits no pattern it binds nothing. No binding is better than a wrong one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon.actions import Actions, Verb, VerbKind
from kg.lexicon.units import Side, Unit


@dataclass(frozen=True, slots=True)
class Count:
    """What a figure counts, in the words of the text, and the verb it belongs to."""

    indicator: str = ""
    action: str = ""
    dimension: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands around a figure."""

    left: str
    """From the start of the clause, or from the figure before, up to the figure."""
    right: str
    """From the figure to the end of the clause, or up to the next figure."""
    before: str
    """The clause before, where no figure stands in it: a topic, or the object of 共12场次."""


_WHEN = (
    "其中|同时|另外|此外|目前|期间|截至目前|截[至止][^，]{2,9}[日月年]底?|(?:20[0-9]{2}|今|本|全|一|去|上|近|当|每)年"
    "(?:度|来|以来|内|初|底|中)?|年内|[0-9]{1,2}月份?(?:底|以来)?|[上下]半年|第[一二三四]季度"
    "|每(?:季度|个?月|周|半年|两年|年)|先后|累计|共计|总计|合计|一共|总共|(?<![公中])共(?![同建享治产青])"
)
_LEAD = re.compile(rf"^(?:[、，：和及与并或]|{_WHEN}|已经?|还|再|又|另(?!行))+")
_ADVERBS = re.compile(
    "^(?:成功|积极|深入|广泛|主动|有效|及时|认真|扎实|大力|持续|定期|不断|依法|妥善|现场|切实|集中|统一|率先|带头|专题"
    "|重点|严格|全面|全部|共同|联合|常态化|精准|分类|逐一|均|都|各|分别|累计|先后|就地|稳妥|圆满|高效|新|也|则|上门"
    "|严肃|依规|规范|多次|牵头|[线网]上|[线网]下|统筹|组织力量|创新|自主|协助|配合|参与)*$"
)
_TAIL = re.compile(
    "(?:共计|累计|合计|总计|一共|总共|(?<![公中])共|均|都|分别|各|已|仅|也|总数|总量|了|过|的|[，：-]|约|为期|为|是|达到|达|至|到"
    "|(?:全|今|本|每)年(?:度|来|以来)?|多达|高达|先后)+$"
)
_CHANGE = re.compile(
    "(?:同比|环比|较上年|较去年|比上年|比去年|与上年相比|与去年相比)?，?(?:分别|均|都|已|稳定|持续|总体|大幅)*"
    "(?P<verb>达到|达成|达|实现|保持在?|稳定在|维持在|为|是|占比?|等于"
    "|(?:上升|下降|增长|减少|增加|提高|提升|降低|压缩|缩短|压减|精简|升|降|涨|跌|优化|增|减)(?:至|到|了|为)?|至|到|在)?"
    "(?:了|近|：|，)*$"
)
_SUBJECT = re.compile(
    "(?:书记|[县镇乡区市省局所队站校院]长|主任|领导|班子|部门|单位|组织|中心|人员|干部|律师|顾问|员|办|局|所|队|室|站|院|校|委"
    "|府|会|组|[乡镇县区市街村社]|街道|社区|系统|机关|机构|级|方|同志|负责人|[我本全各].)$"
)
_BODY = re.compile(
    "(?:中心|政府|街道|组织|部门|单位|办事处|委员会|律师|顾问|[员所局镇乡县区院站队室办委府]|[我本全各].|各级|村（?[居社]?区?）?)$"
)
_TRIM = re.compile(
    "^(?:[我全本](?:[乡镇县区市局街州旗省](?![场域面])|街道|系统)|[、，和及与并或的了过]|各类|各种|各项|各级各类|相关|有关|多种|多项|一批|其他|其它|其中|该类|此类|专门|全部|多形式)+"
    "|(?:[、，和及与并或]|等|共|各|多)+$"
)
_QUOTES = re.compile("“([^“”]+)”$")
# What ends a counted noun on the right: a preposition or an adverb, unless it is part of a word.
_STOP = re.compile(
    "(?<![面针相绝应])对(?![面象接标外应])|(?<![行作成认因较更])为(?![民主])|(?<![存现正内])在(?![册建线校职岗编园押逃矫校])"
    "|(?<![可予得所])以(?![上下案内及来])|被(?![告征申执害])|(?<![自])由|[将把均已并于按]|(?<![首])都|全部|全覆盖|分别|先后|累计"
    "|(?<![公])共同|进行|深入|围绕|系统(?=学|掌)|根据|(?<!已)通过|使得?|因|未|[向给让至达占](?![来级])|(?<=.)(?:之后|后|时|中)$"
    "|(?<![公中])共(?![享建治产青同])|主要|重点|得到|能够|可(?![持])|从(?![业事])|(?<=[^ ]{2})(?:也|均|都|就|还)"
)
_MODIFIED = re.compile("(?:.*)的(?=[^的]{4,}$)")
_RATE = re.compile("(?:率|度|比例|比重|占比|面|比|得分|分数|成绩|幅度|量|数|额)$")
_LOCATIVE = re.compile("(?:内|中|上|间|区|乡|镇|村)$")
_LONGEST = 28
_WORDY = 16


def bind(clause: Clause, unit: Unit, previous: Count, actions: Actions) -> Count:
    """Return what the figure between the clause's two sides counts."""
    if unit.dimension.startswith("rate"):
        found = _rate(clause, previous, actions)
    elif _noun_follows(clause, unit, actions):
        found = _right(clause, unit, previous, actions)
    else:
        found = _left(clause, unit, previous, actions)
    return Count(_noun_phrase(found.indicator), found.action, unit.dimension)


def _noun_phrase(phrase: str) -> str:
    """Trim what is no part of the name of the counted thing."""
    noun = _TRIM.sub("", _TRIM.sub("", phrase))
    if len(noun) > _WORDY:
        noun = _MODIFIED.sub("", noun)
    if len(noun) > _LONGEST:
        noun = re.split("[》”的：]", noun)[-1]
    if quoted := _QUOTES.fullmatch(noun):
        noun = quoted[1]
    return noun if 0 < len(noun) <= _LONGEST else ""


def _rate(clause: Clause, previous: Count, actions: Actions) -> Count:
    left = _LEAD.sub("", clause.left)
    change = _CHANGE.search(left)
    verb = (change["verb"] if change else "") or ""
    subject = left[: change.start()] if change else left
    if not subject and clause.before and not verb:
        subject = _LEAD.sub("", clause.before)
    if not subject:
        if clause.right and clause.right[0] not in "，。；、：！？\n）" and not verb:
            return Count(clause.right, "")
        return Count(previous.indicator, _plain_verb(verb))
    if _RATE.search(subject):
        for found in reversed(actions.find(subject)):
            if found.kind is VerbKind.GOVERNS and found.end < len(subject):
                head = subject[: found.start]
                if (
                    not head
                    or _ADVERBS.match(head)
                    or found.word in ("实现", "确保", "完成", "取得")
                ):
                    return Count(subject[found.end :], found.word)
    return Count(subject, _plain_verb(verb))


def _plain_verb(verb: str) -> str:
    return (
        ""
        if verb in ("为", "是", "在", "至", "到")
        else verb.removesuffix("至").removesuffix("到") or verb
    )


def _noun_follows(clause: Clause, unit: Unit, actions: Actions) -> bool:
    """Whether the counted noun stands after the figure: 3名|干部, 开展4次|交流活动."""
    right = clause.right
    if not right or right[0] in "，。；、：！？\n）（”-并和及或、且":
        return False
    if right[0] == "的":
        return len(right) > 1
    left = _TAIL.sub("", _LEAD.sub("", clause.left))
    if unit.side is Side.RIGHT or not left:
        return True
    verbs = actions.find(left)
    ends_in_verb = bool(verbs) and verbs[-1].end == len(left)
    if unit.side is Side.BOTH:
        return ends_in_verb or not actions.find(right)[:1] or actions.find(right)[0].start > 0
    if ends_in_verb and (verbs[-1].kind is VerbKind.GOVERNS or len(verbs[-1].word) == len(left)):
        return True
    # 常委会议2次|听取汇报: what was done twice follows.
    return unit.dimension == "event" and any(
        v.start == 0 and v.kind is VerbKind.GOVERNS for v in actions.find(right)
    )


def _right(clause: Clause, unit: Unit, previous: Count, actions: Actions) -> Count:
    left = _TAIL.sub("", _LEAD.sub("", clause.left))
    before = [v for v in actions.find(left) if v.end == len(left)]
    right = clause.right.removeprefix("的")
    verbs = [v for v in actions.find(right) if not _inside_noun(v, unit)]
    action = before[0].word if before else ""
    if unit.place:
        return _places(right, verbs, action, unit)
    if verbs and verbs[0].start == 0 and not (before and verbs[0].kind is VerbKind.DEED):
        return _verb_follows(clause, unit, previous, right, verbs, action, actions)
    cut = min([v.start for v in verbs if v.start > 0], default=len(right))
    if stop := _STOP.search(right, 1):
        cut = min(cut, stop.start())
    noun = right[:cut]
    following = next((v.word for v in verbs if v.start >= cut), "")
    return Count(noun, action or following)


def _inside_noun(verb: Verb, unit: Unit) -> bool:
    """Whether a verb on the right is a word of the counted noun: 4次|专项隐患排查行动."""
    if verb.kind is VerbKind.GOVERNS or verb.start == 0:
        return False
    return verb.kind is VerbKind.OPENS or unit.dimension not in ("person", "org", "place")


def _verb_follows(
    clause: Clause,
    unit: Unit,
    previous: Count,
    right: str,
    verbs: list[Verb],
    action: str,
    actions: Actions,
) -> Count:
    """6次|听取汇报 counts the hearings; 6名|通过考试 counts those of whom was spoken."""
    verb = verbs[0]
    if unit.dimension == "event":
        rest = right[verb.end :]
        cut = re.search("并|，|、", rest)
        noun = rest[: cut.start()] if cut else rest
        return Count(noun or verb.word, verb.word)
    if unit.dimension == "person" and clause.before:
        # 执法人员参加培训后，6名通过考试: the clause before says who.
        subject = _LEAD.sub("", clause.before)
        acts = actions.find(subject)
        if acts and acts[0].start > 1:
            return Count(subject[: acts[0].start], verb.word)
    found = _left(clause, unit, previous, actions)
    return found if found.indicator else Count(previous.indicator, action or verb.word)


def _places(right: str, verbs: list[Verb], action: str, unit: Unit) -> Count:
    """13个村（居）实现|法律顾问全覆盖 counts what was reached, 覆盖11个社区 the places."""
    for verb in verbs:
        if verb.kind is VerbKind.GOVERNS and verb.end < len(right):
            return Count(right[verb.end :], verb.word)
    return Count(unit.name.removeprefix("个"), action)


def _left(clause: Clause, unit: Unit, previous: Count, actions: Actions) -> Count:
    phrase = _TAIL.sub("", _LEAD.sub("", clause.left))
    if unit.place:
        return Count(unit.name.removeprefix("个"), next((v.word for v in actions.find(phrase)), ""))
    if not phrase:
        if clause.before:
            return _left(Clause(clause.before, "", ""), unit, previous, actions)
        return Count(previous.indicator, previous.action)
    verbs = actions.find(phrase)
    governing = [v for v in verbs if v.kind is VerbKind.GOVERNS]
    for verb in reversed(governing):
        if verb.end < len(phrase):
            return _object(phrase, verb, unit, actions)
        return _fronted(phrase, verb, clause, unit, previous)
    return _deed(phrase, verbs, clause, unit, previous)


def _object(phrase: str, verb: Verb, unit: Unit, actions: Actions) -> Count:
    return Count(phrase[verb.end :], verb.word)


def _fronted(phrase: str, verb: Verb, clause: Clause, unit: Unit, previous: Count) -> Count:
    """会前学法|坚持8次, 公职律师|已有7人: the noun before the verb, unless it is who did it."""
    noun = _TAIL.sub("", phrase[: verb.start])
    noun = "" if _ADVERBS.match(noun) else noun
    if noun and (not _SUBJECT.search(noun) or verb.word in _HAVING or unit.dimension == "person"):
        return Count(noun, verb.word)
    if previous.indicator and _same(previous.dimension, unit.dimension):
        return Count(previous.indicator, verb.word)
    if clause.before:
        return Count(_LEAD.sub("", clause.before), verb.word)
    return Count(previous.indicator or (verb.word if unit.dimension == "money" else ""), verb.word)


_LISTING = tuple("、，和及与")
_HAS = re.compile("(?<=[道镇乡县局区市院所旗州村社])有(?![关效序力利机限所无])")
_HAVING = frozenset("现有 共有 拥有 有 已有 新增 尚有 坚持".split())


def _deed(phrase: str, verbs: list[Verb], clause: Clause, unit: Unit, previous: Count) -> Count:
    follows = clause.left[:1] in _LISTING or previous.dimension == unit.dimension == "event"
    listed = previous.action if follows else ""
    if not verbs:
        if having := _HAS.search(phrase):
            return Count(phrase[having.end() :], having[0])
        return Count(phrase, listed)
    first = verbs[0]
    head = phrase[: first.start]
    opens = not head or bool(_ADVERBS.match(head))
    last = verbs[-1]
    if last.end == len(phrase):
        chain = last
        for verb in reversed(verbs[:-1]):
            if verb.end != chain.start:
                break
            chain = Verb(verb.start, chain.end, verb.word + chain.word, verb.kind)
        return _deed_last(phrase, chain, verbs, clause, unit, previous, listed)
    if opens:
        start = first
        for verb in verbs[1:]:
            if verb.start != start.end or start.kind is VerbKind.OPENS:
                break
            start = Verb(start.start, verb.end, start.word + verb.word, verb.kind)
        return Count(phrase[start.end :], start.word)
    if _BODY.search(head) and not listed:
        return Count(phrase[first.end :], first.word)
    return Count(phrase, listed)


def _deed_last(
    phrase: str,
    chain: Verb,
    verbs: list[Verb],
    clause: Clause,
    unit: Unit,
    previous: Count,
    listed: str,
) -> Count:
    """调解11起, 矛盾纠纷调解11起, 安全隐患排查20余次: a clause that ends in its deed."""
    head = phrase[: chain.start]
    if unit.dimension in ("event", "person-time"):
        first = verbs[0]
        if (
            first.kind is VerbKind.OPENS
            and first.end < len(phrase)
            and _ADVERBS.match(phrase[: first.start])
        ):
            return Count(phrase[first.end :], first.word)
        if _ADVERBS.match(head):
            if unit.dimension == "person-time" and previous.indicator:
                return Count(previous.indicator, chain.word)
            return Count(phrase, listed or chain.word)
        return Count(phrase, listed or chain.word)
    if _ADVERBS.match(head):
        if previous.indicator and _same(previous.dimension, unit.dimension):
            return Count(previous.indicator, chain.word)
        if clause.before and not previous.indicator:
            return Count(_LEAD.sub("", clause.before), chain.word)
        return Count(phrase, chain.word)
    if _LOCATIVE.search(head) and len(head) <= 4 and previous.indicator:
        return Count(head + previous.indicator[-2:], chain.word)
    return Count(head, chain.word)


_ALIKE = (
    {"case", "case-time", "item", "document", "event"},
    {"person", "person-time"},
    {"org", "org-time"},
)


def _same(one: str, other: str) -> bool:
    return one == other or any({one, other} <= group for group in _ALIKE)
