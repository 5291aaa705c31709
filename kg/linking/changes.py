"""Levels and changes: the verb before a rate or a rise, and whether a figure states a result."""

from __future__ import annotations

import re

CHANGES = ("上升", "下降", "增长", "减少", "增加", "提高", "提升", "降低", "压减", "压缩", "缩短")
"""Verbs that say how a figure differs from an earlier one."""

_CHANGE = re.compile(
    "(?:(?:同比|环比|[年月]均|[较比与同和](?:去年|往年|常年|上[年期月周]|上一?年度|上季度|前一?年|20[0-9]{2}年度?)(?:同期)?(?:相比)?|^同期(?:相比)?|(?:分别)?(?:是|为|相当于)去年(?:同期)?的)，?)*"
    "(?:分别|均|都|已|稳定|持续|总体|大幅)*"
    "(?P<verb>达到|达成|达|[低高]于|实现|保持在?|稳定在|维持在|为|是|占比?|等于"
    f"|(?:{'|'.join(CHANGES)}|精简|升|降|涨|跌|优化|增|减|发展(?=[至到])|[压缩](?=[至到]))"
    "(?:至|到|了|为)?|至|到|在)?(?:了|近|：|，|[共累总合]计|共)*$"
)
_CHANGE_ENDS = frozenset(
    "比均年期月周度的，别都已定续体幅到成达于现持在为是占升降长少加高低压缩短减简涨跌化展增至了近：由从计共"
)
"""The last characters of what ``level`` drops: most phrases end in a noun and need no search."""
_LEVEL = re.compile("[至到了在为]$")
# Each alternative begins with a character of its own: others are skipped, not tried at each place.
_NO_RESULT = re.compile(
    "每(?!万)|超时|逾期|自行|平均|人均|"
    + "".join(f"{verb}了?$|" for verb in CHANGES)
    + "由(?:20[0-9]{2}年度?的?)?$|从(?:20[0-9]{2}年度?的?)?$|上年度?(?:同期)?$|去年(?:同期)?$"
)


def level(phrase: str) -> tuple[str, str]:
    """Split a rate's clause into what is measured and the verb of its level or change.

    >>> level("群众满意度提升至"), level("信访总量同比下降")
    (('群众满意度', '提升'), ('信访总量', '下降'))
    """
    if phrase[-1:] not in _CHANGE_ENDS:
        return phrase, ""
    found = _CHANGE.search(phrase)
    verb = (found["verb"] if found else "") or ""
    subject = (phrase[: found.start()] if found else phrase).removesuffix("法定").rstrip("由从")
    if verb in ("为", "是", "在", "至", "到", "等于"):
        verb = ""
    elif not verb.startswith("达"):
        verb = _LEVEL.sub("", verb)
    return subject, verb


def may_change(phrase: str) -> bool:
    """Whether ``level`` may find a verb, by the last character: most phrases end in a noun."""
    return phrase[-1:] in _CHANGE_ENDS


def is_result(left: str) -> bool:
    """Whether a figure states a result: no norm, no change, no value of an earlier year.

    >>> [is_result(left) for left in ("办结率达", "每季度听取汇报", "纠纷同比下降", "办结率由")]
    [True, False, False, False]
    """
    return _NO_RESULT.search(left) is None
