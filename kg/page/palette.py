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

SIGNS = "■▲◆●★◎▼◇△□☆◐"
"""Signs that every Chinese font of the last thirty years has, most different first."""

_ISSUERS = {
    "Township": "乡镇",
    "Street": "街道",
    "Bureau": "部门",
    "County": "县（市、区）",
    "Prefecture": "地（市、州）",
    "Province": "省（区、市）",
    "Village": "村（社区）",
    "Report": "报告",
}
_ISSUER_COLOUR = "#334155"
_QUANTITY = ("Observation", "数量", "#64748b")
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
    issuer: bool = False


def looks(types: Iterable[str], classes: Mapping[str, EntityClass]) -> dict[str, Look]:
    """Return the look of every class in ``types`` and of every class that text mentions.

    Classes the vocabulary describes come in its order, those it does not after them.
    """
    found: dict[str, Look] = {}
    signs = iter(SIGNS)
    for place, entity in enumerate(classes.values()):
        name = re.split(r"[#/]", entity.iri)[-1]
        found[name] = _look(name, entity.kind, entity.label, next(signs, "○"), entity.colour, place)
    name, label, colour = _QUANTITY
    found[name] = _look(name, "QUANTITY", label, "□", colour, 900)
    for place, other in enumerate(sorted(set(types) - found.keys())):
        if other in _ISSUERS:
            label, order = _ISSUERS[other], -100 + list(_ISSUERS).index(other)
            found[other] = _look(other, "", label, "⊙", _ISSUER_COLOUR, order)
        else:
            colour = _SPARE[place % len(_SPARE)]
            found[other] = _look(other, "", other, next(signs, "○"), colour, 500 + place)
    return {look.name: look for look in sorted(found.values(), key=lambda x: (x.order, x.name))}


def _look(name: str, kind: str, label: str, sign: str, colour: str, order: int) -> Look:
    if not _NAME.fullmatch(name):
        raise ValueError(f"a class needs a plain name, not {name!r}")
    if not _HEX.fullmatch(colour):
        raise ValueError(f"{name}: a colour is #rrggbb, not {colour!r}")
    return Look(name, kind, label, sign, colour, _lighter(colour), order, colour == _ISSUER_COLOUR)


def _lighter(colour: str) -> str:
    """Return the same hue, light enough to read on a dark ground.

    >>> _lighter("#1f5fa8")
    '#86b4e9'
    """
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
    rgb = colorsys.hls_to_rgb(hue, 0.72, min(saturation, 0.72))
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)
