"""Institutions: a body's whole name as it stands, whose it is included (乡派出所, 安多县公安局).

A known name grows to the left over the words that make it more special (物业纠纷|人民调解委员会)
and over level words and places. An open name is a head noun with what stands before it up to a
boundary (“蒲公英”普法志愿者|中队). Bodies that follow each other without a break are one name
(县委|政法委).
Refuses generic groups of bodies, meetings, and 政府 where it is no body (法治政府, 政府信息).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.boundaries import OwnerStart, owners_in, phrase_start
from kg.lexicon import Lexicon
from kg.lexicon.wording import Word, Wording
from kg.model import Concept, Document, Mention

KIND = "INST"

# Heads whose names are made up freely, so that special words before a known name belong to it.
_OPEN = ("中心", "委员会", "调委会", "室", "站", "队", "团", "组织", "小组", "专班", "协会", "法庭")
# What makes another word of a name's last character: 司法所有, 财政局面, 普法办理.
_RUNS_ON = {
    "办": "理公法案结学好实成件证税班会点卡完起得到贷医电展户酒一社校企民",
    "所": "有以需谓得属反示述涉",
    "局": "面限部势促",
    "部": "门署长分位下",
    "站": "点位式立稳",
    "队": "伍员列",
    "院": "坝落士系",
    "会": "议场同商",
    "室": "内外温",
    "组": "织建团合别成",
    "团": "队结伙",
    "心": "组户校区思态",
    "点": "位评面对击",
    "学": "生习校法者历",
    "园": "区林艺",
    "委": "托员会派屈",
}
# Words before a head that name nothing: 服务中心, 相关协会.
_GENERIC = re.compile(
    "(?:服务|管理|工作|活动|培训|相关|专门|专项|执法|志愿|志愿者|行业|专业|社会|党员|领导|组织|机构|教育|学习|技术"
    "|调解|考核|检查|督查|监督|实践|示范|重点|常设|专职|临时|内设|乡镇|街道|部门|政府|党委|发展|政治|文化|经济|综合"
    "|党建|人才|群众|干部|青年|教师|学生|机关|议事协调|协调|牵头|主管|分管|业务|成员|应急|区域|城市|农村|基层|公益"
    "|一个|两个|三个|多个|若干|这个|同级|本级|自治|群众自治|基层自治|居民自治|村民自治|各类)*"
)
_NO_NAME = re.compile(
    "[不没们这那它他她很就能要需想说谁什么怎样时候年月日]|可以|以来|过程|问题|情况|能力"
)
_NAMED_SCHOOL = re.compile(
    "[省市州县旗区乡镇村道].*|.*第[一二三四五六七八九十]+.*|.+(?:实验|民族|希望|中心|完全).*"
)
_SCHOOLS = ("小学", "中学", "幼儿园", "完小", "学校")
_BARE_GOVERNMENT = re.compile("(?:党委|党工委|[省市县区州旗镇]委)[、和及与]$")
_BARE = frozenset({"领导小组"})


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    core: int
    """Where it begins but for whose it is."""
    end: int
    rule: str


def find(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the institutions of a document."""
    for name in _names(document, lexicon):
        span = document.span(name.start, name.end)
        yield Mention(span, document.quote(span), KIND, name.rule)


def _names(document: Document, lexicon: Lexicon) -> Iterator[_Name]:
    plain = document.plain
    wording = lexicon.wordings[KIND]
    owner = owners_in(document, lexicon)
    floor = 0
    pending: _Name | None = None
    for start, end, word in wording.terms.find(plain):
        name = None
        if word is Word.HEAD:
            name = _open_name(plain, start, end, floor, pending, owner)
        elif isinstance(word, Concept):
            name = _known_name(plain, start, end, floor, word, wording, owner)
        if name is None:
            floor = end if word is Word.LOOKALIKE else floor
            continue
        if pending and name.core <= pending.end:
            name = _Name(pending.start, pending.core, name.end, name.rule)
        elif pending:
            yield pending
        pending, floor = name, end
    if pending:
        yield pending


def _known_name(
    plain: str,
    start: int,
    end: int,
    floor: int,
    concept: Concept,
    wording: Wording,
    owner: OwnerStart,
) -> _Name | None:
    if plain.startswith(wording.not_before.get(concept.iri, ()), end) or _runs_on(plain, end):
        return None
    # 县委 is a label for its 委 only: the level is 尼玛县's where that stands there.
    core = start + 1 if plain[start + 1] == "委" and plain[start] in "省市州盟县旗区镇" else start
    first = core
    if concept.label.endswith(_OPEN):
        first = _over_modifiers(plain, core, floor, wording)
    owned = owner(first, floor)
    if owned == first and _needs_owner(plain, start, end, concept):
        return None
    return _Name(min(owned, start), min(first, start), end, "institution")


def _needs_owner(plain: str, start: int, end: int, concept: Concept) -> bool:
    if plain[start:end] == "政府":
        return not _BARE_GOVERNMENT.search(plain, max(0, start - 4), start)
    return "needsOwner" in concept.facts


def _over_modifiers(plain: str, start: int, floor: int, wording: Wording) -> int:
    while True:
        before = wording.modifier_before(plain, start, floor=floor)
        if before == start and start > floor and plain[start - 1] == "”":
            opening = plain.rfind("“", max(floor, start - 14), start)
            return opening if opening >= 0 else start
        if before == start:
            return start
        if plain[before - 1 : before] == "、" and before - 1 > floor:
            further = wording.modifier_before(plain, before - 1, floor=floor)
            before = further if plain[further:before].endswith("性、") else before
        start = before


def _open_name(
    plain: str,
    start: int,
    end: int,
    floor: int,
    pending: _Name | None,
    owner: OwnerStart,
) -> _Name | None:
    if _runs_on(plain, end):
        return None
    if pending and pending.end == start:
        return _Name(start, start, end, "institution-part")
    first = phrase_start(plain, start, floor=floor)
    before = plain[first:start]
    head = plain[start:end]
    if not before and head in _BARE:
        return _Name(first, first, end, "institution-bare")
    special = before.strip("“”")
    if _GENERIC.fullmatch(special) or _NO_NAME.search(before) or len(special) < 2:
        return None
    if head in _SCHOOLS and not _NAMED_SCHOOL.fullmatch(special):
        return None
    return _Name(owner(first, floor), first, end, "institution-open")


def _runs_on(plain: str, end: int) -> bool:
    return plain[end : end + 1] in _RUNS_ON.get(plain[end - 1], ()) and end < len(plain)
