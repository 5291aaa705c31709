"""Mechanisms without a head noun: named methods and brands, from the vocabulary and by their make.

Families are open: 法律进X and 法律N进, 新时代“枫桥经验”, recurring activities in quotation marks
(“送法进牧区”活动). A brand wholly in quotation marks is taken without them. An entry marked
``gov:quotedOnly`` is one only in quotation marks (“一站式”), else an everyday word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.lexicon.mechanisms import COUNTS, LAWS, TEACHINGS
from kg.model import Concept, Document, Mention

_LAW = re.compile(f"(?:{'|'.join(LAWS)})(?:{'|'.join(TEACHINGS)})?$")
_LONGEST_LAW = 6
_TOPIC = re.compile(
    "(?:习近平法治思想|法律|法治宣传教育|法[治制]宣传|法治|普法|宪法|民法典)"
    f"“?[一二三四五六七八九十0-9N]?[{COUNTS}]$"
)
_LONGEST_OPENING = 14
_ACTIVITY = re.compile(
    "(“[^“”\n]{4,18}”、?(?:“[^“”\n]{4,18}”、?)*)等?的?"
    "(?:系列|特色|专题|专项|普法|法治|宣传|教育|法律|宣讲|实践|品牌|学习|服务){0,4}(?:活动|品牌)"
)
# Teaching by a name of its own: “国土法治微课堂”, “赶集学法”, “法治体检进楼宇”.
_TAUGHT = re.compile(
    "“([\u4e00-\u9fff·+]{2,8}(?:课堂?|学堂|讲堂|夜校|夜话|夜学|学法|普法|讲法|说法|释法|大集|巴扎|板凳会|院坝会"
    "|进[\u4e00-\u9fff]{2,4}))”(?!(?:微信|官方|政务)*(?:公众号|视频号|抖音|小程序|平台|号))"
)
_NOT_TAUGHT = re.compile(
    "^[七八九]五|必修课|党课|进一步|进[行展入]|(?:坚持|带头|集中|自觉|干部)学法$"
)
_QUOTED = re.compile("“([^“”\n]{4,18})”")
# What is quoted before 活动 and is no brand: days, plans, slogans, projects, people.
_NO_BRAND = re.compile(
    "[，。；：！？《》]|[日周月节年季]$|五”?$|[人员]$|^[\\d.·、-]+$|^[七八九]五|中国梦|原则|理念|行动|工程|计划"
    "|^(?:学习|贯彻|弘扬|加强|推进|深化|坚持|增强)|放管服|三重一大|四个|两个|扫黑除恶|(?:机关|单位|主任)$|示范"
)


def find_brands(document: Document, lexicon: Lexicon) -> list[Mention]:
    """Return the named methods and brands of a document."""
    return [
        document.mention(start, end, "MECH", rule)
        for start, end, rule in _places(document.plain, lexicon)
    ]


def _places(plain: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    not_before = lexicon.wordings["MECH"].not_before
    for start, end, concept in lexicon.terms.find(plain)["MECH"]:
        if not isinstance(concept, Concept):
            continue
        if concept.iri in not_before and plain.startswith(not_before[concept.iri], end):
            continue
        if "quotedOnly" in concept.facts and not (
            plain[start - 1 : start] == "“" and plain[end : end + 1] == "”"
        ):
            continue
        title = plain.rfind("《", max(0, start - 40), start)
        if title < 0 or plain.find("》", title, start) >= 0:
            yield start, end, "vocabulary"
    yield from _families(plain, lexicon)
    for match in _TAUGHT.finditer(plain):
        if not (_NO_BRAND.search(match[1]) or _NOT_TAUGHT.search(match[1])):
            yield match.start(1), match.end(1), "taught"
    for match in _ACTIVITY.finditer(plain):
        for brand in _QUOTED.finditer(plain, match.start(1), match.end(1)):
            if not _NO_BRAND.search(brand[1]):
                yield brand.start(1), brand.end(1), "recurring-activity"


def _families(plain: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Yield the families of 法律进学校, of 法律七进 and of 枫桥经验."""
    words = lexicon.mechanism_words
    reached = 0
    for _, end, _ in lexicon.terms.find(plain)["MechanismFamily"]:
        at = end - 1
        if plain[at] == "验" or plain[at - 1] in COUNTS:
            pattern, at = (words.experience, end - 2) if plain[at] == "验" else (_TOPIC, at)
            opening = pattern.search(plain, max(0, at - _LONGEST_OPENING), at)
            if opening and (place := _unquoted(plain, opening.start(), end)):
                yield *place, "family"
        elif at >= reached:
            enters = words.law_enters.match(plain, at)
            law = enters and _LAW.search(plain, max(reached, at - _LONGEST_LAW), at)
            if enters and law:
                reached = enters.end()
                yield law.start(), reached, "law-enters"


def _unquoted(plain: str, start: int, end: int) -> tuple[int, int] | None:
    """Leave out a quotation mark whose other one is outside, and a pair around the whole."""
    opens, closes = plain[start] == "“", plain[end : end + 1] == "”"
    if "“" in plain[start + 1 : end]:
        return (start, end + 1) if closes else None
    return start + opens, end
