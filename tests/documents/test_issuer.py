from __future__ import annotations

import random

import pytest

from kg import documents, names
from kg.documents.issuer import identify
from kg.documents.metadata import Row
from kg.lexicon.place_names import is_township, is_zone
from kg.model import Issuer
from tests.accuracy import shared_lexicon

REPORT = "2023年法治政府建设年度报告"


def issuer(
    title: str = "", text: str = "", *, file_stem: str = "", metadata: Row | None = None
) -> Issuer:
    return identify(
        title=title,
        plain=text,
        file_stem=file_stem,
        places=shared_lexicon().places,
        metadata=metadata,
    )


@pytest.mark.parametrize(
    ("title", "name", "level", "chain"),
    [
        ("那曲市尼玛县达果乡人民政府2023年", "达果乡", "township", "尼玛县 那曲市 西藏自治区"),
        (f"鲤城区金龙街道{REPORT}", "金龙街道", "street", "鲤城区 泉州市 福建省"),
        (
            "鲤城区人民政府金龙街道办事处关于2022年度法治政府建设情况的报告",
            "金龙街道",
            "street",
            "鲤城区 泉州市 福建省",
        ),
        (f"中共草街街道工作委员会 草街街道办事处{REPORT}", "草街街道", "street", "合川区 - 重庆市"),
        (f"蚌埠市蚌山区青年街道办事处{REPORT}", "青年街道", "street", "蚌山区 蚌埠市 安徽省"),
        (
            f"中共几江街道工委 几江街道办事处{REPORT}",
            "几江街道",
            "street",
            "江津区 - 重庆市",
        ),
        (
            "关于那曲市色尼区2025年度法治政府建设情况的报告",
            "色尼区",
            "county",
            "色尼区 那曲市 西藏自治区",
        ),
        (f"中共共和县委共和县人民政府{REPORT}", "共和县", "county", "共和县 海南藏族自治州 青海省"),
        (
            f"西乌珠穆沁旗人民政府{REPORT}",
            "西乌珠穆沁旗",
            "county",
            "西乌珠穆沁旗 锡林郭勒盟 内蒙古自治区",
        ),
        (f"范县{REPORT}", "范县", "county", "范县 濮阳市 河南省"),
        (f"仙桃市{REPORT}", "仙桃市", "county", "仙桃市 - 湖北省"),
        (f"芷江县{REPORT}", "芷江侗族自治县", "county", "芷江侗族自治县 怀化市 湖南省"),
        (f"绍兴市{REPORT}", "绍兴市", "prefecture", "- 绍兴市 浙江省"),
        (f"玉树州{REPORT}", "玉树藏族自治州", "prefecture", "- 玉树藏族自治州 青海省"),
        (f"广东省{REPORT}", "广东省", "province", "- - 广东省"),
        (f"重庆市{REPORT}", "重庆市", "province", "- - 重庆市"),
        (f"东莞市东城街道办事处{REPORT}", "东城街道", "street", "- 东莞市 广东省"),
        (f"绍兴市市场监督管理局{REPORT}", "绍兴市市场监督管理局", "bureau", "- 绍兴市 浙江省"),
        (
            "重庆市开州区发展和改革委员会关于2023年法治政府建设情况的报告",
            "重庆市开州区发展和改革委员会",
            "bureau",
            "开州区 - 重庆市",
        ),
        (f"南京市鼓楼区司法局{REPORT}", "南京市鼓楼区司法局", "bureau", "鼓楼区 南京市 江苏省"),
        (
            "枣庄市委全面依法治市委员会办公室关于2023年工作情况的报告",
            "枣庄市委全面依法治市委员会办公室",
            "bureau",
            "- 枣庄市 山东省",
        ),
        (
            f"国家税务总局平江县税务局{REPORT}",
            "国家税务总局平江县税务局",
            "bureau",
            "平江县 岳阳市 湖南省",
        ),
        (f"十堰经济技术开发区{REPORT}", "十堰经济技术开发区", "bureau", "- 十堰市 湖北省"),
        ("2023年法治政府建设年度报告（达果乡）", "达果乡", "township", "尼玛县 那曲市 西藏自治区"),
        (f"青岛市即墨市{REPORT}", "即墨市", "county", "即墨市 青岛市 山东省"),
        (f"安阳市文峰区银杏大街街道{REPORT}", "银杏大街街道", "street", "文峰区 安阳市 河南省"),
        (f"重庆江津区几江街道{REPORT}", "几江街道", "street", "江津区 - 重庆市"),
        (f"北京市朝阳区东坝地区办事处{REPORT}", "东坝地区", "township", "朝阳区 - 北京市"),
        (f"平阳县新设镇{REPORT}", "新设镇", "township", "平阳县 温州市 浙江省"),
    ],
)
def test_the_title_says_who_reports(title: str, name: str, level: str, chain: str) -> None:
    found = issuer(title)
    assert (found.name, found.level) == (name, level)
    county, prefecture, province = chain.replace("-", "").split(" ")
    assert (found.county, found.prefecture, found.province) == (county, prefecture, province)
    assert found.place


@pytest.mark.parametrize(
    ("title", "text", "county"),
    [
        (f"聂荣镇{REPORT}", "认真落实聂荣县部署。", "聂荣县"),
        (f"多玛乡{REPORT}", "2023年，在安多县委领导下，多玛乡坚持依法行政。", "安多县"),
        (f"大河乡{REPORT}", "巫溪县委、县政府", "巫溪县"),
        (f"鼓楼区{REPORT}", "在中共南京市委领导下，鼓楼区坚持依法行政。", "鼓楼区"),
        (f"新设镇{REPORT}", "平阳县委领导下，新设镇坚持依法行政。", "平阳县"),
    ],
)
def test_the_text_says_where_a_homonym_is(title: str, text: str, county: str) -> None:
    found = issuer(title, text)
    assert found.county == county
    assert found.place
    assert not found.candidates


