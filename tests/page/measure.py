"""How large a page is and how soon it can be used, beside an empty page of pyvis itself.

python -m tests.page.measure [--rounds N] PAGE...

The pages are opened in turn, round after round, each time in a browser context of its own in
headless Chromium; told are the least and the median, in seconds from the start of navigation to the
first frame after all is loaded and the canvas drawn, and how many times the empty page's they are.

The comparison is fair in this: both pages carry the very same vis-network inside the file, so that
both pay for reading and compiling it. It flatters the empty page in this: there is no network, so that
what it would load (bootstrap) is refused at once; it has no text, so that no Chinese font is looked
for; and it draws nothing. What pyvis itself takes for our nodes and edges at our places, without
anything beside them, is told as well.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from pyvis.network import Network

from kg.page.pyvis_graph import library
from tests.page.browser import CHROMIUM, FLAGS, SCREEN

ROUNDS = 9
_DRAWN = """() => new Promise((done) => {
  const look = () => document.readyState === "complete" && document.querySelector("canvas")
    ? requestAnimationFrame(() => done(performance.now() / 1000)) : setTimeout(look, 5);
  look();
})"""


def seconds(browser: Browser, path: Path) -> float:
    """Return the time until a page's canvas is drawn."""
    context = browser.new_context(viewport=SCREEN, offline=True)
    page = context.new_page()
    page.goto(path.as_uri(), wait_until="commit")
    taken = float(page.evaluate(_DRAWN))
    context.close()
    return taken


def bare(page: str) -> str:
    """Return what pyvis itself makes of the nodes and edges that a page of ours opens with."""
    about, nodes, edges, options = (
        json.loads(
            re.findall(f'(?s)<script type="application/json" id="kg-{name}">(.*?)</script>', page)[
                0
            ]
        )
        for name in ("data", "nodes", "edges", "options")
    )
    off = {n for n, node in enumerate(about["nodes"]) if about["types"][node[2]] in about["off"]}
    net = Network(directed=True, cdn_resources="in_line")
    net.set_options(json.dumps(options))
    for node in nodes:
        if node["id"] not in off:
            net.add_node(node["id"], node["label"], x=node["x"], y=node["y"], shape="box")
    for edge in edges:
        if not {edge["from"], edge["to"]} & off:
            net.add_edge(edge["from"], edge["to"])
    return str(net.generate_html())


def main(paths: Sequence[Path], rounds: int) -> None:
    """Print size, seconds and ratio for each page."""
    empty = Network(cdn_resources="in_line").generate_html()
    assert library().strip() in empty.replace("\r\n", "\n")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        pages = [Path(folder) / "pyvis, empty.html"]
        pages[0].write_text(empty, "utf-8")
        for path in paths:
            pages += [path.resolve(), Path(folder) / f"pyvis, {path.name}"]
            pages[-1].write_text(bare(path.read_text("utf-8")), "utf-8")
        chromium = next(filter(None, map(shutil.which, CHROMIUM)))
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        taken = [[seconds(browser, page) for page in pages] for _ in range(rounds + 1)]
        browser.close()
        columns = list(zip(*taken[1:], strict=True))  # the first round fills the browser's caches
        for page, own in zip(pages, columns, strict=True):
            told = [
                f"{name} {f(own):5.2f} s ({f(own) / f(columns[0]):4.2f})"
                for name, f in (("least", min), ("median", statistics.median))
            ]
            print(f"{page.name:24} {page.stat().st_size:>10,} bytes  ", *told)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("pages", nargs="+", type=Path)
    asked = parser.parse_args()
    main(asked.pages, asked.rounds)
