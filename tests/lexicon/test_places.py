from __future__ import annotations

import csv
import gzip
from pathlib import Path

import pytest

from kg.lexicon import places
from kg.lexicon.build_places import build
from kg.lexicon.places import Gazetteer, PlaceLevel, provisional
from kg.model import Level
from tests.accuracy import shared_lexicon


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return shared_lexicon().places


def only(gazetteer: Gazetteer, name: str) -> str:
    (code,) = gazetteer.named(name)
    return code


def test_holds_the_whole_edition(gazetteer: Gazetteer) -> None:
    assert len(gazetteer) == 44_703


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("达果乡", "西藏自治区那曲市尼玛县达果乡"),
        ("几江街道", "重庆市江津区几江街道"),
        ("江津区", "重庆市江津区"),
        ("静海区", "天津市静海区"),
        ("石柱土家族自治县", "重庆市石柱土家族自治县"),
        ("仙桃市", "湖北省仙桃市"),
        ("琼海市", "海南省琼海市"),
        ("石河子市", "新疆维吾尔自治区石河子市"),
        ("东莞市", "广东省东莞市"),
        ("石碣镇", "广东省东莞市石碣镇"),
        ("玉树州", "青海省玉树藏族自治州"),
        ("芷江县", "湖南省怀化市芷江侗族自治县"),
        ("广西自治区", "广西壮族自治区"),
    ],
)
def test_labels_leave_pseudo_levels_and_repeats_out(
    gazetteer: Gazetteer, name: str, label: str
) -> None:
    assert gazetteer.label(only(gazetteer, name)) == label


def test_a_chain_keeps_its_pseudo_levels(gazetteer: Gazetteer) -> None:
    chain = gazetteer.chain(only(gazetteer, "江津区"))
    assert [p.name for p in chain] == ["重庆市", "市辖区", "江津区"]
    assert [p.level for p in chain] == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "administration", "level"),
    [
        ("达果乡", ("尼玛县", "那曲市", "西藏自治区"), Level.TOWNSHIP),
        ("几江街道", ("江津区", "", "重庆市"), Level.STREET),
        ("石碣镇", ("", "东莞市", "广东省"), Level.TOWNSHIP),
        ("仙桃市", ("仙桃市", "", "湖北省"), Level.COUNTY),
        ("那曲市", ("", "那曲市", "西藏自治区"), Level.PREFECTURE),
        ("重庆市", ("", "", "重庆市"), Level.PROVINCE),
    ],
)
def test_administration(
    gazetteer: Gazetteer, name: str, administration: tuple[str, str, str], level: Level
) -> None:
    code = only(gazetteer, name)
    assert gazetteer.administration(code) == administration
    assert gazetteer.issuer_level(code) == level


@pytest.mark.parametrize(
    ("name", "superior"),
    [("石碣镇", "东莞市"), ("江津区", "重庆市"), ("仙桃市", "湖北省"), ("达果乡", "尼玛县")],
)
def test_superior_is_the_next_named_place(gazetteer: Gazetteer, name: str, superior: str) -> None:
    above = gazetteer.superior(only(gazetteer, name))
    assert gazetteer.place(above).name == superior
    assert above in gazetteer.named(superior)


def test_a_provisional_place_is_answered_for(gazetteer: Gazetteer) -> None:
    village = provisional(provisional("540629", "新设镇"), "一村")
    assert gazetteer.label(village) == "西藏自治区那曲市尼玛县新设镇一村"
    assert gazetteer.place(village).level is PlaceLevel.VILLAGE
    assert gazetteer.place(village).provisional
    assert gazetteer.issuer_level(provisional("540629", "新设街道")) is Level.STREET


def test_homonyms_are_all_answered(gazetteer: Gazetteer) -> None:
    labels = {gazetteer.label(code) for code in gazetteer.named("多玛乡")}
    assert "西藏自治区那曲市安多县多玛乡" in labels
    assert len(labels) == 3


def test_a_county_is_known_by_its_former_suffix(gazetteer: Gazetteer) -> None:
    assert [gazetteer.label(c) for c in gazetteer.formerly("即墨市")] == ["山东省青岛市即墨区"]
    assert gazetteer.formerly("即墨区") == ()


@pytest.mark.parametrize("name", ["街道", "市辖区", "县", "省直辖县级行政区划", ""])
def test_what_is_no_name_names_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.named(name) == ()


def test_an_unknown_code_is_a_key_error(gazetteer: Gazetteer) -> None:
    with pytest.raises(KeyError):
        gazetteer.place("999999")
    assert "999999" not in gazetteer
    assert "540629_新设镇" in gazetteer


@pytest.mark.parametrize(
    "body",
    ["code,name\n54,西藏自治区\n", "code,name,level,parent\n54,西藏自治区,1\n"],
    ids=["columns", "row"],
)
def test_a_damaged_table_is_named(tmp_path: Path, body: str) -> None:
    (tmp_path / "places.csv.gz").write_bytes(gzip.compress(body.encode()))
    with pytest.raises(ValueError, match=r"places\.csv\.gz"):
        places.load(tmp_path)


def test_another_tarball_is_refused() -> None:
    with pytest.raises(ValueError, match="sha256"):
        build(b"another edition")


def test_every_parent_is_there() -> None:
    path = shared_lexicon().folder / "places.csv.gz"
    rows = [r.split(",") for r in gzip.decompress(path.read_bytes()).decode().splitlines()[1:]]
    codes = {code for code, *_ in rows}
    for code, name, level, parent in rows:
        assert name
        assert parent == "" if level == "1" else parent in codes
        assert code.startswith(parent)


def test_former_names_lead_to_divisions_of_today(gazetteer: Gazetteer) -> None:
    with (shared_lexicon().folder / "place_changes.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len({(row["former"], row["code"]) for row in rows})
    for row in rows:
        assert gazetteer.label(row["code"]) == row["new"], row
        assert not gazetteer.named(row["former"]), row
        assert row["code"] in gazetteer.formerly(row["former"]), row
        assert row["source"], row
        assert row["source"] != "uncited" or "source" in row["unverified"], row
