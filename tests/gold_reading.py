"""Readings made from the annotated samples, so that the graph is tested apart from extraction."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from kg import claims, documents, names
from kg.lexicon import Lexicon
from kg.model import Bound, Document, Issuer, Level, Mention, Quantity, Reading, Source, Span
from tests.accuracy import SEEDS, shared_lexicon

SAMPLES = Path(__file__).parent / "gold" / "samples"


@cache
def gold_readings() -> tuple[Reading, ...]:
    """Return the five samples as the annotators read them, in the order of their names."""
    lexicon = shared_lexicon()
    return tuple(
        gold_reading(json.loads(path.read_text("utf-8")), lexicon)
        for path in sorted(SAMPLES.glob("*.json"))
    )


def gold_reading(gold: dict[str, Any], lexicon: Lexicon) -> Reading:
    text = (SEEDS / gold["doc"]).read_text("utf-8")
    meta = gold["meta"]
    chain = meta["province"] + meta["prefecture"] + meta["county"] + meta["issuer"]
    document: Document = replace(
        documents.from_text(text, name=gold["doc"], lexicon=lexicon),
        year=meta["year"],
        issuer=Issuer(
            meta["issuer"],
            Level(meta["level"]),
            meta["county"],
            meta["prefecture"],
            meta["province"],
            code(meta["issuer"], chain, lexicon),
        ),
        source=Source(gold["doc"], "0" * 64, "txt"),
    )
    mentions = [_mention(m, lexicon) for m in gold["mentions"]]
    mentions += [_figure(q) for q in gold["quantities"]]
    found = tuple(sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.kind)))
    return Reading(document, found, tuple(claims.claim(document, found, lexicon)))


def code(name: str, chain: str, lexicon: Lexicon) -> str:
    """Return the one code of a name whose full chain is the given one."""
    (found,) = [c for c in lexicon.places.named(name) if lexicon.places.label(c) == chain]
    return found


def _mention(gold: dict[str, Any], lexicon: Lexicon) -> Mention:
    kind, canonical = gold["type"], gold["canonical"]
    if kind == "PLACE":
        concept = names.place(code(gold["text"], canonical, lexicon))
    else:
        named = [c for c in lexicon.of_kind(kind) if c.canonical == canonical]
        # Two observances share a date (9·16); the words tell them apart.
        found = [
            c.iri
            for c in named
            if len(named) == 1 or any(n in gold["text"] for n in (c.label, *c.labels))
        ]
        concept = found[0] if found else names.concept(kind.lower(), canonical)
    span = Span(gold["start"], gold["end"])
    return Mention(span, gold["text"], kind, "gold", canonical=canonical, concept=concept)


def _figure(gold: dict[str, Any]) -> Mention:
    quantity = Quantity(
        value=Decimal(str(gold["value"])),
        unit=gold["unit"],
        bound=Bound.AT_LEAST if gold["approx"] else Bound.EXACT,
        indicator=gold["indicator"],
        action=gold["action"],
    )
    span = Span(gold["start"], gold["end"])
    return Mention(span, gold["text"], "QUANTITY", "gold", quantity=quantity)
