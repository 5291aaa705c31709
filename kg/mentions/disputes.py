"""Kinds of dispute: the bare kind that stands before 纠纷 or 争议 (施工领域|劳资纠纷).

A kind is an entry of the vocabulary, with 矛盾 before 纠纷 or without, or a short word where a verb
of settling or a list of kinds says so. Short forms that share one 纠纷 are one mention. Refused:
what does not say the kind (重大纠纷), names of bodies and of documents.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from kg.lexicon import Lexicon
from kg.model import Document, Mention

_HEAD = re.compile("纠纷|争议")
# What follows where the words belong to a body's or a document's name, or to a mechanism's.
_LARGER_NAME = re.compile(
    "(?:人民|联合|诉前|专业|行业|多元)?(?:调解|调处|化解|仲裁|处理)?(?:委员会|调委会|仲裁|中心|工作室|调解室|法庭|[条法》])"
)
_LONGEST_KIND = 10
_JOINT = "、和及与"
# A kind the vocabulary does not have: the object of a verb of settling, or an item among kinds.
_FREE_ITEM = re.compile(
    "(?:化解|调解|调处|处理|处置|涉及|聚焦|排查|解决|成功|各类|受理|包括|发生|(?:纠纷|争议)[、和及])(?P<kind>[\u4e00-\u9fff]{2,4})$"
)
_LEADING_ITEM = re.compile(
    "(?:化解|调解|调处|处理|处置|涉及|聚焦|排查|解决|关注|各类|受理|包括|，|：)(?P<kind>[\u4e00-\u9fff]{2,4})、$"
)
_GENERIC = re.compile(
    "各|有关|相关|重大|疑难|复杂|重点|突出|社会|信访|群众|民间|基层|农村|一般|简单|矛盾|多元|历史|潜在|隐患|苗头|性$|类$|等|起|件|次|排查|调解"
    "|化解|调处|处理|受理|解决|预防|涉及|引发|发生|因|辖区|内部|积案|存量|其他|新型|日常|常见|轻微|易发|多发|个人|当事人|双方|^[的了]|纠纷|争议|型$"
)


def find(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield every kind of dispute a document names."""
    plain = document.plain
    known = lexicon.kinds_of_dispute
    for head in _HEAD.finditer(plain):
        if _LARGER_NAME.match(plain, head.end()) or _in_title(plain, head.start()):
            continue
        at = head.start()
        at -= 2 if plain[at - 2 : at] == "矛盾" else 0
        if (start := _start(plain, at, known)) is not None:
            span = document.span(start, head.end())
            yield Mention(span, document.quote(span), "DISPUTE", "kind-of-dispute")


def _start(plain: str, head: int, known: Container[str]) -> int | None:
    """Return where the kind before 纠纷, or the list of kinds, begins."""
    end = head - 1 if plain[head - 1 : head] == "等" else head
    start = _kind_before(plain, end, known)
    if start is None:
        return _free_item(plain, head) if end == head else None
    first = start
    while first:
        joint = plain[first - 1] in _JOINT
        earlier = _kind_before(plain, first - joint, known)
        if earlier is None:
            found = _LEADING_ITEM.search(plain, max(0, first - 9), first) if joint else None
            return found.start("kind") if found and not _GENERIC.search(found["kind"]) else first
        first = earlier
    return first


def _kind_before(plain: str, end: int, known: Container[str]) -> int | None:
    """Return where the longest known kind that ends at ``end``, its head left out, begins."""
    for length in range(min(_LONGEST_KIND, end), 1, -1):
        if plain[end - length : end] in known:
            return end - length
    return None


def _free_item(plain: str, head: int) -> int | None:
    found = _FREE_ITEM.search(plain, max(0, head - 8), head)
    if not found or _GENERIC.search(found["kind"]):
        return None
    return found.start("kind")


def _in_title(plain: str, at: int) -> bool:
    low = max(0, at - 40)
    return plain.rfind("《", low, at) > plain.rfind("》", low, at)
