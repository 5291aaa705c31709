"""Whose a body is: the level words and places before its name (乡派出所, 区、市、县委)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from kg.boundaries.phrases import LONGEST, VERBS, ends_before, phrase_start, words
from kg.lexicon import Lexicon
from kg.model import Document, Issuer

# Words for a level of government. Before a body they say whose it is (乡派出所, 区、市、县委).
_LEVEL = (
    "(?:自治[区州县旗]|乡镇|镇街|街镇|村居|居村|村社|街道|社区|地区|园区|小区|苏木|嘎查|团场|[省市州盟县旗区乡镇街村]"
    "|村（[居社区]+）|社区（村）|乡镇（街道）|[乡镇街]（[乡镇街道、]+）|[县市]（[市、区旗]+）)"
)
_LEVELS = frozenset("省市州盟县旗区乡镇街村")
_BRACKETED = re.compile("(?:(?:乡镇|[村乡镇街县市])（[居社区牧镇街道、市旗]+）|社区（村）)级?$")
_RUN = re.compile(
    f"(?:上级|本级|中央|国家|兵团|[师团]|[省市州县区]直|[局委厅院]?机关|(?:{_LEVEL}[、和及])*{_LEVEL}+(?:[两三四五]级|级)?)"
    "|[省市州盟县旗区镇]?(?:[分总]?局|厅|院|委)"
)
_COORDINATED = re.compile(f"(?:{_LEVEL}[、和及])+{_LEVEL}(?:[两三四五]级)?$")
# How it ends, which is found faster, as it begins with one character of three.
_JOINED = re.compile(f"[、和及]{_LEVEL}(?:[两三四五]级)?$")
# Provinces by one character, where several joined share a body.
_PROVINCES = frozenset("京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新")
_ABBREVIATED = re.compile(f"[{''.join(sorted(_PROVINCES))}]{{2,4}}$")
_PLACES = re.compile(
    "(?:中共|中国共产党)?(?:[一-龥]{1,9}?(?:自治[区州县旗]|街道|社区|地区|新区|[省市州盟县旗区乡镇村])){1,4}"
)
_UNLISTED = re.compile(
    "[一-龥]+(?:村|社区|嘎查|农场|街道|产业园|新城)"
    "|[一-龥]*(?:开发|高新|高新技术产业|新|园|示范|功能|保税|自贸|管理|合作|集聚|度假|旅游|生态|矿|林)区"
)
_NOT_ITS_NAME = re.compile(
    "辖区|所属|试点|部分|行政村|全体|先进|基层|优秀|重点|示范|薄弱|相关|参与|组织|配合|[级个类全][^级]{0,2}$"
)
_LEVEL_AT_END = re.compile(f"(?:上级|中央|国家|{_LEVEL}+(?:[两三四五]级|级)?)$")
_LAST = frozenset("师团省市州盟县旗区乡镇街道村居社级直关局厅院委木查场园城央家）")
_TELL_WHOSE = _LAST | _PROVINCES
_DETERMINERS = frozenset("全本辖两")
_NO_LEVEL = words("坐镇 下乡 返乡 进村 入村 到村 包村 联村 驻村 上街 逐村 跨县 跨省 跨区 跨镇 跨乡")
# Towns that go by a verb: 联合|镇应急办 unless the town is the issuer's own.
_VERBS_AS_NAMES = frozenset(["联合镇", "联合乡", "联合村", "联合街道", "会同县"])
# Stations that go by their town; words before them that towns are called too.
STATIONS = ("派出所", "司法所", "法庭", "监管所", "管理所", "资源所", "税务所", "卫生院")
_NO_TOWN = words("公安 联合 协同 统筹 建设 团结 人民 中心")
_LONGEST_PLACE = 12
_ANY_LENGTH = range(_LONGEST_PLACE, 1, -1)
_OF_ANY = frozenset("各我该每某本全")
_ANY_SUCH = words("各个 每个 个别 部分 少数 多数 行政 自然")


def owner_start(
    plain: str,
    start: int,
    *,
    floor: int = 0,
    stems: tuple[str, ...] = (),
    is_place: Callable[[str], bool] = lambda name: False,
    lengths: Callable[[str], Sequence[int]] = lambda tail: _ANY_LENGTH,
) -> int:
    """Extend a body's name to the left over whose it is: level words and places.

    ``stems`` are place names without suffix that may stand before a body (昱西司法所), ``is_place``
    tells full names of places, ``lengths`` how long those are that end in two characters. What is
    neither leaves the level word alone: 对标对表|县委.

    >>> text = "充分发挥古堆乡司法所作用"
    >>> text[owner_start(text, 7, is_place={"古堆乡"}.__contains__):10]
    '古堆乡司法所'
    """
    low = max(floor, start - LONGEST)
    if plain.endswith(stems, low, start):
        for stem in stems:
            at = start - len(stem)
            if plain.endswith(stem, low, start) and (
                len(stem) > 2 or at == low or ends_before(plain, at, low)
            ):
                return at
    if start <= low:
        return start
    last = plain[start - 1]
    if last in _PROVINCES:
        # 渝湘黔|边区联合人民调解委员会
        joined = _ABBREVIATED.search(plain, low, start)
        if joined and (joined.start() == low or ends_before(plain, joined.start(), low)):
            return joined.start()
    if last not in _LAST:
        return start
    if plain[start - 2 : start] in _NO_LEVEL:
        return start
    if last == "）":
        bracketed = _BRACKETED.search(plain, low, start)
        if bracketed is None or plain[bracketed.start() - 1] == "个":
            return start
        if _of_any(plain, bracketed.start()):
            return start
        return bracketed.start()
    joined = _JOINED.search(plain, low, start)
    run = _COORDINATED.search(plain, low, start) if joined else None
    if run and (run.start() == low or ends_before(plain, run.start(), low)):
        return run.start()
    first = phrase_start(plain, start, floor=low)
    before = plain[first:start]
    placed = _place_start(plain, low, first, start, is_place, lengths)
    if placed < start:
        return placed
    if before in _LEVELS or _RUN.fullmatch(before):
        return start if _of_any(plain, first) else first
    if not before or (before[0] in _DETERMINERS and _RUN.fullmatch(before, 1)):
        return start
    if 3 <= len(before) <= 9 and _UNLISTED.fullmatch(before) and not _NOT_ITS_NAME.search(before):
        return first
    level = _LEVEL_AT_END.search(before)
    at = first + level.start() if level else start
    within = plain[at - 1 : at + 1] in ("农村", "乡村", "城市")
    return start if within or _of_any(plain, at) else at


def _of_any(plain: str, at: int) -> bool:
    """Whether a determiner stands before a level word (各村), not a verb's end (健全|村级)."""
    before = plain[max(0, at - 2) : at]
    return (before[-1:] in _OF_ANY and before not in VERBS) or before in _ANY_SUCH


