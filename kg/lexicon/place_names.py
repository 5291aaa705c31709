"""What the name of a place says by its form: level, short form, and when it may be no name at all.

Grammar of names only; which names there are is the gazetteer's.
"""

from __future__ import annotations

import re

PSEUDO_LEVELS = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})
_ETHNIC = re.compile(
    "(?:(?:维吾尔|哈萨克|柯尔克孜|蒙古|塔吉克|锡伯|鄂温克|鄂伦春|达斡尔|俄罗斯|门巴|珞巴|朝鲜|纳西)族?"
    "|(?:土家|布依|哈尼|傈僳|拉祜|景颇|布朗|撒拉|毛南|仡佬|仫佬|阿昌|普米|裕固|保安|德昂|独龙|基诺|赫哲|东乡"
    "|塔塔尔|乌孜别克|各|[藏彝苗壮侗瑶白傣回满畲黎佤水羌土怒京])族)+"
    "(?:民族)?(?:自治(?!区))?(?=(?:自治区|[州县旗区乡镇])$)"
)
_ETHNIC_OWN = re.compile("^(?:东乡族|鄂伦春|鄂温克族)")
_TOWNSHIP_SUFFIX = re.compile("(?:街道|苏木|民族乡|乡|镇)$")
_DOUBTFUL_ENDS = (
    *("城市", "城区", "城乡", "城镇", "家乡", "下乡", "水乡", "集镇", "小镇", "古镇", "乡镇"),
    *("村镇", "市镇", "老乡", "街区", "全县", "全区", "全镇", "全乡", "本乡", "本镇"),
    *("农场", "林场", "牧场", "渔场"),
)
_GOVERNED = re.compile("(?:街道|苏木|[乡镇]|地区|新区|[农林牧渔]场)$")
_ZONE = re.compile("(?:发区|[业技学创产品材流游能]园区|业区|税区|管理区|示范区|园)$")

_STEM_SUFFIX = re.compile("(?:特别行政区|自治[区州县旗]|地区|林区|特区|[省市县区州盟旗])$")


def is_township(name: str) -> bool:
    """Whether a name ends as a township's or a street's does.

    >>> is_township("达果乡"), is_township("尼玛县")
    (True, False)
    """
    return bool(_TOWNSHIP_SUFFIX.search(name))


def stem(name: str) -> str:
    """Drop the suffix and the peoples from a name of any level.

    >>> [stem(n) for n in ("那曲市", "玉树藏族自治州", "西藏自治区", "达果乡", "东乡族自治县")]
    ['那曲', '玉树', '西藏', '达果', '东乡']
    """
    bare = short_form(name) or name
    shorter = _TOWNSHIP_SUFFIX.sub("", bare)
    shorter = shorter if shorter != bare else _STEM_SUFFIX.sub("", bare)
    return shorter.removesuffix("族") if len(shorter) > 2 else shorter


def short_form(name: str) -> str:
    """Return a name without its peoples, as reports write it; "" where it has none.

    >>> [short_form(n) for n in ("玉树藏族自治州", "芷江侗族自治县", "那曲市", "鄂伦春自治旗")]
    ['玉树州', '芷江县', '', '鄂伦春旗']
    """
    if ("族" not in name and "自治" not in name) or name.startswith("内蒙古"):
        return ""
    own = _ETHNIC_OWN.match(name)
    if own:
        return own[0].removesuffix("族") + name[-1]
    shorter = _ETHNIC.sub("", name)
    return shorter if shorter != name and len(shorter) > 2 else ""


def is_governed(name: str) -> bool:
    """Whether a unit of the fourth level is one that governs, or a farm: not 某某产业园.

    >>> is_governed("达果乡"), is_governed("东坝地区"), is_governed("铝业产业园区")
    (True, True, False)
    """
    return bool(_GOVERNED.search(name))


def is_zone(name: str) -> bool:
    """Whether a name is a development zone's, which is no administrative area.

    >>> is_zone("秦皇岛市经济技术开发区"), is_zone("绿园区")
    (True, False)
    """
    return bool(_ZONE.search(name))


def sounds_ordinary(name: str) -> bool:
    """Whether a name ends in what may be an ordinary word: 沿|海城市, 全县|统筹城乡.

    >>> sounds_ordinary("海城市"), sounds_ordinary("聂荣镇")
    (True, False)
    """
    return len(name) == 2 or name.endswith(_DOUBTFUL_ENDS)


def bare_forms(name: str) -> tuple[str, str]:
    """Return a name without a township's suffix, and without a higher level's.

    >>> bare_forms("平安镇"), bare_forms("平安区")
    (('平安', '平安镇'), ('平安区', '平安'))
    """
    higher = name if name.endswith("省") else _STEM_SUFFIX.sub("", name)
    return _TOWNSHIP_SUFFIX.sub("", name), higher
