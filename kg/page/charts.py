"""图表: counts of what the reports mention, as plain numbers for the template's SVG.

Counts of words, not of deeds: the page says so beside every chart, and ranks no township.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.page.palette import Look

_MOST = 15
_STATUSES = ("done", "ongoing", "award", "planned", "problem")


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a bar: where it starts and how long it is, as shares of the widest bar."""

    start: float
    length: float
    count: int
    label: str
    key: str
    sign: str
    """What is written beside the count where there is room, so that colour is not alone."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a name, its pieces, their sum, and the node it opens ("" for none)."""

    label: str
    pieces: tuple[Piece, ...]
    total: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars over one scale, with the caveat that belongs beside them."""

    name: str
    title: str
    caveat: str
    bars: tuple[Bar, ...]
    legend: tuple[tuple[str, str], ...]


def charts(
    data: Mapping[str, Any], looks: Mapping[str, Look], words: Mapping[str, Mapping[str, str]]
) -> list[Chart]:
    """Return the charts of a payload's data; one without a single bar is left out."""
    nodes, issuers = data["nodes"], data["issuers"]
    by_type: dict[int, Counter[str]] = {i: Counter() for i in issuers}
    by_status: dict[int, Counter[str]] = {i: Counter() for i in issuers}
    by_function: dict[int, Counter[str]] = {i: Counter() for i in issuers}
    seen: dict[int, set[int]] = defaultdict(set)
    for source, target, _, evidence in data["edges"]:
        if not evidence or source not in by_type:
            continue
        kind = nodes[target]["type"]
        if target not in seen[source]:
            seen[source].add(target)
            by_type[source][kind] += 1
        by_status[source].update(e[6] for e in evidence)
        by_function[source].update(e[7] for e in evidence if e[7])
    for source, target, _, evidence in data["edges"]:
        if not evidence and nodes[target]["type"] == "InstitutionType":
            for told in seen.values():
                if source in told:
                    told.add(target)
    spread = sorted(
        (
            (len(sharing), number)
            for number in range(len(nodes))
            if len(sharing := [i for i in issuers if number in seen[i]]) > 1
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )[:_MOST]
    widest = max((count for count, _ in spread), default=0)
    drawn = [
        Chart(
            "types",
            "各地报告写到的事项",
            "同一事项在一份报告里只计一次。写得多不等于做得多。",
            _bars(by_type, nodes, {x.name: (x.label, x.sign) for x in looks.values()}),
            tuple(
                (x.name, x.label)
                for x in looks.values()
                if any(x.name in c for c in by_type.values())
            ),
        ),
        Chart(
            "statuses",
            "怎样写：已做、在做、计划、问题",
            "按原文提及次数计。计划和问题不是成绩。",
            _bars(by_status, nodes, {s: (words["statuses"][s],) * 2 for s in _STATUSES}),
            tuple(
                (s, words["statuses"][s])
                for s in _STATUSES
                if any(c[s] for c in by_status.values())
            ),
        ),
        Chart(
            "functions",
            "法律法规：学习、宣传、落实、制定",
            "按原文提及次数计。",
            _bars(by_function, nodes, {f: (w, w) for f, w in words["functions"].items()}),
            tuple(
                (f, w)
                for f, w in words["functions"].items()
                if any(c[f] for c in by_function.values())
            ),
        ),
        Chart(
            "spread",
            "写到的地方最多的事项",
            f"被两地以上写到的事项，至多列 {_MOST} 项。未列出不等于没有做。",
            tuple(_spread_bar(nodes[number], count, widest, looks) for count, number in spread),
            (),
        ),
    ]
    return [chart for chart in drawn if any(bar.total for bar in chart.bars)]


def _spread_bar(node: Mapping[str, Any], count: int, widest: int, looks: Mapping[str, Look]) -> Bar:
    look = looks[node["type"]]
    piece = Piece(0.0, count / widest, count, look.label, look.name, look.sign)
    return Bar(node["label"], (piece,), count, node["key"])


def _bars(
    counts: Mapping[int, Counter[str]],
    nodes: Sequence[Mapping[str, Any]],
    names: Mapping[str, tuple[str, str]],
) -> tuple[Bar, ...]:
    """Return a bar for each issuer, on one scale; ``names`` are label and sign, in order."""
    widest = max((sum(c.values()) for c in counts.values()), default=0) or 1
    bars = []
    for issuer, counter in counts.items():
        pieces, at = [], 0
        for key, (label, sign) in names.items():
            if counter[key]:
                pieces.append(
                    Piece(at / widest, counter[key] / widest, counter[key], label, key, sign)
                )
                at += counter[key]
        bars.append(Bar(nodes[issuer]["label"], tuple(pieces), at, nodes[issuer]["key"]))
    return tuple(bars)
