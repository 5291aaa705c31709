"""The network as the page carries it: drawn items with places, and everything the panel shows.

Plain JSON values only; nothing here is markup. Nodes are numbered by class, label and IRI, those
that report last (what is drawn later lies on top), so two builds of one network are equal byte for
byte whatever order it was filled in. What repeats (facts, sentences, codes) stands once, by number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import networkx as nx

from kg.names import BASE
from kg.page import groups, scenes
from kg.page.palette import OFF, PLACES, Look
from kg.page.scenes import Node

_UNVERIFIED = "未核实"
_T = TypeVar("_T", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Payload:
    """What the page draws first (``drawn``, ``lines``) and what it tells (``data``)."""

    drawn: list[dict[str, Any]]
    lines: list[dict[str, Any]]
    data: dict[str, Any]
    numbers: dict[str, int]
    """What the page calls each IRI it knows."""


class Table(dict[_T, int]):
    """Values that repeat, each numbered where it is first met."""

    def __missing__(self, value: _T) -> int:
        """Give a new value its number."""
        self[value] = len(self)
        return self[value]


def issuers_of(network: nx.MultiDiGraph) -> set[str]:
    """Return the nodes whose reports speak: those with edges that rest on words."""
    return {source for source, _, about in network.edges(data=True) if about.get("evidence")}


def type_of(iri: str, about: Mapping[str, Any], issuers: Collection[str]) -> str:
    """Return the class a node is drawn as; a place that does not report is a Place like any."""
    kind = str(about.get("type") or "Thing")
    return "Place" if kind in PLACES and iri not in issuers else kind


def pack(
    network: nx.MultiDiGraph,
    looks: Mapping[str, Look],
    gathered: Mapping[str, str] | None = None,
    *,
    room: scenes.Room = scenes.PAGE,
) -> Payload:
    """Turn a network (its nodes and edges as ``kg.graph.network`` makes them) into a payload.

    ``gathered`` are the groups of the issuers (``groups.gather``) where they are many; what is more
    than ``room`` has, opens on its core.
    """
    speaking = issuers_of(network)
    gathered = gathered or {}
    about = dict(network.nodes(data=True))
    types = {iri: type_of(iri, facts, speaking) for iri, facts in about.items()}
    order = sorted(
        about,
        key=lambda i: (i in speaking, looks[types[i]].order, about[i].get("label") or i, i),
    )
    number = {iri: place for place, iri in enumerate(order)}
    edges = sorted(
        (
            (number[s], number[t], str(key), facts)
            for s, t, key, facts in network.edges(keys=True, data=True)
        ),
        key=lambda edge: edge[:3],
    )
    issuers = sorted(number[iri] for iri in speaking)
    nodes = _nodes(order, about, types, edges, issuers)
    lone = [  # a kind that one body is of says no more than that body
        n
        for n, node in enumerate(nodes)
        if node.type == "InstitutionType"
        and len(node.beside) == 1
        and not node.beside & set(issuers)
    ]
    data = _carry(nodes, edges, about, looks) | {
        "looks": {
            x.name: {"label": x.label, "sign": x.sign, "light": x.light, "dark": x.dark}
            for x in looks.values()
        },
        "issuers": issuers,
        "off": sorted(OFF),
        "lone": lone,
        "groups": _members(gathered, number),
    }
    drawn = scenes.items(nodes, looks)
    early = sum(node.type not in OFF for node in nodes)
    if early <= room.nodes and len(issuers) <= groups.MOST:
        places, data["alone"] = scenes.whole(nodes, drawn, issuers, lone, room)
        lines = [{"id": n, "from": edge[0], "to": edge[1]} for n, edge in enumerate(edges)]
    else:
        at = {edge[:3]: n for n, edge in enumerate(edges)}
        hubs = gathered or {iri: iri for iri in sorted(speaking)}
        shared = groups.quotient(network, hubs, items=scenes.CORE)
        core = scenes.core(shared, drawn, number, at, room)
        places = core.places
        lines = [{"id": n, "from": edge[0], "to": edge[1]} for n, edge in enumerate(core.edges)]
        data["core"] = [members for _, _, members in core.edges]
    return Payload(
        drawn=[{"id": n, "label": drawn[n].label, "x": x, "y": y} for n, x, y in places],
        lines=lines,
        data=data,
        numbers=number,
    )


def _nodes(
    order: Sequence[str],
    about: Mapping[str, Mapping[str, Any]],
    types: Mapping[str, str],
    edges: Iterable[tuple[int, int, str, Mapping[str, Any]]],
    issuers: Sequence[int],
) -> list[Node]:
    beside: dict[int, set[int]] = defaultdict(set)
    for source, target, _, _ in edges:
        beside[source].add(target)
        beside[target].add(source)
    anchors = _anchors(len(order), beside, issuers)
    for n, iri in enumerate(order):
        if types[iri] == "InstitutionType":  # named as such by some, a body of theirs to others
            anchors[n] = anchors[n].union(*(anchors[other] for other in beside[n]))
    return [
        Node(
            iri=iri,
            type=types[iri],
            label=about[iri].get("label") or iri,
            facts=about[iri].get("facts", {}),
            anchors=tuple(sorted(anchors[n])),
            beside=frozenset(beside[n]),
        )
        for n, iri in enumerate(order)
    ]


def _anchors(size: int, beside: Mapping[int, set[int]], issuers: Sequence[int]) -> list[set[int]]:
    """Return each node's issuers: those it meets, else those its neighbours meet, and so on."""
    speaking = set(issuers)
    anchors = [set() if n in speaking else beside.get(n, set()) & speaking for n in range(size)]
    for _ in range(3):
        reached = {
            n: set().union(*(anchors[other] for other in beside.get(n, ())))
            for n in range(size)
            if n not in speaking and not anchors[n]
        }
        for n, found in reached.items():
            anchors[n] = found
    return anchors


