"""Institutions: a name without whose it is -> its type.

The longest known name that the words end in counts, where only an owner or another body stands
before it; anything else that stands there makes a type of its own, provisional. A bare 领导小组
is the group that the text named last; a bare 中心组 belongs to the kind of body that reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg import names
from kg.boundaries import STATIONS, is_owner, stems_of, without_owner
from kg.lexicon import Lexicon, matching_form
from kg.linking.reference import refer
from kg.model import Concept, Document, Level, Mention

KIND = "INST"
_LEVEL_AND_PARTY = re.compile("[省市州盟县旗区镇]委")
_GROUP = "领导小组"
_OFFICE = "办公室"
_STUDY = "党委理论学习中心组"
_SAYS_WHOSE = re.compile("委|党组")
_BRANCHES = ("法庭", "中队", "支行")
_SCHOOLS = ("小学", "中学", "初中", "高中", "幼儿园", "学院", "大学", "学校", "中心校")
_GO_BY_SHORT = ("人大", "人大常委会", "政协", "妇联", "团委")
_STUDY_OF = {
    Level.STREET: "党工委理论学习中心组",
    Level.BUREAU: "党组理论学习中心组",
}


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the mentions with the type each names."""
    by_label = lexicon.wordings[KIND].by_label
    stems = stems_of(document.issuer)
    group = ""
    for mention in mentions:
        name = matching_form(mention.text)
        if name.startswith(_GROUP):
            name = (group or _GROUP) + name.removeprefix(_GROUP)
        elif name == _OFFICE and group:
            name = group + name
        elif _GROUP in name:
            group = name[: name.rindex(_GROUP) + len(_GROUP)]
        concept = _known(name, by_label, stems)
        if concept is None and name.endswith("办公室"):
            concept = _known(name.removesuffix("公室"), by_label, stems)
        whole = _unquoted(name)
        # A school that goes by its place keeps it: 东回镇中心小学.
        bare = concept.label if concept else without_owner(whole, lexicon)
        if len(whole) - len(bare) > 2 and whole.endswith(_SCHOOLS):
            canonical, iri = whole, names.concept("inst", whole)
        elif concept is None:
            canonical = _without_body(bare, by_label)
            iri = names.concept("inst", canonical)
        else:
            if concept.label == _STUDY and not _SAYS_WHOSE.search(name):
                concept = _study_group(document, mentions, by_label)
            canonical, iri = _written(name, concept, by_label), concept.iri
        yield refer(mention, canonical, iri)


def _study_group(
    document: Document, mentions: Sequence[Mention], by_label: dict[str, Concept]
) -> Concept:
    """Return what a bare 中心组 means: the one named in full, else the usual one of its level."""
    for mention in mentions:
        name = matching_form(mention.text)
        if name.endswith("中心组") and _SAYS_WHOSE.search(name):
            concept = _known(name, by_label)
            if concept is not None:
                return concept
    return by_label[_STUDY_OF.get(document.issuer.level, _STUDY)]


def _written(name: str, concept: Concept, by_label: dict[str, Concept]) -> str:
    """Return the name a concept goes by; an office written in full keeps its full name.

    Bodies of politics keep the short name they go by: 县人大 is a 人大.
    """
    if name.endswith(_GO_BY_SHORT):
        for short in _GO_BY_SHORT:
            if name.endswith(short) and by_label.get(short) is concept:
                return short
    if name.endswith("公室") and name.endswith(concept.label, 0, -2):
        return concept.label + "公室"
    return concept.canonical


def _known(name: str, by_label: dict[str, Concept], stems: Sequence[str] = ()) -> Concept | None:
    bare = _unquoted(name)
    for form in (name,) if bare == name else (name, bare):
        for start in range(len(form)):
            concept = by_label.get(form[start:])
            if concept is None:
                continue
            level = start + 1 if _LEVEL_AND_PARTY.match(form, start) else start
            before = form[:level].rstrip("、和及")
            if (
                not before
                or (len(before) < 4 and form.endswith(STATIONS))
                or is_owner(before)
                or before in stems
                or _known(before, by_label)
            ):
                return concept
    return None


def _without_body(name: str, by_label: dict[str, Concept]) -> str:
    """Leave out the body that another is part of: 司法局|青年普法讲师团.

    A branch that goes by its place keeps it, by its proper name: 法院悦来法庭 -> 人民法院悦来法庭.
    """
    for end in range(0 if name.endswith("分局") else len(name) - 4, 1, -1):
        if body := by_label.get(name[:end]):
            return body.label + name[end:] if name.endswith(_BRANCHES) else name[end:]
    return name


def _unquoted(name: str) -> str:
    return name.replace("“", "").replace("”", "")
