"""How each class of the graph looks: name, colours for both themes, sign, order.

One palette serves graph, legend, highlights and charts. Colour never stands alone: every class has
a sign of its own. Only ``#rrggbb`` colours and plain class names pass, because both are written
into the style sheet.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.lexicon.concepts import EntityClass

SIGNS = "■▲◆●★◎▼"
"""Signs for the classes that text mentions; every Chinese font has them."""

PLACES = frozenset({"Province", "Prefecture", "County", "Township", "Street", "Village"})
"""Classes that are drawn as Place where they do not report themselves."""

OFF = frozenset({"Observation", "Indicator"})
"""Classes that are not shown until they are asked for."""

_ISSUERS = {
    "Township": "乡镇",
    "Street": "街道",
    "Bureau": "部门",
    "County": "县（市、区）",
    "Prefecture": "市（地、州）",
    "Province": "省（区、市）",
    "Village": "村（社区）",
}
_ISSUER_COLOUR = "#334155"
_OTHERS = {
    "InstitutionType": ("机构类型", "△", "#2e7cb8"),
    "Publication": ("图书与学说", "☆", "#a16207"),
    "Observation": ("统计数字", "□", "#64748b"),
    "Indicator": ("指标", "◇", "#475569"),
}
_SPARE = ("#0e7490", "#9a3412", "#6d28d9", "#3f6212", "#9d174d", "#1e40af")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_NAME = re.compile(r"\w+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Look:
    """How one class is shown. ``name`` is its local name, ``kind`` its code in records or ""."""

    name: str
    kind: str
    label: str
    sign: str
    light: str
    dark: str
    order: int


def looks(types: Iterable[str], classes: Mapping[str, EntityClass]) -> dict[str, Look]:
    """Return the look of every class in ``types`` and of every class that text mentions.

    Classes the vocabulary describes come in its order, those it does not after them.
    """
    found: dict[str, Look] = {}
    signs = iter(SIGNS)
    for place, entity in enumerate(classes.values()):
        name = re.split(r"[#/]", entity.iri)[-1]
        found[name] = _look(
            name, entity.kind, entity.label, next(signs, "○"), entity.colour, 10 * place
        )
    for place, (name, (label, sign, colour)) in enumerate(_OTHERS.items()):
        kind = "QUANTITY" if name == "Observation" else ""
        like = found.get(name.removesuffix("Type"))
        order = like.order + 1 if like else 900 + place
        found[name] = _look(name, kind, label, sign, colour, order)
    for place, other in enumerate(sorted(set(types) - found.keys())):
        if other in _ISSUERS:
            order = list(_ISSUERS).index(other) - len(_ISSUERS)
            found[other] = _look(other, "", _ISSUERS[other], "⊙", _ISSUER_COLOUR, order)
        else:
            colour = _SPARE[place % len(_SPARE)]
            found[other] = _look(other, "", other, "○", colour, 800 + place)
    return {look.name: look for look in sorted(found.values(), key=lambda x: (x.order, x.name))}


def _look(name: str, kind: str, label: str, sign: str, colour: str, order: int) -> Look:
    if not _NAME.fullmatch(name):
        raise ValueError(f"a class needs a plain name, not {name!r}")
    if not _HEX.fullmatch(colour):
        raise ValueError(f"{name}: a colour is #rrggbb, not {colour!r}")
    return Look(name, kind, label, sign, colour, _lighter(colour), order)


def _lighter(colour: str) -> str:
    """Return the same hue, light enough to read on a dark ground.

    >>> _lighter("#1f5fa8")
    '#86b4e9'
    """
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    rgb = colorsys.hls_to_rgb(hue, 0.72, min(saturation, 0.72))
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)
