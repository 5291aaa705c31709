"""Which files there are, and that one bad one does not stop the rest."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

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


def test_every_file_is_seen() -> None:
    ticks: list[None] = []
    found, _ = corpus.files([SEEDS])
    outcomes = list(corpus.readings(found, shared_lexicon(), seen=lambda: ticks.append(None)))
    assert len(ticks) == len(outcomes) == 5
    assert all(isinstance(o, Reading) for o in outcomes)
