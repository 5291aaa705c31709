"""Plain text: what goes, what stays, and where each character stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.characters import fold
from kg.documents.plain import flatten

WRAPPED = """某县某镇2024年法治政府建设年度报告
    2024年，某镇坚持以习近平新时代中国特色社会主义思想
为指导，深入学习贯彻习近平法治思想，全面落实《法治政府建
设实施纲要（2021—2025年）》要求，扎实推进依法行政。
    一、主要举措和成效
    （一）加强组织领导。成立以党委书记为组长的法治政府建
设工作领导小组，全年召开专题会议2次，研究解决法治政府建
设中的重点难点问题。
    二、存在的问题
    一是法治意识不强。二是队伍力量薄弱，不能满足当前工作
需要。"""


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("开展普法活动 12 场次", "开展普法活动12场次"),
        ("覆盖\u3000群众\u00a0800\u200b余人次", "覆盖群众800余人次"),
        ("\ufeff  法治政府", "法治政府"),
        ("一、成效\r\n\r\n  （一）学法\r\n", "一、成效\n（一）学法"),
        ("一、成效\r（一）学法\u2028（二）普法", "一、成效\n（一）学法\n（二）普法"),
        ("(一)学法,普法;执法", "（一）学法，普法；执法"),
        ("培训\t12\t30人", "培训12\t30人"),
        ("学习《法治政府建\n设实施纲要》。", "学习《法治政府建设实施纲要》。"),
        ("学习宪法、\n民法典。", "学习宪法、民法典。"),
        ("学习宪法、\n（二）民法典。", "学习宪法、\n（二）民法典。"),
        (
            # The end of a page cuts a paragraph of a text that is not wrapped elsewhere.
            "镇里把窗口延到午休时段，把材料减到最少，把流程画在墙上，让老人不用跑第二趟，便民服务中\n心办件快了。",
            "镇里把窗口延到午休时段，把材料减到最少，把流程画在墙上，让老人不用跑第二趟，便民服务中心办件快了。",
        ),
        ("", ""),
        (" \n\t\u3000\n", ""),
    ],
)
def test_blanks_go_and_paragraphs_stay(text: str, plain: str) -> None:
    assert flatten(text).text == plain


def test_wrapped_lines_are_joined_and_headings_are_not() -> None:
    assert flatten(WRAPPED).text.split("\n") == [
        "某县某镇2024年法治政府建设年度报告",
        "2024年，某镇坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，"
        "全面落实《法治政府建设实施纲要（2021-2025年）》要求，扎实推进依法行政。",
        "一、主要举措和成效",
        "（一）加强组织领导。成立以党委书记为组长的法治政府建设工作领导小组，"
        "全年召开专题会议2次，研究解决法治政府建设中的重点难点问题。",
        "二、存在的问题",
        "一是法治意识不强。二是队伍力量薄弱，不能满足当前工作需要。",
    ]


def test_wrapping_needs_neither_indents_nor_survives_empty_lines_between_lines() -> None:
    bare = "\n".join(line.strip() for line in WRAPPED.split("\n"))
    spaced = bare.replace("\n", "\n\n")
    assert flatten(bare).text == flatten(spaced).text == flatten(WRAPPED).text


def test_lines_that_are_paragraphs_are_not_joined() -> None:
    headings = ["组织领导不断加强", "普法宣传深入人心", "执法水平稳步提升", "矛盾纠纷有效化解"]
    body = "全镇开展普法宣传12场次，受教育群众800余人次，群众的法治意识有了很大的提高。" * 2
    text = "\n".join(line for heading in headings for line in (heading, body))
    assert flatten(text).text == text


TEXTS = st.text(
    st.one_of(
        st.sampled_from(
            '一二三、（）()是第部分附件。，；：\n\r\t \u3000\u00a0"“”《》12.①#*|年月日'
        ),
        st.characters(),
    ),
    max_size=300,
)


BY_CONTEXT = {"“": '"＂', "”": '"＂', "。": ".．﹒", "日": "曰", "已": "己"}
"""What folds by the characters beside it, and from what."""


@given(TEXTS)
def test_every_character_stands_where_it_says(text: str) -> None:
    plain, offsets = flatten(text)
    assert len(plain) == len(offsets)
    assert list(offsets) == sorted(set(offsets))
    kept = "".join(text[at] for at in offsets)
    for said, stands in zip(plain, kept, strict=True):
        told_by_others = said in BY_CONTEXT and stands in BY_CONTEXT[said]
        assert said == "\n" or told_by_others or fold(stands) in (said, "，"), (said, stands)
    assert "\n\n" not in plain
    assert not plain.startswith("\n")


@given(TEXTS)
def test_plain_text_stays_as_it_is(text: str) -> None:
    plain = flatten(text).text
    assert flatten(plain).text.replace("\n", "") == plain.replace("\n", "")
