"""The vocabulary is data, and the data is tested."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.curation import problems
from kg.lexicon import Lexicon
from tests.accuracy import shared_lexicon

ONE_CLASS = """
@prefix gov: <https://w3id.org/fazhi-kg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
gov:Hotline a owl:Class ; rdfs:label "热线"@zh , "hotline"@en ;
    gov:kind "HOTLINE" ; gov:edge gov:runs ; gov:order 9 ; gov:colour "#334155" .
"""
CONCEPT = """
@prefix gov: <https://w3id.org/fazhi-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix hotline: <https://w3id.org/fazhi-kg/hotline/> .
hotline:12348热线 a gov:Hotline ; skos:prefLabel "12348热线"@zh ; skos:altLabel "法律援助热线"@zh ;
    skos:example "%s"@zh .
"""


def test_the_vocabulary_is_sound() -> None:
    assert problems(shared_lexicon()) == []


def extended(folder: Path, example: str) -> Lexicon:
    packaged = shared_lexicon().folder
    for path in packaged.iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    (folder / "schema.ttl").write_text(
        (packaged / "schema.ttl").read_text("utf-8") + ONE_CLASS, "utf-8"
    )
    (folder / "hotlines.ttl").write_text(CONCEPT % example, "utf-8")
    return Lexicon(folder)


def test_a_new_class_is_data_only(tmp_path: Path) -> None:
    lexicon = extended(tmp_path, "群众拨打法律援助热线咨询。")
    assert [p for p in problems(lexicon) if "hotline" in p] == []


def test_an_example_that_does_not_hold_is_named(tmp_path: Path) -> None:
    lexicon = extended(tmp_path, "群众拨打电话咨询。")
    assert [p for p in problems(lexicon) if "hotline" in p] == [
        "https://w3id.org/fazhi-kg/hotline/12348热线: its skos:example does not yield it:"
        " 群众拨打电话咨询。"
    ]


SLIPS = """
role:甲 a gov:Role ; skos:preflabel "甲"@zh .
role:乙 a gov:Rolle ; skos:prefLabel "乙"@zh .
role:丙 skos:prefLabel "丙"@zh ; gov:notbefore "制"@zh .
role:丁 a gov:Role ; skos:prefLabel "丁员" ; skos:example "丁员到场。"@zh .
role:戊 a gov:Role ; skos:prefLabel "戊员"@zh , "己员"@zh ; skos:example "戊员到场。"@zh .
"""


@pytest.fixture(scope="module")
def slips(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("ontology")
    lexicon = extended(folder, "群众拨打法律援助热线咨询。")
    prefixes = CONCEPT.split("hotline:")[0].removesuffix("@prefix ")
    role = "@prefix role: <https://w3id.org/fazhi-kg/role/> .\n"
    (folder / "slips.ttl").write_text(prefixes + role + SLIPS, "utf-8")
    for name, query in (("queries", "SELECT ?x WHER {}"), ("tables", "SELECT ?x { ?x 法:引 1 }")):
        (folder / name).mkdir()
        (folder / name / "bad.rq").write_text(query, "utf-8")
    with (folder / "laws.csv").open("a", encoding="utf-8") as file:
        file.write("乙乡办法,,,,,2024-02-30" + "," * 11 + "\n")
    return problems(Lexicon(lexicon.folder))


@pytest.mark.parametrize(
    "said",
    [
        "role:甲: no property skos:preflabel; check its spelling",
        "role:乙: no class gov:Rolle; check its spelling or add it to schema.ttl",
        "role:丙: no class; write a gov:Role (or what it is) behind its name",
        "role:丙: no property gov:notbefore; check its spelling",
        "role:丁: skos:prefLabel 丁员 has no language; write @zh",
        "role:戊: skos:prefLabel stands 2 times: 戊员 and 己员; keep one",
        "queries/bad.rq: not SPARQL, line 1",
        "tables/bad.rq: not SPARQL, line 1",
        "2024-02-30 is no date",
    ],
)
def test_a_slip_is_named(said: str, slips: list[str]) -> None:
    assert sum(said in problem for problem in slips) == 1