def past_any(plain: str, start: int) -> int:
    """Step over a level word that a determiner before it makes no part of a name: 我|局.

    >>> past_any("我局法治建设领导小组", 1)
    2
    """
    level = _RUN.match(plain, start) if _of_any(plain, start) else None
    return level.end() if level else start


def _place_start(
    plain: str,
    low: int,
    first: int,
    end: int,
    is_place: Callable[[str], bool],
    lengths: Callable[[str], Sequence[int]],
) -> int:
    """Walk left over a chain of known places; ``end`` if none ends there."""
    at = end
    while at > low and plain[at - 1] in _LAST:
        for length in lengths(plain[at - 2 : at]):
            start = at - length
            if (
                start >= low
                and length <= _LONGEST_PLACE
                and (length > 2 or start == first)
                and is_place(plain[start:at])
            ):
                at = start
                break
        else:
            break
    if at == end:
        # A level word may stand between: 荣昌区|乡镇|综治中心, 绍兴市|市|市场监管局.
        level = _LEVEL_AT_END.search(plain, first, end) if end - first > 2 else None
        if level and first < level.start():
            placed = _place_start(plain, low, first, level.start(), is_place, lengths)
            return placed if placed < level.start() else end
        return end
    for prefix in ("中共", "中国共产党"):
        if at - len(prefix) >= low and plain.startswith(prefix, at - len(prefix)):
            return at - len(prefix)
    return at


