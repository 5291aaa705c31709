"""Whose institution a mention names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from kg import documents, names
from kg.claims.holders import Holders
from kg.model import Issuer, Level, Mention, Span
from tests.accuracy import shared_lexicon

TOWNSHIP = Issuer("阿索乡", Level.TOWNSHIP, "尼玛县", "那曲市", "西藏自治区", "540629203")
STREET = Issuer("几江街道", Level.STREET, "江津区", "", "重庆市", "500116001")
COUNTY = Issuer("平江县", Level.COUNTY, "平江县", "岳阳市", "湖南省", "430626")
CITY = Issuer("浏阳市", Level.COUNTY, "浏阳市", "长沙市", "湖南省", "430181")
BUREAU = Issuer("绍兴市市场监督管理局", Level.BUREAU, "", "绍兴市", "浙江省", "3306")
UNKNOWN = Issuer("某乡", Level.TOWNSHIP, "某县")


@pytest.mark.parametrize(
    ("issuer", "text", "canonical", "whose"),
    [
        (TOWNSHIP, "司法所", "司法所", "place/540629203"),
        (TOWNSHIP, "乡派出所", "派出所", "place/540629203"),
        (TOWNSHIP, "村级调解组织", "人民调解组织", None),
        (STREET, "社区居委会", "居民委员会", None),
        (TOWNSHIP, "乡、村两级人民调解组织", "人民调解组织", "place/540629203"),
        (TOWNSHIP, "县委", "党委", "place/540629"),
        (TOWNSHIP, "县公安局", "公安局", "place/540629"),
        (TOWNSHIP, "县市场监督管理局", "市场监督管理局", "place/540629"),
        (TOWNSHIP, "市委", "党委", "place/5406"),
        (TOWNSHIP, "区党委", "党委", "place/54"),
        (TOWNSHIP, "区、市、县委", "党委", None),
        (TOWNSHIP, "国务院办公厅", "国务院办公厅", None),
        (TOWNSHIP, "社区矫正中心", "社区矫正中心", "place/540629203"),
        (STREET, "区委", "党委", "place/500116"),
        (STREET, "街道办事处", "街道办事处", "place/500116001"),
        (COUNTY, "县政府", "人民政府", "place/430626"),
        (COUNTY, "乡镇综治中心", "综治中心", None),
        (COUNTY, "市委", "党委", "place/4306"),
        (CITY, "市政府", "人民政府", "place/430181"),
        (BUREAU, "党组", "党组", "institution/3306-市场监督管理局"),
        (BUREAU, "市委", "党委", "place/3306"),
        (UNKNOWN, "司法所", "司法所", "place/某县某乡"),
        (UNKNOWN, "县委", "党委", None),
    ],
)
def test_whose(issuer: Issuer, text: str, canonical: str, whose: str | None) -> None:
    lexicon = shared_lexicon()
    document = replace(
        documents.from_text(text, name="t.txt", lexicon=lexicon), issuer=issuer, year=2024
    )
    mention = Mention(
        Span(0, len(text)), text, "INST", "test", canonical, names.concept("inst", canonical)
    )
    found = Holders(document, lexicon).of(mention, [mention])
    assert found == (whose and names.BASE + whose)


def test_a_place_inside_the_name_says_whose() -> None:
    lexicon = shared_lexicon()
    document = replace(
        documents.from_text("安多县公安局", name="t.txt", lexicon=lexicon), issuer=TOWNSHIP
    )
    place = Mention(Span(0, 3), "安多县", "PLACE", "test", "安多县", names.place("540624"))
    body = Mention(
        Span(0, 6), "安多县公安局", "INST", "test", "公安局", names.concept("inst", "公安局")
    )
    assert Holders(document, lexicon).of(body, [place, body]) == names.place("540624")
    unknown = structs.replace(place, concept=None)
    assert Holders(document, lexicon).of(body, [unknown, body]) is None
