"""Laws named in running text, without brackets.

The catalogue's names by automaton, each bounded by what stands around it; unknown instruments only
by forms that nothing else has. A local instrument begins where its place's name begins; 县 or 镇
alone before a national name (制定镇“八五”普法规划) is a plan without a title, and no citation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.lexicon import Lexicon
from kg.lexicon.law_keys import COUNTRY, is_nearly_country
from kg.mentions.laws.found import Found

_NOT_SPLIT = (
    r"(?!律|治|院|庭|官|网|盲|令|宝|务|则|纪|眼|援|警|人|系|理念"
    r"|规(?![定范])|制(?![定止])|学(?![习用])|定(?!期)|案(?!例))"
)
"""After 法: not 法律, 法治, 法规, 法学; but 法规定, 法规范, 法学习."""
_WHOLE = re.compile(_NOT_SPLIT)
_WHOLE_CONSTITUTION = re.compile(r"(?!学(?![习法用])|定)")
_STANDS_ALONE = re.compile(r"[《“”》、，。；：及和与等（）\n]|$")
_OBSERVANCE = re.compile(
    r"(?:与[一-鿿]{1,6})?”?(?:国家|法治|法制|宣传|教育|主题|活动|学习|集中|系列|普法)*"
    r"[日周月](?![常内报末底初中起程度]|前(?![后夕])|期(?!间)|活动室)"
)
_COUNTRY = re.compile(r"中[一-鿿]{2,7}国$")
_LEVEL = re.compile(r"[省市县区州旗乡镇]$")
_NATIONAL = ("法", "法典", "章程", "党章")
_PLAN = re.compile("(?:纲要|规划|计划|方案|要点)$")
_ADDED = re.compile(r"（?20\d\d年?[-~至]?20\d\d年?）?|（(?:试行|暂行|\d{4}年修[订正]版?)）")
_LONGER = re.compile(r"的?(?:实施|贯彻)?(?:条例|细则|办法|方案|意见)")
_FULL = re.compile(
    f"{COUNTRY}(?!成立|国务院|公民|主席|境内)[一-鿿、（）]{{1,36}}?"
    f"(?:法典|法{_NOT_SPLIT}|条例|实施细则)"
    r"|中国共产党(?!领导|成立|第|人)(?:(?![的在了是按以])[一-鿿（）]){2,26}?"
    r"(?:条例|准则|规则)(?:（试行）)?"
)
_COLLECTIVE = re.compile(r"一规划[两二]纲要|[两三四五]法[一两二]条例")
_COUNTED = re.compile("法[一两二]条例")
_NO_LAW = "方做办执普司立守用学违非看想手合依家书送释说述懂知信护枉犯抗变作魔"
_NEXT = re.compile(
    r"[》”]?(?:[、和及与]|以及)(?:新?(?:修[订正]|出台|颁布|制定)的)?(?![《“])"
    rf"([一-鿿]{{2,20}}?(?:(?<![{_NO_LAW}])法{_NOT_SPLIT}|条例))"
    r"(?=[、，。；）》”等及和的\n]|以及|$)"
)
_LOCAL = ("省", "市", "自治区", "自治州", "自治县")
_VERB = re.compile("推动|落实|宣传|学习|执行|开展|贯彻|按照|根据|依据|制定|[的了对以]")
# What a local instrument ends in, and what stands right before that: 办法 and 规定 are words too.
_LOCAL_FORMS = {
    "条例": re.compile(""),
    "办法": re.compile("[^想好新老土多的体套些种]$"),
    "规定": re.compile("(?:程序|管理|监督|若干|暂行|工作|保障)$"),
}
_LONGEST_LOCAL = 45
_MARKS = "，。；：、《》“”\n（）"
_NICKNAME = re.compile("“?[五六七八九]五”?普法")
"""What a plan is called for short names no document: 落实“八五”普法规划."""
_KEY_POINTS = "工作要点"
_YEARLY = re.compile(r"20\d\d年(?:度)?[一-鿿]{2,24}$")
_ANNOUNCED = re.compile(
    r"政府关于(?!印发|[^，。；：、《》“”\n]{0,3}报告)[^，。；：、《》“”\n]{4,40}?的(?:公告|通告|通知|意见|决定)"
)
"""A government's document cited by its whole title: 广东省人民政府|关于…的公告."""
_GIVEN = re.compile("(?:印发|制定|制发|出台|下发|按照|根据|对照|落实|执行|[和与及、了])$")
"""What stands before key points cited by their title: 印发|2022年法治建设工作要点."""


def find(plain: str, taken: bytearray, lexicon: Lexicon) -> Iterator[Found]:
    """Yield the laws named outside brackets; ``taken`` is 1 where brackets are.

    Names of things that are called after a law (宪法公园) are taken too.
    """
    for start, end, _ in lexicon.terms.find(plain)["CalledAfterLaw"]:
        taken[start:end] = b"\1" * (end - start)
    yield from _names(plain, taken, lexicon)
    collective = _COUNTED.search(plain) or "一规划" in plain
    for form in (_FULL, _COLLECTIVE) if collective else (_FULL,):
        for found in form.finditer(plain):
            if not taken[found.start()]:
                yield Found(*found.span(), "form")
    yield from _local(plain, taken, lexicon)
    yield from _key_points(plain, taken, lexicon)
    yield from _announced(plain, taken, lexicon)


