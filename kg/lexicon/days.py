"""What tells observances that go by no name of the vocabulary: how made ones end, numeral dates."""

from __future__ import annotations

NUMERALS = {
    "三八": "03-08",
    "五四": "05-04",
    "六一": "06-01",
    "七一": "07-01",
    "八一": "08-01",
    "三·一五": "03-15",
    "六·二六": "06-26",
    "十二·四": "12-04",
    "一二·四": "12-04",
}
"""Dates written in numerals."""
DATE_MARKS = (
    *(digit + mark for digit in "0123456789" for mark in "·.-月"),
    *(f"“{numeral}" for numeral in NUMERALS),
)
"""What tells where a date may be: the digit before its mark, or numerals that are quoted."""
MAKES = ("宣传", "教育", "普法", "宣教", "学法", "维权", "服务")
"""What the words before 日, 周, 月 or 节 end in where they make a name."""
MADE_ENDS = tuple(make + of + tail for make in MAKES for of in ("", "活动") for tail in "日周月节")
"""How made names end: 宣传月, 普法活动周."""
