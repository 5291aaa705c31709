"""Questions about the wording and the numbers of items."""

from __future__ import annotations

import pytest

from tests.review import findings, quotes, report


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("解答群众法律营造了浓厚氛围。", "解答群众法律营造了浓厚氛围"),
        ("发放宣传资料余份，覆盖全乡。", "发放宣传资料余份，"),
        ("投入经费XX万元，用于普法。", "投入经费XX万元"),
        ("全镇共有x名人员执证。", "全镇共有x名"),
        ("学习《》和民法典。", "学习《》"),
        ("宣讲民法典和《云南省消防条例，张贴标语。", "《云南省消防条例，张贴标"),
        ("宣传《宪法》、、《民法典》。", "、、"),
        ("全年开展活动场次，发放资料。", "全年开展活动场次，"),
        ("调解各类纠纷起，成功率100%。", "调解各类纠纷起"),
        ("发放宣传资料3000，覆盖全乡。", "发放宣传资料3000"),
        ("配备网格员12、调解员9名。", "配备网格员12"),
        ("全年集中学法次，研讨2次。", "全年集中学法次，"),
        ("排查隐患45处，整改问题个。", "整改问题个。"),
        ("投入经费万元，用于普法。", "投入经费万元，"),
        ("办结案件35件，办结率。", "办结率"),
        ("群众满意率达%，较为满意。", "群众满意率达%"),
        ("开展“法律进村活动，发放资料。", "“法律进村活动，发放资料。"),
        ("开展培训（含线上培训3次，参训40人。", "（含线上培训3次，参训4"),
        ("多方联动化解矛盾纠。", "多方联动化解矛盾纠"),
        ("大力普及宪法、民法典和。", "大力普及宪法、民法典和"),
        ("健全集体学法制度。每月组织干部学习民法典，深入开展送法下乡进村活", "送法下乡进村活"),
    ],
)
def test_a_slot_that_is_empty(sentence: str, quote: str) -> None:
    (found,) = quotes(report(f"（二）普法。{sentence}"), "text/lost")
    assert quote in found or found in quote


@pytest.mark.parametrize(
    "sentence",
    [
        "现场解答法律咨询100人次。",
        "为群众答疑解惑，耐心解答疑问。",
        "解答群众法律问题，营造氛围。",
        "做好法律咨询解答，提供服务。",
        "发放宣传资料200余份，覆盖全乡。",
        "其余人员参加培训，业余场次另计。",
        "增加普法活动场次，编印宣传资料册，统计受理纠纷件数。",
        '开展"送法""普法"活动。',
        "转发《关于印发《普法规划》的通知》和《〈宪法〉读本》。",
        "推行“1+X”模式，落实1+X项任务，配备VR设备。",
        "清退6OO余人次。",
        "设立卡点，劝返两百余人次。",
        "一是抓培训……二是抓宣传。",
        "拨打12345，或者12348。结合12.4，开展宣讲。",
        "考核平均分95.5，居全县前3，得分率为98。",
        "普法活动有层次，检查企业20家次，阅读30万点次。",
        "加大对重点人群的普及，做好群众工作，突出“三个”，一个个解决。",
        "按照“谁执法谁普法”（含部门）的要求，多方参与。",
        "推动共建和谐，全民参与，依法作为，积极应对，实行共治。",
        '用好"法律明白人，开展宣讲。',
        "1）学法。2）用法。",
        "报备文件17件，报备率、及时率均为100%，参与人次、场次均有增长。",
    ],
)
def test_a_slot_that_is_filled(sentence: str) -> None:
    assert findings(report(f"（二）普法。{sentence}"), "text/lost") == []


@pytest.mark.parametrize("word", ["建设", "工作", "法治政府", "认真学习"])
def test_a_word_twice(word: str) -> None:
    assert quotes(report(f"（二）推进。加强{word}{word}成效。"), "text/duplicate") == [word * 2]