def test_a_name_is_no_evidence_for_itself() -> None:
    assert issuer(f"兴隆镇{REPORT}", "兴隆镇坚持依法行政。").place == ""


def test_a_homonym_nobody_places_keeps_its_candidates_and_what_they_share() -> None:
    found = issuer(f"多玛乡{REPORT}")
    assert (found.name, found.province, found.county, found.place) == (
        "多玛乡",
        "西藏自治区",
        "",
        "",
    )
    assert len(found.candidates) == 3


def test_a_name_the_edition_lacks_is_not_cut_to_one_it_holds() -> None:
    found = issuer(f"银杏大街街道{REPORT}", "在文峰区委领导下，银杏大街街道坚持学法。")
    assert (found.name, found.county, found.place) == (
        "银杏大街街道",
        "文峰区",
        "410502_银杏大街街道",
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2023年，贤庠镇坚持学法。现将我镇工作情况报告如下。", "贤庠镇"),
        ("我镇开展普法。\n贤庠镇人民政府\n2024年1月5日", "贤庠镇"),
        ("我局开展普法。\n绍兴市市场监督管理局\n2024年1月5日", "绍兴市市场监督管理局"),
        ("县委、县政府：\n2023年，平江县坚持学法。我县开展普法。", "平江县"),
        (
            "2025年，银杏大街街道在文峰区委领导下，坚持学法。现将银杏大街街道情况报告如下。全街道",
            "银杏大街街道",
        ),
        ("2025年，新设镇坚持学法。我镇开展普法。平江县委", "新设镇"),
        ("目前金龙街道坚持学法。我街道", "金龙街道"),
        ("鲤城区金龙街道坚持学法。我街道", "金龙街道"),
        ("我镇在县委领导下开展普法。", ""),
        ("城中区委全面依法治区委员会：\n我街道开展普法。", ""),
        ("", ""),
    ],
)
def test_the_text_says_who_reports_where_the_title_does_not(text: str, name: str) -> None:
    assert issuer("2023年度法治政府建设情况报告", text).name == name


@pytest.mark.parametrize(
    "title",
    [
        "2023年乡镇法治政府建设情况报告",
        "各街道2023年报告",
        "我镇2023年报告",
        "基层街道2023年报告",
        "2023年报告",
    ],
)
def test_a_title_may_name_nobody(title: str) -> None:
    assert issuer(title).name == ""


def test_a_body_that_says_only_its_level_is_of_the_place_the_text_names() -> None:
    found = issuer(f"县教育局{REPORT}", "2023年，在平江县委领导下，县教育局坚持依法行政。")
    assert (found.name, found.level, found.county) == ("平江县教育局", "bureau", "平江县")


def test_the_file_stem_comes_before_the_text() -> None:
    found = issuer("我乡2023年法治政府建设情况报告", "贤庠镇与我乡结对。", file_stem="安多县多玛乡")
    assert (found.name, found.county) == ("多玛乡", "安多县")


@pytest.mark.parametrize(
    ("row", "name", "county"),
    [
        (Row("a.txt", issuer="达果乡"), "达果乡", "尼玛县"),
        (Row("a.txt", county="班戈县"), "多玛乡", "班戈县"),
        (Row("a.txt", issuer="尼玛县公安局"), "尼玛县公安局", "尼玛县"),
        (Row("a.txt"), "多玛乡", "安多县"),
    ],
)
def test_metadata_overrides_the_text(row: Row, name: str, county: str) -> None:
    found = issuer(f"多玛乡{REPORT}", "安多县委", metadata=row)
    assert (found.name, found.county) == (name, county)


@pytest.mark.parametrize(
    "junk", ["", "\n" * 50, "😀" * 40, "的" * 5000, "我局" * 2000, "乡镇县市区" * 400]
)
def test_no_text_raises(junk: str) -> None:
    assert isinstance(issuer(junk, junk, file_stem=junk[:80]), Issuer)


def test_generated_titles_over_the_whole_gazetteer_are_read_right() -> None:
    gazetteer = shared_lexicon().places
    codes = [c for c in gazetteer.below("") if is_township(gazetteer.place(c).name)]
    chosen = random.Random(20230630).sample(sorted(codes), 150)
    for code in chosen:
        name, county = gazetteer.place(code).name, gazetteer.place(gazetteer.superior(code)).name
        if is_zone(county) or len(name) == 2:
            continue
        government = f"{name[:-2]}街道办事处" if name.endswith("街道") else f"{name}人民政府"
        for found in (
            issuer(f"{county}{name}{REPORT}"),
            issuer(f"{county}{government}关于2023年度法治政府建设情况的报告"),
            issuer(
                f"{government}2023年报告", f"在{county}委、{county}政府领导下，{name}坚持学法。"
            ),
        ):
            assert found.name == name
            assert code in (found.place, *found.candidates)
            if found.place:
                chain = (found.county, found.prefecture, found.province)
                assert chain == gazetteer.administration(code)


def test_issuers_nobody_can_place_are_not_one() -> None:
    lexicon = shared_lexicon()
    one, other, again = (
        documents.from_text(
            f"城关镇2024年度法治政府建设情况报告\n{text}", name="a.txt", lexicon=lexicon
        ).issuer
        for text in ("开展普法。", "调解纠纷。", "开展普法。")
    )
    assert one.place == one.county == ""
    assert names.issuer(one) != names.issuer(other)
    assert names.issuer(one) == names.issuer(again)
