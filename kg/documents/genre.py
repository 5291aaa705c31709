"""Whether a document is a report on building a rule-of-law government, and if not, what it is."""

from __future__ import annotations

import re

from kg.model import Document

_OUR_WORDS = re.compile(
    r"法治政府|依法行政|法治建设|依法治[国省市州县区旗乡镇村街校企]|法治工作|法制建设"
    r"|法治[^\n。，]{0,6}(?:报告|情况)"
)
_REPORT = re.compile(r"报告|情况|总结|汇报|年报")
_OTHER_GENRE = re.compile(
    r"(?:方案|要点|规划|纲要|通知|条例|办法|规定|意见|公告|批复|细则|解读|计划)$"
)
_OPENING = 600
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LEAST_CHINESE = 0.3
_LEAST_WORDS = 2


def why_not(document: Document) -> str:
    """Return why a document is no such report and what to do, "" where it is one.

    In doubt it is one. Refused is what is not in Chinese, what neither its title nor its words say
    is on the matter, and what its title calls a plan or an order and nothing calls a report.
    """
    title = "".join(document.quote(document.title).split())
    named = _OUR_WORDS.search(title) or _OUR_WORDS.search(document.id)
    spoken = len(_OUR_WORDS.findall(document.plain))
    chinese = len(_HAN.findall(document.plain))
    if chinese < _LEAST_CHINESE * len(document.plain) or not (named or spoken >= _LEAST_WORDS):
        return (
            "no rule-of-law government report: it hardly says 法治政府, 依法行政 or 法治建设;"
            " leave it out, or check that it is the right file"
        )
    kind = _OTHER_GENRE.search(title)
    if kind and not _REPORT.search(title + document.id + document.plain[:_OPENING]):
        return f"its title says {kind[0]}, so it is no report; leave it out, or check the file"
    return ""
