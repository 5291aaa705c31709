"""Mechanisms named by a head noun with what stands before it: 矛盾纠纷多元化解|机制.

The span is the whole noun phrase; quotation marks are in it where the head stands outside them
(“一案一回访”制度) or where the quotation is named by what stands before it (行政执法“三项制度”).
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon import Lexicon
from kg.lexicon.mechanisms import MechanismWords
from kg.mentions.mechanisms.boundary import Boundary
from kg.mentions.mechanisms.modifier import Modifier, before
from kg.model import Document, Mention

_LONGEST = 90
# 一般程序|案件 is a kind of case, told by the procedure it goes through; 程序|意识 is no procedure.
# 消防安全责任制|实施办法, 河湖长制|条例 are documents.
_DOCUMENT = ("条例", "实施办法", "管理办法", "暂行办法", "实施细则", "若干规定")
_NO_PROCEDURE = ("案件", "类案件", "办案", "意识", "观念", "违法", "瑕疵", "不当", "规定")


def find_phrases(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the mechanisms that a head noun names."""
    words = lexicon.mechanism_words
    boundary = Boundary(words)
    plain = document.plain
    reached = 0
    for at in sorted({start for start, _, _ in lexicon.terms.find(plain)["MechanismHead"]}):
        head = words.head.match(plain, at) if at >= reached else None
        if head is None:
            continue
        reached = head.end()
        if plain.startswith(_DOCUMENT, reached):
            continue
        if head[0] == "程序" and plain.startswith(_NO_PROCEDURE, reached):
            continue
        found = _place(plain, at, reached, words, boundary)
        if found is None:
            continue
        start, end = found
        if end - start > _LONGEST:
            continue
        yield document.mention(start, end, "MECH", "head-noun")


def _place(
    plain: str, head: int, end: int, words: MechanismWords, boundary: Boundary
) -> tuple[int, int] | None:
    modifier = before(plain, head)
    if modifier is None:
        return None
    noun = plain[head:end]
    start = boundary.start(modifier.masked, noun)
    closes = modifier.quoted and plain[end : end + 1] == "”"
    if closes and start is None:
        return _named_from_outside(plain, modifier, end, words, boundary)
    if start is None:
        return None
    at = modifier.start + start
    if start == 0 and modifier.comma and "的" in modifier.masked:
        at = _over_commas(plain, modifier, boundary)
    return at, end


def _over_commas(plain: str, modifier: Modifier, boundary: Boundary) -> int:
    """Follow a clause before 的 to the left over commas while its parts run parallel."""
    at, current = modifier.start, modifier.masked
    while previous := before(plain, at - 1):
        start = boundary.clause_start(previous.masked)
        clause = current.split("的")[0]
        if start is None or not boundary.runs_on(previous.masked[start:], clause):
            break
        at = previous.start + start
        if start or not previous.comma:
            break
        current = previous.masked
    return at


def _named_from_outside(
    plain: str, modifier: Modifier, end: int, words: MechanismWords, boundary: Boundary
) -> tuple[int, int] | None:
    """Take a quotation that names nothing by itself with what does: 行政执法|“三项制度”."""
    outer = before(plain, modifier.start - 1)
    if outer is None or not outer.masked or words.ends_in_head(outer.masked):
        return None
    start = boundary.start(outer.masked, plain[modifier.start : end])
    if start is None or len(outer.masked) - start > 8:
        return None
    return outer.start + start, end + 1
