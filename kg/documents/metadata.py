"""The table beside the reports: what a file's maker knows better than its text.

A CSV as office programs save it, UTF-8, GB18030 or UTF-16, with commas, semicolons or tabs, its
columns named in English or Chinese: ``file`` (文件) and any of ``issuer``, ``county``, ``year``,
``url``, ``published``. A row's values override what is read out of the text, an empty cell
overrides nothing. A table that says something it cannot mean raises ``ValueError`` naming file and
row: a wrong override is worse than none.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kg.documents.readers.content import Refused
from kg.documents.readers.text import decode

COLUMNS = {
    "file": ("文件", "文件名"),
    "issuer": ("报告单位", "发布单位"),
    "county": ("县", "县区"),
    "year": ("年份", "年度"),
    "url": ("网址", "链接"),
    "published": ("发布日期", "发布时间"),
}
"""The columns that are heeded, and their names in Chinese."""
_NAMED = {name: column for column, others in COLUMNS.items() for name in (column, *others)}
_SEPARATORS = ",;\t，；"
_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_YEAR = re.compile(r"((?:19|20)\d\d)(?:年度?)?")


@dataclass(frozen=True, slots=True)
class Row:
    """What is said of one file. "" and None where nothing is."""

    file: str
    issuer: str = ""
    county: str = ""
    year: int | None = None
    url: str = ""
    published: str = ""


def read(path: Path, *, warn: Callable[[str], object] = lambda _: None) -> Mapping[str, Row]:
    """Read a metadata table: the file's name -> its row; ``warn`` is told of columns left out.

    Raises ``ValueError`` naming the table and the row where a file is not named or named twice, a
    year or date is none, or a row has cells that no column is for.
    """
    try:
        text = decode(path.read_bytes()).removeprefix("\ufeff")
    except Refused as error:
        raise ValueError(f"{path}: {error}") from error
    except OSError as error:
        raise ValueError(f"{path}: cannot be opened: {error.strerror}") from error
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        header = [_NAMED.get(name.strip().lower(), name.strip()) for name in next(rows, [])]
        _prove(header, path, warn)
        return _rows(rows, header, path)
    except csv.Error as error:
        raise ValueError(f"{path}, line {rows.line_num}: {error}; save it as CSV anew") from error


def _separator(text: str) -> str:
    """Return what stands between the names of the first line, a comma where nothing does."""
    first = text.split("\n", 1)[0]
    return max(_SEPARATORS, key=first.count)


def _prove(header: list[str], path: Path, warn: Callable[[str], object]) -> None:
    if "file" not in header:
        found = ", ".join(filter(None, header)) or "nothing"
        raise ValueError(
            f"{path}: no column named file (or 文件); its first line names {found};"
            f" write {','.join(COLUMNS)} there"
        )
    for name in COLUMNS:
        if header.count(name) > 1:
            raise ValueError(f"{path}: column {name} stands twice; keep one")
    if unknown := sorted(set(header) - COLUMNS.keys() - {""}):
        known = ", ".join(COLUMNS)
        warn(f"{path}: columns left out: {', '.join(unknown)}; heeded are {known}")


def _rows(rows: Iterable[list[str]], header: list[str], path: Path) -> Mapping[str, Row]:
    found: dict[str, Row] = {}
    for number, line in enumerate(rows, start=2):
        cells = [cell.strip() for cell in line]
        if not any(cells):
            continue
        where = f"{path}, row {number}"
        if len(cells) < len(header) or any(cells[len(header) :]):
            raise ValueError(
                f"{where}: {len(cells)} cells, not {len(header)}; write one for each column,"
                ' and quotation marks ("...") around a cell that holds a separator'
            )
        row = _row(dict(zip(header, cells, strict=False)), where)
        if row.file in found:
            raise ValueError(f"{where}: {row.file} stands twice; keep one row")
        found[row.file] = row
    return found


def _row(cells: dict[str, str], where: str) -> Row:
    if not cells["file"]:
        raise ValueError(f"{where}: no file named; write the file's name")
    return Row(
        file=cells["file"],
        issuer=cells.get("issuer", ""),
        county=cells.get("county", ""),
        year=_year(cells.get("year", ""), where),
        url=cells.get("url", ""),
        published=_published(cells.get("published", ""), where),
    )


def _year(text: str, where: str) -> int | None:
    if not text:
        return None
    year = _YEAR.fullmatch(text)
    if not year or int(year[1]) < 1980:
        raise ValueError(f"{where}: {text} is no year; write it as 2024")
    return int(year[1])


def _published(text: str, where: str) -> str:
    """Return a date as it is written in RDF: 2024/3/1 and 2024年3月1日 are 2024-03-01."""
    if not text:
        return ""
    if found := _DATE.fullmatch(text):
        with suppress(ValueError):
            return date(*map(int, found.groups())).isoformat()
    raise ValueError(f"{where}: {text} is no date; write it as 2024-03-01")
