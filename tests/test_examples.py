"""Example sentences are our own words, not those of the sample reports."""

from __future__ import annotations

from kg.lexicon import matching_form
from tests.accuracy import SEEDS, shared_lexicon

LONG_ENOUGH = 10
"""Characters from which a sentence is somebody's; 设立司法所 is anybody's."""


def test_no_example_stands_in_a_sample() -> None:
    samples = [matching_form(path.read_text("utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    assert samples
    copied = [
        (concept.iri, example)
        for concept in shared_lexicon().concepts.values()
        for example in concept.facts.get("example", ())
        if len(words := matching_form(example).rstrip("。")) >= LONG_ENOUGH
        and any(words in sample for sample in samples)
    ]
    assert copied == []
