"""PDF files that hold text: the lines of their pages, without page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.documents.readers.content import Content, Refused

_PAGE_NUMBER = re.compile(r"\s*[-—–·第]*\s*\d{1,4}\s*(?:[-—–·页]|/\s*\d+)*\s*")
_RUNNING = 3
"""A first or last line of this many pages is no line of the text."""


def read_pdf(data: bytes) -> Content:
    """Return the lines of a PDF file."""
    import pypdfium2 as pdfium

    try:
        with pdfium.PdfDocument(data) as document:
            pages = [list(_lines(page.get_textpage().get_text_bounded())) for page in document]
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("the PDF is encrypted; save it without its password") from error
        raise Refused("a damaged PDF; print it to a new one") from error
    edges = Counter(line for page in pages for line in {*page[:1], *page[-1:]})
    running = {line for line, count in edges.items() if count >= _RUNNING}
    text = "\n".join(
        line
        for page in pages
        for index, line in enumerate(page)
        if not (index in (0, len(page) - 1) and line in running)
    )
    if not text.strip():
        raise Refused("the PDF holds no text (a scan?); run text recognition on it first")
    return Content(text, "pdf")


def _lines(text: str) -> Iterator[str]:
    lines = [line.rstrip() for line in text.replace("\ufffe", "").splitlines()]
    lines = [line for line in lines if line.strip()]
    while lines and _PAGE_NUMBER.fullmatch(lines[-1]):
        lines.pop()
    while lines and _PAGE_NUMBER.fullmatch(lines[0]):
        lines.pop(0)
    yield from lines
