"""``kg check`` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.accuracy import SEEDS
from tests.review import NAME, report
from tests.test_cli import kg


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / NAME).write_text(report("（二）普法。宣传《婚姻法》，加强建设建设。"), "utf-8")
    return tmp_path


def test_findings_are_printed_and_the_status_says_there_are_some(folder: Path) -> None:
    done = kg("check", str(folder))
    assert done.returncode == 1
    assert [line.split(" ")[1] for line in done.stdout.splitlines()] == [
        "law/repealed",
        "text/duplicate",
    ]
    assert done.stderr == "kg: 2 findings in 1 of 1 reports\n"


def test_nothing_found_is_status_0(folder: Path) -> None:
    done = kg("check", str(folder), "--select", "privacy")
    assert (done.returncode, done.stdout) == (0, "")


def test_what_cannot_be_read_is_named_and_the_rest_is_done(folder: Path) -> None:
    (folder / "空.txt").write_text("", "utf-8")
    done = kg("check", str(folder), str(folder / "无.txt"), "--select", "law")
    assert done.returncode == 1
    assert "law/repealed" in done.stdout
    assert "空.txt: " in done.stderr
    assert "无.txt: no such file" in done.stderr


def test_a_round_of_revision(folder: Path) -> None:
    earlier = folder / "上次.json"
    earlier.write_text(kg("check", str(folder), "-f", "json").stdout, "utf-8")
    path = folder / NAME
    path.write_text(path.read_text("utf-8").replace("建设建设", "建设"), "utf-8")
    done = kg("check", str(path), "--baseline", str(earlier))
    assert "［未改］" in done.stdout
    assert "［已改］" in done.stdout
    assert done.stderr == "kg: 1 findings in 1 of 1 reports, 1 fixed\n"


@pytest.mark.parametrize(
    "words", [["--select", "laws"], ["--baseline", "none.json"], ["-f", "xml"]]
)
def test_wrong_use_is_status_2(folder: Path, words: list[str]) -> None:
    assert kg("check", str(folder), *words, cwd=folder).returncode == 2


def test_slips_are_written(folder: Path) -> None:
    done = kg("check", str(folder), "-f", "slip", "-o", str(folder / "退改"))
    assert done.returncode == 1
    assert [p.suffix for p in sorted((folder / "退改").iterdir())] == [".docx", ".html"]
    assert len(done.stdout.splitlines()) == 2


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_the_same_input_gives_the_same_bytes(form: str) -> None:
    files = [str(path) for path in sorted(SEEDS.glob("*.txt"))]
    one = kg("check", *files, "-f", form, PYTHONHASHSEED="1")
    other = kg("check", *files[::-1], "-f", form, "-w", "2", PYTHONHASHSEED="2")
    assert one.stdout == other.stdout
    assert one.stdout
    if form != "text":
        json.loads(one.stdout)
