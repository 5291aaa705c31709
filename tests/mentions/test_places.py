from __future__ import annotations

import pytest

from kg import documents
from kg.mentions import places, settle
from tests.accuracy import shared_lexicon

TITLE = "安多县多玛乡2024年度法治政府建设情况报告"


def found(text: str, title: str = TITLE) -> list[str]:
    """Return the places named after the title."""
    lexicon = shared_lexicon()
    document = documents.from_text(f"{title}\n\n{text}", name="a.txt", lexicon=lexicon)
    mentions = settle(places.find(document, lexicon), lexicon)
    return [m.text for m in mentions if m.span.start >= len(title)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("安多县多玛乡坚持依法行政。", "安多县 多玛乡"),
        ("同青海玉树州治多县索加乡召开座谈会。", "玉树州 治多县 索加乡"),
        ("西藏自治区那曲市安多县", "西藏自治区 那曲市 安多县"),
        ("为多玛乡长治久安贡献力量。", "多玛乡"),
        ("安多县公安局、聂荣镇党委政府", "安多县 聂荣镇"),
        ("中共重庆市江津区委全面依法治区委员会", "重庆市 江津区"),
        ("印发《绍兴市电梯安全管理规定》。", "绍兴市"),
        ("北京市政府与杭州市民政局", "北京市 杭州市"),
        ("平江县城市管理局、绍兴市市场监督管理局", "平江县 绍兴市"),
        ("聂荣镇委党校", "聂荣镇"),
        ("芷江县、芷江侗族自治县和海北州", "芷江县 芷江侗族自治县 海北州"),
        ("商丘市民权县、彭阳县城阳乡", "商丘市 民权县 彭阳县 城阳乡"),
        ("几江街道办事处", "几江街道"),
        ("中共和平县委", "和平县"),
        ("在长沙市岳麓区、南京市鼓楼区", "长沙市 岳麓区 南京市 鼓楼区"),
    ],
)
def test_each_level_of_a_chain_is_a_mention(text: str, expected: str) -> None:
    assert found(text) == expected.split()


def test_stray_blanks_stay_in_the_span() -> None:
    assert found("在安 多县多玛 乡开展") == ["安 多县", "多玛 乡"]


@pytest.mark.parametrize(
    "text",
    [
        "我乡、本镇、全县、该区、各街道、乡党委、县委、县政府",
        "中国、全国、中华人民共和国、中国共产党、社会主义",
        "平安多玛、平安西藏宣传日、聚焦阿索、依法治县",
        "平江县域、绍兴市场、绍兴市民、江津区域、绍兴市区、多玛乡村振兴、多玛乡镇",
        "全国法治政府建设示范县、健康县、提高县级水平、办理县级事项、消息县里知道",
        "沿海城市、各项城市管理、新兴城市、相应城市",
        "统筹城乡、新型城镇化、特色小镇、送法下乡、返乡人员、家乡建设",
        "中心镇、小城镇、高新区、开发区、工业园区、农场、城区、郊区",
        "建设街道综合服务中心、平安乡镇、文明镇村、联合镇派出所、发展乡村产业、民族乡",
        "扩大全镇普法、今天全县、指导村镇建设、时村镇干部、其中本镇、农村集镇、各州市",
        "国道317、第一镇、上海城市、省道、县道",
        "各社区、行政村、自然村、驻村工作队、民主法治示范村（社区）、平安社区、村（居）",
        "农业农村局、农业农村和水利局，成立村委会，配备村（居）法律顾问，按照村“两委”部署，指导村民、建立村民议事会",
        "在成立村民小组时，多玛的建设村级组织，选派村党支部书记、召集村两委，发动社区居民，在建设社区时",
        "走进社区、进村入户、一村一法律顾问、以村为单位、社区矫正、城中村、老旧社区",
        "学习《行政处罚法》和县委全会精神，镇政府和县政府联动",
    ],
)
def test_what_is_no_name_is_no_place(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("范县2023年法治政府建设报告", "范县创建全国法治政府建设示范县。", ["范县"]),
        ("海城市2023年法治政府建设报告", "沿海城市很多，海城市坚持依法行政。", ["海城市"]),
        ("那曲市2023年法治政府建设报告", "比如县坚持依法行政。", ["比如县"]),
        ("海东市平安区2023年法治政府建设报告", "平安区坚持依法行政。", ["平安区"]),
        (
            "鲤城区金龙街道2023年法治政府建设报告",
            "金龙街党工委、金龙街道党工委",
            ["金龙街", "金龙街道"],
        ),
        ("平阳县新设镇2023年法治政府建设报告", "新设镇坚持依法行政。", ["新设镇"]),
        ("平江县2023年法治政府建设报告", "范县人民政府、中共磁县委", ["范县", "磁县"]),
    ],
)
def test_a_name_that_is_a_word_counts_in_company(
    title: str, text: str, expected: list[str]
) -> None:
    assert found(text, title) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("在东湖村、西湖村和龙泉社区开展宣讲。", ["东湖村", "西湖村", "龙泉社区"]),
        ("多玛乡东湖村获评先进村。", ["多玛乡", "东湖村"]),
        ("东湖村党总支带头，全乡辖西湖村、南湖村等8个村。", ["东湖村", "西湖村", "南湖村"]),
        ("先进村党支部引领，行政村党支部书记述法，全体社区党支部共建。", []),
        ("安多县新设镇开展宣讲。", ["安多县", "新设镇"]),
        ("深入东湖村等边远村寨，在西湖村试点。龙泉村推行积分制。", ["东湖村", "西湖村", "龙泉村"]),
        ("深入边远村寨，在结对村走访，走进难点村。全部村建成。", []),
        ("多玛乡、新设镇联合调解，多玛乡、边境乡镇共治。", ["多玛乡", "新设镇", "多玛乡"]),
        (
            "安多县各乡镇、安多县边境乡镇、多玛乡各村、多玛乡辖区村",
            ["安多县", "安多县"] + ["多玛乡"] * 2,
        ),
    ],
)
def test_what_the_gazetteer_lacks_is_named_after_what_it_holds(
    text: str, expected: list[str]
) -> None:
    assert found(text) == expected
