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
from itertools import chain
from pathlib import Path

from kg import names, page, review
from kg.graph import build, network, tables, turtle
from kg.graph.spool import Spool
from kg.lexicon import Lexicon
from kg.model import Reading

TITLE = "法治政府建设年度报告知识图谱"


def write(readings: Sequence[Reading], lexicon: Lexicon, folder: Path) -> list[Path]:
    """Write graph.ttl, graph.trig, graph.html and tables/*.csv; return their paths.

    Raises ``OSError`` where the folder cannot be written; what stood there is then untouched.
    """
    return _place(_files(readings, lexicon), folder)


def _files(readings: Sequence[Reading], lexicon: Lexicon) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield each file's name and its text in pieces, to be written before the next is asked for.

    A graph is made, and waits on disk until all are known: then it goes by once, to all files.
    """
    reviewed = review.review(readings, lexicon)
    made: Spool[turtle.Graph] = Spool()
    places = {}
    for name, said in build.graphs(readings, lexicon, [each.findings for each in reviewed]):
        places[name] = len(made)
        made.append(turtle.by_subject(said))
    shared = made[places.pop(names.VOCABULARY)]
    union, sheets = turtle.Union(), tables.Tables(shared)
    drawing = network.Network(shared, figures=len(readings) <= page.MOST_REPORTS)

    def trig() -> Iterator[str]:
        yield turtle.HEADER
        yield union.add(names.VOCABULARY, shared)
        for name in sorted(places):
            graph = made[places[name]]
            yield union.add(name, graph)
            sheets.add(graph)
            drawing.add(graph)

    yield "graph.trig", trig()
    yield "graph.ttl", union
    for name, lines in chain(sheets, tables.asked(lexicon.folder, union)):
        yield f"tables/{name}.csv", chain(("\ufeff",), lines)
    rendered = page.render(
        drawing.drawn(),
        title=TITLE,
        classes=lexicon.classes,
        readings=readings,
        indicators=lexicon.of_kind("Indicator"),
        expected=network.expected(shared),
        asked={of_report.document.id: of_report.findings for of_report in reviewed},
    )
    yield "graph.html", (rendered,)


def _place(files: Iterable[tuple[str, Iterable[str]]], folder: Path) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".building-", dir=folder))
    names = []
    try:
        for name, pieces in files:
            beside = staging / "new" / name
            beside.parent.mkdir(parents=True, exist_ok=True)
            with beside.open("wb") as file:
                file.writelines(piece.encode("utf-8", "replace") for piece in pieces)
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
