"""Accuracy floors: what the annotated reports once reached is never lost again."""

from __future__ import annotations

import pytest

from tests import accuracy

FLOORS = [
    (name, key, floor) for name, known in accuracy.floors().items() for key, floor in known.items()
]


@pytest.mark.parametrize(("name", "key", "floor"), FLOORS, ids=lambda v: str(v))
def test_floor(name: str, key: str, floor: float) -> None:
    assert accuracy.figures(name)[key] >= floor


def test_what_is_found_is_written_down() -> None:
    assert accuracy.found_now() == accuracy.FOUND.read_text("utf-8"), (
        "what is found in the annotated reports has changed: look at the difference that"
        " `python -m tests.accuracy --update` makes to tests/gold/found.tsv"
    )
