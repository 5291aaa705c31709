"""How large a page is and how soon it can be used, beside an empty page of pyvis itself.

python -m tests.page.measure PAGE...

Each page is opened five times in headless Chromium; the median is told, in seconds from the start
of navigation to the first drawn frame. The empty pyvis page keeps its own template and library; what
it would load from the network is refused at once, which makes it faster than it is.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from pyvis.network import Network

from tests.page.conftest import CHROMIUM, FLAGS

ROUNDS = 5
_DRAWN = """() => new Promise((done) => {
  const look = () => document.querySelector("canvas")
    ? requestAnimationFrame(() => done(performance.now() / 1000)) : setTimeout(look, 5);
  look();
})"""


def seconds(browser: Browser, path: Path) -> float:
    """Return the median time until a page's canvas is drawn."""
    taken = []
    for _ in range(ROUNDS):
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        context.route("http*://**", lambda route: route.abort())
        page = context.new_page()
        page.goto(path.as_uri())
        taken.append(float(page.evaluate(_DRAWN)))
        context.close()
    return statistics.median(taken)


def main(paths: list[Path]) -> None:
    """Print size, seconds and ratio for each page."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = next(filter(None, map(shutil.which, CHROMIUM)))
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        empty = Path(folder) / "empty.html"
        empty.write_text(Network(cdn_resources="in_line").generate_html(), "utf-8")
        least = seconds(browser, empty)
        print(f"{'empty pyvis page':40} {empty.stat().st_size:>10,} bytes {least:6.2f} s")
        for path in paths:
            taken = seconds(browser, path.resolve())
            size = path.stat().st_size
            print(f"{path!s:40} {size:>10,} bytes {taken:6.2f} s {taken / least:6.2f}")
        browser.close()


if __name__ == "__main__":
    main([Path(path) for path in sys.argv[1:]])
