"""The network as the page carries it: drawn items with places, and everything the panel shows.

Plain JSON values only; nothing here is markup. Nodes are numbered in the order of label and IRI, so
two builds of one network are equal byte for byte whatever order it was filled in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from kg.names import BASE
from kg.page import layout
from kg.page.palette import Look

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


def pack(network: nx.MultiDiGraph, looks: Mapping[str, Look]) -> Payload:
    """Turn a network (its nodes and edges as ``kg.graph.network`` makes them) into a payload."""
    about = dict(network.nodes(data=True))
    order = sorted(
        about, key=lambda n: (looks[about[n]["type"]].order, about[n].get("label", ""), n)
    )
    payload = Payload(numbers={iri: number for number, iri in enumerate(order)})
    edges = sorted(
        network.edges(keys=True, data=True),
        key=lambda e: (payload.numbers[e[0]], payload.numbers[e[1]], str(e[2])),
    )
    issuers = {source for source, _, _, d in edges if d.get("evidence")}
    payload.issuers = [payload.numbers[iri] for iri in sorted(issuers)]
    anchors = _anchors(order, edges, issuers)
    items = {
        iri: layout.Item(
            key=payload.numbers[iri],
            label=short(
                about[iri].get("label") or iri,
                about[next(iter(anchors[iri]))].get("label", "") if len(anchors[iri]) == 1 else "",
            ),
            rank=looks[about[iri]["type"]].order,
            anchors=tuple(sorted(payload.numbers[a] for a in anchors[iri])),
        )
        for iri in order
    }
    places = _places(order, about, items, issuers)
    for iri in order:
        item, node = items[iri], about[iri]
        x, y = places[item.key]
        payload.drawn.append(
            {"id": item.key, "label": item.label, "group": node["type"], "x": x, "y": y}
        )
    payload.data = _tell(order, edges, about, payload.numbers, items, looks, payload.lines)
    payload.data["issuers"] = payload.issuers
    return payload


def _anchors(order: list[str], edges: list[Any], issuers: set[str]) -> dict[str, dict[str, None]]:
    """Return each node's issuers: those it meets, else those its neighbours meet."""
    beside: dict[str, list[str]] = defaultdict(list)
    for source, target, _, _ in edges:
        beside[source].append(target)
        beside[target].append(source)
    anchors: dict[str, dict[str, None]] = {
        iri: {} if iri in issuers else {n: None for n in beside[iri] if n in issuers}
        for iri in order
    }
    for _ in range(3):
        for iri in order:
            if iri not in issuers and not anchors[iri]:
                anchors[iri] = {a: None for n in beside[iri] for a in anchors[n]}
    return anchors


def _places(
    order: list[str], about: Mapping[str, Any], items: Mapping[str, layout.Item], issuers: set[str]
) -> dict[int, tuple[int, int]]:
    rest = [iri for iri in order if iri not in issuers]
    early = [items[i] for i in rest if about[i]["type"] != "Observation"]
    return layout.place(
        [items[iri] for iri in sorted(issuers)],
        [i for i in early if len(i.anchors) > 1],
        [i for i in early if len(i.anchors) < 2],
        [items[i] for i in rest if about[i]["type"] == "Observation"],
    )


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
                "label": about[iri].get("label") or iri,
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
                "issuer": look.issuer,
            }
            for look in looks.values()
        },
    }
