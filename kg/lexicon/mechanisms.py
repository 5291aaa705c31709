"""The word lists of the class of mechanisms, compiled for the grammar that reads open names.

The lists are data (``gov:headNoun`` and the like on ``gov:Mechanism``, each explained where it is
written); this only makes patterns of them. A missing list makes a pattern that never matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kg.lexicon.concepts import EntityClass

_NEVER = r"(?!)"
_WHOLE = frozenset({"机制", "责任制", "集中制"})
# 制 after anything but a verb or another noun in 制 (强制, 体制), where a name ends (领导包案制，).
_OF_ANY_MAKE = (
    "(?<![体法编控强规建研限管抑遏监牵克学税币复印宰创调自绘配钳抵压录摄仿特试缝精订节专有缩炼定]制)"
    "(?=[，。；、”）和与及的]|工作|管理|落实|改革|全覆盖)"
)
# The last character of bodies and people that may stand before a verb: 城管办|实施|路长制.
_ENDS_A_SUBJECT = "局所站院委办厅队镇乡府门位里庭员人心"
_NO_SYSTEM = ("法", "控", "强", "限", "")
_NUMERALS = "一二三四五六七八九十两几多各0123456789"
_COUNT = rf"[{_NUMERALS}]+[项个张套种类条份]"
_ORDINAL = r"第?[一二三四五六七八九十]+[是要、]|\d{1,2}[.、．]|[①-⑳]"
_ORDINAL_BEGINS = "第一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
# Function words, with what makes another word of them.
_FUNCTION_WORDS = {
    "我": "(?:[国省市县区州旗镇乡局委厅]|街道)",
    "用": "(?![人工印权水电地车药款房餐气能户章语字途品])",
    "各": "(?![方自])",
    "使": "(?!用)",
    "把": "(?![关手])",
    "以": "(?![案奖法工德评学考训练督述])",
    "对": "(?![接口标账照外台])",
    "从": "(?![业严])",
    "为": "(?![民农企侨老])",
    "在": "(?![线职校押建])",
    "和": "(?![谐解睦])",
    "及": "(?!时)",
    "其": "(?!他)",
    "本": "(?![级土科])",
    "每": "(?=[□项个])",
    "就": "(?!业)",
    "因": "(?![素地])",
    "按": "(?![月季劳])",
}
COUNTS = "两三四五六七八九十0123456789N"
"""What a family counts its places by: 法律七进."""
LAWS = ("法律", "法治", "宪法法律", "普法", "送法", "法治宣传", "法律服务")
TEACHINGS = ("课堂", "讲座", "宣讲", "知识")
"""What enters a place: 法律|进学校, and how, 法治课堂|进学校."""
FAMILY_ENDS = (
    *(ends + enters for ends in (*LAWS, *TEACHINGS) for enters in "进入"),
    *(count + "进" for count in COUNTS),
    "经验",
)
"""What tells where a family of methods may be: 法律|进学校, 法律|七进, “枫桥|经验”."""
_ALONE = "将由被让向并也还均已但而则且该此这着是了我有又再更要到与"


@dataclass(frozen=True, slots=True)
class MechanismWords:
    """Patterns over the word lists."""

    head: re.Pattern[str]
    """A head noun, compounds taken whole (清单制度)."""
    head_begins: tuple[str, ...]
    """What to try ``head`` at: there are few of these in a text."""
    heads: tuple[str, ...]
    """The head nouns, but for the kinds of 制 (承诺制)."""
    governing: re.Pattern[str]
    """A verb, or an adverb with its verb, whose object begins right after it."""
    always_governs: re.Pattern[str]
    """One that is never part of a name, as 落实 is right before a head (责任落实|机制)."""
    creates: re.Pattern[str]
    """One that governs even a clause (形成|层层抓落实的工作格局)."""
    opening_begins: frozenset[str]
    """The first characters of ``opening``: most names begin with none."""
    opening: re.Pattern[str]
    """What stands before a name: an ordinal, an adverb, a determiner, a function word, or the group
    ``verb``, which is an ``opening_verb``."""
    opening_verb: re.Pattern[str]
    """A verb that governs a name only from the start of a clause."""
    empty_begins: frozenset[str]
    """The first characters of ``empty``."""
    empty: re.Pattern[str]
    """Modifiers that name nothing, any number of them."""
    praise: re.Pattern[str]
    """Words of praise, any number of them, joined as they may be."""
    generic: tuple[str, ...]
    """Ends like a thing that rules in general are made of (规章|制度)."""
    closed: tuple[str, ...]
    """Ends in a noun that closes an item of a list (年度工作计划|和绩效考核体系)."""
    law_enters: re.Pattern[str]
    """What follows the subject in the family of 法律|进学校: one place or several."""
    experience: re.Pattern[str]
    """Ends before 经验 of a place whose experience is a method (新时代“枫桥|经验”)."""
    aims: frozenset[str]
    aim_ends: frozenset[str]
    """Their last characters."""
    set_names: frozenset[str]

    def ends_in_head(self, words: str) -> bool:
        """Whether words end in a head noun."""
        return words.endswith(self.heads) or (
            words.endswith("制") and words[-2:-1] not in _NO_SYSTEM
        )


def compile_words(entity: EntityClass) -> MechanismWords:
    """Compile the word lists of a class."""

    def words(name: str) -> tuple[str, ...]:
        return entity.words.get(name, ())

    def any_of(name: str) -> str:
        return _any(words(name))

    system = {noun for noun in entity.heads if noun.endswith("制") and noun not in _WHOLE}
    others = tuple(noun for noun in entity.heads if noun not in system)
    head = _heads(others, system)
    adverbial = f"(?:{any_of('adverb')})+(?:{any_of('openingVerb')})?"
    governing, adverbs, by_subjects = (
        set(words(name)) for name in ("governingVerb", "adverb", "subjectVerb")
    )
    venue = f"(?:{any_of('venue')})"
    opening_verb = f"(?:{any_of('openingVerb')})[了好]?"
    function_word = "|".join(word + after for word, after in _FUNCTION_WORDS.items())
    opening_words = (*words("openingWord"), *words("openingVerb"), *_FUNCTION_WORDS)
    return MechanismWords(
        head=re.compile(f"(?:{head})(?:{head})*(?![化性式员度])"),
        head_begins=("制", *others),
        heads=others,
        governing=re.compile(
            f"{_beginning(governing | adverbs | by_subjects)}(?:{_any(governing)}|{adverbial}"
            f"|(?<=[{_ENDS_A_SUBJECT}])(?:{any_of('subjectVerb')}))"
        ),
        always_governs=re.compile(
            f"{_any(governing.difference(words('nominalVerb')))}|{any_of('adverb')}"
        ),
        creates=re.compile(
            f"{_beginning(adverbs.union(words('clauseVerb')))}(?:{any_of('clauseVerb')}|{adverbial})"
        ),
        opening_begins=frozenset(f"{_ORDINAL_BEGINS}{_ALONE}").union(w[0] for w in opening_words),
        opening=re.compile(
            f"{_ORDINAL}|{any_of('openingWord')}|{function_word}|[{_ALONE}]"
            f"|(?P<verb>{opening_verb})"
        ),
        opening_verb=re.compile(opening_verb),
        empty_begins=frozenset(_NUMERALS).union(word[0] for word in words("emptyModifier")),
        empty=re.compile(f"(?:{any_of('emptyModifier')}|{_COUNT})*"),
        praise=re.compile(f"(?:{any_of('praise')}|[更较最、，的和而且又])*"),
        generic=tuple(words("genericModifier")),
        closed=tuple(words("closedNoun")),
        law_enters=re.compile(
            f"[进入]{venue}(?:(?:[、，]?进{venue})+|(?:[、和]{venue}(?!的|工作|干部|群众))+)?"
        ),
        experience=re.compile(f"(?:新时代)?“?(?:新时代)?(?:{any_of('experience')})$"),
        aims=frozenset(words("aim")),
        aim_ends=frozenset(aim[-1] for aim in words("aim")),
        set_names=frozenset(words("setName")),
    )


def _heads(nouns: Iterable[str], system: Iterable[str]) -> str:
    """Return a pattern of the head nouns; those of ``system`` end in 制.

    Of 负责制 or 长制 only 制 is the head: what is before it already says which (首问负责|制).
    """
    alike: dict[int, list[str]] = {}
    for noun in (*sorted(system), "”制"):
        alike.setdefault(len(noun), []).append(noun)
    longest_first = sorted(nouns, key=lambda noun: (-len(noun), noun))
    behind = "|".join(f"(?<={'|'.join(nouns)})" for nouns in alike.values())
    return "|".join(
        [
            *(noun + ("(?![治律规院])" if noun.endswith("法") else "") for noun in longest_first),
            f"制(?:{behind}|{_OF_ANY_MAKE})",
        ]
    )


def _any(words: Iterable[str]) -> str:
    """Return a pattern of words, longest first, those that begin alike under one character."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(re.escape(word[1:]))
    alike = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    return f"(?:{'|'.join(alike)})" if by_first else _NEVER


def _beginning(words: Iterable[str]) -> str:
    """Return a look ahead at the first two characters of words, which stops nearly every try."""
    pairs = sorted({word[:2] for word in words})
    if not pairs:
        return _NEVER
    firsts, seconds = ("".join(pair[i : i + 1] for pair in pairs) for i in (0, 1))
    second = f"[{re.escape(seconds)}]" if len(seconds) == len(firsts) else ""
    return f"(?=[{re.escape(firsts)}]{second})"
