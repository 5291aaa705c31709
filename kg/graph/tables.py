"""The graph as CSV tables: one query of ontology/tables/ each, its variables the columns.

Every cell that begins like a formula is made text; whoever writes the files puts a byte order mark
before them, so that a spreadsheet opens Chinese as it is.
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
