"""The question pack, against rows worked out by hand from the annotated samples."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import kg
from kg.graph import questions, turtle
from kg.graph.build import build
from kg.graph.store import Store
from kg.graph.terms import unknown_terms
from tests.accuracy import SEEDS, shared_lexicon
from tests.gold_reading import gold_readings

PACK = {question.name: question for question in questions.pack()}
DUOMA, DAGUO, ASUO, GUDUI, NIERONG = TOWNSHIPS = ("多玛乡", "达果乡", "阿索乡", "古堆乡", "聂荣镇")

LAW = "中华人民共和国{}".format
TOWNSHIPS_CITING = {
    LAW("宪法"): 3,
    LAW("民法典"): 3,
    LAW("未成年人保护法"): 2,
    LAW("预防未成年人犯罪法"): 2,
    LAW("妇女权益保障法"): 2,
    LAW("政府信息公开条例"): 2,
    "信访工作条例": 2,
    LAW("消费者权益保护法"): 1,
    LAW("婚姻法"): 1,
    LAW("社区矫正法"): 1,
    LAW("公务员法"): 1,
    LAW("行政处罚法"): 1,
    "中国共产党纪律处分条例": 1,
    "领导干部应知应会党内法规和国家法律清单": 1,
    "党政主要负责人履行推进法治建设第一责任人职责规定": 1,
    "重大行政决策程序暂行条例": 1,
    "古堆乡法治政府建设工作方案（2024-2025年）": 1,
}
EXPECTED: dict[str, set[tuple[object, ...]]] = {
    "laws-by-townships": set(TOWNSHIPS_CITING.items()),
    "laws-not-in-force": {
        (NIERONG, 2024, LAW("婚姻法"), "已废止", "2021-01-01", LAW("民法典"), "婚姻法")
    },
    "laws-implemented": {
        (ASUO, LAW("政府信息公开条例"), "政府信息公开条例", 1449),
        (NIERONG, LAW("政府信息公开条例"), "政府信息公开条例", 976),
        (GUDUI, "重大行政决策程序暂行条例", "重大行政决策程序暂行条例", 1002),
        (GUDUI, "信访工作条例", "信访工作条例", 1318),
    },
    "laws-by-rank": {  # the catalogue counts 信访工作条例, a joint instrument, as 行政法规
        ("宪法", 1, 3),
        ("法律", 9, 4),
        ("行政法规", 3, 3),
        ("党内法规", 2, 2),
        ("规范性文件", 1, 1),
    },
    "institutions-of-county": {
        ("便民服务中心", DAGUO, "达果乡便民服务中心"),
        ("法治政府建设工作领导小组", DAGUO, "达果乡法治政府建设工作领导小组"),
        ("法治政府建设工作领导小组", ASUO, "阿索乡法治政府建设工作领导小组"),
        ("党委理论学习中心组", ASUO, "阿索乡党委理论学习中心组"),
        ("综治中心", ASUO, "阿索乡综治中心"),
        ("司法所", ASUO, "阿索乡司法所"),
        ("派出所", ASUO, "阿索乡派出所"),
        ("人民调解组织", ASUO, "阿索乡人民调解组织"),
        ("党委", ASUO, "阿索乡党委"),
        ("人民政府", ASUO, "阿索乡人民政府"),
    },
    "institution-types": {
        ("法治政府建设工作领导小组", 5),
        ("人民调解组织", 2),  # two more name their villages' only
        ("人民政府", 4),
        ("党委", 3),
        ("党委理论学习中心组", 3),
        ("派出所", 3),
        ("司法所", 2),
        *(
            (kind, 1)
            for kind in (
                "法治政府建设工作领导小组办公室",
                "平安法治办",
                "双共奋进队",
                "流动调解队",
                "一站式矛盾纠纷中心",
                "便民服务中心",
                "综治中心",
                "行业性、专业性调解组织",
                "驻村工作队",
                "平安办",
                "多元化矛盾纠纷调解中心",
                "阿玛调解室",
            )
        ),
    },
    "mechanisms-shared": {
        ("矛盾纠纷多元化解机制", 3),
        ("法律进学校", 2),
        ("重大行政决策程序", 2),
    },
    "planned-not-done": {
        (DUOMA, "干部下基层 群众受教育", "干部下基层 群众受教育"),
        (DUOMA, "矛盾纠纷源头排查与多元化解机制", "矛盾纠纷源头排查与多元化解机制"),
        (DAGUO, "公共服务设施管理机制", "公共服务设施管理机制"),
        (DAGUO, "社会治理模式", "社会治理模式"),
        (DAGUO, "群众参与社会治理的机制", "群众参与社会治理的机制"),
        (DAGUO, "共建共治共享的社会治理格局", "共建共治共享的社会治理新格局"),
        (ASUO, "干部日常学习培训体系", "干部日常学习培训体系"),
        (ASUO, "普法工作模式", "普法工作模式"),
        (ASUO, "普法三单一书制度", "普法“三单一书”制度"),
        (ASUO, "矛盾纠纷多元共治机制", "矛盾纠纷多元共治机制"),
        (NIERONG, "学法制度", "学法制度"),
        (NIERONG, "会前学法制度", "会前学法制度"),
    },
    "partners-of-other-provinces": {
        (DUOMA, "青海省玉树藏族自治州治多县索加乡", "青海省", "索加乡"),
        (DUOMA, "青海省玉树藏族自治州杂多县莫云乡", "青海省", "莫云乡"),
    },
    "partners-without-word": {
        (DUOMA, "青海省玉树藏族自治州治多县索加乡", "没有其报告"),
        (DUOMA, "青海省玉树藏族自治州杂多县莫云乡", "没有其报告"),
    },
    "reports-without-part": {
        (DUOMA, 2024, "主要负责人履职"),
        (NIERONG, 2024, "主要负责人履职"),
    },
    "silent-on-legal-advisers": {(DUOMA, 2024), (DAGUO, 2024), (ASUO, 2024)},
    "figures-of-publicity": {
        (DUOMA, "法治宣传", 30, "场次", "至少", "30余场次", 1180),
        (DAGUO, "普法活动", 12, "场次", "等于", "12 场次", 678),
        (DAGUO, "“法律进学校”“法律进社区”等活动", 24, "场", "等于", "24场", 1381),
        (ASUO, "法治宣传活动", 32, "场次", "等于", "32场次", 796),
        (GUDUI, "法治宣传活动", 13, "场次", "等于", "13场次", 926),
        (NIERONG, "法治宣传教育活动", 20, "场次", "等于", "20场次", 1664),
    },
    "figures-of-mediation": {
        (DUOMA, "调解", "跨省纠纷", 2, "起", "2起"),
        (DUOMA, "调解", "辖区内纠纷", 11, "起", "11起"),
        (ASUO, "受理", "矛盾纠纷", 12, "件", "12件"),
        (ASUO, "调解", "矛盾纠纷", 12, "件", "12件"),
        (GUDUI, "受理", "矛盾纠纷", 5, "件", "5件"),
        (GUDUI, "调解", "矛盾纠纷", 5, "件", "5件"),
        (NIERONG, "调解化解", "纠纷", 22, "起", "22起"),
    },
    "mediators": {
        (DUOMA, "调解员", 71, "健全", "71名", 1447),
        (DUOMA, "调解员", 9, "设立", "9名", 1469),
        (DAGUO, "法律明白人", 63, "培养", "63名", 708),
        (NIERONG, "调解员", 70, "配备", "70名", 1857),
    },
    "rates-without-counts": {(DAGUO, "100%", 799)},
    "days": {
        ("国家宪法日", 3),
        ("国际消费者权益日", 3),
        ("世界环境日", 2),
        ("国际禁毒日", 2),
        ("平安西藏宣传日", 2),
        ("全民国家安全教育日", 1),
        ("国际妇女节", 1),
        ("法治宣传月", 1),
        ("生态文明宣传月", 1),
    },
    "disputes": {
        (DUOMA, "跨省纠纷"),
        (DUOMA, "边界牧户纠纷"),
        (DAGUO, "家庭纠纷"),
        (DAGUO, "草场纠纷"),
        (DAGUO, "邻里纠纷"),
        (ASUO, "劳资纠纷"),
    },
    "roles": {
        ("组长", 5),
        ("党委书记", 4),
        ("乡长", 3),
        ("法律明白人", 3),
        ("调解员", 3),
        ("人民调解员", 2),
        ("网格员", 2),
        ("法律顾问", 2),
        ("副组长", 2),
        *(
            (role, 1)
            for role in (
                "镇长",
                "林长",
                "副林长",
                "警长",
                "法治副校长",
                "普法宣传员",
                "矛盾纠纷信息员",
            )
        ),
    },
    "reports-by-place": {
        ("西藏自治区", 5),
        ("西藏自治区那曲市", 4),
        ("西藏自治区那曲市安多县", 1),
        ("西藏自治区那曲市尼玛县", 2),
        ("西藏自治区那曲市聂荣县", 1),
        ("西藏自治区山南市", 1),
        ("西藏自治区山南市措美县", 1),
    },
    "ambiguous": set(),
    "edges-without-evidence": set(),
    "quotes-that-differ": set(),
}


@cache
def annotated() -> Store:
    return Store(turtle.named(build(gold_readings(), shared_lexicon())))


@cache
def extracted() -> Store:
    return kg.build([SEEDS]).store


def rows(store: Store, name: str) -> list[tuple[object, ...]]:
    """Return the rows of a question, without where the issuer lies."""
    answer = store.query(PACK[name].sparql)
    kept = [at for at, variable in enumerate(answer.variables) if variable != "within"]
    return [tuple(row[at] for at in kept) for row in answer.rows]


@pytest.mark.parametrize("name", EXPECTED)
def test_rows_worked_out_by_hand(name: str) -> None:
    found = rows(annotated(), name)
    assert set(found) == EXPECTED[name]
    assert max(Counter(found).values(), default=1) == 1


@pytest.mark.parametrize("name", [name for name in EXPECTED if name != "planned-not-done"])
def test_reading_the_seeds_answers_the_same(name: str) -> None:
    assert set(rows(extracted(), name)) == EXPECTED[name]


def test_reading_the_seeds_finds_the_same_plans() -> None:
    expected = {(township, quote) for township, _, quote in EXPECTED["planned-not-done"]}
    assert {(row[0], row[2]) for row in rows(extracted(), "planned-not-done")} == expected


def test_a_township_that_cites_nothing_is_an_answer() -> None:
    found = rows(annotated(), "laws-of-each-township")
    assert (DUOMA, None) in found
    assert Counter(law for _, law in found if law) == Counter(TOWNSHIPS_CITING)


def test_a_plan_or_a_problem_is_not_adopted() -> None:
    adopted = {row[1] for row in rows(annotated(), "mechanisms-with-quotes") if row[0] == ASUO}
    assert "一案一回访制度" in adopted
    assert not adopted & {"普法三单一书制度", "协同联动机制", "协作机制", "谁执法谁普法责任制"}


def test_who_is_honoured_is_not_who_honours() -> None:
    found = [(row[0], row[1]) for row in rows(annotated(), "honours")]
    assert found == [(DUOMA, "多玛乡派出所"), (DUOMA, DUOMA)]


def test_a_lack_is_said_in_its_sentence() -> None:
    ((township, thing, quote, problem),) = rows(annotated(), "lacks")
    assert (township, thing, quote) == (ASUO, "协作机制", "协作机制")
    assert "尚未形成高效的协作机制" in str(problem)


def test_from_a_law_to_mechanisms() -> None:
    found = rows(annotated(), "law-to-mechanisms")
    through = {(row[0], row[1]): row[2:] for row in found}
    assert len(through) == len(found)
    reached = [township for name, township in through if name == "矛盾纠纷多元化解机制"]
    assert reached == ["古堆乡", "达果乡"]
    law, quote = through["重大行政决策程序", "聂荣镇"]
    assert law == "民法典"
    assert "重大行政决策" in str(quote)
    assert not any(name == "一案一回访制度" for name, _ in through)


def test_use_of_laws_is_counted_by_standing() -> None:
    uses = {row[:3]: row[3] for row in rows(annotated(), "laws-by-use")}
    assert uses[LAW("行政处罚法"), "学习", "计划"] == 1
    assert uses[LAW("宪法"), "宣传", "计划"] == 1
    assert uses["古堆乡法治政府建设工作方案（2024-2025年）", "制定", "已完成"] == 1


def test_silence_is_what_nothing_names() -> None:
    silent = {(row[0], row[2]) for row in rows(annotated(), "silences")}
    assert (DUOMA, LAW("宪法")) in silent
    assert (DUOMA, "派出所") not in silent
    assert (ASUO, "法律顾问制度") in silent
    assert (NIERONG, "法律顾问制度") not in silent
    assert (ASUO, "谁执法谁普法责任制") not in silent  # named among its problems


def test_an_alternative_breaks_the_silence() -> None:
    silent = {(row[0], row[2]) for row in rows(extracted(), "silences")}
    assert (NIERONG, "人民调解员") not in silent  # 70名调解员
    assert (ASUO, "矛盾纠纷调解件数") not in silent
    assert not {name for _, name in silent} & {"矛盾纠纷受理件数", "矛盾纠纷化解件数"}


def test_indicators_are_stated_or_not() -> None:
    found = rows(extracted(), "indicators-stated")
    assert {row[3] for row in found} <= {"有数", "为零", "只有比率", "未提"}
    answers = {(row[0], row[2]): row[3] for row in found}
    assert answers[DUOMA, "宣传资料发放份数"] == "有数"
    assert answers[DAGUO, "宣传资料发放份数"] == "未提"


def test_what_is_asked_by_township_and_code() -> None:
    found = Counter({row[:3]: row[3] for row in rows(extracted(), "findings-by-code")})
    assert found[NIERONG, 2024, "law/misnamed"] == 2
    assert found[NIERONG, 2024, "law/repealed"] == 1
    assert found[DAGUO, 2024, "text/duplicate"] == 1
    assert found[ASUO, 2024, "text/numbering"] == 2
    assert found[GUDUI, 2024, "text/lost"] == 1
    assert found[DUOMA, 2024, "law/repealed"] == 0
    assert rows(annotated(), "findings-by-code") == []


def test_what_is_asked_rests_on_words_and_asks() -> None:
    found = rows(extracted(), "findings")
    told = {(row[0], row[1], row[2], row[3]) for row in found}
    assert (NIERONG, "law/repealed", "婚姻法", 1570) in told
    assert (GUDUI, "text/lost", "解答群众法律营造了浓厚的法治氛围", 943) in told
    assert all("请复核" in str(row[4]) and row[5] for row in found)
    counts = rows(extracted(), "findings-by-code")
    assert sum(int(str(row[3])) for row in counts) == len(found)


def test_problems_are_quoted_whole() -> None:
    found = Counter(row[0] for row in rows(annotated(), "problems"))
    assert found == {DUOMA: 3, DAGUO: 4, ASUO: 3, GUDUI: 4, NIERONG: 3}


def test_one_township_alone() -> None:
    found = {(row[0], row[1]) for row in rows(annotated(), "mechanisms-of-one")}
    assert (NIERONG, "法律十进") in found
    assert "矛盾纠纷多元化解机制" not in {mechanism for _, mechanism in found}


@pytest.mark.parametrize("name", PACK)
def test_every_question_asks_for_terms_there_are(name: str) -> None:
    assert unknown_terms(annotated(), PACK[name].sparql) == []


@pytest.mark.parametrize("name", PACK)
def test_who_names_a_township_says_where_it_lies(name: str) -> None:
    variables = annotated().query(PACK[name].sparql).variables
    assert ("township" in variables) == ("within" in variables)


def test_two_townships_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for county in ("安多县", "措美县"):
        text = f"{county}甲镇2024年度法治政府建设情况报告\n一、主要举措和成效\n学习《民法典》。\n"
        (tmp_path / f"{county}.txt").write_text(text, "utf-8")
    store = kg.build(tmp_path).store
    found = store.query(PACK["laws-of-each-township"].sparql).rows
    assert found == (
        ("甲镇", LAW("民法典"), "西藏自治区山南市措美县"),
        ("甲镇", LAW("民法典"), "西藏自治区那曲市安多县"),
    )
    ((_, places),) = store.query(PACK["laws-by-townships"].sparql).rows
    assert places == 2


@pytest.mark.parametrize("name", PACK)
def test_every_question_says_what_it_asks_and_avoids(name: str) -> None:
    chinese, english, *traps = PACK[name].header.splitlines()
    assert any("\u4e00" <= c <= "\u9fff" for c in chinese)
    assert english.isascii() or "《" in english or any(c > "\u007f" for c in english)
    assert traps[0].startswith("Traps: ")
    annotated().query(PACK[name].sparql)


def test_the_pack_is_large_enough() -> None:
    assert len(PACK) >= 20


def test_a_question_by_name_by_file_and_in_full(tmp_path: Path) -> None:
    assert questions.named("days").sparql == PACK["days"].sparql
    with pytest.raises(KeyError, match="no question nights; there are ambiguous"):
        questions.named("nights")
    file = tmp_path / "mine.rq"
    file.write_text("ASK {}", "utf-8")
    assert questions.given(str(file)).sparql == "ASK {}"
    assert questions.given("ASK {}").sparql == "ASK {}"
