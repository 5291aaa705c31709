"""What lies in what: numbers of every style, parts by heading, turns of the text, and where it ends.

Each case is a report without its title line, and the sections expected: indent by depth, number, part.
"""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import from_text
from kg.lexicon import Lexicon
from kg.model import Document, Part

LEXICON = Lexicon()
TITLE = "某县某镇2024年法治政府建设年度报告\n"
SHORT = {"measures": "M", "problems": "P", "leader_duty": "L", "plan": "F", "other": "-"}


def read(body: str) -> Document:
    return from_text(TITLE + textwrap.dedent(body).strip() + "\n", name="报告.txt", lexicon=LEXICON)


def shape(document: Document) -> list[str]:
    depth: list[int] = []
    lines = []
    for section in document.sections:
        depth.append(0 if section.parent < 0 else depth[section.parent] + 1)
        number = section.number.strip("、.：，") or section.heading or "~"
        lines.append("  " * depth[-1] + f"{number} {SHORT[section.part]}")
    return lines


CASES = {
    "the four required parts": (
        """
        2024年，我镇推进依法行政。
        一、2024年推进法治政府建设的主要举措和成效
        （一）学法。一是领导带头；二是全员参加。
        （二）普法。
        二、存在的不足和原因
        （一）意识不强。
        三、党政主要负责人履行推进法治建设第一责任人职责情况
        带头学法。
        四、2025年推进法治政府建设的主要安排
        （一）学法。
        """,
        ["一 M", "  （一） M", "    一是 M", "    二是 M", "  （二） M", "二 P", "  （一） P", "三 L", "四 F", "  （一） F"],
    ),
    "half-width, misplaced and spaced numbers": (
        """
        一.主要成效
        (1) 学法
        （二）普法
        (二) 执法
        二 、存在问题
        ①意识不强
        ②人员不足
        三  下一步打算
        1.学法
        2．普法
        Ⅳ
        """,
        ["一 M", "  （1） M", "  （二） M", "  （二） M", "二 P", "  ① P", "  ② P", "三 F", "  1 F", "  2 F"],
    ),
    "divisions above": (
        """
        第一部分 2024年工作情况
        一、加强领导
        二、普法宣传
        第二部分 存在的主要问题
        第三部分 2025年工作安排
        一、加强学习
        """,
        ["第一部分 M", "  一 M", "  二 M", "第二部分 P", "第三部分 F", "  一 F"],
    ),
    "arabic numbers at the top": (
        """
        1、主要成效
        （1）学法。
        2、存在问题
        （1）意识。
        3、下一步打算
        """,
        ["1 M", "  （1） M", "2 P", "  （1） P", "3 F"],
    ),
    "arabic numbers above （一）": (
        """
        1.主要成效
        （一）学法。
        （二）普法。
        2.下步打算
        （一）学法。
        """,
        ["1 M", "  （一） M", "  （二） M", "2 F", "  （一） F"],
    ),
    "lists inside an item": (
        """
        一、主要做法
        （一）学法
        一是组织学习：1.学宪法；2.学民法典。
        二是组织考试，其中一是笔试。
        （二）普法。首先动员。
        """,
        ["一 M", "  （一） M", "    一是 M", "      1 M", "      2 M", "    二是 M", "  （二） M"],
    ),
    "figures and words that only look like numbers": (
        """
        一、主要成效
        3.15万人次参加，人均2.5次，统一是标准，之一是基础。
        2024年1月开展。（2024）12号文件下发，根据第十条（一）项办理。
        """,
        ["一 M"],
    ),
    "all in one line": (
        "现报告如下：一、主要成效（一）学法。全镇学法12次。（二）普法。全镇普法3次。二、存在问题 一是意识不强。二是人员不足。三、下一步打算（一）学法。",
        ["一 M", "  （一） M", "  （二） M", "二 P", "  一是 P", "  二是 P", "三 F", "  （一） F"],
    ),
    "headings without numbers": (
        """
        主要举措和成效
        开展普法12次。
        存在的问题：
        意识不强。
        下一步工作打算
        加强学习。
        """,
        ["主要举措和成效 M", "存在的问题 P", "下一步工作打算 F"],
    ),
    "lines that only hold the words of a heading": (
        """
        一、主要成效
        存在问题整改率100%
        二、存在的问题及原因
        存在的问题主要有：
        一是意识不强；
        """,
        ["一 M", "二 P", "  一是 P"],
    ),
    "the leaders' duty first": (
        """
        一、区政府主要负责同志履行推进法治建设第一责任人职责情况
        二、总体完成情况
        三、2024年度法治建设的主要措施和成效
        """,
        ["一 L", "二 M", "三 M"],
    ),
    "one heading for problems and plan, list by list": (
        """
        一、主要做法
        普法12次。
        二、存在问题及下一步打算
        虽有成绩，但仍存在问题：一是意识不强；二是队伍薄弱。下一步，我镇将：一是学习；二是招人。
        """,
        ["一 M", "二 P", "  一是 P", "  二是 P", "  ~ F", "    一是 F", "    二是 F"],
    ),
    "one heading for problems and plan, each under its own": (
        """
        二、存在的不足和下一步工作安排
        （一）存在的不足
        1.意识不强。
        （二）下一步工作安排
        1.加强学习。
        """,
        ["二 P", "  （一） P", "    1 P", "  （二） F", "    1 F"],
    ),
    "one heading for measures and problems": (
        """
        一、主要举措、成效及存在的问题与原因分析
        （一）主要举措
        （二）取得成效
        （三）存在的问题与原因
        二、下一步打算
        """,
        ["一 M", "  （一） M", "  （二） M", "  （三） P", "二 F"],
    ),
    "this year and the next": (
        """
        一、2024年工作情况和2025年工作计划
        （一）2024年工作情况
        （二）2025年工作计划
        """,
        ["一 M", "  （一） M", "  （二） F"],
    ),
    "a plan by its year alone": (
        """
        一、2024年工作情况
        二、2025年重点任务
        （一）学法
        """,
        ["一 M", "二 F", "  （一） F"],
    ),
    "a year mistaken is no plan": (
        """
        一、2025年推进法治政府建设的主要举措和成效
        二、2025年工作打算
        """,
        ["一 M", "二 F"],
    ),
    "a plan without a heading": (
        """
        一、主要做法
        （一）学法。
        二、存在的问题
        （一）意识不强。
        （二）队伍薄弱。
        下一步，我镇将重点做好以下工作：
        （一）加强学习。
        （二）充实队伍。
        """,
        ["一 M", "  （一） M", "二 P", "  （一） P", "  （二） P", "  ~ F", "    （一） F", "    （二） F"],
    ),
    "a remedy after each problem": (
        """
        一、主要做法
        二、存在的问题
        （一）意识不强。重视不够。下一步将加强培训。
        （二）队伍薄弱。人员不足。下一步将充实队伍。
        """,
        ["一 M", "二 P", "  （一） P", "    ~ F", "  （二） P", "    ~ F"],
    ),
    "下一步 among measures stays there where the plan has a heading": (
        """
        一、主要做法
        （一）学法。
        下一步，将扩大学习范围。
        二、下一步打算
        """,
        ["一 M", "  （一） M", "二 F"],
    ),
    "topics at the top": (
        """
        一、坚持党的领导，加强统筹谋划
        二、坚持问题导向，规范行政执法
        三、完善培训计划，补齐短板
        四、存在的主要不足
        五、下步工作思路
        六、保障机制
        """,
        ["一 M", "二 M", "三 M", "四 P", "五 F", "六 F"],
    ),
    "the leaders' duty inside the measures": (
        """
        一、主要举措和成效
        （一）压实第一责任人职责
        （二）党政主要负责人履行推进法治建设第一责任人职责情况
        （三）规范执法
        二、存在问题
        （一）主要负责人履行第一责任人职责不到位
        三、工作计划
        （一）落实党政主要负责人第一责任人职责
        """,
        ["一 M", "  （一） M", "  （二） L", "  （三） M", "二 P", "  （一） P", "三 F", "  （一） F"],
    ),
    "a table of contents": (
        """
        目录
        一、主要成效......1
        二、存在问题......5
        三、下一步打算......7
        一、主要成效
        普法12次。
        二、存在问题
        意识不强。
        三、下一步打算
        加强学习。
        """,
        ["一 M", "二 P", "三 F"],
    ),
    "attachments are no sections": (
        """
        一、主要成效
        二、下一步打算
        附件：1.普法责任清单
        2.权责清单
        一、总则
        """,
        ["一 M", "二 F"],
    ),
    "what the preamble enumerates is no section": (
        """
        2024年，我镇一是抓学习；二是抓执法：1.教；2.查。现报告如下：
        一、成效
        一是学法。
        """,
        ["一 M", "  一是 M"],
    ),
    "a report without any heading": (
        """
        2024年，某镇推进依法行政，现将情况报告如下：
        开展学法12次，一是领导带头；二是全员参加。
        建立法律顾问制度。
        当前工作仍存在一些问题：一是意识不强。
        下一步，我镇将加强学习。
        """,
        ["~ M", "  一是 M", "  二是 M", "~ P", "  一是 P", "~ F"],
    ),
    "a heading lost": (
        """
        （一）学法。
        （二）普法。
        二、存在的问题
        """,
        ["（一） M", "（二） M", "二 P"],
    ),
    "nothing numbered": ("2024年，我镇扎实推进法治政府建设。", []),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CASES.values(), ids=CASES.keys())
