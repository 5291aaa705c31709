"""Where a Chinese noun phrase begins: the boundary grammar that rules for open names share.

Works on plain (folded) text and places in it; knows function words, verbs that stand before names,
and words for levels of government, and no vocabulary of any class. It answers where a phrase can
begin; whether what begins there is a name is for the rule that asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from kg.lexicon import Lexicon
from kg.model import Document

_LONGEST = 26
_STOPS = frozenset("，。；：！？、（）《》〈〉【】[]…-|/ \t\r\n\u3000")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What stands before a name and never inside one.
_VERBS = _words("""
    成立 设立 建立 组建 筹建 新建 建成 建好 建强 搭建 构建 打造 设在 设于 下设 增设 设有 揭牌 健全
    完善 加强 做强 做实 做优 充实 调整 改造 拓展 延伸 依托 依靠 借助 凭借 通过 运用 发挥 整合 会同
    邀请 选聘 外聘 吸纳 引入 引进 选派 抽调 派驻 进驻 入驻 走进 前往 来到 参加 参与 加入 报送 提交
    移交 转交 接受 收到 根据 按照 依照 遵照 担任 兼任 聘任 作为 成为 属于 包括 包含 涵盖 纳入 列入
    召开 举行 举办 落实 贯彻 制定 印发 出台 修订 明确 确定 确保 实现 实行 坚持 围绕 聚焦 紧扣 荣获
    获得 获评 被评 评为 授予 表彰 主持 对照 拥有 配备 配齐 配强 拉起 用好 开设 开办 督促 要求 指派
    带领 率领 听取 征求 抓好 抓实 首创 设置 推选 聚合 汇聚 形成 做好 借力 携手 现有 共有 原有 已有
    建有 均有 没有 还有 具有 只有 利用 使用 聘请 请来 派出 牵头 配合 协助 委托 同时 以及 其中 包抓
    积极 认真 充分 切实 主动 及时 定期 专门 不断 持续 逐步 率先 首先 所有 各级 各类 相关 有关 优秀
    我国 全国 全省 全市 全县 全区 全镇 全乡 全州 全旗 全街 全村 全局 辖区 辖内 落地 开放 面向 走访
    跟随 联系 依据 覆盖 启用 挂牌 开通 兼职 专职 改建 打响 擦亮 创办 创设 创立 升级 推出 新增 增加
    投入 完成 巩固 深入 强化 引导 组成 派员 来自 位于 归口 隶属 前来 到达 报请 商请 提请 呈报 抄送
    抄告 转至 转送 送达 分流 移送 交由 经过 扎实 大力 全力 稳步 有序 着力 加快 高效 有力 有效 严格
    纵深 合力 共同 聚力 带头 共建 共设 合建 联建 签约 签订 联手 参建 主办 承办 商讨 商定 指向 针对
    关于 对口 结对 参照 比照
""")
# Verbs that names begin with or hold as well: a boundary only where nothing nominal stands before.
_EITHER = _words("""
    优化 推进 推动 推行 促进 提升 深化 创建 联合 协同 统筹 实施 开展 执行 支持 鼓励 安排 负责
    突出 保障 推广 培育 命名 广泛 进行
