"""Reading -> one plain record, in the annotation form that accuracy is measured in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kg.claims.functions import function_of
from kg.claims.status import Standing
from kg.documents.items import items
from kg.lexicon import Lexicon
from kg.model import Bound, Document, Mention, Part, Quantity, Reading

Record = dict[str, Any]

_ANNOTATED_PARTS = (Part.MEASURES, Part.PROBLEMS, Part.LEADER_DUTY, Part.PLAN)


def record(reading: Reading, lexicon: Lexicon) -> Record:
    """Return ``doc``, ``meta``, ``mentions``, ``quantities`` and ``items`` as JSON-ready values.

    Offsets are code points into the text; ``text[start:end]`` is each ``text``.
    """
    document = reading.document
    named = [m for m in reading.mentions if m.quantity is None]
    standing = Standing(document, lexicon)
    counted = [m for m in reading.mentions if m.quantity is not None]
    return {
        "doc": document.id,
        "meta": _meta(document),
        "mentions": [_mention(m, document, standing, lexicon) for m in named],
        "quantities": [_quantity(m, m.quantity, document) for m in counted if m.quantity],
        "items": [
            {
                "start": item.span.start,
                "end": item.span.end,
                "part": item.part.value,
                "path": item.path,
                "heading": item.heading,
                "text": document.quote(item.span),
            }
            for item in items(document)
        ],
    }


def _meta(document: Document) -> Record:
    parts = {section.part for section in document.sections}
    issuer = document.issuer
    return {
        "issuer": issuer.name,
        "county": issuer.county,
        "prefecture": issuer.prefecture,
        "province": issuer.province,
        "year": document.year,
        "level": issuer.level.value,
        "sections": [part.value for part in _ANNOTATED_PARTS if part in parts],
    }


def _mention(mention: Mention, document: Document, standing: Standing, lexicon: Lexicon) -> Record:
    part, status = standing.of(mention)
    record: Record = {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "type": mention.kind,
        "canonical": mention.canonical,
        "section": part.value,
        "status": status.value,
        "concept": mention.concept,
        "rule": mention.rule,
    }
    if mention.kind == "LAW":
        record["function"] = function_of(document, mention, lexicon).value
    if mention.candidates:
        record["candidates"] = list(mention.candidates)
    if mention.flag:
        record["flag"] = mention.flag
    return record


def _quantity(mention: Mention, quantity: Quantity, document: Document) -> Record:
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "value": _number(quantity.value),
        "upper": None if quantity.upper is None else _number(quantity.upper),
        "unit": _as_written(quantity.unit, mention.text),
        "approx": quantity.bound is not Bound.EXACT or quantity.upper is not None,
        "bound": quantity.bound.value,
        "indicator": quantity.indicator,
        "action": quantity.action,
        "concept": quantity.concept,
        "section": document.part_at(mention.span.start).value,
    }


def _as_written(unit: str, text: str) -> str:
    """Return a unit with its brackets as the text has them: 场(次)."""
    return unit.replace("（", "(").replace("）", ")") if "(" in text else unit


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
