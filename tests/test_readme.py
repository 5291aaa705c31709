"""What the READMEs show is what happens: commands print it, SPARQL and Python run as they stand."""

from __future__ import annotations

import ast
import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from kg.graph.knowledge import Knowledge
from kg.graph.terms import unknown_terms
from tests.accuracy import SEEDS

ROOT = Path(__file__).parents[1]
GUIDES = {name: (ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md")}
GUIDE = pytest.mark.parametrize("guide", GUIDES)


def blocks(guide: str, language: str) -> list[str]:
    found = re.findall(rf"^```{language}\n(.*?)^```", GUIDES[guide], re.S | re.M)
    assert found
    return found


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph that the READMEs speak of."""
    folder = tmp_path_factory.mktemp("output")
    command = [sys.executable, "-m", "kg", "build", str(SEEDS), "-o", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return folder / "graph.ttl"


@cache
def printed(command: str, graph: Path) -> str:
    words = shlex.split(command)
    if words[0] == "query":
        words += ["--graph", str(graph)]
    done = subprocess.run(
        [sys.executable, "-m", "kg", *words], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    return done.stdout


@GUIDE
def test_commands_print_what_is_shown(guide: str, graph: Path) -> None:
    shown = re.findall(r"^```\n\$ kg ([^\n]*)\n(.*?)^```", GUIDES[guide], re.S | re.M)
    assert len(shown) == 4
    for command, output in shown:
        assert printed(command, graph) == output, command


@GUIDE
def test_sparql_runs_and_answers_in_one_language(guide: str, graph: Path) -> None:
    knowledge = Knowledge.load(graph)
    for query in blocks(guide, "sparql"):
        rows = knowledge.query(query).rows
        assert rows
        assert unknown_terms(knowledge.store, query) == []
        assert not [value for row in rows for value in row if str(value).isascii()]


@GUIDE
def test_python_runs_and_answers(guide: str, graph: Path) -> None:
    (code,) = blocks(guide, "python")
    code = code.replace("output/graph.ttl", str(graph))
    names: dict[str, object] = {}
    answers = {}
    for node in ast.parse(code).body:
        words = ast.unparse(node)
        if isinstance(node, ast.Expr):
            answers[words] = eval(words, names)
        else:
            exec(words, names)
    assert all(answers.values()), answers
    (path,) = (things for words, things in answers.items() if ".path(" in words)
    assert [str(thing) for thing in path] == [
        "中华人民共和国婚姻法",
        "聂荣镇",
        "中华人民共和国社区矫正法",
    ]
    ((quote,),) = (
        quotes for words, quotes in answers.items() if '"adopts"' in words or "'adopts'" in words
    )
    for name in ("quote", "sentence", "document", "start", "end"):
        assert f"{name}={getattr(quote, name)!r}" in code
    (rows,) = (rows for words, rows in answers.items() if ".query(" in words)
    assert len({tuple(row.items()) for row in rows}) == len(rows)
    assert {row["who"].rsplit("/", 2)[1] for row in rows} == {"place"}


def test_both_languages_show_the_same_code() -> None:
    english, chinese = (blocks(guide, "sparql") for guide in GUIDES)
    assert english == chinese
    plain = [
        [re.sub(r" *#.*", "", line) for line in blocks(guide, "python")[0].splitlines()]
        for guide in GUIDES
    ]
    assert plain[0] == plain[1]