""")
_FOUNDING = _words("成立 设立 组建 筹建 设置 充实 调整")
# Verbs common inside names (法治建设专班), no part of one where they begin it.
_FIRST = _words("建设 组织 指导 协调 规范 创新 保障 全面")

# One character that ends what stands before a phrase, with the characters before which it is part
# of a noun: 为民服务中心, 文化和旅游局, 经济发展办.
_WORDS = {
    **dict.fromkeys(
        "的了着由被与是让至到或各该我每某近余并据按请也都均已还又给跟因则但而且若于及后", ""
    ),
    "在": "职线",
    "将": "军",
    "把": "手",
    "从": "业",
    "以": "",
    "为": "民农企侨老",
    "对": "外口台",
    "其": "他",
    "向": "阳",
    "等": "级",
    "和": "谐睦顺美静硕田布",
    "任": "务职",
    "使": "用",
    "再": "生",
    "就": "业",
    "内": "部审设蒙江黄丘乡",
    "经": "济营贸开管发办",
}
_BEFORE = {"任": "责主信担常历", "等": "平", "由": "自", "为": "行作", "以": "可", "请": "申"}
_CLASSIFIERS = frozenset("个名支条家所处只批队人轮次期起件份项台场")
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千两余多+%")


def phrase_start(plain: str, end: int, *, floor: int = 0) -> int:
    """Return the earliest place at which a noun phrase that ends at ``end`` can begin.

    A word in quotation marks right before the phrase belongs to it; an opening mark ends it.

    >>> text = "镇里成立“老街坊”矛盾纠纷调解中心"
    >>> text[phrase_start(text, text.index("中心")):]
    '“老街坊”矛盾纠纷调解中心'
    """
    low = max(floor, end - _LONGEST)
    at = end
    while at > low and not _ends_before(plain, at, low):
        if plain[at - 1] == "”":
            opening = plain.rfind("“", low, at)
            return opening if opening >= 0 else at
        at -= 1
    return _without_first_verb(plain, max(at, low), end, low)


def _ends_before(plain: str, at: int, low: int) -> bool:
    """Whether something that is no part of a name ends just before ``at``."""
    last = plain[at - 1]
    if last in _STOPS or last == "“" or last in "0123456789":
        return True
    beside = _WORDS.get(last)
    if beside is not None and (not beside or plain[at : at + 1] not in beside):
        return at - 2 < low or plain[at - 2] not in _BEFORE.get(last, "")
    if at - 2 < low:
        return False
    if last in _CLASSIFIERS and plain[at - 2] in _NUMERALS:
        return True
    pair = plain[at - 2 : at]
    if pair in _VERBS:
        # 健全|村级: what ends in 全 is a verb, not 全村.
        return plain[max(low, at - 3) : at - 1] not in _VERBS
    # 成立|优化营商环境领导小组 and 团结进步创建领导小组 keep it, 扎实推进|综治中心 does not.
    return (
        pair in _EITHER
        and plain[max(low, at - 4) : at - 2] not in _FOUNDING
        and (at - 2 <= low or _ends_before(plain, at - 2, low))
    )


def _without_first_verb(plain: str, start: int, end: int, low: int) -> int:
    founded = plain[max(low, start - 2) : start] in _FOUNDING
    while not founded and end - start > 4 and plain[start : start + 2] in _FIRST:
        start += 2
    return start


# Words for a level of government. Before a body they say whose it is (乡派出所, 区、市、县委).
_LEVEL = (
    "(?:自治[区州县旗]|乡镇|镇街|街镇|村居|村社|街道|社区|地区|园区|苏木|嘎查|团场|[省市州盟县旗区乡镇街村]"
    "|村（[居社区]+）|社区（村）|乡镇（街道）|[乡镇街]（[乡镇街道、]+）|[县市]（[市、区旗]+）)"
)
_BRACKETED = re.compile("(?:(?:乡镇|[村乡镇街县市])（[居社区牧镇街道、市旗]+）|社区（村）)级?$")
_RUN = re.compile(
    f"(?:上级|本级|[省市州县区]直|机关|(?:{_LEVEL}[、和及])*{_LEVEL}+(?:[两三四五]级|级)?)"
    "|[分总]?局|厅|院|委|[省市州盟县旗区镇]委"
)
_COORDINATED = re.compile(f"(?:{_LEVEL}[、和及])+{_LEVEL}(?:[两三四五]级)?$")
_PLACES = re.compile(
    "(?:中共|中国共产党)?(?:[一-龥]{1,9}?(?:自治[区州县旗]|街道|社区|地区|新区|[省市州盟县旗区乡镇村])){1,4}"
)
_UNLISTED = ("村", "社区", "嘎查", "农场", "区", "产业园", "新城")
_LEVEL_AT_END = re.compile(f"(?:上级|{_LEVEL}+(?:[两三四五]级|级)?)$")
_LAST = frozenset("省市州盟县旗区乡镇街道村居社级直关局厅院委木查场园城）")
_DETERMINERS = frozenset("全本辖两")
_NO_LEVEL = _words(
    "坐镇 下乡 返乡 进村 入村 到村 包村 联村 驻村 上街 逐村 跨县 跨省 跨区 跨镇 跨乡"
)
_OF_ANY = frozenset("各我该每某个本全")


def owner_start(
    plain: str,
    start: int,
    *,
    floor: int = 0,
    stems: Iterable[str] = (),
    is_place: Callable[[str], bool] = lambda name: False,
) -> int:
    """Extend a body's name to the left over whose it is: level words and places.

    ``stems`` are place names without suffix that may stand before a body (昱西司法所), ``is_place``
    tells full names of places. What is neither leaves the level word alone: 对标对表|县委.

    >>> text = "充分发挥古堆乡司法所作用"
    >>> text[owner_start(text, 7, is_place={"古堆乡"}.__contains__):10]
    '古堆乡司法所'
    """
    low = max(floor, start - _LONGEST)
    for stem in stems:
        at = start - len(stem)
        if at >= low and plain.startswith(stem, at) and (at == low or _ends_before(plain, at, low)):
            return at
    if start <= low or plain[start - 1] not in _LAST:
        return start
    if plain[start - 2 : start] in _NO_LEVEL:
        return start
    if plain[start - 1] == "）":
        bracketed = _BRACKETED.search(plain, low, start)
        if bracketed is None or _of_any(plain, bracketed.start()):
            return start
        return bracketed.start()
    run = _COORDINATED.search(plain, low, start)
    if run and (run.start() == low or _ends_before(plain, run.start(), low)):
        return run.start()
    first = phrase_start(plain, start, floor=low)
    before = plain[first:start]
    placed = _place_start(plain, low, first, start, is_place)
    if placed < start:
        return placed
    if _RUN.fullmatch(before):
        return start if _of_any(plain, first) else first
    if not before or (before[0] in _DETERMINERS and _RUN.fullmatch(before, 1)):
        return start
    if 3 <= len(before) <= 9 and before.endswith(_UNLISTED):
        return first
    level = _LEVEL_AT_END.search(before)
    return first + level.start() if level else start


def _of_any(plain: str, at: int) -> bool:
    """Whether a determiner stands before a level word (各村), not a verb's end (健全|村级)."""
    return plain[at - 1 : at] in _OF_ANY and plain[max(0, at - 2) : at] not in _VERBS


