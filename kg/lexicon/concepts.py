"""The vocabulary files: ontology/*.ttl -> classes and concepts.

Any Turtle file of the folder may hold concepts: a subject typed with a class of ours and a
``skos:prefLabel``@zh. No file name is special.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.model import Concept
from kg.names import GOV, SKOS

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_NAMED = (ox.NamedNode, ox.Literal)
NOT_VOCABULARY = {"shapes.ttl", "alignment.ttl"}

Facts = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


@dataclass(frozen=True, slots=True)
class EntityClass:
    """A class of schema.ttl that text mentions: how it is coded, shown, linked and nested."""

    iri: str
    concept_class: str
    """The class of its concepts: itself, or that of their types (``gov:conceptClass``)."""
    kind: str
    label: str
    label_en: str
    edge: str
    order: int
    colour: str
    nests_in: frozenset[str]
    """Kinds whose mentions may hold a mention of this class."""
    words: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False)
    """Word lists of the class's grammar, by property name (``headNoun``, ``governingVerb``)."""

    @property
    def heads(self) -> tuple[str, ...]:
        """The nouns that names of this class end in."""
        return self.words.get("headNoun", ())


def read(folder: Path) -> Facts:
    """Read every vocabulary file of a folder: subject -> property -> values.

    Raises ``ValueError`` naming the file where its Turtle does not parse.
    """
    facts: Facts = defaultdict(lambda: defaultdict(list))
    for path in sorted(folder.glob("*.ttl")):
        if path.name in NOT_VOCABULARY:
            continue
        try:
            for triple in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                subject, value = triple.subject, triple.object
                if isinstance(subject, ox.NamedNode) and isinstance(value, _NAMED):
                    facts[subject.value][triple.predicate.value].append(value)
        except SyntaxError as error:
            raise ValueError(f"{path}: {error}") from error
    return facts


def classes(facts: Facts) -> dict[str, EntityClass]:
    """Return the classes that text mentions, by kind, in their order."""
    kind_of = {
        iri: _one(about, GOV + "kind") for iri, about in facts.items() if GOV + "kind" in about
    }
    found = [
        EntityClass(
            iri=iri,
            concept_class=_one(facts[iri], GOV + "conceptClass") or iri,
            kind=kind,
            label=_one(facts[iri], RDFS_LABEL, "zh"),
            label_en=_one(facts[iri], RDFS_LABEL, "en"),
            edge=_one(facts[iri], GOV + "edge"),
            order=int(_one(facts[iri], GOV + "order") or 99),
            colour=_one(facts[iri], GOV + "colour"),
            nests_in=frozenset(kind_of[v.value] for v in facts[iri].get(GOV + "nestsIn", ())),
            words={
                predicate.removeprefix(GOV): _all(facts[iri], predicate, "zh")
                for predicate in facts[iri]
                if predicate.startswith(GOV) and _all(facts[iri], predicate, "zh")
            },
        )
        for iri, kind in kind_of.items()
    ]
    return {c.kind: c for c in sorted(found, key=lambda c: (c.order, c.iri))}


def concepts(facts: Facts) -> dict[str, Concept]:
    """Return every concept by IRI, in IRI order.

    ``Concept.kind`` is the code of its class, or the class's local name (``Indicator``, ``Unit``,
    ``SectionType``) where text does not mention that class.
    """
    code = {iri: iri.removeprefix(GOV) for iri in facts if iri.startswith(GOV)}
    code |= {entity.concept_class: kind for kind, entity in classes(facts).items()}
    found = {}
    for iri in sorted(facts):
        about = facts[iri]
        types = [code[v.value] for v in about.get(RDF_TYPE, ()) if v.value in code]
        label = types and _one(about, SKOS + "prefLabel", "zh")
        if not label:
            continue
        said = {
            predicate.removeprefix(GOV).removeprefix(SKOS): tuple([v.value for v in values])
            for predicate, values in about.items()
        }
        found[iri] = Concept(
            iri=iri,
            kind=types[0],
            label=label,
            labels=said.get("altLabel", ()),
            hidden=said.get("hiddenLabel", ()),
            broader=said.get("broader", ()),
            notation="".join(said.get("notation", ())[:1]),
            example="".join(said.get("example", ())[:1]),
            facts=said,
        )
    return found


def _one(
    about: dict[str, list[ox.NamedNode | ox.Literal]], predicate: str, language: str = ""
) -> str:
    return next(iter(_all(about, predicate, language)), "")


def _all(
    about: dict[str, list[ox.NamedNode | ox.Literal]], predicate: str, language: str = ""
) -> tuple[str, ...]:
    values: Iterable[ox.NamedNode | ox.Literal] = about.get(predicate, ())
    return tuple(
        v.value
        for v in values
        if not language or (isinstance(v, ox.Literal) and v.language == language)
    )
