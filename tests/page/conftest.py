"""One browser for all tests, and the page of the small network opened in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from kg.lexicon import Lexicon
from kg.lexicon.concepts import EntityClass
from kg.page import render
from tests.page.browser import CHROMIUM, FLAGS, PATIENCE, SCREEN, Opened
from tests.page.samples import (
    EXPECTED,
    INDICATORS,
    small_findings,
    small_network,
    small_reading,
    write,
)


@pytest.fixture(scope="session")
def classes() -> dict[str, EntityClass]:
    return Lexicon().classes


@pytest.fixture
def network() -> nx.MultiDiGraph:
    return small_network()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        message = "no Chromium found"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Iterator[Page]:
    """Give the one tab that all tests use: opening a new one each time takes longer than a test."""
    context = browser.new_context(viewport=SCREEN, accept_downloads=True, reduced_motion="reduce")
    context.set_default_timeout(60_000)  # a machine may be busy with other things
    expect.set_options(timeout=PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def opened(tab: Page) -> Iterator[Opened]:
    opened = Opened(tab)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def small_page(tmp_path_factory: pytest.TempPathFactory, classes: dict[str, EntityClass]) -> Path:
    path = tmp_path_factory.mktemp("page") / "关系 图.html"
    page = render(
        small_network(),
        title="三乡",
        classes=classes,
        readings=[small_reading()],
        indicators=INDICATORS,
        expected=EXPECTED,
        asked=small_findings(),
    )
    write(page, path)
    return path
