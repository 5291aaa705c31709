"""The graph as CSV tables: one query of ontology/tables/ each, its variables the columns.

Written with a byte order mark, so that a spreadsheet opens Chinese as it is, and with every cell
that begins like a formula made text.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.graph.results import sheet
from kg.graph.store import Store
from kg.lexicon import ontology_folder


def tables(store: Store, ontology: Path | None = None) -> Iterator[tuple[str, str]]:
    """Yield the name and the CSV text of each table, in the order of their names."""
    for path in sorted(((ontology or ontology_folder()) / "tables").glob("*.rq")):
        rows = store.query(path.read_text("utf-8"))
        yield path.stem, sheet(rows.variables, rows.rows)


def write(store: Store, folder: Path, ontology: Path | None = None) -> list[Path]:
    """Write every table to a folder; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in tables(store, ontology):
        path = folder / f"{name}.csv"
        path.write_text(text, "utf-8-sig", newline="")
        written.append(path)
    return written
