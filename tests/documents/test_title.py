"""Where the title stands and which year is reported on, whatever stands above."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.plain import flatten
from kg.documents.title import find_title, find_year

BODY = "\n2024年，某镇坚持以习近平法治思想为指导，推进依法行政，现将有关情况报告如下。\n一、成效"
REPORT = "某县某镇2024年法治政府建设年度报告"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (REPORT, REPORT),
        ("某县某镇2024年度法治政府\n\n建设情况报告", "某县某镇2024年度法治政府建设情况报告"),
        ("某县人民政府\n2017年度法治政府建设情况报告", "某县人民政府2017年度法治政府建设情况报告"),
        (
            "中共某区某街道工作委员会\n某区人民政府某街道办事处\n关于2025年度法治政府建设情况的报告",
            "中共某区某街道工作委员会某区人民政府某街道办事处关于2025年度法治政府建设情况的报告",
        ),
        ("某市某局\n关于报送2024年法治政府建设\n情况的报告", "某市某局关于报送2024年法治政府建设情况的报告"),
        (f"某区人民政府\n{REPORT}", REPORT),
        (f"首页 > 政务公开 > 法治政府建设年度报告\n{REPORT}", REPORT),
        (f"索引号：1-2\n发布日期：2025-01-20\n标题：{REPORT}\n{REPORT}\n来源：某镇", REPORT),
        (f"索引号：1-2\n标 题：{REPORT}\n发布机构：某镇", REPORT),
        (f"{REPORT}\n来源：某镇 发布时间：2025-01-20\n\n{REPORT}", REPORT),
        (f"返回顶部\n发文字号 | 某发〔2025〕3号 |\n标 题 | {REPORT} |", REPORT),
        ("某镇2024年依法行政工作总结（2025年1月8日）", "某镇2024年依法行政工作总结（2025年1月8日）"),
        ("某镇2024年法治政府建设年度报告公示", "某镇2024年法治政府建设年度报告公示"),
        ("某镇法治建设工作", "某镇法治建设工作"),
        ("这份材料汇总某镇的情况。", ""),
    ],
)  # fmt: skip
def test_title(head: str, title: str) -> None:
    plain = flatten(head + BODY).text
    begin, end = find_title(plain)
    assert plain[begin:end].replace("\n", "") == title


@pytest.mark.parametrize(
    ("title", "name", "text", "year"),
    [
        ("某镇2024年法治政府建设报告", "", "", 2024),
        ("某镇2024年度法治政府建设报告（2025年1月8日）", "", "", 2024),
        ("某县二〇二三年度法治政府建设报告", "", "", 2023),
        ("某县二○二二年法治政府建设报告", "", "", 2022),
        ("某县二零二二年法治政府建设报告", "", "", 2022),
        ("关于《法治政府建设实施纲要（2021-2025年）》2023年落实情况的报告", "", "", 2023),
        ("法治政府建设情况报告（2022）", "", "", 2022),
        ("某镇法治政府建设报告", "某镇2021年法治政府建设报告", "2020年，某镇", 2021),
        ("某镇法治政府建设报告", "报告", "发布日期：2025年1月20日\n2024年，某镇推进依法行政。2024年度", 2024),
        ("某镇法治政府建设报告", "报告", "落实《法治政府建设实施纲要（2021-2025年）》，2023年以来", 2023),
        ("某镇法治政府建设报告", "", "发布时间：2025-01-20", None),
        ("", "", "", None),
    ],
)  # fmt: skip
def test_year(title: str, name: str, text: str, year: int | None) -> None:
    assert find_year(title, name, text) == year


@given(st.text(alphabet="法治政府建设报告关于某镇2024年：\n〉（）、。", max_size=200))
def test_a_title_is_a_range_of_lines(text: str) -> None:
    plain = flatten(text).text
    begin, end = find_title(plain)
    assert 0 <= begin <= end <= len(plain)
    assert plain[begin:end].count("\n") <= 60
