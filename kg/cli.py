"""The ``kg`` command. Results go to standard output, what is said about them to standard error.

Exit status: 0 all was read, 1 something could not be read or found (named, with what to do; the
rest was done), 2 wrong use. Each command imports what it needs when it runs: a query starts fast.
"""

from __future__ import annotations

import gc
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from kg.console import Intake, say, stop

if TYPE_CHECKING:
    from kg.lexicon import Lexicon

app = typer.Typer(
    name="kg",
    help="Read rule-of-law government reports into a knowledge graph, each fact with its evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
ontology_app = typer.Typer(help="Look after the vocabulary.", no_args_is_help=True)
app.add_typer(ontology_app, name="ontology")

Paths = Annotated[list[Path], typer.Argument(help="Report files, or folders of them.")]
GraphFile = Annotated[
    Path, typer.Option("--graph", "-g", help="A graph that kg build wrote (.ttl or .trig).")
]
OntologyFolder = Annotated[
    Path | None,
    typer.Option("--ontology", help="A vocabulary folder to use in place of the packaged one."),
]
Workers = Annotated[
    int, typer.Option("--workers", "-w", min=1, help="Processes that read reports.")
]
_COLLECT = 20_000, 20, 20
"""How seldom cycles are looked for: what is held by the million has none, and it took a quarter."""
DEFAULT_GRAPH = Path("output/graph.ttl")


class Format(StrEnum):
    """How a query's rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


class ReviewFormat(StrEnum):
    """How findings are handed on."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    SLIP = "slip"


def main() -> None:
    """Run the command line; the entry point of the package."""
    gc.set_threshold(*_COLLECT)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(1) from None


def _tell_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        print(f"kg {version('fazhi-kg')}")
        raise SystemExit


@app.callback()
def _any_command(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_tell_version, is_eager=True, help="Say the version and stop."
        ),
    ] = False,
) -> None:
    """Take what every command takes."""


@app.command()
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

    lexicon = _lexicon(ontology)
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


@app.command("check")
def check_reports(
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

    lexicon = _lexicon(ontology)
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


@app.command()
def extract(
    paths: Paths,
    workers: Workers = 1,
    ontology: OntologyFolder = None,
) -> None:
    """Print what each report says as JSON Lines, one document a line."""
    from kg.records import record

    lexicon = _lexicon(ontology)
    intake = Intake(paths, lexicon, workers=workers)
    for reading in intake:
        print(json.dumps(record(reading, lexicon), ensure_ascii=False), flush=True)
    intake.end()


@app.command()
def query(
    question: Annotated[
        str | None, typer.Argument(help="SPARQL, or the name of a .rq file that holds it.")
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", "-n", help="A question of the pack; see --list.")
    ] = None,
    graph: GraphFile = DEFAULT_GRAPH,
    format: Annotated[Format, typer.Option("--format", "-f")] = Format.TABLE,
    list_: Annotated[bool, typer.Option("--list", help="List the questions of the pack.")] = False,
) -> None:
    """Ask the graph in SPARQL: a string, a file, or a question of the pack by name."""
    from kg.graph import questions, results
    from kg.graph.store import Store
    from kg.graph.terms import unknown_terms

    if list_:
        for known in questions.pack():
            print(f"{known.name:32} {known.prose}")
        return
    if (question is None) == (name is None):
        stop("give either SPARQL (or a .rq file) or --name; kg query --list shows the names", 2)
    _need(graph)
    try:
        asked = questions.named(name) if name else questions.given(question or "")
        store, sparql = Store.load(graph), _typed(asked.sparql)
        rows = store.query(sparql)
    except (ValueError, KeyError, OSError) as error:
        stop(str(error.args[0] if isinstance(error, KeyError) else error), 2)
    print(results.render(rows, format.value), end="")
    for message in unknown_terms(store, sparql):
        say(message)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="A township, law, institution, ... by any name.")],
    graph: GraphFile = DEFAULT_GRAPH,
) -> None:
    """Show what the graph holds of one thing, with the words each fact rests on."""
    import kg
    from kg.graph import results
    from kg.graph.store import QueryError

    _need(graph)
    try:
        print(results.portrait(kg.load(graph), _typed(name)), end="")
    except QueryError as error:
        stop(str(error), 2)
    except LookupError as error:
        stop(str(error.args[0]), 1)


@app.command()
def gaps(paths: Paths, ontology: OntologyFolder = None) -> None:
    """Print what the vocabulary does not know, as Turtle ready to paste into it."""
    from kg.gaps import gaps as find_gaps

    lexicon = _lexicon(ontology)
    intake = Intake(paths, lexicon)
    print(find_gaps(list(intake), lexicon), end="")
    intake.end()


@ontology_app.command()
def check(ontology: OntologyFolder = None) -> None:
    """Test the vocabulary's data: labels, examples, laws, places, shapes."""
    from kg.curation import problems

    try:
        found = problems(_lexicon(ontology))
    except (ValueError, OSError) as error:  # a file that cannot be read at all
        found = [str(error)]
    for problem in found:
        print(problem)
    say(f"{len(found)} problems" if found else "the vocabulary is sound")
    raise SystemExit(1 if found else 0)


def _lexicon(folder: Path | None) -> Lexicon:
    from kg.lexicon import Lexicon

    if folder is not None and not (folder / "schema.ttl").is_file():
        stop(f"{folder}: no vocabulary (schema.ttl) there; check --ontology", 2)
    return Lexicon(folder)


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


def _typed(words: str) -> str:
    """Return words as they were typed: a locale without UTF-8 hands them over undecoded."""
    try:
        words.encode()
    except UnicodeEncodeError:
        from kg.documents import readable

        return readable(words)
    return words


def _need(graph: Path) -> None:
    if not graph.is_file():
        stop(f"{graph}: no such graph; make one with kg build, or name one with --graph", 2)
