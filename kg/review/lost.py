"""What is asked about words that seem to be missing: empty slots, sentences that break off.

A slot is where the genre has a number, a unit or an object: 发放资料余份, 解答群众法律营造了氛围.
A paragraph of sentences breaks off where it ends without a stop, an item where the others have one,
a sentence where its last word wants another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.clauses import CLAUSE_ENDS, around
from kg.documents.plain import paragraphs
from kg.lexicon import Lexicon
from kg.model import Document, Reading
from kg.review.hits import Hit

_NUMERAL = r"\dOolI一二三四五六七八九十百千万亿两几数多余若干半上每各本此首"
_EMPTY = re.compile(
    rf"(?<![其剩盈业])(?<![{_NUMERAL}-])余(?:人次|场次|份|件(?!次)|场|起(?!诉))(?=[，。；、])"
    r"|(?:资料|手册|传单|宣传单|宣传品|宣传册)余?份(?=[，。；、])"
    r"|(?:开展|举办|召开|组织)[^，。；、\n增减]{0,12}(?:活动|宣传|讲座|培训|会议)(?:场次|[场次])(?=[，。；、])"
    r"|(?:受理|调解|化解|调处|排查)(?:各类)?(?:矛盾)?(?:纠纷|隐患)[件起](?=[，。；、])"
    r"|(?:纠纷|诉求|意见|合同|建议|隐患|提案|协议|审核文件)[件份](?=[，。；、])"
    r"|(?:纠纷|案件|事故|矛盾)[起宗](?=[，。；、])"
    r"|(?:宣讲|讲座|培训|巡演|演练|听证会?|法治课)[场期](?=[，。；、])"
    r"|(?:调解员|网格员|工作者|志愿者|明白人|律师|顾问|人员|校长|队员|民警)名(?=[，。；、])"
    r"|(?:问题|建议|意见|线索|信息|措施|议题|任务|制度|事项|内容)余?[条个项](?=[，。；、])"
    rf"|(?<!\d.)(?<!\d[余多万].)(?<![{_NUMERAL}层档人场批频班依再其逐初屡名年轮座单车台户家件架段版位主编数梯/])次(?=[，。；、])"
    rf"|(?<![{_NUMERAL}.整单逐某哪那这些个])个(?=[，。；、])"
    rf"|(?<![{_NUMERAL}.])万[元份册](?=[，。；、])"
    rf"|(?<![{_NUMERAL}.加计按总成])人次(?=[，。；])"
    r"|(?:率|占比|比例)(?:达到|均为|达|为)?%"
    r"|(?:率|人数|场次|数量|总数)(?:达到|均为|分别为|达|为|共)(?=[，。；、])"
    r"|(?<=[，；])(?=[^，。；：、\n]{1,6}率[，。；])[^，。；：、\n提升高增强降低保确减效力]{1,5}率(?=[，。；])"
    r"|(?:累计|共计|合计|总计|多达|高达)(?=[，。；])"
    r"|(?<![\dA-Za-z+])(?:[Xx×＊*○]+(?![一-鿿]{0,2}[Xx×])|_{2,})(?:余|多)?(?:万?元|场次|人次|[次场件份名人起户条个项期%])"
    r"|《》|（）(?!户)|“”"
    r"|[，、；：][，、；。]|。[，、；。]"
)
_QUOTES = "“”"
"""Nothing in quotation marks; straight ones do not say which of them open."""
_UNCOUNTED = re.compile(
    r"(?<=[一-鿿])(?<![第零年月日号分率值数比名位为拨打在前])"
    r"(?:\d+(?:\.\d+)?[余多]?(?=[，。；])|\d{2,}[余多]?(?=、[一-鿿]))"
)
_NO_COUNT = re.compile(r"11[0-49]|12[02]|12\d{3}|9[56]\d{3}|20[12]\d|(?:\d|1[0-2])\.[1-3]?\d")
"""Numbers that count nothing: telephone numbers, years, days (12.4)."""
_BEFORE_EMPTY = 12
_PAIRS = {"《": "》", "“": "”", "（": "）"}
_MARKS = re.compile("[《》“”（）\n]")
_STRAIGHT = '"＂'
_ENDED = re.compile(r"[。！？；：…”’』」）》.!?;:]$|[”）》][，、]?$")
_LEAST_BROKEN = 30
_LEAST_ITEMS, _LEAST_ITEM = 5, 5
_SELDOM = 0.2
_SENTENCE_STOP = re.compile("[。；]")
_NUMBERED = re.compile(r"[（第]?[一二三四五六七八九十\d]")
_OF_A_PAGE = re.compile(r"https?:|\||[:：]\d|^(?:索引号|文号|来源|发布)")


def lost(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about slots not filled in, marks without their partners, words that break off."""
    document = reading.document
    yield from _empty(document)
    yield from (Hit(document.span(*place)) for place in _unpaired(document))
    yield from _objects(document, lexicon)
    yield from _broken(document, lexicon)


