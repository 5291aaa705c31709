"""A small graph for the doctests that show how one is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kg

if TYPE_CHECKING:
    from kg.graph.knowledge import Knowledge

REPORT = """尼玛县达果乡2023年度法治政府建设情况报告
一、主要举措和成效
（一）加强普法宣传。组织学习《中华人民共和国民法典》，开展法治宣传活动12场次。
（二）化解矛盾纠纷。建立“一案一回访”制度，设立司法所，落实《信访工作条例》。
二、下一步工作计划
（一）推行普法“三单一书”制度，学习《中华人民共和国行政处罚法》。
"""


@pytest.fixture(scope="session")
def example_report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write one small report and return its path."""
    path = tmp_path_factory.mktemp("reports") / "尼玛县达果乡2023年度法治政府建设情况报告.txt"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture(scope="session")
def example(example_report: Path) -> Knowledge:
    """Read one small report into a graph."""
    return kg.build([example_report])


@pytest.fixture(autouse=True)
def _doctest_names(request: pytest.FixtureRequest, doctest_namespace: dict[str, Any]) -> None:
    if isinstance(request.node, pytest.DoctestItem) and request.node.name.startswith(
        "kg.graph.know"
    ):
        doctest_namespace["knowledge"] = request.getfixturevalue("example")
    elif isinstance(request.node, pytest.DoctestItem) and request.node.name == "kg":
        doctest_namespace["example_file"] = request.getfixturevalue("example_report")
