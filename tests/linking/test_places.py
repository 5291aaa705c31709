from __future__ import annotations

import random
from dataclasses import replace

import pytest

from kg import documents, linking, mentions, names
from kg.lexicon.place_names import is_township
from kg.lexicon.places import Gazetteer
from kg.mentions import places as extractor
from kg.model import Issuer, Level, Mention
from tests.accuracy import shared_lexicon

TITLE = "安多县多玛乡2024年度法治政府建设情况报告"


def linked(text: str, title: str = TITLE) -> list[Mention]:
    """Return the places named after the title, linked."""
    lexicon = shared_lexicon()
    document = documents.from_text(f"{title}\n\n{text}", name="a.txt", lexicon=lexicon)
    found = mentions.settle(extractor.find(document, lexicon), lexicon)
    return [m for m in linking.link(document, found, lexicon) if m.span.start >= len(title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("多玛乡坚持。", ["西藏自治区那曲市安多县多玛乡"]),
        (
            "同青海玉树州治多县索加乡座谈。",
            [
                "青海省玉树藏族自治州",
                "青海省玉树藏族自治州治多县",
                "青海省玉树藏族自治州治多县索加乡",
            ],
        ),
        (
            "双湖县多玛乡来访，多玛乡接待。",
            [
                "西藏自治区那曲市双湖县",
                "西藏自治区那曲市双湖县多玛乡",
                "西藏自治区那曲市安多县多玛乡",
            ],
        ),
        ("江苏南京鼓楼区", ["江苏省南京市鼓楼区"]),
        ("福州市鼓楼区来访，与鼓楼区座谈。", ["福建省福州市", *["福建省福州市鼓楼区"] * 2]),
        ("徐州市来访，与鼓楼区座谈。", ["江苏省徐州市", "江苏省徐州市鼓楼区"]),
        ("芷江县", ["湖南省怀化市芷江侗族自治县"]),
        ("安 多县多玛 乡", ["西藏自治区那曲市安多县", "西藏自治区那曲市安多县多玛乡"]),
        ("在东湖村开展宣讲。", ["西藏自治区那曲市安多县多玛乡东湖村"]),
        ("班戈县多玛乡", ["西藏自治区那曲市班戈县", "西藏自治区那曲市班戈县多玛乡"]),
        ("安多县新设镇", ["西藏自治区那曲市安多县", "西藏自治区那曲市安多县新设镇"]),
        ("青岛市即墨市", ["山东省青岛市", "山东省青岛市即墨市"]),
    ],
)
def test_a_place_goes_by_its_full_chain(text: str, expected: list[str]) -> None:
    found = linked(text)
    assert [m.canonical for m in found] == expected
    assert all(m.concept and not m.candidates for m in found)


def test_concepts_are_statistical_codes() -> None:
    assert linked("多玛乡")[0].concept == names.place("540624201")
    assert linked("在东湖村开展宣讲。")[0].concept == names.place("540624201_东湖村")


def test_a_former_name_is_kept_and_flagged() -> None:
    (_, county) = linked("青岛市即墨市")
    assert (county.flag, county.concept) == ("former-name", names.place("370215"))


@pytest.mark.parametrize(("text", "bearers"), [("城关镇", 91), ("鼓楼区", 4)])
def test_a_name_nothing_decides_keeps_its_candidates(text: str, bearers: int) -> None:
    (mention,) = linked(text)
    assert mention.concept is None
    assert mention.canonical == text
    assert len(mention.candidates) == bearers


def test_the_issuer_keeps_its_name_from_a_namesake_elsewhere() -> None:
    assert [m.canonical for m in linked("索加乡坚持依法行政。", "平阳县索加乡2024年报告")] == [
        "浙江省温州市平阳县索加乡"
    ]


def test_siblings_decide_each_other() -> None:
    lexicon = shared_lexicon()
    assert all(len(lexicon.places.named(n)) > 1 for n in ("德庆镇", "青龙乡"))
    assert [m.canonical for m in linked("德庆镇、青龙乡")] == [
        "西藏自治区那曲市班戈县德庆镇",
        "西藏自治区那曲市班戈县青龙乡",
    ]


