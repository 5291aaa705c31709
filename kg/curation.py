"""The data tests of the vocabulary, for those who look after it: what is wrong, a line each.

Run by ``kg ontology check`` and by the tests, so that a new entry is proved by its own example.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from kg import documents, linking, mentions
from kg.graph import shapes
from kg.graph.results import short
from kg.graph.store import Store
from kg.lexicon import Lexicon, laws, matching_form
from kg.lexicon.concepts import NOT_VOCABULARY, RDF_TYPE, Facts
from kg.model import Concept
from kg.names import GOV, SKOS

_SKOS = frozenset({
    "prefLabel", "altLabel", "hiddenLabel", "example", "notation", "definition", "scopeNote",
    "note", "editorialNote", "historyNote", "changeNote", "broader", "narrower", "related",
    "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "inScheme",
    "topConceptOf", "hasTopConcept", "member",
})  # fmt: skip


def problems(lexicon: Lexicon) -> list[str]:
    """Return what is wrong with a vocabulary, each line naming the entry and what to do.

    Raises ``ValueError`` or ``OSError`` naming a file that cannot be read at all.
    """
    return [
        *_entries(lexicon.facts),
        *_shared_labels(lexicon),
        *_examples(lexicon),
        *_broader(lexicon),
        *laws.problems(lexicon.laws),
        *_shapes(lexicon),
        *_queries(lexicon.folder),
    ]


def _entries(facts: Facts) -> Iterator[str]:
    """Yield what an entry says in words that nobody reads, or says twice: slips of typing."""
    for iri, about in sorted(facts.items()):
        name = short(iri)
        for predicate in sorted(about):
            if _is_unknown(predicate, facts):
                yield f"{name}: no property {short(predicate)}; check its spelling"
        types = [value.value for value in about.get(RDF_TYPE, ())]
        for kind in sorted(types):
            if kind.startswith(GOV) and kind not in facts:
                yield f"{name}: no class {short(kind)}; check its spelling or add it to schema.ttl"
        if not types and any(predicate.startswith(SKOS) for predicate in about):
            yield f"{name}: no class; write a gov:Role (or what it is) behind its name"
        for predicate in ("prefLabel", "altLabel", "hiddenLabel"):
            for value in about.get(SKOS + predicate, ()):
                if not _language(value):
                    yield f"{name}: skos:{predicate} {value.value} has no language; write @zh"
        for predicate in ("prefLabel", "example"):
            values = [v.value for v in about.get(SKOS + predicate, ()) if _language(v) == "zh"]
            if len(values) > 1:
                said = " and ".join(values)
                yield f"{name}: skos:{predicate} stands {len(values)} times: {said}; keep one"


def _language(value: object) -> str:
    return getattr(value, "language", None) or ""


def _is_unknown(predicate: str, facts: Facts) -> bool:
    if predicate.startswith(GOV):
        return predicate not in facts
    return predicate.startswith(SKOS) and predicate.removeprefix(SKOS) not in _SKOS


def _queries(folder: Path) -> Iterator[str]:
    """Yield what is wrong with the questions and tables that a vocabulary folder brings."""
    store = Store("")
    for path in sorted((*folder.glob("queries/*.rq"), *folder.glob("tables/*.rq"))):
        try:
            store.query(path.read_text("utf-8-sig"))
        except ValueError as error:  # no SPARQL, or no UTF-8
            yield f"{path}: {' '.join(str(error).split())}"


def _shapes(lexicon: Lexicon) -> list[str]:
    try:
        return shapes.of_ontology(lexicon.folder)
    except SyntaxError as error:  # what the lexicon does not read: shapes.ttl and alignment.ttl
        names = " or ".join(sorted(NOT_VOCABULARY))
        raise ValueError(f"{names}: {' '.join(str(error).split())}") from error


def _shared_labels(lexicon: Lexicon) -> Iterator[str]:
    for kind in lexicon.classes:
        bearers: dict[str, set[str]] = defaultdict(set)
        for concept in lexicon.of_kind(kind):
            for label in (concept.label, *concept.labels, *concept.hidden):
                bearers[matching_form(label)].add(concept.iri)
        for label, iris in sorted(bearers.items()):
            if len(iris) > 1:
                yield f"{kind} {label}: on {' and '.join(sorted(iris))}; keep it on one"


def _examples(lexicon: Lexicon) -> Iterator[str]:
    for kind in (*lexicon.classes, "Indicator"):
        for concept in lexicon.of_kind(kind):
            if not concept.example:
                yield f"{concept.iri}: no skos:example; add one sentence that uses {concept.label}"
            elif not _yields(concept.example, concept, lexicon):
                yield f"{concept.iri}: its skos:example does not yield it: {concept.example}"


def _yields(example: str, concept: Concept, lexicon: Lexicon) -> bool:
    document = documents.from_text(example, name="example", lexicon=lexicon)
    found = linking.link(document, mentions.find(document, lexicon), lexicon)
    return any(
        concept.iri in (m.concept, m.quantity.concept if m.quantity else None) for m in found
    )


def _broader(lexicon: Lexicon) -> Iterator[str]:
    for concept in lexicon.concepts.values():
        for iri in concept.broader:
            if iri not in lexicon.concepts:
                yield f"{concept.iri}: skos:broader {iri} does not exist; add it or mend the name"
