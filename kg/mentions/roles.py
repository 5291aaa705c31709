"""Roles: titles of posts, appointments and engagements, level words included (乡党委书记).

A known title grows to the left over words that make it more special (草原|网格员), over the body it
is a post of (司法所|所长), and over level words and places. Who is engaged for something goes by
what for, where a list, a count or a word of appointing says that these words name somebody
(秸秆|禁烧员).
Refuses descriptions of who is responsible (主要负责人), staff and groups (干部职工), manners of
engagement (专职|调解员), and words that only begin like a title (林长制, 乡长治久安).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from kg.boundaries import is_owner, owners_in, phrase_start
from kg.characters import by_two_characters
from kg.lexicon import Lexicon
from kg.lexicon.endings import Endings
from kg.lexicon.wording import Word, Wording
from kg.model import Concept, Document, Mention

KIND = "ROLE"

# What makes another word of a title's last character: 林长制, 书记员, 乡长治久安.
_RUNS_ON = by_two_characters(
    {
        "长": "制 期 效 治 远 久 足 大 江 城 征 春 沙 宁 寿 处 短 令 乐 廊 葛 线 办公会 接待日 信箱"
        " 热线 助理 质量奖 专题会 联席会 例会 论坛 座谈会 培训班",
        "员": "工 会 额 库",
        "任": "助理 务 何 性 意 免 科员 例会 培训班",
        "记": "员 处 录 者 办公会 专题会 信箱 接待日 热线 会议 会研 会上 会审 会前 例会 论坛"
        " 座谈会 培训班",
        "师": "生 资 傅",
        "人": "员 才 民 大",
        "席": "团 台 位 会",
        "问": "题 责 卷",
    }
)
# Before a title these are part of another word: 道路长5公里, 森林长廊.
_NOT_AFTER = {
    "书记": "总",
    "主任": "班",
    "组长": "班",
    "林长": "园森",
    "路长": "道公铁马线",
    "会长": "委",
    "所长": "有",
    "村长": "乡农",
    "区长": "地社",
    "户长": "客",
}
# 老支书 and 老主任 are so no more; 五老|调解员 and 养老|协管员 are.
_FORMER = re.compile("(?<![五养助敬为护扶孝爱])老$")
_LONGEST_BODY = 16
# What stands before 副 in a title and belongs to it: 综治中心|常务|副主任.
_FIRST_OF = ("常务", "执行", "第一")
# What bodies that nobody lists end in before such a post: 社法委|主任, 中心小学|校长.
_BODY_ENDS = {
    "主任": ("办", "室", "委", "中心", "部"),
    "副主任": ("办", "室", "委", "中心", "部"),
    "校长": ("小学", "中学", "学校"),
    "副校长": ("小学", "中学", "学校"),
}
Tells = Callable[[str], bool]
"""Whether words say what somebody is engaged for."""
# Those engaged for something, named by it: 河道|管护员, 秸秆|禁烧员.
_ENGAGED = ("员", "志愿者", "专干", "专员", "社工", "律师", "顾问", "官", "讲师", "导师")
_LONGEST_QUOTED = 8
_LONGEST_TASK = 4
_LONGEST_COUNTED = 6
_COUNTED = re.compile("”?(?:[0-9、等）]|[一二三四五六七八九十两]+[名个位支]|[和及与]|共)")
# What stands before the task where somebody is meant: 选聘|秸秆禁烧员, 46名|社保服务专员.
_SET_OFF = re.compile(
    "(?:[选增续招]?[聘配]|聘[请任用]|选[任派]|招募|遴选|吸[纳收]|配[备齐强]|设[立置]|组织|培[养育]|发展|邀请|[0-9余多][名位]|任)$"
)
_HEADS = re.compile("”?[0-9]+余?多?[名人位]")
# Members and ranks are engaged for nothing: 党员, 人员, 委员.
_MEMBERS = frozenset("人成党委会队职官学演船教社雇动全满复随定超裁议球团幅译店文")
# What no words hold that say what for: function words, places, verbs; 派出所|法制员.
_NO_TASK = re.compile(
    "[“”的了和与及等各为以被由将把让向从对在是有其个名位支]|[里中内前后]$|^增|[专兼]职|全[体镇乡县]|新[任聘增]|在[职编]"
    "|^农村$|^社会$|^组织|^保障|[设配派聘选请局队所站院科股委办]$"
)


def find(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the roles of a document."""
    plain = document.plain
    wording, bodies = lexicon.wordings[KIND], lexicon.bodies
    owner = owners_in(document, lexicon)
    words = lexicon.mechanism_words
    empty = _any_of(wording.lists["emptyModifier"])

    def says_what_for(task: str) -> bool:
        begins = words.governing.match(task) or words.opening_verb.match(task)
        return not (begins or is_owner(task) or _NO_TASK.search(task) or empty.search(task))

    floor = 0
    for start, end, word in lexicon.terms.find(plain)[KIND]:
        if plain.startswith("专兼职", start - 1):
            start += len("兼职")
        first = -1
        if word is Word.HEAD and end - start == 1 and not _is_somebody(plain, start, end):
            continue
        if word is Word.HEAD and not plain.startswith(
            _RUNS_ON.get(plain[end - 1 : end + 1], ()), end
        ):
            first = _task_start(plain, start, end, floor, says_what_for)
            first = owner(first, floor) if first < start else -1
        elif isinstance(word, Concept) and _is_title(plain, start, end, word, wording):
            first = _title_start(plain, start, end, floor, wording, bodies, says_what_for)
            first = owner(first, floor)
        if first >= 0:
            yield document.mention(first, end, KIND, "role")
        if first >= 0 or word is Word.LOOKALIKE:
            floor = end


