"""Print what reading costs, beside plain segmentation, and how everything grows.

    python -m tests.bench [--reports 1000]

CPU seconds of this process, the best of several runs. The ratio is the median of the ratios of runs
that follow each other: a machine that others use is now fast, now slow, and not for both alike.
No text is read twice as it is: what a run keeps of a text helps no other.
"""

from __future__ import annotations

import argparse
import logging
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from kg import corpus, documents, outputs, review
from kg.graph import questions, turtle
from kg.graph.build import build
from kg.graph.store import Store
from kg.lexicon import Lexicon
from kg.model import Reading
from kg.reading import understand
from tests.bench import synthetic

SEEDS = Path(__file__).parents[2] / "seeds"
RUNS = 25
COUNT = "SELECT (COUNT(*) AS ?n) {?s ?p ?o}"

Texts = list[tuple[str, str]]


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that a piece of work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def wall(*command: str, runs: int = 3) -> float:
    """Return the least wall seconds of a command from a cold start."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "kg", *command], check=True, capture_output=True)
        taken.append(time.perf_counter() - start)
    return min(taken)


def megabytes(who: int) -> float:
    """Return the most memory that this process, or one it started, has held."""
    return resource.getrusage(who).ru_maxrss / 1024


def read_all(texts: Texts, lexicon: Lexicon) -> list[Reading]:
    return [
        understand(documents.from_text(text, name=name, lexicon=lexicon), lexicon)
        for name, text in texts
    ]


def against_jieba(texts: Texts, lexicon: Lexicon) -> None:
    import jieba

    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()

    def cut_all(texts: Texts) -> None:
        for _, text in texts:
            tokenizer.lcut(text)

    segmenting, reading = [], []
    for run in range(RUNS):
        fresh = [(name, text + "\n" + "·" * run) for name, text in texts]
        segmenting.append(cpu(partial(cut_all, fresh)))
        reading.append(cpu(partial(read_all, fresh, lexicon)))
    per = 1000 / len(texts)
    print(f"  jieba.lcut          {min(segmenting) * per:8.2f} ms a report")
    print(f"  text to claims      {min(reading) * per:8.2f} ms a report")
    ratio = median(ours / theirs for ours, theirs in zip(reading, segmenting, strict=True))
    print(f"  ratio               {ratio:8.2f}   (must stay below 0.5)")


def growth(numbers: list[int], lexicon: Lexicon) -> None:
    print(
        "  reports   read ms   compare ms   write ms   graph.ttl kB   (each per report)   peak MB"
    )
    for number in numbers:
        with tempfile.TemporaryDirectory() as name:
            paths = synthetic.write(number, Path(name) / "reports")
            start = time.process_time()
            outcomes = corpus.readings(paths, lexicon)
            readings = [outcome for outcome in outcomes if isinstance(outcome, Reading)]
            read = time.process_time()
            review.compare(readings, lexicon)
            compared = time.process_time()
            outputs.write(readings, lexicon, Path(name) / "output")
            written = time.process_time()
            size = (Path(name) / "output" / "graph.ttl").stat().st_size / 1024
        costs = [1000 * (b - a) for a, b in ((start, read), (read, compared), (compared, written))]
        per = "".join(f"{cost / number:11.2f}" for cost in costs)
        held = megabytes(resource.RUSAGE_SELF)
        print(f"  {number:7}{per} {size / number:13.1f} {held:29.0f}")


def asking(number: int, lexicon: Lexicon) -> None:
    """Print what the questions of the pack cost on a graph of many reports, the dearest by name."""
    texts = list(synthetic.reports(number))
    store = Store(turtle.flat(build(read_all(texts, lexicon), lexicon)))
    costs = {
        question.name: cpu(partial(store.query, question.sparql)) for question in questions.pack()
    }
    dearest = max(costs, key=lambda name: costs[name])
    print(f"  {len(costs)} questions        {sum(costs.values()):8.2f} s")
    print(f"  {dearest:20}{costs[dearest]:8.2f} s")


def cold_starts() -> None:
    """Print what commands cost on their own; before this process grows, for a child begins as big."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print("cold starts, wall")
        print(f"  kg build seeds      {wall('build', str(SEEDS), '-o', name):8.2f} s   (aim 4)")
        graph = str(folder / "graph.ttl")
        print(f"  kg query            {wall('query', COUNT, '-g', graph):8.2f} s   (aim 1)")
        synthetic.write(300, folder / "reports")
        taken = wall("build", str(folder / "reports"), "-o", str(folder / "built"), runs=1)
        held = megabytes(resource.RUSAGE_CHILDREN)
        page = (folder / "built" / "graph.html").stat().st_size / 2**20
        print(f"  kg build of 300     {taken:8.2f} s, {held:.0f} MB, a page of {page:.1f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--reports", type=int, default=1000, help="the largest of the growth series"
    )
    args = parser.parse_args()

    cold_starts()
    lexicon = Lexicon()
    loading = cpu(lambda: understand(documents.from_text("", name="", lexicon=lexicon), lexicon))
    print(f"loading the vocabulary  {loading:.2f} s CPU")

    print("the five samples")
    against_jieba([(p.name, p.read_text("utf-8")) for p in sorted(SEEDS.glob("*.txt"))], lexicon)
    print("100 synthetic reports")
    against_jieba(list(synthetic.reports(100)), lexicon)
    print("questions to 100 synthetic reports")
    asking(100, lexicon)
    print("growth")
    growth([n for n in (10, 100, 1000, 10000) if n <= args.reports], lexicon)


if __name__ == "__main__":
    main()