@pytest.mark.parametrize(
    "sentence",
    [
        "做好县人民政府政府信息公开。",
        "构建共建共治共享格局。",
        "推动12个社区社区法律顾问全覆盖。",
        "一项一项抓落实，方方面面齐努力。",
        "学习学习强国平台内容。",
    ],
)
def test_two_words_alike(sentence: str) -> None:
    assert findings(report(f"（二）推进。{sentence}"), "text/duplicate") == []


@pytest.mark.parametrize(
    ("before", "after", "quote"),
    [
        ("规范权力运行。", "规范权力", "坚持依法办事，规范权力"),
        (
            "丰富宣传的形式和内容，提升干部群众的法治意识和能力。\n",
            "丰富宣传的形",
            "培训，丰富宣传的形",
        ),
    ],
)
def test_a_report_that_breaks_off(before: str, after: str, quote: str) -> None:
    text = report("（二）普法。进村宣讲。\n（三）公开。及时公开。\n（四）执法。文明执法。")
    (finding,) = findings(text.replace(before, after), "text/lost")
    assert finding.quote.endswith(quote)
    assert "未写完" in finding.message


def test_a_heading_alone_does_not_break_off() -> None:
    text = report("（二）普法\n进村宣讲。\n（三）公开\n及时公开。\n（四）执法\n1.持证。\n2.亮证。")
    assert findings(text, "text/lost") == []


@pytest.mark.parametrize(
    ("measures", "quote", "words"),
    [
        (
            "（二）学法。组织学法活动，组织学法活动，参训20人。",
            "组织学法活动，组织学法活动",
            "重复",
        ),
        (
            "（二）学法。组织村干部学习民法典并开展闭卷测试。\n"
            "（三）普法。组织村干部学习民法典并开展闭卷测试。",
            "组织村干部学习民法典并开展闭卷测试。",
            "这一句在第5行已有",
        ),
        (
            "（二）学法。组织村干部学习民法典并开展闭卷测试2次。\n"
            "（三）普法。组织村干部学习民法典并全面开展闭卷测试3次。",
            "组织村干部学习民法典并全面开展闭卷测试3次。",
            "基本相同",
        ),
        (
            "（二）学法。组织村干部学习民法典并开展闭卷测试。邀请律师到村逐户讲解土地承包政策。\n"
            "（三）普法。组织村干部学习民法典并开展闭卷测试。邀请律师到村逐户讲解土地承包政策。",
            "组织村干部学习民法典并开展闭卷测试。邀请律师到村逐户讲解土地承包政策。",
            "这一段在第5行已有",
        ),
    ],
)
def test_the_same_words_again(measures: str, quote: str, words: str) -> None:
    (finding,) = findings(report(measures), "text/duplicate")
    assert finding.quote == quote
    assert words in finding.message


@pytest.mark.parametrize(
    "measures",
    [
        "（二）学法。组织村干部学习民法典3次，参训60人。\n（三）普法。组织群众学习反诈法5次，参训90人。",
        "（二）深化普法宣传，营造浓厚法治氛围。进村宣讲。",
        "（二）学法。深入学习贯彻习近平法治思想。\n（三）普法。深入学习贯彻习近平法治思想。",
    ],
)
def test_words_that_are_only_alike(measures: str) -> None:
    plan = "（一）深化普法宣传，营造浓厚法治氛围。开展培训，丰富宣传的形式和内容，提升能力。"
    assert findings(report(measures, plan=plan), "text/duplicate") == []


def test_a_long_sentence_twice() -> None:
    sentence = "坚持把法治建设摆在全乡工作的突出位置统筹谋划一体推进确保落到实处。"
    (finding,) = findings(report(f"（二）推进。{sentence}\n（三）落实。{sentence}"), "text/")
    assert finding.code == "text/duplicate"
    assert "第5行" in finding.message


