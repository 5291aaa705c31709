"""Readings -> the files of an output folder: all of them, or none.

Everything is written beside its place first and renamed into it at the end; where one file cannot
be, those before it are renamed back, so that an earlier output stays whole.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
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
    return _place(_files(readings, lexicon), folder)


def _files(readings: Sequence[Reading], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield each file's name and text as soon as it is made, and hold it no longer."""
    reviewed = review.review(readings, lexicon)
    asked = [of_report.findings for of_report in reviewed]
    flat, named = turtle.both(build.build(readings, lexicon, asked))
    yield "graph.trig", named
    del named
    yield "graph.ttl", flat
    store = Store(flat)
    del flat
    for name, text in tables.tables(store, lexicon.folder):
        yield f"tables/{name}.csv", "\ufeff" + text
    rendered = page.render(
        network(store),
        title=TITLE,
        classes=lexicon.classes,
        readings=readings,
        indicators=lexicon.of_kind("Indicator"),
        expected=expected(store),
        asked={of_report.document.id: of_report.findings for of_report in reviewed},
    )
    yield "graph.html", rendered


def _place(files: Iterable[tuple[str, str]], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
    names = []
    try:
        for name, text in files:
            beside = staging / "new" / name
            beside.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(text.encode("utf-8", "replace"))
            (staging / "old" / name).parent.mkdir(parents=True, exist_ok=True)
            names.append(name)
        with ExitStack() as undo:
            for name in names:
                _exchange(name, folder, staging, undo)
            undo.pop_all()
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return [folder / name for name in sorted(names)]


def _exchange(name: str, folder: Path, staging: Path, undo: ExitStack) -> None:
    """Put the new file in the old one's place; ``undo`` learns how to put the old one back.

    An ``OSError`` names the place: a spreadsheet that is open in Excel cannot be replaced.
    """
    place, old = folder / name, staging / "old" / name
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists():
            os.replace(place, old)
            undo.callback(os.replace, old, place)
        else:
            undo.callback(place.unlink, missing_ok=True)
        os.replace(staging / "new" / name, place)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(place)) from error
