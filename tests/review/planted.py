"""How much of what is planted the review finds, kind by kind and way by way.

    python -m tests.review.planted             the table
    python -m tests.review.planted --ways      also way by way
    python -m tests.review.planted --misses    also what was not found, and what was found besides

Reports: those of tests/review/clean, the samples, and annotated reports that say who reports. A plant
is found where a finding that the clean report does not have bears its code and touches its place;
what else is new is counted as found besides.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg import documents
from kg.model import Finding, Reading
from kg.reading import understand
from kg.review import check
from tests.accuracy import GOLD, SEEDS, shared_lexicon
from tests.review.plants import PLANTERS, Plant

CLEAN = Path(__file__).parent / "clean"
SEED = 20241204


@dataclass
class Rates:
    """What was planted and found, by kind and way; and what was found besides."""

    planted: Counter[tuple[str, str]] = field(default_factory=Counter)
    found: Counter[tuple[str, str]] = field(default_factory=Counter)
    besides: int = 0
    misses: list[tuple[Plant, Path]] = field(default_factory=list)
    extra: list[tuple[Plant, Path, Finding]] = field(default_factory=list)

    def rate(self, kind: str) -> float:
        planted = sum(n for (k, _), n in self.planted.items() if k == kind)
        return sum(n for (k, _), n in self.found.items() if k == kind) / planted

    @property
    def kinds(self) -> list[str]:
        return list(dict.fromkeys(kind for kind, _ in self.planted))


def reports(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.txt"))


def read(text: str, path: Path) -> Reading:
    lexicon = shared_lexicon()
    return understand(documents.from_text(text, name=path.name, lexicon=lexicon), lexicon)


def measure(paths: list[Path], *, rounds: int = 1) -> Rates:
    """Plant defects in each report and count what is found."""
    lexicon, rates = shared_lexicon(), Rates()
    for path in paths:
        text = path.read_text("utf-8")
        clean = read(text, path)
        before = Counter(_told(finding) for finding in check(clean, lexicon))
        for round_ in range(rounds):
            for planter in PLANTERS:
                dice = random.Random(f"{SEED}-{path.name}-{planter.__name__}-{round_}")
                for plant in planter(clean, dice, lexicon):
                    _count(rates, plant, path, before)
    return rates


def _count(rates: Rates, plant: Plant, path: Path, before: Counter[tuple[str, str]]) -> None:
    key = plant.kind, plant.way
    rates.planted[key] += 1
    fresh = list(_new(check(read(plant.text, path), shared_lexicon()), before))
    hits = [finding for finding in fresh if sees(finding, plant)]
    rates.found[key] += bool(hits)
    if not hits:
        rates.misses.append((plant, path))
    besides = [finding for finding in fresh if finding not in hits]
    rates.besides += len(besides)
    rates.extra += [(plant, path, finding) for finding in besides]


def sees(finding: Finding, plant: Plant) -> bool:
    """Whether a finding is of a plant: its code, its place, its words."""
    if finding.code not in plant.codes or plant.words not in finding.message:
        return False
    if plant.spot is None:
        return True
    start, end = plant.spot
    return finding.span.start <= end + 1 and start - 1 <= finding.span.end


def _new(found: tuple[Finding, ...], before: Counter[tuple[str, str]]) -> Iterator[Finding]:
    left = before.copy()
    for finding in found:
        if left[_told(finding)] > 0:
            left[_told(finding)] -= 1
        else:
            yield finding


def _told(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.message


def table(rates: Rates, *, ways: bool) -> str:
    rows = []
    for kind in rates.kinds:
        planted = sum(n for (k, _), n in rates.planted.items() if k == kind)
        rows.append(f"{kind:32} {planted:5} planted   {rates.rate(kind):.3f} found")
        for (k, way), n in sorted(rates.planted.items()) if ways else ():
            if k == kind:
                rows.append(f"  {way:36} {n:5}   {rates.found[k, way] / n:.3f}")
    total = sum(rates.planted.values())
    rows.append(f"found besides: {rates.besides} in {total} reports ({rates.besides / total:.3f})")
    return "\n".join(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--ways", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("sets", nargs="*", default=["clean", "more", "seeds"])
    args = parser.parse_args()
    for name in args.sets:
        folder = {"clean": CLEAN, "seeds": SEEDS}.get(name, GOLD / name)
        rates = measure(reports(folder), rounds=args.rounds)
        print(f"{name}: {len(reports(folder))} reports\n{table(rates, ways=args.ways)}\n")
        if args.misses:
            for plant, path in rates.misses:
                start, end = plant.spot or (0, 0)
                words = plant.text[max(0, start - 15) : end + 15][:90].replace("\n", "⏎")
                print(f"- {path.name[:8]} {plant.kind}: {plant.way}: {words}")
            for plant, path, finding in rates.extra:
                print(
                    f"+ {path.name[:8]} {plant.kind}: {plant.way}: {finding.code} {finding.message[:70]} ({finding.quote[:20]})"
                )


if __name__ == "__main__":
    main()
