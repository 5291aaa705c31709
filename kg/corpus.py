"""Many files: which there are, reading each, and what could not be read and why.

Files are taken in the order of their names, a duplicate is named and left out, and one bad file
never stops the rest. Reading is a map over files; any ``concurrent.futures`` executor carries it.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from kg import documents
from kg.documents import SUFFIXES, Unreadable, metadata, readable
from kg.documents.metadata import Row, Table
from kg.lexicon import Lexicon
from kg.lexicon.places import Gazetteer
from kg.model import Issuer, Level, Reading
from kg.reading import read, understand

BATCH = 16
METADATA = "metadata.csv"
_DANGLING = "a link to a file that is not there; mend or remove it"
_GENERATOR = b'<meta name="generator" content="fazhi-kg"'
_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave no reading, and what to do about it."""

    path: Path
    reason: str


def files(paths: Iterable[Path], *, output: Path | None = None) -> tuple[list[Path], list[Failure]]:
    """Return the report files that paths name, each once, folders searched; and what is missing.

    What stands in ``output`` is our own, unless a path names that folder or one inside it.
    """
    found: dict[Path, None] = {}
    failures = []
    for path in paths:
        if path.is_dir():
            inside = [p for p in _inside(path, output) if p.suffix.lower() in SUFFIXES]
            if not inside:
                kinds = ", ".join(sorted(SUFFIXES))
                failures.append(Failure(path, f"the folder holds no report ({kinds})"))
            for file in inside:
                if _is_dangling(file):
                    failures.append(Failure(file, _DANGLING))
                elif not _is_our_page(file):
                    found[file] = None
        elif path.exists():
            found[path] = None
        elif _is_dangling(path):
            failures.append(Failure(path, _DANGLING))
        else:
            failures.append(Failure(path, "no such file or folder; check the path"))
    return sorted(found), failures


def skipped(paths: Iterable[Path], *, output: Path | None = None) -> list[Path]:
    """Return the files of folders that are in no format a report can have."""
    return sorted(
        file
        for path in dict.fromkeys(paths)
        if path.is_dir()
        for file in _inside(path, output)
        if file.suffix.lower() not in SUFFIXES and file.name.lower() != METADATA
    )


def _inside(folder: Path, output: Path | None) -> Iterator[Path]:
    """Yield the files of a folder: no README, nothing hidden, no half of what an editor saves."""
    ours = output.resolve() if output else None
    here = folder.resolve()
    beside = ours if ours and ours != here and ours.is_relative_to(here) else None
    for file in folder.rglob("*"):
        if file.stem.upper() == "README" or file.name[0] in ".~":
            continue
        if beside and (here / file.relative_to(folder)).is_relative_to(beside):
            continue
        if file.is_file() or _is_dangling(file):
            yield file


def _is_dangling(path: Path) -> bool:
    return path.is_symlink() and not path.exists()


def _is_our_page(path: Path) -> bool:
    """Whether a page says that kg made it: a graph.html kept among the reports."""
    if path.suffix.lower() not in (".html", ".htm"):
        return False
    try:
        with path.open("rb") as file:
            return _GENERATOR in file.read(_HEAD)
    except OSError:
        return False


def readings(
    paths: Sequence[Path],
    lexicon: Lexicon,
    *,
    executor: Executor | None = None,
    seen: Callable[[], object] = lambda: None,
    warn: Callable[[str], object] = lambda _: None,
) -> Iterator[Reading | Failure]:
    """Yield a reading or a failure for each file, in order; call ``seen`` after each.

    With an executor, files are read by its workers in batches. A ``metadata.csv`` beside the files
    is heeded: what a row says that cannot be meant is a failure of the file it names, or of the
    table; ``warn`` is told what of it is idle or contradicts the gazetteer. Raises ``ValueError``
    naming a table or a file of the vocabulary that does not hold what it should.
    """
    # A fault of the vocabulary is none of the file's that meets it first.
    understand(documents.from_text("2024年", name="", lexicon=lexicon), lexicon)
    tables = {folder: _metadata(folder, warn) for folder in dict.fromkeys(p.parent for p in paths)}
    faulty = {path: fault for path in paths if (fault := _fault(path, tables[path.parent]))}
    yield from _stray(tables, {readable(path.name) for path in faulty})
    said = [(path, tables[path.parent].rows.get(readable(path.name))) for path in paths]
    work = [(path, row) for path, row in said if path not in faulty]
    outcomes: Iterator[Reading | Failure]
    if executor is None:
        outcomes = (_attempt(path, row, lexicon) for path, row in work)
    else:
        batches = [work[i : i + BATCH] for i in range(0, len(work), BATCH)]
        outcomes = _gather(batches, executor, lexicon.folder)
    first: dict[str, Path] = {}
    apart = _told_apart(paths)
    for path, row in said:
        outcome = faulty.get(path) or next(outcomes)
        if isinstance(outcome, Reading):
            if path in apart:
                outcome = replace(outcome, document=replace(outcome.document, id=apart[path]))
            if row and (doubt := _doubt(row, outcome.document.issuer, lexicon.places)):
                warn(f"{path.parent / METADATA}: {row.file}: {doubt}")
            same = first.setdefault(outcome.document.digest, path)
            if same != path:
                reason = f"the same bytes as {readable(same)}; remove one of the two"
                outcome = Failure(path, reason)
        seen()
        yield outcome


