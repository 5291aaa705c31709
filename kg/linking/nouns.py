"""The name of a counted thing: where it ends behind its figure, and what of it is only trimming.

Grammar only, on plain (folded) text. Every list holds closed classes of words, with the neighbours
beside which they are part of a noun.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NAMED_AFTER = re.compile("(?:队|团|小组|组织|基地|阵地|品牌|平台|机构|案例|项目|试点|专班|联盟)$")
_OWNER = re.compile(
    "(?:单位|企业|部门|公司|学校|商户|机构|家庭|群众|人员|对象|当事人|(?<=法治副)[校村]长)”?(?=的)"
)
_MEETING = re.compile(
    "会议?(?=(?:专题|专门|集中|先后)?(?:研究|听取|审议|学习|部署|传达|讨论|通报|安排))"
)
_BODY = re.compile(
    "[^的、]{0,6}?(?:单位|部门|机构|调委会|委员会|村委会|居委会|司法所|派出所)(?=..)(?!主任|委员|成员)"
)
_GENERIC = re.compile(
    "(?:企业|群众|村民|居民|农民工|商户|单位|职工|学生|老人|残疾人|经营户|市民)"
    "(?=..)(?!法[人律院])(?![家主会代负员职党服网信管的、和及等办工联户协生])"
)
_TRIM = re.compile(
    "(?:等(?!级)|[我全本](?:[乡镇县区市局街州旗省](?![场域面])|街道|系统)|[、，和及与并或的了过]|出(?![庭租资入警境生口版])|各级各类"
    "|依法(?=行政[处许强检])|使(?!用)|各类|各种|各项|相关|有关|多种|多项|一批|其[它中]|[该此]类|专门|全部|用于"
    "|[省市州盟县区旗乡镇村街道社区、]+[两二三四五]级)+"
)
_TRIM_BEGINS = frozenset(
    "等我本全、，和及与并或的了过出各依使相有多一其该此专用省市州盟县区旗乡镇村街道社"
)
_TRIM_LAST = re.compile("(?:[、，和及或的]|(?<!合)并|(?<!参)与|等|共|各|多|[由从])+$")
_TRIM_ENDS = frozenset("、，和及或的并与等共各多由从")
_EARLIER = "(?:每[村社镇乡户人]区?|原先?|原来|过去|年初|当初)的?"
_SINCE_ENDS = frozenset("由从较的村社镇乡户人区原先来去初年度期")
_YEAR_BEFORE = "(?:20[0-9]{2}年|上年度?|去年)(?:同期)?的?"
# 行政处罚案件|由2022年的 50件下降到45件
_SINCE = re.compile(
    f"由(?:{_EARLIER}|{_YEAR_BEFORE})?$|从(?:{_EARLIER}|{_YEAR_BEFORE})?$|较(?:{_YEAR_BEFORE})?$"
    f"|比(?<![同环占]比){_YEAR_BEFORE}$"
)
_QUOTED = re.compile("“([^“”]+)”")
# 户均知晓电话|的比例: a measure is of what stands before it.
_MODIFIED = re.compile(
    "^.*的(?!(?:比例|比率|比重|数量|金额|面积|时间|时长|周期|人数|次数)$)(?=[^的]{2,}$)"
)
_GROUP = re.compile("^.{6,}(?=中心组)")
"""区政府党组理论学习|中心组专题学习: the group goes by its short name."""
_THERE = re.compile("^.*等地的?(?=..)|每(?:个?月|周|季度|年)")
# 《民法典》《禁毒法》等|法律: the titles only say which.
_TITLES = re.compile(
    "(?:^[^《》]*(?:围绕|聚焦|结合|通过|针对))?(?:^[^《》]*》|《[^》]*》)(?:[、和及]?《[^》]*》)*(?:等(?:相关)?)?(?=[\u4e00-\u9fff]{2,}$)"
)
# 政府网站等|公开信息: by what means.
_MEANS = re.compile(
    "^.*(?:网站|平台|渠道|公众号|方式|形式|途径|媒体|栏)等(?:[方形]式|渠道|途径|平台|载体)?(?=[\u4e00-\u9fff]{2,}$)"
)
_WORD = re.compile("[\u4e00-\u9fffA-Za-z]")
_WORDY = 7
_LIKE = re.compile(r"[^、](..)、(?:[^、]+\1、)*[^、]+\1、[^、]*\1等$")
_LONGEST = 28
_WORDY_LIST = 14
_LONG_LIST = 24
_HEAD_OF_LIST = re.compile("、.*等([^、等“”]{2,})$")
# What ends a counted noun that stands after its figure, unless it is part of a word there. Each
# alternative begins with a character of its own, what may not stand before it is asked behind it:
# so the search skips to where one can begin.
_STOP = re.compile(
    "结对|对(?<![面针相绝应]对)(?![面象接标外应])|为(?<![行作成认因较更]为)(?![民主])"
    "|在(?<![存现正内]在)(?![册建线校职岗编园押逃矫])|以(?<![可予得所]以)(?![上下案内及来])|被(?![告征申执害])"
    "|由(?<![自理]由)|并(?<!合并)(?![购联])|于(?<![关属对]于)|把(?!关)|均(?<![平人]均)|将|已|跨|共同(?<![公]共同)"
    "|共(?<![公中]共)(?![享建治产青同])|按照|顺利|通过(?!率)|统一(?<=....)(?![战标])|逐一(?<=....)|逐个(?<=....)"
    "|依法(?![治行])|依据|根据|围绕|系统(?=[学掌])|全部|全覆盖|全程|分别|先后"
    "|累计|进行|深入|主要(?![负领])|重点(?![问领任工项人群企对部场单区事案村行产学])|全年(?=.)|最[快多长短]|继续|精准|免费"
    "|现场(?=[签开进解参办])|常态化|踊跃|到(?<=[员师长者部干人众民警]到)(?!场)|得到|能够|列入|纳入|作为|组成|落实(?!情)|赴"
    "|分解[到至]|细化[到至]|实行|受到|不予|之后(?<=...)$|后(?<=..)$|时(?<=..)$|中(?<=..)$|内(?<=..)$|因(?<!原因)(?!素)|未(?!成年)"
    "|给(?<![供补]给)(?!付)|让(?<![转出]让)|达(?<![传表到]达)(?!标)|占(?![用道地])|向|都(?<!首都)|从(?![业事])"
    "|也(?<=...)|就(?<=...)|还(?<=...)|可(?<![许认]可)(?![持再])"
)


def is_print(noun: str) -> bool:
    """Whether a noun names something that is printed and handed out."""
    return noun.endswith(("读本", "手册", "资料", "折页", "画册", "材料", "汇编", "单", "卡", "书"))


def is_named_after(noun: str) -> bool:
    """Whether a noun names a body or a thing by what it does: 普法小分队, 调解案例."""
    return _NAMED_AFTER.search(noun) is not None


def body_end(right: str) -> int:
    """Return where a noun for bodies may end: 36个|执法单位 录入信息; 0 where none begins."""
    body = _BODY.match(right)
    return body.end() if body else 0


def meeting_end(right: str) -> int:
    """Return where a meeting ends before what was done at it: 4次|常务会议 研究法治; 0 for none."""
    meeting = _MEETING.search(right)
    return meeting.end() if meeting else 0


def generic_end(right: str) -> int:
    """Return where a noun for any of its kind ends: 39户|企业 规避风险; 0 where none begins."""
    generic = _GENERIC.match(right)
    return generic.end() if generic else 0


def owner_end(right: str) -> int:
    """Return where those end whose something follows: 12家单位|的“三定”规定; 0 where none does."""
    owner = _OWNER.search(right) if "的" in right else None
    return owner.end() if owner else 0


def noun_end(right: str) -> int:
    """Return where a noun that begins a phrase must have ended."""
    start = right.find("”") + 1 if right.startswith("“") else 1
    stop = _STOP.search(right, start)
    return stop.start() if stop else len(right)


@lru_cache(maxsize=16)
def noun_phrase(phrase: str) -> str:
    """Trim what is no part of the name of the counted thing; "" where nothing short is left.

    >>> noun_phrase("各类法治宣传活动等"), noun_phrase("“法律明白人”")
    ('法治宣传活动', '法律明白人')
    """
    if phrase[-1:] == "等" and (kind := _LIKE.search(phrase)):
        # 草场纠纷、用水纠纷、邻里纠纷等: a list that goes on is of what ends its items.
        return kind[1]
    noun = _SINCE.sub("", phrase) if phrase[-1:] in _SINCE_ENDS else phrase
    if noun[:1] in _TRIM_BEGINS or noun[-1:] in _TRIM_ENDS:
        noun = _trimmed(_trimmed(noun))
    if "》" in noun:
        noun = _TITLES.sub("", noun)
    if "等" in noun:
        noun = _MEANS.sub("", noun)
    if len(noun) > _WORDY:
        if "地" in noun or "每" in noun:
            noun = _THERE.sub("", noun)
        if "的" in noun:
            noun = _MODIFIED.sub("", noun)
        if "中心组" in noun:
            noun = _GROUP.sub("", noun)
    if len(noun) > _LONGEST:
        noun = _trimmed(re.split("[》”的：]", noun)[-1])
    if len(noun) > _WORDY_LIST:
        if head := _HEAD_OF_LIST.search(noun):
            noun = head[1]
        if len(noun) > _LONG_LIST:
            items = noun.split("、")
            if len(items) > 2 and len({item[-2:] for item in items}) == 1:
                # 土地纠纷、相邻权纠纷、赡养纠纷、邻里纠纷: the first two of things alike.
                return f"{items[0]}、{items[1]}等"
        while len(noun) > _LONGEST and "、" in noun:
            # Of a list that is too long, the last items.
            noun = noun.partition("、")[2]
        if len(noun) > _LONGEST:
            return ""
    if noun[:1] == "“" and (quoted := _QUOTED.fullmatch(noun)):
        noun = quoted[1]
    return noun if _WORD.search(noun) else ""


def _trimmed(noun: str) -> str:
    first = _TRIM.match(noun) if noun[:1] in _TRIM_BEGINS else None
    noun = noun[first.end() :] if first else noun
    return _TRIM_LAST.sub("", noun) if noun[-1:] in _TRIM_ENDS else noun
