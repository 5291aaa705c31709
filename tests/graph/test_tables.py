"""The tables hold every mention and figure, in the order of the text, as SPARQL asks for them."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import documents, names
from kg.graph import results, tables, turtle
from kg.graph.build import Graphs, build
from kg.graph.store import Rows, Store
from kg.reading import understand
from tests.accuracy import shared_lexicon
from tests.gold_reading import gold_readings

SAID = sorted((Path(__file__).parent / "tables").glob("*.rq"))


def made(graphs: Graphs) -> dict[str, str]:
    shared = turtle.by_subject(graphs[names.VOCABULARY])
    gathered = tables.Tables(shared)
    for name in graphs.keys() - {names.VOCABULARY}:
        gathered.add(turtle.by_subject(graphs[name]))
    return {name: "".join(lines) for name, lines in gathered}


@cache
def samples() -> Graphs:
    return build(gold_readings(), shared_lexicon())


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made(samples())[name])))


@pytest.mark.parametrize("path", SAID, ids=lambda path: path.stem)
def test_a_table_is_what_its_query_asks_of_the_whole_graph(path: Path) -> None:
    answer = Store(turtle.named(samples())).query(path.read_text("utf-8"))
    assert made(samples())[path.stem] == results.sheet(answer.variables, answer.rows)


def test_every_table_is_said_in_a_query() -> None:
    assert [path.stem for path in SAID] == list(made(samples()))


def test_a_vocabulary_folder_asks_for_tables_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "years.rq").write_text("SELECT ?y { ?r gov:year ?y }", "utf-8")
    graph = "".join(("report:1 gov:year ", "2024 ."))
    asked = tables.asked(tmp_path, [turtle.HEADER, graph])
    assert list(asked) == [("years", "y\r\n2024\r\n")]
    assert not list(tables.asked(tmp_path / "tables", [graph]))


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


DIGIT = st.sampled_from("0123456789")
NUMBERS = st.one_of(
    st.integers(0, 10**18).map(str),
    st.builds("{}.{}".format, st.integers(0, 10**16), st.text(DIGIT, min_size=1, max_size=20)),
    st.builds(lambda digit, times: digit * times, DIGIT, st.integers(1, 6000)),
    st.builds(lambda times: ",".join(["123"] * times), st.integers(2, 3000)),
    st.builds(
        lambda digit, times: digit * times, st.sampled_from("一九百千万亿"), st.integers(1, 6000)
    ),
    st.builds(lambda times: "5" + "万亿" * times, st.integers(1, 3000)),
)
SENTENCES = (
    "解决{}起。",
    "落实资金3至{}万元。",
    "百分之{}。",
    "第{}条",
    "\n{}、学法。",
    "2024年{}月。",
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.builds(str.format, st.sampled_from(SENTENCES), NUMBERS), max_size=4).map("".join)
)
def test_any_number_is_written_and_read_again_as_it_is(numbers: str) -> None:
    lexicon = shared_lexicon()
    text = "甲县乙乡2024年度法治政府建设情况报告\n一、主要举措和成效\n" + numbers
    reading = understand(documents.from_text(text, name="t.txt", lexicon=lexicon), lexicon)
    found = list(csv.DictReader(io.StringIO(made(build([reading], lexicon))["figures"])))
    values = [m.quantity.value for m in reading.mentions if m.quantity]
    assert [Decimal(row["value"]) for row in found] == values
    assert all(value < 10**28 for value in values)


@pytest.mark.parametrize("value", [Decimal("9" * 5000), Decimal("1E+5000"), Decimal("0.1")])
def test_any_decimal_of_a_graph_is_shown(value: Decimal) -> None:
    rows = Rows(("n",), ((value,),))
    assert Decimal(results.short(value)) == value
    assert json.loads(results.render(rows, "json"))[0]["n"] == pytest.approx(float(value))
