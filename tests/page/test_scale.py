"""What the pages of real reports weigh."""

from __future__ import annotations

from pathlib import Path

from kg import corpus, outputs
from kg.lexicon import Lexicon
from kg.model import Reading
from tests.page.browser import Opened

SEEDS = Path(__file__).parents[2] / "seeds"


def test_five_reports_stay_below_900_kb_and_open(tmp_path: Path, opened: Opened) -> None:
    lexicon = Lexicon()
    paths, _ = corpus.files([SEEDS])
    read = [r for r in corpus.readings(paths, lexicon) if isinstance(r, Reading)]
    outputs.write(read, lexicon, tmp_path)
    file = tmp_path / "graph.html"
    assert file.stat().st_size < 900_000
    page = opened.open(file, "#cover")
    for figure in page.evaluate("KG.expected.map((each) => each[1])"):
        assert figure != "Indicator"
    scale = "(go('graph'), drawing().getScale() * 14)"
    assert page.evaluate(scale) >= 10
    assert opened.complaints == []
    assert [url for url in opened.requests if url.split("#")[0] != file.as_uri()] == []
