"""A small network of three townships, and a real browser that counts every request."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import networkx as nx
import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from kg import names
from kg.graph.evidence import Evidence
from kg.lexicon import Lexicon
from kg.lexicon.concepts import EntityClass
from kg.page import render, write

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def evidence(town: str, sentence: str, quote: str, **changes: str) -> Evidence:
    start = sentence.index(quote)
    told = {
        "report_label": f"{town}2024年度报告",
        "document": f"{town}.txt",
        "part": "measures",
        "status": "done",
        "function": "",
    } | changes
    return Evidence(
        report=names.REPORT + town,
        start=start,
        end=start + len(quote),
        quote=quote,
        sentence=sentence,
        **told,
    )


def small_network() -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    towns = {
        town: names.place(code) for town, code in (("甲乡", "1"), ("乙乡", "2"), ("丙镇", "3"))
    }
    for town, iri in towns.items():
        network.add_node(iri, label=town, type="Township", kind="", facts={"年度": ["2024"]})

    def add(iri: str, label: str, kind: str, kind_code: str, **facts: list[str]) -> str:
        network.add_node(iri, label=label, type=kind, kind=kind_code, facts=facts)
        return iri

    def link(town: str, target: str, edge: str, label: str, *proof: Evidence) -> None:
        network.add_edge(
            towns[town],
            target,
            key=names.gov(edge),
            predicate=names.gov(edge),
            label=label,
            evidence=proof,
        )

    civil = add(
        names.law("中华人民共和国民法典"),
        "中华人民共和国民法典",
        "Law",
        "LAW",
        简称=["民法典"],
        施行日期=["2021-01-01"],
    )
    study = "组织干部学习《民法典》和党内法规。"
    publicise = "向群众宣传民法典四次。"
    link("甲乡", civil, "cites", "引用", evidence("甲乡", study, "民法典", function="study"))
    link(
        "乙乡",
        civil,
        "cites",
        "引用",
        evidence("乙乡", publicise, "民法典", function="publicise"),
        evidence("乙乡", "明年继续宣传民法典。", "民法典", part="plan", status="planned"),
    )
    office = add(names.INSTITUTION + "1_司法所", "甲乡司法所", "Institution", "INST")
    link(
        "甲乡", office, "hasInstitution", "设有", evidence("甲乡", "甲乡司法所到位。", "甲乡司法所")
    )
    visit = add(names.concept("mech", "一案一回访制度"), "一案一回访制度", "Mechanism", "MECH")
    link(
        "丙镇",
        visit,
        "plans",
        "计划建立",
        evidence("丙镇", "拟建立一案一回访制度。", "一案一回访制度", part="plan", status="planned"),
    )
    count = add(
        names.OBSERVATION + "1", "普法活动 12场次", "Observation", "QUANTITY", 数值=["12场次"]
    )
    link("甲乡", count, "states", "数量", evidence("甲乡", "开展普法活动12场次。", "12场次"))
    county = add(names.place("10"), "子县", "County", "")
    for iri in towns.values():
        network.add_edge(
            iri,
            county,
            key=names.gov("within"),
            predicate=names.gov("within"),
            label="属于",
            evidence=(),
        )
    return network


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


@dataclass
class Opened:
    """A page in the browser with all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: Path, fragment: str = "") -> Page:
        """Open a file by its file:// address and wait until it says that it is ready."""
        self.page.on("request", lambda r: self.requests.append(r.url))
        self.page.on("console", lambda m: self.complaints.append(f"{m.type}: {m.text}"))
        self.page.on("pageerror", lambda e: self.complaints.append(f"error: {e}"))
        self.page.on("dialog", self._refuse)
        self.page.goto(path.as_uri() + fragment)
        self.page.wait_for_selector("html[data-ready]", state="attached", timeout=20000)
        return self.page

    def _refuse(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True)
    yield Opened(context.new_page())
    context.close()


@pytest.fixture(scope="session")
def small_page(tmp_path_factory: pytest.TempPathFactory, classes: dict[str, EntityClass]) -> Path:
    path = tmp_path_factory.mktemp("page") / "关系 图.html"
    write(render(small_network(), title="三乡", classes=classes), path)
    return path