_PEOPLES = """
    蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡
    纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克
    俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺 各
"""
_PEOPLE = "|".join(sorted(words(_PEOPLES), key=lambda name: (-len(name), name)))
_SUFFIX = re.compile(f"(?:(?:(?:{_PEOPLE})族)*(?:自治县|民族乡|乡)|街道办事处|街道|[省市县区镇])$")
OwnerStart = Callable[[int, int], int]


def owners_in(document: Document, lexicon: Lexicon) -> OwnerStart:
    """Return ``owner_start`` for one document's places: ``(start, floor) -> start``."""
    own, stems, ends = _names_of(document.issuer)
    plain, places = document.plain, lexicon.places
    own_tails = [name[-2:] for name in own]

    def is_place(name: str) -> bool:
        return name in own or (name not in _VERBS_AS_NAMES and bool(places.named(name)))

    def lengths(tail: str) -> Sequence[int]:
        return _ANY_LENGTH if tail in own_tails else places.lengths(tail)

    def start_of(start: int, floor: int) -> int:
        if plain[start - 1 : start] not in ends:  # most names are said to be nobody's
            return start
        return owner_start(
            plain, start, floor=floor, stems=stems, is_place=is_place, lengths=lengths
        )

    return start_of


def town_start(plain: str, start: int, floor: int, lexicon: Lexicon) -> int:
    """Return where the town begins that a station goes by without suffix: 城关|派出所.

    ``start`` where no town of that name is known, or it is the end of a longer word.
    """
    for at in (start - 3, start - 2):
        stem = plain[at:start]
        apart = at == floor or (at > floor and ends_before(plain, at, max(floor, at - LONGEST)))
        if apart and stem not in _NO_TOWN and stem not in VERBS and is_town(stem, lexicon):
            return at
    return start


def is_town(stem: str, lexicon: Lexicon) -> bool:
    """Whether a town, any of its name, goes by these words without suffix."""
    suffixes = ("道",) if stem.endswith("街") else ("镇", "乡", "街道")
    return any(lexicon.places.named(stem + suffix) for suffix in suffixes)


def stems_of(issuer: Issuer) -> tuple[str, ...]:
    """Return what an issuer and the places it lies in go by without suffix: 昱西 for 昱西街道."""
    return _names_of(issuer)[1]


@lru_cache(maxsize=64)
def _names_of(issuer: Issuer) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Return the names of an issuer and of what it lies in, these without suffix, and what tells.

    The last are the characters of which one stands before any name that is said to be somebody's.
    """
    own = frozenset({issuer.name, issuer.county, issuer.prefecture, issuer.province} - {""})
    stems = sorted(s for name in own if 1 < len(s := _SUFFIX.sub("", name)) < len(name))
    return own, tuple(stems), _TELL_WHOSE.union(stem[-1] for stem in stems)


_COMPOUND = re.compile(
    "委员|乡村[振治建旅医]|城乡|社区[矫治卫]|村镇[建规]|市[场民容政]|区[域块划]|街区|村[民务规]|乡[贤风土愁]|院前"
    "|[州县省]际|县域|局[面部]"
)


@lru_cache(maxsize=1 << 10)
def is_owner(text: str) -> bool:
    """Whether words before a body only say whose it is.

    >>> is_owner("安多县"), is_owner("区、市、县"), is_owner("物业纠纷")
    (True, True, False)
    """
    return bool(_RUN.fullmatch(text) or _PLACES.fullmatch(text))


def without_owner(name: str, lexicon: Lexicon) -> str:
    """Leave out the level words and known places that a body's name begins with."""
    at = 2 if name.startswith("中共") else 0
    while place := next(
        (
            n
            for n in range(min(12, len(name) - at - 2), 1, -1)
            if lexicon.places.named(name[at : at + n])
        ),
        0,
    ):
        at += place
    for end in range(min(len(name) - 2, at + 8), at, -1):
        divided = any(m.start() < end < m.end() for m in _COMPOUND.finditer(name, at, end + 3))
        if _RUN.fullmatch(name, at, end) and not divided:
            return name[end:].lstrip("、")
    return name[at:]
