"""A figure -> what it counts, what was done, and the comparable indicator it is a value of.

Binds within the sentence. Nothing is guessed: what fits no indicator's wording, or two of them
equally well, has no concept, and a figure of a plan is a norm and has none either.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import structs

from kg import clauses
from kg.lexicon import Lexicon
from kg.lexicon.units import Side, Unit
from kg.linking import cells, changes, phrases
from kg.linking.binding import bind
from kg.linking.figures import STANDINGS, Count, Figure, Told, alike, clause_start
from kg.linking.reference import refer
from kg.model import Document, Mention, Part, Quantity

_CLAUSE_END = re.compile("[。；！？\n，：|]")
_CLAUSE_ENDS = frozenset("。；！？\n，：|")
_LISTING = ("、", "和", "及", "与", "以及")
_LISTED = ("、", "和", "及", "与", "其中")
_FAR = 80
_THEIRS = ("person", "org")
_BARE_RATE = 3
_MARK = re.compile("[“”（）]")
_RESPECTIVELY = re.compile("分别(为|是|达到?|有|.{2})?$")
_LINKS = {None, "为", "是", "达", "达到", "有", "占"}
_LIST_GOES_ON = re.compile("、(?![^（）]*）)")
_OF_WHICH = ("其中：", "其中，")
_JOINED = re.compile("[、和]")
_PLAN, _RIGHT = Part.PLAN, Side.RIGHT


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the figures with indicator, action, canonical form and comparable indicator."""
    plain, offsets = document.plain, document.offsets
    units, actions, indicators = lexicon.units, lexicon.actions, lexicon.indicators
    sentences = clauses.sentence_begins(plain)
    starts = [bisect_left(offsets, m.span.start) for m in mentions] + [len(plain)]
    end = sentence = following = inside = 0
    told = Told()
    respective: tuple[str, ...] = ()
    for index, mention in enumerate(mentions):
        start, ceiling = starts[index], starts[index + 1]
        if start >= following:
            at = bisect_right(sentences, start)
            is_next = sentences[at - 1] == following and plain[following - 1] != "\n"
            end = sentence = sentences[at - 1]
            following = sentences[at]
            respective = ()
            if not (is_next and plain.startswith("其中", sentence)):
                # 调解纠纷30件。其中，邻里纠纷8件: what divides the figure before goes on with it.
                told = Told(before=told.last if is_next else Count())
        quantity = mention.quantity
        if quantity is None:
            yield mention
            continue
        unit = units.of(quantity.unit)
        floor = max(end, start - _FAR)
        stop = bisect_left(offsets, mention.span.end, start, ceiling)
        aside = _aside(plain, sentence, start)
        if 0 <= aside < inside:
            # 调解86件（其中邻里纠纷21件、土地纠纷33件）
            floor = inside
        figure = _figure(plain, floor, start, stop, ceiling, unit, told)
        if stop == ceiling < len(plain) and unit.side is _RIGHT:
            # 3大项12条|措施, 6支80人的|宣讲队
            beyond = bisect_left(offsets, mentions[index + 1].span.end)
            right = plain[beyond : _clause_end(plain, beyond, beyond + _FAR)]
            figure = structs.replace(figure, right=right.removeprefix("的"))
        count, left = bind(figure, actions), figure.left
        # 办复率、满意率分别为100%和97%: the first figure is the first's, the second the second's.
        shared = _RESPECTIVELY.search(left) if "分别" in left else None
        verb = shared[1] if shared else ""
        if verb in _LINKS or verb in changes.CHANGES or verb in actions.concepts:
            respective = tuple(_JOINED.split(count.indicator))
            if len(respective) == 1 and count.indicator == told.last.indicator:
                # 新增企业12户，商户46户，分别增长8%、5%
                respective = tuple(told.indicator for told in told.earlier[-2:])
        elif not figure.listed:
            respective = ()
        if respective:
            count = Count(respective[0], count.action or told.last.action, count.dimension)
            respective = respective[1:]
        # 受理36件，其中婚姻纠纷8件: a part is no value of the indicator of the whole.
        if left[:2] == "其中":
            is_part = True
            if not told.whole.dimension:
                told.whole = told.of_kind(unit.dimension)
        else:
            is_part = figure.is_one
            if told.whole.dimension and not is_part:
                is_part = _is_part(told.whole, count, figure)
        # 参考率、合格率均为100% is one figure for two.
        is_joint = unit.dimension == "rate" and _JOINED.search(count.indicator)
        concept = None
        if not (is_part or is_joint):
            counted = count.indicator
            if counted[-1:] == "率":
                counted = _whose(counted, told)
            concept = indicators.of(counted, count.action, unit.iri)
        if concept:
            is_planned = document.part_at(mention.span.start) is _PLAN
            is_standing = phrases.left_of_figure(left) in STANDINGS
            if is_planned or is_standing or not changes.is_result(left):
                concept = None
        if aside < 0:
            told.add(count, listed=figure.listed)
            end = stop
        else:
            inside = stop
        # 成功调解 is a stage of its own for comparing, and the verb 调解 in the text.
        action = count.action.replace("成功", "")
        yield refer(
            mention,
            str(quantity.value) + quantity.unit,
            concept,
            flag=mention.flag,
            quantity=Quantity(
                quantity.value,
                quantity.unit,
                quantity.bound,
                quantity.upper,
                _as_written(document, count.indicator, sentence, stop),
                action,
                concept,
            ),
        )


