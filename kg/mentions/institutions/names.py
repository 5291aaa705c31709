"""What the readings of names share: a name found, and words that none ends or begins in."""

from __future__ import annotations

import re

from msgspec import Struct

from kg.characters import by_two_characters

# What makes another word of a name's last character: 司法所有, 财政局面, 普法办理.
_RUNS_ON = by_two_characters(
    {
        "办": "理 公 法 案 结 学 好 实事 成 件 证 税 班 会 点 卡 完 得 贷 医 电 展 户 酒 一件 社会"
        " 校 企 起 到 了",
        "所": "有 以 需 谓 得 属 反 示 述 涉 长",
        "局": "面 限 部 势 促",
        "部": "门 署 长 分 位 下属 级",
        "站": "点 位 式 立 稳 长",
        "队": "伍 员 列 长",
        "院": "坝 落 士 系 长",
        "会": "议 场 同 商",
        "室": "内 外 温",
        "组": "织 建 团 合 别",
        "团": "队 结 伙",
        "心": "组 户 校 区 思 态 任务 城区 大局",
        "点": "位 评 面 对 击",
        "学": "生 习 校 法 者 历",
        "园": "区 林 艺",
        "委": "托 员 派 屈",
        "处": "罚",
        "府": "院联动 院 学",
    }
)
# Words before a head that name nothing: 服务中心, 相关协会.
GENERIC = re.compile(
    "(?:服务|管理|工作|活动|培训|相关|专门|专项|执法|志愿|志愿者|行业|专业|社会|党员|领导|组织|机构|教育|学习|技术"
    "|调解|考核|检查|督查|监督|实践|示范|重点|常设|专职|临时|内设|乡镇|街道|部门|政府|党委|发展|政治|文化|经济|综合"
    "|建设|规范|指导|协调|创新|保障|推进|推动|创建|优化|标准化|规范化|专业化|实体化|党建|人才|群众|干部|青年|教师|学生|机关|议事协调|协调|牵头|主管|分管|业务|成员|应急|区域|城市|农村|基层|公益"
    "|专班|第三方|知名|本地|当地|辖区|外部|中介|物流|医疗|商贸|科技|创新|金融|消费|交通|贸易|会展|一个|两个|三个|多个|若干|这个|同级|本级|自治|群众自治|基层自治|居民自治|村民自治|各类)*"
)
NO_NAME = re.compile(
    "[不没们这那它他她很需想说谁什么怎样候月日做]|就(?!业)|能(?!源)|要(?!素)|时(?!代)|(?<![青少成老中])年|书记|可以|以来|过程|问题|情况|能力"
    "|^[一二三四五六七八九十两几]..?$"
)


class Name(Struct, frozen=True, gc=False):
    """Where a body's name stands, and the rule that found it."""

    start: int
    core: int
    """Where it begins but for whose it is."""
    end: int
    rule: str


def runs_on(plain: str, end: int) -> bool:
    """Tell whether what seems a name's last character begins another word."""
    words = _RUNS_ON.get(plain[end - 1 : end + 1])
    return words is not None and plain.startswith(words, end)
