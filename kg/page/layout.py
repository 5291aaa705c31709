"""Where every node stands, worked out here so that the page draws at once and always the same.

Issuers stand on an ellipse (in a spiral band where they are many), what several share lies near the
middle of those who share it, what one alone has gathers round its issuer by class, outwards. Every
node is a label of known width in a row; no two labels overlap. Nothing is random.
"""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

ROW = 27.0
"""Height of a row, label and gap, in the page's world units."""
EM = 14.0
"""Font size of a label in the same units."""
_GAP = 8.0
_PADDING = 20.0
_FLAT = 1.4
"""How much wider than high the whole is, as screens are."""
_ON_ELLIPSE = 14
_SCREEN = 1.6
READABLE = 920.0
"""Height of a screenful at which labels are still ten pixels high on a small screen."""
_LOOSENESS = (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3)
_WORTH_TRYING = 400


@dataclass(frozen=True, slots=True)
class Item:
    """A node to be placed: its drawn label, its class's rank, the issuers it hangs on."""

    key: int
    label: str
    rank: int
    anchors: tuple[int, ...]


@lru_cache(maxsize=8192)
def label_width(label: str, em: float = EM) -> float:
    """Return a label's width in world units, full-width characters counting one em.

    >>> label_width("民法典")
    42.0
    """
    wide = sum(unicodedata.east_asian_width(c) in "WFA" for c in label)
    return em * (wide + 0.56 * (len(label) - wide))


def place(
    hubs: Sequence[Item],
    shared: Iterable[Item],
    own: Iterable[Item],
    late: Iterable[Item],
    *,
    height: float = READABLE,
) -> dict[int, tuple[int, int]]:
    """Return the whole-number position of every item by key.

    ``hubs`` are the issuers in the order they should stand round; ``shared`` hang on two or more of
    them, ``own`` on one or none. ``late`` are placed after all others, so that switching them on
    moves nothing. The loosest arrangement that keeps to ``height`` is taken.
    """
    shared = sorted(shared, key=lambda i: (-len(i.anchors), i.rank, i.label, i.key))
    own = sorted(own, key=lambda i: (i.anchors, i.rank, i.label, i.key))
    late = sorted(late, key=lambda i: (i.anchors, i.rank, i.label, i.key))
    tries = _LOOSENESS if len(shared) + len(own) <= _WORTH_TRYING else (1.0,)
    sheet = _loosest(tries, height, lambda looseness: _Sheet(hubs, shared, own, looseness))
    sheet.gather(late)
    return {key: (round(x), round(y)) for key, (x, y) in sheet.placed.items()}


def _loosest(tries: Sequence[float], height: float, arrange: Callable[[float], _Sheet]) -> _Sheet:
    """Return the loosest attempt that keeps to a height, else the tightest, by halving."""
    best = None
    first, last = 0, len(tries)
    while first < last:
        middle = (first + last) // 2
        sheet = arrange(tries[middle])
        if sheet.size <= height:
            best, first = sheet, middle + 1
        else:
            last = middle
    return best or sheet


class _Sheet:
    """One attempt: the looser, the further out stand the issuers and what is theirs alone."""

    def __init__(
        self,
        hubs: Sequence[Item],
        shared: Sequence[Item],
        own: Sequence[Item],
        looseness: float,
    ) -> None:
        self._fan = 0.7 * looseness
        self._rows = _Rows()
        self._centres = _stand(hubs, shared, own, looseness)
        self.placed: dict[int, tuple[float, float]] = {}
        for hub in hubs:
            x, y = self._rows.put(*self._centres[hub.key], _hub_width(hub))
            self.placed[hub.key] = x, y
            self._rows.spare(x, y, _hub_width(hub))
        for item in shared:
            points = [self._centres[a] for a in item.anchors]
            x = sum(p[0] for p in points) / len(points)
            y = sum(p[1] for p in points) / len(points)
            self.placed[item.key] = self._rows.put(x, y, _width(item))
        self.gather(own)
        self.size = self._rows.size()

    def gather(self, items: Sequence[Item]) -> None:
        """Place items round the one issuer each hangs on."""
        wishes = _wishes(items, self._centres, self._fan)
        for item in sorted(items, key=lambda i: i.rank):
            self.placed[item.key] = self._rows.put(*wishes[item.key], _width(item))


def _width(item: Item) -> float:
    return label_width(item.label) + EM * 1.35 + _PADDING


def _hub_width(item: Item) -> float:
    return label_width(item.label, EM * 1.45) + 2 * _PADDING


def _area(items: Iterable[Item]) -> float:
    return sum((_width(i) + _GAP) * ROW for i in items)