def test_the_issuer_goes_by_its_full_name_where_the_edition_has_a_short_one() -> None:
    title = "桦川县星火朝鲜族乡2024年度法治政府建设情况报告"
    full = "黑龙江省佳木斯市桦川县星火朝鲜族乡"
    assert {m.canonical for m in linked("星火乡党委研究法治建设。", title)} == {full}


def test_a_township_in_a_list_with_a_known_one_lies_in_its_county() -> None:
    title = "芜湖市弋江区2024年度法治政府建设情况报告"
    found = [m.canonical for m in linked("马塘街道、新设街道受表彰。", title)]
    assert found == ["安徽省芜湖市弋江区马塘街道", "安徽省芜湖市弋江区新设街道"]


def test_a_county_goes_by_its_former_name() -> None:
    found = {m.text: m for m in linked("与遵义县人民政府、原闸北区和四川省成都市郫县签订协议。")}
    assert [found[n].canonical for n in ("遵义县", "闸北区", "郫县")] == [
        "贵州省遵义市遵义县",
        "上海市闸北区",
        "四川省成都市郫县",
    ]
    assert found["遵义县"].concept == names.place("520304")
    assert found["遵义县"].flag == "former-name"


def test_an_issuer_nobody_can_place_leaves_its_name_open() -> None:
    title = "多玛乡2024年度法治政府建设情况报告"
    mentions_ = linked("多玛乡坚持依法行政。", title)
    assert [m.concept for m in mentions_] == [None]
    assert len(mentions_[0].candidates) == 3


def test_generated_sentences_over_the_whole_gazetteer_hold_no_wrong_link() -> None:
    lexicon = shared_lexicon()
    gazetteer = lexicon.places
    blank = replace(
        documents.from_text("", name="a.txt", lexicon=lexicon), issuer=Issuer("", Level.TOWNSHIP)
    )
    townships = sorted(c for c in gazetteer.below("") if is_township(gazetteer.place(c).name))
    chosen = random.Random(20230630).sample(townships, 240)
    linked_right = ambiguous = missed = 0
    for i, township in enumerate(chosen):
        county = gazetteer.superior(township)
        text = _sentence(gazetteer, county, township, shape=i % 4)
        document = replace(blank, text=text, plain=text, offsets=tuple(range(len(text))))
        found = mentions.settle(extractor.find(document, lexicon), lexicon)
        own = [
            m
            for m in linking.link(document, found, lexicon)
            if m.text == gazetteer.place(township).name
        ]
        missed += not own
        for mention in own:
            if mention.concept is None:
                ambiguous += 1
                assert names.place(township) in mention.candidates
            else:
                linked_right += 1
                assert mention.canonical == gazetteer.label(township), text
    assert linked_right >= 0.9 * 300
    assert ambiguous <= 0.1 * 300
    assert missed <= 5


def _sentence(gazetteer: Gazetteer, county: str, township: str, *, shape: int) -> str:
    upper, name = gazetteer.place(county).name, gazetteer.place(township).name
    return (
        f"与{upper}{name}签订平安边界合作协议书。",
        f"{upper}人民政府高度重视。全年，{name}开展法治宣传活动12场次。",
        f"{upper}{name}坚持依法行政。{name}党委研究法治建设2次。",
        f"全年，{name}开展法治宣传活动12场次。",
    )[shape]


@pytest.mark.parametrize("seed", range(6))
def test_any_heap_of_names_is_read_and_quoted(seed: int) -> None:
    rng = random.Random(seed)
    lexicon = shared_lexicon()
    codes = sorted(lexicon.places.below(""))
    pieces = [lexicon.places.place(code).name for code in rng.sample(codes, 300)]
    pieces += [
        "村",
        "社区",
        "县",
        "市场",
        "乡镇",
        "、",
        "，",
        "\n",
        " ",
        "人民政府",
        "我",
        "的",
    ] * 20
    rng.shuffle(pieces)
    document = documents.from_text("".join(pieces), name="a.txt", lexicon=lexicon)
    found = mentions.settle(extractor.find(document, lexicon), lexicon)
    assert found
    for mention in linking.link(document, found, lexicon):
        assert document.quote(mention.span) == mention.text
        assert mention.canonical
        assert not (mention.concept and mention.candidates)
        if mention.concept:
            assert mention.concept.removeprefix(names.PLACE) in lexicon.places