def _is_somebody(plain: str, start: int, end: int) -> bool:
    """Whether 员 ends a word for somebody engaged: 船管员|23名, not 党员."""
    return plain[start - 1] not in _MEMBERS and _HEADS.match(plain, end) is not None


@lru_cache(maxsize=4)
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(sorted(words)) or "(?!)")


def _is_title(plain: str, start: int, end: int, concept: Concept, wording: Wording) -> bool:
    refused = wording.not_before.get(concept.iri)
    return not (
        (refused and plain.startswith(refused, end))
        or plain.startswith(_RUNS_ON.get(plain[end - 1 : end + 1], ()), end)
        or (start and plain[start - 1] in _NOT_AFTER.get(plain[start:end], ""))
        or (plain[start - 1 : start] == "老" and _FORMER.search(plain, max(0, start - 2), start))
    )


def _title_start(
    plain: str,
    start: int,
    end: int,
    floor: int,
    wording: Wording,
    bodies: Endings,
    says_what_for: Tells,
) -> int:
    title = plain[start:end]
    first = start - 1 if start > floor and plain[start - 1] == "副" else start
    if plain[first] == "副" and plain.endswith(_FIRST_OF, floor, first):
        first -= 2
    modifiers = wording.endings["modifier"]
    while (before := modifiers.start(plain, first, floor)) < first:
        first = before
    if title in wording.lists["post"]:
        body = first
        while (before := bodies.start(plain, body, max(floor, body - _LONGEST_BODY))) < body:
            body = before
        if body == first == start:
            body = _body_in_title(plain, title, start, floor, bodies)
        return body if body < first else _unlisted_body(plain, title, first, floor)
    if title.endswith(_ENGAGED):
        if plain[first - 1 : first] == "”":
            opening = plain.rfind("“", max(floor, first - _LONGEST_QUOTED), first)
            return opening if opening >= 0 else first
        return _task_start(plain, first, end, floor, says_what_for)
    return first


def _task_start(plain: str, start: int, end: int, floor: int, says_what_for: Tells) -> int:
    """Return where the words that say what somebody is engaged for begin, ``start`` if none do."""
    first = phrase_start(plain, start, floor=floor)
    first += plain[first] in "聘设配选"
    if not 2 <= start - first <= _LONGEST_COUNTED:
        return start
    task = plain[first:start]
    counted = bool(_COUNTED.match(plain, end))
    named = plain[first - 1 : first] in ("、", "和", "及", "与") or _SET_OFF.search(
        plain, max(floor, first - 3), first
    )
    longest = _LONGEST_COUNTED if counted and named else _LONGEST_TASK
    opens = plain.endswith("志愿者", start, end) and plain[first - 1 : first] in tuple("，。；：")
    fits = len(task) <= longest and (named or counted or opens)
    return first if fits and says_what_for(task) else start


def _body_in_title(plain: str, title: str, end: int, floor: int, bodies: Endings) -> int:
    """Return where a body begins whose last character is the post's first: 财政所|长."""
    if len(title) == 2 and title[-1] == "长":
        start = bodies.start(plain, end + 1, max(floor, end - _LONGEST_BODY))
        return start if start < end - 1 else end
    return end


def _unlisted_body(plain: str, title: str, end: int, floor: int) -> int:
    """Return where a body begins that its post tells: 审批服务科|科长, 社法委|主任."""
    told = title[-1] == "长" and plain[end - 1] == title[-2]
    if end == floor or not (told or plain.endswith(_BODY_ENDS.get(title, ()), floor, end)):
        return end
    start = phrase_start(plain, end, floor=max(floor, end - _LONGEST_BODY))
    return end if end - start < 2 or is_owner(plain[start:end]) else start
