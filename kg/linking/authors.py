"""Who made a document: the issuer of the report itself, or somebody above it."""

from __future__ import annotations

import re

from kg.model import Level

_FOLLOWED = re.compile("要求|部署|安排|精神|指导|统一|文件|决策|结合|意见|会议|·")
_OWN = re.compile("我|本[乡镇街县市区局院办单部]|镇政府|乡政府|街道")
_TOP = "中央|中共|国务院|国家|全国|中办|国办|上级"
_ABOVE = {
    Level.PROVINCE: re.compile(_TOP),
    Level.PREFECTURE: re.compile(f"{_TOP}|省|自治区"),
    Level.COUNTY: re.compile(f"{_TOP}|省|自治区|[市州][委政依直司里]"),
}
_ABOVE_OTHERS = re.compile(f"{_TOP}|省|自治区|[市州县区旗][委政依直司里]")


def is_made_above(subject: str, level: Level) -> bool:
    """Whether the last one named in the words before 印发 stands above an issuer of a level.

    Whose orders are followed makes nothing.

    >>> is_made_above("县司法局", Level.TOWNSHIP), is_made_above("我镇按照县委要求", Level.TOWNSHIP)
    (True, False)
    """
    above = list(_ABOVE.get(level, _ABOVE_OTHERS).finditer(subject))
    if not above:
        return False
    between = subject[above[-1].end() :]
    return not (_OWN.search(between) or _FOLLOWED.search(between))
