"""退改意见单: one slip for each report with findings, as HTML and as Word, with room for the reply.

It asks the township to look again and leaves the answer to it. No date is put in: the same review
gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, Template

from kg.model import Document, Finding, Passage, Section
from kg.names import local
from kg.review.reviewed import Reviewed, State

COLUMNS = ("序号", "位置", "原文", "请复核", "理由或依据", "回复")
_WIDTHS = (1.0, 1.8, 3.6, 4.6, 3.4, 3.0)
"""Centimetres of the columns, on a page of A4."""
_LONGEST = 120
_DAY = "　　年　　月　　日"
_SIGNED = (
    ("提出单位（盖章）：　　　　　　", "联系人及电话：　　　　", f"请于{_DAY}前回复"),
    ("回复单位（盖章）：　　　　　　", "回复人：　　　　　　　", f"日期：{_DAY}"),
)
_EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    place: str
    quote: str
    message: str
    suggestion: str
    reason: str
    others: tuple[str, ...]


def write(reports: Sequence[Reviewed], folder: Path) -> list[Path]:
    """Write the slips of a review into a folder and return their paths; raises ``OSError``.

    A report without findings has none.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    taken: set[str] = set()
    for reviewed in reports:
        if not reviewed.findings:
            continue
        stem = base = f"{local(reviewed.label)}退改意见单"
        while stem in taken:
            stem = f"{base}-{len(taken)}"
        taken.add(stem)
        for suffix, data in ((".html", html(reviewed).encode("utf-8")), (".docx", docx(reviewed))):
            path = folder / (stem + suffix)
            path.write_bytes(data)
            written.append(path)
    return written


def html(reviewed: Reviewed) -> str:
    """Return a slip as a page of its own."""
    return _template().render(
        heading=f"{reviewed.label}退改意见单",
        addressee=_addressee(reviewed),
        opening=_opening(reviewed),
        columns=COLUMNS,
        rows=_rows(reviewed),
        notes=reviewed.notes,
        closing=_closing(),
        signed=_SIGNED,
    )


def docx(reviewed: Reviewed) -> bytes:
    """Return a slip as a Word file."""
    from docx import Document as new_document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    file = new_document()
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = "宋体", Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "宋体")
    title = file.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = title.add_run("退改意见单")
    run.bold, run.font.size = True, Pt(18)
    file.add_paragraph(f"{_addressee(reviewed)}：")
    file.add_paragraph(_opening(reviewed))
    table = file.add_table(rows=1, cols=len(COLUMNS))
    table.style = "Table Grid"
    table.autofit = False
    for cell, column in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(column).bold = True
    for row in _rows(reviewed):
        asked = [row.message, row.suggestion and f"建议：{row.suggestion}", *row.others]
        texts = (
            f"{row.number}",
            row.place,
            row.quote,
            "\n".join(filter(None, asked)),
            row.reason,
            "",
        )
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = _printable(text)
    for cells in (line.cells for line in table.rows):
        for cell, width in zip(cells, _WIDTHS, strict=True):
            cell.width = Cm(width)
    for note in reviewed.notes:
        file.add_paragraph(note)
    file.add_paragraph(_closing())
    for line in _SIGNED:
        file.add_paragraph("　　　　".join(line))
    data = io.BytesIO()
    file.save(data)
    return _undated(data)


def _rows(reviewed: Reviewed) -> list[_Row]:
    return [
        _Row(
            number,
            _where(reviewed.document, finding),
            _short(finding.quote),
            _STATE.get(reviewed.states.get(finding.id), "") + finding.message,
            "" if finding.suggestion in finding.message else finding.suggestion,
            finding.reason,
            tuple(_other(reviewed.document, other) for other in finding.others),
        )
        for number, finding in enumerate(reviewed.findings, start=1)
    ]


_STATE: dict[State | None, str] = {State.NEW: "［新］", State.OPEN: "［未改］"}


def _where(document: Document, finding: Finding) -> str:
    """Return where to look in a printed report: the numbers of its sections, else the line."""
    if finding.span == document.title:
        return "全文"
    numbers: list[str] = []
    at = max(
        (i for i, s in enumerate(document.sections) if finding.span.start in range(*_ends(s))),
        default=-1,
    )
    while at >= 0:
        numbers.append(document.sections[at].number.strip("、.，："))
        at = document.sections[at].parent
    return "".join(reversed([n for n in numbers if n])) or f"第{finding.line}行"


def _ends(section: Section) -> tuple[int, int]:
    return section.span.start, section.span.end


def _other(document: Document, other: Passage) -> str:
    where = "本报告" if other.document == document.id else other.document
    return f"另见{where}：{_short(other.quote)}"


def _addressee(reviewed: Reviewed) -> str:
    who = reviewed.document.issuer
    return f"{who.county}{who.name}" if who.name else reviewed.document.id


def _opening(reviewed: Reviewed) -> str:
    year = f"{reviewed.document.year}年度" if reviewed.document.year else ""
    return (
        f"你单位报送的{year}法治政府建设报告收悉。以下{len(reviewed.findings)}处请复核，"
        "确有错漏的请修改后重新报送，无误的请在回复栏说明。"
    )


def _closing() -> str:
    return "本单只提请复核，不作评价。"


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _printable(text: str) -> str:
    """Return words without the control characters that XML cannot hold."""
    return "".join(char for char in text if char >= " " or char in "\t\n")


def _undated(data: io.BytesIO) -> bytes:
    """Return a zip file whose entries bear no time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(data) as file, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as undated:
        for name in file.namelist():
            undated.writestr(zipfile.ZipInfo(name, _EPOCH), file.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, keep_trailing_newline=True
    )
    return environment.get_template("slip.html")
