"""The ``kg`` command. Results go to standard output, what is said about them to standard error.

Exit status: 0 all was read, 1 something could not be read or found (named, with what to do; the
rest was done), 2 wrong use. Each command imports what it needs when it runs: a query starts fast.
"""

from __future__ import annotations

import gc
import sys
from typing import Annotated

import typer

from kg.cli import asking, reports
from kg.console import say, vocabulary

_COLLECT = 20_000, 20, 20
"""How seldom cycles are looked for: what is held by the million has none, and it cost a third."""


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


def _any_command(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_tell_version, is_eager=True, help="Say the version and stop."
        ),
    ] = False,
) -> None:
    """Take what every command takes."""


def _check_vocabulary(ontology: reports.OntologyFolder = None) -> None:
    """Test the vocabulary's data: labels, examples, laws, places, shapes."""
    from kg.curation import problems

    try:
        found = problems(vocabulary(ontology))
    except (ValueError, OSError) as error:  # a file that cannot be read at all
        found = [str(error)]
    for problem in found:
        print(problem)
    say(f"{len(found)} problems" if found else "the vocabulary is sound")
    raise SystemExit(1 if found else 0)


app = typer.Typer(
    name="kg",
    help="Read rule-of-law government reports into a knowledge graph, each fact with its evidence.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
ontology = typer.Typer(help="Look after the vocabulary.", no_args_is_help=True)
app.callback()(_any_command)
for command in (
    *(reports.build, reports.check, reports.extract),
    *(asking.query, asking.show),
    reports.gaps,
):
    app.command()(command)
app.add_typer(ontology, name="ontology")
ontology.command("check")(_check_vocabulary)
