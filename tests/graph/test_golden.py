"""One small report whose whole graph was checked by eye, statement by statement.

python -m tests.graph.test_golden      write the graph anew, to be read in the diff
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import rdflib
from msgspec import structs
from rdflib.compare import isomorphic

from kg import claims, documents, names
from kg.graph import turtle
from kg.graph.build import Graphs, build
from kg.model import (
    Bound,
    Finding,
    Issuer,
    Level,
    Mention,
    Passage,
    Quantity,
    Reading,
    Source,
    Span,
)
from tests.accuracy import shared_lexicon

GOLDEN = Path(__file__).parents[1] / "golden" / "small.ttl"
TEXT = """安多县多玛乡2024年度报告
一、主要举措和成效
（一）乡派出所协助县公安局，宣传《婚姻法》30余场次。
（二）与索加乡签订协议书。
二、存在的问题
（一）尚未形成协作机制。
三、下一步工作计划
（一）建立首问负责制。
"""
ISSUER = Issuer("多玛乡", Level.TOWNSHIP, "安多县", "那曲市", "西藏自治区", "540624201")


def mention(words: str, kind: str, canonical: str, concept: str) -> Mention:
    start = TEXT.index(words)
    return Mention(Span(start, start + len(words)), words, kind, "test", canonical, concept)


def small_graphs() -> Graphs:
    """Return the graphs of the small report, what reports share among them."""
    lexicon = shared_lexicon()
    document = documents.from_text(TEXT, name="small.txt", lexicon=lexicon)
    document = replace(
        document, issuer=ISSUER, year=2024, source=Source("small.txt", "ab" * 32, "txt")
    )
    figure = mention("30余场次", "QUANTITY", "", "")
    figure = structs.replace(
        figure,
        concept=None,
        quantity=Quantity(Decimal(30), "场次", Bound.AT_LEAST, indicator="婚姻法", action="宣传"),
    )
    found = (
        mention("多玛乡", "PLACE", "西藏自治区那曲市安多县多玛乡", names.place("540624201")),
        mention("乡派出所", "INST", "派出所", names.concept("inst", "派出所")),
        mention("县公安局", "INST", "公安局", names.concept("inst", "公安局")),
        mention("婚姻法", "LAW", "中华人民共和国婚姻法", names.law("中华人民共和国婚姻法")),
        figure,
        mention("索加乡", "PLACE", "青海省玉树藏族自治州治多县索加乡", names.place("632724200")),
        mention("协作机制", "MECH", "协作机制", names.concept("mech", "协作机制")),
        mention("首问负责制", "MECH", "首问负责制", names.concept("mech", "首问负责制")),
    )
    reading = Reading(document, found, tuple(claims.claim(document, found, lexicon)))
    quoted = found[3]
    question = Finding(
        "0123456789ab",
        "law/repealed",
        "small.txt",
        quoted.span,
        3,
        17,
        quoted.text,
        "《中华人民共和国婚姻法》已不再施行，请复核",
        "目录载明的废止时间早于报告年度。",
        "中华人民共和国民法典",
        (Passage("small.txt", found[5].span, found[5].text),),
    )
    return build([reading], lexicon, [[question]])


def small() -> str:
    """Return the small report's graph, without what reports share."""
    graphs = small_graphs()
    del graphs[names.VOCABULARY]
    return turtle.flat(graphs)


def test_the_graph_of_a_small_report() -> None:
    golden = rdflib.Graph().parse(GOLDEN)
    assert isomorphic(rdflib.Graph().parse(data=small(), format="turtle"), golden)
    assert small() == GOLDEN.read_text("utf-8")


if __name__ == "__main__":
    GOLDEN.write_text(small(), "utf-8")
