"""Observances: days, weeks and months kept for a purpose, with their date or without.

The span runs from the date, without its opening quote, to the end of the name, a closing quote
between them inside (12·4”国家宪法日). After a date the name may be free (3·8”妇女维权周) or that of
a law; without one it is in the vocabulary or made like one (反邪教宣传月). Refused: dates of
incidents (“5·12”地震), reception and working days, dates alone that no observance falls on.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kg.lexicon import Lexicon
from kg.lexicon.days import MAKES, NUMERALS
from kg.model import Document, Mention

_MONTH = "(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_BARE_MONTH = re.compile(f"{_MONTH}月")
_NUMBER = re.compile(r"\d+")
_DATE = re.compile(
    rf"{_MONTH}(?:[·.\-]{_DAY}日?(?![\d.·%万亿元个件人次名场份户期\-])|月(?:{_DAY}日|份)?)"
    rf"|(?:{'|'.join(NUMERALS)})(?=[”\u4e00-\u9fff])"
)
_WITHIN_NUMBER = tuple(".·-")
_TAIL = (
    "(?:日(?![常程报益均]|期(?!间))|周(?![期边年岁末密])|月(?![份底初末度均内刊报中])"
    "|节(?![能约目点假气水日庆俭省奏]))"
)
_FREE = re.compile(
    rf"(?:第?[一二三四五六七八九十\d]{{1,3}}[个届次])?(?P<name>[\u4e00-\u9fff]{{1,15}}?{_TAIL})"
)
_MISNAMED = re.compile(r"[\u4e00-\u9fff]{2,14}?法(?=[”、，。；]|等|宣传)")
_MADE = re.compile(f"(?:{'|'.join(MAKES)})(?:活动)?{_TAIL}")
_SAYS_NOTHING = re.compile("(?:主题|集中|专题|专项|宣传|学习|教育|法律)*")
_TAIL_END = re.compile(_TAIL)
_NAME_ENDS = frozenset("，。；：！？、\n《》（）()…|")
# What stands before the name of a day and is no part of it.
_BEFORE_NAME = re.compile(
    ".*(?:利用|结合|开展|组织|紧扣|围绕|抓住|借助|依托|紧盯|把握|举办|举行|参加|参与|迎来|期间|以及|启动|落实"
    "|做好|聚焦|趁着|抓好|推进|通过|针对|年度?|一年一度|为期|借|以(?!案)|在|和(?!谐)|及|与(?=国)|暨|为(?!民)"
    "|是|的|了|等|由|各|[个届次])"
)
_NO_NAME = re.compile(
    "开展|学习宣传|宣讲|普及|暨|组织|举办|举行|进行|利用|结合|活动|上街|走进|期间|前后|召开|发布|印发|施行|实施"
    "|公布|截止|接待|工作日|节假|交易|假日|生效|生日|党日|节日|节点|旬|[在以等至到起是]"
    "|(?:当[日月周天]|[本该每次上下半整逐全同隔即今近昨明后前首末两三一二][日周月季])$"
)
_GOES_ON = re.compile("(?<=日)[益渐趋常]")
_INCIDENT = re.compile(
    ".{0,6}?(?:案|事故|事件|地震|讲话|批示|火灾|疫情|会议|号文|爆炸|泥石流|洪灾)"
)
_AMONG_DATES = re.compile("[、等及和]|”[、“等和及]|“")


def find(document: Document, lexicon: Lexicon) -> list[Mention]:
    """Return every observance a document names."""
    return [
        document.mention(start, end, "DAY", rule)
        for start, end, rule in _places(document.plain, lexicon)
    ]


def month_day(date: str) -> str:
    """Return a date as it stands in a report as ``MM-DD``, "" where it has no day.

    >>> month_day("6·26"), month_day("12月4日"), month_day("8月"), month_day("三八")
    ('06-26', '12-04', '', '03-08')
    """
    if date in NUMERALS:
        return NUMERALS[date]
    numbers = _NUMBER.findall(date)
    return f"{int(numbers[0]):02}-{int(numbers[1]):02}" if len(numbers) == 2 else ""


def split(text: str) -> tuple[str, str]:
    """Return the date that folded text begins with, "" for none, and the rest.

    >>> split("12·4”国家宪法日"), split("8月生态文明宣传月"), split("国家宪法日")
    (('12·4', '”国家宪法日'), ('8月', '生态文明宣传月'), ('', '国家宪法日'))
    """
    date = _DATE.match(text) or _BARE_MONTH.match(text)
    return (date[0], text[date.end() :]) if date else ("", text)


def _places(plain: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    named = {start: end for start, end, _ in lexicon.terms.find(plain)["DAY"]}
    for start, end in named.items():
        if not _GOES_ON.match(plain, end):
            yield start, end, "vocabulary"
    known = lexicon.days_by_date.keys()
    for date in _dates(plain, lexicon):
        if (dated := _dated_end(plain, date, named)) is not None:
            yield date.start(), dated, "dated"
        elif _stands_alone(plain, date, known):
            yield date.start(), date.end(), "date-alone"
    for begin, end, _ in lexicon.terms.find(plain)["MadeDay"]:
        if not _TAIL_END.match(plain, end - 1):
            continue
        start = _name_start(plain, begin)
        name = plain[start:begin]
        if not _SAYS_NOTHING.fullmatch(name) and len(name) > 1 and not _NO_NAME.search(name):
            yield start, end, "made-name"


def _dates(plain: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    """Yield what can be a date: digits that are no part of a number, and numerals after “."""
    for start, _, _ in lexicon.terms.find(plain)["Date"]:
        if plain[start] == "“":
            start += 1
        else:
            while start and plain[start - 1] in "0123456789":
                start -= 1
            if plain[start - 1 : start] in _WITHIN_NUMBER:
                continue
        if date := _DATE.match(plain, start):
            yield date


def _dated_end(plain: str, date: re.Match[str], named: dict[int, int]) -> int | None:
    """Return the end of the name that follows a date, None where none does."""
    at = date.end()
    dotted = "月" not in date[0]
    while plain[at : at + 1] in ("”", "“") and at - date.end() < 2:
        at += 1
    reopened = plain[at - 1] == "“"
    if at in named:
        return _with_close(plain, named[at]) if reopened else named[at]
    if (end := _past_stray_comma(plain, at)) is not None:
        return end
    free = _FREE.match(plain, at)
    is_name = free and not _NO_NAME.search(free["name"])
    if free and is_name and (dotted or _MADE.search(plain, at, free.end())):
        return _with_close(plain, free.end()) if reopened else free.end()
    misnamed = _MISNAMED.match(plain, at)
    if misnamed and dotted and plain[date.start() - 1 : date.start()] == "“":
        return None if _NO_NAME.search(misnamed[0]) else misnamed.end()
    return None


def _with_close(plain: str, end: int) -> int:
    return end + (plain[end : end + 1] == "”")


def _past_stray_comma(plain: str, at: int) -> int | None:
    """Return the end of a name that a comma cuts in two: 消费者，权益保护日."""
    comma = plain.find("，", at + 2, at + 8)
    tail = _FREE.match(plain, comma + 1) if comma >= 0 else None
    if not tail or _NO_NAME.search(plain[at:comma] + tail["name"]) or len(tail["name"]) > 8:
        return None
    return tail.end()


def _stands_alone(plain: str, date: re.Match[str], known: Container[str]) -> bool:
    """Whether a date without a name is an observance: quoted, or listed among dates."""
    start, end = date.span()
    if "月" in date[0] or month_day(date[0]) not in known or _INCIDENT.match(plain, end):
        return False
    if plain[start - 1 : start] == "“":
        return plain[end : end + 1] == "”"
    return "·" in date[0] and bool(_AMONG_DATES.match(plain, end))


def _name_start(plain: str, end: int) -> int:
    """Return where the free words before 宣传月 begin."""
    start = end
    while start > max(0, end - 16) and plain[start - 1] not in _NAME_ENDS:
        if plain[start - 1] == "“":
            break
        if plain[start - 1] == "”":
            opening = plain.rfind("“", max(0, start - 16), start)
            if start == end and opening >= 0:
                return opening
            break
        start -= 1
    before = _BEFORE_NAME.match(plain, start, end)
    return before.end() if before else start
