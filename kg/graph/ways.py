"""Paths through a network, whichever way its edges point, in one order whatever the hash seed."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import networkx as nx

Along = Literal["any", "stated"]
"""What is walked by: every edge, or those alone that rest on words of a report."""


def walkable(network: nx.MultiDiGraph, along: Along) -> nx.Graph:
    """Return a network without directions and parallels. Raises ``ValueError`` for no ``Along``."""
    import networkx as nx

    if along not in ("any", "stated"):
        raise ValueError(f"a path goes along any or stated edges, not {along}")
    graph = nx.Graph()
    graph.add_nodes_from(sorted(network))
    edges = network.edges(data="evidence")
    graph.add_edges_from(
        sorted(sorted(ends) for *ends, quotes in edges if quotes or along == "any")
    )
    return graph


def shortest(graph: nx.Graph, start: str, end: str) -> list[str]:
    """Return a shortest path; [] for none."""
    import networkx as nx

    try:
        return list(nx.shortest_path(graph, start, end))
    except nx.NetworkXNoPath:
        return []


def simple(graph: nx.Graph, start: str, end: str, *, longest: int, most: int) -> list[list[str]]:
    """Return at most ``most`` simple paths of at most ``longest`` edges, short first."""
    import networkx as nx

    found: list[list[str]] = []
    for cutoff in range(1, longest + 1):
        all_so_long = nx.all_simple_paths(graph, start, end, cutoff=cutoff)
        found += islice((way for way in all_so_long if len(way) == cutoff + 1), most - len(found))
    return found
