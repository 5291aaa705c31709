"""What makes a plan, a lack or an honour of what a report names, and what only looks like it."""

from __future__ import annotations

import pytest

from kg.claims.status import Standing
from kg.documents import from_text
from kg.lexicon import Lexicon
from kg.lexicon.standings import cues
from kg.model import Mention, Status


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon()


def status(text: str, name: str, lexicon: Lexicon) -> Status:
    document = from_text(text, name="报告.txt", lexicon=lexicon)
    at = document.plain.index(name)
    span = document.span(at, at + len(name))
    mention = Mention(span, document.quote(span), "MECH", "test")
    return Standing(document, lexicon).of(mention)[1]


IN_MEASURES = [
    # 将 that brings the object forward is no plan.
    ("将法治建设纳入综治中心年度考核体系。", "年度考核体系", Status.DONE),
    ("将推进依法行政作为重点，落实法律顾问制度。", "法律顾问制度", Status.DONE),
    ("坚持将人民调解员培训贯穿全年。", "人民调解员", Status.DONE),
    ("已将矛盾纠纷多元化解机制推广至各村。", "矛盾纠纷多元化解机制", Status.DONE),
    ("将不稳定因素化解在萌芽，健全网格化管理体系。", "网格化管理体系", Status.DONE),
    ("将以案释法作为常态，建立述法制度。", "述法制度", Status.DONE),
    # 将 that says what will be.
    ("我镇将继续完善矛盾纠纷多元化解机制。", "矛盾纠纷多元化解机制", Status.PLANNED),
    ("街道将建立合法性审查制度，聘请法律顾问。", "法律顾问", Status.PLANNED),
    ("将进一步把普法责任制纳入考核。", "普法责任制", Status.PLANNED),
    ("2025年将于每月举办法治讲堂。", "法治讲堂", Status.PLANNED),
    # Other words of a plan; a noun is none.
    ("拟建公共法律服务工作站3个。", "公共法律服务工作站", Status.PLANNED),
    ("力争年底前实现村（居）法律顾问全覆盖。", "法律顾问", Status.PLANNED),
    ("下一步，推广“一站式”调解模式。", "“一站式”调解模式", Status.PLANNED),
    ("制定年度普法工作计划，落实普法责任制。", "普法责任制", Status.DONE),
    ("对拟提交的重大行政决策履行合法性审查程序。", "合法性审查程序", Status.DONE),
    ("积极向上争取资金，建成综治中心。", "综治中心", Status.DONE),
    ("建立联席会议制度，为今后工作打下基础。组建调解委员会。", "调解委员会", Status.DONE),
    ("为今后普法打下基础，建立联席会议制度。", "联席会议制度", Status.DONE),
    ("将推动法律顾问制度落到实处。", "法律顾问制度", Status.PLANNED),
    # A plan ends with its sentence, and does not reach back.
    ("将继续加强培训。已建立联席会议制度。", "联席会议制度", Status.DONE),
    ("建立联席会议制度，将继续加强培训。", "联席会议制度", Status.DONE),
    # Lacks.
    ("但合法性审查机制尚未健全。", "合法性审查机制", Status.PROBLEM),
    ("目前缺乏专职法律顾问。", "法律顾问", Status.PROBLEM),
    ("针对法律顾问不足的情况，与律所签约。", "法律顾问", Status.DONE),
    ("解决调解员力量薄弱问题。", "调解员", Status.DONE),
    ("针对宣传不够的问题，建立普法责任清单。", "普法责任清单", Status.DONE),
    # Honours.
    ("镇综治中心荣获“全市先进集体”称号。", "镇综治中心", Status.AWARD),
    ("“小板凳”调解法入选全省典型案例。", "“小板凳”调解法", Status.AWARD),
    ("积极争创全国民主法治示范村，设立司法所。", "司法所", Status.DONE),
    ("设立司法所，我镇荣获先进集体。", "司法所", Status.DONE),
    # Under way.
    ("探索司法所所长列席制度。", "司法所所长列席制度", Status.ONGOING),
    ("在两个村试点积分制度。", "积分制度", Status.ONGOING),
    ("镇综治中心规范化改造正在推进。", "镇综治中心", Status.ONGOING),
    ("探索出“院坝说事”工作机制。", "“院坝说事”工作机制", Status.DONE),
    ("作为试点单位，镇综治中心接访80次。", "镇综治中心", Status.DONE),
    ("正在筹建综合行政执法大队。", "综合行政执法大队", Status.ONGOING),
    ("着力打造“法治驿站”服务模式。", "“法治驿站”服务模式", Status.ONGOING),
    ("打造法治文化阵地2个，持续推进“法律七进”。", "法律七进", Status.DONE),
]


@pytest.mark.parametrize(("sentence", "name", "expected"), IN_MEASURES)
def test_status_among_measures(
    sentence: str, name: str, expected: Status, lexicon: Lexicon
) -> None:
    text = f"某镇2024年法治政府建设报告\n一、主要举措和成效\n{sentence}\n"
    assert status(text, name, lexicon) is expected


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("一、主要举措和成效", Status.DONE),
        ("二、存在的问题", Status.PROBLEM),
        ("三、主要负责人履行推进法治建设第一责任人职责情况", Status.DONE),
        ("四、下一步工作打算", Status.PLANNED),
        ("四、2025年重点任务", Status.PLANNED),
    ],
)
def test_the_section_decides_first(heading: str, expected: Status, lexicon: Lexicon) -> None:
    text = f"某镇2024年法治政府建设报告\n{heading}\n落实“谁执法谁普法”责任制。\n"
    assert status(text, "责任制", lexicon) is expected


def test_every_example_of_the_vocabulary_has_its_status(lexicon: Lexicon) -> None:
    for concept in lexicon.of_kind("Status"):
        if concept.example:
            told = {cue.status for cue in cues(lexicon.terms.find(concept.example)["Status"])}
            assert Status(concept.iri.rpartition("/")[2]) in told
