"""What CONTRIBUTING.md tells people to paste works as it stands."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from kg import documents
from kg.curation import problems
from kg.lexicon import Lexicon
from kg.reading import understand
from tests.accuracy import shared_lexicon

GUIDE = Path(__file__).parents[1] / "CONTRIBUTING.md"
SNIPPETS = [
    textwrap.dedent(found)
    for found in re.findall(r"^ *```turtle\n(.*?)^ *```", GUIDE.read_text("utf-8"), re.S | re.M)
]
HEADER = "".join(
    line + "\n"
    for name in ("schema.ttl", "institutions.ttl")
    for line in (shared_lexicon().folder / name).read_text("utf-8").splitlines()
    if line.startswith("@prefix")
)


def with_added(folder: Path, *turtle: str) -> Lexicon:
    """Return the vocabulary with one more file."""
    for path in shared_lexicon().folder.iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    (folder / "added.ttl").write_text(HEADER + "\n".join(turtle), "utf-8")
    return Lexicon(folder)


def test_there_are_snippets() -> None:
    assert len(SNIPPETS) == 3


def test_pasted_entries_are_sound_and_are_found(tmp_path: Path) -> None:
    lexicon = with_added(tmp_path, *SNIPPETS)
    assert problems(lexicon) == []
    added = lexicon.concepts.keys() - shared_lexicon().concepts.keys()
    assert len(added) == 2, "an example of the guide exists by now"
    for iri in added:
        concept = lexicon.concepts[iri]
        document = documents.from_text(concept.example, name="example", lexicon=lexicon)
        assert iri in {m.concept for m in understand(document, lexicon).mentions}
