"""The vocabulary is data, and the data is tested."""

from __future__ import annotations

from pathlib import Path

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
