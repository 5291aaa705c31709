"""What is asked about slots: where the genre has a number, a unit or a name, and the text has none.

发放资料余份, 开展活动场次, 投入资金万元, 发放资料3000， and XX万元 that nobody filled in. Whether a
unit ends a word (首次, 身份, 案件) is decided by the character before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.clauses import CLAUSE_MARKS, around
from kg.model import Document
from kg.review.hits import Hit

_NUMERAL = r"\dOolI一二三四五六七八九十百千万亿两几数多余若干半上每各本此首"
_UNIT = re.compile("[次个名件份场起期宗条项元册率达到为共计](?=[，。；、])")
_LONGEST_SLOT = 24
_SLOT = re.compile(
    "(?:"
    rf"(?<![其剩盈业])(?<![{_NUMERAL}-])余(?:人次|场次|[份件场起])"
    r"|(?:资料|手册|传单|宣传单|宣传品|宣传册)余?份"
    r"|(?:开展|举办|召开|组织)[^，。；、\n增减]{0,12}(?:活动|宣传|讲座|培训|会议)(?:场次|[场次])"
    r"|(?:受理|调解|化解|调处|排查)(?:各类)?(?:矛盾)?(?:纠纷|隐患)[件起]"
    r"|(?:纠纷|诉求|意见|合同|建议|隐患|提案|协议|审核文件)[件份]"
    r"|(?:纠纷|案件|事故|矛盾)[起宗]"
    r"|(?:宣讲|讲座|培训|巡演|演练|听证会?|法治课)[场期]"
    r"|(?:调解员|网格员|工作者|志愿者|明白人|律师|顾问|人员|校长|队员|民警)名"
    r"|(?:问题|建议|意见|线索|信息|措施|议题|任务|制度|事项|内容)余?[条个项]"
    rf"|(?<!\d.)(?<!\d[余多万].)(?<![{_NUMERAL}层档人场批频班依再其逐初屡名年轮座单车台户家件架段版位主编梯/])次"
    rf"|(?<![{_NUMERAL}.整单逐某哪那这些个])个"
    rf"|(?<![{_NUMERAL}.Xx×＊*○_])万[元份册]"
    rf"|(?<![{_NUMERAL}.加计按总成])人次"
    r"|(?:率|人数|场次|数量|总数)(?:达到|均为|分别为|达|为|共)"
    r"|(?<=[，；])(?=[^，。；：、\n]{1,6}$)[^，。；：、\n提升高增强降低保确减效力]{1,5}率"
    r"|(?:累计|共计|合计|总计|多达|高达)"
    ")$"
)
_ODD = re.compile(
    r"(?<=[率比例达到为])%"
    r"|(?<![\dA-Za-z+])(?:[Xx×＊*○]+(?![一-鿿]{0,2}[Xx×])|_{2,})(?:余|多)?(?:万?元|场次|人次|[次场件份名人起户条个项期%])"
    r"|《》|（）(?!户)|“”"
    r"|[，、；：。][，、；。]"
)
_QUOTES = "“”"
"""Nothing in quotation marks; straight ones do not say which of them open."""
_UNCOUNTED = re.compile(
    r"(?<=[一-鿿])(?<![第零年月日号分率值数比名位为拨打在前])"
    r"(?:\d+(?:\.\d+)?[余多]?(?=[，。；])|\d{2,}[余多]?(?=、[一-鿿]))"
)
_NO_COUNT = re.compile(r"11[0-49]|12[02]|12\d{3}|9[56]\d{3}|20[12]\d|(?:\d|1[0-2])\.[1-3]?\d")
"""Numbers that count nothing: telephone numbers, years, days (12.4)."""
_SHOWN = 12
_NAMES = ("率", "计", "多达", "高达", "人次")
"""What in a list names what is counted there."""


def empty(document: Document) -> Iterator[Hit]:
    """Yield slots without their number, and numbers without what they count."""
    plain = document.plain
    for unit in _UNIT.finditer(plain):
        found = _SLOT.search(plain, max(0, unit.end() - _LONGEST_SLOT), unit.end())
        listed = plain[unit.end()] == "、"  # 报备率、及时率均为100%
        if found and not (listed and found[0].endswith(_NAMES)):
            yield Hit(document.span(_before(plain, found.start()), unit.end() + 1))
    for found in _ODD.finditer(plain):
        span = document.span(_before(plain, found.start()), found.end())
        if found[0] != _QUOTES or _QUOTES in document.quote(span):
            yield Hit(span)
    for found in _UNCOUNTED.finditer(plain):
        if not _NO_COUNT.fullmatch(found[0]):
            span = document.span(_before(plain, found.start()), found.end())
            yield Hit(span, variant="unit")


def _before(plain: str, start: int) -> int:
    """Return where the words begin that are shown with a slot."""
    begin, _ = around(plain, start, start, marks=CLAUSE_MARKS + "、")
    return min(max(begin, start - _SHOWN), start)
