from __future__ import annotations

import pytest

from kg import documents, linking, names
from kg.linking.laws import resolve
from kg.mentions import laws, settle
from kg.model import Mention
from tests.accuracy import shared_lexicon

REFORM_23 = "全面深化法治领域改革纲要（2023—2027年）"
GOVERNMENT_15 = "法治政府建设实施纲要（2015—2020年）"
GOVERNMENT_21 = "法治政府建设实施纲要（2021—2025年）"
FIRST_RESPONSIBLE = "党政主要负责人履行推进法治建设第一责任人职责规定"
FIVE_YEARS_8 = "中央宣传部、司法部关于开展法治宣传教育的第八个五年规划（2021—2025年）"


def linked(text: str, title: str = "法拉镇2024年法治政府建设年度报告") -> list[Mention]:
    lexicon = shared_lexicon()
    document = documents.from_text(f"{title}\n{text}", name="row.txt", lexicon=lexicon)
    mentions = settle(laws.find(document, lexicon), lexicon)
    return list(linking.link(document, mentions, lexicon))


@pytest.mark.parametrize(
    ("year", "name", "title", "flag"),
    [
        # full, short and other right names
        (2024, "宪法", "中华人民共和国宪法", ""),
        (2024, "中华人民共和国民法典", "中华人民共和国民法典", ""),
        (2024, "党章", "中国共产党章程", ""),
        (2024, "环保法", "中华人民共和国环境保护法", ""),
        (2024, "统战工作条例", "中国共产党统一战线工作条例", ""),
        (2024, "招投标法", "中华人民共和国招标投标法", ""),
        (2024, "“八五”普法规划", FIVE_YEARS_8, ""),
        (2024, "关于开展法治宣传教育的第八个五年规划（2021－2025年）", FIVE_YEARS_8, ""),
        # editions, blanks and brackets say nothing
        (2024, "中国共产党支部工作条例", "中国共产党支部工作条例（试行）", ""),
        (2024, "行政处罚法(2021年修订)", "中华人民共和国行政处罚法", ""),
        (2024, "新安全生产法", "中华人民共和国安全生产法", ""),
        (2024, "新修订的行政复议法", "中华人民共和国行政复议法", ""),
        (2024, "中国共产党章程(修正案)", "中国共产党章程", ""),
        (2024, "民法典（婚姻家庭编）", "中华人民共和国民法典", ""),
        (2024, "中华人民共和国 反间谍\n法", "中华人民共和国反间谍法", ""),
        (
            2024,
            "西藏自治区实施<中华人民共和国就业促进法>办法",
            "西藏自治区实施《中华人民共和国就业促进法》办法",
            "",
        ),
        # plans by their years, or the report's
        (2018, "法治政府建设实施纲要", GOVERNMENT_15, ""),
        (2023, "法治政府建设实施纲要", GOVERNMENT_21, ""),
        (2023, "法治政府建设实施纲要(2021-2025 年)", GOVERNMENT_21, ""),
        (2023, "法治政府建设实施纲要（20212025年）", GOVERNMENT_21, ""),
        (2022, "法治政府建设实施纲要（2015—2020年）", GOVERNMENT_15, ""),
        (2024, "全面深化法治领域改革纲要（2023-2025年）", REFORM_23, "wrong-years"),
        (2024, "中華人民共和國行政處罰法", "中华人民共和国行政处罚法", ""),
        (2024, "果洛縣草原保護條例", "果洛县草原保护条例", ""),
        (2022, "法治政府建设实施纲要（2022—2025年）", GOVERNMENT_21, "wrong-years"),
        (2021, "法治政府建设实施纲要（2020—2025年）", GOVERNMENT_21, "wrong-years"),
        (2023, "法治政府建设实施纲要（2023-2023）", GOVERNMENT_21, "wrong-years"),
        (
            2022,
            "法治社会建设实施纲要（2021-2025年）",
            "法治社会建设实施纲要（2020—2025年）",
            "wrong-years",
        ),
        (
            2026,
            "法治政府建设实施纲要（2026—2030年）",
            "法治政府建设实施纲要（2026—2030年）",
            "",
        ),
        # slips and wrong names
        (2024, "中华人名共和国宪法", "中华人民共和国宪法", "misspelt"),
        (2024, "中华人民国草原法", "中华人民共和国草原法", "misspelt"),
        (2024, "未成年保护法", "中华人民共和国未成年人保护法", "misspelt"),
        (2024, "反有组织罪法", "中华人民共和国反有组织犯罪法", "misspelt"),
        (2024, "中国共产党纪律处份条例", "中国共产党纪律处分条例", "misspelt"),
        (2024, "党政主要负责人履行推进法治建设第一责任人职责", FIRST_RESPONSIBLE, "misspelt"),
        (2024, "党政主要负责人履行推进法治政府建设第一责任人职责", FIRST_RESPONSIBLE, "misspelt"),
        (2024, "妇女权益保护法", "中华人民共和国妇女权益保障法", "misnamed"),
        (2024, "消费者权益法", "中华人民共和国消费者权益保护法", "misnamed"),
        (2024, "残疾人保护法", "中华人民共和国残疾人保障法", "misnamed"),
        (2024, "反诈骗法", "中华人民共和国反电信网络诈骗法", "misnamed"),
        (
            2024,
            "领导干部应知应会党内法律法规",
            "领导干部应知应会党内法规和国家法律清单",
            "misnamed",
        ),
        # what is no instrument
        (2024, "习近平法治思想", "习近平法治思想", "not-instrument"),
        (2024, "习近平法治思想学习纲要", "习近平法治思想学习纲要", "not-instrument"),
        # a repealed act keeps its own title
        (2024, "婚姻法", "中华人民共和国婚姻法", ""),
        (2024, "信访条例", "信访条例", ""),
        (2024, "信访工作条例", "信访工作条例", ""),
        # never from 条例 to 法, from a place to the nation, or between near neighbours
        (2024, "法律援助条例", "法律援助条例", ""),
        (2024, "行政处罚条例", "行政处罚条例", ""),
        (2024, "宁夏回族自治区禁毒条例", "宁夏回族自治区禁毒条例", ""),
        (2024, "广东省法治政府建设实施纲要", "广东省法治政府建设实施纲要", ""),
        (2024, "房县信访工作条例", "房县信访工作条例", ""),
        (2024, "公证法", "中华人民共和国公证法", ""),
        (2024, "医生法", "医生法", ""),
        (2024, "行政规范性文件管理办法", "行政规范性文件管理办法", ""),
        (2024, "重大行政决策程序规定", "重大行政决策程序规定", ""),
        # as written where it is not known
        (2024, "2024年度普法(依法治理)工作 要点", "2024年度普法（依法治理）工作要点", ""),
        (2024, "关于印发<2024年普法要点>的通知", "关于印发〈2024年普法要点〉的通知", ""),
    ],
)
def test_titles(year: int, name: str, title: str, flag: str) -> None:
    sense = resolve(name, year, shared_lexicon())
    assert (sense.canonical, sense.flag, sense.concept) == (title, flag, names.law(title))


