"""Which part of a report a heading opens, and which words only look like telling it."""

from __future__ import annotations

import pytest

from kg.documents.parts import HeadingReader
from kg.lexicon import Lexicon
from kg.model import Concept, Part

LEXICON = Lexicon()
READER = HeadingReader(LEXICON.heading_words, 2024)
M, P, L, F, X = Part.MEASURES, Part.PROBLEMS, Part.LEADER_DUTY, Part.PLAN, Part.OTHER


@pytest.mark.parametrize(
    ("heading", "parts"),
    [
        ("2024年度推进法治政府建设的主要举措和成效", (M,)),
        ("工作开展情况", (M,)),
        ("基本情况", (M,)),
        ("特色亮点和典型经验", (M,)),
        ("2024年工作安排落实情况", (M,)),
        ("坚持问题导向，补齐短板", (M,)),
        ("坚持精心安排，落实培训计划", (M,)),
        ("深入学习贯彻习近平法治思想", ()),
        ("2024年度推进法治政府建设存在的不足和原因", (P,)),
        ("存在问题的不足", (P,)),
        ("面临的主要困难", (P,)),
        ("薄弱环节及原因分析", (P,)),
        ("党政主要负责人履行推进法治建设第一责任人职责，加强法治政府建设的有关情况", (L,)),
        ("主要负责同志履职情况", (L,)),
        ("切实履行推进法治建设第一责任人职责", (L,)),
        ("下一步工作打算", (F,)),
        ("下一步工作举措", (F,)),
        ("2025年度推进法治政府建设的主要安排", (F,)),
        ("2025年工作思路", (F,)),
        ("2025年重点任务", (F,)),
        ("今后努力方向", (F,)),
        ("2025年推进法治政府建设的主要举措和成效", (M,)),
        ("存在的问题及下一步打算", (P, F)),
        ("存在问题和改进措施", (P, F)),
        ("工作成效及存在问题", (M, P)),
        ("2024年工作情况和2025年工作计划", (M, F)),
        ("其他需要报告的事项", (X,)),
        ("", ()),
    ],
)
def test_top_headings(heading: str, parts: tuple[Part, ...]) -> None:
    assert READER.top(heading) == parts


@pytest.mark.parametrize(
    ("heading", "above", "part"),
    [
        ("压实第一责任人责任", M, M),
        ("党政主要负责人履行推进法治建设第一责任人职责情况", M, L),
        ("存在的问题", M, P),
        ("着力解决突出问题", M, M),
        ("制定工作计划，强化组织领导", M, M),
        ("下一步工作", M, F),
        ("2025年工作", M, F),
        ("基础设施建设存在短板", P, P),
        ("主要负责人履行第一责任人职责不到位", P, P),
        ("针对以上问题，下一步工作", P, F),
        ("着力解决存在的问题", F, F),
        ("落实党政主要负责人第一责任人职责", F, F),
        ("存在的不足", L, P),
    ],
)
def test_headings_below(heading: str, above: Part, part: Part) -> None:
    assert READER.below(heading, above) is part


@pytest.mark.parametrize("concept", LEXICON.of_kind("Part"), ids=lambda c: c.iri.rpartition("/")[2])
def test_examples_and_words_of_the_vocabulary_tell_their_part(concept: Concept) -> None:
    part = Part(concept.iri.rpartition("/")[2])
    assert READER.top(concept.example) == (part,)
    for word in concept.facts["headingWord"]:
        assert part in READER.firmly(word), word
    for word in concept.facts["topWord"]:
        assert part in READER.top(word), word
