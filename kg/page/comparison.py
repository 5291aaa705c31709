"""对比: what each report says of each indicator, in its own words.

Figures stand as written (30余场次); silence is ``未提及`` and never a nought. A row whose figures
come in several units, or as counts and rates, says so: they cannot be compared as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from kg.model import Concept, Mention, Reading, Span


def compare(
    readings: Sequence[Reading],
    indicators: Sequence[Concept],
    statuses: Mapping[str, Mapping[Span, str]],
) -> dict[str, Any]:
    """Return columns (reports) and rows (indicators) as plain values.

    ``statuses`` are what each document claims by its words, by span.

    A row is ``[label, standard, units differ, cells]``, a cell a list of figures ``[as written,
    what is counted, start, end, status]``. Standard indicators come first, those that most reports
    state before the others; then what no indicator of the vocabulary covers, in the text's words.
    """
    labels = {concept.iri: concept.label for concept in indicators}
    cells: dict[tuple[bool, str], dict[int, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for column, reading in enumerate(readings):
        for mention in reading.mentions:
            quantity = mention.quantity
            if quantity is None:
                continue
            name = labels.get(quantity.concept or "", "")
            if name or quantity.indicator:
                cells[bool(name), name or quantity.indicator][column].append(mention)
    for label in labels.values():
        cells[True, label]
    rank = {label: place for place, label in enumerate(labels.values())}
    order = sorted(cells, key=lambda r: (not r[0], -len(cells[r]), rank.get(r[1], 0), r[1]))
    return {
        "columns": [
            {
                "label": r.document.issuer.name,
                "year": r.document.year or "",
                "document": r.document.id,
            }
            for r in readings
        ],
        "rows": [
            [
                label,
                standard,
                _differ(cells[standard, label]),
                [
                    [
                        _figure(m, statuses[readings[column].document.id])
                        for m in cells[standard, label].get(column, ())
                    ]
                    for column in range(len(readings))
                ],
            ]
            for standard, label in order
        ],
    }


def _differ(row: Mapping[int, Sequence[Mention]]) -> bool:
    units = [{m.quantity.unit for m in cell if m.quantity} for cell in row.values()]
    return len(units) > 1 and not set.intersection(*units)


def _figure(mention: Mention, statuses: Mapping[Span, str]) -> list[Any]:
    quantity = mention.quantity
    counted = f"{quantity.action}{quantity.indicator}" if quantity else ""
    start, end = mention.span.start, mention.span.end
    return [
        " ".join(mention.text.split()),
        counted,
        start,
        end,
        statuses.get(mention.span, ""),
    ]
