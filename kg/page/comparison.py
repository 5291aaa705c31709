"""对比: what each report says of each indicator, in its own words.

Figures stand as written (30余场次); silence is ``未提及`` and never a nought. A row whose figures
come in several units, or as counts and rates, says so: they cannot be compared as they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from kg.model import Concept, Mention, Reading, Span


def compare(
    readings: Sequence[Reading],
    indicators: Sequence[Concept],
    statuses: Mapping[str, Mapping[Span, str]],
    issuers: Sequence[int],
) -> dict[str, Any]:
    """Return columns (reports) and rows (indicators) as plain values.

    ``statuses`` are what each document claims by its words, by span; ``issuers`` the nodes that the
    reports speak for.

    A row is ``[label, standard, units differ, cells]``, a cell ``[column, figures]`` where a report
    states any, a figure ``[as written, what is counted, start, end, status]``. Standard indicators
    come first, those that most reports state before the others; then what no indicator of the
    vocabulary covers, in the text's words.
    """
    labels = {concept.iri: concept.label for concept in indicators}
    cells = _cells(readings, labels)
    for label in labels.values():
        cells[True, label]
    rank = {label: place for place, label in enumerate(labels.values())}
    order = sorted(cells, key=lambda r: (not r[0], -len(cells[r]), rank.get(r[1], 0), r[1]))
    return {
        "columns": [
            {
                "label": r.document.issuer.name or r.document.id,
                "year": r.document.year or "",
                "document": r.document.id,
                "issuer": issuer,
            }
            for r, issuer in zip(readings, issuers, strict=True)
        ],
        "rows": [
            [
                label,
                standard,
                _differ(cells[standard, label]),
                [
                    [
                        column,
                        [_figure(m, statuses[readings[column].document.id]) for m in mentions],
                    ]
                    for column, mentions in sorted(cells[standard, label].items())
                ],
            ]
            for standard, label in order
        ],
    }


def summarise(
    readings: Sequence[Reading],
    indicators: Sequence[Concept],
    places: Sequence[int],
    names: Sequence[str],
) -> dict[str, Any]:
    """Return how many reports of each place state each standard indicator.

    ``places`` are the nodes of the places the reports are from, ``names`` the nodes' labels.
    """
    total = Counter(places)
    columns = {place: column for column, place in enumerate(sorted(total))}
    stated: dict[str, Counter[int]] = {concept.label: Counter() for concept in indicators}
    for (standard, label), cell in _cells(readings, {c.iri: c.label for c in indicators}).items():
        if standard:
            stated[label].update(places[column] for column in cell)
    order = sorted(stated, key=lambda label: (-stated[label].total(), label))
    return {
        "columns": [
            {"label": names[place] if place >= 0 else "所在地不明", "year": f"{total[place]} 份",
             "document": "", "issuer": place}
            for place in columns
        ],
        "rows": [
            [
                label,
                True,
                False,
                [
                    [column, [[f"{stated[label][place]} 份", "", 0, 0, ""]]]
                    for place, column in columns.items()
                    if stated[label][place]
                ],
            ]
            for label in order
        ],
    }  # fmt: skip


_Cells = dict[tuple[bool, str], dict[int, list[Mention]]]


def _cells(readings: Sequence[Reading], labels: Mapping[str, str]) -> _Cells:
    """Return the figures of each column by what they count: standard or not, and its name."""
    cells: _Cells = defaultdict(lambda: defaultdict(list))
    for column, reading in enumerate(readings):
        for mention in reading.mentions:
            quantity = mention.quantity
            if quantity is None:
                continue
            name = labels.get(quantity.concept or "", "")
            if name or quantity.indicator:
                cells[bool(name), name or quantity.indicator][column].append(mention)
    return cells


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
