from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents.metadata import Fault, Row, read


def table(folder: Path, text: str) -> Path:
    path = folder / "metadata.csv"
    path.write_text(text, "utf-8")
    return path


def test_rows_by_file(tmp_path: Path) -> None:
    rows = read(
        table(
            tmp_path,
            "\ufefffile,issuer,county,year,url,published\n"
            "a.txt,达果乡,尼玛县,2024,https://example.org/a,2025-03-01\n"
            "b.txt,,,,,\n",
        )
    ).rows
    assert rows["a.txt"] == Row(
        "a.txt", "达果乡", "尼玛县", 2024, "https://example.org/a", "2025-03-01"
    )
    assert rows["b.txt"] == Row("b.txt")


def test_columns_may_be_left_out_and_come_in_any_order(tmp_path: Path) -> None:
    assert read(table(tmp_path, "year,file\n2023,a.txt\n")).rows["a.txt"].year == 2023


def test_a_quoted_cell_may_hold_a_line_break(tmp_path: Path) -> None:
    assert "a.txt" in read(table(tmp_path, 'file,url\na.txt,"https://example.org/\nx"\n')).rows


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no column named file"),
        ("name,year\na.txt,2024\n", "no column named file"),
        ("file,year,year\na.txt,1999,2000\n", "column year stands twice"),
        ("file,年度,年份\na.txt,1999,2000\n", "column year stands twice"),
    ],
)
def test_a_table_whose_columns_cannot_be_told_is_refused(
    tmp_path: Path, text: str, message: str
) -> None:
    path = table(tmp_path, text)
    with pytest.raises(ValueError, match=r"metadata\.csv") as error:
        read(path)
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("a.txt,2024,\nb.txt,24年,\n", [(3, "b.txt", "24年 is no year; write it as 2024")]),
        ("a.txt,20245,\n", [(2, "a.txt", "20245 is no year; write it as 2024")]),
        ("a.txt,,3月1日\n", [(2, "a.txt", "3月1日 is no date; write it as 2024-03-01")]),
        ("a.txt,,2024-13-01\n", [(2, "a.txt", "2024-13-01 is no date; write it as 2024-03-01")]),
        (",2024,\n", [(2, "", "no file named; write the file's name")]),
        ("a.txt,2024,\na.txt,2023,\n", [(3, "a.txt", "a.txt stands twice; keep one row")]),
        ("c.txt,2024,\n", []),
    ],
)
def test_a_row_that_cannot_be_meant_is_a_fault_and_the_rest_stands(
    tmp_path: Path, text: str, faults: list[tuple[int, str, str]]
) -> None:
    found = read(table(tmp_path, "file,year,published\nz.txt,2020,\n" + text))
    assert found.faults == tuple(Fault(row + 1, file, why) for row, file, why in faults)
    assert found.rows["z.txt"].year == 2020
    assert not found.rows.keys() & {file for _, file, _ in faults}


@pytest.mark.parametrize("line", ["a.txt", "a.txt,2024,网上"])
def test_cells_are_as_many_as_columns(line: str, tmp_path: Path) -> None:
    (fault,) = read(table(tmp_path, f"file,year\n{line}\n")).faults
    assert (fault.row, fault.file) == (2, "a.txt")
    assert "cells, not 2" in fault.reason


@pytest.mark.parametrize(
    "header",
    [
        "文件名,发文机关,县（区）,报告年度",
        "文件,乡镇/街道,县(市、区),年",
        "文件名称,单位,区县,年份",
    ],
)
def test_headings_are_those_that_people_write(header: str, tmp_path: Path) -> None:
    told: list[str] = []
    rows = read(table(tmp_path, f"{header}\na.txt,多玛乡,安多县,2024\n"), warn=told.append).rows
    assert rows["a.txt"] == Row("a.txt", "多玛乡", "安多县", 2024)
    assert told == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_as_office_programs_save_it(
    encoding: str, separator: str, tmp_path: Path
) -> None:
    text = (
        "文件,报告单位,县,年份,网址,发布日期,备注\r\n"
        "达果乡.txt,达果乡,尼玛县,2024年,https://example.org/a,2025/3/1,已核\r\n"
        "申亚乡.txt,,,,,2025年12月31日,\r\n,,,,,,\r\n"
    )
    path = tmp_path / "metadata.csv"
    path.write_bytes(text.replace(",", separator).encode(encoding))
    told: list[str] = []
    rows = read(path, warn=told.append).rows
    assert rows["达果乡.txt"] == Row(
        "达果乡.txt", "达果乡", "尼玛县", 2024, "https://example.org/a", "2025-03-01"
    )
    assert rows["申亚乡.txt"] == Row("申亚乡.txt", published="2025-12-31")
    assert [message.split(": ", 1)[1][:21] for message in told] == ["columns left out: 备注;"]


def test_a_binary_file_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "metadata.csv"
    path.write_bytes(b"PK\x03\x04" + bytes(100))
    with pytest.raises(ValueError, match=r"metadata\.csv: a binary file"):
        read(path)
