"""How large a page is and how soon it can be used, beside an empty page of pyvis itself.

python -m tests.page.measure [--rounds N] PAGE...

The pages are opened in turn, round after round, each time in a browser context of its own in
headless Chromium. Told are five moments, in seconds from the start of navigation, least and median,
and how many times the empty page's they are:

- ``painted``: the browser's own first contentful paint.
- ``seen``: the first frame with the graph on it, every label and line in its place. Of a page of
  pyvis, whose canvas comes with its network: the first frame after it is loaded and has a canvas.
- ``answered``: somebody has clicked on a node as soon as the graph was seen, and the panel that tells
  of it is on the screen.
- ``searched``: and then has typed into the search, and the results are on the screen.
- ``settled``: all is loaded and the last task of more than 50 ms has ended, what was asked before it
  among them; of our page, when vis-network has taken over from the sketch.

A page of pyvis has nothing to answer with and nothing to search: it has done both when it is seen.
From ``seen`` on a click is taken: that is when the page is interactive, to be kept within 1.3 times
the empty page. ``answered`` adds what an answer takes, which the empty page has none of. The
comparison is fair in this: both pages carry the very same vis-network inside the file. Ours lets the browser read
it when the graph is there; the empty page has nothing else to show. The empty page is flattered in
this: there is no network, so that what it would load (bootstrap) is refused at once; it has no text,
so that no Chinese font is looked for; and it draws nothing. What pyvis itself takes for our nodes and
edges at our places, without anything beside them, is told as well.
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

ROUNDS = 12
MOMENTS = ("painted", "seen", "answered", "searched", "settled")
_WATCH = """(() => {
  const told = (globalThis.told = { settled: 0 });
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch("paint", (entry) => (told.painted = entry.startTime));
  watch("longtask", (entry) => (told.settled = entry.startTime + entry.duration));
  const shown = (selector) => document.querySelector(selector)?.checkVisibility();
  const when = (condition, act) => {
    const drawn = new MessageChannel();
    drawn.port1.onmessage = () => act(performance.now());
    const look = () => (condition() ? drawn.port2.postMessage(0) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  };
  const graph = () =>
    shown(".sketch b") || (document.readyState === "complete" && shown("canvas"));
  const click = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [clientX, clientY] = [left + width / 2, top + height / 2];
    const at = { bubbles: true, clientX, clientY };
    document.elementFromPoint(clientX, clientY).dispatchEvent(new MouseEvent("click", at));
  };
  const type = (search, words) => {
    search.value = words;
    search.dispatchEvent(new Event("input"));
  };
  when(graph, (now) => {
    told.seen = told.answered = told.searched = now;
    const search = document.querySelector("#search");
    if (!search) return (told.done = true);
    click(document.querySelector(".sketch b"));
    when(() => shown("#panel h2"), (now) => {
      told.answered = now;
      type(search, "法");
      when(() => shown("#results [role=option]"), (now) => {
        told.searched = now;
        told.done = true;
      });
    });
  });
})()"""
_QUIET = """() => document.readyState === "complete" && told.done
  && performance.now() > 600 + Math.max(told.settled, told.searched)"""


def moments(browser: Browser, path: Path) -> list[float]:
    """Return when a page came to each of the moments, in seconds."""
    context = browser.new_context(viewport=SCREEN, offline=True)
    page = context.new_page()
    page.add_init_script(_WATCH)
    page.goto(path.as_uri())
    page.wait_for_function(_QUIET, polling=100)
    told = page.evaluate("told")
    loaded = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
    told["settled"] = max(told["settled"], loaded)
    context.close()
    return [told[moment] / 1000 for moment in MOMENTS]


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
    """Print size, seconds and ratios for each page."""
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
        taken = [[moments(browser, page) for page in pages] for _ in range(rounds + 1)]
        browser.close()
        first = None
        for page, rows in zip(pages, zip(*taken[1:], strict=True), strict=True):
            print(f"{page.name}, {page.stat().st_size:,} bytes")  # round 0 fills the caches
            columns = list(zip(*rows, strict=True))
            first = first or columns
            for moment, own, of_empty in zip(MOMENTS, columns, first, strict=True):
                told = [
                    f"{name} {f(own):5.2f} s ({f(own) / f(of_empty):4.2f})"
                    for name, f in (("least", min), ("median", statistics.median))
                ]
                print(f"  {moment:8}", *told)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("pages", nargs="+", type=Path)
    asked = parser.parse_args()
    main(asked.pages, asked.rounds)
