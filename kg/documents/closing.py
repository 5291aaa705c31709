"""Where a report's body ends: before attachments, signature, page furniture and closing words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.documents.marks import Mark, Style
from kg.documents.nesting import Node
from kg.documents.plain import paragraphs
from kg.model import Part

_ATTACHMENT = re.compile(r"\n附件?[\d一二三四五六七八九十]{0,2}(?:[：.、]|(?=\n))")
_DATE = re.compile(
    r"[二〇零○一三四五六七八九十\d]{4}[年./-][一二三四五六七八九十\d]{1,3}[月./-][一二三四五六七八九十\d]{1,3}日?"
)
_SIGNATURE = re.compile(
    r"[^。；：，]{2,36}(?:政府|办事处|委员会|[委局厅院处所会社队]|办公室|中心|领导小组|[乡镇县区市旗]|街道)(?:（[^）]*）)?"
)
_FURNITURE = re.compile(
    r"（?(?:此件|联系人|联系电话|附注|备注|注：)|.{0,12}(?:责任编辑|打印本页|关闭窗口|版权所有|备案号?|主办单位|承办单位|扫一扫|分享到|附件下载|相关链接)"
    r"|(?:【?(?:打印|关闭|返回|收藏|分享|上一[篇条]|下一[篇条]|来源|编辑|作者|审核|初审|终审|抄送|主送|印发)(?:顶部|页面)?】?)+(?:：.*)?$"
    r"|-?\d{1,3}-?$"
)
_FAREWELL = re.compile(r"(?:特此|专此|以上)(?:报告|汇报|报告如上)|特此报告|以上报告|总之，|综上")
_OUTLOOK = re.compile(
    r"将以|为契机|奋力|谱写|书写|新篇章|新台阶|坚实基础|作出.{0,6}贡献|提供.{0,12}保障|总之|综上|今后|未来"
)
_LONGEST_FURNITURE = 40
_LONGEST_CLOSING = 2


def body_end(plain: str, found: Sequence[Mark]) -> int:
    """Return where attachments, signature and page furniture begin."""
    attached = _ATTACHMENT.search(plain, found[0].start)
    end = attached.start() if attached else len(plain)
    last_heading = next(mark.start for mark in reversed(found) if mark.start <= end)
    signed = False
    while (start := plain.rfind("\n", last_heading, end)) >= 0:
        line = plain[start + 1 : end]
        if len(line) > _LONGEST_FURNITURE:
            break
        dated = bool(_DATE.fullmatch(line))
        if not (
            not line
            or dated
            or _FURNITURE.match(line)
            or ((signed or end == len(plain)) and _SIGNATURE.fullmatch(line))
        ):
            break
        signed = signed or dated
        end = start
    return end


def closing(plain: str, nodes: Sequence[Node]) -> int:
    """Return where the closing words begin after the last item, 0 where there are none.

    They stand after the last item of the plan as a paragraph more than the other items have, or say
    so (特此报告).
    """
    last = len(nodes) - 1
    while nodes[last].parent >= 0 and nodes[last].mark.style != Style.TURN:
        last -= 1
    top = nodes[last]
    marked = {node.mark.start for node in nodes[last:] if not node.mark.inline}
    loose = [at for at, _ in paragraphs(plain, top.mark.start, top.end) if at not in marked]
    cut = 0
    if loose and _FAREWELL.match(plain, loose[-1]) and plain.find("\n", loose[-1], top.end) < 0:
        cut = loose.pop()
    items = [n for n in nodes[last + 1 :] if n.parent == last and not n.mark.inline]
    if top.part is not Part.PLAN:
        return cut
    if len(items) < 2:
        return _after_inline(plain, nodes[last + 1 :], loose, top.end) or cut
    usual = max(
        bisect_left(loose, item.end) - bisect_left(loose, item.mark.start) for item in items[:-1]
    )
    beyond = loose[bisect_left(loose, items[-1].mark.start) + usual :]
    if beyond and usual == 0 and len(beyond) <= _LONGEST_CLOSING:
        return beyond[0]
    # Under headings on lines of their own the last item may simply be longer.
    return beyond[-1] if beyond and _OUTLOOK.search(plain, beyond[-1], top.end) else cut


def _after_inline(plain: str, nodes: Sequence[Node], loose: Sequence[int], end: int) -> int:
    """Return where the closing words begin after items that stand in one paragraph, else 0."""
    inline = [node.mark.start for node in nodes if node.mark.inline]
    beyond = [at for at in loose if len(inline) > 1 and at > inline[-1]]
    if 0 < len(beyond) <= _LONGEST_CLOSING and _OUTLOOK.search(plain, beyond[-1], end):
        return beyond[0]
    return 0
