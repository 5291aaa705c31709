"""Paths in, a graph to work with out: the whole flow as one call, nothing written."""

from __future__ import annotations

import warnings
from pathlib import Path

from kg import corpus
from kg.documents import readable
from kg.graph import turtle
from kg.graph.build import build as build_graphs
from kg.graph.knowledge import Knowledge
from kg.graph.store import Store
from kg.lexicon import Lexicon
from kg.model import Reading
from kg.review import review


def build(paths: list[Path], ontology: Path | None = None) -> Knowledge:
    """Read reports into a graph. Raises ``ValueError`` naming every file that could not be read.

    What a table of metadata says idly or against the gazetteer is warned of.
    """
    lexicon = Lexicon(ontology)
    found, failures = corpus.files(paths)
    readings: list[Reading] = []
    for outcome in corpus.readings(found, lexicon, warn=warnings.warn):
        if isinstance(outcome, corpus.Failure):
            failures.append(outcome)
        else:
            readings.append(outcome)
    if failures:
        raise ValueError("; ".join(f"{readable(f.path)}: {f.reason}" for f in failures))
    asked = [reviewed.findings for reviewed in review(readings, lexicon)]
    return Knowledge(Store(turtle.flat(build_graphs(readings, lexicon, asked))))