def past_any(plain: str, start: int) -> int:
    """Step over a level word that a determiner before it makes no part of a name: 我|局.

    >>> past_any("我局法治建设领导小组", 1)
    2
    """
    level = _RUN.match(plain, start) if _of_any(plain, start) else None
    return level.end() if level else start


def _place_start(
    plain: str, low: int, first: int, end: int, is_place: Callable[[str], bool]
) -> int:
    """Walk left over a chain of known places; ``end`` if none ends there."""
    at = end
    while at > low and plain[at - 1] in _LAST:
        for start in range(max(low, at - 12), at - 1):
            if (at - start > 2 or start == first) and is_place(plain[start:at]):
                at = start
                break
        else:
            break
    if at == end:
        # A level word may stand between: 荣昌区|乡镇|综治中心, 绍兴市|市|市场监管局.
        level = _LEVEL_AT_END.search(plain, first, end)
        if level and first < level.start():
            placed = _place_start(plain, low, first, level.start(), is_place)
            return placed if placed < level.start() else end
        return end
    for prefix in ("中共", "中国共产党"):
        if at - len(prefix) >= low and plain.startswith(prefix, at - len(prefix)):
            return at - len(prefix)
    return at


_SUFFIX = re.compile("(?:街道办事处|街道|自治县|[省市县区乡镇])$")
OwnerStart = Callable[[int, int], int]


def owners_in(document: Document, lexicon: Lexicon) -> OwnerStart:
    """Return ``owner_start`` for one document's places: ``(start, floor) -> start``."""
    issuer = document.issuer
    own = {issuer.name, issuer.county, issuer.prefecture, issuer.province} - {""}
    stems = sorted(s for name in own if len(s := _SUFFIX.sub("", name)) > 1)
    known = lexicon.places.named

    def is_place(name: str) -> bool:
        return name in own or bool(known(name))

    return lambda start, floor: owner_start(
        document.plain, start, floor=floor, stems=stems, is_place=is_place
    )


_COMPOUND = re.compile(
    "乡村[振治建旅医]|城乡|社区[矫治卫]|村镇[建规]|市[场民容政]|区[域块划]|街区|村[民务规]|乡[贤风土愁]|院前"
    "|[州县省]际|县域|局[面部]"
)


def is_owner(words: str) -> bool:
    """Whether words before a body only say whose it is.

    >>> is_owner("安多县"), is_owner("区、市、县"), is_owner("物业纠纷")
    (True, True, False)
    """
    return bool(_RUN.fullmatch(words) or _PLACES.fullmatch(words))


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
