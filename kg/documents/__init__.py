"""A file's bytes -> Document: its text, what rules match on, its title, year, issuer and outline.

``load`` opens one file and raises ``Unreadable`` for what is no report; ``from_text`` is pure and
takes any text whatsoever.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path, PurePath

from kg.documents.file_name import readable
from kg.documents.genre import why_not
from kg.documents.issuer import identify
from kg.documents.metadata import Row
from kg.documents.outline import outline
from kg.documents.parts import HeadingReader
from kg.documents.plain import flatten
from kg.documents.readers import SUFFIXES, Unreadable, read
from kg.documents.title import find_title, find_year
from kg.lexicon import Lexicon
from kg.model import Document, Section, Source, Span

__all__ = ["SUFFIXES", "Unreadable", "from_text", "load", "readable"]

_APART = 8


def load(path: Path, *, lexicon: Lexicon, metadata: Row | None = None) -> Document:
    """Read one file; ``metadata`` overrides what its text says of itself."""
    data, content = read(path)
    document = from_text(
        content.text,
        name=readable(path.name),
        lexicon=lexicon,
        metadata=metadata,
        source=Source(readable(path), hashlib.sha256(data).hexdigest(), content.reader),
        headings=content.headings,
    )
    if reason := why_not(document):
        raise Unreadable(path, reason)
    return document


def from_text(
    text: str,
    *,
    name: str,
    lexicon: Lexicon,
    metadata: Row | None = None,
    source: Source | None = None,
    headings: Mapping[int, int] | None = None,
) -> Document:
    """Make a document of any text; never raises.

    ``name`` is the file's name; ``headings`` gives the level of lines, by their start in the text,
    that the file's format marks as headings.
    """
    plain, offsets = flatten(text)
    begin, end = find_title(plain)
    title = plain[begin:end].replace("\n", "")
    stem = PurePath(name).stem
    year = (metadata and metadata.year) or find_year(title, stem, plain)
    marked = {bisect_left(offsets, at): level for at, level in (headings or {}).items()}
    nodes = outline(
        plain, offsets, HeadingReader(lexicon.heading_words, year), start=end, headings=marked
    )
    if source is None:
        source = Source(name, "", "text")
    if metadata:
        source = replace(source, url=metadata.url, published=metadata.published)
    issuer = identify(
        title=title, plain=plain, file_stem=stem, places=lexicon.places, metadata=metadata
    )
    document = Document(
        id=name,
        text=text,
        plain=plain,
        offsets=offsets,
        title=Span(offsets[begin], offsets[end - 1] + 1) if end else Span(0, 0),
        year=year,
        issuer=issuer,
        sections=tuple(
            [
                Section(
                    Span(offsets[node.mark.start], offsets[node.end - 1] + 1),
                    plain[node.mark.start : node.mark.end],
                    node.heading,
                    node.level,
                    node.part,
                    node.parent,
                )
                for node in nodes
            ]
        ),
        source=source,
    )
    if not (issuer.place or issuer.county or issuer.prefecture):
        # A 城关镇 of no county known is not another report's.
        return replace(document, issuer=replace(issuer, apart=document.digest[:_APART]))
    return document
