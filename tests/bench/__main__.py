"""Print what reading costs, beside plain segmentation, and how it grows.

    python -m tests.bench [--reports 1000]

CPU seconds of this process, the best of several runs; ratios are between figures of the same run.
"""

from __future__ import annotations

import argparse
import logging
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kg import documents
from kg.graph.build import build
from kg.graph.turtle import flat
from kg.lexicon import Lexicon
from kg.model import Reading
from kg.reading import understand
from tests.bench import synthetic

SEEDS = Path(__file__).parents[2] / "seeds"


def best(work: Callable[[], object], *, runs: int = 5) -> float:
    """Return the least CPU seconds that a piece of work took."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def wall(*command: str) -> float:
    """Return the least wall seconds of a command from a cold start, of three."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "kg", *command], check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return min(taken)


def read_all(texts: list[tuple[str, str]], lexicon: Lexicon) -> list[Reading]:
    return [
        understand(documents.from_text(text, name=name, lexicon=lexicon), lexicon)
        for name, text in texts
    ]


def against_jieba(texts: list[tuple[str, str]], lexicon: Lexicon) -> None:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    segment = jieba.Tokenizer()
    segment.initialize()
    read_all(texts, lexicon)
    plain = best(lambda: [segment.lcut(text) for _, text in texts])
    whole = best(lambda: read_all(texts, lexicon))
    n = len(texts)
    print(f"  jieba.lcut          {plain / n * 1000:8.2f} ms a report")
    print(f"  text to claims      {whole / n * 1000:8.2f} ms a report")
    print(f"  ratio               {whole / plain:8.2f}   (must stay below 0.5)")


def growth(numbers: list[int], lexicon: Lexicon) -> None:
    print("  reports   read ms   build and write ms   graph.ttl MB   (each per report)")
    for number in numbers:
        texts = list(synthetic.reports(number))
        start = time.process_time()
        readings = read_all(texts, lexicon)
        read = time.process_time() - start
        with tempfile.TemporaryDirectory() as folder:
            start = time.process_time()
            (Path(folder) / "graph.ttl").write_text(flat(build(readings, lexicon)), "utf-8")
            built = time.process_time() - start
            size = (Path(folder) / "graph.ttl").stat().st_size / 1e6
        per = 1000 / number
        print(f"  {number:7} {read * per:9.2f} {built * per:20.2f} {size:14.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--reports", type=int, default=1000, help="the largest of the growth series"
    )
    args = parser.parse_args()

    start = time.process_time()
    lexicon = Lexicon()
    understand(documents.from_text("", name="", lexicon=lexicon), lexicon)
    print(f"loading the vocabulary  {time.process_time() - start:.2f} s CPU")

    print("the five samples")
    against_jieba([(p.name, p.read_text("utf-8")) for p in sorted(SEEDS.glob("*.txt"))], lexicon)
    print("100 synthetic reports")
    against_jieba(list(synthetic.reports(100)), lexicon)
    print("growth")
    growth([n for n in (10, 100, 1000, 10000) if n <= args.reports], lexicon)

    with tempfile.TemporaryDirectory() as folder:
        print("cold starts, wall")
        print(f"  kg build seeds      {wall('build', str(SEEDS), '-o', folder):8.2f} s   (aim 4)")
        graph = str(Path(folder) / "graph.ttl")
        count = "SELECT (COUNT(*) AS ?n) {?s ?p ?o}"
        print(f"  kg query            {wall('query', count, '-g', graph):8.2f} s   (aim 1)")


if __name__ == "__main__":
    main()