@pytest.mark.parametrize(
    ("measures", "asked"),
    [
        ("（二）学法。\n（二）普法。", ["（二）普法"]),
        ("（二）学法。\n（四）普法。", ["（四）普法"]),
        ("（2）学法。\n（三）普法。\n（四）公开。", ["（2）学法"]),
        ("二、学法。\n（三）普法。\n（四）公开。", ["二、学法"]),
        ("2.学法。\n（三）普法。\n（四）公开。", ["2.学法"]),
        ("（三）学法。\n（二）普法。\n（四）公开。", ["（二）普法"]),
        ("（二）学法。\n（三）普法。\n（一）公开。\n（二）监督。", ["（一）公开"]),
        ("（二）学法。\n1.计划。\n2.培训。\n4.考试。", ["4.考试"]),
        ("（二）学法。\n1.计划。\n（2）培训。\n3.考试。", ["（2）培训"]),
        ("（二）学法。1.计划。2.培训。4.考试。", ["4.考试"]),
        ("（二）学法。一是抓计划。一是抓培训。二是抓考试。", ["一是抓培训"]),
        ("（二）学法。二是抓计划。一是抓培训。三是抓考试。", ["一是抓培训"]),
        ("（二）学法。一是抓计划。2.抓培训。三是抓考试。", ["2.抓培训"]),
        ("（二）学法。\n(三)普法。\n（四）公开。", ["(三)普法"]),
        ("（二）学法。一是抓计划。二是抓培训。二是抓考试。", ["二是抓考试"]),
    ],
)
def test_numbers_out_of_order(measures: str, asked: list[str]) -> None:
    assert quotes(report(measures), "text/numbering") == asked


def test_a_first_number_in_another_style() -> None:
    text = report("（二）学法。\n（三）普法。").replace("（一）推进", "（1）推进")
    assert quotes(text, "text/numbering") == ["（1）推进依法行政"]


@pytest.mark.parametrize(
    "measures",
    [
        "（二）学法。\n（三）普法。",
        "（二）学法。一是抓计划。二是抓培训。\n一是抓考试。二是抓结果。",
        "（二）学法。1.抓计划。2.抓培训。\n（三）普法。1.进村。2.进校。",
        "（二）学法。一是抓计划。同时，二是抓培训。三是抓考试。",
        "（二）学法。首先抓计划。二是抓培训。三是抓考试。",
        "（二）学法。\n1.计划。\n2.培训。\n重点做好以下工作：\n1.考试。\n2.通报。",
        "（二）学法。\n集中学习\n1.计划。\n2.培训。\n个人自学\n1.考试。\n2.通报。",
        "（二）学法。比去年增长2.3倍。4.15当天开展宣传。",
    ],
)
def test_numbers_in_order(measures: str) -> None:
    assert findings(report(measures), "text/numbering") == []


def test_a_list_that_runs_on_through_the_parts() -> None:
    text = report(
        "（二）普法。", problems="（三）力度不够，原因是人手少。\n（四）经费不足，由于财力弱。"
    )
    assert findings(text, "text/numbering") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("四、下一步工作安排", "四、2024年工作计划"),
        ("一、主要举措和成效", "一、2023年主要举措和成效"),
        ("现将情况报告如下", "现将2023年度法治政府建设情况报告如下"),
    ],
)
def test_last_years_strings(before: str, after: str) -> None:
    assert len(findings(report().replace(before, after), "text/stale")) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("四、下一步工作安排", "四、2025年工作计划"),
        ("一、主要举措和成效", "一、2024年主要举措和成效"),
        ("依法办事", "依法办事，较2023年提高10%"),
        ("依法办事", "我乡依法办事，全乡各乡镇"),
        ("依法办事", "按照我县统一部署依法办事"),
    ],
)
def test_years_that_fit(before: str, after: str) -> None:
    assert findings(report().replace(before, after), "text/stale") == []


def test_another_places_name_for_itself() -> None:
    assert quotes(report("（二）普法。我镇开展活动。全镇参加。"), "text/stale") == ["我镇", "全镇"]