def _stand(
    hubs: Sequence[Item], shared: Sequence[Item], own: Sequence[Item], looseness: float
) -> dict[int, tuple[float, float]]:
    """Return the wished place of each issuer."""
    if len(hubs) == 1:
        return {hubs[0].key: (0.0, 0.0)}
    reach = looseness * (math.sqrt(_area(shared) * 1.9 / math.pi / _FLAT) + 2.4 * ROW)
    if len(hubs) <= _ON_ELLIPSE:
        reach = max(reach, len(hubs) * ROW * 0.9)
        turn = 2 * math.pi / max(len(hubs), 1)
        first = -math.pi / 2 if len(hubs) % 2 else -math.pi / 2 - turn / 2
        return {
            hub.key: (
                _FLAT * reach * math.cos(first + i * turn),
                reach * math.sin(first + i * turn),
            )
            for i, hub in enumerate(hubs)
        }
    band = (_area(own) * 1.6 + _area(hubs) * 2.2) / math.pi / _FLAT
    golden = math.pi * (3 - math.sqrt(5))
    centres = {}
    for i, hub in enumerate(hubs):
        radius = math.sqrt(reach**2 + band * (i + 0.5) / len(hubs))
        centres[hub.key] = (
            _FLAT * radius * math.cos(i * golden),
            radius * math.sin(i * golden),
        )
    return centres


def _wishes(
    items: Sequence[Item], centres: Mapping[int, tuple[float, float]], fan: float
) -> dict[int, tuple[float, float]]:
    """Return where each item of one issuer would like to be: outwards, each class its own way."""
    by_hub: dict[tuple[int, ...], list[Item]] = defaultdict(list)
    for item in items:
        by_hub[item.anchors[:1]].append(item)
    wishes = {}
    for anchors, group in by_hub.items():
        x, y = centres.get(anchors[0], (0.0, 0.0)) if anchors else (0.0, 0.0)
        outward = math.atan2(y, x / _FLAT) if (x or y) else None
        ranks = sorted({i.rank for i in group})
        radius = math.sqrt(_area(group) / math.pi / _FLAT) * fan + ROW
        spread = 2 * math.pi if outward is None else math.radians(200)
        start = -math.pi / 2 if outward is None else outward
        for item in group:
            step = (ranks.index(item.rank) + 0.5) / len(ranks) - 0.5
            angle = start + spread * step
            wishes[item.key] = (
                x + _FLAT * radius * math.cos(angle),
                y + radius * math.sin(angle),
            )
    return wishes


class _Rows:
    """Rows of labels: the nearest free place to a wish, exactly, without overlap."""

    def __init__(self) -> None:
        self._taken: dict[int, list[tuple[float, float]]] = defaultdict(list)

    def put(self, x: float, y: float, width: float) -> tuple[float, float]:
        """Take the free place nearest to (x, y) for a label of this width; return its middle."""
        width += _GAP
        home = round(y / ROW)
        best = (math.inf, 0.0, 0)
        for step in count():
            if (max(0.0, step - 0.5) * ROW * _FLAT) ** 2 > best[0]:
                break
            for row in {home - step, home + step}:
                away = ((row * ROW - y) * _FLAT) ** 2
                if away <= best[0]:
                    free = self._nearest(row, x, width / 2, math.sqrt(best[0] - away))
                    best = min(best, ((free - x) ** 2 + away, free, row))
        _, free, row = best
        insort(self._taken[row], (free - width / 2, free + width / 2))
        return free, row * ROW

    def spare(self, x: float, y: float, width: float) -> None:
        """Leave the places right above and below empty."""
        for row in (round(y / ROW) - 1, round(y / ROW) + 1):
            insort(self._taken[row], (x - width / 2, x + width / 2))

    def size(self) -> float:
        """Return the height of the screen that would hold all that was put down."""
        if not self._taken:
            return 0.0
        left = min(row[0][0] for row in self._taken.values())
        right = max(row[-1][1] for row in self._taken.values())
        high = (max(self._taken) - min(self._taken) + 1) * ROW
        return max((right - left) / _SCREEN, high)

    def _nearest(self, row: int, x: float, half: float, reach: float) -> float:
        """Return the free place of a row nearest to x; it need not be right beyond ``reach``."""
        taken = self._taken.get(row)
        if not taken:
            return x
        at = bisect_left(taken, (x, x))
        right = x
        for n in range(max(0, at - 1), len(taken)):
            start, end = taken[n]
            if right + half <= start or right - x > reach:
                break
            if end + half > right:
                right = end + half
        left = x
        for n in range(min(at, len(taken) - 1), -1, -1):
            start, end = taken[n]
            if left - half >= end or x - left > reach:
                break
            if start - half < left:
                left = start - half
        return right if right - x <= x - left else left
