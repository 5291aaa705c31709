"""The sketch that stands until vis-network has drawn the same: it looks so, and it answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.browser import SCREEN, Opened, expect_count, frames, holds

NEVER_IDLE = "window.requestIdleCallback = () => {}"
UNREAD = "typeof vis === 'undefined'"


@pytest.fixture(scope="module")
def busy(browser: Browser) -> Iterator[Page]:
    """Give a tab that never has time, so that the drawing begins only where it has to."""
    context = browser.new_context(viewport=SCREEN, reduced_motion="reduce")
    context.add_init_script(NEVER_IDLE)
    yield context.new_page()
    context.close()


@pytest.fixture
def sketched(busy: Page, small_page: Path) -> Page:
    """Open the small page, which stays at its sketch."""
    busy.goto("about:blank")
    busy.goto(small_page.as_uri())
    expect(busy.locator(".sketch b")).to_have_count(7)
    assert busy.evaluate(UNREAD)
    return busy


def test_the_drawing_takes_the_place_of_the_sketch(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    expect(page.locator(".sketch")).to_have_count(0)
    expect_count(page, 7)
    assert opened.complaints == []


def test_a_sketch_shows_what_the_drawing_will(sketched: Page) -> None:
    labels = sketched.locator(".sketch b")
    said = {each.get_attribute("data-id"): each.inner_text() for each in labels.all()}
    boxes = sketched.evaluate(
        """Object.fromEntries([...document.querySelectorAll(".sketch b")].map((b) => {
          const { left, top, width, height } = b.getBoundingClientRect();
          const stage = byId("canvas").getBoundingClientRect();
          return [b.dataset.id, [left + width / 2 - stage.left, top + height / 2 - stage.top, width, height]];
        }))"""
    )
    lines = sketched.locator(".sketch path").count()
    sketched.evaluate("void drawing()")
    expect(sketched.locator(".sketch")).to_have_count(0)
    drawn = sketched.evaluate(
        """Object.fromEntries(Graph.nodes.get().map(({ id, label }) => {
          const { x, y } = Graph.net.canvasToDOM(Graph.net.getPosition(id));
          const { shape } = Graph.net.body.nodes[id];
          const scale = Graph.net.getScale();
          return [id, [label, x, y, shape.width * scale, shape.height * scale]];
        }))"""
    )
    assert said == {key: label for key, (label, *_) in drawn.items()}
    assert lines == sketched.evaluate("Graph.edges.length")
    for key, (_, *box) in drawn.items():
        assert boxes[key] == pytest.approx(box, abs=4)


def test_a_label_of_the_sketch_answers_a_click(sketched: Page) -> None:
    sketched.locator(".sketch b", has_text="民法典").click()
    expect(sketched.locator("#panel h2")).to_have_text("中华人民共和国民法典")
    expect(sketched.locator("#panel blockquote")).to_have_count(3)
    assert sketched.evaluate(UNREAD)
    sketched.evaluate("void drawing()")
    expect(sketched.locator("#panel h2")).to_have_text("中华人民共和国民法典")
    assert sketched.evaluate("Graph.net.getSelectedNodes().map((id) => KG.nodes[id].label)") == [
        "中华人民共和国民法典"
    ]


def test_search_and_every_other_view_need_no_drawing(sketched: Page) -> None:
    sketched.keyboard.press("/")
    sketched.keyboard.type("民法典")
    sketched.keyboard.press("Enter")
    expect(sketched.locator("#panel h2")).to_have_text("中华人民共和国民法典")
    for view in ("compare", "cover", "read", "check", "charts"):
        sketched.locator(f"#tab-{view}").click()
        expect(sketched.locator(f"#{view}")).to_be_visible()
    expect(sketched.locator(".sketch")).to_have_count(0)
    sketched.locator("#tab-graph").click()
    expect(sketched.locator(".sketch b")).to_have_count(7)
    assert sketched.evaluate(UNREAD)


def test_scenes_and_colours_of_the_sketch(sketched: Page) -> None:
    law = sketched.locator(".sketch b", has_text="民法典")
    before = law.evaluate("(e) => e.style.background")
    sketched.locator("#theme").click()
    assert holds(sketched, f"document.querySelector('.sketch b').style.background !== '{before}'")
    sketched.locator("#theme").click()
    law.click()
    sketched.keyboard.press("f")
    expect(sketched.locator(".sketch b")).to_have_count(3)
    sketched.keyboard.press("f")
    expect(sketched.locator(".sketch b")).to_have_count(7)
    sketched.locator("#shared").check()
    expect(sketched.locator(".sketch b")).to_have_count(5)
    assert sketched.evaluate(UNREAD)


@pytest.mark.parametrize("button", ["zoom-in", "picture"])
def test_what_a_sketch_cannot_do_begins_the_drawing(sketched: Page, button: str) -> None:
    sketched.locator(f"#{button}").click()
    expect(sketched.locator(".sketch")).to_have_count(0)
    expect_count(sketched, 7)


def test_a_filter_begins_the_drawing(sketched: Page) -> None:
    sketched.locator("#legend [data-type=Law] input").uncheck()
    expect_count(sketched, 6)


def test_a_wheel_begins_the_drawing(sketched: Page) -> None:
    sketched.locator("#canvas").hover(force=True)
    sketched.mouse.wheel(0, -100)
    expect(sketched.locator(".sketch")).to_have_count(0)


def test_a_line_of_the_sketch_answers_too(sketched: Page) -> None:
    where = sketched.evaluate(
        """(() => {
          const line = [...document.querySelectorAll(".sketch path")].find((path) => {
            const middle = path.getPointAtLength(path.getTotalLength() / 2);
            const { x, y } = middle.matrixTransform(path.getScreenCTM());
            path.middle = { x, y };
            return !document.elementFromPoint(x, y).dataset.id;
          });
          return line.middle;
        })()"""
    )
    sketched.mouse.click(where["x"], where["y"])
    expect(sketched.locator("#panel .triple")).to_be_visible()
    frames(sketched)
    expect(sketched.locator(".sketch")).to_have_count(0)
