"""The data tests of the vocabulary, for those who look after it: what is wrong, a line each.

Run by ``kg ontology check`` and by the tests, so that a new entry is proved by its own example.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg import documents, linking, mentions
from kg.graph import shapes
from kg.lexicon import Lexicon, laws, matching_form
from kg.lexicon.concepts import NOT_VOCABULARY
from kg.model import Concept


def problems(lexicon: Lexicon) -> list[str]:
    """Return what is wrong with a vocabulary, each line naming the entry and what to do.

    Raises ``ValueError`` or ``OSError`` naming a file that cannot be read at all.
    """
    return [
        *_shared_labels(lexicon),
        *_examples(lexicon),
        *_broader(lexicon),
        *laws.problems(lexicon.laws),
        *_shapes(lexicon),
    ]


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
