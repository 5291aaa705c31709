"""What the drawing shows: the whole, what is shared alone, or the core of a large network.

Each scene is a list of nodes with their places. Worked out here, so that the page draws at once and
always the same; the browser lays out no more than one node's neighbours or one path.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import networkx as nx

from kg.page import groups, layout
from kg.page.palette import OFF, Look

CORE = 64
"""How many items the core holds: as many labels as a small screen shows in a readable size."""
_LONGEST = 14
_REPUBLIC = "中华人民共和国"
_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


class Room(NamedTuple):
    """What a drawing may take: nodes at once (a larger network opens on its core), and height."""

    nodes: int
    height: float


PAGE = Room(1500, layout.READABLE)
DIGEST = Room(groups.MOST + CORE, layout.READABLE - 80)
"""A digest's notice stands above it."""


class Node(NamedTuple):
    """A node as it is drawn: ``anchors`` are the issuers it hangs on."""

    iri: str
    type: str
    label: str
    facts: Mapping[str, Sequence[str]]
    anchors: tuple[int, ...]
    beside: frozenset[int]


@dataclass(frozen=True, slots=True)
class Core:
    """A large network's core: places of its nodes, and edges that stand for several."""

    places: list[list[int]]
    edges: list[tuple[int, int, list[int]]]
    """From, to, and the numbers of the edges it stands for."""


def short(label: str, issuer: str = "") -> str:
    """Return a label as it is drawn: on one line, cut where it is long, the obvious left out.

    >>> short("中华人民共和国民法典"), short("阿索乡司法所", "阿索乡")
    ('民法典', '司法所')
    >>> short("中共中央国务院关于进一步加强的意见")
    '中共中央国务院关于进一步加…'
    """
    seen = _UNSEEN.sub(" ", label).strip()
    for prefix in (_REPUBLIC, issuer):
        if prefix and len(seen) > len(prefix) + 1:
            seen = seen.removeprefix(prefix)
    return seen if len(seen) <= _LONGEST else seen[: _LONGEST - 1] + "…"


def items(nodes: Sequence[Node], looks: Mapping[str, Look]) -> list[layout.Item]:
    """Return every node as the layout takes it, under its drawn label."""
    return [
        layout.Item(
            key=n,
            label=short(node.label, nodes[node.anchors[0]].label if len(node.anchors) == 1 else ""),
            rank=looks[node.type].order,
            anchors=node.anchors,
        )
        for n, node in enumerate(nodes)
    ]


def whole(
    nodes: Sequence[Node],
    drawn: Sequence[layout.Item],
    issuers: Sequence[int],
    lone: Collection[int],
    room: Room = PAGE,
) -> tuple[list[list[int]], list[list[int]]]:
    """Return the places of all nodes, and those for a drawing of what is shared alone."""
    speaking = set(issuers)
    hubs = sorted((drawn[n] for n in issuers), key=lambda item: nodes[item.key].iri)
    rest = [item for item in drawn if item.key not in speaking]
    late = [i for i in rest if nodes[i.key].type in OFF or i.key in lone]
    put_off = {i.key for i in late}
    early = [i for i in rest if i.key not in put_off]
    shared = [i for i in early if len(i.anchors) > 1]
    own = [i for i in early if len(i.anchors) < 2]
    among = {i.key for i in shared}
    leading = [i for i in own if nodes[i.key].type == "Institution" and nodes[i.key].beside & among]
    return (
        _places(layout.place(hubs, shared, own, late, height=room.height)),
        _places(layout.place(hubs, shared, leading, [], height=room.height)),
    )


def core(
    merged: nx.MultiDiGraph,
    drawn: Sequence[layout.Item],
    number: Mapping[str, int],
    edges: Mapping[tuple[int, int, str], int],
    room: Room = PAGE,
) -> Core:
    """Return the places of a quotient network's nodes and its edges; ``number`` names both."""
    hubs = [drawn[number[iri]] for iri in sorted(merged) if _speaks(merged, iri)]
    shared = [
        layout.Item(item.key, item.label, item.rank, tuple(sorted(beside)))
        for iri in sorted(merged)
        if not _speaks(merged, iri)
        for item, beside in [(drawn[number[iri]], {number[g] for g in merged.predecessors(iri)})]
    ]
    members: dict[tuple[int, int], list[int]] = defaultdict(list)
    for source, target, about in merged.edges(data=True):
        members[number[source], number[target]] += (
            edges[number[s], number[t], str(key)] for s, t, key in about["members"]
        )
    return Core(
        places=_places(layout.place(hubs, shared, [], [], height=room.height)),
        edges=[(*pair, sorted(numbers)) for pair, numbers in sorted(members.items())],
    )


def _speaks(merged: nx.MultiDiGraph, iri: str) -> bool:
    return "shared" not in merged.nodes[iri]


def _places(places: Mapping[int, tuple[int, int]]) -> list[list[int]]:
    return [[key, x, y] for key, (x, y) in sorted(places.items())]
