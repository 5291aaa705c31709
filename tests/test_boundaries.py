"""Where a name begins, and whose it is."""

from __future__ import annotations

import pytest

from kg.boundaries import is_owner, owner_start, phrase_start, without_owner
from tests.accuracy import shared_lexicon


@pytest.mark.parametrize(
    ("before", "head", "expected"),
    [
        ("镇里成立优化营商环境工作", "领导小组", "优化营商环境工作"),
        ("扎实推进", "综治中心", ""),
        ("组建民族团结进步创建工作", "领导小组", "民族团结进步创建工作"),
        ("与司法所和平安建设", "办公室", "平安建设"),
        ("派出2支青年法治宣讲", "小分队", "青年法治宣讲"),
        ("拉起“蒲公英”普法志愿者", "中队", "“蒲公英”普法志愿者"),
        ("由镇长任应急管理", "办公室", "应急管理"),
        ("落实行政执法责任制", "领导小组", "行政执法责任制"),
    ],
)
def test_a_phrase_begins_after_what_is_no_noun(before: str, head: str, expected: str) -> None:
    text = before + head
    assert text[phrase_start(text, len(before)) : len(before)] == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("在区、市、县", "区、市、县"),
        ("会同内江市东兴区", "内江市东兴区"),
        ("与于都县", "于都县"),
        ("对标对表县", "县"),
        ("各村", ""),
        ("健全村级", "村级"),
        ("13个村（居）", ""),
        ("乡镇（街道）", "乡镇（街道）"),
        ("我乡", ""),
        ("区、街道、社区三级", "区、街道、社区三级"),
    ],
)
def test_level_words_and_places_say_whose_a_body_is(before: str, expected: str) -> None:
    places = shared_lexicon().places
    text = before + "司法所"
    start = owner_start(text, len(before), is_place=lambda name: bool(places.named(name)))
    assert text[start : len(before)] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("绍兴市市场监督管理局", "市场监督管理局"),
        ("县乡村振兴服务队", "乡村振兴服务队"),
        ("村级禁毒宣传队", "禁毒宣传队"),
        ("禁毒委员会", "禁毒委员会"),
    ],
)
def test_a_name_without_whose_it_is(name: str, expected: str) -> None:
    assert without_owner(name, shared_lexicon()) == expected


@pytest.mark.parametrize("words", ["县", "乡、村两级", "安多县", "市委", "村（居）"])
def test_owners(words: str) -> None:
    assert is_owner(words)


@pytest.mark.parametrize("words", ["物业纠纷", "法治", "“石榴籽”"])
def test_what_makes_a_name_more_special_is_no_owner(words: str) -> None:
    assert not is_owner(words)
