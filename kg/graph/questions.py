"""The question pack: ontology/queries/*.rq, each a question in prose and its answer in SPARQL.

A file opens with comment lines: the question in Chinese, in English, then the traps it avoids.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.lexicon import ontology_folder


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``prose`` is its first comment line, ``header`` all of them."""

    name: str
    prose: str
    header: str
    sparql: str


def pack(folder: Path | None = None) -> tuple[Question, ...]:
    """Return the questions of a vocabulary folder, in the order of their names."""
    queries = (folder or ontology_folder()) / "queries"
    return tuple(
        _question(path.stem, path.read_text("utf-8")) for path in sorted(queries.glob("*.rq"))
    )


def named(name: str, folder: Path | None = None) -> Question:
    """Return one question. Raises ``KeyError`` saying which there are."""
    questions = {question.name: question for question in pack(folder)}
    if name not in questions:
        raise KeyError(f"no question {name}; there are {', '.join(questions)}")
    return questions[name]


def given(text: str) -> Question:
    """Return the question that a user gave: SPARQL itself, or the path of a file that holds it.

    Raises ``ValueError`` naming a file that cannot be read.
    """
    if text.strip().endswith(".rq"):
        path = Path(text.strip())
        try:
            return _question(path.stem, path.read_text("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise ValueError(f"{path}: not UTF-8; save it as UTF-8") from error
        except FileNotFoundError as error:
            raise ValueError(
                f"{path}: no such file; check the path, or ask a question of the pack with --name"
            ) from error
        except OSError as error:
            raise ValueError(f"{path}: cannot be opened: {error.strerror}") from error
    return _question("", text)


def _question(name: str, sparql: str) -> Question:
    header = []
    for line in sparql.splitlines():
        if not line.startswith("#"):
            break
        header.append(line.lstrip("# "))
    return Question(name, header[0] if header else "", "\n".join(header), sparql)
