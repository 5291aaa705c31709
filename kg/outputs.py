"""Readings -> the files of an output folder: all of them, or none.

Everything is written beside its place first and renamed into it at the end, so that an earlier
output is whole until the new one is.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from kg import page, review
from kg.graph import build, tables, turtle
from kg.graph.network import expected, network
from kg.graph.store import Store
from kg.lexicon import Lexicon
from kg.model import Reading

TITLE = "法治政府建设年度报告知识图谱"


def write(readings: Sequence[Reading], lexicon: Lexicon, folder: Path) -> list[Path]:
    """Write graph.ttl, graph.trig, graph.html and tables/*.csv; return their paths.

    Raises ``OSError`` where the folder cannot be written; what stood there is then untouched.
    """
    flat, named = turtle.both(build.build(readings, lexicon))
    store = Store(flat)
    rendered = page.render(
        network(store),
        title=TITLE,
        classes=lexicon.classes,
        readings=readings,
        indicators=lexicon.of_kind("Indicator"),
        expected=expected(store),
        asked={
            reviewed.document.id: reviewed.findings for reviewed in review.review(readings, lexicon)
        },
    )
    files = {"graph.ttl": flat, "graph.trig": named, "graph.html": rendered}
    files |= {
        f"tables/{name}.csv": "\ufeff" + text for name, text in tables.tables(store, lexicon.folder)
    }
    return _place(files, folder)


def _place(files: Mapping[str, str], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
    try:
        for name, text in files.items():
            beside = staging / name
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(text.encode("utf-8", "replace"))
        for name in files:
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            os.replace(staging / name, place)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return [folder / name for name in files]
