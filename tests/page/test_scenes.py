"""Neighbours, paths, and what a page of many reports shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kg.lexicon.concepts import EntityClass
from kg.page import MOST_REPORTS, render
from kg.page.groups import gather
from kg.page.payload import issuers_of
from kg.page.scenes import CORE
from tests.page.browser import IS_DRAWN, Opened, expect_count, expect_labels, holds
from tests.page.samples import many_townships, write

LAW = "#graph/law%2F中华人民共和国民法典"


def test_f_shows_a_node_and_its_neighbours_alone(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, LAW)
    page.keyboard.press("f")
    expect_labels(page, {"中华人民共和国民法典", "甲乡", "乙乡"})
    expect(page.locator("#scene-name")).to_have_text("中华人民共和国民法典 与相邻 2 项")
    expect(page.locator("#panel h2")).to_have_text("中华人民共和国民法典")
    expect(page.locator("#shown")).to_contain_text("显示 3 / 8")
    page.locator("#panel .link", has_text="乙乡").first.click()
    expect(page.locator("#panel h2")).to_have_text("乙乡")
    expect_labels(page, {"中华人民共和国民法典", "甲乡", "乙乡"})
    opened.reload()
    expect_count(page, 3)
    page.keyboard.press("f")
    expect_count(page, 7)
    expect(page.locator("#scene")).to_be_hidden()


ABOVE_ALL = """(() => {
  const name = byId("scene").getBoundingClientRect().bottom - byId("canvas").getBoundingClientRect().top;
  const tops = Graph.nodes.getIds().map((id) => Graph.net.getBoundingBox(id).top);
  return name > 0 && tops.every((y) => Graph.net.canvasToDOM({ x: 0, y }).y >= name);
})()"""


@pytest.mark.parametrize("chosen", ["place%2F10", "law%2F中华人民共和国民法典"])
def test_the_name_of_a_scene_lies_over_nothing(many: Path, opened: Opened, chosen: str) -> None:
    page = opened.open(many, f"#graph/~near/{chosen}")
    assert holds(page, f"Graph.nodes?.length > 2 && {ABOVE_ALL}")


def test_p_finds_the_way_between_two_nodes(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#graph/place%2F1")
    page.keyboard.press("p")
    expect(page.locator(".asking")).to_contain_text("甲乡")
    page.keyboard.press("/")
    page.keyboard.type("乙乡")
    page.keyboard.press("Enter")
    expect(page.locator("#scene-name")).to_have_text("从 甲乡 到 乙乡：2 步")
    expect_labels(page, {"甲乡", "中华人民共和国民法典", "乙乡"})
    expect(page.locator("#panel .triple")).to_have_count(2)
    expect(page.locator("#panel blockquote").first).to_contain_text("民法典")
    assert opened.complaints == []


def test_no_way_is_said_to_be_none(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, "#graph")
    page.evaluate(
        "KG.nodes.push(new Node(['lone', '孤点', 0, 0, []], KG.nodes.length)); "
        "KG.byKey.set('lone', KG.nodes.at(-1))"
    )
    page.evaluate("go('graph', '~path', 'place/1', 'lone')")
    expect(page.locator("#panel")).to_contain_text("没有路径")


def test_escape_gives_up_a_path(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page, LAW)
    page.keyboard.press("p")
    page.keyboard.press("Escape")
    expect(page.locator(".asking")).to_have_count(0)
    page.locator("#panel .link", has_text="乙乡").first.click()
    expect(page.locator("#panel h2")).to_have_text("乙乡")


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, classes: dict[str, EntityClass]) -> Path:
    path = tmp_path_factory.mktemp("many") / "page.html"
    write(render(many_townships(60), title="多", classes=classes), path)
    return path


def test_many_townships_open_on_their_places(many: Path, opened: Opened) -> None:
    page = opened.open(many)
    expect_labels(page, {"第0省", "第1省", "第2省", "第3省", "中华人民共和国民法典"})
    expect(page.locator("#shown")).to_contain_text(f"显示 5 / {60 * 3 + 5} 个节点")
    page.evaluate("choose([...Graph.scene.edges.values()][0])")
    expect(page.locator("#panel")).to_contain_text("15 地 15 处")
    page.locator("#panel .fact .count").first.click()
    expect(page.locator("#panel blockquote").first).to_contain_text("学习民法典")
    assert opened.complaints == []


def test_what_is_not_drawn_is_found_and_shown_with_its_neighbours(
    many: Path, opened: Opened
) -> None:
    page = opened.open(many)
    page.locator("#search").fill("第59制度")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("第59制度")
    expect_labels(page, {"第59制度", "第59乡"})
    page.keyboard.press("Escape")
    expect_count(page, 5)


def test_a_place_opens_into_its_townships(many: Path, opened: Opened) -> None:
    page = opened.open(many, "#graph/~near/place%2F10")
    for town in ("第0省", "第0乡", "第56乡"):
        assert holds(page, IS_DRAWN, town), town
    page.locator("#tab-cover").click()
    row = page.locator("#cover-table tr", has_text="民法典")
    expect(row.locator("td")).to_have_text(["15", "15", "15", "15", "60 / 60"])
    row.locator("td .link").first.click()
    expect(page.locator("#panel .triple")).to_contain_text("第0省")
    page.go_back()
    expect(page.locator("#panel")).to_be_hidden()
    page.locator("#cover-columns").select_option(index=1)
    expect(row.locator(".dot")).to_have_count(15)


def smallest_label(page: Page) -> float:
    """Return the size in which the smallest of the drawn labels stands on the screen."""
    return float(
        page.evaluate(
            "Graph.net.getScale() * Math.min(...Graph.nodes.get().map((n) => n.font.size))"
        )
    )


def overlapping(page: Page) -> list[str]:
    """Return the labels that lie over another."""
    found: list[str] = page.evaluate(
        """() => {
          const boxes = Graph.nodes.getIds().map((id) => {
            const { x, y, shape } = Graph.net.body.nodes[id];
            return { id, x, y, width: shape.width, height: shape.height };
          });
          const over = (a, b) => Math.abs(a.x - b.x) * 2 < a.width + b.width &&
            Math.abs(a.y - b.y) * 2 < a.height + b.height;
          return boxes.filter((a) => boxes.some((b) => a.id < b.id && over(a, b)))
            .map(({ id }) => KG.nodes[id].label);
        }"""
    )
    return found


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory, classes: dict[str, EntityClass]) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "page.html"
    network = many_townships(MOST_REPORTS + 1, provinces=35, shared=90)
    write(render(network, title="多", classes=classes), path)
    return path


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_a_digest_of_very_many_is_readable(
    crowd: Path, opened: Opened, width: int, height: int
) -> None:
    opened.page.set_viewport_size({"width": width, "height": height})
    page = opened.open(crowd)
    expect_count(page, 35 + CORE)
    assert smallest_label(page) >= 10
    assert overlapping(page) == []
    assert page.evaluate("KG.nodes.length") == 35 + 91
    page.evaluate("choose([...Graph.scene.edges.values()][0])")
    expect(page.locator("#panel .triple")).to_contain_text("写到（12 地）")
    expect(page.locator("#panel blockquote")).to_have_count(3)
    page.locator("#search").fill("第89综合服务中心")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("第89综合服务中心")
    assert opened.complaints == []


@pytest.mark.parametrize(
    ("number", "provinces", "groups"),
    [(40, 1, 0), (41, 1, 0), (101, 1, 1), (101, 2, 2), (41, 3, 3)],
)
def test_issuers_are_gathered_where_that_tells_more(
    number: int, provinces: int, groups: int
) -> None:
    network = many_townships(number, provinces=provinces)
    assert len(set(gather(network, issuers_of(network)).values())) == groups


def test_townships_of_one_place_stand_for_themselves_with_what_they_share(
    tmp_path: Path, classes: dict[str, EntityClass], opened: Opened
) -> None:
    path = tmp_path / "page.html"
    write(render(many_townships(60, provinces=1, shared=8), title="多", classes=classes), path)
    page = opened.open(path)
    expect_count(page, 60 + 9)
    assert smallest_label(page) >= 10
    assert overlapping(page) == []
    page.evaluate("choose([...Graph.scene.edges.values()].find((e) => e.to === 0))")
    expect(page.locator("#panel blockquote")).to_have_count(1)
    assert opened.complaints == []


def test_a_place_of_very_many_is_shown_in_parts(
    tmp_path: Path, classes: dict[str, EntityClass], opened: Opened
) -> None:
    path = tmp_path / "page.html"
    write(render(many_townships(130, provinces=1), title="多", classes=classes), path)
    page = opened.open(path, "#cover")
    parts = page.locator("#cover-columns option")
    expect(parts).to_have_count(5)
    expect(parts.nth(4)).to_have_text("第0省（第 121—130 份，共 130 份）")
    columns = page.locator("#cover-table thead th")
    expect(columns).to_have_count(1 + 2)
    page.locator("#cover-columns").select_option(index=1)
    expect(columns).to_have_count(40 + 2)
    page.locator("#cover-columns").select_option(index=4)
    expect(columns).to_have_count(10 + 2)


def test_far_too_many_make_a_digest_that_says_so(
    tmp_path: Path, classes: dict[str, EntityClass], opened: Opened
) -> None:
    path = tmp_path / "page.html"
    network = many_townships(MOST_REPORTS + 1, provinces=5)
    page_text = render(network, title="多", classes=classes)
    assert render(network, title="多", classes=classes) == page_text
    assert len(page_text.encode()) < 1_000_000
    write(page_text, path)
    page = opened.open(path)
    expect(page.locator(".notice")).to_contain_text(f"共 {MOST_REPORTS + 1} 份报告")
    expect(page.locator(".notice")).to_contain_text("kg query")
    expect_labels(page, {*(f"第{n}省" for n in range(5)), "中华人民共和国民法典"})
    page.evaluate("choose(KG.edges[0])")
    expect(page.locator("#panel blockquote")).to_have_count(3)
    expect(page.locator("#panel .triple")).to_contain_text("81 地")
    assert opened.complaints == []
