"""For everybody: screen readers, keyboards, paper, both themes, both common screens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.page.browser import Opened, holds

VIEWS = ("graph", "compare", "cover", "read", "check", "charts")


def violations(page: Page) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found: list[dict[str, Any]] = axe.run(page).response["violations"]
    return [
        f"{each['impact']} {each['id']}: {node['html'][:120]}"
        for each in found
        if each["impact"] in {"serious", "critical"}
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_serious(small_page: Path, opened: Opened, view: str, theme: str) -> None:
    page = opened.open(small_page, f"#{view}")
    page.evaluate("(theme) => setTheme(theme)", theme)
    expect(page.locator(f"#{view}")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("fragment", ["#graph/law%2F中华人民共和国民法典", "#read/甲乡.txt/41-44"])
def test_axe_finds_nothing_serious_in_the_panel(
    small_page: Path, opened: Opened, fragment: str
) -> None:
    page = opened.open(small_page, fragment)
    expect(page.locator("#panel")).to_be_visible()
    assert violations(page) == []


def test_axe_finds_nothing_serious_in_the_results(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    page.locator("#search").fill("民法典")
    expect(page.locator("#results")).to_be_visible()
    assert violations(page) == []


def test_every_fact_can_be_reached_by_keys_alone(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    page.keyboard.press("/")
    page.keyboard.type("民法典")
    page.keyboard.press("Enter")
    expect(page.locator("#panel")).to_be_focused()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "看原文":
            break
    page.keyboard.press("Enter")
    expect(page.locator("#read mark.here")).to_have_text("民法典")
    page.keyboard.press("j")
    expect(page.locator("#read mark.here")).to_have_text("党内法规")
    page.keyboard.press("k")
    expect(page.locator("#read mark.here")).to_have_text("民法典")


def test_help_opens_and_closes_by_key(small_page: Path, opened: Opened) -> None:
    page = opened.open(small_page)
    page.keyboard.press("?")
    expect(page.locator("#about")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#about")).to_be_hidden()


@pytest.mark.parametrize("view", ["compare", "read"])
def test_on_paper_the_content_stands_alone_and_whole(
    small_page: Path, opened: Opened, view: str
) -> None:
    page = opened.open(small_page, f"#{view}")
    page.emulate_media(media="print")
    expect(page.locator(".tabs")).to_be_hidden()
    expect(page.locator(f"#{view}")).to_be_visible()
    box = ".scroll" if view == "compare" else ".sheets"
    cut = "(e) => e.scrollHeight - e.clientHeight"
    assert page.locator(f"#{view} {box}").evaluate(cut) <= 0
    assert page.pdf()[:4] == b"%PDF"


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1920, 1080)])
def test_nothing_runs_out_of_the_window(
    small_page: Path, opened: Opened, width: int, height: int
) -> None:
    page = opened.open(small_page)
    page.set_viewport_size({"width": width, "height": height})
    assert holds(page, "innerWidth === wanted", width)
    for view in VIEWS:
        page.evaluate("(view) => go(view)", view)
        expect(page.locator(f"#{view}")).to_be_visible()
        wide = "document.documentElement.scrollWidth - innerWidth"
        assert page.evaluate(wide) <= 0, view
        sizes = page.evaluate(
            "[...document.querySelectorAll('.view:not([hidden]) *')]"
            ".filter((e) => e.childNodes.length && [...e.childNodes].some("
            "(n) => n.nodeType === 3 && n.data.trim()))"
            ".map((e) => parseFloat(getComputedStyle(e).fontSize)).filter(Boolean)"
        )
        assert min(sizes, default=10) >= 10, view
