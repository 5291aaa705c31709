"""Document -> its items: each measure, problem, duty and plan with its place in the outline.

An item is a section of one of the required parts that holds no other section; where a section's own
words go on to enumerate (一是…二是…), the enumerated are the items.
"""

from __future__ import annotations

from kg.model import Document, Item, Part


def items(document: Document) -> tuple[Item, ...]:
    """Return the items of a document in order."""
    parents = {section.parent for section in document.sections}
    return tuple(
        Item(section.span, section.part, _path(document, index), section.heading, index)
        for index, section in enumerate(document.sections)
        if index not in parents and section.part is not Part.OTHER
    )


def _path(document: Document, index: int) -> str:
    numbers: list[str] = []
    while index >= 0:
        section = document.sections[index]
        numbers.append(section.number.strip("、.，："))
        index = section.parent
    return "/".join(reversed([number for number in numbers if number]))