def _members(gathered: Mapping[str, str], number: Mapping[str, int]) -> list[list[Any]]:
    """Return each group's node and its issuers, in the order of the places' codes."""
    members: dict[str, list[int]] = defaultdict(list)
    for issuer, group in gathered.items():
        members[group].append(number[issuer])
    return [[number[group], sorted(members[group])] for group in sorted(members)]


def _carry(
    nodes: Sequence[Node],
    edges: Iterable[tuple[int, int, str, Mapping[str, Any]]],
    about: Mapping[str, Mapping[str, Any]],
    looks: Mapping[str, Look],
) -> dict[str, Any]:
    """Return nodes, edges, sentences and documents, what repeats by number."""
    types, facts = Table[str](), Table[tuple[str, tuple[str, ...]]]()
    labels, codes, sentences = Table[str](), Table[str](), Table[str]()
    documents = Table[tuple[str, str]]()
    packed = [
        [
            node.iri.removeprefix(BASE),
            node.label,
            types[node.type],
            about[node.iri].get("shared", len(node.anchors)),
            [facts[fact] for fact in _facts(node.facts)],
        ]
        for node in nodes
    ]
    told = [
        [
            source,
            target,
            labels[facts_.get("label", "")],
            [
                [
                    sentences[e.sentence],
                    e.at,
                    documents[e.document, e.report_label],
                    e.start,
                    e.end,
                    codes[str(e.part)],
                    codes[str(e.status)],
                    codes[str(e.function or "")],
                ]
                for e in facts_.get("evidence", ())
            ],
        ]
        for source, target, _, facts_ in edges
    ]
    return {
        "nodes": packed,
        "edges": told,
        "types": list(types),
        "facts": [[name, list(values)] for name, values in facts],
        "labels": list(labels),
        "codes": list(codes),
        "sentences": list(sentences),
        "documents": [{"id": name, "label": label} for name, label in documents],
    }


def _facts(facts: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """Yield a node's facts as the panel shows them.

    Which facts of a law nobody has confirmed is noted in English, for curators; a reader is told
    that it is so.
    """
    for name, values in facts.items():
        yield name, ("部分信息未经核实",) if name == _UNVERIFIED else tuple(values)
