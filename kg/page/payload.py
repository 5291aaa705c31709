"""The network as the page carries it: drawn items with places, and everything the panel shows.

Plain JSON values only; nothing here is markup. Nodes are numbered in the order of label and IRI, so
two builds of one network are equal byte for byte whatever order it was filled in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from kg.names import BASE
from kg.page import layout
from kg.page.palette import OFF, PLACES, Look

_LONGEST = 14
_REPUBLIC = "中华人民共和国"
_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


@dataclass(slots=True)
class Payload:
    """What the page draws (``drawn``, ``lines``) and what it tells (``data``)."""

    drawn: list[dict[str, Any]] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    issuers: list[int] = field(default_factory=list)


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
    issuers = issuers_of(network)
    about = {
        iri: {**facts, "type": type_of(iri, facts, issuers), "label": facts.get("label") or iri}
        for iri, facts in network.nodes(data=True)
    }
    order = sorted(about, key=lambda n: (looks[about[n]["type"]].order, about[n]["label"], n))
    payload = Payload(numbers={iri: number for number, iri in enumerate(order)})
    edges = sorted(
        network.edges(keys=True, data=True),
        key=lambda e: (payload.numbers[e[0]], payload.numbers[e[1]], str(e[2])),
    )
    payload.issuers = sorted(payload.numbers[iri] for iri in issuers)
    beside = _beside(edges)
    anchors = _anchors(order, beside, issuers)
    items = {
        iri: layout.Item(
            key=payload.numbers[iri],
            label=short(
                about[iri]["label"],
                about[next(iter(anchors[iri]))]["label"] if len(anchors[iri]) == 1 else "",
            ),
            rank=looks[about[iri]["type"]].order,
            anchors=tuple(sorted(payload.numbers[a] for a in anchors[iri])),
        )
        for iri in order
    }
    late = {
        iri
        for iri in order
        if about[iri]["type"] in OFF
        or (about[iri]["type"] == "InstitutionType" and len(beside[iri]) == 1)
    }
    places = layout.place(
        [items[iri] for iri in sorted(issuers)],
        [items[i] for i in order if i not in issuers | late and len(anchors[i]) > 1],
        [items[i] for i in order if i not in issuers | late and len(anchors[i]) < 2],
        [items[iri] for iri in late - issuers],
    )
    for iri in order:
        item = items[iri]
        x, y = places[item.key]
        payload.drawn.append(
            {"id": item.key, "label": item.label, "group": about[iri]["type"], "x": x, "y": y}
        )
    payload.data = _tell(order, edges, about, payload.numbers, items, looks, payload.lines)
    payload.data |= {
        "issuers": payload.issuers,
        "off": sorted(OFF),
        "lone": sorted(payload.numbers[i] for i in late if about[i]["type"] not in OFF),
    }
    return payload


def _beside(edges: Iterable[Any]) -> dict[str, list[str]]:
    beside: dict[str, list[str]] = defaultdict(list)
    for source, target, _, _ in edges:
        beside[source].append(target)
        beside[target].append(source)
    return beside


def _anchors(
    order: Sequence[str], beside: Mapping[str, Sequence[str]], issuers: Collection[str]
) -> dict[str, dict[str, None]]:
    """Return each node's issuers: those it meets, else those its neighbours meet."""
    anchors: dict[str, dict[str, None]] = {
        iri: {} if iri in issuers else {n: None for n in beside.get(iri, ()) if n in issuers}
        for iri in order
    }
    for _ in range(3):
        reached = {
            iri: {a: None for n in beside.get(iri, ()) for a in anchors[n]}
            for iri in order
            if iri not in issuers and not anchors[iri]
        }
        anchors |= reached
    return anchors


def _tell(
    order: list[str],
    edges: list[Any],
    about: Mapping[str, Any],
    numbers: Mapping[str, int],
    items: Mapping[str, layout.Item],
    looks: Mapping[str, Look],
    lines: list[dict[str, Any]],
) -> dict[str, Any]:
    sentences: dict[str, int] = {}
    documents: dict[tuple[str, str], int] = {}
    told = []
    for number, (source, target, _, facts) in enumerate(edges):
        evidence = [
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
        ]
        told.append([numbers[source], numbers[target], facts.get("label", ""), evidence])
        lines.append({"id": number, "from": numbers[source], "to": numbers[target]})
    return {
        "nodes": [
            {
                "key": iri.removeprefix(BASE),
                "label": about[iri]["label"],
                "type": about[iri]["type"],
                "shared": len(items[iri].anchors),
                "facts": {k: list(v) for k, v in about[iri].get("facts", {}).items()},
            }
            for iri in order
        ],
        "edges": told,
        "sentences": list(sentences),
        "documents": [{"id": i, "label": label} for i, label in documents],
        "looks": {
            look.name: {
                "label": look.label,
                "sign": look.sign,
                "light": look.light,
                "dark": look.dark,
            }
            for look in looks.values()
        },
    }
