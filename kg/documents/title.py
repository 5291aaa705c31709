r"""Plain text -> where its title stands and the year it reports on.

A title may take several lines, the issuer's name on its own. The header table, the path of pages
and the web site's name above it are none of it.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, takewhile

from kg.documents.plain import flatten, paragraphs

_TITLE = re.compile(
    r"(?:法治|依法|法制|普法).*(?:报告|情况|总结|汇报|年报|材料|综述)(?:的?公[示告开])?(?:（[^（）]*）)?$"
)
_FIELD = re.compile(
    r"(?:索引|信息|组配|主题|发布|发文|成文|生成|公开|来源|文章|浏览|字号|文号|有效|制发|关键|时间|日期|作者|编辑|当前|位置"
    r"|您[所的现]|首页|网站|今天|无障碍|分享|打印|返回|点击|访问|阅读|字体|分类|统一登记|保护视力|归档)"
    r"|.*[〉|：:]"
)
_NAMED = re.compile(r"(?:标题|名称|公文名称|文件名称|信息名称|题名)[：|]+")
_ABOVE = re.compile(
    r"(?:政府|办事处|委员会|[委局厅院处所会队]|办公室|中心|分局|[乡镇县区市]|街道|公司|年度?)$"
)
_SUBJECT_FIRST = re.compile(r"关于|法治|依法|推进|年度|(?:20\d\d|二.{3})年度?(?:法治|推进|依法)")
_SUBJECT = re.compile(r"法治|依法|法制|普法|报告|总结")
_SENTENCE = re.compile(r"[。！？；]|[，：、]$")
_BODY = re.compile("第?[一二三四五六七八九十]{1,3}(?:[、.]|部分)|（[一二三四五六七八九十]{1,3}）")
"""What the body begins with: no title stands in it or below."""
_LONGEST_LINE = 60
_LINES = 60
_TITLE_LINES = 3

_ZERO = str.maketrans("〇零○Oo一二三四五六七八九", "00000123456789")
_DIGIT = r"[\d〇零○一二三四五六七八九]"
_YEAR = re.compile(rf"(?<![\d-])((?:20|二[〇零○Oo0]){_DIGIT}{{2}})(?=年(?!\d{{1,2}}月\d))")
_BARE_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_QUOTED = re.compile(r"《[^》]*》")
_OPENING = 400


def find_title(plain: str) -> tuple[int, int]:
    r"""Return where the title stands in plain text; an empty range where there is none.

    >>> find_title("桃源县人民政府\n2017年度法治政府建设情况报告\n2017年，我县")
    (0, 24)
    """
    head = islice(paragraphs(plain), _LINES)
    lines = list(takewhile(lambda line: not _BODY.match(plain, *line), head))
    for last, (_, end) in enumerate(lines):
        for first in range(last, max(last - _TITLE_LINES, -1), -1):
            begin = lines[first][0]
            if not _may_be_title(plain, *lines[first]):
                break
            if _TITLE.search(plain[begin:end].replace("\n", "")):
                return _with_issuer(plain, lines, first), end
    for begin, end in lines:
        field = _NAMED.match(plain, begin, end)
        if field:
            end = begin + len(plain[begin:end].rstrip("|"))
            if _TITLE.search(plain[field.end() : end]):
                return field.end(), end
    named = (line for line in lines[:_TITLE_LINES] if _may_be_title(plain, *line))
    return next((line for line in named if _SUBJECT.search(plain, *line)), (0, 0))


def find_year(title: str, name: str, plain: str) -> int | None:
    """Return the year reported on: the title's, else the file name's, else the text's own.

    ``title`` and ``plain`` are folded, the name is as it is written. The day of publication says
    nothing of it.

    >>> find_year("某县二〇二三年度法治政府建设报告（2024年1月5日）", "", "")
    2023
    """
    if (year := _year_in(title) or _year_in(flatten(name).text)) is not None:
        return year
    opening = _QUOTED.sub("", plain[:_OPENING])
    years = Counter(_YEAR.findall(opening)) or Counter(_YEAR.findall(plain))
    return int(years.most_common(1)[0][0].translate(_ZERO)) if years else None


def _year_in(words: str) -> int | None:
    found = _YEAR.search(_QUOTED.sub("", words)) or _BARE_YEAR.search(words)
    return int(found[1].translate(_ZERO)) if found else None


def _may_be_title(plain: str, begin: int, end: int) -> bool:
    return (
        end - begin <= _LONGEST_LINE
        and not _SENTENCE.search(plain, begin, end)
        and not _FIELD.match(plain, begin, end)
    )


def _with_issuer(plain: str, lines: list[tuple[int, int]], first: int) -> int:
    """Return where a title begins, the lines above that name its issuer included."""
    if not _SUBJECT_FIRST.match(plain, lines[first][0]):
        return lines[first][0]
    while (
        first
        and _may_be_title(plain, *lines[first - 1])
        and _ABOVE.search(plain, *lines[first - 1])
    ):
        first -= 1
    return lines[first][0]
