from __future__ import annotations

import pytest

from kg.lexicon.concepts import EntityClass
from kg.lexicon.mechanisms import compile_words
from tests.accuracy import shared_lexicon


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("权责清单制度", ["清单制度"]),
        ("首问负责制和河长制", ["制", "制"]),
        ("领导包案制，", ["制"]),
        ("体制、编制、强制、法制审核", []),
        ("制度化、清单化、程序员、工作法治化", []),
        ("“一听二劝”工作法", ["工作法"]),
    ],
)
def test_head_nouns(text: str, heads: list[str]) -> None:
    assert [m[0] for m in shared_lexicon().mechanism_words.head.finditer(text)] == heads


def test_missing_lists_never_match() -> None:
    bare = EntityClass("iri", "iri", "MECH", "", "", "", 1, "", frozenset())
    words = compile_words(bare)
    assert not words.governing.search("建立健全工作机制")
    assert not "工作计划".endswith(words.closed)
    assert words.empty.fullmatch("")