def neighbours(plain: str, found: Iterable[Found]) -> Iterator[Found]:
    """Yield the items that follow a law in an enumeration and end like one."""
    reached = 0
    for one in sorted(found):
        at = one.end
        while at >= reached and (item := _NEXT.match(plain, at)):
            yield Found(*item.span(1), "list")
            at = reached = item.end(1)


def _names(plain: str, taken: bytearray, lexicon: Lexicon) -> Iterator[Found]:
    """Yield the catalogue's names, each as far as the name goes."""
    for start, end, _ in lexicon.terms.find(plain)["LAW"]:
        if taken[start] or _NICKNAME.match(plain, start) or not _is_cited(plain, start, end):
            continue
        begin = start
        country = _COUNTRY.search(plain, max(0, start - 9), start)
        if country and is_nearly_country(country[0]):
            begin = country.start()
        elif _LEVEL.search(plain, max(0, start - 1), start) and not plain[start:end].endswith(
            _NATIONAL
        ):
            placed = _place_before(plain, start, lexicon)
            if placed is None and _PLAN.search(plain, start, end):
                continue
            begin = start if placed is None else placed
        further = _ADDED.match(plain, end) or _LONGER.match(plain, end)
        yield Found(begin, further.end() if further else end, "name")


def _is_cited(plain: str, start: int, end: int) -> bool:
    """Whether a name is cited where it stands: no half of another word, no observance's name."""
    name = plain[start:end]
    if _OBSERVANCE.match(plain, end):
        return False
    if name.endswith("宪法"):
        return _WHOLE_CONSTITUTION.match(plain, end) is not None
    if not name.endswith("法"):
        return True
    if len(name) == 2 and name != "刑法":
        # 水法 is half of 节水法规 and 治水法宝 as easily.
        left = plain[start - 1 : start]
        return all((_STANDS_ALONE.match(left), _STANDS_ALONE.match(plain, end)))
    return _WHOLE.match(plain, end) is not None


def _place_before(plain: str, end: int, lexicon: Lexicon) -> int | None:
    """Return where the names of places that end here begin, None where there are none."""
    at = end
    for _ in range(4):
        for length in range(min(12, at), 1, -1):
            if lexicon.places.named(plain[at - length : at]):
                at -= length
                break
        else:
            break
    return at if at < end else None


def _local(plain: str, taken: bytearray, lexicon: Lexicon) -> Iterator[Found]:
    """Yield local instruments: the name of a place that may legislate, up to 条例, 办法 or 规定."""
    for form, follows in _LOCAL_FORMS.items():
        end = 0
        while (at := plain.find(form, end)) >= 0:
            end = at + 2
            if taken[at] or not follows.search(plain, max(0, at - 2), at):
                continue
            window = max(0, at - _LONGEST_LOCAL)
            words = plain[window:at]
            if not ("市" in words or "省" in words or "自治" in words):
                continue
            left = max(window - 1, *(plain.rfind(mark, window, at) for mark in _MARKS)) + 1
            left = max(left, *(plain.rfind(other, left, at) + 2 for other in _LOCAL_FORMS))
            for hit in lexicon.places.find(plain[left:at]):
                inside = left + hit.end
                if hit.name.endswith(_LOCAL) and inside + 4 <= at + 2 * (form == "条例"):
                    if not _VERB.search(plain, inside, at):
                        yield Found(left + hit.start, end, "form")
                    break


def _key_points(plain: str, taken: bytearray, lexicon: Lexicon) -> Iterator[Found]:
    """Yield a year's key points cited by title, with the place they begin with."""
    at = plain.find(_KEY_POINTS)
    while at >= 0:
        end = at + len(_KEY_POINTS)
        yearly = None if taken[at] else _YEARLY.search(plain, max(0, end - 34), end)
        if yearly:
            placed = _place_before(plain, yearly.start(), lexicon)
            begin = yearly.start() if placed is None else placed
            if _GIVEN.search(plain, max(0, begin - 2), begin):
                yield Found(begin, end, "form")
        at = plain.find(_KEY_POINTS, end)


def _announced(plain: str, taken: bytearray, lexicon: Lexicon) -> Iterator[Found]:
    """Yield the documents of a named government cited by title without brackets."""
    at = plain.find("政府关于")
    while at >= 0:
        title = None if taken[at] else _ANNOUNCED.match(plain, at)
        begin = at - 2 if title and plain.startswith("人民", at - 2) else at
        placed = _place_before(plain, begin, lexicon) if title else None
        if title and placed is not None:
            yield Found(placed, title.end(), "form")
        at = plain.find("政府关于", at + 1)
