"""What is said on standard error, and reading many files with a bar and workers while it is said.

Nothing here knows a command: the command line gives paths, takes readings, and ends with a status.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from kg.lexicon import Lexicon
    from kg.model import Reading

_NAMED = 5


class Intake:
    """The readings of all files that paths name, as they are read; then why some gave none.

    A table of metadata or a vocabulary that does not hold what it should stops the program.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        lexicon: Lexicon,
        *,
        workers: int = 1,
        output: Path | None = None,
    ) -> None:
        from kg import corpus

        self._lexicon = lexicon
        self._workers = workers
        self._files, self.failures = corpus.files(paths, output=output)
        _tell_skipped(corpus.skipped(paths, output=output))

    def __iter__(self) -> Iterator[Reading]:
        from kg import corpus

        with _executor(self._workers) as executor, _progress(len(self._files)) as seen:
            try:
                for outcome in corpus.readings(
                    self._files, self._lexicon, executor=executor, seen=seen, warn=say
                ):
                    if isinstance(outcome, corpus.Failure):
                        self.failures.append(outcome)
                    else:
                        yield outcome
            except ValueError as error:
                stop(str(error), 2)

    def tell(self) -> None:
        """Say what could not be read, and why."""
        from kg.documents import readable

        for failure in self.failures:
            say(f"{readable(failure.path)}: {failure.reason}")

    def end(self) -> None:
        """Say what could not be read, and stop with status 1 where there is anything."""
        self.tell()
        if self.failures:
            stop(f"{len(self.failures)} not read", 1)


def vocabulary(folder: Path | None) -> Lexicon:
    """Load a vocabulary folder, the packaged one for None; stop where there is none."""
    from kg.lexicon import Lexicon

    if folder is not None and not (folder / "schema.ttl").is_file():
        stop(f"{folder}: no vocabulary (schema.ttl) there; check --ontology", 2)
    return Lexicon(folder)


def say(message: str) -> None:
    """Say something about results, which are on standard output."""
    print(f"kg: {message}", file=sys.stderr)


def stop(message: str, status: int) -> NoReturn:
    """Say why the program ends here."""
    say(message)
    raise SystemExit(status)


def _tell_skipped(paths: Sequence[Path]) -> None:
    from kg.documents import readable

    if paths:
        more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
        names = ", ".join(readable(path) for path in paths[:_NAMED])
        say(f"skipped, in no format a report has: {names}{more}")


@contextmanager
def _executor(workers: int) -> Iterator[Executor | None]:
    if workers == 1:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as executor:
        yield executor


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], object]]:
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=total)
        yield lambda: progress.advance(task)