def _told_apart(paths: Sequence[Path]) -> dict[Path, str]:
    """Return what files of one name are called: with so many folders as tell them apart."""
    alike: dict[str, list[Path]] = defaultdict(list)
    for path in paths:
        alike[readable(path.name)].append(path)
    found: dict[Path, str] = {}
    for group in (group for group in alike.values() if len(group) > 1):
        longest = max(len(path.parts) for path in group)
        for depth in range(2, longest + 1):
            called = [readable("/".join(path.parts[-depth:])) for path in group]
            if len(set(called)) == len(group):
                found |= dict(zip(group, called, strict=True))
                break
    return found


def _metadata(folder: Path, warn: Callable[[str], object]) -> Table:
    path = folder / METADATA
    if not path.is_file():
        return Table({})
    table = metadata.read(path, warn=warn)
    if absent := sorted(table.rows.keys() - {readable(p.name) for p in folder.iterdir()}):
        warn(f"{path}: no such file beside it: {', '.join(absent)}; mend the name or the row")
    return table


def _fault(path: Path, table: Table) -> Failure | None:
    """Return why a file is not read though it could be: its row cannot be meant."""
    name = readable(path.name)
    faults = [fault for fault in table.faults if fault.file == name]
    return Failure(path, f"{METADATA}, row {faults[0].row}: {faults[0].reason}") if faults else None


def _stray(tables: Mapping[Path, Table], named: Set[str]) -> Iterator[Failure]:
    """Yield the faults of rows that name no file that would be read."""
    for folder, table in tables.items():
        for fault in table.faults:
            if fault.file not in named:
                yield Failure(folder / METADATA, f"row {fault.row}: {fault.reason}")


def _doubt(row: Row, issuer: Issuer, places: Gazetteer) -> str:
    """Say that the county of a row has no such township, if the gazetteer has none."""
    if not row.county or issuer.level is Level.BUREAU or issuer.name == row.county:
        return ""
    counties = {*places.named(row.county), *places.known_as(row.county)}
    chains = ({place.code for place in places.chain(code)} for code in places.named(issuer.name))
    if any(counties & chain for chain in chains):
        return ""
    return f"the gazetteer has no {issuer.name} in {row.county}; mend the county, or leave it empty"


def _attempt(path: Path, row: Row | None, lexicon: Lexicon) -> Reading | Failure:
    try:
        return read(path, lexicon, row)
    except Unreadable as error:
        return Failure(path, error.reason)
    except Exception as error:  # one file never stops the rest
        what = " ".join(f"{type(error).__name__}: {error}".split())
        return Failure(path, f"internal error, please report it with the file: {what}")


def _gather(
    batches: Sequence[Sequence[tuple[Path, Row | None]]], executor: Executor, folder: Path
) -> Iterator[Reading | Failure]:
    """Yield what workers made of each batch, in order; a worker that dies fails its batch."""
    waiting = deque(_submit(executor, batch, folder) for batch in batches)
    for batch in batches:
        future = waiting.popleft()
        try:
            if future is None:
                raise BrokenExecutor
            yield from future.result()
        except BrokenExecutor:
            reason = "a process that reads died, of memory perhaps; try again with --workers 1"
            yield from (Failure(path, reason) for path, _ in batch)


def _submit(
    executor: Executor, batch: Sequence[tuple[Path, Row | None]], folder: Path
) -> Future[list[Reading | Failure]] | None:
    try:
        return executor.submit(_attempt_batch, batch, folder)
    except BrokenExecutor:
        return None


def _attempt_batch(
    batch: Sequence[tuple[Path, Row | None]], folder: Path
) -> list[Reading | Failure]:
    return [_attempt(path, row, _lexicon(folder)) for path, row in batch]


@cache
def _lexicon(folder: Path) -> Lexicon:
    """Load a worker's own vocabulary once, not once a batch."""
    return Lexicon(folder)