def test_years_behind_the_bracket_choose_the_plan() -> None:
    (law,) = linked("回顾《法治政府建设实施纲要》（2015—2020年）完成情况。")
    assert (law.canonical, law.flag) == (GOVERNMENT_15, "")


def test_a_plan_of_unknown_period_keeps_its_candidates() -> None:
    sense = resolve("法治政府建设实施纲要", None, shared_lexicon())
    assert sense.concept is None
    assert set(sense.candidates) == {names.law(GOVERNMENT_15), names.law(GOVERNMENT_21)}


def test_a_collective_name_stays_one_with_its_members_as_candidates() -> None:
    (law,) = linked("全面落实“一规划两纲要”。")
    assert (law.canonical, law.flag, law.concept) == ("一规划两纲要", "collective", None)
    assert law.candidates == (
        names.law("法治中国建设规划（2020—2025年）"),
        names.law("法治社会建设实施纲要（2020—2025年）"),
        names.law(GOVERNMENT_21),
    )


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "落实《信访工作条例》和《物业管理条例》，把《条例》精神传到小区。",
            ["信访工作条例", "物业管理条例", "物业管理条例"],
        ),
        (
            "按照《法治政府建设实施纲要（2021—2025年）》（以下简称《实施纲要》），对表《实施纲要》任务。",
            [GOVERNMENT_21] * 3,
        ),
        ("对照《纲要》逐项销号。", ["纲要"]),
    ],
)
def test_an_ending_alone_refers_back(text: str, titles: list[str]) -> None:
    assert [law.canonical for law in linked(text)] == titles


def test_an_ending_with_nothing_before_it_has_no_concept() -> None:
    (law,) = linked("对照《纲要》逐项销号。")
    assert (law.concept, law.candidates) == (None, ())


@pytest.mark.parametrize(
    ("text", "flag", "iri"),
    [
        ("印发《法拉镇普法责任清单》。", "own-document", "法拉镇普法责任清单"),
        ("制定《2024年普法工作要点》。", "own-document", "法拉镇_2024年普法工作要点"),
        ("落实《2024年普法工作要点》。", "", "2024年普法工作要点"),
        ("县里印发《宁远县普法责任清单》。", "", "宁远县普法责任清单"),
        ("印发《信访工作条例》学习资料。", "", "信访工作条例"),
        ("县司法局印发《2024年普法工作要点》。", "", "2024年普法工作要点"),
        ("我镇按照县委要求印发《普法要点》。", "own-document", "法拉镇_普法要点"),
    ],
)
def test_the_issuers_own_documents_are_flagged_and_not_fused(
    text: str, flag: str, iri: str
) -> None:
    (law,) = linked(text)
    assert (law.flag, law.concept) == (flag, names.law(iri))
