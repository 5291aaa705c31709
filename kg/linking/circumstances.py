"""What a clause says before its verb beside who acts: by which law, where, by what means.

Grammar only; what follows a circumstance is left as it stands.
"""

from __future__ import annotations

import re

_BARE_DEED = 2
_LAW = (
    "(?<![执普司违守学用尊合非])法(?![治律院人定庭援]|制(?![止作定发])|规(?!范))"
    "|条例|规定|办法|细则|清单|纲要|标准|预案"
)
_BY_LAW = re.compile(
    f"(?:依据|依照|按照|根据|对照|围绕|针对|适用)(?:.*》|.*(?:{_LAW}))"
    "(?:等(?:相关)?(?:法律法规|法律|规定|要求|文件)?)?(?:的?(?:规定|要求))?(?=..)"
    "|以.+?为(?:依据|契机|抓手|载体|重点|主题|平台|导向|节点)(?=..)"
)
_LAW_BEGINS = re.compile("[依按根对围针适以]")
_WHERE = re.compile(
    "^为[^、]*(?:群体|群众|企业|居民|村民|老人|人员|商户|当事人)(?=..)"
    "|^(?:在|走进|深入|赴).*(?:[乡镇村县市区旗州]|街道|场所|广场|学校|企业|现场|各地|商圈)(?=..)"
)
_WHERE_BEGINS = frozenset("为在走深赴")
_BY_TOOL = re.compile(
    "(?:依托|利用|借助|运用|通过)(?:.*(?:平台|系统|网站|公众号|热线|终端|[日节]))?(?=..)"
)
_BESIDE_DEED = re.compile("^(?:[向给与同]|会同|适用|走进|深入|赴)..")
_MANNER = re.compile("(?<=.)(?:带头|主动)?(?:上门|入户|随队|下乡|上街|驻点|跑腿|上台|巡回|下村)$")
_MANNER_ENDS = frozenset("门户队乡街点腿台回村")
_HOLDER = re.compile(
    "^.*(?:(?:服务|便民|综治)中心|(?:办事|政务)大厅|(?:执法|办公|工作)(?:大?队|室)|委员会|司法所|派出所)"
    "(?=(?:入驻|进驻|持证|在编|在岗|专职|兼职|执法|工作).)"
)
_RECEIVER = re.compile(
    "^[^、]*?(?:公安局|检察院|法院|[纪监]委|(?:公安|检察|监察|司法|纪检|税务)机关|(?:主管|有关|相关)部门)(?=..)"
)
_TITLES = re.compile("(?:新修订的|[、和及]|《[^》]*》)*(?:.*[》法例])?等?")
_REPORTERS = re.compile("^.*(?:[所局队委办院站厅]|部门|单位|中心|街道|[乡镇])(?=[^、]*汇报$)")
_ADVERB_LAST = re.compile(
    "(?<=..)(?:主动|积极|有效|妥善|依法|及时|亲自|带头|共同|成功|按时|专题|集中|分别|直接|用.{1,3}语|巡回|(?:[两三多]方)?联动|携手|合力|已经?|(?<![相对响供适反])应|实际|包案|上门|入户|现场|书面|线上|线下|均|都|也)+$"
)
# The last characters of what it drops: most phrases end in a noun and need no search.
_ADVERB_ENDS = frozenset("动极效善法时自头同功题中别接语回手力已经应际案门户场面上下均都也")


def without_law(phrase: str) -> str:
    """Drop the law by which something is done, and who does it where the deed says enough.

    >>> without_law("县执法队依据土地管理法查处案件"), without_law("中心组围绕《监察法》学习")
    ('查处案件', '中心组学习')
    """
    begins = _LAW_BEGINS.search(phrase)
    law = begins and _BY_LAW.search(phrase, begins.start())
    if law is None:
        return phrase
    done = phrase[law.end() :]
    return done if len(done) > _BARE_DEED else phrase[: law.start()] + done


def without_place(phrase: str) -> str:
    """Drop where something is done: 在甘棠镇、溪潭镇|摆摊设点."""
    return _WHERE.sub("", phrase) if phrase[:1] in _WHERE_BEGINS else phrase


def is_titles(phrase: str) -> bool:
    """Whether a phrase is nothing but titles: 《民法典》《传染病防治法》等."""
    return _TITLES.fullmatch(phrase) is not None


def without_tool(phrase: str) -> str:
    """Drop by what tool something is done: 依托执法平台|办案."""
    tool = _BY_TOOL.search(phrase)
    return phrase[tool.end() :] if tool else phrase


def is_beside_deed(phrase: str) -> bool:
    """Whether a phrase before a deed says only to whom, with whom or where: 向公安局|移送."""
    return _BESIDE_DEED.match(phrase) is not None


def without_manner(phrase: str) -> str:
    """Drop how somebody goes about a deed: 村级代办员|上门."""
    return _MANNER.sub("", phrase) if phrase[-1:] in _MANNER_ENDS else phrase


def without_holder(phrase: str) -> str:
    """Drop the body whose things are counted: 政务服务中心|进驻事项, 执法队|持证人员."""
    return _HOLDER.sub("", phrase)


def without_receiver(noun: str) -> str:
    """Drop to whom a thing was handed: 移送|公安机关|案件."""
    return _RECEIVER.sub("", noun)


def without_reporters(noun: str) -> str:
    """Drop those whose report is heard: 司法所、执法队|专题汇报."""
    return _REPORTERS.sub("", noun)


def without_adverb(phrase: str) -> str:
    """Drop the adverb that parts who acts from the verb: 主要负责人|主动."""
    return _ADVERB_LAST.sub("", phrase) if phrase[-1:] in _ADVERB_ENDS else phrase
