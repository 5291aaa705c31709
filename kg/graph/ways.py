"""Paths through a network, whichever way its edges point, in one order whatever the hash seed."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import networkx as nx

Along = Literal["any", "stated"]
"""What is walked by: every edge, or those alone that rest on words of a report."""


class Ways:
    """The ways through a network, whichever way its edges point."""

    def __init__(self, network: nx.MultiDiGraph) -> None:
        self._network = network
        self._walked: dict[Along, nx.Graph] = {}

    def shortest(self, start: str, end: str, along: Along) -> list[str]:
        """Return a shortest path; [] for none. Raises ``ValueError`` for no ``Along``."""
        import networkx as nx

        try:
            return list(nx.shortest_path(self._walkable(along), start, end))
        except nx.NetworkXNoPath:
            return []

    def simple(
        self, start: str, end: str, along: Along, *, longest: int, most: int
    ) -> list[list[str]]:
        """Return at most ``most`` simple paths of at most ``longest`` edges, short first."""
        import networkx as nx

        graph = self._walkable(along)
        found: list[list[str]] = []
        for cutoff in range(1, longest + 1):
            all_so_long = nx.all_simple_paths(graph, start, end, cutoff=cutoff)
            left = most - len(found)
            found += islice((way for way in all_so_long if len(way) == cutoff + 1), left)
        return found

    def _walkable(self, along: Along) -> nx.Graph:
        """Return the network without directions and parallels."""
        import networkx as nx

        if along not in ("any", "stated"):
            raise ValueError(f"a path goes along any or stated edges, not {along}")
        if along not in self._walked:
            graph = self._walked[along] = nx.Graph()
            graph.add_nodes_from(sorted(self._network))
            edges = self._network.edges(data="evidence")
            graph.add_edges_from(
                sorted(sorted(ends) for *ends, quotes in edges if quotes or along == "any")
            )
        return self._walked[along]
