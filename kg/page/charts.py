"""图表: counts of what the reports mention, as plain numbers for the template's SVG.

Counts of words, not of deeds: the page says so beside every chart, and ranks no township.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import networkx as nx

from kg.names import gov
from kg.page.palette import Look
from kg.page.payload import type_of

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
    network: nx.MultiDiGraph,
    groups: Mapping[str, str],
    looks: Mapping[str, Look],
    words: Mapping[str, Mapping[str, str]],
    keys: Mapping[str, str],
) -> list[Chart]:
    """Return the charts of a network; one without a single bar is left out.

    ``groups`` name the bar of every issuer where one each would be too many; ``keys`` are what the
    page calls the nodes it carries.
    """
    kind = {s: t for s, t, key in network.edges(keys=True) if str(key) == gov("type")}
    counts = _count(network, groups)
    by_type: dict[str, Counter[str]] = defaultdict(Counter)
    told: dict[str, set[str]] = defaultdict(set)
    for issuer, items in counts.items.items():
        for item in items:
            by_type[groups.get(issuer, issuer)][_type(network, item, counts.items)] += 1
            told[item].add(issuer)
            if item in kind:
                told[kind[item]].add(issuer)
    spread = sorted(
        ((len(by), network.nodes[item]["label"], item) for item, by in told.items() if len(by) > 1),
        key=lambda row: (-row[0], row[1:]),
    )[:_MOST]
    widest = max((count for count, _, _ in spread), default=0)
    bars = sorted(by_type, key=lambda iri: (network.nodes[iri]["label"], iri))

    def drawn(found: Mapping[str, Counter[str]], names: Mapping[str, tuple[str, str]]) -> _Drawn:
        rows = [(network.nodes[iri]["label"], keys.get(iri, ""), found[iri]) for iri in bars]
        met = [name for name in names if any(counter[name] for _, _, counter in rows)]
        return _bars(rows, names), tuple((name, names[name][0]) for name in met)

    made = [
        Chart(
            "types",
            "各地报告写到的事项",
            "同一事项在一份报告里只计一次。写得多不等于做得多。",
            *drawn(by_type, {x.name: (x.label, x.sign) for x in looks.values()}),
        ),
        Chart(
            "statuses",
            "怎样写：已做、在做、计划、问题",
            "按原文提及次数计。计划和问题不是成绩。",
            *drawn(counts.statuses, {s: (words["statuses"][s],) * 2 for s in _STATUSES}),
        ),
        Chart(
            "functions",
            "法律法规：学习、宣传、落实、制定",
            "按原文提及次数计。",
            *drawn(counts.functions, {f: (w, w) for f, w in words["functions"].items()}),
        ),
        Chart(
            "spread",
            "写到的地方最多的事项",
            f"被两地以上写到的事项，至多列 {_MOST} 项。未列出不等于没有做。",
            tuple(
                _spread_bar(label, keys.get(iri, ""), count, widest, looks[_type(network, iri, {})])
                for count, label, iri in spread
            ),
            (),
        ),
    ]
    return [chart for chart in made if any(bar.total for bar in chart.bars)]


_Drawn = tuple[tuple["Bar", ...], tuple[tuple[str, str], ...]]


class _Counts(NamedTuple):
    items: dict[str, set[str]]
    statuses: dict[str, Counter[str]]
    functions: dict[str, Counter[str]]


def _count(network: nx.MultiDiGraph, groups: Mapping[str, str]) -> _Counts:
    found = _Counts(defaultdict(set), defaultdict(Counter), defaultdict(Counter))
    for issuer, item, about in network.edges(data=True):
        if evidence := about.get("evidence"):
            bar = groups.get(issuer, issuer)
            found.items[issuer].add(item)
            found.statuses[bar].update(str(e.status) for e in evidence)
            found.functions[bar].update(str(e.function) for e in evidence if e.function)
    return found


def _type(network: nx.MultiDiGraph, iri: str, issuers: Collection[str]) -> str:
    return type_of(iri, network.nodes[iri], issuers)


def _spread_bar(label: str, key: str, count: int, widest: int, look: Look) -> Bar:
    piece = Piece(0.0, count / widest, count, look.label, look.name, look.sign)
    return Bar(label, (piece,), count, key)


def _bars(
    rows: Sequence[tuple[str, str, Counter[str]]], names: Mapping[str, tuple[str, str]]
) -> tuple[Bar, ...]:
    """Return a bar for each row, on one scale; ``names`` are label and sign, in order."""
    widest = max((counter.total() for _, _, counter in rows), default=0) or 1
    bars = []
    for row, bar_key, counter in rows:
        pieces, at = [], 0
        for key, (label, sign) in names.items():
            if counter[key]:
                pieces.append(
                    Piece(at / widest, counter[key] / widest, counter[key], label, key, sign)
                )
                at += counter[key]
        bars.append(Bar(row, tuple(pieces), at, bar_key))
    return tuple(bars)
