"""A file's bytes -> Document: its text, what rules match on, its title, year, issuer and outline.

``load`` opens one file and raises ``Unreadable`` for what is no report; ``from_text`` is pure and
takes any text whatsoever.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.documents.metadata import Row
from kg.documents.outline import outline
from kg.documents.plain import flatten
from kg.documents.readers import Unreadable
from kg.documents.title import find_title, find_year
from kg.lexicon import Lexicon
from kg.model import Document, Issuer, Level, Section, Source, Span

SUFFIXES = frozenset({".txt"})

__all__ = ["SUFFIXES", "Unreadable", "from_text", "load"]


def load(path: Path, *, lexicon: Lexicon, metadata: Row | None = None) -> Document:
    """Read one file; ``metadata`` overrides what its text says of itself."""
    data = path.read_bytes()
    text = data.decode("utf-8-sig")
    source = Source(str(path), hashlib.sha256(data).hexdigest(), "txt")
    return from_text(text, name=path.name, lexicon=lexicon, metadata=metadata, source=source)


def from_text(
    text: str,
    *,
    name: str,
    lexicon: Lexicon,
    metadata: Row | None = None,
    source: Source | None = None,
) -> Document:
    """Make a document of any text; never raises."""
    plain, offsets = flatten(text)
    begin, end = find_title(plain)
    title = plain[begin:end].replace("\n", "")
    year = find_year(title, name, plain)
    if metadata and metadata.year:
        year = metadata.year
    sections = tuple(
        Section(
            span=Span(offsets[node.mark.start], offsets[node.end - 1] + 1),
            number=plain[node.mark.start : node.mark.end],
            heading=node.heading,
            level=max(1, min(node.mark.style, 5)),
            part=node.part,
            parent=node.parent,
        )
        for node in outline(plain, offsets, lexicon.heading_words, year)
    )
    return Document(
        id=name,
        text=text,
        plain=plain,
        offsets=offsets,
        title=Span(offsets[begin], offsets[end - 1] + 1) if end else Span(0, 0),
        year=year,
        issuer=Issuer(name="", level=Level.TOWNSHIP),
        sections=sections,
        source=source
        or Source(name, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), "text"),
    )
