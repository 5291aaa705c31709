"""复核: names in a report that somebody should look at, with the sentence and the reason.

It asks and does not judge: linking noticed something, and says what. What linking accepts without a
word is not listed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.graph.evidence import sentence_at
from kg.model import Mention, Reading

REASONS = {
    "misspelt": ("疑有错字", "与规范名称只差一两个字"),
    "misnamed": ("名称不规范", "没有这个名称的法律文件或节日"),
    "wrong-years": ("年份有误", "规划、纲要的起止年份与名称不符"),
    "not-instrument": ("不是法律文件", "书名号内不是法律、法规、规章或文件"),
    "former-name": ("曾用名", "行政区划已更名"),
}
"""What each flag of linking that is worth a second look means: in short, and in a sentence."""


def findings(readings: Sequence[Reading], labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return what to look at, by report in the order of its text, as plain values.

    ``labels`` name what the mentions were linked to, by IRI.
    """
    return [
        {
            "document": reading.document.id,
            "label": reading.document.issuer.name,
            "start": mention.span.start,
            "end": mention.span.end,
            "quote": mention.text,
            "sentence": sentence_at(reading.document.text, mention.span.start, mention.span.end),
            "what": REASONS[mention.flag][0],
            "why": REASONS[mention.flag][1],
            "canonical": _proposal(mention, labels),
        }
        for reading in readings
        for mention in reading.mentions
        if mention.flag in REASONS
    ]


def _proposal(mention: Mention, labels: Mapping[str, str]) -> str:
    name = labels.get(mention.concept or "", mention.canonical)
    same = "".join(mention.text.split()) == name
    return "" if same or mention.flag == "not-instrument" else name
