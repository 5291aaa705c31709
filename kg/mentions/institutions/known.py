"""A known name in its place: what stands before it and belongs to it.

Special words before names that are made freely (物业纠纷|人民调解委员会), fields before offices,
any name before a law firm, a team's own name where a verb or a place says so. Refuses a name that
runs on as another word, and one that wants an owner and has none.
"""

from __future__ import annotations

import re

from kg.boundaries import OwnerStart, is_owner, phrase_start
from kg.boundaries.phrases import words
from kg.lexicon.wording import Wording
from kg.mentions.institutions.names import GENERIC, NO_NAME, Name, runs_on
from kg.model import Concept

# Heads whose names are made up freely, so that special words before a known name belong to it.
_OPEN = (
    "中心",
    "委员会",
    "调委会",
    "室",
    "站",
    "队",
    "团",
    "组织",
    "小组",
    "专班",
    "协会",
    "法庭",
    "议事会",
)
# Heads before which fields of government stand, several of them joined by 和.
_OFFICES = ("局", "厅", "办", "办公室", "科", "股", "处", "所")
_LEVEL_OF_LABEL = re.compile("[省市州盟县旗区镇](?=委)|街道(?=办)")
_LEVEL_BEGINS = frozenset("省市州盟县旗区镇街")
# What a body that settles disputes is named after is whatever they are about: 电力|纠纷调解委员会.
_DISPUTES = ("纠纷", "争议")
# 古堡景区|管委会: who runs an area is named after it.
_RUN_AREAS = ("管委会", "管理委员会")
_AREA = re.compile("(?![全各本])[一-龥]{1,8}(?:[景园矿林库湾]区|[园城街湖岛山港]|基地|林场)")
# Heads before which any name may stand: 龙都律师事务所; so it does before a 调解室.
_PROPER = ("师事务所", "公证处", "司法鉴定所")
_PROVINCES = tuple(
    words(
        "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南"
        " 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆"
    )
)
_BARE_GOVERNMENT = re.compile("(?:党委|党工委|[省市县区州旗镇]委)[、和及与]$")
# Teams and stations go by names of their own where these verbs stand before: 组建|夕阳红普法宣讲队.
_TEAMS = ("队", "站", "团")
_GIVES_NAME = frozenset(
    ["成立", "组建", "设立", "依托", "联合", "打造", "建立", "建成", "邀请", "组织"]
)
_PLACED = re.compile("[一-龥]{1,3}[街镇乡]..")
_NO_TEAM_NAME = re.compile("专兼职|高素质|高标准|首[个支家]|[级支个]$|现有|辖内|镇街|乡镇|街镇")


def known_name(
    plain: str,
    start: int,
    end: int,
    floor: int,
    concept: Concept,
    wording: Wording,
    owner: OwnerStart,
) -> Name | None:
    """Return the name that a known word is the end of."""
    refused = wording.not_before.get(concept.iri)
    if refused and plain.startswith(refused, end) and not plain.startswith("会同", end):
        return None
    if runs_on(plain, end):
        return None
    # The level in 县委 and 街道办事处 is 尼玛县's and 金龙街道's where those stand there.
    level = plain[start] in _LEVEL_BEGINS and _LEVEL_OF_LABEL.match(plain, start, end)
    core = first = level.end() if level else start
    if concept.label.endswith(_PROPER):
        first = _over_proper_name(plain, core, floor)
    elif concept.label.endswith(_OFFICES) or "执法" in concept.label:
        first = wording.over_fields(plain, core, floor=floor)
    elif concept.label.endswith(_OPEN):
        first = _over_modifiers(plain, core, floor, wording)
        if first == core and concept.label.endswith("中心"):
            first = wording.over_fields(plain, core, floor=floor)
        first = core if plain[first:core] == "联合" else first  # 联合|融媒体中心拍摄
        if plain.startswith(_DISPUTES, first):
            first = _over_proper_name(plain, first, floor)
        if concept.label.endswith("室"):
            first = min(first, _over_proper_name(plain, core, floor))
        elif concept.label.endswith(_TEAMS):
            first = _over_team_name(plain, first, floor)
    if concept.label.endswith(_RUN_AREAS):
        area = phrase_start(plain, core, floor=floor)
        first = area if _AREA.fullmatch(plain, area, core) else first
    owned = first if plain.startswith("国务院", start) else owner(first, floor)
    if owned == first >= core and _needs_owner(plain, start, end, concept):
        return None
    if level:
        owned, first = min(owned, start), min(first, start)
    return Name(owned, first, end, "institution")


def _over_proper_name(plain: str, start: int, floor: int) -> int:
    # 北京德恒（重庆）律师事务所: a branch names its place in brackets.
    opening = plain.rfind("（", floor, start) if plain[start - 1] == "）" else start
    first = phrase_start(plain, opening, floor=floor) if opening >= 0 else start
    if first == opening and plain[first - 1 : first] == "和":
        # 浙江六和律师事务所: a brand that ends in 和, where a province says that it begins one.
        whole = phrase_start(plain, first - 1, floor=floor)
        first = whole if plain.startswith(_PROVINCES, whole) and first - whole > 2 else first
    before = plain[first:start]
    named = 2 <= len(before) <= 12 and not GENERIC.fullmatch(before)
    return first if named and not NO_NAME.search(before) else start


def _over_team_name(plain: str, start: int, floor: int) -> int:
    """Take any words before a team where a verb or a place says that they begin its name."""
    first = phrase_start(plain, start, floor=floor)
    before = plain[first:start]
    if not 2 <= len(before) <= 8 or NO_NAME.search(before) or _NO_TEAM_NAME.search(before):
        return start
    said = plain[first - 2 : first] in _GIVES_NAME or _PLACED.match(before) is not None
    return start if GENERIC.fullmatch(before) or is_owner(before) or not said else first


def _needs_owner(plain: str, start: int, end: int, concept: Concept) -> bool:
    if plain[start:end] == "政府":
        return not _BARE_GOVERNMENT.search(plain, max(0, start - 4), start)
    return "needsOwner" in concept.facts


def _over_modifiers(plain: str, start: int, floor: int, wording: Wording) -> int:
    modifiers = wording.endings["modifier"]
    while True:
        before = modifiers.start(plain, start, floor)
        if before == start and start > floor and plain[start - 1] == "”":
            opening = plain.rfind("“", max(floor, start - 14), start)
            return opening if opening >= 0 else start
        if before == start:
            return start
        if plain[before - 1 : before] == "、" and before - 1 > floor:
            further = modifiers.start(plain, before - 1, floor)
            before = further if plain[further:before].endswith("性、") else before
        start = before
