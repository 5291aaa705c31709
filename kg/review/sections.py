"""What is asked about the outline: required contents that are absent, empty, or without causes.

A report whose outline could not be read is not asked about it. Where a content stands is for the
report's headings to say; a content spoken of elsewhere is asked about in other words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from kg.documents.items import items
from kg.lexicon import Lexicon
from kg.lexicon.rules import Content
from kg.model import Document, Part, Passage, Reading, Section, Span
from kg.review.hits import Hit

_HEADING_ALONE = 4
"""Characters behind a heading that say nothing yet: a full stop, 无, a bracket."""


def missing(reading: Reading, lexicon: Lexicon) -> Iterator[Hit]:
    """Ask about the required contents that a report of its level does not hold."""
    document = reading.document
    if not document.sections:
        return
    parts = {section.part for section in document.sections}
    for content in lexicon.rules.contents:
        if content.part in parts or document.issuer.level not in content.levels:
            continue
        where = _elsewhere(document, content)
        yield Hit(
            _title(document),
            {"content": content.label, "where": where.number + where.heading if where else ""},
            variant="elsewhere" if where else "",
            key=content.part,
            others=(_passage(document, where),) if where else (),
        )
    yield from _empty(document)
    yield from _without_causes(document, lexicon)


def _elsewhere(document: Document, content: Content) -> Section | None:
    """Return the section whose heading speaks of a content that has no part of its own."""
    return next(
        (s for s in document.sections if any(word in s.heading for word in content.words)), None
    )


def _empty(document: Document) -> Iterator[Hit]:
    """Yield the top headings with nothing under them."""
    parents = {section.parent for section in document.sections}
    for index, section in enumerate(document.sections):
        if section.level > 1 or index in parents or not section.heading:
            continue
        start, end = _range(document, section.span)
        following = document.sections[index + 1 : index + 2]
        if any(after.number == section.number for after in following):
            continue  # a number wrong, not a heading without words: 一、主要措施 一、强化领导责任
        behind = end - start - len(section.number) - len(section.heading)
        if behind <= _HEADING_ALONE and section.part is not Part.OTHER:
            yield Hit(section.span, variant="empty")


def _without_causes(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield the part on shortcomings where it names no cause, or promises them and keeps few."""
    cues = lexicon.rules.words["cause"]
    tops = [
        section
        for section in document.sections
        if section.part is Part.PROBLEMS
        and (section.parent < 0 or document.sections[section.parent].part is not Part.PROBLEMS)
    ]
    problems = [item for item in items(document) if item.part is Part.PROBLEMS]
    if not tops or not problems:
        return
    bodies = [_body(document, top) for top in tops]
    below = [s.heading for s in document.sections if s.part is Part.PROBLEMS and s not in tops]
    if any("原因" in heading for heading in below):
        return
    promised = any("原因" in top.heading for top in tops)
    explained = sum(
        any(cue in document.plain[slice(*_range(document, item.span))] for cue in cues)
        for item in problems
    )
    values = {"problems": f"{len(problems)}", "causes": f"{explained}"}
    if not any(cue in body for body in bodies for cue in cues):
        yield Hit(_heading(document, tops[0]), values, variant="causes", key="causes")
    elif promised and len(problems) > 1 and 2 * explained < len(problems):
        yield Hit(_heading(document, tops[0]), values, variant="few-causes", key="causes")


def _title(document: Document) -> Span:
    """Return what stands for the whole report: its title, else its first characters."""
    if document.title:
        return document.title
    return document.span(0, min(len(document.plain), 20)) if document.plain else Span(0, 0)


def _heading(document: Document, section: Section) -> Span:
    start, end = _range(document, section.span)
    return document.span(
        start, min(end, start + max(1, len(section.number) + len(section.heading)))
    )


def _body(document: Document, section: Section) -> str:
    start, end = _range(document, section.span)
    return document.plain[start + len(section.number) + len(section.heading) : end]


def _passage(document: Document, section: Section) -> Passage:
    span = _heading(document, section)
    return Passage(document.id, span, document.quote(span))


def _range(document: Document, span: Span) -> tuple[int, int]:
    return bisect_left(document.offsets, span.start), bisect_left(document.offsets, span.end)
