"""Many files: which there are, reading each, and what could not be read and why.

Files are taken in the order of their names, a duplicate is named and left out, and one bad file
never stops the rest. Reading is a map over files; any ``concurrent.futures`` executor carries it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from kg.documents import SUFFIXES, Unreadable, metadata, readable
from kg.documents.metadata import Row
from kg.lexicon import Lexicon
from kg.model import Reading
from kg.reading import read

BATCH = 16
METADATA = "metadata.csv"


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave no reading, and what to do about it."""

    path: Path
    reason: str


def files(paths: Iterable[Path]) -> tuple[list[Path], list[Failure]]:
    """Return the report files that paths name, each once, folders searched; and what is missing."""
    found: dict[Path, None] = {}
    failures = []
    for path in paths:
        if path.is_dir():
            inside = sorted(
                p for p in path.rglob("*") if p.suffix.lower() in SUFFIXES and _is_report(p)
            )
            if not inside:
                kinds = ", ".join(sorted(SUFFIXES))
                failures.append(Failure(path, f"the folder holds no report ({kinds})"))
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            failures.append(Failure(path, "no such file or folder; check the path"))
    return sorted(found), failures


def _is_report(path: Path) -> bool:
    """Whether a file of a folder is to be read: no README, no half of what an editor saves."""
    return path.is_file() and path.stem.upper() != "README" and path.name[0] not in ".~"


def readings(
    paths: Sequence[Path],
    lexicon: Lexicon,
    *,
    executor: Executor | None = None,
    seen: Callable[[], object] = lambda: None,
) -> Iterator[Reading | Failure]:
    """Yield a reading or a failure for each file, in order; call ``seen`` after each.

    With an executor, files are read by its workers in batches. A ``metadata.csv`` beside the files
    is heeded; raises ``ValueError`` naming its row where it says what cannot be.
    """
    tables = {folder: _metadata(folder) for folder in dict.fromkeys(p.parent for p in paths)}
    work = [(path, tables[path.parent].get(readable(path.name))) for path in paths]
    outcomes: Iterator[Reading | Failure]
    if executor is None:
        outcomes = (_attempt(path, row, lexicon) for path, row in work)
    else:
        batches = [work[i : i + BATCH] for i in range(0, len(work), BATCH)]
        mapped = executor.map(partial(_attempt_batch, folder=lexicon.folder), batches)
        outcomes = (outcome for batch in mapped for outcome in batch)
    first: dict[str, Path] = {}
    for path, outcome in zip(paths, outcomes, strict=True):
        if isinstance(outcome, Reading):
            same = first.setdefault(outcome.document.source.sha256, path)
            if same != path:
                reason = f"the same bytes as {readable(same)}; remove one of the two"
                outcome = Failure(path, reason)
        seen()
        yield outcome


def _metadata(folder: Path) -> Mapping[str, Row]:
    table = folder / METADATA
    return metadata.read(table) if table.is_file() else {}


def _attempt(path: Path, row: Row | None, lexicon: Lexicon) -> Reading | Failure:
    try:
        return read(path, lexicon, row)
    except Unreadable as error:
        return Failure(path, error.reason)


def _attempt_batch(
    batch: Sequence[tuple[Path, Row | None]], folder: Path
) -> list[Reading | Failure]:
    return [_attempt(path, row, _lexicon(folder)) for path, row in batch]


@cache
def _lexicon(folder: Path) -> Lexicon:
    """Load a worker's own vocabulary once, not once a batch."""
    return Lexicon(folder)
