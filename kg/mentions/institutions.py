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
from typing import NamedTuple

from kg.boundaries import OwnerStart, is_owner, owners_in, past_any, phrase_start
from kg.lexicon import Lexicon
from kg.lexicon.wording import Word, Wording
from kg.model import Concept, Document, Mention

KIND = "INST"

# Heads whose names are made up freely, so that special words before a known name belong to it.
_OPEN = ("中心", "委员会", "调委会", "室", "站", "队", "团", "组织", "小组", "专班", "协会", "法庭")
# Heads before which fields of government stand, several of them joined by 和.
_OFFICES = ("局", "厅", "办", "办公室", "科", "处")
# What makes another word of a name's last character: 司法所有, 财政局面, 普法办理.
_RUNS_ON = {
    last: tuple(words.split())
    for last, words in {
        "办": "理 公 法 案 结 学 好 实事 成 件 证 税 班 会 点 卡 完 得 贷 医 电 展 户 酒 一件 社会"
        " 校 企 起 到 了",
        "所": "有 以 需 谓 得 属 反 示 述 涉 长",
        "局": "面 限 部 势 促",
        "部": "门 署 长 分 位 下 级",
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
        "府": "院联动 院 学",
    }.items()
}
# Words before a head that name nothing: 服务中心, 相关协会.
_GENERIC = re.compile(
    "(?:服务|管理|工作|活动|培训|相关|专门|专项|执法|志愿|志愿者|行业|专业|社会|党员|领导|组织|机构|教育|学习|技术"
    "|调解|考核|检查|督查|监督|实践|示范|重点|常设|专职|临时|内设|乡镇|街道|部门|政府|党委|发展|政治|文化|经济|综合"
    "|建设|规范|指导|协调|创新|保障|推进|推动|创建|优化|标准化|规范化|专业化|实体化|党建|人才|群众|干部|青年|教师|学生|机关|议事协调|协调|牵头|主管|分管|业务|成员|应急|区域|城市|农村|基层|公益"
    "|专班|第三方|知名|本地|当地|辖区|外部|中介|物流|医疗|商贸|科技|创新|金融|消费|交通|贸易|会展|一个|两个|三个|多个|若干|这个|同级|本级|自治|群众自治|基层自治|居民自治|村民自治|各类)*"
)
_NO_NAME = re.compile(
    "[不没们这那它他她很就能要需想说谁什么怎样时候年月日]|可以|以来|过程|问题|情况|能力"
)
_NAMED_SCHOOL = re.compile(
    "[省市州县旗区乡镇村道].*|.*第[一二三四五六七八九十]+.*|.+(?:实验|民族|希望|中心|完全).*"
)
_LEVEL_OF_LABEL = re.compile("[省市州盟县旗区镇](?=委)|街道(?=办)")
# Heads before which any name may stand: 龙都律师事务所; so it does before a 调解室.
_PROPER = ("律师事务所", "公证处", "司法鉴定所")
_PARENTS = ("政府", "法院", "公安局", "司法局", "管理局", "资源局", "环境局", "税务总局")
_BRANCHES = (
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
_SCHOOLS = ("小学", "中学", "幼儿园", "完小", "学校")
_BARE_GOVERNMENT = re.compile("(?:党委|党工委|[省市县区州旗镇]委)[、和及与]$")
# Heads of names that go on before a quoted word: 行政执法“三项制度”领导小组.
_OFFICIAL = frozenset(["领导小组", "工作小组", "专项小组", "委员会", "指挥部", "专班"])
# Units of a body, named by any word: 公安局|环食药侦|支队.
_UNITS = frozenset(["分局", "支队", "大队", "中队"])
# Teams and stations go by names of their own where these verbs stand before: 组建|夕阳红普法宣讲队.
_TEAMS = ("队", "站", "团")
_GIVES_NAME = frozenset(
    ["成立", "组建", "设立", "依托", "联合", "打造", "建立", "建成", "邀请", "组织"]
)
_PLACED = re.compile("[一-龥]{1,3}[街镇乡]..")
_NO_TEAM_NAME = re.compile("专兼职|高素质|高标准|首[个支家]|[级支个]$|现有|辖内|镇街|乡镇|街镇")
_LONGEST = 60
_BARE = frozenset({"领导小组"})
_SET_UNDER = re.compile("(?:小组|委员会|指挥部|专班)[^，。；]{0,2}，?下设$")


class _Name(NamedTuple):
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
    for start, end, word in lexicon.terms.find(plain)[KIND]:
        name = None
        if word is Word.HEAD:
            name = _open_name(plain, start, end, floor, pending, wording, owner)
        elif isinstance(word, Concept):
            name = _known_name(plain, start, end, floor, word, wording, owner)
        if name is None:
            floor = end if isinstance(word, Concept) else floor
            continue
        if pending and _continues(plain, pending, name):
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
    # The level in 县委 and 街道办事处 is 尼玛县's and 金龙街道's where those stand there.
    level = _LEVEL_OF_LABEL.match(plain, start, end)
    core = first = level.end() if level else start
    if concept.label.endswith(_OFFICES) or "执法" in concept.label:
        first = wording.over_fields(plain, core, floor=floor)
    elif concept.label.endswith(_OPEN):
        first = _over_modifiers(plain, core, floor, wording)
        if first == core and concept.label.endswith("室"):
            first = _over_proper_name(plain, core, floor)
        elif concept.label.endswith(_TEAMS):
            first = _over_team_name(plain, first, floor)
    elif concept.label.endswith(_PROPER):
        first = _over_proper_name(plain, core, floor)
    owned = owner(first, floor)
    if owned == first and _needs_owner(plain, start, end, concept):
        return None
    return _Name(min(owned, start), min(first, start), end, "institution")


def _over_proper_name(plain: str, start: int, floor: int) -> int:
    # 北京德恒（重庆）律师事务所: a branch names its place in brackets.
    opening = plain.rfind("（", floor, start) if plain[start - 1] == "）" else start
    first = phrase_start(plain, opening, floor=floor) if opening >= 0 else start
    before = plain[first:start]
    named = 2 <= len(before) <= 12 and not _GENERIC.fullmatch(before)
    return first if named and not _NO_NAME.search(before) else start


def _over_team_name(plain: str, start: int, floor: int) -> int:
    """Take any words before a team where a verb or a place says that they begin its name."""
    first = phrase_start(plain, start, floor=floor)
    before = plain[first:start]
    if not 2 <= len(before) <= 8 or _NO_NAME.search(before) or _NO_TEAM_NAME.search(before):
        return start
    said = plain[first - 2 : first] in _GIVES_NAME or _PLACED.match(before) is not None
    return start if _GENERIC.fullmatch(before) or is_owner(before) or not said else first


def _continues(plain: str, pending: _Name, name: _Name) -> bool:
    """Whether a name goes on with the next one: 县委|政法委."""
    glued = name.core <= pending.end or _branch(plain, pending, name)
    return glued and name.end - pending.start <= _LONGEST


def _branch(plain: str, pending: _Name, name: _Name) -> bool:
    """Whether a branch follows the body it is of: 海珠区人民政府|南华西街道办事处."""
    parent, branch = plain[pending.start : pending.end], plain[name.start : name.end]
    if pending.end == name.start:
        return parent.endswith(_PARENTS) and branch.endswith(_BRANCHES)
    # 荔城区人民法院|黄石人民法庭: the place of a branch without its suffix.
    return (
        2 <= name.start - pending.end <= 3
        and branch.endswith(_BRANCHES)
        and parent.endswith(_PARENTS)
        and phrase_start(plain, name.start, floor=pending.end) == pending.end
    )


def _needs_owner(plain: str, start: int, end: int, concept: Concept) -> bool:
    if plain[start:end] == "政府":
        return not _BARE_GOVERNMENT.search(plain, max(0, start - 4), start)
    return "needsOwner" in concept.facts


def _over_modifiers(plain: str, start: int, floor: int, wording: Wording) -> int:
    while True:
        before = wording.before(plain, start, "modifier", floor=floor)
        if before == start and start > floor and plain[start - 1] == "”":
            opening = plain.rfind("“", max(floor, start - 14), start)
            return opening if opening >= 0 else start
        if before == start:
            return start
        if plain[before - 1 : before] == "、" and before - 1 > floor:
            further = wording.before(plain, before - 1, "modifier", floor=floor)
            before = further if plain[further:before].endswith("性、") else before
        start = before


def _open_name(
    plain: str,
    start: int,
    end: int,
    floor: int,
    pending: _Name | None,
    wording: Wording,
    owner: OwnerStart,
) -> _Name | None:
    if _runs_on(plain, end):
        return None
    if pending and pending.end == start:
        return _Name(start, start, end, "institution-part")
    first = phrase_start(plain, start, floor=floor)
    head = plain[start:end]
    if plain[first] == "“" and head in _OFFICIAL:
        first = phrase_start(plain, first, floor=floor)
    first = min(past_any(plain, first), start)
    before = plain[first:start]
    if not before and (head in _BARE or _SET_UNDER.search(plain, max(0, first - 12), first)):
        return _Name(first, first, end, "institution-bare")
    special = before.strip("“”")
    if len(special) < 2 or is_owner(special) or _NO_NAME.search(before):
        return None
    if pending and first == pending.end:
        # 县司法局|承担|办公室工作: after another body only known words make one name with it.
        if head not in _UNITS and not wording.consists_of_words(plain, first, start):
            return None
    elif _GENERIC.fullmatch(special) and not (head in _OFFICIAL and len(special) > 4):
        return None
    if head in _SCHOOLS and not _NAMED_SCHOOL.fullmatch(special):
        return None
    if plain[first - 1 : first] in ("和", "与"):
        first = wording.over_fields(plain, first, floor=floor)
    return _Name(owner(first, floor), first, end, "institution-open")


def _runs_on(plain: str, end: int) -> bool:
    return plain.startswith(_RUNS_ON.get(plain[end - 1], ()), end)