def _empty(document: Document) -> Iterator[Hit]:
    """Yield slots without their number, and numbers without what they count."""
    plain = document.plain
    for found in _EMPTY.finditer(plain):
        begin, _ = around(plain, found.start(), found.start(), ends=CLAUSE_ENDS + "、")
        begin = max(begin, found.start() - _BEFORE_EMPTY)
        span = document.span(min(begin, found.start()), found.end())
        if found[0] != _QUOTES or _QUOTES in document.quote(span):
            yield Hit(span)
    for found in _UNCOUNTED.finditer(plain):
        if not _NO_COUNT.fullmatch(found[0]):
            begin, _ = around(plain, found.start(), found.start(), ends=CLAUSE_ENDS + "、")
            begin = max(begin, found.start() - _BEFORE_EMPTY)
            yield Hit(document.span(begin, found.end()), variant="unit")


def _unpaired(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where a mark has no partner in its paragraph, with the words beside it.

    Of brackets only those that open, for 1） closes none; no straight quotation marks.
    """
    plain = document.plain
    open_: dict[str, list[int]] = {mark: [] for mark in _PAIRS}
    closing = {close: mark for mark, close in _PAIRS.items()}
    for mark in _MARKS.finditer(plain + "\n"):
        at, char = mark.start(), mark[0]
        if char == "\n":
            for places in open_.values():
                yield from ((start, min(start + _BEFORE_EMPTY, at)) for start in places)
                places.clear()
        elif document.text[document.offsets[at]] in _STRAIGHT:
            continue
        elif char in _PAIRS:
            open_[char].append(at)
        elif places := open_[closing[char]]:
            places.pop()
        elif char == "》":
            yield max(plain.rfind("\n", 0, at) + 1, at - _BEFORE_EMPTY), at + 1


def _objects(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield the verbs whose clause has none of the words that their object must have."""
    plain = document.plain
    for name, objects in lexicon.rules.words.items():
        if not name.startswith("slot_"):
            continue
        for found in re.finditer(name.removeprefix("slot_"), plain):
            begin, stop = around(plain, found.start(), found.end(), ends=CLAUSE_ENDS)
            behind = plain[found.end() : stop]
            governed = not any(word in plain[begin : found.start()] for word in objects)
            if len(behind) > 2 and governed and not any(word in behind for word in objects):
                yield Hit(document.span(found.start(), stop))


def _broken(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield the paragraphs and sentences that break off."""
    plain = document.plain
    title = document.range(document.title)[1] if document.title else 0
    end = max((document.range(s.span)[1] for s in document.sections), default=len(plain))
    wanting = _wanting(lexicon.rules.words["unfinished"])
    broken = {
        stop for start, stop in paragraphs(plain, title, end) if _breaks_off(plain[start:stop])
    } | set(_unended(document))
    for stop in sorted(broken):
        start = max(plain.rfind("\n", 0, stop) + 1, stop - _BEFORE_EMPTY)
        yield Hit(document.span(start, stop), variant="cut")
    for found in wanting.finditer(plain, title, end):
        begin = max(found.start() - _BEFORE_EMPTY, plain.rfind("\n", 0, found.start()) + 1)
        yield Hit(document.span(begin, found.end()), variant="cut")


def _unended(document: Document) -> Iterator[int]:
    """Yield where items end without a stop, if the others of the report have theirs.

    A heading alone is none, but at the report's end.
    """
    plain = document.plain
    parents = {section.parent for section in document.sections}
    leaves = [
        (section, document.range(section.span)[1])
        for index, section in enumerate(document.sections)
        if index not in parents and section.parent >= 0
    ]
    without = [(section, stop) for section, stop in leaves if not _ENDED.search(plain[:stop][-3:])]
    if len(leaves) < _LEAST_ITEMS or len(without) > len(leaves) * _SELDOM:
        return
    for section, stop in without:
        words = plain[document.range(section.span)[0] : stop]
        said = len(words) - len(section.number)
        said -= 0 if section is document.sections[-1] else len(section.heading)
        if said > _LEAST_ITEM and not _OF_A_PAGE.search(words):
            yield stop


def _breaks_off(words: str) -> bool:
    """Whether a paragraph of sentences ends without a stop."""
    if len(words) < _LEAST_BROKEN or _ENDED.search(words) or _OF_A_PAGE.search(words):
        return False
    many = words.count("，") > 2 and not _NUMBERED.match(words)
    return many or words[-1] in "，、" or bool(_SENTENCE_STOP.search(words))


@lru_cache(maxsize=4)
def _wanting(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a sentence that ends in a word that wants another; /不/ names a word."""
    return re.compile("(?:" + "|".join(words) + ")(?=[。；])")
