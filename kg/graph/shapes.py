"""SHACL: what breaks the rules of ontology/shapes.ttl, or what a property is declared to join.

Rules hold for a whole graph or for one report's with what it shares; nothing is inferred. The
shapes are read once a folder.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.graph.results import short
from kg.lexicon import ontology_folder
from kg.lexicon.concepts import NOT_VOCABULARY
from kg.names import GOV

if TYPE_CHECKING:
    import rdflib


def of_ontology(folder: Path | None = None) -> list[str]:
    """Return what the vocabulary files themselves break."""
    import rdflib

    graph = rdflib.Graph()
    for path in sorted((folder or ontology_folder()).glob("*.ttl")):
        if path.name != "shapes.ttl":
            graph.parse(path)
    return [*_undocumented(graph), *violations(graph, folder)]


def _undocumented(graph: rdflib.Graph) -> list[str]:
    """Return which of our terms nobody declared, or explained in Chinese and English."""
    import rdflib
    from rdflib.namespace import OWL, RDF, RDFS

    kinds = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty}
    found = []
    for term in {t for triple in graph for t in triple if isinstance(t, rdflib.URIRef)}:
        if not term.startswith(GOV):
            continue
        if not kinds.intersection(graph.objects(term, RDF.type)):
            found.append(f"{short(term)}: used and not declared; add its owl:Class or property")
        for said, name in ((RDFS.label, "rdfs:label"), (RDFS.comment, "rdfs:comment")):
            of = {getattr(value, "language", None) for value in graph.objects(term, said)}
            found += [f"{short(term)}: no {name}@{code}" for code in ("zh", "en") if code not in of]
    return sorted(found)


def violations(graph: rdflib.Graph, ontology: Path | None = None) -> list[str]:
    """Return what a graph breaks: the rule's message, the node, the path and the value."""
    import rdflib
    from pyshacl import validate
    from rdflib.namespace import SH

    _, report, text = validate(graph, shacl_graph=_shapes(ontology or ontology_folder()))
    if not isinstance(report, rdflib.Graph):
        raise ValueError(f"shapes.ttl: {text}")
    found = []
    for result in report.subjects(predicate=SH.resultMessage):
        message = report.value(result, SH.resultMessage)
        terms = (SH.focusNode, SH.resultPath, SH.value)
        where = [short(str(term)) for p in terms if (term := report.value(result, p)) is not None]
        found.append(f"{' '.join(where)}: {message}")
    return sorted(found)


@cache
def _shapes(folder: Path) -> rdflib.Graph:
    import rdflib
    from rdflib.namespace import RDFS, SH, XSD

    shapes = rdflib.Graph().parse(folder / "shapes.ttl")
    schema = rdflib.Graph()
    for path in sorted(folder.glob("*.ttl")):
        if path.name not in NOT_VOCABULARY:
            schema.parse(path)
    for term, kind in schema.subject_objects(RDFS.range):
        shape, values = rdflib.BNode(), rdflib.BNode()
        asked = SH.datatype if str(kind).startswith(str(XSD)) else SH["class"]
        shapes.add((shape, SH.targetSubjectsOf, term))
        shapes.add((shape, SH.property, values))
        shapes.add((values, SH.path, term))
        shapes.add((values, asked, kind))
    for term, kind in schema.subject_objects(RDFS.domain):
        shape = rdflib.BNode()
        shapes.add((shape, SH.targetSubjectsOf, term))
        shapes.add((shape, SH["class"], kind))
    return shapes
