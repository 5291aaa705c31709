from __future__ import annotations

from pathlib import Path

import pytest

from kg.lexicon import laws
from kg.lexicon.laws import Catalogue, Force, Law, in_force
from tests.accuracy import shared_lexicon

HEADER = (
    "title,short,level,promulgator,promulgated,effective,amended,amended_effective,status,"
    "status_date,replaced_by,aliases,misspelt,misnamed,source,unverified,note"
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return shared_lexicon().laws


def table(folder: Path, *rows: str) -> Catalogue:
    (folder / laws.FILE).write_text("\n".join([HEADER, *rows, ""]), "utf-8")
    return laws.load(folder)


def row(title: str, **values: str) -> str:
    given = {"title": title, "level": "法律", "source": "test", **values}
    return ",".join(given.get(column, "") for column in HEADER.split(","))


def test_the_catalogue_is_sound(catalogue: Catalogue) -> None:
    assert laws.problems(catalogue) == []


def test_the_catalogue_is_sorted_and_has_one_iri_a_title(catalogue: Catalogue) -> None:
    assert len(catalogue.by_iri) == len(catalogue.laws) > 1700


@pytest.mark.parametrize(
    ("title", "year", "force"),
    [
        ("中华人民共和国宪法", 2024, Force.IN_FORCE),
        # the latest revision is no start
        ("中华人民共和国行政复议法", 2020, Force.IN_FORCE),
        ("中华人民共和国民法典", 2020, Force.NOT_YET),
        ("中华人民共和国民法典", 2021, Force.IN_FORCE),
        ("中华人民共和国青藏高原生态保护法", 2022, Force.NOT_YET),
        ("中华人民共和国婚姻法", 2020, Force.IN_FORCE),
        ("中华人民共和国婚姻法", 2021, Force.ENDED_THAT_YEAR),
        ("中华人民共和国婚姻法", 2024, Force.ENDED_BEFORE),
        ("信访条例", 2022, Force.ENDED_THAT_YEAR),
        # a plan holds to the last day of its last year
        ("法治政府建设实施纲要（2015—2020年）", 2020, Force.IN_FORCE),
        ("法治政府建设实施纲要（2015—2020年）", 2021, Force.ENDED_BEFORE),
        ("习近平法治思想", 2024, Force.UNKNOWN),
        ("西藏自治区抗旱条例", 2024, Force.UNKNOWN),
    ],
)
def test_in_force(catalogue: Catalogue, title: str, year: int, force: Force) -> None:
    assert in_force(catalogue.by_title[title], year) is force


def test_an_act_repealed_who_knows_when_is_not_said_to_be_in_force(tmp_path: Path) -> None:
    (law,) = table(tmp_path, row("甲法", promulgated="1990-01-01", status="已废止")).laws
    assert in_force(law, 2000) is Force.UNKNOWN


def names_of(found: tuple[laws.Named, ...]) -> list[tuple[str, str]]:
    return [(named.law.title, named.flag) for named in found]


def test_a_right_name_hides_a_wrong_one(tmp_path: Path) -> None:
    catalogue = table(tmp_path, row("甲法", misnamed="乙法"), row("乙法"))
    assert names_of(catalogue.named("《乙法》")) == [("乙法", "")]


def test_the_act_in_force_hides_its_repealed_namesake(catalogue: Catalogue) -> None:
    assert names_of(catalogue.named("企业破产法")) == [("中华人民共和国企业破产法", "")]
    assert names_of(catalogue.named("企业破产法（试行）")) == [("中华人民共和国企业破产法", "")]


def test_a_long_title_without_its_end_is_known(catalogue: Catalogue) -> None:
    assert (
        catalogue.cut_short("党政主要负责人履行推进法治建设第一责任人职责")
        == "党政主要负责人履行推进法治建设第一责任人职责规定"
    )
    assert catalogue.cut_short("党政主要负责人") is None


def found(catalogue: Catalogue, text: str) -> list[str]:
    return [text[start:end] for start, end, _ in catalogue.terms.find(text)]


def test_doctrine_is_not_matched_in_running_text(catalogue: Catalogue) -> None:
    assert found(catalogue, "学习习近平法治思想、习近平法治思想学习纲要") == [
        "习近平法治思想学习纲要"
    ]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([row("甲法"), row("甲法")], "stands twice"),
        ([row("甲法", promulgated="2020-01-01", effective="2019-01-01")], "comes before"),
        ([row("甲法", promulgated="2020-05-01", status_date="2020")], ""),
        ([row("甲法", promulgated="20年")], "is no date"),
        ([row("甲法", replaced_by="乙法")], "which is no entry"),
        ([row("甲法", level="")], "no level"),
        ([row("甲法", aliases="丙法"), row("乙法", aliases="丙法")], "keep it on one"),
        ([row("甲法", misnamed="乙法"), row("乙法")], "keep it on one"),
        (
            [
                row("甲纲要（2015—2020年）", aliases="甲纲要"),
                row("甲纲要（2021—2025年）", aliases="甲纲要"),
            ],
            "",
        ),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, rows: list[str], problem: str) -> None:
    found = laws.problems(table(tmp_path, *rows))
    assert bool(found) == bool(problem)
    assert all(problem in line for line in found)


def test_a_file_with_other_columns_is_refused(tmp_path: Path) -> None:
    (tmp_path / laws.FILE).write_text("title,kind\n宪法,法律\n", "utf-8")
    with pytest.raises(ValueError, match=r"laws\.csv: columns are title,kind"):
        laws.load(tmp_path)


def test_a_short_row_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="甲法 has 2 fields"):
        table(tmp_path, "甲法,法律")


def test_laws_are_frozen(catalogue: Catalogue) -> None:
    law: Law = catalogue.laws[0]
    with pytest.raises(AttributeError):
        law.title = ""  # type: ignore[misc]


@pytest.mark.parametrize(
    ("title", "before", "after", "is_document"),
    [
        ("云南省重大行政决策程序规定", "对照", "制定", True),
        ("2024年普法工作要点", "印发", "", True),
        ("房县法治政府建设实施方案（2021-2025年）", "", "", True),
        ("习近平谈治国理政", "学习", "", True),
        ("法治日报", "被", "刊发", False),
        ("关于扫黑除恶的通报", "传达", "", True),
        ("致居民朋友的一封信", "发放", "", False),
        ("平安建设目标责任书", "签订", "", False),
        ("行政处罚决定书", "发出", "", False),
        ("守住底线", "收看警示教育片", "", False),
        ("做守法好公民", "以", "为题", False),
        ("学法笔记", "", "", False),
        ("与法同行人人守法", "设立", "栏目", False),
        ("法律援助指南", "发放", "", False),
        ("在中央全面依法治国工作会议上的讲话", "学习", "", True),
    ],
)
def test_titles_in_brackets(title: str, before: str, after: str, is_document: bool) -> None:
    forms = shared_lexicon().title_forms
    assert forms.is_document(title, before=before, after=after) is is_document
