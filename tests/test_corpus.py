"""Which files there are, and that one bad one does not stop the rest."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest

from kg import corpus
from kg.model import Reading
from tests.accuracy import SEEDS, shared_lexicon

REPORT = "甲县乙乡{}年度法治政府建设情况报告\n一、主要举措和成效\n学习《民法典》3次。\n"


def test_folders_are_searched_and_each_file_is_taken_once(tmp_path: Path) -> None:
    (tmp_path / "深").mkdir()
    for name in (
        "乙.txt",
        "甲.txt",
        "深/丙.txt",
        "图.png",
        "metadata.csv",
        "README.md",
        "~$甲.docx",
    ):
        (tmp_path / name).write_text("x", "utf-8")
    found, failures = corpus.files([tmp_path / "甲.txt", tmp_path])
    assert found == sorted(tmp_path / name for name in ("乙.txt", "甲.txt", "深/丙.txt"))
    assert failures == []


def test_a_missing_path_and_an_empty_folder_are_failures(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    found, failures = corpus.files([tmp_path / "无.txt", tmp_path / "空"])
    assert found == []
    assert [f.path.name for f in failures] == ["无.txt", "空"]


def test_the_order_and_outcome_are_the_same_with_workers(tmp_path: Path) -> None:
    for year in range(2000, 2024):
        (tmp_path / f"{year}.txt").write_text(REPORT.format(year), "utf-8")
    (tmp_path / "2010.txt").write_text("", "utf-8")
    (tmp_path / "2011.txt").write_text(REPORT.format(2009), "utf-8")
    found, _ = corpus.files([tmp_path])
    alone = list(corpus.readings(found, shared_lexicon()))
    with ThreadPoolExecutor(2) as executor:
        together = list(corpus.readings(found, shared_lexicon(), executor=executor))
    assert together == alone
    failed = [o.path.name for o in alone if isinstance(o, corpus.Failure)]
    assert failed == ["2010.txt", "2011.txt"]


def test_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for year, place in ((2021, "甲/年报"), (2022, "乙/年报"), (2023, "乙/年报/旧")):
        (tmp_path / place).mkdir(parents=True, exist_ok=True)
        (tmp_path / place / "报告.txt").write_text(REPORT.format(year), "utf-8")
    (tmp_path / "别的.txt").write_text(REPORT.format(2024), "utf-8")
    found, _ = corpus.files([tmp_path])
    read = [r for r in corpus.readings(found, shared_lexicon()) if isinstance(r, Reading)]
    called = {r.document.year: r.document.id for r in read}
    assert called == {
        2021: "甲/年报/报告.txt",
        2022: "乙/年报/报告.txt",
        2023: "年报/旧/报告.txt",
        2024: "别的.txt",
    }


def test_every_file_is_seen() -> None:
    ticks: list[None] = []
    found, _ = corpus.files([SEEDS])
    outcomes = list(corpus.readings(found, shared_lexicon(), seen=lambda: ticks.append(None)))
    assert len(ticks) == len(outcomes) == 5
    assert all(isinstance(o, Reading) for o in outcomes)


def test_what_kg_made_is_no_report(tmp_path: Path) -> None:
    page = '<!doctype html><meta charset="utf-8"><meta name="generator" content="fazhi-kg">'
    for name in ("甲.txt", "output/graph.html", "output/深/乙.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "旧图.html").write_text(page, "utf-8")
    ours = tmp_path / "output"
    assert corpus.files([tmp_path], output=ours) == ([tmp_path / "甲.txt"], [])
    assert corpus.files([ours / "深"], output=ours) == ([ours / "深" / "乙.txt"], [])
    assert len(corpus.files([ours], output=ours)[0]) == 2


def test_what_is_no_report_is_told_and_a_dead_link_is_a_failure(tmp_path: Path) -> None:
    for name in ("甲.txt", "表.xlsx", "metadata.csv", ".隐", "README.rst"):
        (tmp_path / name).write_text("x", "utf-8")
    (tmp_path / "断.txt").symlink_to(tmp_path / "无.txt")
    assert [p.name for p in corpus.skipped([tmp_path])] == ["表.xlsx"]
    found, failures = corpus.files([tmp_path, tmp_path / "断.txt"])
    assert [p.name for p in found] == ["甲.txt"]
    assert [(f.path.name, f.reason[:6]) for f in failures] == [("断.txt", "a link")] * 2


def test_a_fault_of_ours_is_a_failure_of_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, *_: object) -> NoReturn:
        raise TypeError(f"cannot read\n{path.name}")

    monkeypatch.setattr(corpus, "read", fail)
    (outcome,) = corpus.readings([tmp_path / "甲.txt"], shared_lexicon())
    assert outcome == corpus.Failure(
        tmp_path / "甲.txt",
        "internal error, please report it with the file: TypeError: cannot read 甲.txt",
    )


def _die(*_: object) -> NoReturn:
    os._exit(1)


def test_a_worker_that_dies_fails_its_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus, "_attempt_batch", _die)
    paths = [tmp_path / f"{n}.txt" for n in range(40)]
    with ProcessPoolExecutor(1) as executor:
        outcomes = list(corpus.readings(paths, shared_lexicon(), executor=executor))
    assert [o.path for o in outcomes if isinstance(o, corpus.Failure)] == paths


def test_a_row_for_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(REPORT.format(2020), "utf-8")
    (tmp_path / "metadata.csv").write_text("文件;年份\n甲.txt;2021\n乙.txt;2022\n", "gbk")
    told: list[str] = []
    (outcome,) = corpus.readings([tmp_path / "甲.txt"], shared_lexicon(), warn=told.append)
    assert isinstance(outcome, Reading)
    assert outcome.document.year == 2021
    assert [message.split("; ")[0].rpartition(": ")[2] for message in told] == ["乙.txt"]


def test_a_row_that_cannot_be_meant_fails_its_file_alone(tmp_path: Path) -> None:
    for number, name in enumerate("甲乙丙"):
        (tmp_path / f"{name}.txt").write_text(REPORT.format(2020 + number), "utf-8")
    rows = "文件,年度\n甲.txt,2011\n乙.txt,去年\n丁.txt,旧\n,2012\n"
    (tmp_path / "metadata.csv").write_text(rows, "utf-8")
    found, _ = corpus.files([tmp_path])
    outcomes = list(corpus.readings(found, shared_lexicon()))
    assert [o.document.year for o in outcomes if isinstance(o, Reading)] == [2022, 2011]
    assert {(o.path.name, o.reason) for o in outcomes if isinstance(o, corpus.Failure)} == {
        ("乙.txt", "metadata.csv, row 3: 去年 is no year; write it as 2024"),
        ("metadata.csv", "row 4: 旧 is no year; write it as 2024"),
        ("metadata.csv", "row 5: no file named; write the file's name"),
    }


@pytest.mark.parametrize(
    ("issuer", "county", "told"),
    [
        ("多玛乡", "安多县", False),
        ("多玛乡", "安多", False),
        ("安多县", "安多县", False),
        ("安多县公安局", "安多县", False),
        ("多玛乡", "措美县", True),
        ("多玛乡", "没有县", True),
    ],
)
def test_a_county_that_has_no_such_township_is_told(
    issuer: str, county: str, told: bool, tmp_path: Path
) -> None:
    (tmp_path / "甲.txt").write_text(REPORT.format(2020), "utf-8")
    (tmp_path / "metadata.csv").write_text(f"文件,单位,县\n甲.txt,{issuer},{county}\n", "utf-8")
    said: list[str] = []
    list(corpus.readings([tmp_path / "甲.txt"], shared_lexicon(), warn=said.append))
    assert [f"the gazetteer has no {issuer} in {county}" in message for message in said] == (
        [True] if told else []
    )
