"""The graph from Python, on the annotated samples."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.graph import turtle
from kg.graph.build import build
from kg.graph.knowledge import Knowledge
from kg.graph.store import Store
from kg.graph.things import Ambiguous, Thing, Unknown, UnknownTerm
from tests.accuracy import shared_lexicon
from tests.gold_reading import gold_readings

LAW = "中华人民共和国"


@cache
def samples() -> Knowledge:
    return Knowledge(Store(turtle.named(build(gold_readings(), shared_lexicon()))))


def labels(things: list[Thing]) -> list[str]:
    return [thing.label for thing in things]


def test_what_there_is() -> None:
    knowledge = samples()
    assert set(labels(knowledge.townships)) == {"多玛乡", "达果乡", "阿索乡", "古堆乡", "聂荣镇"}
    assert "信访工作条例" in labels(knowledge.laws)
    assert "习近平法治思想" not in labels(knowledge.laws)
    assert {"阿索乡司法所", "聂荣镇司法所", "安多县公安局"} <= set(labels(knowledge.institutions))
    assert "一案一回访制度" in labels(knowledge.mechanisms)
    money = [f for f in knowledge.figures if f.unit == "元"]
    assert [(f.issuer, f.place, f.counted, int(f.value), f.year) for f in money] == [
        ("多玛乡", "西藏自治区那曲市安多县", "资金", 460000, 2024)
    ]


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("民法典", "中华人民共和国民法典"),
        ("达果乡", "达果乡"),
        ("西藏自治区那曲市尼玛县", "尼玛县"),
        ("law:信访工作条例", "信访工作条例"),
        ("https://w3id.org/fazhi-kg/role/网格员", "网格员"),
        ("尼玛县阿索乡", "阿索乡"),
        ("那曲市阿索乡", "阿索乡"),
        ("西藏那曲尼玛阿索乡", "阿索乡"),
        ("尼玛县阿索乡司法所", "阿索乡司法所"),
        ("阿索乡2024年度报告", "阿索乡2024年度报告"),
        ("尼玛县阿索乡2024年度报告", "阿索乡2024年度报告"),
        ("《民法典》", "中华人民共和国民法典"),
        ("“一案一回访”制度", "一案一回访制度"),
        ('"一案一回访"制度', "一案一回访制度"),
        ("那曲", "那曲市"),
        ("阿索", "阿索乡"),
    ],
)
def test_names_are_found_as_people_write_them(name: str, label: str) -> None:
    assert samples().find(name).label == label


def test_a_name_of_several_things_is_refused_with_its_candidates() -> None:
    graph = """
    @prefix gov: <https://w3id.org/fazhi-kg/ontology#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix place: <https://w3id.org/fazhi-kg/place/> .
    place:1 skos:prefLabel "城关镇"@zh ; gov:within place:3 .
    place:2 skos:prefLabel "城关镇"@zh ; gov:within place:3 .
    """
    with pytest.raises(
        Ambiguous, match=r"several things; say which: place:1 .+, place:2 "
    ) as raised:
        Knowledge(Store(graph)).find("城关镇")
    assert [iri[-1] for iri in raised.value.candidates] == ["1", "2"]


@pytest.mark.parametrize("name", ["民政法", "安多县阿索乡", "《》", "", "那", "那曲那曲" * 9])
def test_an_unknown_name_is_said(name: str) -> None:
    with pytest.raises(Unknown, match=f"nothing in the graph is called {name}$"):
        samples().neighbours(name)


def test_a_chain_tells_two_of_one_name_apart_and_a_stem_does_not() -> None:
    graph = """
    @prefix gov: <https://w3id.org/fazhi-kg/ontology#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix place: <https://w3id.org/fazhi-kg/place/> .
    @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
    gov:Township rdfs:subClassOf gov:Place . gov:County rdfs:subClassOf gov:Place .
    place:1 a gov:Township, gov:Place ; skos:prefLabel "城关镇"@zh ; gov:within place:3 .
    place:2 a gov:Township, gov:Place ; skos:prefLabel "城关镇"@zh ; gov:within place:4 .
    place:3 a gov:County, gov:Place ; skos:prefLabel "安多县"@zh .
    place:4 a gov:County, gov:Place ; skos:prefLabel "比如县"@zh .
    """
    knowledge = Knowledge(Store(graph))
    assert knowledge.find("安多县城关镇").iri[-1] == "1"
    assert knowledge.find("比如城关").iri[-1] == "2"
    with pytest.raises(Ambiguous, match="城关 is the name of several things"):
        knowledge.find("城关")
    message = r"聂荣 is .+ place:540623 \(西藏自治区那曲市聂荣县\), place:540623100 \(.+聂荣镇\)"
    with pytest.raises(Ambiguous, match=message) as raised:
        samples().find("聂荣")
    assert [samples().find(iri).iri for iri in raised.value.candidates]
    assert samples().find("place:540623").label == "聂荣县"


@pytest.mark.parametrize(
    "predicate", ["handles", "处理", "gov:handles", "https://w3id.org/fazhi-kg/ontology#handles"]
)
def test_neighbours_by_predicate(predicate: str) -> None:
    found = samples().neighbours("达果乡", predicate)
    assert set(labels(found)) == {"家庭纠纷", "草场纠纷", "邻里纠纷"}


def test_a_predicate_that_is_none_is_said_with_those_there_are() -> None:
    with pytest.raises(Unknown, match=r"no edge is called citess; there are .*gov:cites \(引用\)"):
        samples().neighbours("阿索乡", "citess")
    with pytest.raises(Unknown, match="no edge is called 引述"):
        samples().evidence("阿索乡", "引述", "民法典")
    assert samples().neighbours("民法典", "plans") == []


def test_who_cites_a_law_is_one_call() -> None:
    knowledge = samples()
    citing = {"古堆乡", "达果乡", "聂荣镇"}
    assert set(labels(knowledge.neighbours("民法典", "cites"))) == citing
    assert set(labels(knowledge.neighbours("民法典", "引用", direction="in"))) == citing
    assert knowledge.neighbours("民法典", "cites", direction="out") == []
    assert labels(knowledge.neighbours("阿索乡", "within", direction="out")) == ["尼玛县"]
    assert citing < set(labels(knowledge.neighbours("民法典")))
    with pytest.raises(ValueError, match="both, out or in, not up"):
        knowledge.neighbours("民法典", direction="up")  # type: ignore[arg-type]


def test_a_report_says_what_its_issuer_does_by_its_words() -> None:
    knowledge = samples()
    report = knowledge.find("阿索乡2024年度报告")
    assert report.type == "Report"
    assert report.facts["年度"] == ["2024"]
    assert knowledge.neighbours(report, "cites") == knowledge.neighbours("阿索乡", "cites")
    assert {edge.subject for edge in knowledge.edges(report)} == {report}
    assert labels(knowledge.path(report, "尼玛县")) == ["阿索乡", "尼玛县"]


def test_a_term_that_is_none_is_warned_of() -> None:
    with pytest.warns(
        UnknownTerm, match="gov:sites is no term of the graph's schema; did you mean"
    ):
        assert len(samples().query("SELECT ?x { ?x gov:sites ?y }")) == 0


def test_issuers_are_all_who_report_and_townships_those_below_counties() -> None:
    graph = """
    @prefix gov: <https://w3id.org/fazhi-kg/ontology#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix place: <https://w3id.org/fazhi-kg/place/> .
    @prefix report: <https://w3id.org/fazhi-kg/report/> .
    report:1 skos:prefLabel "一"@zh ; gov:issuer place:1 . place:1 a gov:Township .
    report:2 skos:prefLabel "二"@zh ; gov:issuer place:2 . place:2 a gov:Street .
    report:3 skos:prefLabel "三"@zh ; gov:issuer place:3 . place:3 a gov:County .
    """
    knowledge = Knowledge(Store(graph))
    assert [thing.iri[-1] for thing in knowledge.townships] == ["1", "2"]
    assert [thing.iri[-1] for thing in knowledge.issuers] == ["1", "2", "3"]


def test_paths() -> None:
    knowledge = samples()
    assert labels(knowledge.path("婚姻法", "社区矫正法")) == [
        "中华人民共和国婚姻法",
        "聂荣镇",
        "中华人民共和国社区矫正法",
    ]
    assert labels(knowledge.path("婚姻法", "民法典")) == [LAW + "婚姻法", LAW + "民法典"]
    assert labels(knowledge.path("婚姻法", "民法典", along="stated")) == [
        LAW + "婚姻法",
        "聂荣镇",
        LAW + "民法典",
    ]
    assert knowledge.path("阿索乡", "那曲市", along="stated") == []
    stated = knowledge.paths("婚姻法", "信访工作条例", along="stated")
    assert stated
    assert all(way[1].label == "聂荣镇" for way in stated)
    with pytest.raises(ValueError, match="any or stated"):
        knowledge.path("婚姻法", "民法典", along="drawn")  # type: ignore[arg-type]
    ways = knowledge.paths("宪法", "矛盾纠纷多元化解机制", longest=2)
    assert {way[1].label for way in ways} == {"古堆乡", "达果乡"}
    assert knowledge.paths("宪法", "矛盾纠纷多元化解机制", longest=4, most=3)[:2] == ways


def test_shared_and_different() -> None:
    knowledge = samples()
    shared = {edge: labels(things) for edge, things in knowledge.shared("达果乡", "阿索乡").items()}
    assert shared == {
        "属于": ["尼玛县"],
        "引用": ["中华人民共和国未成年人保护法"],
        "设有": ["法治政府建设工作领导小组"],
        "配有": ["组长"],
        "采用": ["法律进学校", "矛盾纠纷多元化解机制"],
    }
    assert labels(knowledge.differences("达果乡", "阿索乡")["设有"]) == ["便民服务中心"]
    assert not {"属于", "所在"} & knowledge.differences("阿索乡", "古堆乡").keys()
    offices = knowledge.differences("阿索乡司法所", "聂荣镇司法所")
    assert not {"属于", "所在"} & offices.keys()


def test_evidence_quotes_its_document() -> None:
    knowledge = samples()
    (found,) = knowledge.evidence("多玛乡", "cooperatesWith", "索加乡")
    assert (found.quote, found.start, found.end) == ("索加乡", 1793, 1796)
    assert found.document == "安多县多玛乡2024年度法治政府建设情况报告.txt"
    assert "签订平安边界合作协议书2份" in found.sentence
    assert knowledge.evidence("多玛乡", "cites", "宪法") == ()


def test_a_type_is_a_way_to_ask_for_the_townships_own() -> None:
    knowledge = samples()
    own = knowledge.evidence("阿索乡", "hasInstitution", "阿索乡司法所")
    assert own
    assert knowledge.evidence("阿索乡", "hasInstitution", "司法所") == own
    assert knowledge.evidence("多玛乡", "hasInstitution", "司法所") == ()
    graph = """
    @prefix gov: <https://w3id.org/fazhi-kg/ontology#> .
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix inst: <https://w3id.org/fazhi-kg/institution-type/> .
    @prefix m: <https://w3id.org/fazhi-kg/mention/> .
    <a:r> a gov:Report ; gov:issuer <a:who> ; gov:text "村村" ; gov:file "r" ; skos:prefLabel "报告"@zh .
    <a:who> a gov:Township ; skos:prefLabel "甲乡"@zh .
    inst:村 a gov:InstitutionType ; skos:prefLabel "村委"@zh .
    <a:1> a gov:Institution ; gov:type inst:村 . <a:2> a gov:Institution ; gov:type inst:村 .
    m:1 gov:refersTo <a:1> . m:2 gov:refersTo <a:2> .
    m:1 gov:start 0 ; gov:end 1 . m:2 gov:start 1 ; gov:end 2 .
    """
    for name in ("1", "2"):
        graph += f"""m:{name} gov:via gov:hasInstitution ; gov:report <a:r> ; gov:exact "村" ;
        gov:part <a:p> ; gov:status <a:done> ."""
    with pytest.raises(Ambiguous) as raised:
        Knowledge(Store(graph)).evidence("甲乡", "hasInstitution", "村委")
    assert raised.value.candidates == ("a:1", "a:2")


def test_network_and_rdf_have_the_same_ids() -> None:
    import rdflib

    knowledge = samples()
    township = knowledge.find("聂荣镇").iri
    law = knowledge.find("婚姻法").iri
    cites = "https://w3id.org/fazhi-kg/ontology#cites"
    assert knowledge.network.has_edge(township, law, key=cites)
    assert (rdflib.URIRef(township), rdflib.URIRef(cites), rdflib.URIRef(law)) in knowledge.rdf


def test_turtle_and_trig_load_alike(tmp_path: Path) -> None:
    graphs = build(gold_readings()[:2], shared_lexicon())
    (tmp_path / "graph.ttl").write_text(turtle.flat(graphs), "utf-8")
    (tmp_path / "graph.trig").write_text(turtle.named(graphs), "utf-8")
    flat, named = kg.load(tmp_path / "graph.ttl"), kg.load(str(tmp_path / "graph.trig"))
    assert set(flat.rdf) == set(named.rdf)
    assert len(flat.rdf) == len(named.rdf)


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"nowhere\.txt"):
        kg.build([tmp_path / "nowhere.txt"])


def test_metadata_that_contradicts_the_gazetteer_is_warned_of(tmp_path: Path) -> None:
    report = "安多县多玛乡2024年度法治政府建设情况报告\n学习《民法典》。\n"
    (tmp_path / "甲.txt").write_text(report, "utf-8")
    (tmp_path / "metadata.csv").write_text("文件,县\n甲.txt,措美县\n", "utf-8")
    with pytest.warns(UserWarning, match="the gazetteer has no 多玛乡 in 措美县"):
        kg.build(tmp_path)


def test_no_path_is_no_graph() -> None:
    with pytest.raises(ValueError, match="no path is given"):
        kg.build([])


@pytest.mark.parametrize("form", [str, Path, lambda path: [str(path)], lambda path: (path,)])
def test_one_path_or_several_are_read(form: Callable[[Path], Any], tmp_path: Path) -> None:
    report = tmp_path / "甲.txt"
    report.write_text("安多县多玛乡2024年度法治政府建设情况报告\n学习《民法典》。\n", "utf-8")
    assert labels(kg.build(form(report)).townships) == ["多玛乡"]


def test_asking_loads_no_heavy_library() -> None:
    code = (
        "import sys, kg, kg.graph.store, kg.graph.questions, kg.graph.results;"
        "print([m for m in ('rdflib', 'networkx', 'pyshacl', 'jieba', 'pyvis') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
