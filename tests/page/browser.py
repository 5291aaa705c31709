"""A page in a real browser: opened, asked what it shows, and listened to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Dialog, Page, TimeoutError, ViewportSize

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SCREEN: ViewportSize = {"width": 1366, "height": 768}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PATIENCE = 15_000
"""Milliseconds that a busy machine may take for what the page does at once."""
DRAWN = "(Graph.nodes?.getIds() ?? []).map((id) => KG.nodes[id].label)"
IS_DRAWN = f"{DRAWN}.includes(wanted)"


def holds(page: Page, condition: str, wanted: Any = None) -> bool:
    """Wait until a JavaScript condition on ``wanted`` is met; tell whether it was."""
    try:
        page.wait_for_function(f"(wanted) => {condition}", arg=wanted, timeout=PATIENCE)
    except TimeoutError:
        return False
    return True


def labels(page: Page) -> set[str]:
    """Return the labels of all that is drawn."""
    return set(page.evaluate(DRAWN))


def expect_labels(page: Page, wanted: set[str]) -> None:
    """Wait until the nodes of these labels are drawn, and no others."""
    alike = f"wanted.length === new Set({DRAWN}).size && {DRAWN}.every((x) => wanted.includes(x))"
    if not holds(page, alike, sorted(wanted)):
        assert labels(page) == wanted


def expect_count(page: Page, wanted: int) -> None:
    """Wait until so many nodes are drawn."""
    if not holds(page, "Graph.nodes?.length === wanted", wanted):
        assert len(labels(page)) == wanted


def frames(page: Page) -> None:
    """Let the browser draw twice, and do all that it was about to do."""
    page.evaluate(
        "new Promise((done) => requestAnimationFrame("
        "() => requestAnimationFrame(() => setTimeout(done))))"
    )


@dataclass
class Opened:
    """A page in the browser with all that it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.ears: dict[str, Callable[[Any], None]] = {
            "request": lambda r: self.requests.append(r.url),
            "console": lambda m: self.complaints.append(f"{m.type}: {m.text}"),
            "pageerror": lambda e: self.complaints.append(f"error: {e}"),
            "dialog": self._refuse,
        }
        for event, ear in self.ears.items():
            self.page.on(event, ear)  # type: ignore[call-overload]

    def open(self, path: Path, fragment: str = "") -> Page:
        """Open a file by its file:// address and wait until it says that it is ready."""
        self.page.goto(path.as_uri() + fragment)
        return self._ready()

    def reload(self) -> Page:
        """Open the same address again."""
        self.page.reload()
        return self._ready()

    def _ready(self) -> Page:
        self.page.wait_for_selector("html[data-ready]", state="attached", timeout=60_000)
        return self.page

    def close(self) -> None:
        """Leave the tab as it was."""
        if self.page.url.startswith("file:"):
            self.page.evaluate("localStorage.clear()")
        for event, ear in self.ears.items():
            self.page.remove_listener(event, ear)
        self.page.emulate_media(media="null")
        self.page.set_viewport_size(SCREEN)
        self.page.goto("about:blank")

    def _refuse(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()
