"""Kinds of dispute: the bare kind that stands before 纠纷 or 争议 (施工领域|劳资纠纷).

A kind is an entry of the vocabulary, with 矛盾 before 纠纷 or without, with a word before it that
makes it more special (民宿|经营纠纷); or any word where a verb of settling, a list of kinds or a
count says so. Short forms that share one 纠纷 are one mention. Refused: what does not say the kind
(重大纠纷), where it arose (施工领域), names of bodies and of documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.boundaries import phrase_start
from kg.characters import places_of
from kg.lexicon import Lexicon
from kg.lexicon.endings import Endings
from kg.model import Document, Mention

_HEADS = ("纠纷", "争议")
# What follows where the words belong to a body's or a document's name, or to a mechanism's.
_LARGER_BEGINS = frozenset("人联诉专行多调化仲处委中工法条》")
_LARGER_NAME = re.compile(
    "(?:人民|联合|诉前|专业|行业|多元)?(?:调解|调处|化解|仲裁|处理)?(?:委员会|调委会|仲裁|中心|工作室|调解室|法庭|[条法》])"
)
_JOINT = "、和及与"
# What ends right before a kind: the verb that settles it, an item of a list, a count.
_SETTLES = (
    "化解|调解|调处|处理|处置|涉及|聚焦|排查|解决|成功|各类|受理|包括|发生|办理|审理|审结|仲裁|裁决"
    "|代理|预防|防范|妥处|摸排|关注|突出|快审|快结|速裁|劝解|平息|处结|办结|介入|对|把|让(?<!转让)|使(?!用)"
)
_SETTLING = frozenset(_SETTLES.split("|"))
_SETTLES_BEGINS = "".join(word[0] for word in _SETTLES.split("|"))
# 调解员, 仲裁院 are those who settle.
_DOER = "[员院室站所厅组队率]|会(?!费)|中心|工作|机[制构关]|平台|委员"
_LISTED = re.compile(
    "(?:(?:纠纷|争议)(?:[0-9]+余?[件起宗例])?|[0-9]余?[件起宗例])(?:、|和|及|以及)$"
)
_COUNTED = "[0-9余一两]多?[件起宗例]"
_LONGEST_JOINT = 12
_OPEN_KIND = re.compile(
    f".*(?:(?=[{_SETTLES_BEGINS}0-9余一两和及“，。；：！？、（）的了查理])"
    f"(?:(?P<sure>(?:{_SETTLES})(?!{_DOER})|{_COUNTED}|和|及(?<!涉及)|“)|[，。；：！？、（）的了]|[查理]出)|(?<![^\n]))"
    "(?P<kind>[\u4e00-\u9fff]{2,11}+)$",
)
_ENDS_IN_VERB = re.compile(f"(?:{_SETTLES})$")
# What says of the words before it that they are a kind: a count, or how often it happens.
_SAID_OF_KIND = re.compile(
    "矛?盾?(?:纠纷|争议)(?:(?:案件)?(?:共|约|近)?[0-9]+余?[件起宗例]|占比|[易多频高]发|时有发生|增多|逐年|反复|较多)"
    "|(?:纠纷|争议)[、和及][\u4e00-\u9fff]{2,8}(?:纠纷|争议)"
)
# Words that a kind holds none of: 因建房引发的|邻里纠纷.
_FUNCTION = re.compile(
    "[的了着被与至到或该我每某在将把从等若但而也都均已仍还又约近类项名]|共(?![有同])|(?<!转)让|由(?!来)|因|为(?!民)|以及|之[间内]"
)
# Where or among whom a dispute arose says no kind: 施工领域|劳资纠纷, 村民|邻里纠纷.
_SETTING = re.compile(
    "(?:领域|行业|辖区|区域|农村|工地|企业|单位|园区|小区|校园|景区|市场|项目|平台|季节|旺季|淡季|期间|方面|之间|过程|[内外间中上下里]"
    "|[村居农牧市]民|群众|职工|工人|农民工|当事人|双方|人员|[省市州县旗区镇乡村组街]|街道|社区|[两二三多][户家人方])$"
    "|^跨.|[^农乡]村(?![民务规集级])|^(?:涉及|由于|因|对|为|以|与|向|将|把|在|从)"
)
_WINDOW = 24
_LONGEST_OPEN = 6
_LONGEST_SURE = 9
_SHARED = re.compile("[、和及]?([\u4e00-\u9fff]{2,6})$")
_LEADING_ITEM = re.compile(
    "(?:化解|调解|调处|处理|处置|涉及|聚焦|排查|解决|关注|各类|受理|包括|，|：)(?P<kind>[\u4e00-\u9fff]{2,4})、$"
)
_GENERIC = re.compile(
    "各|有关|相关|重大|疑难|复杂|重点|突出|社会|信访|群众|民间|基层|农村|一般|简单|矛盾|多元|历史|潜在|隐患|苗头|性$|类$|等|起|件|次|排查|调解"
    "|化解|调处|处理|受理|解决|预防|涉及|引发|发生|因|辖区|内部|民转刑|涉法|涉诉|热点|难点|敏感|风险|稳定|线上|网格|警情|诉前|诉讼|来访|求助|咨询|急难|愁盼|大小|长期|遗留|陈年|身边|特殊|具体|全年|年度|累计|期间|[大小]$|积案|存量|其他|新型|日常|常见|轻微|易发|多发|个人|当事人|双方|^[的了]|纠纷|争议|型$"
)


def find(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield every kind of dispute a document names."""
    plain = document.plain
    known = lexicon.kinds_of_dispute
    for head in places_of(plain, *_HEADS):
        at, end = head, head + 2
        if plain[end : end + 1] in _LARGER_BEGINS and _LARGER_NAME.match(plain, end):
            continue
        if _in_title(plain, head):
            continue
        at -= 2 if plain[at - 2 : at] == "矛盾" else 0
        if (start := _start(plain, at, known, lexicon)) is not None:
            yield document.mention(start, end, "DISPUTE", "kind-of-dispute")


