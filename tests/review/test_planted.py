"""What is planted is found, and clean reports are asked nothing: floors that only rise."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kg.review import check
from tests.accuracy import SEEDS, shared_lexicon
from tests.review.planted import CLEAN, Rates, measure, read, reports

FLOORS = {"law": 0.98, "section": 0.96, "numbering": 0.99, "duplicated": 0.9, "truncated": 0.57}
BESIDES = 0.17
"""What is found besides, a planted report; nearly all of it follows from the defect."""


@cache
def rates() -> Rates:
    return measure([*reports(CLEAN), *reports(SEEDS)])


@pytest.mark.parametrize("kind", FLOORS)
def test_what_is_planted_is_found(kind: str) -> None:
    assert rates().rate(kind) >= FLOORS[kind]


def test_little_is_found_besides() -> None:
    assert rates().besides / rates().planted.total() <= BESIDES


@pytest.mark.parametrize("path", reports(CLEAN), ids=lambda path: path.stem)
def test_a_clean_report_is_asked_nothing(path: Path) -> None:
    assert check(read(path.read_text("utf-8"), path), shared_lexicon()) == ()
