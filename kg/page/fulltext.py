"""阅读: a report's text with what was read out of it marked in place.

Marks nest as mentions do; where two cross, or a mark runs over a line's end, it is closed and
opened again. Done here and not in the browser: offsets are code points, JavaScript counts UTF-16.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any

from markupsafe import Markup, escape

from kg.model import Document, Mention, Reading, Span
from kg.page import words
from kg.page.palette import Look


@dataclass(frozen=True, slots=True)
class Layer:
    """An element over a stretch of text: its opening tag and the element's name."""

    span: Span
    opening: Markup
    name: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the outline."""

    anchor: str
    text: str
    level: int
    part: str


@dataclass(frozen=True, slots=True)
class Article:
    """One report, ready to be set: its paragraphs as markup, and its outline."""

    id: str
    issuer: str
    title: str
    paragraphs: tuple[Markup, ...]
    outline: tuple[Heading, ...]
    marks: int


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
        opening = Markup('<strong class="level-{}" id="{}">').format(section.level, anchor)
        layers.append(Layer(heading, opening, "strong"))
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
    questions = [_question(finding) for finding in asked]
    return Article(
        id=document.id,
        issuer=document.issuer.name or document.id,
        title="".join(document.quote(document.title).split()) or document.id,
        paragraphs=tuple(paragraphs(document.text, layers + questions + marks)),
        outline=tuple(outline),
        marks=len(marks),
    )


def paragraphs(text: str, layers: Sequence[Layer]) -> Iterable[Markup]:
    r"""Yield each line that is not blank, marked up.

    >>> law = Layer(Span(2, 5), Markup("<mark>"), "mark")
    >>> [str(p) for p in paragraphs("学习民\n法典<b>", [law])]
    ['学习<mark>民</mark>', '<mark>法</mark>典&lt;b&gt;']
    """
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    over: dict[int, list[Layer]] = defaultdict(list)
    for layer in layers:
        first = bisect_right(starts, layer.span.start) - 1
        last = bisect_left(starts, layer.span.end) - 1
        for number in range(first, last + 1):
            over[number].append(layer)
    for number, line in enumerate(lines):
        if line.strip():
            yield sweep(text, Span(starts[number], starts[number] + len(line)), over[number])


def sweep(text: str, span: Span, layers: Sequence[Layer]) -> Markup:
    """Return a stretch of text inside its layers, properly nested whatever the layers do."""
    starting: dict[int, list[Layer]] = defaultdict(list)
    edges = {span.start, span.end}
    for layer in layers:
        first, last = max(layer.span.start, span.start), min(layer.span.end, span.end)
        if first < last:
            starting[first].append(layer)
            edges |= {first, last}
    open_now: list[Layer] = []
    pieces: list[Markup] = []
    for here, there in pairwise(sorted(edges)):
        wanted = [layer for layer in open_now if layer.span.end > here] + starting[here]
        wanted.sort(key=lambda layer: (layer.span.start, -layer.span.end))
        same = 0
        while same < min(len(open_now), len(wanted)) and open_now[same] is wanted[same]:
            same += 1
        pieces += [Markup(f"</{layer.name}>") for layer in reversed(open_now[same:])]
        pieces += [layer.opening for layer in wanted[same:]]
        pieces.append(escape(text[here:there]))
        open_now = wanted
    pieces += [Markup(f"</{layer.name}>") for layer in reversed(open_now)]
    return Markup("").join(pieces)


def _question(finding: Mapping[str, Any]) -> Layer:
    span = Span(finding["start"], finding["end"])
    opening = Markup('<u class="asked" data-at="{}-{}" title="{}">').format(
        span.start, span.end, f"请复核：{finding['message']}"
    )
    return Layer(span, opening, "u")


def _mark(mention: Mention, look: Look, status: str, number: int | str) -> Layer:
    opening = Markup('<mark class="{}" data-at="{}-{}" data-n="{}">').format(
        f"t-{look.name} {status}".strip(), mention.span.start, mention.span.end, number
    )
    return Layer(mention.span, opening, "mark")


def _title(document: Document) -> Layer:
    return Layer(document.title, Markup('<strong class="title">'), "strong")


def _heading_span(document: Document, start: int, number: str, heading: str) -> Span:
    """Return where a heading stands: its marker, and its words where they stand on one line."""
    after = document.text.find(number, start) + len(number) if number else start
    end = document.text.find(heading, after, after + len(heading) + 8) + len(heading)
    return Span(start, max(end if heading else after, after, start + 1))


def _start_of(document: Document, span: Span) -> str:
    line = document.quote(span).strip().split("\n")[0]
    return line[:16] + ("…" if len(line) > 16 else "")
