"""The function words around a counted phrase: what to strip from it, and where a noun ends.

Grammar only, on plain (folded) text; what verbs there are is data. Every list holds closed classes
of words (adverbs, prepositions, copulas) with the neighbours beside which they are part of a noun.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.linking import circumstances

_SUM = "累计|共计|总计|合计|一共|总共|先后|(?<![公中])共(?![同建享治产青用有和])"
_WHEN = (
    "其中|同时|年度(?=巡|检|排|培|考)|另外|此外|目前|期间|截至目前|截[至止][^，]{1,9}[日月年]底?"
    "|(?:20[0-9]{2}|今|本|全|一|去|上|近|当|每)年(?:度|来|以来|内|初|底|中)?|年内|年均"
    "|[0-9]{1,2}月份?(?:(?:底|末|[上中下]旬)?之?前|底|以来)?|[上下]半年|第[一二三四1-4]季度|每(?:季度|个?月|周[一二三四五六日]?|半年|两年|年)"
)
_LEAD = re.compile(
    rf"^(?:[一二三四五六七八九十]是|（[一二三四五六七八九十0-9]{{1,3}}）|[0-9]{{1,2}}[.．]|[、，：和及与并或含]|{_WHEN}|{_SUM}|已经?|还|再|又|另(?!行)|包括|包含|现(?=在册|待|存))+"
)
_LEAD_BEGINS = frozenset(
    "一二三四五六七八九十（0123456789、，：和及与并或含其同年另此目期截今本全去上近当每下第累共总合先已还再又包现"
)
"""The first characters of what ``_LEAD`` drops: most phrases begin with what was done."""
_TAIL = re.compile(
    f"(?:{_SUM}|[人户村日]均|均|都|分别|各|已|仅|也|平均|总数|(?<!浏览)(?<!访问)(?<!阅读)(?<!点击)总量|了|过|的|[，：-]|(?<![签预节公民合契])约|为期|连续|历时|长达"
    "|(?<![行作])为|(?<=[理办解])中|是|达到|达|突破|至|到|[由从]|第[一二三四五六七八九十0-9]+批|(?:全|今|本|每|去|上)年(?:度|来|以来)?|每(?:学期|季度|个?月|周|半年|个?[村镇乡户所站]|个?社区)|多达|高达|最[快长短])+$"
)
_TAIL_ENDS = frozenset(
    "计共总中后均都别各已仅也数量了过的，：-约期续时长达为是到至由从年度来月周破批快短村镇乡户所站区"
)
"""The last characters of what ``_TAIL`` drops: most phrases end in a noun and need no search."""

# 各级组织共|调解纠纷, 网格长全年|走访群众: what was done begins after the sum or the time.
_BEFORE_DOING = re.compile(
    rf"^.*(?:{_SUM}|全年|年内|今年以来|带头|亲自|平均)(?=..)"
    # 与派出所|联合执法
    "|^.+(?:[队所局院站办委]|部门|单位|中心|政府|公安|街道)(?=联合|共同)"
    "|^联合.+(?:[队所局院站办委]|部门|单位)(?=执法|检查|巡|排查|整治)"
)
# A character of each: few phrases have one.
_PARTS_DOING = re.compile("[计共后年头自均联]")

_ADVERBS = re.compile(
    "(?:成功|积极|深入|广泛|主动|有效|及时|认真|扎实|大力|持续|定期|不断|依法|妥善|现场|切实|集中|统一|率先|带头|专题"
    "|重点|严格|全面|全部|共同|联合|常态化|精准|分类|逐一|均|都|各|分别|就地|稳妥|圆满|高效|新|也|则|上门|严肃|依规"
    "|规范(?!化)|多次|牵头|[线网]上|[线网]下|统筹|创新|自主|书面|同步|实际|被(?!告)|自行|自动|按时|按期|如期|限时|超时|逾期|当场|当日|提前|免费|无偿|协助|配合|参与|正在|随机|包案|直接|动态|实地|入户|逐户|下乡)*"
)
_ADVERB_BEGINS = frozenset(
    "成积深广主有及认扎大持定不依妥现切集统率带专重严全共联常精分逐均都各就稳圆高新也则上规多牵线网创自书同实被"
    "按如限超逾当提免无协配参正随包直动入下"
)
_ENDS_IN_ADVERB = re.compile("..(?:成功|有效|及时|妥善|依法|积极|主动|已|均|都|现场|共同|联合|等)$")
# 通过网站|公开信息, 为受援人|挽回损失
_BY_MEANS = re.compile(
    "(?:通过|利用|依托|借助|运用|围绕|针对|结合|[在对向经由]|为(?!民)|用(?=.{0,4}双语))(?=..)"
)
# 对60件|草案进行审核, 将4件|文件公开
_TOWARDS = re.compile("(?:[将把对向给由与]|为(?!期))[^，、]{0,6}$")

_WHO = re.compile(
    "(?:书记|[县镇乡区市省局所队站校院]长|主任|领导|班子|部门|单位|组织|中心|人员|干部|律师|顾问|员|民警|辅警|(?<=[证事理])处|办|局|所|队|室|站|院|校"
    "|委|府|会|组|[乡镇县区市街村社]|街道|社区|系统|机关|机构|级|方|同志|负责人|[我本全各].)$"
)
_DOER = re.compile(
    "(?:办公室|委员会|机构|机关|小组|工作组|中心组|中心|农民工|受援人|当事人|司法所|派出所|大队|中队|[^一]支队|政府|办事处|[^所]有关部门|党[工]?委|书记|[镇县乡区市]长"
    "|网站等|平台等|渠道等|班子成员|网格员|调解员|公职律师|法律顾问)$"
)
_PERSON = re.compile(
    "(?:[^成人]员|..人员|[^成增延生专]长|明白人|带头人|志愿者|工作者|律师|教师|顾问|干部|书记|主任|代表|民警|委员|专家|骨干)$"
)
_PERSON_ENDS = frozenset("员长人者师问部记任表警家干")
_HELPED = re.compile(
    "(?:[工户民组人员者村镇乡庭院]|街道|主体|企业|群众|单位|部门|社区|家庭|商户|公司)$"
)

_SCOPE = re.compile("(?:[乡镇县区市局街村州旗]|街道|社区|系统|全.)$")
_BODY = re.compile(
    "(?:中心|政府|街道|组织|部门|单位|机构|机关|领导|法庭|法院|检察院|社工|两委”?|(?<=[委组务公席])会|调委会|热线|会议|活动|办事处|委员会|律师|顾问|干部|成员|志愿者|专家|各级|[我本全各]."
    "|书记|主任|[员长所局镇乡县区院站队室办委府栏组团校]|平台|公众号)$"
)

_TOPIC = re.compile(
    "(?:汇报|案件|纠纷|事项|件|会议?|活动|资料|信息|工单|申请|诉求|问题|隐患|合同|文件|培训|学法|学习|建设|工作)$"
)


def without_lead(phrase: str) -> str:
    """Drop list markers, times and words for a sum from the start of a phrase.

    >>> without_lead("二是全年共开展法治宣传")
    '开展法治宣传'
    """
    lead = _LEAD.match(phrase) if phrase[:1] in _LEAD_BEGINS else None
    return phrase[lead.end() :] if lead else phrase


@lru_cache(maxsize=16)
def left_of_figure(phrase: str) -> str:
    """Drop what stands between a phrase and its figure as well.

    >>> left_of_figure("全年召开推进会共计")
    '召开推进会'
    """
    phrase = without_lead(phrase)
    tail = _TAIL.search(phrase) if phrase[-1:] in _TAIL_ENDS else None
    return phrase[: tail.start()] if tail else phrase


def verb_phrase(phrase: str) -> str:
    """Drop who did it where a sum or a time parts it from what was done.

    >>> verb_phrase("各级调解组织共调解纠纷")
    '调解纠纷'
    """
    before = _BEFORE_DOING.match(phrase) if _PARTS_DOING.search(phrase) else None
    return phrase[before.end() :] if before else phrase


def is_adverbial(phrase: str) -> bool:
    """Whether a phrase holds nothing but adverbs."""
    if phrase[:1] not in _ADVERB_BEGINS:
        return not phrase
    return _ADVERBS.fullmatch(phrase) is not None


def leads_to_verb(phrase: str) -> bool:
    """Whether what stands before a verb cannot be part of the noun with it."""
    return bool(
        is_adverbial(phrase)
        or _BY_MEANS.match(phrase)
        or _ENDS_IN_ADVERB.search(phrase)
        or phrase.endswith("期间")
        or _BODY.search(circumstances.without_adverb(phrase))
    )


def leads_to_noun(phrase: str) -> bool:
    """Whether the noun must follow: 为10家|企业, 对60件|草案, “…”等17场|活动."""
    return phrase.endswith("等") or _TOWARDS.match(phrase) is not None


def is_who(phrase: str) -> bool:
    """Whether a phrase before a verb says who acts."""
    return _WHO.search(phrase) is not None


def is_doer(phrase: str) -> bool:
    """Whether a phrase can only say who or by what means, before a verb with its object."""
    return _DOER.search(phrase) is not None


def is_body(phrase: str) -> bool:
    """Whether a phrase ends in a body that meets."""
    return phrase.endswith(("委员会", "小组", "专班", "联席会", "中心组", "常委会"))


def is_meeting(phrase: str) -> bool:
    """Whether a phrase ends in a meeting, at which something is done."""
    return phrase.endswith(("会", "会议"))


def is_occasion(phrase: str) -> bool:
    """Whether a phrase before a verb says only how or on what day: 国家宪法日|组织宣誓."""
    return is_adverbial(phrase) or phrase.endswith(("日", "周", "月", "节", "期间"))


def is_person(phrase: str) -> bool:
    """Whether a phrase ends in a noun for people: 组织宣传员|16人编唱歌曲."""
    return phrase[-1:] in _PERSON_ENDS and _PERSON.search(phrase) is not None


def is_helped(phrase: str) -> bool:
    """Whether a phrase names those for whom something is done: 帮助|农民工|追讨工资."""
    return _HELPED.search(phrase) is not None


def without_adverbs_before(right: str) -> str:
    """Drop the adverbs that a deed begins with: 5次|专题研究协议.

    >>> without_adverbs_before("专题研究协议")
    '研究协议'
    """
    return right[_ADVERBS.match(right).end() :]  # type: ignore[union-attr]  # matches ""


def is_office(phrase: str) -> bool:
    """Whether a phrase ends in an office, before a verb with its object: 市医保局|通报|线索."""
    ends = ("局", "委", "厅", "办", "部门", "单位", "指挥部", "所", "站", "室", "中心")
    return phrase.endswith(ends)


def is_leader(phrase: str) -> bool:
    """Whether a phrase ends in those who have others do something: 驻村工作队和第一书记|组织."""
    return phrase.endswith(("书记", "工作队", "社区", "班子", "负责人", "主任"))


def is_scope(phrase: str) -> bool:
    """Whether a phrase names the place or the body within which something is counted."""
    return _SCOPE.search(phrase) is not None


def is_by_means(phrase: str) -> bool:
    """Whether a phrase begins with the means by which something is done: 通过村村响|公开信息."""
    return phrase.startswith(("通过", "利用", "依托", "借助"))


def without_means(phrase: str) -> str:
    """Drop the preposition that a phrase begins with: 通过举办讲座."""
    return _BY_MEANS.sub("", phrase) if phrase[:2] == "通过" else phrase


def topic(clause: str) -> str:
    """Return the noun that a clause before names as its topic, "" where it tells of a deed.

    >>> topic("法治建设情况汇报"), topic("认真履行职责")
    ('法治建设情况汇报', '')
    """
    phrase = without_lead(clause)
    adverbs = _ADVERBS.match(phrase)
    begins_with_deed = adverbs is not None and adverbs.end() > 0
    return phrase if _TOPIC.search(phrase) and not begins_with_deed else ""


def is_topic(noun: str) -> bool:
    """Whether a noun names what is dealt with: 规范性文件, 矛盾纠纷."""
    return _TOPIC.search(noun) is not None
