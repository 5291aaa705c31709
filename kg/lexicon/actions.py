"""The verbs of ontology/actions.ttl: what is done in counted amounts, and how it takes its object.

Knows nothing of the phrases around a verb; a verb without a kind raises ``ValueError`` naming it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from kg.lexicon.terms import Terms
from kg.model import Concept


class VerbKind(StrEnum):
    """How a verb stands to what is counted."""

    GOVERNS = "governs"
    DEED = "deed"
    OPENS = "opens"


class Verb(Struct, frozen=True, gc=False):
    """A verb at a place of a phrase."""

    start: int
    end: int
    word: str
    kind: VerbKind

    def joined(self, after: Verb) -> Verb:
        """Return the verb that this one and the one right after it make."""
        return Verb(self.start, after.end, self.word + after.word, self.kind)


_GOVERNS, _OPENS = VerbKind.GOVERNS, VerbKind.OPENS
# 调解员, 宣传栏, 培训班 are things, not deeds; 覆盖率, 受益人数 are figures of their own.
_NOUN = re.compile(
    "员|者|化(?!解)|队|组(?!织开)|室|站|点|所|会(?!议纪)|率|感|度|量|日(?!常)|栏|台(?!账)|班|单|表|书|类|性|讲师|室|厅|院|窗|平台|基地"
    "|人(?:数|次|员|才)|中心|机构|机关|阵地|示范|意见|事项|资料|材料|(?<!组织)活动|工作|手册|横幅|标语|(?<!公开)信息|(?<=复议|应诉)案件"
    "|用法|宣传(?:[栏册员品单画资材手横标车队片阵点板墙教月周日])|委员会|协会|(?:协理|监督|联络|志愿|工作|辅导|宣传|信息|协管)[员者]"
    "|款|金|额|费|经费|册|画|片|品|车|周|月|卡|袋|物(?!业)|图|橱|内容|对象|申请|局|制度|机制|体系|能力|水平|模式|主体|任务|措施|要点|清单|方案|计划|网络|网格|行动"
)
_FIGURE = re.compile(
    "率|感|度(?!假)|量|所(?![有属在])|人(?:数|次)|情况|日(?!常)|台账|决定|[会人]$|众|(?<=受益)(?:群众|企业|人)|(?<=更新)纠纷"
)
# The first characters of what they match: few verbs stand before one of them.
_NOUN_BEGINS = frozenset(
    "员者化队组室站点所会率感度量日栏台班单表书类性讲厅院窗平基人中机阵示意事资材活工手册横标信案用宣品画车片月周委协监联志辅"
    "款金额费经卡袋物图橱内对申局制体能水模主任措要清方计网行"
)
_FIGURE_BEGINS = frozenset("率感度量所人情日台决会众群企纠")
_CLOSED = frozenset("、等的")
_QUOTED = re.compile("“[^“”]*”|《[^《》]*》")
_NAMES = (
    *("法律援助", "水土保持"),
    *("直接到", "对接到", "承接到", "承包保", "银行使", "执行使", "运行使"),
    *("社会商", "协会商", "商会商"),
)
"""Names that end in a verb, and words across which one seems to stand: 直接|到, 社会|商铺."""
_NAME_ENDS = frozenset(name[-1] for name in _NAMES)
# 行政复议, 人民调解, 民事诉讼 are names of procedures.
_PROCEDURE = ("行政", "政务", "人民", "司法", "民事", "刑事", "劳动", "依申请")


@dataclass(frozen=True, slots=True, eq=False)
class Actions:
    """Finds the verbs of a phrase."""

    terms: Terms[tuple[str, VerbKind]]
    concepts: Mapping[str, str]
    """The action that each verb is a word for."""
    stages: frozenset[str]
    """Actions that are stages of their own: 办结, 取消, 培训."""

    @lru_cache(maxsize=16)  # noqa: B019 - a vocabulary lives as long as its process
    def find(self, phrase: str) -> tuple[Verb, ...]:
        """Return the verbs of a phrase, left to right; parts of nouns are left out.

        A verb of doing is part of a noun where another noun closes on it: 宣传栏, 执法人员.
        """
        if "“" in phrase or "《" in phrase:
            # “一窗受理”事项, 《工资支付条例》: what is quoted is a name.
            phrase = _QUOTED.sub(lambda quoted: "□" * len(quoted[0]), phrase)
        # A tuple of a list is made in half the time of one of a generator.
        verbs = [
            Verb(start, end, word, kind)
            for start, end, (word, kind) in self.terms.find(phrase)
            if not _is_noun(phrase, start, end, kind)
        ]
        return tuple(verbs)

    def same(self, one: str, other: str) -> bool:
        """Whether two verbs are words for one action."""
        return self.concepts[one] == self.concepts[other]

    def begins(self, phrase: str) -> bool:
        """Whether a phrase begins with a verb of doing: 2次|听取汇报."""
        return any(v.start == 0 and v.kind is not _OPENS for v in self.find(phrase))


def _is_noun(phrase: str, start: int, end: int, kind: VerbKind) -> bool:
    if phrase[end - 1] in _NAME_ENDS and phrase.endswith(_NAMES, 0, end):
        return True
    follows = phrase[end : end + 1]
    if kind is _GOVERNS:
        if follows not in _FIGURE_BEGINS:
            # 发展规划、项目投资|等事项
            return start > 0 and follows in _CLOSED
        return _FIGURE.match(phrase, end) is not None
    if start and phrase.endswith(_PROCEDURE, 0, start):
        return True
    return follows in _NOUN_BEGINS and _NOUN.match(phrase, end) is not None


def load(concepts: Iterable[Concept]) -> Actions:
    """Build the verbs from their concepts."""
    entries: dict[str, tuple[str, VerbKind]] = {}
    iris: dict[str, str] = {}
    stages: set[str] = set()
    for concept in concepts:
        if "verbKind" not in concept.facts:
            raise ValueError(f"{concept.iri}: an action needs gov:verbKind")
        kind = VerbKind(concept.facts["verbKind"][0])
        for verb in (concept.label, *concept.labels):
            entries[verb] = (verb, kind)
            iris[verb] = concept.iri
        if "stage" in concept.facts:
            stages.add(concept.iri)
    return Actions(Terms(entries.items()), iris, frozenset(stages))
