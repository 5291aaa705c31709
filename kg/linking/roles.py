"""Roles: a title without whose it is -> the role.

The longest known title that the words end in counts, where only level words and places stand before
it; a body before another post makes a role of its own (交通运输局局长), provisional.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg import names
from kg.boundaries import is_owner, without_owner
from kg.lexicon import Lexicon, matching_form
from kg.linking.reference import refer
from kg.model import Concept, Document, Mention

KIND = "ROLE"


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the mentions with the role each names."""
    by_label = lexicon.wordings[KIND].by_label
    bodies = lexicon.wordings["INST"].by_label
    for mention in mentions:
        name = matching_form(mention.text).replace("“", "").replace("”", "")
        concept = _known(name, by_label)
        if concept is None:
            title = without_owner(name, lexicon)
            if title.endswith("长") and title[:-1] in bodies:
                title = title[:-1] + title[-2:]  # 财政所长 is the 财政所所长
            concept = by_label.get(title)
        if concept is None:
            yield refer(mention, title, names.concept("role", title))
        else:
            yield refer(mention, concept.canonical, concept.iri)


def _known(name: str, by_label: dict[str, Concept]) -> Concept | None:
    for start in range(len(name)):
        concept = by_label.get(name[start:])
        if concept is None:
            continue
        owner = name[:start].removesuffix("人民政府").removesuffix("政府")
        # A Party secretary is one whatever body the committee is of: 公安局|党委书记.
        if not owner or is_owner(owner) or concept.label.startswith(("党委", "党组")):
            return concept
    return None
