"""A figure alone in its cell of a table: the words at the head of its column or row.

Reads plain text in which a reader has put ``|`` between the cells of a row. A table is a run of
lines of equally many cells, its first line the heads of the columns.
"""

from __future__ import annotations

import re
from functools import lru_cache

BORDER = "|"
# Heads that say how a figure is given, not what it counts: then the row tells.
_HOW = re.compile(
    "(?:数量|数据|数值|数|次数|件数|人数|场次|合计|总计|小计|完成(?:情况|数)|情况|结果|内容"
    "|(?:20[0-9]{2}|今|本|上|去|全)年度?(?:数|数据)?)?(?:（[^）]*）)?"
)
_NAME = re.compile("[\u4e00-\u9fff]{2}")
_FIGURE = re.compile("[0-9]")
_WIDEST = 64
"""Columns that a table may have: what has more is none, and would be gone through for each cell."""


def head(plain: str, start: int) -> tuple[str, bool]:
    r"""Return what labels the figure that begins a cell, and whether it is one of several alike.

    Its column's head where that says what is counted, and the row which of several it is of; else
    its row's, which a column of a year makes one of several too.

    >>> head("单位|受理案件\n城关镇|36件", 12), head("项目|数量\n法治讲座|12场", 11)
    (('受理案件', True), ('法治讲座', False))
    """
    begin = plain.rfind("\n", 0, start) + 1
    first, heads = _tables(plain)[begin]
    if len(heads) > _WIDEST:
        return "", False
    row = plain[begin:start].split(BORDER)
    of_column = heads[len(row) - 1] if first < begin else ""
    if _NAME.search(of_column) and not _HOW.fullmatch(of_column):
        return of_column, True
    return next((cell for cell in reversed(row) if _is_name(cell)), ""), "年" in of_column


@lru_cache(maxsize=8)
def _tables(plain: str) -> dict[int, tuple[int, list[str]]]:
    """Return by each line's place that of the first line of its table, and the cells of that."""
    found: dict[int, tuple[int, list[str]]] = {}
    begin = first = 0
    heads: list[str] = []
    for line in plain.split("\n"):
        if line.count(BORDER) + 1 != len(heads):
            first, heads = begin, line.split(BORDER)
        found[begin] = first, heads
        begin += len(line) + 1
    return found


def _is_name(cell: str) -> bool:
    return _NAME.search(cell) is not None and _FIGURE.search(cell) is None
