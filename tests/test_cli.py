"""The command line as a user meets it: what it prints, what it refuses, its exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accuracy import SEEDS

REPORT = "甲县乙乡2024年度法治政府建设情况报告\n一、主要举措和成效\n学习《民法典》3次。\n二、存在的问题\n普法力度不够。\n"


def kg(
    *words: str, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", *words],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": str(SEEDS.parent)} | environment,
    )


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    done = kg("build", str(SEEDS), "-o", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


def test_build_writes_every_file_and_leaves_nothing_else(output: Path) -> None:
    assert sorted(p.name for p in output.iterdir()) == [
        "graph.html",
        "graph.trig",
        "graph.ttl",
        "tables",
    ]
    assert sorted(p.name for p in (output / "tables").iterdir()) == [
        "figures.csv",
        "institutions.csv",
        "laws_by_township.csv",
        "mentions.csv",
    ]


def test_the_same_input_gives_the_same_bytes(output: Path, tmp_path: Path) -> None:
    files = [str(p) for p in sorted(SEEDS.glob("*.txt"), reverse=True)]
    assert kg("build", *files, "-o", str(tmp_path), "-w", "2", PYTHONHASHSEED="7").returncode == 0
    for path in sorted(p for p in output.rglob("*") if p.is_file()):
        assert path.read_bytes() == (tmp_path / path.relative_to(output)).read_bytes(), path.name


def test_extract_prints_a_line_for_each_document() -> None:
    done = kg("extract", str(SEEDS))
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [r["doc"] for r in records] == sorted(p.name for p in SEEDS.glob("*.txt"))
    for one in records:
        text = (SEEDS / one["doc"]).read_text("utf-8")
        for span in (*one["mentions"], *one["quantities"], *one["items"]):
            assert text[span["start"] : span["end"]] == span["text"]


def test_what_cannot_be_read_is_named_and_the_rest_is_built(tmp_path: Path) -> None:
    (tmp_path / "好.txt").write_text(REPORT, "utf-8")
    (tmp_path / "同.txt").write_text(REPORT, "utf-8")
    (tmp_path / "空.txt").write_text(" \n", "utf-8")
    (tmp_path / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    (tmp_path / "菜.txt").write_text("红烧肉的做法：五花肉切块，小火慢炖一小时。" * 20, "utf-8")
    (tmp_path / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(600))
    done = kg("build", str(tmp_path), str(tmp_path / "无.txt"), "-o", str(tmp_path / "out"))
    assert done.returncode == 1
    for name in ("同.txt", "空.txt", "图.txt", "菜.txt", "旧.doc", "无.txt"):
        assert sum(name in line for line in done.stderr.splitlines() if "written" not in line) >= 1
    assert "Traceback" not in done.stderr
    assert "1 reports read" in done.stderr
    assert (tmp_path / "out" / "graph.ttl").is_file()


def test_a_second_build_of_a_folder_reads_what_the_first_did(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(REPORT, "utf-8")
    (tmp_path / "表.xlsx").write_bytes(b"PK")
    for _ in range(2):
        done = kg("build", ".", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert "1 reports read" in done.stderr
        assert "skipped, in no format a report has: 表.xlsx\n" in done.stderr
        shutil.copy(tmp_path / "output" / "graph.html", tmp_path / "图谱.html")


def test_records_are_printed_as_they_are_read(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(REPORT, "utf-8")
    fifo = tmp_path / "申.txt"
    os.mkfifo(fifo)
    words = [sys.executable, "-m", "kg", "extract", str(tmp_path / "甲.txt"), str(fifo)]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            assert b'"doc"' in process.stdout.readline()
            assert process.poll() is None
        finally:
            process.kill()


def test_an_earlier_output_stands_when_nothing_is_read(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "graph.ttl").write_text("before", "utf-8")
    (tmp_path / "空.txt").write_text("", "utf-8")
    done = kg("build", str(tmp_path / "空.txt"), "-o", str(out))
    assert done.returncode == 1
    assert "空.txt: the file is empty" in done.stderr
    assert (out / "graph.ttl").read_text("utf-8") == "before"


@pytest.mark.parametrize("below", [".", "deeper"])
def test_an_output_that_cannot_be_written_is_said_before_reading(
    below: str, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    fifo = tmp_path / "申.txt"
    os.mkfifo(fifo)  # who opens it to read waits for ever
    for words in (("build",), ("check", "-f", "slip")):
        done = kg(*words, str(fifo), "-o", str(tmp_path / "file" / below))
        assert done.returncode == 1
        assert "cannot be written" in done.stderr
        assert "Traceback" not in done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "申.txt"]


def test_nothing_is_left_where_nothing_was_read(tmp_path: Path) -> None:
    (tmp_path / "空.txt").write_text("", "utf-8")
    out = tmp_path / "a" / "out"
    assert kg("build", str(tmp_path / "空.txt"), "-o", str(out)).returncode == 1
    assert [p.name for p in tmp_path.iterdir()] == ["空.txt"]


def test_the_version_is_said() -> None:
    from importlib.metadata import version

    done = kg("--version")
    assert (done.returncode, done.stdout) == (0, f"kg {version('fazhi-kg')}\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Usage"),
        (("build",), "Missing argument"),
        (("query",), "either"),
        (("query", "SELECT ?x {", "--name", "laws"), "either"),
        (("query", "SELECT ?x {}", "-g", "无.ttl"), "no such graph"),
        (("extract", str(SEEDS), "--ontology", "无"), "no vocabulary"),
        (("nonsense",), "No such command"),
        (("check", str(SEEDS), "--select", "law", "--ignore", "law"), "no code is left to ask"),
    ],
)
def test_wrong_use_is_status_2(words: tuple[str, ...], said: str) -> None:
    done = kg(*words)
    assert done.returncode == 2
    assert said in done.stderr + done.stdout


def test_a_syntax_error_is_shown_with_its_place(output: Path) -> None:
    done = kg("query", "SELECT ?x\nWHER { ?x a gov:Law }", "-g", str(output / "graph.ttl"))
    assert done.returncode == 2
    assert "line 2" in done.stderr
    assert "WHER" in done.stderr


def test_a_query_for_a_term_that_is_none_is_answered_and_told(output: Path) -> None:
    graph = str(output / "graph.ttl")
    done = kg("query", "SELECT ?x { ?x gov:sites ?y }", "-g", graph, "-f", "json")
    assert (done.returncode, json.loads(done.stdout)) == (0, [])
    assert (
        done.stderr == "kg: gov:sites is no term of the graph's schema; did you mean gov:cites?\n"
    )


def test_a_query_answers_in_three_forms(output: Path) -> None:
    ask = "SELECT (COUNT(?r) AS ?n) { ?r a gov:Report }"
    graph = str(output / "graph.ttl")
    assert "5" in kg("query", ask, "-g", graph).stdout
    as_json = kg("query", ask, "-g", graph, "-f", "json").stdout
    assert json.loads(as_json) == [{"n": 5}]
    as_csv = kg("query", ask, "-g", graph, "-f", "csv").stdout
    assert list(csv.reader(io.StringIO(as_csv))) == [["n"], ["5"]]
    assert kg("query", ask, "-g", str(output / "graph.trig"), "-f", "json").stdout == as_json


def test_a_query_is_read_from_a_file(output: Path, tmp_path: Path) -> None:
    (tmp_path / "问.rq").write_text("ASK { ?x a gov:Report }", "utf-8")
    done = kg("query", str(tmp_path / "问.rq"), "-g", str(output / "graph.ttl"), "-f", "json")
    assert json.loads(done.stdout) == [{"answer": True}]


def test_what_cannot_be_read_is_one_line(output: Path, tmp_path: Path) -> None:
    (tmp_path / "坏.ttl").write_text("<a> <b>", "utf-8")
    (tmp_path / "问.rq").write_bytes("# 有多少\nASK {}".encode("gbk"))
    (tmp_path / "标.rq").write_text("# 有多少\nASK {}", "utf-8-sig")
    graph = str(output / "graph.ttl")
    for words, status in (
        (("show", "阿索乡", "-g", str(tmp_path / "坏.ttl")), 2),
        (("query", str(tmp_path / "问.rq"), "-g", graph), 2),
        (("query", str(tmp_path / "无.rq"), "-g", graph), 2),
        (("query", str(tmp_path / "标.rq"), "-g", graph), 0),
    ):
        done = kg(*words)
        assert "Errno" not in done.stderr
        assert (done.returncode, len(done.stderr.splitlines())) == (status, min(status, 1))


@pytest.mark.parametrize(
    ("name", "added", "said"),
    [
        ("roles.ttl", "role:x a", "roles.ttl: "),
        ("stray.ttl", "<<<", "stray.ttl: "),
        ("alignment.ttl", "<<<", "alignment.ttl or shapes.ttl: "),
        ("laws.csv", "标题,只两\n", "laws.csv: 标题 has 2 fields"),
    ],
)
def test_a_broken_vocabulary_file_is_one_line(
    name: str, added: str, said: str, tmp_path: Path
) -> None:
    from kg.lexicon import ontology_folder

    folder = tmp_path / "ontology"
    shutil.copytree(ontology_folder(), folder)
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write(added)
    done = kg("ontology", "check", "--ontology", str(folder))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    (line,) = done.stdout.splitlines()
    assert said in line


def test_show_tells_what_a_thing_is_and_what_it_rests_on(output: Path) -> None:
    done = kg("show", "阿索乡", "-g", str(output / "graph.ttl"))
    assert done.returncode == 0
    assert "一案一回访制度" in done.stdout
    assert "《信访工作条例》" in done.stdout


def test_show_asks_which_of_several(output: Path) -> None:
    done = kg("show", "司法所", "-g", str(output / "graph.ttl"))
    assert done.returncode in (0, 1)
    done = kg("show", "没有的东西", "-g", str(output / "graph.ttl"))
    assert done.returncode == 1
    assert "没有的东西" in done.stderr


NOT_UTF_8 = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
LOCALES = [NOT_UTF_8, NOT_UTF_8 | {"PYTHONIOENCODING": "gbk"}, {"LC_ALL": "C"}]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep arguments in Unicode")
@pytest.mark.parametrize("locale", LOCALES)
def test_chinese_words_are_understood_in_any_locale(locale: dict[str, str], output: Path) -> None:
    graph = str(output / "graph.ttl")
    law = "<https://w3id.org/fazhi-kg/law/中华人民共和国民法典>"
    asked = f"SELECT ?name {{ {law} skos:prefLabel ?name FILTER(LANG(?name) = 'zh') }}"
    found = kg("query", asked, "-g", graph, "-f", "csv", cwd=None, **locale)
    assert (found.stdout.split(), found.stderr) == (["name", "中华人民共和国民法典"], "")
    shown = kg("show", "阿索乡", "-g", graph, cwd=None, **locale)
    assert shown.stdout == kg("show", "阿索乡", "-g", graph).stdout
    assert "没有的东西" in kg("show", "没有的东西", "-g", graph, cwd=None, **locale).stderr


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names in Unicode")
@pytest.mark.parametrize("locale", LOCALES)
def test_no_locale_changes_a_byte_of_the_output(
    locale: dict[str, str], output: Path, tmp_path: Path
) -> None:
    built = kg("build", str(SEEDS), "-o", str(tmp_path / "out"), cwd=None, **locale)
    assert built.returncode == 0, built.stderr
    files = [path.relative_to(output) for path in output.rglob("*") if path.is_file()]
    assert Path("graph.html") in files
    for name in files:
        assert (tmp_path / "out" / name).read_bytes() == (output / name).read_bytes(), name
    assert "阿索乡" in (tmp_path / "out" / "graph.html").read_text("utf-8", "strict")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep names in Unicode")
@pytest.mark.parametrize("environment", [{}, NOT_UTF_8])
def test_a_name_is_read_whatever_its_bytes(environment: dict[str, str], tmp_path: Path) -> None:
    for name, place in (("甲.txt".encode("gbk"), "甲县"), ("乙.txt".encode(), "乙县")):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:
            file.write(REPORT.replace("甲县", place).encode())
    with open(os.path.join(os.fsencode(tmp_path), "丙.txt".encode("gbk")), "wb"):
        pass
    (tmp_path / "metadata.csv").write_text("file,year\n甲.txt,2023\n", "utf-8")
    done = kg("build", str(tmp_path), "-o", str(tmp_path / "out"), cwd=None, **environment)
    assert "Traceback" not in done.stderr
    assert "丙.txt: the file is empty" in done.stderr
    mentions = (tmp_path / "out" / "tables" / "mentions.csv").read_text("utf-8-sig")
    assert {row["file"] for row in csv.DictReader(io.StringIO(mentions))} == {"甲.txt", "乙.txt"}
    assert "gov:year 2023" in (tmp_path / "out" / "graph.ttl").read_text("utf-8")


def test_metadata_overrides_the_text(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(REPORT, "utf-8")
    rows = "file,issuer,county,year,url,published\n甲.txt,多玛乡,安多县,2023,https://example.org/a,2024-01-05\n"
    (tmp_path / "metadata.csv").write_text(rows, "utf-8-sig")
    meta = json.loads(kg("extract", str(tmp_path / "甲.txt")).stdout)["meta"]
    assert (meta["issuer"], meta["county"], meta["prefecture"], meta["year"]) == (
        "多玛乡",
        "安多县",
        "那曲市",
        2023,
    )


def test_a_row_that_cannot_be_meant_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(REPORT, "utf-8")
    (tmp_path / "乙.txt").write_text(REPORT.replace("乙乡", "丙乡"), "utf-8")
    (tmp_path / "metadata.csv").write_text("文件,年度\n甲.txt,去年\n乙.txt,2023\n", "utf-8")
    done = kg("extract", str(tmp_path))
    assert done.returncode == 1
    assert [json.loads(line)["doc"] for line in done.stdout.splitlines()] == ["乙.txt"]
    assert "甲.txt: metadata.csv, row 2: 去年 is no year; write it as 2024\n" in done.stderr


def test_metadata_whose_columns_cannot_be_told_is_named(tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(REPORT, "utf-8")
    (tmp_path / "metadata.csv").write_text("year\n2023\n", "utf-8")
    done = kg("extract", str(tmp_path / "甲.txt"))
    assert done.returncode == 2
    assert "metadata.csv: no column named file" in done.stderr


def test_gaps_are_turtle(tmp_path: Path) -> None:
    import pyoxigraph as ox

    (tmp_path / "甲.txt").write_text(REPORT + "建立“三色预警”议事协调机制。\n", "utf-8")
    done = kg("gaps", str(tmp_path / "甲.txt"))
    assert done.returncode == 0
    triples = list(ox.parse(input=done.stdout, format=ox.RdfFormat.TURTLE))
    assert any("三色预警" in str(t.object) for t in triples)
    assert "\nmech:三色预警议事协调机制 a gov:Mechanism ;\n" in done.stdout
    assert "a sentence of your own" in done.stdout.splitlines()[0]


def test_gaps_paste_into_the_vocabulary(tmp_path: Path) -> None:
    from kg.lexicon import ontology_folder

    folder = tmp_path / "ontology"
    shutil.copytree(ontology_folder(), folder)
    (tmp_path / "甲.txt").write_text(REPORT + "建立“三色预警”议事协调机制。\n", "utf-8")
    found = kg("gaps", str(tmp_path / "甲.txt")).stdout
    (folder / "new.ttl").write_text(found, "utf-8")
    assert kg("ontology", "check", "--ontology", str(folder)).stdout == ""
    again = kg("gaps", str(tmp_path / "甲.txt"), "--ontology", str(folder)).stdout
    assert "三色预警" not in "\n".join(x for x in again.splitlines() if "prefLabel" in x)
