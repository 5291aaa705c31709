"""Word files: paragraphs and tables in their order, headings and automatic numbers included.

Word keeps an automatic number (一、 or （一）) apart from the words; it is written out here, for
the outline hangs on it. Deleted text, footnotes, headers and footers are left out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from xml.etree import ElementTree

from kg.documents.readers.content import Content, Refused, from_lines

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LARGEST_PART = 64 * 1024 * 1024
_SEPARATOR = " | "
_HAN = "〇一二三四五六七八九"

Element = ElementTree.Element


def read_docx(data: bytes) -> Content:
    """Return the lines of a Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            document = _part(archive, "word/document.xml")
            styles = _part(archive, "word/styles.xml")
            numbering = _part(archive, "word/numbering.xml")
        if document is None:
            raise Refused("no Word document inside; save it as .docx from Word")
        return from_lines(_Paragraphs(styles, numbering).of(document), "docx")
    except (zipfile.BadZipFile, RuntimeError, ElementTree.ParseError, ValueError) as error:
        raise Refused(
            "a damaged or encrypted .docx file; open it in Word and save it anew"
        ) from error


def _part(archive: zipfile.ZipFile, name: str) -> Element | None:
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    if info.file_size > _LARGEST_PART:
        raise Refused("unpacks to more than any report holds; not read")
    with archive.open(info) as file:
        xml = file.read(_LARGEST_PART + 1)
    if len(xml) > _LARGEST_PART or b"\x00" in xml or b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Refused("holds what no Word file holds (entities, or a bomb); not read")
    return ElementTree.fromstring(xml)


class _Paragraphs:
    """Turns paragraphs into lines, counting automatic numbers on the way."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = {} if styles is None else {s.get(_W + "styleId"): s for s in styles}
        self._levels = dict(_numbering(numbering)) if numbering is not None else {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def of(self, parent: Element) -> Iterator[tuple[str, int]]:
        for child in parent:
            if child.tag == _W + "p":
                yield self._paragraph(child)
            elif child.tag == _W + "tbl":
                for row in child.findall(_W + "tr"):
                    cells = (
                        " ".join(words for words, _ in self.of(cell) if words.strip())
                        for cell in row.findall(_W + "tc")
                    )
                    yield _SEPARATOR.join(filter(None, map(str.strip, cells))), 0
            elif child.tag not in (_FALLBACK, _W + "del"):
                yield from self.of(child)

    def _paragraph(self, paragraph: Element) -> tuple[str, int]:
        words = "".join(_words(paragraph)).strip()
        return (self._number(paragraph) + words if words else ""), self._heading(paragraph, words)

    def _heading(self, paragraph: Element, words: str) -> int:
        outline = self._property(paragraph, "outlineLvl")
        if outline is not None and (outline.get(_W + "val") or "9").isdecimal():
            level = int(outline.get(_W + "val") or 9)
            return level + 1 if level < 9 else 0
        runs = [r for r in paragraph.iter(_W + "r") if "".join(_words(r)).strip()]
        bold = bool(runs) and all(r.find(f"{_W}rPr/{_W}b") is not None for r in runs)
        return 7 if bold and len(words) <= 40 else 0

    def _number(self, paragraph: Element) -> str:
        found = self._property(paragraph, "numPr")
        if found is None:
            return ""
        number, level = (found.find(_W + tag) for tag in ("numId", "ilvl"))
        name = number.get(_W + "val") if number is not None else None
        depth = int(level.get(_W + "val") or 0) if level is not None else 0
        levels = self._levels.get(name or "")
        if not name or not levels or depth not in levels:
            return ""
        counts = self._counts[name]
        counts[depth] = counts.get(depth, levels[depth][2] - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]

        def one(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form, _, start = levels.get(at, levels[depth])
            return _written(counts.get(at, start), form)

        return re.sub(r"%(\d)", one, levels[depth][1])

    def _property(self, paragraph: Element, tag: str) -> Element | None:
        """Return a paragraph's property, its own or its style's."""
        found = paragraph.find(f"{_W}pPr/{_W}{tag}")
        named = paragraph.find(f"{_W}pPr/{_W}pStyle")
        for _ in range(8):
            if found is not None or named is None:
                return found
            style = self._styles.get(named.get(_W + "val"))
            if style is None:
                return None
            found = style.find(f"{_W}pPr/{_W}{tag}")
            named = style.find(_W + "basedOn")
        return found


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in (_W + "tab", _W + "br", _W + "cr"):
            yield " "
        elif child.tag == _W + "noBreakHyphen":
            yield "-"
        elif child.tag not in (_FALLBACK, _W + "del", _W + "pPr", _W + "rPr"):
            yield from _words(child)


Level = tuple[str, str, int]


def _numbering(numbering: Element) -> Iterator[tuple[str, dict[int, Level]]]:
    abstract = {a.get(_W + "abstractNumId"): a for a in numbering.iter(_W + "abstractNum")}
    for number in numbering.iter(_W + "num"):
        reference = number.find(_W + "abstractNumId")
        source = abstract.get(reference.get(_W + "val")) if reference is not None else None
        if source is not None:
            levels = {}
            for level in source.iter(_W + "lvl"):
                form, text, start = (
                    found.get(_W + "val", "") if (found := level.find(_W + tag)) is not None else ""
                    for tag in ("numFmt", "lvlText", "start")
                )
                if form != "bullet":
                    first = int(start) if start.isdecimal() else 1
                    levels[int(level.get(_W + "ilvl") or 0)] = (form, text, first)
            yield number.get(_W + "numId") or "", levels


def _written(value: int, form: str) -> str:
    """Write a number as a numbering format does.

    >>> [_written(12, form) for form in ("chineseCounting", "decimal", "decimalEnclosedCircle")]
    ['十二', '12', '⑫']
    """
    if "hinese" in form or "japanese" in form or "ideograph" in form:
        tens, ones = divmod(value, 10)
        return ("" if tens < 2 else _HAN[tens % 10]) + "十" * bool(tens) + _HAN[ones] * bool(ones)
    if form == "decimalEnclosedCircle" and 1 <= value <= 20:
        return chr(ord("①") + value - 1)
    return str(value)
