"""The views beside the graph: comparison, coverage, reading, charts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from kg.lexicon.concepts import EntityClass
from kg.model import Reading, Span
from kg.page import render
from kg.page.fulltext import Piece, sweep
from tests.page.browser import Opened, frames, holds
from tests.page.samples import INDICATORS, small_network, small_reading, write
from tests.page.test_hostile import PAYLOADS


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([], ["甲乡司法所"]),
        ([(0, 5)], [[0, "甲乡司法所"]]),
        ([(0, 5), (0, 2)], [[0, [1, "甲乡"], "司法所"]]),
        ([(0, 2), (0, 5)], [[1, [0, "甲乡"], "司法所"]]),
        ([(0, 5), (2, 5)], [[0, "甲乡", [1, "司法所"]]]),
        ([(0, 3), (2, 5)], [[0, "甲乡", [1, "司"]], [1, "法所"]]),
        ([(0, 2), (2, 5)], [[0, "甲乡"], [1, "司法所"]]),
        ([(3, 99)], ["甲乡司", [0, "法所"]]),
        ([(2, 2)], ["甲乡司法所"]),
    ],
)
def test_marks_nest_whatever_the_spans_do(
    layers: list[tuple[int, int]], expected: list[Piece]
) -> None:
    over = {number: Span(*span) for number, span in enumerate(layers)}
    assert sweep("甲乡司法所", Span(0, 5), over) == expected


def test_comparison_quotes_figures_and_tells_silence_from_nought(
    small_page: Path, opened: Opened
) -> None:
    page = opened.open(small_page, "#compare")
    rows = page.locator("#compare-table tbody tr")
    expect(rows.filter(has_text="宣传资料").locator("td").first).to_contain_text("0份")
    expect(rows.filter(has_text="普法活动").locator("td").first).to_contain_text("12场次")
    expect(rows.filter(has_text="法律明白人").locator("td").first).to_contain_text("20余名")
    expect(rows.filter(has_text="行政复议案件")).to_have_count(0)
    page.locator("#compare-all").check()
    expect(rows.filter(has_text="行政复议案件").locator("td").first).to_have_text("未提及")


def test_a_figure_leads_to_its_sentence(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#compare")
    page.locator(".figure", has_text="12场次").click()
    expect(page.locator("#read mark.here")).to_have_text("12场次")
    expect(page.locator("#read mark.here")).to_be_in_viewport()
    expect(page.locator("#panel blockquote").first).to_contain_text("开展普法活动12场次")


def test_comparison_as_csv(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#compare")
    with page.expect_download() as download:
        page.locator("#compare-save").click()
    text = download.value.path().read_bytes().decode("utf-8")
    assert text.startswith("\ufeff")
    assert '"普法活动","12场次","1 / 1"' in text.splitlines()
    assert opened.complaints == []


def test_coverage_shows_who_says_what(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#cover")
    row = page.locator("#cover-table tr", has_text="民法典")
    expect(row.locator(".dot.done")).to_have_count(2)
    expect(row.locator("td.none")).to_have_count(1)
    expect(row.locator("td.sum")).to_have_text("2 / 3")
    page.locator("#cover-range").select_option("1")
    expect(page.locator("#cover-table tr", has_text="一案一回访").locator(".planned")).to_have_text(
        "○"
    )
    row.locator(".dot").first.click()
    expect(page.locator("#panel .triple")).to_contain_text("引用")


def test_coverage_tells_what_is_usual_and_nobody_mentions(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#cover")
    expect(page.locator("#silent-list li")).to_have_text(["■信访工作条例"])
    page.locator("#cover-range").select_option("usual")
    rows = page.locator("#cover-table tbody tr:not(.group)")
    expect(rows.locator("th")).to_have_text(
        ["中华人民共和国民法典", "信访工作条例", "人民调解员或 一案一回访制度"]
    )
    expect(rows.nth(1).locator("td")).to_have_text(["未提及", "未提及", "未提及", "0 / 3"])


def test_what_does_as_well_breaks_the_silence(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#cover")
    page.locator("#cover-range").select_option("usual")
    row = page.locator("#cover-table tr", has_text="人民调解员")
    expect(row.locator("td.sum")).to_have_text("1 / 3")
    row.locator(".dot.planned").click()
    expect(page.locator("#panel .triple")).to_contain_text("一案一回访制度")


def test_full_text_is_searched_and_leads_to_the_paragraph(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    page.locator("#search").fill("和党内法规，开展")
    passage = page.locator("#results .passage")
    expect(passage).to_have_count(1)
    expect(passage.locator("mark")).to_have_text("和党内法规，开展")
    page.keyboard.press("Enter")
    expect(page.locator("#read p.found")).to_contain_text("和党内法规，开展")
    found = "String([...(CSS.highlights.get('found') ?? [])]) === wanted"
    assert holds(page, found, "和党内法规，开展")


def test_a_sentence_leads_to_all_its_facts(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#read")
    page.locator("#read mark", has_text="民法典").click()
    page.locator("#panel .beside .link", has_text="普法活动").click()
    expect(page.locator("#read mark.here")).to_have_text("12场次")


def test_text_is_read_with_marks_and_outline(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#read")
    article = page.locator("#read article")
    whole = "".join(small_reading().document.text.split())
    assert "".join(article.inner_text().split()) == whole
    expect(page.locator("#read .report li")).to_have_count(3)
    article.locator("mark", has_text="民法典").click()
    expect(page.locator("#panel .triple")).to_contain_text("中华人民共和国民法典")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(article).to_be_visible()


def test_marks_of_a_kind_can_be_switched_off(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#read")
    law = page.locator("#marked label", has_text="法律法规")
    expect(law.locator("output")).to_have_text("2")
    law.locator("input").uncheck()
    expect(page.locator("#read mark.plain")).to_have_count(2)
    law.locator("input").check()
    expect(page.locator("#read mark.plain")).to_have_count(0)


def test_a_quote_in_the_panel_leads_to_the_text(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#graph/law%2F中华人民共和国民法典")
    page.locator("#panel .link", has_text="看原文").first.click()
    expect(page.locator("#read mark.here")).to_have_text("民法典")


def test_charts_count_and_lead_back(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#charts")
    expect(page.locator("#charts figure")).to_have_count(4)
    bar = page.locator(".chart-spread .bar-row")
    expect(bar).to_have_count(1)
    bar.click()
    expect(page.locator("#panel h2")).to_have_text("中华人民共和国民法典")


def test_what_is_doubtful_is_asked_not_judged(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#check")
    expect(page.locator("#tab-check")).to_have_text("复核2")
    page.locator("#check-kind").select_option("law")
    card = page.locator("#check .doubt-card")
    expect(card).to_contain_text("名称是否有误？")
    expect(card).to_contain_text("中国共产党党内法规制定条例")
    expect(card.locator("blockquote mark")).to_have_text("党内法规")
    card.locator(".link", has_text="看原文").click()
    expect(page.locator("#read u.here")).to_have_text("党内法规")
    expect(page.locator("#panel .doubt-card")).to_contain_text("名称是否有误？")
    page.go_back()
    page.locator("#check-kind").select_option("number")
    card.locator(".other").click()
    expect(page.locator("#read .here")).to_have_text("甲乡")


def test_keys_change_views(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    names = ["图谱", "对比", "覆盖", "阅读", "复核2", "图表"]
    for key, name in enumerate(names, 1):
        page.keyboard.press(str(key))
        expect(page.locator("[role=tab][aria-selected=true]")).to_have_text(name)
    assert opened.complaints == []


def hostile_reading() -> Reading:
    tail = "".join(f"\n{words}" for words in PAYLOADS if "\n" not in words)
    return small_reading(small_reading().document.text + tail)


def test_no_payload_runs_in_a_text(
    tmp_path: Path, classes: dict[str, EntityClass], opened: Opened
) -> None:
    path = tmp_path / "page.html"
    write(
        render(
            small_network(),
            title="三乡",
            classes=classes,
            readings=[hostile_reading()],
            indicators=INDICATORS,
        ),
        path,
    )
    page = opened.open(path)
    for view in ("compare", "cover", "read", "charts"):
        page.evaluate("(view) => go(view)", view)
        expect(page.locator(f"#{view}")).to_be_visible()
        frames(page)
    assert page.evaluate("window.hit") is None
    assert page.locator("#read article").locator("script, img, iframe, svg, style").count() == 0
    assert opened.complaints == []
