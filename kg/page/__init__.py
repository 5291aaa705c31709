"""The page: one HTML file, opened from a disk, offline, in Chinese.

``render`` returns it as text, ``write`` puts it on disk as UTF-8. Nothing is loaded from anywhere:
a content security policy lists the hashes of the page's own scripts and styles and forbids the
rest, so words of a report can never become script. Equal input gives equal bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
import networkx as nx
from markupsafe import Markup

from kg.lexicon.concepts import EntityClass
from kg.model import Concept, Reading, Span
from kg.page import charts, comparison, findings, fulltext, payload, pyvis_graph, words
from kg.page.palette import Look, looks

_HERE = Path(__file__).parent
_SCRIPTS = tuple(
    f"{name}.js" for name in ("page", "graph", "filters", "search", "panel", "tables", "reading")
)
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
    "nodes": {"shape": "box", "borderWidth": 1, "shapeProperties": {"borderRadius": 7}},
    "edges": {
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.4}},
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.06},
        "selectionWidth": 1.5,
        "hoverWidth": 1,
    },
}


def render(
    network: nx.MultiDiGraph,
    *,
    title: str,
    classes: Mapping[str, EntityClass],
    readings: Sequence[Reading] = (),
    indicators: Sequence[Concept] = (),
) -> str:
    """Return the page for a network of ``kg.graph.network``.

    ``classes`` are the vocabulary's (``Lexicon.classes``). With ``readings`` the page also carries
    the reports' texts, with ``indicators`` (``Lexicon.of_kind("Indicator")``) the standard list
    of figures to compare.
    """
    issuers = payload.issuers_of(network)
    look = looks(
        {payload.type_of(iri, about, issuers) for iri, about in network.nodes(data=True)}, classes
    )
    packed = payload.pack(network, look)
    readings = sorted(readings, key=lambda r: (r.document.issuer.name, r.document.id))
    statuses = _statuses(network, readings)
    scripts = [Markup(pyvis_graph.library())] + [Markup(_read(name)) for name in _SCRIPTS]
    styles = [Markup(_read("page.css")), Markup(_colours(look))]
    data = packed.data | {"words": _words(), "title": title}
    if readings:
        labels = {iri: about.get("label") or iri for iri, about in network.nodes(data=True)}
        data["findings"] = findings.findings(readings, labels)
        data["compared"] = comparison.compare(readings, indicators, statuses)
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["data"] = _data
    environment.globals.update(
        title=title,
        scripts=scripts,
        styles=styles,
        policy=_policy(scripts, styles),
        data=data,
        articles=[
            fulltext.article(
                reading, number, look, statuses=statuses[reading.document.id], keys=packed.keys
            )
            for number, reading in enumerate(readings)
        ],
        doubts=len(data.get("findings", ())),
        charts=charts.charts(data, look, data["words"]),
        signs=defaultdict(str, {x.name: x.sign for x in look.values()}),
    )
    return pyvis_graph.fill(environment, "template.html", packed.drawn, packed.lines, _OPTIONS)


def _statuses(network: nx.MultiDiGraph, readings: Sequence[Reading]) -> dict[str, dict[Span, str]]:
    """Return what each document claims by its words, by span."""
    claimed: dict[str, dict[Span, str]] = {
        r.document.id: {c.evidence.span: str(c.status) for c in r.claims} for r in readings
    }
    for _, _, about in network.edges(data=True):
        for evidence in about.get("evidence", ()):
            if evidence.document in claimed:
                span = Span(evidence.start, evidence.end)
                claimed[evidence.document][span] = str(evidence.status)
    return claimed


def write(page: str, path: Path) -> None:
    """Write a rendered page as UTF-8, the same bytes on every system."""
    path.write_bytes(page.encode("utf-8", "replace"))


def _read(name: str) -> str:
    return (_HERE / name).read_text("utf-8").replace("\r\n", "\n")


def _data(value: Any) -> Markup:
    """Return JSON that is safe inside a script element: it cannot close it nor open a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    def allowed(texts: Sequence[str]) -> str:
        digests = (hashlib.sha256(text.encode("utf-8")).digest() for text in texts)
        return " ".join(f"'sha256-{base64.b64encode(d).decode('ascii')}'" for d in digests)

    return (
        f"default-src 'none'; script-src {allowed(scripts)}; style-src {allowed(styles)}; "
        "img-src data:; base-uri 'none'; form-action 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _colours(look: Mapping[str, Look]) -> str:
    """Return the style sheet's part that depends on the vocabulary: the colours of each class.

    Tints are written out: browsers that mix colours themselves are not yet in every office.
    """
    return "".join(
        f"{theme}.t-{x.name}{{--c:{c};--tint:{c}1c;--tinted:{c}3d;--strong:{c}b8}}"
        for x in look.values()
        for theme, c in (("", x.light), ("[data-theme=dark] ", x.dark))
    )


def _words() -> dict[str, dict[str, str]]:
    return {
        "parts": {str(code): word for code, word in words.PARTS.items()},
        "statuses": {str(code): word for code, word in words.STATUSES.items()},
        "functions": {str(code): word for code, word in words.FUNCTIONS.items()},
    }