def test_sections(body: str, expected: list[str]) -> None:
    assert shape(read(body)) == expected


@pytest.mark.parametrize(
    ("ending", "last"),
    [
        ("\n特此报告。\n\n某县某镇人民政府\n2025年1月10日\n", "（二）普法。多讲。"),
        ("\n某镇党委、政府将以更高标准推进法治建设，奋力谱写新篇章。\n", "（二）普法。多讲。"),
        ("\n附件：普法责任清单\n", "（二）普法。多讲。"),
        (
            "\n（联系人：张三，电话：0896-1234567）\n打印本页 关闭窗口\n- 8 -\n",
            "（二）普法。多讲。",
        ),
        ("\n2025-01-10", "（二）普法。多讲。"),
        ("还要讲好。\n", "（二）普法。多讲。还要讲好。"),
    ],
)
def test_the_last_item_ends_before_what_is_none_of_it(ending: str, last: str) -> None:
    document = read(
        "一、成效\n普法12次。\n二、打算\n（一）学法。多学。\n（二）普法。多讲。" + ending
    )
    final = document.sections[-1]
    assert document.quote(final.span) == last
    assert document.part_at(document.text.index(last)) is Part.PLAN
    if ending.strip() not in last:
        assert document.part_at(len(document.text.rstrip()) - 1) is Part.OTHER


