"""How right the extraction is, against the annotated reports of tests/gold, by the guide there.

    python -m tests.accuracy            the table, with the floors
    python -m tests.accuracy --misses   also what was missed and what was wrongly found
    python -m tests.accuracy --update   raise the floors and write down what is found now

Spans count when start and end are exactly right. Floors (tests/gold/floors.json) only rise:
``--update`` refuses to lower one. tests/gold/found.tsv holds every mention found, so that the diff of
a change shows what it gains and loses.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg.lexicon import Lexicon
from kg.reading import read
from kg.records import Record, record

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parents[1] / "seeds"
FLOORS = GOLD / "floors.json"
FOUND = GOLD / "found.tsv"
KINDS = ("LAW", "INST", "MECH", "PLACE", "DAY", "ROLE", "DISPUTE", "QUANTITY")
CHAIN = ("issuer", "county", "prefecture", "province", "year")


@dataclass
class Score:
    """Counts of one kind over a set of documents."""

    gold: int = 0
    found: int = 0
    hits: int = 0
    right: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float:
        return self.hits / self.found if self.found else float(self.gold == 0)

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else float(self.found == 0)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def share(self, what: str) -> float:
        return self.right[what] / self.hits if self.hits else 1.0


def sets() -> list[str]:
    """Return the names of the annotated sets: folders of tests/gold."""
    return sorted(path.name for path in GOLD.iterdir() if path.is_dir())


@cache
def documents(name: str) -> tuple[tuple[Record, Record], ...]:
    """Return (annotated, found) for each report of a set."""
    lexicon = shared_lexicon()
    pairs = []
    for path in sorted((GOLD / name).glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = path.with_suffix(".txt")
        source = text if text.exists() else SEEDS / gold["doc"]
        pairs.append((gold, record(read(source, lexicon), lexicon)))
    return tuple(pairs)


@cache
def shared_lexicon() -> Lexicon:
    return Lexicon()


def spans(one: Record, kind: str) -> dict[tuple[int, int], Record]:
    if kind == "QUANTITY":
        return {(q["start"], q["end"]): q for q in one["quantities"]}
    return {(m["start"], m["end"]): m for m in one["mentions"] if m["type"] == kind}


def score(name: str) -> dict[str, Score]:
    """Score a set: one Score a kind, ALL over kinds, META over documents."""
    table = {kind: Score() for kind in (*KINDS, "ALL", "META")}
    for gold, found in documents(name):
        for kind in KINDS:
            _count(table[kind], spans(gold, kind), spans(found, kind))
        meta = table["META"]
        meta.gold = meta.found = meta.hits = meta.hits + 1
        same_chain = all(gold["meta"][key] == found["meta"][key] for key in CHAIN)
        meta.right["issuer, chain, year"] += same_chain
        meta.right["sections"] += sorted(gold["meta"]["sections"]) == sorted(
            found["meta"]["sections"]
        )
    for kind in KINDS:
        for attribute in ("gold", "found", "hits"):
            total = getattr(table["ALL"], attribute) + getattr(table[kind], attribute)
            setattr(table["ALL"], attribute, total)
    return table


def _count(one: Score, gold: dict[Any, Record], found: dict[Any, Record]) -> None:
    one.gold += len(gold)
    one.found += len(found)
    for span in gold.keys() & found.keys():
        a, b = gold[span], found[span]
        assert a["text"] == b["text"], f"the annotation quotes other words: {a} {b}"
        one.hits += 1
        one.right["section"] += a["section"] == b["section"]
        if "value" in a:
            one.right["value"] += (a["value"], a["unit"]) == (b["value"], b["unit"])
            one.right["approx"] += a["approx"] == b["approx"]
            one.right["indicator"] += _same_indicator(a["indicator"], b["indicator"])
        else:
            one.right["canonical"] += a["canonical"] == b["canonical"]
        if "function" in a and a["type"] == "LAW":
            one.right["function"] += a["function"] == b["function"]


def _same_indicator(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return bool(short) and short in long and len(short) >= 0.4 * len(long)


def figures(name: str) -> dict[str, float]:
    """Return every figure of a set that has a floor, by name, three digits."""
    table = score(name)
    out = {}
    for kind, one in table.items():
        if kind != "META":
            out[f"{kind} precision"], out[f"{kind} recall"] = one.precision, one.recall
            out[f"{kind} F1"] = one.f1
        out |= {f"{kind} {what}": one.share(what) for what in sorted(one.right)}
    return {key: int(value * 1000) / 1000 for key, value in out.items()}


def misses(name: str) -> list[str]:
    """Return a line for each span missed (-), wrongly found (+) or wrongly named (~)."""
    lines = []
    for gold, found in documents(name):
        doc = gold["doc"][:12]
        for kind in KINDS:
            a, b = spans(gold, kind), spans(found, kind)
            lines += [f"- {doc} {kind} {s[0]} {a[s]['text']}" for s in sorted(a.keys() - b.keys())]
            lines += [
                f"+ {doc} {kind} {s[0]} {b[s]['text']}  [{b[s].get('rule', '')}]"
                for s in sorted(b.keys() - a.keys())
            ]
            for s in sorted(a.keys() & b.keys()):
                for key in ("canonical", "function", "section", "value", "unit", "approx"):
                    if key in a[s] and a[s][key] != b[s].get(key):
                        lines.append(
                            f"~ {doc} {kind} {a[s]['text']} {key} {a[s][key]} / {b[s].get(key)}"
                        )
                if "value" in a[s] and not _same_indicator(a[s]["indicator"], b[s]["indicator"]):
                    lines.append(
                        f"~ {doc} {a[s]['text']} {a[s]['indicator']} / {b[s]['indicator']}"
                    )
        lines += [
            f"~ {doc} {key} {gold['meta'][key]} / {found['meta'].get(key)}"
            for key in (*CHAIN, "level", "sections")
            if gold["meta"][key] != found["meta"].get(key)
        ]
    return lines


def found_now() -> str:
    """Return every mention found in the annotated reports, a line each."""
    return "".join(
        f"{name}\t{gold['doc']}\t{kind}\t{start}\t{found_span['text']}"
        f"\t{found_span.get('canonical') or found_span.get('indicator') or ''}\n"
        for name in sets()
        for gold, found in documents(name)
        for kind in KINDS
        for (start, _), found_span in sorted(spans(found, kind).items())
    )


def floors() -> dict[str, dict[str, float]]:
    known: dict[str, dict[str, float]] = (
        json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    )
    return known


def update() -> list[str]:
    """Raise the floors to what is reached; return those that would have been lowered."""
    now = {name: figures(name) for name in sets()}
    lower = [
        f"{name}: {key} {now[name].get(key)} < {floor}"
        for name, known in floors().items()
        for key, floor in known.items()
        if now.get(name, {}).get(key, -1.0) < floor
    ]
    if not lower:
        FLOORS.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", "utf-8")
        FOUND.write_text(found_now(), "utf-8")
    return lower


def table(name: str) -> str:
    rows = [f"{name}: {len(documents(name))} reports"]
    for kind, one in score(name).items():
        shares = "  ".join(f"{what} {one.share(what):.3f}" for what in one.right)
        if kind == "META":
            rows.append(f"{kind:9} {shares}")
        else:
            rows.append(
                f"{kind:9} {one.gold:4} gold {one.found:4} found"
                f"  P {one.precision:.3f}  R {one.recall:.3f}  F1 {one.f1:.3f}  {shares}"
            )
    return "\n".join(rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("sets", nargs="*", default=sets())
    args = parser.parse_args()
    for name in args.sets:
        print(table(name), end="\n\n")
        if args.misses:
            print("\n".join(misses(name)), end="\n\n")
    if args.update and (lower := update()):
        print("no floor is lowered; first mend:", *lower, sep="\n  ", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
