"""Names that no vocabulary has: a head noun, or a field and the end of an office's name.

Before a head noun, what stands up to a boundary is the name (“蒲公英”普法志愿者|中队); an office's
short name (数管|局) counts where it is somebody's or listed with other bodies. Refuses words before
a head that name nothing (服务|中心).
"""

from __future__ import annotations

import re

from kg.boundaries import OwnerStart, is_owner, past_any, phrase_start
from kg.lexicon.wording import Wording
from kg.mentions.institutions.names import GENERIC, NO_NAME, Name, runs_on

# The same behind a field of government: 农业科|技, 乡村振兴所|需.
_SHORT_RUNS_ON = {
    "局": "长",
    "厅": "堂长",
    "科": "技学研普目级教员长室",
    "股": "份东权长室级",
    "处": "理置罚于分在境方所长室处",
    "所": "占在能致做带提产用说想急盼求为称",
}
_NAMED_SCHOOL = re.compile(
    "[省市州县旗区乡镇村道].*|.*第[一二三四五六七八九十]+.*|.+(?:实验|民族|希望|中心|完全).*"
    "|.+[省市州县旗区乡镇村路街].*"
)
_SCHOOLS = ("小学", "初中", "中学", "高中", "幼儿园", "完小", "学校")
# Heads of names that go on before a quoted word: 行政执法“三项制度”领导小组.
_OFFICIAL = frozenset(["领导小组", "工作小组", "专项小组", "委员会", "指挥部", "专班"])
# Units of a body, named by any word: 公安局|环食药侦|支队.
_UNITS = frozenset(["分局", "支行", "支队", "大队", "中队"])
_BARE = frozenset({"领导小组"})
_OWN_OFFICE = re.compile("[省市州县区旗]?[局厅委]|局?机关")
# 县委|高度重视|法治建设领导小组; but 市委|审计委员会 is one body.
_ACTS = re.compile("重视|研究|领导|部署|主持|要求|决定|听取|审议|统筹|书记|每|带头")
_SITS_IN = ("设在", "设于", "挂在", "挂靠在")
_SET_UNDER = re.compile("(?:小组|委员会|指挥部|专班)[^，。；]{0,2}，?下设$")


def open_name(
    plain: str,
    start: int,
    end: int,
    floor: int,
    pending: Name | None,
    wording: Wording,
    owner: OwnerStart,
) -> Name | None:
    """Return the name that a head noun ends."""
    if runs_on(plain, end):
        return None
    if pending and pending.end == start:
        return Name(start, start, end, "institution-part")
    first = phrase_start(plain, start, floor=floor)
    head = plain[start:end]
    if plain[first] == "“" and head in _OFFICIAL:
        first = phrase_start(plain, first, floor=floor)
    first = min(past_any(plain, first), start)
    before = plain[first:start]
    sits = head == "办公室" and plain.startswith(_SITS_IN, end)
    if not before and (
        head in _BARE or sits or _SET_UNDER.search(plain, max(0, first - 12), first)
    ):
        return Name(first, first, end, "institution-bare")
    special = before.strip("“”")
    unit = pending is not None and first == pending.end and head in _UNITS
    if head == "办公室" and _OWN_OFFICE.fullmatch(special):
        return Name(first, start, end, "institution-open")
    if len(special) < 2 or (is_owner(special) and not unit):
        return None
    if NO_NAME.search(before.rpartition("”")[2]):
        return None
    if pending and first == pending.end:
        # 县司法局|承担|办公室工作: after another body only known words make one name with it.
        group = head in _OFFICIAL and plain[first - 1] == "委" and not _ACTS.search(before)
        if not (unit or group) and not wording.consists_of_words(plain, first, start):
            return None
    elif GENERIC.fullmatch(special) and not (head in _OFFICIAL and len(special) > 4):
        return None
    if head in _SCHOOLS and not _NAMED_SCHOOL.fullmatch(special):
        stem = plain[owner(start, floor) : start]
        if not stem or is_owner(stem):
            return None
    if plain[first - 1 : first] in ("和", "与"):
        first = wording.over_fields(plain, first, floor=floor)
    return Name(owner(first, floor), first, end, "institution-open")


def office(
    plain: str,
    start: int,
    end: int,
    floor: int,
    pending: Name | None,
    wording: Wording,
    owner: OwnerStart,
) -> Name | None:
    """Read a short name that only says its field: somebody's, or listed with other bodies."""
    if plain.startswith("公室", end):
        return open_name(plain, end - 1, end + 2, floor, pending, wording, owner)
    if runs_on(plain, end):
        return None
    if end < len(plain) and plain[end] in _SHORT_RUNS_ON.get(plain[end - 1], ""):
        return None
    first = wording.over_fields(plain, start, floor=floor)
    owned = owner(first, floor)
    listed = pending is not None and plain[pending.end : first] == "、"
    joined = any(joint in plain[first:end] for joint in ("和", "与"))  # 政策法规与监督科
    if owned == first and not listed and not joined:
        return None
    return Name(owned, first, end, "institution-office")
