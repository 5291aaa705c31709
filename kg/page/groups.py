"""Many issuers gathered under the places they lie in, and the network of what those share.

The finest level that gives few enough groups is taken: counties, else prefectures, else provinces.
Issuers whose place nobody knows stand together under ``UNPLACED``. Nothing is sampled: what is left
out is the least shared, and ties go by name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

import networkx as nx

from kg.graph.evidence import Evidence
from kg.names import BASE, gov
from kg.page.palette import OFF

MOST = 40
"""How many hubs a drawing takes."""
_BEARABLE = 100
"""How many it takes where places would tell less: a county of so many townships is one place."""
UNPLACED = f"{BASE}place/unplaced"
_LEVELS = ("County", "Prefecture", "Province")
_NOWHERE = {"label": "所在地不明", "type": "Place", "kind": "", "facts": {}}
_UP = frozenset(map(gov, ("within", "of")))


def gather(
    network: nx.MultiDiGraph, issuers: Collection[str], *, most: int = MOST
) -> dict[str, str]:
    """Return the group of every issuer: a place of the network, or ``UNPLACED``.

    Nothing where there are few issuers, or not very many that all lie in one or two places.
    """
    if len(issuers) <= most:
        return {}
    chains = {iri: _chain(network, iri) for iri in sorted(issuers)}
    found: dict[str, str] = {}
    for finest in range(len(_LEVELS)):
        found = {  # 直辖市 have no prefectures: what lacks a level stands under the next
            iri: next((chain[level] for level in _LEVELS[finest:] if level in chain), UNPLACED)
            for iri, chain in chains.items()
        }
        if len(set(found.values())) <= most:
            break
    few = len(set(found.values())) <= 2 and len(issuers) <= _BEARABLE
    return {} if few else found


def with_groups(network: nx.MultiDiGraph, groups: Mapping[str, str]) -> nx.MultiDiGraph:
    """Return the network with a node for every group: it gains one where places are unknown."""
    if UNPLACED in groups.values():
        network.add_node(UNPLACED, **_NOWHERE)  # a copy would be as much again of a whole province
    return network


def _chain(network: nx.MultiDiGraph, iri: str) -> dict[str, str]:
    """Return the places an issuer lies in by level, itself included."""
    chain: dict[str, str] = {}
    seen: set[str] = set()
    here: str | None = iri
    while here and here not in seen:
        seen.add(here)
        chain.setdefault(network.nodes[here].get("type", ""), here)
        above = [there for _, there, key in network.out_edges(here, keys=True) if str(key) in _UP]
        here = min(above, default=None)
    return chain


def quotient(
    network: nx.MultiDiGraph,
    groups: Mapping[str, str],
    *,
    items: int,
    examples: int | None = None,
) -> nx.MultiDiGraph:
    """Return the network with groups for issuers and the ``items`` that most issuers mention.

    A body of one issuer counts as its kind. Edges carry ``members`` (the edges they stand for) and
    the evidence of those, at most ``examples`` pieces, words on what is done first.
    """
    kind = {
        source: target
        for source, target, key in network.edges(keys=True)
        if str(key) == gov("type")
    }
    hubs = groups.keys() | set(groups.values())
    said: dict[str, set[str]] = defaultdict(set)
    members: dict[tuple[str, str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for source, target, key, about in sorted(
        network.edges(keys=True, data=True), key=lambda edge: edge[:3]
    ):
        item = kind.get(target, target)
        drawn = network.nodes[item].get("type") not in OFF and item not in hubs
        if about.get("evidence") and source in groups and drawn:
            said[item].add(source)
            members[groups[source], item, str(key)].append((source, target, key))
    several = [item for item, by in said.items() if len(by) > 1]
    kept = set(sorted(several, key=lambda item: (-len(said[item]), item))[:items])
    merged = nx.MultiDiGraph()
    reports = Counter(groups.values())
    for group, number in sorted(reports.items()):
        held = {"facts": {"所含报告单位": [str(number)]}}
        merged.add_node(group, **(network.nodes[group] | held))
    for item in sorted(kept):
        merged.add_node(item, **(network.nodes[item] | {"shared": len(said[item])}))
    for (group, item, key), edges in sorted(members.items()):
        if item in kept:
            about = network.edges[edges[0]]
            merged.add_edge(
                group,
                item,
                key=key,
                predicate=about["predicate"],
                label=about["label"],
                members=edges,
                evidence=_examples([network.edges[edge]["evidence"] for edge in edges], examples),
            )
    return merged


def _examples(quotes: list[tuple[Evidence, ...]], most: int | None) -> tuple[Evidence, ...]:
    """Return one piece of evidence of each edge, then the second of each, as many as are wanted."""
    longest = max(map(len, quotes))
    turns = [each[turn] for turn in range(longest) for each in quotes if turn < len(each)]
    if most is None:
        return tuple(turns)
    return tuple(sorted(turns, key=lambda e: str(e.status) in {"planned", "problem"})[:most])
