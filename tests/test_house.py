"""The house rules that a machine can check: who may import whom, and what stays where."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = (
    "model", "traditional", "characters", "names", "lexicon", "clauses", "documents", "boundaries", "mentions", "linking",
    "claims", "reading", "review", "records", "graph", "page", "outputs", "corpus", "api", "gaps", "curation",
    "cli",
)  # fmt: skip
AT_HOME = {
    "pyvis": {"page"},
    "rdflib": {"graph"},
    "pyshacl": {"graph"},
    "networkx": {"graph", "page"},
    "jieba": {"mentions", "gaps"},
    "pyoxigraph": {"lexicon", "graph"},
    "docx": {"review"},
    "typer": {"cli"},
    "rich": {"cli", "graph"},
}
MODULES = sorted((ROOT / "kg").rglob("*.py"))


def room(path: Path) -> str:
    return path.relative_to(ROOT / "kg").with_suffix("").parts[0]


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield node.lineno, node.module
            if node.module == "kg":
                yield from ((node.lineno, f"kg.{alias.name}") for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_left(path: Path) -> None:
    here = room(path)
    if here in ("__init__", "__main__"):
        return
    for line, name in imports(path):
        parts = name.split(".")
        if parts[0] == "kg" and len(parts) > 1:
            assert ROOMS.index(parts[1]) <= ROOMS.index(here), f"{path}:{line}: {here} <- {name}"
        elif parts[0] in AT_HOME:
            assert here in AT_HOME[parts[0]], f"{path}:{line}: {name} does not live in {here}"


@pytest.mark.parametrize(
    "path", sorted((ROOT / "kg" / "mentions").glob("*.py")), ids=lambda p: p.name
)
def test_extractors_know_nothing_of_each_other(path: Path) -> None:
    if path.name != "__init__.py":
        assert not [name for _, name in imports(path) if name.startswith("kg.mentions")]


def test_every_room_is_named_in_the_order() -> None:
    assert {room(path) for path in MODULES} - {"__init__", "__main__", *ROOMS} == set()


def test_ontology_holds_no_python() -> None:
    assert not list((ROOT / "ontology").rglob("*.py"))
