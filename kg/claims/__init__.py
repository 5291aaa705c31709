"""Document + linked mentions -> claims: which edge each mention is evidence of, and how it stands.

What is planned is not adopted, what is named among the problems is not there, another place's
institution is not the issuer's, and a doctrine in 《》 is not cited as law. A mention that stands
for several things equally well, or for the issuer and the places above it, makes no claim. Figures
make none here: an observation is its own evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg import names
from kg.claims.functions import function_of
from kg.claims.holders import Holders
from kg.claims.status import Standing
from kg.clauses import CLAUSE_MARKS, around
from kg.lexicon import Lexicon
from kg.model import Claim, Document, Mention, Status
from kg.names import gov

_JOINS = re.compile("[与同和跟]|携手|联合|共同")
_PLANNED, _PROBLEM = Status.PLANNED, Status.PROBLEM


def claim(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Claim]:
    """Yield what a document claims, in the order of its mentions."""
    subject = names.issuer(document.issuer)
    own = names.place(document.issuer.place) if document.issuer.place else ""
    edges, laws = lexicon.relations.edges, lexicon.laws.by_iri
    standing, holders = Standing(document, lexicon), Holders(document, lexicon)
    mentioned = gov("mentions")
    for index, mention in enumerate(mentions):
        concept, kind = mention.concept, mention.kind
        if concept is None or kind not in edges:
            continue
        if kind == "PLACE" and own.startswith(concept):
            continue
        part, status = standing.of(mention)
        edge = _edge(document, mention, status, lexicon)
        if kind == "INST":
            whose = holders.of(mention, _within(mentions, index))
            if whose != subject:
                edge = mentioned
            for type_name, type_ in types_named(mention, lexicon).items():
                thing = names.institution(whose, type_name) if whose else type_
                if thing != subject:
                    yield Claim(subject, edge, thing, status, part, mention)
            continue
        function = None
        if kind == "LAW":
            law = laws.get(concept)
            if law is not None and not law.is_instrument:
                edge = mentioned
            function = function_of(document, mention, lexicon)
        if concept != subject:
            yield Claim(subject, edge, concept, status, part, mention, function)


def _within(mentions: Sequence[Mention], index: int) -> Sequence[Mention]:
    """Return the mentions that begin inside one: in the order of the text they follow it."""
    end = mentions[index].span.end
    behind = index + 1
    while behind < len(mentions) and mentions[behind].span.start < end:
        behind += 1
    return mentions[index + 1 : behind]


def types_named(mention: Mention, lexicon: Lexicon) -> dict[str, str]:
    """Return the types of institution a mention names, by name; two where it joins two."""
    if "、" in mention.canonical:
        parts = {part: names.concept("inst", part) for part in mention.canonical.split("、")}
        if all(iri in lexicon.concepts for iri in parts.values()):
            return parts
    return {mention.canonical: mention.concept} if mention.concept else {}


def _edge(document: Document, mention: Mention, status: Status, lexicon: Lexicon) -> str:
    relations = lexicon.relations
    edges = relations.edges[mention.kind]
    if status is not _PLANNED and status is not _PROBLEM:
        if mention.kind == "PLACE" and _partner(document, mention, lexicon):
            return gov("cooperatesWith")
        return edges.stated
    if status is _PLANNED:
        return edges.planned if _said(edges.set_up_by, document, mention) else gov("mentions")
    behind = relations.cues_after.get(edges.problem)
    said = _said(relations.cues.get(edges.problem), document, mention)
    said = said or (behind is not None and _said_behind(behind, document, mention))
    return edges.problem if said else gov("mentions")


def _said(cue: re.Pattern[str] | None, document: Document, mention: Mention) -> bool:
    """Whether a cue stands before a mention in its clause; none asked for always does."""
    return cue is None or cue.search(_around(document, mention, CLAUSE_MARKS)[0]) is not None


def _said_behind(cue: re.Pattern[str], document: Document, mention: Mention) -> bool:
    """Whether a cue stands right behind a mention: 合法性审查机制|仍尚未形成."""
    after = _around(document, mention, CLAUSE_MARKS)[1]
    return cue.match(after.lstrip("还仍也均都")) is not None


def _partner(document: Document, mention: Mention, lexicon: Lexicon) -> bool:
    """Whether a place is said to be worked with: of the issuer's level, joined, with a cue."""
    code, own = (mention.concept or "").removeprefix(names.PLACE), document.issuer.place
    if not own or not code or code not in lexicon.places:
        return False
    if lexicon.places.place(code).level != lexicon.places.place(own).level:
        return False
    before, after = _around(document, mention)
    cue = lexicon.relations.cues[gov("cooperatesWith")]
    return bool(_JOINS.search(before) and (cue.search(before) or cue.search(after)))


def _around(document: Document, mention: Mention, marks: str = "") -> tuple[str, str]:
    """Return the plain words of a mention's sentence (or clause) before and after it."""
    plain = document.plain
    start, end = document.range(mention.span)
    first, last = around(plain, start, end, marks=marks)
    return plain[first:start], plain[end:last]
