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
    "console", "cli",
)  # fmt: skip
AT_HOME = {
    "pyvis": {"page"},
    "rdflib": {"graph"},
    "pyshacl": {"graph"},
    "networkx": {"graph", "page"},
    "jieba": {"gaps"},
    "pyoxigraph": {"lexicon", "graph"},
    "docx": {"review"},
    "typer": {"cli"},
    "rich": {"console"},
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


EXTRACTORS = sorted(p for p in (ROOT / "kg" / "mentions").iterdir() if p.name[0] != "_")


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda p: p.stem)
def test_extractors_know_nothing_of_each_other(extractor: Path) -> None:
    """An extractor is a module or a folder of them, which may know one another."""
    own = f"kg.mentions.{extractor.stem}"
    paths = [extractor] if extractor.is_file() else sorted(extractor.rglob("*.py"))
    assert paths
    for path in paths:
        known = {name for _, name in imports(path) if name.startswith("kg.mentions")}
        assert not {n for n in known if n != own and not n.startswith(f"{own}.")}, path


def test_what_has_a_home_is_at_home() -> None:
    lived_in: dict[str, set[str]] = {name: set() for name in AT_HOME}
    for path in MODULES:
        for _, name in imports(path):
            if (library := name.partition(".")[0]) in lived_in:
                lived_in[library].add(room(path))
    assert lived_in == AT_HOME, "a home that nobody lives in is open to anybody"


def test_every_room_is_named_in_the_order() -> None:
    assert {room(path) for path in MODULES} - {"__init__", "__main__", *ROOMS} == set()


def test_ontology_holds_no_python() -> None:
    assert not list((ROOT / "ontology").rglob("*.py"))
