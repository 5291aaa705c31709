"""The one place that touches pyvis: nodes, edges and options in, the filled template out.

pyvis holds the drawing and brings the vis-network script; its own template is not used, because
that one loads style sheets from the network, runs script out of labels and knows no search or
legend.
Nothing is written to disk here, and nothing copied beside the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import jinja2
from pyvis.network import Network

_OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "selectConnectedEdges": False,
        "tooltipDelay": 100000,
        "keyboard": {"enabled": False},
    },
    "nodes": {
        "shape": "box",
        "borderWidth": 1,
        "borderWidthSelected": 2,
        "shapeProperties": {"borderRadius": 7},
    },
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.4}},
        "smooth": False,
        "selectionWidth": 1.5,
        "hoverWidth": 1,
    },
}
_LIBRARY = "templates/lib/vis-9.1.2/vis-network.min.js"


@cache
def library() -> str:
    """Return the vis-network script that pyvis ships."""
    path = resources.files("pyvis").joinpath(_LIBRARY)
    return path.read_text("utf-8").replace("\r\n", "\n")


def fill(
    environment: jinja2.Environment,
    template: str,
    nodes: Iterable[Mapping[str, Any]],
    edges: Iterable[Mapping[str, Any]],
) -> str:
    """Draw nodes and edges and return the template rendered with them.

    Of a node pyvis needs ``id`` and ``label``, of an edge ``from`` and ``to``; whatever else they
    carry is handed on to vis-network.
    """
    net = Network(directed=True, cdn_resources="in_line")
    net.options = dict(_OPTIONS)  # set_options() drops every blank, also out of font names
    for node in nodes:
        rest = {key: value for key, value in node.items() if key not in {"id", "label"}}
        net.add_node(node["id"], label=node["label"], **{"shape": "box", **rest})
    for edge in edges:
        rest = {key: value for key, value in edge.items() if key not in {"from", "to"}}
        net.add_edge(edge["from"], edge["to"], **rest)
    net.templateEnv = environment
    net.path = template
    return str(net.generate_html())
