"""What reports refer to -> statements about it: concepts, laws with facts, places with their chain.

Only what is referred to is described, with what stands above it, the standard list of what such
reports usually hold (so that silence can be asked for), and the names of the ontology's own terms.
What the vocabulary does not know is described by the name it was found under, and as provisional.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg import names
from kg.graph.turtle import RDF_TYPE, Statement, date, literal, write
from kg.lexicon import Lexicon
from kg.lexicon.laws import Law
from kg.lexicon.places import PSEUDO_LEVELS, PlaceLevel
from kg.model import Concept, Level
from kg.names import PREFIXES, gov

LABEL = PREFIXES["skos"] + "prefLabel"
ALSO = PREFIXES["skos"] + "altLabel"
_BROADER = PREFIXES["skos"] + "broader"
RDFS_LABEL = PREFIXES["rdfs"] + "label"
SUBCLASS = PREFIXES["rdfs"] + "subClassOf"
_TRUE = "true"
_LEVEL_CLASS = {
    PlaceLevel.PROVINCE: "Province",
    PlaceLevel.PREFECTURE: "Prefecture",
    PlaceLevel.COUNTY: "County",
    PlaceLevel.TOWNSHIP: "Township",
    PlaceLevel.VILLAGE: "Village",
}
_OWL = PREFIXES["owl"]
_SHOWN_OF_TERMS = (
    *(RDF_TYPE, RDFS_LABEL, PREFIXES["rdfs"] + "comment"),
    *(gov("kind"), gov("edge"), SUBCLASS),
)
_GRAPHS_OWN = (gov("kind"), gov("edge"))
"""The annotations that graphs hold; the others are the grammars'."""

Shared = dict[str, tuple[str, str]]
"""What reports may share: IRI -> its kind and the name it was found under."""


def described(shared: Mapping[str, tuple[str, str]], lexicon: Lexicon) -> Iterator[Statement]:
    """Yield statements about everything in ``shared`` and what stands above it."""
    expected = dict(_expected(lexicon))
    waiting = {**dict.fromkeys(expected, ("", "")), **shared}
    done: set[str] = set()
    while waiting:
        above: Shared = {}
        for iri, (kind, name) in waiting.items():
            done.add(iri)
            for statement in _about(iri, kind, name, lexicon):
                yield statement
                if statement[1] in (_BROADER, gov("within"), gov("replacedBy")):
                    above[statement[2]] = (kind, "")
        waiting = {iri: of for iri, of in above.items() if iri not in done}
    for iri, levels in expected.items():
        yield from ((iri, gov("expectedOf"), level) for level in levels)
        for other in lexicon.facts[iri].get(gov("alternative"), ()):
            yield iri, gov("alternative"), other.value
    yield from _terms(lexicon)


def _about(iri: str, kind: str, name: str, lexicon: Lexicon) -> Iterator[Statement]:
    if iri.startswith(names.PLACE):
        yield from _place(iri, name, lexicon)
    elif law := lexicon.laws.by_iri.get(iri):
        yield from _law(law)
    elif concept := lexicon.concepts.get(iri):
        yield from _concept(concept, lexicon)
    else:
        yield iri, RDF_TYPE, _class_of(kind, lexicon)
        yield iri, LABEL, literal(name or iri.rpartition("/")[2], language="zh")
        yield iri, gov("provisional"), _TRUE


def typed(iri: str, kind: str, lexicon: Lexicon) -> Iterator[Statement]:
    """Yield that a thing is of one of our classes, and of every class above it."""
    kinds = [kind]
    for known in kinds:
        yield iri, RDF_TYPE, known
        above = [fact.value for fact in lexicon.facts.get(known, {}).get(SUBCLASS, ())]
        kinds += [each for each in above if each not in kinds]


def _class_of(kind: str, lexicon: Lexicon) -> str:
    entity = lexicon.classes.get(kind)
    return entity.concept_class if entity else gov(kind)


def _concept(concept: Concept, lexicon: Lexicon) -> Iterator[Statement]:
    yield concept.iri, RDF_TYPE, _class_of(concept.kind, lexicon)
    for label in lexicon.facts[concept.iri][LABEL]:
        yield concept.iri, LABEL, write(label)
    for other in concept.labels if concept.kind in (*lexicon.classes, "Indicator") else ():
        yield concept.iri, ALSO, literal(other, language="zh")
    for broader in concept.broader:
        yield concept.iri, _BROADER, broader


def _law(law: Law) -> Iterator[Statement]:
    iri = law.iri
    yield iri, RDF_TYPE, gov("Law" if law.is_instrument else "Publication")
    yield iri, LABEL, literal(law.title, language="zh")
    for name in dict.fromkeys((law.short, *law.aliases)):
        if name and name != law.title:
            yield iri, ALSO, literal(name, language="zh")
    for term, value in [
        ("level", law.level),
        ("promulgator", law.promulgator),
        ("legalStatus", law.status),
        ("unverified", law.unverified),
    ]:
        if value:
            yield iri, gov(term), literal(value)
    for term, day in [
        ("promulgated", law.promulgated),
        ("effective", law.effective),
        ("amended", law.amended),
        ("repealed", law.status_date),
    ]:
        if day:
            yield iri, gov(term), date(day)
    for title in law.replaced_by:
        yield iri, gov("replacedBy"), names.law(title)


def _place(iri: str, name: str, lexicon: Lexicon) -> Iterator[Statement]:
    code = iri.removeprefix(names.PLACE)
    if code not in lexicon.places:
        yield iri, RDF_TYPE, gov("Place")
        yield iri, LABEL, literal(name or code, language="zh")
        yield iri, gov("provisional"), _TRUE
        return
    place = lexicon.places.place(code)
    street = lexicon.places.issuer_level(code) is Level.STREET and place.level < PlaceLevel.VILLAGE
    yield from typed(iri, gov("Street" if street else _LEVEL_CLASS[place.level]), lexicon)
    yield iri, LABEL, literal(place.name, language="zh")
    yield iri, gov("fullName"), literal(lexicon.places.label(code))
    yield iri, gov("code"), literal(code)
    if place.provisional:
        yield iri, gov("provisional"), _TRUE
    real = [p.code for p in lexicon.places.chain(code)[:-1] if p.name not in PSEUDO_LEVELS]
    if real:
        yield iri, gov("within"), names.place(real[-1])


def _expected(lexicon: Lexicon) -> Iterator[tuple[str, list[str]]]:
    """Yield what reports of a level usually hold, with the levels, from expected.ttl."""
    for iri, about in sorted(lexicon.facts.items()):
        levels = [value.value for value in about.get(gov("expectedOf"), ())]
        if levels:
            yield iri, levels


def _terms(lexicon: Lexicon) -> Iterator[Statement]:
    """Yield what our own classes and properties are, so that the graph can show itself."""
    for iri, about in sorted(lexicon.facts.items()):
        types = {value.value for value in about.get(RDF_TYPE, ())}
        grammars = _OWL + "AnnotationProperty" in types and iri not in _GRAPHS_OWN
        if iri.startswith(names.GOV) and not grammars:
            for predicate in _SHOWN_OF_TERMS:
                for value in about.get(predicate, ()):
                    yield iri, predicate, write(value)
