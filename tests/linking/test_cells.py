"""What a figure alone in its cell is labelled by, and where a line is no table."""

from __future__ import annotations

import pytest

from kg.linking import cells


@pytest.mark.parametrize(
    ("plain", "figure", "expected"),
    [
        ("单位|受理案件|办结案件\n城关镇|36件|30件", "30件", ("办结案件", True)),
        ("单位|受理案件\n城关镇|36件\n新城镇|12件", "12件", ("受理案件", True)),
        ("项目|数量\n法治讲座|12场", "12场", ("法治讲座", False)),
        ("项目|2024年\n法治讲座|12场", "12场", ("法治讲座", True)),
        ("一、举措\n法治讲座|12场", "12场", ("法治讲座", False)),
        ("单位|受理案件\n合计|受理|36件", "36件", ("受理", False)),
        ("受理案件|36件" + "|" * 99, "36件", ("", False)),
    ],
)
def test_the_head_of_a_cell(plain: str, figure: str, expected: tuple[str, bool]) -> None:
    assert cells.head(plain, plain.index(figure)) == expected
