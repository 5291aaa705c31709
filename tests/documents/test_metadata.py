from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents.metadata import Row, read


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
    )
    assert rows["a.txt"] == Row(
        "a.txt", "达果乡", "尼玛县", 2024, "https://example.org/a", "2025-03-01"
    )
    assert rows["b.txt"] == Row("b.txt")


def test_columns_may_be_left_out_and_come_in_any_order(tmp_path: Path) -> None:
    assert read(table(tmp_path, "year,file\n2023,a.txt\n"))["a.txt"].year == 2023


def test_a_quoted_cell_may_hold_a_line_break(tmp_path: Path) -> None:
    assert "a.txt" in read(table(tmp_path, 'file,url\na.txt,"https://example.org/\nx"\n'))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no column named file"),
        ("name,year\na.txt,2024\n", "no column named file"),
        ("file,year\na.txt,2024\nb.txt,24年\n", "row 3: 24年 is no year"),
        ("file,year\na.txt,20245\n", "row 2: 20245 is no year"),
        ("file,published\na.txt,3月1日\n", "row 2: 3月1日 is no date; write it as 2024-03-01"),
        ("file,year\na.txt,2024,网上\n", "row 2: 3 cells, not 2"),
        ("file,published\na.txt,2024-13-01\n", "row 2: 2024-13-01 is no date"),
        ("file,year\n,2024\n", "row 2: no file named"),
        ("file,year\na.txt,2024\na.txt,2023\n", "row 3: a.txt stands twice"),
        ("file,year\na.txt\n", "row 2: 1 cells, not 2"),
        ("file,year,year\na.txt,1999,2000\n", "column year stands twice"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_place(
    tmp_path: Path, text: str, message: str
) -> None:
    path = table(tmp_path, text)
    with pytest.raises(ValueError, match=r"metadata\.csv") as error:
        read(path)
    assert message in str(error.value)


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
    rows = read(path, warn=told.append)
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
