"""The commands that ask a graph: in SPARQL, or by the name of a thing."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg.console import say, stop

GraphFile = Annotated[
    Path, typer.Option("--graph", "-g", help="A graph that kg build wrote (.ttl or .trig).")
]
DEFAULT_GRAPH = Path("output/graph.ttl")


class Format(StrEnum):
    """How a query's rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


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
