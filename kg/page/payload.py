"""The network as the page carries it: drawn items with places, and everything the panel shows.

Plain JSON values only; nothing here is markup. Nodes are numbered by class, label and IRI, those
that report last (what is drawn later lies on top), so two builds of one network are equal byte for
byte whatever order it was filled in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import networkx as nx

from kg.names import BASE
from kg.page import layout
from kg.page.palette import OFF, PLACES, Look

_LONGEST = 14
_UNVERIFIED = "未核实"
_REPUBLIC = "中华人民共和国"
_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


class Node(NamedTuple):
    """A node as it is drawn: ``anchors`` are the issuers it hangs on."""

    iri: str
    type: str
    label: str
    facts: Mapping[str, Sequence[str]]
    anchors: tuple[int, ...]
    beside: frozenset[int]


@dataclass(frozen=True, slots=True)
class Payload:
    """What the page draws (``drawn``, ``lines``) and what it tells (``data``)."""

    drawn: list[dict[str, Any]]
    lines: list[dict[str, Any]]
    data: dict[str, Any]
    keys: dict[str, str]
    """What the page calls each IRI it draws, in addresses and links."""


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


def issuers_of(network: nx.MultiDiGraph) -> set[str]:
    """Return the nodes whose reports speak: those with edges that rest on words."""
    return {source for source, _, about in network.edges(data=True) if about.get("evidence")}


def type_of(iri: str, about: Mapping[str, Any], issuers: Collection[str]) -> str:
    """Return the class a node is drawn as; a place that does not report is a Place like any."""
    kind = str(about.get("type") or "Thing")
    return "Place" if kind in PLACES and iri not in issuers else kind


def pack(network: nx.MultiDiGraph, looks: Mapping[str, Look]) -> Payload:
    """Turn a network (its nodes and edges as ``kg.graph.network`` makes them) into a payload."""
    speaking = issuers_of(network)
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
    beside: dict[int, set[int]] = defaultdict(set)
    for source, target, _, _ in edges:
        beside[source].add(target)
        beside[target].add(source)
    anchors = _anchors(len(order), beside, issuers)
    for n, iri in enumerate(order):
        if types[iri] == "InstitutionType":  # named as such by some, a body of theirs to others
            anchors[n] = anchors[n].union(*(anchors[other] for other in beside[n]))
    nodes = [
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
    lone = [  # a kind that one body is of says no more than that body
        n
        for n, node in enumerate(nodes)
        if node.type == "InstitutionType" and len(beside[n]) == 1 and not beside[n] & set(issuers)
    ]
    drawn, alone = _draw(nodes, issuers, set(lone), looks)
    told, sentences, documents = _tell(edges)
    data = {
        "nodes": [
            {
                "key": node.iri.removeprefix(BASE),
                "label": node.label,
                "type": node.type,
                "shared": len(node.anchors),
                "facts": _facts(node.facts),
            }
            for node in nodes
        ],
        "edges": told,
        "sentences": sentences,
        "documents": documents,
        "looks": {
            x.name: {"label": x.label, "sign": x.sign, "light": x.light, "dark": x.dark}
            for x in looks.values()
        },
        "issuers": issuers,
        "off": sorted(OFF),
        "alone": alone,
        "lone": lone,
    }
    lines = [{"id": n, "from": edge[0], "to": edge[1]} for n, edge in enumerate(edges)]
    return Payload(drawn, lines, data, {node.iri: node.iri.removeprefix(BASE) for node in nodes})


def _facts(facts: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return a node's facts as the panel shows them.

    Which facts of a law nobody has confirmed is noted in English, for curators; a reader is told
    that it is so.
    """
    return {
        name: ["部分信息未经核实"] if name == _UNVERIFIED else list(values)
        for name, values in facts.items()
    }


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


def _draw(
    nodes: Sequence[Node], issuers: Sequence[int], lone: Collection[int], looks: Mapping[str, Look]
) -> tuple[list[dict[str, Any]], list[list[int]]]:
    """Return every node with its place, and the places for a drawing of what is shared alone."""
    items = [
        layout.Item(
            key=n,
            label=short(node.label, nodes[node.anchors[0]].label if len(node.anchors) == 1 else ""),
            rank=looks[node.type].order,
            anchors=node.anchors,
        )
        for n, node in enumerate(nodes)
    ]
    hubs = sorted((items[n] for n in issuers), key=lambda item: nodes[item.key].iri)
    rest = [items[n] for n in range(len(nodes)) if n not in set(issuers)]
    late = [i for i in rest if nodes[i.key].type in OFF or i.key in lone]
    put_off = {i.key for i in late}
    early = [i for i in rest if i.key not in put_off]
    shared = [i for i in early if len(i.anchors) > 1]
    own = [i for i in early if len(i.anchors) < 2]
    places = layout.place(hubs, shared, own, late)
    among = {i.key for i in shared}
    leading = [i for i in own if nodes[i.key].type == "Institution" and nodes[i.key].beside & among]
    alone = layout.place(hubs, shared, leading, [])
    drawn = [
        {
            "id": item.key,
            "label": item.label,
            "color": looks[nodes[item.key].type].light,
            "x": places[item.key][0],
            "y": places[item.key][1],
        }
        for item in items
    ]
    return drawn, [[key, x, y] for key, (x, y) in sorted(alone.items())]


def _tell(
    edges: Iterable[tuple[int, int, str, Mapping[str, Any]]],
) -> tuple[list[Any], list[str], list[dict[str, str]]]:
    """Return the edges with their evidence, the sentences it quotes, the documents it is from."""
    sentences: dict[str, int] = {}
    documents: dict[tuple[str, str], int] = {}
    told = [
        [
            source,
            target,
            facts.get("label", ""),
            [
                [
                    sentences.setdefault(e.sentence, len(sentences)),
                    e.quote,
                    documents.setdefault((e.document, e.report_label), len(documents)),
                    e.start,
                    e.end,
                    str(e.part),
                    str(e.status),
                    str(e.function or ""),
                ]
                for e in facts.get("evidence", ())
            ],
        ]
        for source, target, _, facts in edges
    ]
    return told, list(sentences), [{"id": name, "label": label} for name, label in documents]
