"""The tables hold every mention and figure, in the order of the text."""

from __future__ import annotations

import csv
import io

from kg.graph import tables, turtle
from kg.graph.build import build
from kg.graph.store import Store
from tests.accuracy import shared_lexicon
from tests.gold_reading import gold_readings


def rows(name: str) -> list[dict[str, str]]:
    store = Store(turtle.named(build(gold_readings(), shared_lexicon())))
    return list(csv.DictReader(io.StringIO(dict(tables.tables(store))[name])))


def test_every_mention_is_there_with_its_words() -> None:
    found = {
        (r["file"], int(r["start"]), int(r["end"]), r["kind"], r["exact"]) for r in rows("mentions")
    }
    assert found == {
        (r.document.id, m.span.start, m.span.end, m.kind, m.text)
        for r in gold_readings()
        for m in r.mentions
        if m.quantity is None
    }


def test_every_figure_is_there_once() -> None:
    found = [(r["file"], int(r["start"]), r["exact"]) for r in rows("figures")]
    assert found == sorted(
        (r.document.id, m.span.start, m.text)
        for r in gold_readings()
        for m in r.mentions
        if m.quantity is not None
    )


def test_institutions_say_whose_they_are() -> None:
    found = {r["institution"]: r for r in rows("institutions")}
    assert found["阿索乡司法所"]["claimed"] == "true"
    assert found["安多县公安局"]["claimed"] == "false"
    assert found["古堆乡法治政府建设工作领导小组"]["mentions"] == "2"


def test_laws_by_township() -> None:
    found = {(r["law"], r["township"]): r for r in rows("laws_by_township")}
    marriage = found["中华人民共和国婚姻法", "聂荣镇"]
    assert (marriage["legalStatus"], marriage["repealed"]) == ("已废止", "2021-01-01")
    constitution = found["中华人民共和国宪法", "聂荣镇"]
    assert (constitution["mentions"], constitution["functions"]) == ("5", "学习、宣传")
    assert len(found) == 26
