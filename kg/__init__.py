"""fazhi-kg: rule-of-law government reports in, a knowledge graph with evidence out.

>>> import kg
>>> knowledge = kg.build([example_file])  # or kg.load("output/graph.ttl")
>>> [law.label for law in knowledge.neighbours("达果乡", "cites")]
['中华人民共和国民法典', '中华人民共和国行政处罚法', '信访工作条例']
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.graph.knowledge import Knowledge

__all__ = ["build", "load"]


def build(
    paths: str | Path | Iterable[str | Path], *, ontology: str | Path | None = None
) -> Knowledge:
    """Read reports (files, or folders of them; one or several) into a graph.

    Raises ``ValueError`` where no path is given, and naming every file that could not be read.
    """
    from kg.api import build as build_graph

    if isinstance(paths, str | Path):
        paths = (paths,)
    if not (given := [Path(path) for path in paths]):
        raise ValueError("no path is given; name reports, or folders of them")
    return build_graph(given, Path(ontology) if ontology else None)


def load(path: str | Path) -> Knowledge:
    """Read a graph that ``kg build`` wrote (.ttl or .trig)."""
    from kg.graph.knowledge import Knowledge

    return Knowledge.load(path)