def _figure(
    plain: str, floor: int, start: int, end: int, ceiling: int, unit: Unit, told: Told
) -> Figure:
    previous = told.last
    begin = clause_start(plain, floor, start)
    left = plain[begin:start]
    if plain.endswith(_OF_WHICH, floor, begin):
        left = "其中" + left
    if left[:1] == "（":
        # 刑事案件8件（含自诉1件）、民事案件12件
        left = left.partition("）")[2]
    if begin == floor and previous.dimension:
        if left.endswith(_LISTING):
            # 3个调解室、5个工作站: the noun between the two belongs to the first.
            left = left[-1]
        elif previous.dimension in _THEIRS and left.startswith(previous.indicator):
            # 为8名|劳动者 追回工资12万元
            own = left[len(previous.indicator) :]
            left = own if len(own) > 1 else left
    if not left and plain[begin - 1] == "）" and (opened := plain.rfind("（", floor, begin)) > 0:
        # 直接纠错（以撤销等方式结案）30件: what stands before the brackets is counted.
        begin = clause_start(plain, floor, opened)
        left = plain[begin:opened]
    is_one = False
    if not left and begin:
        if plain[begin - 1] == cells.BORDER:
            left, is_one = cells.head(plain, start)
        elif plain[begin - 1] == "：":
            # 受理矛盾纠纷：36件
            left = plain[clause_start(plain, floor, begin - 1) : begin - 1]
    ahead = plain[floor : begin - 1] if begin > floor and plain[begin - 1] == "，" else ""
    stop = _clause_end(plain, end, ceiling)
    right = plain[end:stop]
    if "（" in right and (opened := right.rfind("（")) > right.rfind("）"):
        # 梳理12项事项（企业办事8项）: the brackets hold another figure.
        right = right[:opened]
    if stop == ceiling and "、" in right:
        right = _LIST_GOES_ON.split(right, 1)[0]
    after = ""
    if unit.dimension == "time":
        after = plain[stop + 1 : _clause_end(plain, stop + 1, ceiling)]
    elif unit.place and not right and stop == ceiling < len(plain):
        # 与9个社区、26家单位|签订|责任书 35份
        after = plain[ceiling : _clause_end(plain, ceiling, ceiling + _FAR)].rstrip("份件个册")
        after = after.rstrip("0123456789")
    listed = left.startswith(_LISTED)
    return Figure(unit, left, right, ahead, after, previous, told, listed, is_one)


def _is_part(whole: Count, count: Count, figure: Figure) -> bool:
    """Whether a figure behind 其中 is a part, not another deed: ，为受援人|挽回损失100万元."""
    if alike(whole.dimension, count.dimension):
        return True
    return count.dimension.startswith("rate") or count.action not in (figure.left or count.action)


def _whose(rate: str, told: Told) -> str:
    """Return a bare rate with those before it: 调解员58名，持证率91% is none of officers."""
    is_theirs = len(rate) <= _BARE_RATE and told.last.dimension == "person"
    return told.last.indicator + rate if is_theirs else rate


def _as_written(document: Document, noun: str, sentence: int, stop: int) -> str:
    """Return what is counted with its quotes and brackets as the text has them."""
    if noun.isalpha() or not _MARK.search(noun):
        # Most are letters alone, which is seen sooner.
        return noun
    at = document.plain.find(noun, sentence, stop + _FAR)
    if at < 0:
        return noun
    offsets = document.offsets
    return "".join(document.text[offsets[i]] for i in range(at, at + len(noun)))


def _aside(plain: str, sentence: int, start: int) -> int:
    """Return where the brackets open that a place stands in, 40件（含上年结转6件）; else -1."""
    opened = plain.rfind("（", sentence, start)
    if opened < 0 or plain.find("）", opened, start) >= 0:
        return -1
    return opened if plain.find("）", start, start + _FAR) >= 0 else -1


def _clause_end(plain: str, start: int, limit: int) -> int:
    if plain[start : start + 1] in _CLAUSE_ENDS:
        # Most figures end their clause.
        return start
    limit = min(limit, start + _FAR)
    stop = _CLAUSE_END.search(plain, start, limit)
    return stop.start() if stop else limit