def _start(plain: str, head: int, known: Endings, lexicon: Lexicon) -> int | None:
    """Return where the kind before 纠纷, or the list of kinds, begins."""
    shared = plain[head - 1 : head] == "等"
    end = head - 1 if shared else head
    start = known.start(plain, end)
    if start == end:
        return _list_start(plain, end, known) if shared else _open_kind(plain, head, lexicon)
    first = start
    while first:
        joint = plain[first - 1] in _JOINT
        own_head = joint and plain.startswith(_HEADS, first - 3)
        item_end = first - joint
        earlier = item_end if own_head else known.start(plain, item_end)
        if earlier == item_end:
            found = _LEADING_ITEM.search(plain, max(0, first - 9), first) if joint else None
            if found and not _GENERIC.search(found["kind"]):
                return found.start("kind")
            return _more_special(plain, first, head, lexicon)
        first = earlier
    return first


def _list_start(plain: str, end: int, known: Endings) -> int | None:
    """Return where a list begins whose last kind is not known: 邻里、租赁、宠物扰民|等纠纷."""
    first, sure = end, False
    while item := _SHARED.search(plain, max(0, first - 8), first):
        word = item[1]
        at = known.start(plain, first)
        if at < first:
            sure = True
        elif _GENERIC.search(word) or _SETTING.search(word) or "、" not in item[0]:
            return None
        first = at if at < first else item.start(1)
        if plain[first - 1] != "、":
            return first if sure and first < end else None
        first -= 1
    return None


def _open_kind(plain: str, head: int, lexicon: Lexicon) -> int | None:
    """Return where a kind the vocabulary does not have begins: 调解|供暖纠纷89件."""
    start = _boundary(plain, head, head, lexicon)
    if start is None or head - start < 2:
        return None
    kind = plain[start:head]
    if kind.startswith("跨"):
        return start
    return None if _GENERIC.search(kind) or _SETTING.search(kind) else start


def _more_special(plain: str, first: int, head: int, lexicon: Lexicon) -> int:
    """Take the words before a known kind that tell it from others: 民宿|经营纠纷."""
    if not "一" <= plain[first - 1] <= "鿿" or plain[first - 2 : first] in _SETTLING:
        return first
    start = _boundary(plain, first, head, lexicon)
    if start is None or first - start < 2:
        return first
    special = plain[start:first]
    if _GENERIC.search(special) or _SETTING.search(special) or _ENDS_IN_VERB.search(special):
        return first
    return start


def _boundary(plain: str, end: int, head: int, lexicon: Lexicon) -> int | None:
    """Return where the words before a kind begin, None where nothing says that they name one."""
    low = max(0, end - _WINDOW)
    low = max(low, plain.rfind("\n", low, end) + 1)
    found = _OPEN_KIND.match(plain, low, end)
    if not found:
        return None
    start, words = found.start("kind"), found["kind"]
    sure = bool(found["sure"]) and found["sure"] not in "和及"
    if not sure and plain[start - 1] in "、和及":
        sure = _LISTED.search(plain, max(0, start - _LONGEST_JOINT), start) is not None
    if not sure and not _SAID_OF_KIND.match(plain, head):
        return None
    if sure and len(words) <= _LONGEST_SURE and not _FUNCTION.search(words):
        return start
    verbs = lexicon.actions.find(words)
    start = max([start + verbs[-1].end if verbs else start, phrase_start(plain, end, floor=start)])
    return start if start < end and end - start <= _LONGEST_OPEN else None


def _in_title(plain: str, at: int) -> bool:
    opening = plain.rfind("《", max(0, at - 40), at)
    return opening >= 0 and plain.find("》", opening, at) < 0
