"""阅读: a report's text with what was read out of it marked in place.

Marks nest as mentions do; where two cross, or a mark runs over a line's end, it is closed and
opened again. Done here and not in the browser: offsets are code points, JavaScript counts UTF-16.
The browser makes elements of it when somebody comes to read: hundreds of reports opened at once
would keep everybody waiting.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from kg.model import Document, Mention, Reading, Span
from kg.page import words
from kg.page.palette import Look


@dataclass(frozen=True, slots=True)
class Layer:
    """An element over a stretch of text.

    ``at`` is the place by which a fact or a question finds it; ``more`` is what else it carries: a
    mark its node's number, a question its words, a heading its anchor.
    """

    span: Span
    name: str
    style: str
    at: str = ""
    more: int | str = ""

    @property
    def plain(self) -> list[int | str]:
        """Return what the browser makes the element of."""
        return [self.name, self.style, self.at, self.more]


Piece = str | list[Any]
"""A stretch of text, or a layer's number followed by the pieces inside it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the outline."""

    anchor: str
    text: str
    level: int
    part: str


@dataclass(frozen=True, slots=True)
class Article:
    """One report, ready to be set: its outline, its layers, and its paragraphs in them."""

    id: str
    issuer: str
    title: str
    layers: tuple[Layer, ...]
    paragraphs: tuple[list[Piece], ...]
    outline: tuple[Heading, ...]
    marks: int

    @property
    def plain(self) -> list[Any]:
        """Return what the browser makes the article of."""
        return [self.id, self.title, [layer.plain for layer in self.layers], self.paragraphs]


def article(
    reading: Reading,
    number: int,
    looks: Mapping[str, Look],
    *,
    statuses: Mapping[Span, str],
    numbers: Mapping[str, int],
    asked: Sequence[Mapping[str, Any]] = (),
) -> Article:
    """Return one report with its mentions marked.

    ``statuses`` are those of the claims by span, ``numbers`` what the page calls each IRI,
    ``asked`` what the review asks about it.
    """
    document = reading.document
    by_kind = {look.kind: look for look in looks.values() if look.kind}
    layers = [_title(document)] if len(document.title) else []
    outline = []
    for place, section in enumerate(document.sections):
        if section.level > 2:
            continue
        anchor = f"s{number}-{place}"
        heading = _heading_span(document, section.span.start, section.number, section.heading)
        layers.append(Layer(heading, "strong", f"level-{section.level}", more=anchor))
        outline.append(
            Heading(
                anchor=anchor,
                text=section.number + (section.heading or _start_of(document, section.span)),
                level=section.level,
                part=words.PARTS[section.part],
            )
        )
    marks = [
        _mark(
            mention,
            by_kind[mention.kind],
            statuses.get(mention.span, ""),
            numbers.get(mention.concept or "", ""),
        )
        for mention in reading.mentions
        if mention.kind in by_kind
    ]
    layers += [_question(finding) for finding in asked] + marks
    return Article(
        id=document.id,
        issuer=document.issuer.name or document.id,
        title="".join(document.quote(document.title).split()) or document.id,
        layers=tuple(layers),
        paragraphs=tuple(paragraphs(document.text, layers)),
        outline=tuple(outline),
        marks=len(marks),
    )


def paragraphs(text: str, layers: Sequence[Layer]) -> Iterable[list[Piece]]:
    r"""Yield each line that is not blank, as pieces.

    >>> list(paragraphs("学习民\n法典<b>", [Layer(Span(2, 5), "mark", "t-Law")]))
    [['学习', [0, '民']], [[0, '法'], '典<b>']]
    """
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    over: dict[int, dict[int, Span]] = defaultdict(dict)
    for layer_number, layer in enumerate(layers):
        first = bisect_right(starts, layer.span.start) - 1
        last = bisect_left(starts, layer.span.end) - 1
        for number in range(first, last + 1):
            over[number][layer_number] = layer.span
    for number, line in enumerate(lines):
        if line.strip():
            yield sweep(text, Span(starts[number], starts[number] + len(line)), over[number])


def sweep(text: str, span: Span, layers: Mapping[int, Span]) -> list[Piece]:
    """Return a stretch of text inside its layers, properly nested whatever the layers do."""
    starting: dict[int, list[int]] = defaultdict(list)
    edges = {span.start, span.end}
    for number, over in layers.items():
        first, last = max(over.start, span.start), min(over.end, span.end)
        if first < last:
            starting[first].append(number)
            edges |= {first, last}
    open_now: list[int] = []
    inside: list[list[Piece]] = [[]]  # the paragraph, and the pieces of every layer open in it
    for here, there in pairwise(sorted(edges)):
        wanted = [number for number in open_now if layers[number].end > here] + starting[here]
        wanted.sort(key=lambda number: (layers[number].start, -layers[number].end))
        same = 0
        while same < min(len(open_now), len(wanted)) and open_now[same] == wanted[same]:
            same += 1
        del inside[same + 1 :]
        for number in wanted[same:]:
            inner: list[Any] = [number]
            inside[-1].append(inner)
            inside.append(inner)
        inside[-1].append(text[here:there])
        open_now = wanted
    return inside[0]


def _question(finding: Mapping[str, Any]) -> Layer:
    span = Span(finding["start"], finding["end"])
    return Layer(span, "u", "asked", _place(span), f"请复核：{finding['message']}")


def _mark(mention: Mention, look: Look, status: str, number: int | str) -> Layer:
    style = f"t-{look.name} {status}".strip()
    return Layer(mention.span, "mark", style, _place(mention.span), number)


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _title(document: Document) -> Layer:
    return Layer(document.title, "strong", "title")


def _heading_span(document: Document, start: int, number: str, heading: str) -> Span:
    """Return where a heading stands: its marker, and its words where they stand on one line."""
    after = document.text.find(number, start) + len(number) if number else start
    end = document.text.find(heading, after, after + len(heading) + 8) + len(heading)
    return Span(start, max(end if heading else after, after, start + 1))


def _start_of(document: Document, span: Span) -> str:
    line = document.quote(span).strip().split("\n")[0]
    return line[:16] + ("…" if len(line) > 16 else "")
