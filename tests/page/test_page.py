"""What a reader does with the page, done in a browser."""

from __future__ import annotations

import html
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Page, expect

from kg import names
from kg.lexicon.concepts import EntityClass
from kg.page import render
from tests.page.browser import IS_DRAWN, Opened, expect_count, expect_labels, frames, holds
from tests.page.samples import evidence, write


def click_at(page: Page, x: float, y: float) -> None:
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + x, box["y"] + y)


def spot(page: Page, script: str) -> tuple[float, float]:
    at = page.evaluate(f"(() => {{ const p = {script}; return Graph.net.canvasToDOM(p); }})()")
    return at["x"], at["y"]


def test_opens_from_disk_without_a_single_request(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    frames(page)
    assert [url for url in opened.requests if url != small_page.as_uri()] == []
    assert opened.complaints == []
    assert page.title() == "三乡"


def test_nothing_in_the_file_points_outside(small_page: Path) -> None:
    text = small_page.read_text("utf-8")
    markup = re.sub(r"(?s)(<(script|style)[^>]*>).*?</\2>", r"\1", text)
    policy = html.unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', markup)[0])
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert re.findall(r"""\b(?:src|href|action|style|on\w+)\s*=""", markup) == []


def test_search_finds_by_name_alias_and_words_of_the_report(
    small_page: Path, opened: Opened
) -> None:
    page = opened.open(small_page)
    page.keyboard.press("/")
    page.keyboard.type("民法典")
    first = page.locator("#results [role=option]").first
    expect(first).to_contain_text("中华人民共和国民法典")
    expect(first).to_contain_text("2 地")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("中华人民共和国民法典")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    page.locator("#search").fill("民事法典")
    expect(page.locator("#results .why")).to_have_text("别名：民事法典")
    page.locator("#search").fill("没有这个")
    expect(page.locator("#results")).to_contain_text("没有找到")


def test_arrows_choose_among_the_results(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    page.locator("#search").fill("乡")
    options = page.locator("#results [role=option]")
    expect(options.first).to_be_visible()
    names = options.locator("bdi").all_inner_texts()
    assert len(names) > 2
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text(names[1])


def test_legend_counts_and_filters(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    row = page.locator("#legend label[data-type=Law]")
    expect(row).to_contain_text("法律法规")
    expect(row.locator("output")).to_have_text("1")
    expect(page.locator("#shown")).to_contain_text("显示 7 / 8 个节点")
    row.locator("input").uncheck()
    expect(page.locator("#shown")).to_contain_text("显示 6 / 8 个节点")
    assert holds(page, "Graph.nodes.get().every((n) => KG.nodes[n.id].type !== 'Law')")
    row.locator("input").check()
    expect(page.locator("#shown")).to_contain_text("显示 7 / 8 个节点")


def test_quantities_are_off_until_asked_for(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    row = page.locator("#legend label[data-type=Observation] input")
    expect(row).not_to_be_checked()
    row.check()
    expect(page.locator("#shown")).to_contain_text("显示 8 / 8 个节点")


def test_only_what_two_or_more_share(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    page.locator("#shared").check()
    expect_labels(page, {"甲乡", "乙乡", "丙镇", "中华人民共和国民法典", "子县"})


def test_click_on_a_node_shows_facts_and_quotes(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    where = "Graph.net.getPosition(KG.nodes.find((n) => n.label.endsWith('民法典')).id)"
    click_at(page, *spot(page, where))
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("中华人民共和国民法典")
    expect(panel.locator(".facts")).to_contain_text("2021-01-01")
    expect(panel.locator("blockquote").first).to_contain_text("民法典")
    expect(panel.locator("blockquote mark")).to_have_text(["民法典"] * 3)
    expect(panel).to_contain_text("甲乡2024年度报告")
    expect(panel).to_contain_text("学习")


def test_click_on_an_edge_shows_its_sentences(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    page.evaluate("KG.edges.forEach((e) => Graph.edges.update({id: e.id, smooth: false}))")
    frames(page)
    middle = """(() => {
      const e = KG.edges.find((e) => KG.nodes[e.from].label === '丙镇' && e.evidence.length);
      const a = Graph.net.getPosition(e.from), b = Graph.net.getPosition(e.to);
      const one = Graph.net.getBoundingBox(e.from), two = Graph.net.getBoundingBox(e.to);
      const dx = b.x - a.x, dy = b.y - a.y;
      const leave = (box, from, sign) => Math.min(
        Math.abs(((sign * dx > 0 ? box.right : box.left) - from.x) / (dx || 1e-9)),
        Math.abs(((sign * dy > 0 ? box.bottom : box.top) - from.y) / (dy || 1e-9)));
      const t = (leave(one, a, 1) + 1 - leave(two, b, -1)) / 2;
      return { x: a.x + t * dx, y: a.y + t * dy };
    })()"""
    click_at(page, *spot(page, middle))
    panel = page.locator("#panel")
    expect(panel.locator(".triple")).to_contain_text("丙镇")
    expect(panel.locator(".triple")).to_contain_text("计划建立")
    expect(panel.locator("blockquote")).to_have_text("拟建立一案一回访制度。")
    expect(panel.locator(".chip.planned")).to_have_text("计划")


def test_a_quote_is_marked_where_it_stands(
    network: nx.MultiDiGraph, classes: dict[str, EntityClass], tmp_path: Path, opened: Opened
) -> None:
    sentence = "\U00020bb7村学民法典，办民法典讲座。"
    second = evidence("丙镇", sentence, "民法典", at=sentence.rindex("民法典"))
    law = names.law("中华人民共和国民法典")
    network.add_edge(
        names.place("3"), law, key="cites", predicate="cites", label="引用", evidence=(second,)
    )
    path = tmp_path / "page.html"
    write(render(network, title="三乡", classes=classes), path)
    page = opened.open(path, "#graph/place%2F3/law%2F中华人民共和国民法典")
    expect(page.locator("#panel blockquote")).to_have_text(sentence)
    before = page.locator("#panel blockquote mark").evaluate("(e) => e.previousSibling.data")
    assert before == "\U00020bb7村学民法典，办"


def test_an_address_opens_the_very_thing(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#graph/law%2F中华人民共和国民法典")
    expect(page.locator("#panel h2")).to_have_text("中华人民共和国民法典")
    page.locator("#panel .link", has_text="乙乡").first.click()
    expect(page.locator("#panel h2")).to_have_text("乙乡")
    page.go_back()
    expect(page.locator("#panel h2")).to_have_text("中华人民共和国民法典")


def test_an_address_that_says_nothing_known_is_the_whole_graph(
    small_page: Path, opened: Opened
) -> None:
    page = opened.open(small_page, "#graph/%E0%A4%A/<img src=x onerror=alert(1)>")
    expect(page.locator("#panel")).to_be_hidden()
    assert opened.complaints == []


def test_dark_and_light(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").click()
    assert holds(page, "getComputedStyle(document.body).backgroundColor !== wanted", before)
    opened.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_picture_can_be_kept(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    with page.expect_download() as download:
        page.locator("#picture").click()
    path = download.value.path()
    assert download.value.suggested_filename.endswith(".png")
    assert path.read_bytes().startswith(b"\x89PNG")
    assert opened.complaints == []


def test_same_network_same_bytes(network: nx.MultiDiGraph, classes: dict[str, EntityClass]) -> None:
    shuffled = nx.MultiDiGraph()
    nodes, edges = list(network.nodes(data=True)), list(network.edges(keys=True, data=True))
    random.Random(7).shuffle(nodes)
    random.Random(8).shuffle(edges)
    shuffled.add_nodes_from(nodes)
    shuffled.add_edges_from(edges)
    first = render(network, title="三乡", classes=classes)
    assert render(shuffled, title="三乡", classes=classes) == first


@pytest.mark.parametrize("seed", ["1", "2"])
def test_hash_seeds_change_no_byte(small_page: Path, seed: str) -> None:
    program = (
        "import sys; from kg.lexicon import Lexicon; from kg.page import render;"
        "from tests.page.samples import *;"
        "page = render(small_network(), title='三乡', classes=Lexicon().classes,"
        " readings=[small_reading()], indicators=INDICATORS, expected=EXPECTED,"
        " asked=small_findings());"
        "sys.stdout.buffer.write(page.encode())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert run.stdout == small_page.read_bytes()


def test_nothing_is_left_beside_the_page(
    network: nx.MultiDiGraph,
    classes: dict[str, EntityClass],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    render(network, title="三乡", classes=classes)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_network_is_a_page_too(
    classes: dict[str, EntityClass], tmp_path: Path, opened: Opened
) -> None:
    path = tmp_path / "空.html"
    path.write_text(render(nx.MultiDiGraph(), title="空", classes=classes), "utf-8")
    page = opened.open(path)
    expect(page.locator("#shown")).to_contain_text("显示 0 / 0")
    assert opened.complaints == []


def test_a_kind_of_institution_tells_what_is_said_of_each_of_its_kind(
    network: nx.MultiDiGraph, classes: dict[str, EntityClass], tmp_path: Path, opened: Opened
) -> None:
    kind = names.concept("inst", "司法所")
    network.add_node(kind, label="司法所", type="InstitutionType", kind="", facts={})
    said = evidence("丙镇", "协调司法所。", "司法所")
    network.add_edge(
        names.place("3"), kind, key="names", predicate="names", label="提及", evidence=(said,)
    )
    for town in ("甲乡", "乙乡"):
        own = names.INSTITUTION + town
        proof = evidence(town, f"{town}司法所到位。", f"{town}司法所")
        network.add_node(own, label=f"{town}司法所", type="Institution", kind="INST", facts={})
        network.add_edge(own, kind, key="type", predicate="type", label="类型", evidence=())
        issuer = names.place("1" if town == "甲乡" else "2")
        network.add_edge(issuer, own, key="has", predicate="has", label="设有", evidence=(proof,))
    path = tmp_path / "page.html"
    write(render(network, title="三乡", classes=classes), path)
    page = opened.open(path, "#graph/institution-type%2F司法所")
    panel = page.locator("#panel")
    expect(panel.locator("h3").filter(has_text="2 地设有")).to_have_count(1)
    quotes = panel.locator("blockquote")
    expect(quotes).to_have_count(3)
    assert set(quotes.all_inner_texts()) == {"甲乡司法所到位。", "乙乡司法所到位。", "协调司法所。"}
    assert holds(page, "Graph.selected.shared === wanted", 3)
    expect(panel).not_to_contain_text("null")
    page.keyboard.press("Escape")
    page.locator("#shared").check()
    for kept in ("司法所", "甲乡司法所", "乙乡司法所"):
        assert holds(page, IS_DRAWN, kept), kept
    page.locator("#tab-cover").click()
    expect(page.locator("#cover-table tr", has_text="司法所").locator(".dot")).to_have_count(3)


def test_what_is_shared_stands_closer_when_it_stands_alone(
    small_page: Path, opened: Opened
) -> None:
    page = opened.open(small_page)
    before = page.evaluate("Graph.net.getPositions()")
    page.locator("#shared").check()
    expect_count(page, 5)
    alone = page.evaluate("Graph.net.getPositions()")
    assert alone.keys() < before.keys()
    page.locator("#shared").uncheck()
    expect_count(page, 7)
    assert page.evaluate("Graph.net.getPositions()") == before
