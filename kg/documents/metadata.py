"""The table beside the reports: what a file's maker knows better than its text.

A CSV as office programs save it, UTF-8, GB18030 or UTF-16, with commas, semicolons or tabs, its
columns named in English or Chinese: ``file`` (文件) and any of ``issuer``, ``county``, ``year``,
``url``, ``published``. A row's values override what is read out of the text, an empty cell
overrides nothing. A row that says something it cannot mean is a fault, for a wrong override is
worse than none; a table whose columns cannot be told raises ``ValueError``.
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
    "file": ("文件", "文件名", "文件名称", "报告文件"),
    "issuer": (
        *("报告单位", "发布单位", "发文单位", "单位", "单位名称", "乡镇", "乡镇名称", "乡镇街道"),
        *("发文机关", "发布机关", "报告机关", "发布机构", "发布主体"),
    ),
    "county": ("县", "县区", "区县", "县市区", "县级", "所属县", "所在县", "所属区县", "所属县区"),
    "year": ("年份", "年度", "年", "报告年度", "报告年份", "所属年度"),
    "url": ("网址", "链接", "来源", "来源网址", "原文链接", "原文网址", "网页链接"),
    "published": ("发布日期", "发布时间", "公布日期", "公开日期", "公开时间", "发文日期"),
}
"""The columns that are heeded, and their names in Chinese, without brackets and strokes."""
_NAMED = {name: column for column, others in COLUMNS.items() for name in (column, *others)}
_BETWEEN = re.compile(r"[\s（）()、/]+")
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


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that cannot be meant: its number, the file it names ("" for none) and why."""

    row: int
    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Table:
    """What a table says: the rows by their files' names, and the rows that cannot be meant."""

    rows: Mapping[str, Row]
    faults: tuple[Fault, ...] = ()


def read(path: Path, *, warn: Callable[[str], object] = lambda _: None) -> Table:
    """Read a metadata table; ``warn`` is told of columns left out.

    A row is a fault where a file is not named or named before, a year or date is none, or cells are
    missing or without a column. Raises ``ValueError`` naming a table that is none.
    """
    try:
        text = decode(path.read_bytes()).removeprefix("\ufeff")
    except Refused as error:
        raise ValueError(f"{path}: {error}") from error
    except OSError as error:
        raise ValueError(f"{path}: cannot be opened: {error.strerror}") from error
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        header = [_column(name) for name in next(lines, [])]
        _prove(header, path, warn)
        return _table(lines, header)
    except csv.Error as error:
        raise ValueError(f"{path}, line {lines.line_num}: {error}; save it as CSV anew") from error


def _column(heading: str) -> str:
    """Return the column that a heading names, or the heading.

    >>> _column("发文机关"), _column("县（市、区）"), _column(" Year "), _column("备注")
    ('issuer', 'county', 'year', '备注')
    """
    return _NAMED.get(_BETWEEN.sub("", heading).lower(), heading.strip())


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


def _table(lines: Iterable[list[str]], header: list[str]) -> Table:
    rows: dict[str, Row] = {}
    faults = []
    for number, line in enumerate(lines, start=2):
        cells = [cell.strip() for cell in line]
        if not any(cells):
            continue
        about = dict(zip(header, cells, strict=False))
        file = about.get("file", "")
        try:
            if len(cells) < len(header) or any(cells[len(header) :]):
                raise ValueError(
                    f"{len(cells)} cells, not {len(header)}; write one for each column,"
                    ' and quotation marks ("...") around a cell that holds a separator'
                )
            if file in rows:
                raise ValueError(f"{file} stands twice; keep one row")
            rows[file] = _row(about)
        except ValueError as error:
            faults.append(Fault(number, file, str(error)))
    wrong = {fault.file for fault in faults}
    return Table({f: row for f, row in rows.items() if f not in wrong}, tuple(faults))


def _row(cells: dict[str, str]) -> Row:
    if not cells["file"]:
        raise ValueError("no file named; write the file's name")
    return Row(
        file=cells["file"],
        issuer=cells.get("issuer", ""),
        county=cells.get("county", ""),
        year=_year(cells.get("year", "")),
        url=cells.get("url", ""),
        published=_published(cells.get("published", "")),
    )


def _year(text: str) -> int | None:
    if not text:
        return None
    year = _YEAR.fullmatch(text)
    if not year or int(year[1]) < 1980:
        raise ValueError(f"{text} is no year; write it as 2024")
    return int(year[1])


def _published(text: str) -> str:
    """Return a date as it is written in RDF: 2024/3/1 and 2024年3月1日 are 2024-03-01."""
    if not text:
        return ""
    if found := _DATE.fullmatch(text):
        with suppress(ValueError):
            return date(*map(int, found.groups())).isoformat()
    raise ValueError(f"{text} is no date; write it as 2024-03-01")
