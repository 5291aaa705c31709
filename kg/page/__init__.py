"""The page: one HTML file, opened from a disk, offline, in Chinese.

``render`` returns it as text, to be written as UTF-8. Nothing is loaded from anywhere: a content
security policy lists the hashes of the page's own scripts and styles and forbids the rest, so words
of a report can never become script. Equal input gives equal bytes. What would be too
much for a browser is left out, the least shared first, and the page says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
import networkx as nx
from markupsafe import Markup

from kg.graph.network import Expected
from kg.lexicon.concepts import EntityClass
from kg.model import Concept, Finding, Reading, Span
from kg.page import charts, comparison, findings, fulltext, groups, payload, pyvis_graph, words
from kg.page.palette import OFF, Look, looks
from kg.page.policy import data, policy
from kg.page.scenes import DIGEST

MOST_REPORTS = 400
"""How many reports a page carries whole; more of them make a digest."""
MOST_BYTES = 15_000_000
_DIGEST_ITEMS = 300
_EXAMPLES = 3
_DIGEST_FINDINGS = 200
_LATER = ("texts", "compared", "findings")
"""What the page reads when it is first asked for: it is most of a large page."""
_HERE = Path(__file__).parent
_SCRIPTS = (
    *("page.js", "looks.js", "graph.js", "sketch.js", "scenes.js", "filters.js", "texts.js"),
    *("search.js", "panel.js", "quotes.js", "comparison.js", "coverage.js", "check.js"),
    *("reading.js", "opening.js"),
)


def render(
    network: nx.MultiDiGraph,
    *,
    title: str,
    classes: Mapping[str, EntityClass],
    readings: Sequence[Reading] = (),
    indicators: Sequence[Concept] = (),
    expected: Sequence[Expected] = (),
    asked: Mapping[str, Sequence[Finding]] | None = None,
) -> str:
    """Return the page for a network of ``kg.graph.network``.

    ``classes`` are the vocabulary's (``Lexicon.classes``). With ``readings`` the page also carries
    the reports' texts, with ``indicators`` (``Lexicon.of_kind("Indicator")``) the standard list
    of figures to compare, with ``expected`` what reports of a level usually mention, with ``asked``
    the findings of each document by its id.
    """
    readings = sorted(readings, key=lambda r: (r.document.issuer.name, r.document.id))
    content = _Content(network, title, classes, readings, indicators, expected, asked or {})
    if max(len(readings), len(content.issuers)) <= MOST_REPORTS:
        page = content.whole()
        if len(page.encode("utf-8", "replace")) <= MOST_BYTES:
            return page
    return content.digest()


class _Content:
    """What there is to show, and the two pages it makes: all of it, or what is most shared."""

    def __init__(
        self,
        network: nx.MultiDiGraph,
        title: str,
        classes: Mapping[str, EntityClass],
        readings: Sequence[Reading],
        indicators: Sequence[Concept],
        expected: Sequence[Expected],
        asked: Mapping[str, Sequence[Finding]],
    ) -> None:
        self.issuers = payload.issuers_of(network)
        self.groups = groups.gather(network, self.issuers)
        self.network = groups.with_groups(network, self.groups)
        self.title = title
        self.readings = readings
        self.indicators = indicators
        self.expected = expected
        self.findings = findings.findings(readings, asked)
        nodes = self.network.nodes(data=True)
        types = {payload.type_of(iri, about, self.issuers) for iri, about in nodes}
        types |= {str(self.network.nodes[place].get("type")) for place in self.groups.values()}
        self.look = looks(types, classes)

    def whole(self) -> str:
        """Return the page with everything on it."""
        packed = payload.pack(self.network, self.look, self.groups)
        statuses = _statuses(self.network, self.readings)
        told = packed.data | {"expected": self._expected(packed.numbers)}
        if self.readings:
            told["findings"] = self.findings
            told["compared"] = comparison.compare(
                self.readings, self.indicators, statuses, self._columns(packed.numbers)
            )
        spans = defaultdict(list)
        for finding in self.findings:
            spans[finding["document"]].append(finding)
        articles = [
            fulltext.article(
                reading,
                number,
                self.look,
                statuses=statuses[reading.document.id],
                numbers=packed.numbers,
                asked=spans[reading.document.id],
            )
            for number, reading in enumerate(self.readings)
        ]
        told["texts"] = [article.plain for article in articles]
        return self._page(packed, told, articles=articles)

    def digest(self) -> str:
        """Return the page with what most reports mention, by place, and examples of the words."""
        places = self.groups or {iri: iri for iri in sorted(self.issuers)}
        merged = groups.quotient(self.network, places, items=_DIGEST_ITEMS, examples=_EXAMPLES)
        for _, _, about in merged.edges(data=True):
            about["label"] += f"（{len({source for source, _, _ in about['members']})} 地）"
        packed = payload.pack(merged, self.look, room=DIGEST)
        told = packed.data | {"expected": self._expected(packed.numbers)}
        told["findings"] = self.findings[:_DIGEST_FINDINGS]
        told["digest"] = {
            "reports": max(len(self.readings), len(self.issuers)),
            "listed": sum("shared" in about for _, about in merged.nodes(data=True)),
            "known": len(self.network),
            "findings": len(self.findings),
        }
        if self.readings:
            told["compared"] = comparison.summarise(
                self.readings,
                self.indicators,
                self._columns(packed.numbers, places),
                [node[1] for node in told["nodes"]],
            )
        return self._page(packed, told, articles=[])

    def _columns(
        self, numbers: Mapping[str, int], places: Mapping[str, str] | None = None
    ) -> list[int]:
        """Return the node that each reading speaks for, -1 where it said nothing."""
        speakers = {
            e.document: source
            for source, _, about in self.network.edges(data=True)
            for e in about.get("evidence", ())
        }
        issuers = (speakers.get(r.document.id, "") for r in self.readings)
        if places is not None:
            issuers = (places.get(iri, "") for iri in issuers)
        return [numbers.get(iri, -1) for iri in issuers]

    def _expected(self, numbers: Mapping[str, int]) -> list[list[Any]]:
        return [
            [
                each.label,
                each.type,
                numbers.get(each.iri, -1),
                list(each.levels),
                [[label, numbers.get(iri, -1)] for iri, label in each.instead],
            ]
            for each in self.expected
            if each.type not in OFF  # figures are compared elsewhere, silence with them
        ]

    def _page(
        self,
        packed: payload.Payload,
        told: dict[str, Any],
        *,
        articles: Collection[fulltext.Article],
    ) -> str:
        told |= {"words": _words(), "title": self.title}
        keys = {iri: str(told["nodes"][n][0]) for iri, n in packed.numbers.items()}
        script = Markup("".join(_read(name) for name in _SCRIPTS))
        library = Markup(pyvis_graph.library())
        styles = [Markup(_read("page.css")), Markup(_colours(self.look))]
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_HERE),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters["data"] = data
        environment.globals.update(
            title=self.title,
            script=script,
            styles=styles,
            library=library,
            policy=policy([script, library], styles),
            data={key: value for key, value in told.items() if key not in _LATER},
            later={key: told[key] for key in _LATER if key in told},
            articles=articles,
            compared="compared" in told,
            doubts=len(self.findings),
            digest=told.get("digest"),
            charts=charts.charts(self.network, self.groups, self.look, told["words"], keys),
            signs=defaultdict(str, {x.name: x.sign for x in self.look.values()}),
        )
        return pyvis_graph.fill(environment, "template.html", packed.drawn, packed.lines)


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


def _read(name: str) -> str:
    return (_HERE / name).read_text("utf-8").replace("\r\n", "\n")


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
        "questions": words.QUESTIONS,
    }
