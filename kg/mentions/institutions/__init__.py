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

from msgspec import structs

from kg.boundaries import STATIONS, is_town, owners_in, phrase_start, town_start
from kg.lexicon import Lexicon
from kg.lexicon.wording import Word
from kg.mentions.institutions.known import known_name
from kg.mentions.institutions.made import office, open_name
from kg.mentions.institutions.names import Name
from kg.model import Concept, Document, Mention

KIND = "INST"

_PARENTS = (
    "政府",
    "人大常委会",
    "法院",
    "公安局",
    "司法局",
    "管理局",
    "资源局",
    "环境局",
    "税务总局",
)
_BRANCHES = (
    "街道工作委员会",
    "街道办事处",
    "法庭",
    "派出所",
    "司法所",
    "管理所",
    "监管所",
    "资源所",
    "税务局",
    "分局",
)
_HAVE_BRANCHES = ("局", "委员会", "中心", "协会", "消保委")
_TOWN_BRANCH = re.compile(
    "([一-龥]{2,3}?)(?:水管|水利|供水|林业|交警|公路|环卫|国土)?(?:所|分局|中队|工作站|分会)(?![长有以在得谓需属])"
)
_LONGEST = 60
_LONGEST_STEM = 3
_LONGEST_QUOTED = 16
_HEAD, _LOOKALIKE = Word.HEAD, Word.LOOKALIKE
_BROKEN = re.compile("[，。、；：”]")


def find(document: Document, lexicon: Lexicon) -> list[Mention]:
    """Return the institutions of a document."""
    return [
        document.mention(name.start, name.end, KIND, name.rule)
        for name in _names(document, lexicon)
    ]


def _names(document: Document, lexicon: Lexicon) -> Iterator[Name]:
    plain = document.plain
    wording = lexicon.wordings[KIND]
    owner = owners_in(document, lexicon)
    floor = 0
    pending: Name | None = None
    for start, end, word in lexicon.terms.find(plain)[KIND]:
        if word is _LOOKALIKE:
            continue
        if not isinstance(word, Concept):
            read = open_name if word is _HEAD else office
            name = read(plain, start, end, floor, pending, wording, owner)
        elif plain.startswith("办公室", end - 1):
            name = open_name(plain, end - 1, end + 2, floor, pending, wording, owner)
        else:
            name = known_name(plain, start, end, floor, word, wording, owner)
            if name and name.start == start and plain.endswith(STATIONS, start, end):
                name = structs.replace(name, start=town_start(plain, start, floor, lexicon))
        if name is None:
            if isinstance(word, Concept) and "needsOwner" not in word.facts:
                floor = end
            continue
        if plain[name.start - 1] == "的" and plain[name.end : name.end + 1] == "”":
            name = _in_quotes(plain, name)
        if plain.endswith(_HAVE_BRANCHES, name.start, name.end):
            name = _with_town(plain, name, lexicon)
        near = pending and name.start <= pending.end + _LONGEST_STEM
        if pending and near and _continues(plain, pending, name):
            name = Name(pending.start, pending.core, name.end, name.rule)
        elif pending:
            yield pending
        pending, floor = name, max(end, name.end)
    if pending:
        yield pending


def _with_town(plain: str, name: Name, lexicon: Lexicon) -> Name:
    """Take a branch that goes by its town with its body: 县市场监管局|大南街所."""
    branch = _TOWN_BRANCH.match(plain, name.end)
    if not branch or not is_town(branch[1], lexicon):
        return name
    return Name(name.start, name.core, branch.end(), name.rule)


def _in_quotes(plain: str, name: Name) -> Name:
    """Take a name wholly in quotation marks from the first: “马背上的|普法宣传队”."""
    opening = plain.rfind("“", max(0, name.end - _LONGEST_QUOTED), name.start)
    if opening < 0 or _BROKEN.search(plain, opening + 1, name.start):
        return name
    return Name(opening + 1, opening + 1, name.end, name.rule)


def _continues(plain: str, pending: Name, name: Name) -> bool:
    """Whether a name goes on with the next one: 县委|政法委."""
    if plain.startswith("国务院", name.core):  # 中共中央办公厅|国务院办公厅
        return False
    glued = name.core <= pending.end or _branch(plain, pending, name)
    return glued and name.end - pending.start <= _LONGEST


def _branch(plain: str, pending: Name, name: Name) -> bool:
    """Whether a branch follows the body it is of: 海珠区人民政府|南华西街道办事处."""
    parent, branch = plain[pending.start : pending.end], plain[name.start : name.end]
    if pending.end == name.start:
        return parent.endswith(_PARENTS) and branch.endswith(_BRANCHES)
    # 荔城区人民法院|黄石人民法庭: the place of a branch without its suffix.
    return (
        2 <= name.start - pending.end <= _LONGEST_STEM
        and branch.endswith(_BRANCHES)
        and parent.endswith(_PARENTS)
        and phrase_start(plain, name.start, floor=pending.end) == pending.end
    )
