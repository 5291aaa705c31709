"""An output is placed whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import outputs

NEW = {"graph.ttl": "new", "graph.html": "new", "tables/figures.csv": "new", "tables/z.csv": "new"}


def held(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_new_output_takes_the_place_of_the_old(tmp_path: Path) -> None:
    outputs._place([("graph.ttl", "old")], tmp_path)
    outputs._place(NEW.items(), tmp_path)
    assert held(tmp_path) == NEW
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph.html", "graph.ttl", "tables"]


def test_a_locked_file_is_named_and_all_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = {"graph.ttl": "old", "tables/figures.csv": "old"}
    outputs._place(old.items(), tmp_path)
    replace = os.replace

    def locked(source: Path, target: Path) -> None:
        if source == tmp_path / "tables" / "figures.csv":
            raise PermissionError(13, "Permission denied", str(source), None, str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", locked)
    with pytest.raises(PermissionError) as raised:
        outputs._place(NEW.items(), tmp_path)
    assert raised.value.filename == str(tmp_path / "tables" / "figures.csv")
    assert held(tmp_path) == old


def test_a_file_that_cannot_be_made_leaves_all_as_it_was(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, str]]:
        yield "graph.ttl", "new"
        raise MemoryError

    outputs._place([("graph.ttl", "old")], tmp_path)
    with pytest.raises(MemoryError):
        outputs._place(files(), tmp_path)
    assert held(tmp_path) == {"graph.ttl": "old"}
