"""The commands that read reports: into a graph, a review, records, or what is not known of them."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from kg.console import Intake, say, stop, vocabulary

Paths = Annotated[list[Path], typer.Argument(help="Report files, or folders of them.")]
OntologyFolder = Annotated[
    Path | None,
    typer.Option("--ontology", help="A vocabulary folder to use in place of the packaged one."),
]
Workers = Annotated[
    int, typer.Option("--workers", "-w", min=1, help="Processes that read reports.")
]


class ReviewFormat(StrEnum):
    """How findings are handed on."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    SLIP = "slip"


def build(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder to write.")] = Path(
        "output"
    ),
    workers: Workers = 1,
    ontology: OntologyFolder = None,
) -> None:
    """Read reports and write graph.ttl, graph.trig, graph.html and tables/ to a folder."""
    from kg import outputs

    lexicon = vocabulary(ontology)
    _prove_writable(output)
    intake = Intake(paths, lexicon, workers=workers, output=output)
    readings = list(intake)
    if not readings:
        intake.tell()
        stop("nothing was read, so nothing was written; what stood in the folder is untouched", 1)
    try:
        written = outputs.write(readings, lexicon, output)
    except OSError as error:
        intake.tell()
        _stop_unwritable(output, error)
    say(f"{len(readings)} reports read; written: {', '.join(str(path) for path in written)}")
    intake.end()


def check(
    paths: Paths,
    format: Annotated[ReviewFormat, typer.Option("--format", "-f")] = ReviewFormat.TEXT,
    select: Annotated[
        list[str] | None, typer.Option("--select", help="Ask only these codes, or their prefixes.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", help="Leave these codes or prefixes out.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", help="An earlier run's JSON: fixed, open and new.")
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder of slips.")] = Path(
        "output/slips"
    ),
    workers: Workers = 1,
    ontology: OntologyFolder = None,
) -> None:
    """List what to look at again in each report; exit status 1 where there is anything."""
    from kg.review import outputs, review

    lexicon = vocabulary(ontology)
    try:
        asked = outputs.asked(lexicon, select=select or (), ignore=ignore or (), baseline=baseline)
    except ValueError as error:
        stop(str(error), 2)
    if format is ReviewFormat.SLIP:
        _prove_writable(output)
    intake = Intake(paths, lexicon, workers=workers)
    reports = [asked(reviewed) for reviewed in review(list(intake), lexicon)]
    try:
        outputs.hand_on(reports, lexicon, format, folder=output, terminal=sys.stdout.isatty())
    except OSError as error:
        _stop_unwritable(output, error)
    say(outputs.summary(reports))
    intake.end()
    raise SystemExit(1 if any(reviewed.findings for reviewed in reports) else 0)


def extract(
    paths: Paths,
    workers: Workers = 1,
    ontology: OntologyFolder = None,
) -> None:
    """Print what each report says as JSON Lines, one document a line."""
    from kg.records import record

    lexicon = vocabulary(ontology)
    intake = Intake(paths, lexicon, workers=workers)
    for reading in intake:
        print(json.dumps(record(reading, lexicon), ensure_ascii=False), flush=True)
    intake.end()


def gaps(paths: Paths, ontology: OntologyFolder = None) -> None:
    """Print what the vocabulary does not know, as Turtle ready to paste into it."""
    from kg.gaps import gaps as find_gaps

    lexicon = vocabulary(ontology)
    intake = Intake(paths, lexicon)
    print(find_gaps(list(intake), lexicon), end="")
    intake.end()


def _prove_writable(folder: Path) -> None:
    """Stop where a folder cannot be made or written to; leave nothing behind.

    Reading takes long, and its work would be lost.
    """
    from tempfile import TemporaryDirectory

    try:
        there = next(place for place in (folder, *folder.absolute().parents) if place.exists())
        with TemporaryDirectory(prefix=".building-", dir=there):
            pass
    except OSError as error:
        _stop_unwritable(folder, OSError(error.errno, error.strerror))


def _stop_unwritable(folder: Path, error: OSError) -> NoReturn:
    stop(
        f"{error.filename or folder}: cannot be written ({error.strerror}), so nothing was;"
        " close it where it is open, or choose another folder with -o",
        1,
    )