def test_more_paragraphs_under_the_last_heading_are_no_closing() -> None:
    body = "一、成效\n普法12次。\n二、打算\n（一）学法\n多学。\n（二）普法\n多讲。\n讲好。\n"
    document = read(body)
    assert document.quote(document.sections[-1].span) == "（二）普法\n多讲。\n讲好。"


@pytest.mark.parametrize(
    ("item", "heading"),
    [
        ("（一）提高站位，高位推动。一是学习。", "提高站位，高位推动"),
        ("（一）加强统筹协调：成立领导小组。", "加强统筹协调"),
        ("一是强化组织领导，压实责任。成立小组。", "强化组织领导，压实责任"),
        ("一是坚持把依法治镇作为党委政府年度重点工作来抓，纳入重要议事日程和考核体系之中。", ""),
    ],
)
def test_a_heading_is_the_first_sentence_or_nothing(item: str, heading: str) -> None:
    assert read(f"一、成效\n{item}\n").sections[1].heading == heading


def test_headings_marked_by_the_format_count_without_numbers() -> None:
    text = TITLE + "工作开展\n普法12次。\n学法\n多学。\n问题\n人少。\n"
    marked = {text.index("工作"): 2, text.index("学法"): 3, text.index("问题"): 2}
    document = from_text(text, name="报告.md", lexicon=LEXICON, headings=marked)
    assert shape(document) == ["工作开展 M", "  学法 M", "问题 P"]


PIECES = st.sampled_from(
    ["一、", "二、", "（一）", "（二）", "1.", "（1）", "①", "一是", "二是", "第一，", "第一部分", "\n", "\n\n", "。", "，", "；", "：",
     "存在的问题", "下一步，我镇将", "主要成效", "2025年将", "附件：", "某镇政府", "2025年1月1日", "普法12次", " ", "　", "特此报告", "目录",
     "党政主要负责人履行第一责任人职责", "a", "🙂"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("".join), st.booleans())
def test_sections_are_nested_and_ordered(body: str, titled: bool) -> None:
    text = (TITLE if titled else "") + body
    document = from_text(text, name="报告.txt", lexicon=LEXICON)
    starts = [section.span.start for section in document.sections]
    assert starts == sorted(starts)
    for index, section in enumerate(document.sections):
        assert 0 <= section.span.start < section.span.end <= len(text)
        assert document.quote(section.span).strip()
        assert section.parent < index
        if section.parent >= 0:
            assert section.span in document.sections[section.parent].span
    siblings: dict[int, int] = {}
    for section in document.sections:
        assert siblings.get(section.parent, 0) <= section.span.start
        siblings[section.parent] = section.span.end


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    document = from_text(text, name="报告.txt", lexicon=LEXICON)
    assert document.text == text


@pytest.mark.parametrize(
    "piece", ["（一）", "一、", "《", "下一步，", "\n", "虽然但", "2025年", "1.", " \t"]
)
def test_a_megabyte_is_read_in_moments(piece: str) -> None:
    text = TITLE + piece * (1_000_000 // len(piece))
    assert from_text(text, name="报告.txt", lexicon=LEXICON).text == text


def test_closing_words_after_items_of_one_paragraph_are_no_plan() -> None:
    text = (
        TITLE
        + "一、主要成效\n开展普法。\n二、下一步工作计划\n（一）加强学法。（二）规范执法。（三）抓好调解。\n"
        + "法治建设永远在路上。我镇将以更实作风推进法治建设，奋力谱写新篇章。\n附注：本报告依法主动公开。\n"
    )
    document = from_text(text, name="报告.txt", lexicon=LEXICON)
    assert document.part_at(text.index("抓好调解")).value == "plan"
    assert document.part_at(text.index("永远在路上")).value == "other"
    assert document.part_at(text.index("附注")).value == "other"
