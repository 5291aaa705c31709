"""Where a noun phrase begins: after the nearest thing before it that is no part of a name."""

from __future__ import annotations

LONGEST = 26
_STOPS = frozenset(".，。；：！？、（）《》〈〉【】[]…-|/ \t\r\n\u3000")


def words(text: str) -> frozenset[str]:
    """Read a word list."""
    return frozenset(text.split())


# What stands before a name and never inside one.
VERBS = words("""
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
    关于 对口 结对 参照 比照 争取 建起 试点 扩大 增派 转办 交办 函告 通报 约谈 对接 贯通 办好
    管好 抓牢 抓细 嵌入 接入 促成 推荐 商请 做精 做靓 做响 选配 招募 遴选 选任 聘用 招聘 增聘 续聘
    评定 推举 吸收 增配 招录 联同 培优 育优 下辖 下属 内设
""")
# Verbs that names begin with or hold as well: a boundary only where nothing nominal stands before.
_EITHER = words("""
    优化 推进 推动 推行 促进 提升 深化 创建 联合 协同 统筹 实施 开展 执行 支持 鼓励 安排 负责
    突出 保障 推广 培育 命名 广泛 进行
""")
_FOUNDING = words("成立 设立 组建 筹建 设置 充实 调整")
# Verbs common inside names (法治建设专班), no part of one where they begin it.
_FIRST = words("建设 组织 指导 协调 规范 创新 保障 全面")

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
    "设": "计备施立置有在于",
    "聘": "请任用书",
}
_BEFORE = {
    "任": "责主信担常历",
    "等": "平",
    "由": "自",
    "为": "行作",
    "以": "可",
    "请": "申",
    "设": "建",
}
_CLASSIFIERS = frozenset("个名支条家所处只批队人轮次期起件份项台场")
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千两余多+%")
# Most characters end nothing: only at these is there anything to ask.
_ALWAYS_END = _STOPS | set("“0123456789")
_PAIRS = VERBS | _EITHER
_CAN_END_ALONE = _ALWAYS_END | set("”") | _WORDS.keys() | _CLASSIFIERS
_ONLY_IN_PAIRS = {verb[-1] for verb in _PAIRS} - _CAN_END_ALONE
_CAN_END = _CAN_END_ALONE | _ONLY_IN_PAIRS


def phrase_start(plain: str, end: int, *, floor: int = 0) -> int:
    """Return the earliest place at which a noun phrase that ends at ``end`` can begin.

    A word in quotation marks right before the phrase belongs to it; an opening mark ends it.

    >>> text = "镇里成立“老街坊”矛盾纠纷调解中心"
    >>> text[phrase_start(text, text.index("中心")):]
    '“老街坊”矛盾纠纷调解中心'
    """
    low = end - LONGEST
    if low < floor:
        low = floor
    at = end
    while at > low:
        last = plain[at - 1]
        if last not in _CAN_END or (last in _ONLY_IN_PAIRS and plain[at - 2 : at] not in _PAIRS):
            at -= 1
            continue
        if last in _ALWAYS_END or ends_before(plain, at, low):
            break
        if last == "”":
            opening = plain.rfind("“", low, at)
            return opening if opening >= 0 else at
        at -= 1
    if at < low:
        at = low
    return at if end - at <= 4 else _without_first_verb(plain, at, end, low)


def ends_before(plain: str, at: int, low: int) -> bool:
    """Tell whether something that is no part of a name ends just before ``at``."""
    last = plain[at - 1]
    if last in _ALWAYS_END:
        return True
    beside = _WORDS.get(last)
    ends = beside is not None and (not beside or plain[at : at + 1] not in beside)
    if ends and (at - 2 < low or plain[at - 2] not in _BEFORE.get(last, "")):
        return True
    if at - 2 < low:
        return False
    if last in _CLASSIFIERS and plain[at - 2] in _NUMERALS:
        return True
    pair = plain[at - 2 : at]
    if pair in VERBS:
        # 健全|村级: what ends in 全 is a verb, not 全村.
        return plain[max(low, at - 3) : at - 1] not in VERBS
    # 成立|优化营商环境领导小组 and 团结进步创建领导小组 keep it, 扎实推进|综治中心 does not.
    return (
        pair in _EITHER
        and plain[max(low, at - 4) : at - 2] not in _FOUNDING
        and (at - 2 <= low or ends_before(plain, at - 2, low))
    )


def _without_first_verb(plain: str, start: int, end: int, low: int) -> int:
    if plain[max(low, start - 2) : start] in _FOUNDING:
        return start
    while end - start > 4 and plain[start : start + 2] in _FIRST:
        if plain.startswith("建设工程", start):
            break
        start += 2
    return start
