"""The Chinese words the page uses for the codes of the model."""

from __future__ import annotations

from kg.model import Function, Part, Status

PARTS = {
    Part.MEASURES: "举措成效",
    Part.PROBLEMS: "问题不足",
    Part.LEADER_DUTY: "履职情况",
    Part.PLAN: "下步计划",
    Part.OTHER: "其他",
}
STATUSES = {
    Status.DONE: "已做",
    Status.ONGOING: "在做",
    Status.PLANNED: "计划",
    Status.PROBLEM: "问题",
    Status.AWARD: "受表彰",
}
FUNCTIONS = {
    Function.STUDY: "学习",
    Function.PUBLICISE: "宣传",
    Function.IMPLEMENT: "落实",
    Function.ISSUE: "制定",
    Function.OTHER: "其他",
}
QUESTIONS = {
    "law": "法律引用",
    "section": "结构与内容",
    "number": "数字",
    "text": "文字",
    "closure": "上年安排",
    "privacy": "个人信息",
}
"""What the first part of a finding's code stands for."""
