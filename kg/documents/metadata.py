"""The table beside the reports: what a file's maker knows better than its text.

A CSV with a column ``file`` and any of ``issuer``, ``county``, ``year``, ``url``, ``published``; a
row's values override what is read out of the text, an empty cell overrides nothing. A table that
says something it cannot mean raises ``ValueError`` naming file and row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

COLUMNS = ("file", "issuer", "county", "year", "url", "published")


@dataclass(frozen=True, slots=True)
class Row:
    """What is said of one file. "" and None where nothing is."""

    file: str
    issuer: str = ""
    county: str = ""
    year: int | None = None
    url: str = ""
    published: str = ""


def read(path: Path) -> Mapping[str, Row]:
    """Read a metadata table: the file's name -> its row.

    Raises ``ValueError`` naming the table and the row where a column is not known, a file is not
    named or named twice, or a year or date is none.
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8") from error
    rows = csv.reader(io.StringIO(text))
    header = [name.strip() for name in next(rows, [])]
    if "file" not in header:
        raise ValueError(f"{path}: no column named file")
    unknown = sorted(set(header) - set(COLUMNS))
    if unknown:
        raise ValueError(f"{path}: no such column: {', '.join(unknown)}")
    for name in COLUMNS:
        if header.count(name) > 1:
            raise ValueError(f"{path}: column {name} stands twice")
    found: dict[str, Row] = {}
    for number, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise ValueError(f"{path}, row {number}: {len(cells)} cells, not {len(header)}")
        row = _row(dict(zip(header, map(str.strip, cells), strict=True)), f"{path}, row {number}")
        if row.file in found:
            raise ValueError(f"{path}, row {number}: {row.file} stands twice")
        found[row.file] = row
    return found


def _row(cells: dict[str, str], where: str) -> Row:
    year = cells.get("year", "")
    published = cells.get("published", "")
    if not cells["file"]:
        raise ValueError(f"{where}: no file named")
    if year and not (year.isdecimal() and 1980 <= int(year) <= 2100):
        raise ValueError(f"{where}: {year} is no year")
    if published and not _is_date(published):
        raise ValueError(f"{where}: {published} is no date (YYYY-MM-DD)")
    return Row(
        file=cells["file"],
        issuer=cells.get("issuer", ""),
        county=cells.get("county", ""),
        year=int(year) if year else None,
        url=cells.get("url", ""),
        published=published,
    )


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
