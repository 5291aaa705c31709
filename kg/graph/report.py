"""One report -> statements: itself, its outline, and each mention with its words and offsets.

Each claim becomes an edge from the issuer and one from the report. Refuses (``Misquoted``) a
mention whose words are not the text's at its span.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from kg import names
from kg.claims import types_named
from kg.claims.status import Standing
from kg.documents.items import items
from kg.graph.bodies import joined, usual
from kg.graph.turtle import RDF_TYPE, Statement, decimal, literal
from kg.graph.vocabulary import ALSO, LABEL, Shared, typed
from kg.lexicon import Lexicon
from kg.model import Claim, Item, Level, Mention, Part, Quantity, Reading, Span, Status
from kg.names import PREFIXES, concept, gov

_ITEM_CLASS = {
    Part.MEASURES: gov("Measure"),
    Part.PROBLEMS: gov("Problem"),
    Part.LEADER_DUTY: gov("Duty"),
    Part.PLAN: gov("Plan"),
}


class Misquoted(ValueError):
    """A mention whose words are not those of the text at its span."""


def statements(
    reading: Reading, report: str, lexicon: Lexicon, shared: Shared
) -> Iterator[Statement]:
    """Yield what one report says; note in ``shared`` what it refers to outside itself."""
    writer = _Writer(reading, report, lexicon, shared)
    yield from writer.report_node()
    yield from writer.item_nodes()
    claims: dict[Mention, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        claims[claim.evidence].append(claim)
    for mention in reading.mentions:
        if reading.document.quote(mention.span) != mention.text:
            raise Misquoted(f"{reading.document.id}: {mention.span} is not {mention.text!r}")
        if mention.quantity is not None:
            yield from writer.observation(mention, mention.quantity)
        else:
            yield from writer.mention(mention, claims[mention])


class _Writer:
    """Statements of one report."""

    def __init__(self, reading: Reading, report: str, lexicon: Lexicon, shared: Shared) -> None:
        self.document = reading.document
        self.report = report
        self.lexicon = lexicon
        self.shared = shared
        self.issuer = names.issuer(reading.document.issuer)
        self.known: set[str] = set()
        """Institutions described already."""

    def refer(self, iri: str, kind: str = "", name: str = "") -> str:
        if iri not in self.shared:
            self.shared[iri] = kind, name
        return iri

    def label_of_issuer(self) -> str:
        issuer = self.document.issuer
        if issuer.place in self.lexicon.places and issuer.level is not Level.BUREAU:
            return self.lexicon.places.place(issuer.place).name
        # Who is not named goes by the file, on the page as well.
        return issuer.name or self.document.id

    def report_node(self) -> Iterator[Statement]:
        document, me, who = self.document, self.report, self.label_of_issuer()
        title = "".join(document.quote(document.title).split())
        yield me, RDF_TYPE, gov("Report")
        yield me, LABEL, literal(f"{who}{document.year or ''}年度报告", language="zh")
        if title:
            yield me, PREFIXES["dcterms"] + "title", literal(title, language="zh")
        if document.year:
            yield me, gov("year"), str(document.year)
        else:
            yield me, gov("unverified"), literal("year")
        yield me, gov("issuer"), self.issuer
        for code in document.issuer.candidates:
            yield me, gov("candidate"), self.refer(names.place(code))
        yield me, gov("level"), literal(document.issuer.level.value)
        yield me, gov("file"), literal(document.id)
        yield me, gov("sha256"), literal(document.digest)
        yield me, PREFIXES["prov"] + "wasDerivedFrom", f"urn:sha256:{document.digest}"
        if document.source.url:
            yield me, PREFIXES["dcterms"] + "source", literal(document.source.url)
        yield me, gov("text"), literal(document.text)
        for part in sorted({section.part for section in document.sections} - {Part.OTHER}):
            yield me, gov("hasPart"), self.refer(concept("part", part))
        if self.issuer.startswith(names.INSTITUTION):
            yield from typed(self.issuer, gov("Bureau"), self.lexicon)
            yield self.issuer, LABEL, literal(who, language="zh")
            if whose := document.issuer.place or self.known_above():
                yield self.issuer, gov("of"), self.refer(names.place(whose))
        else:
            self.refer(self.issuer, "PLACE", who)
            if document.issuer.place not in self.lexicon.places:
                yield from self.unknown_place()

    def unknown_place(self) -> Iterator[Statement]:
        """Yield what is known of an issuer that the gazetteer does not tell: level, chain."""
        level = self.document.issuer.level
        yield from typed(self.issuer, gov(level.value.title()), self.lexicon)
        if above := self.known_above():
            yield self.issuer, gov("within"), self.refer(names.place(above))

    def known_above(self) -> str:
        """Return the code of the lowest place above the issuer that its chain tells, or ""."""
        places, issuer = self.lexicon.places, self.document.issuer
        chain = [name for name in (issuer.county, issuer.prefecture, issuer.province) if name]
        for at, name in enumerate(chain):
            fitting = [
                code
                for code in places.named(name)
                if {*chain[at + 1 :]} <= {place.name for place in places.chain(code)}
            ]
            if len(fitting) == 1:
                return fitting[0]
        return ""

    @cached_property
    def items(self) -> tuple[Item, ...]:
        return items(self.document)

    @cached_property
    def _starts(self) -> list[int]:
        return [item.span.start for item in self.items]

    @cached_property
    def _standing(self) -> Standing:
        return Standing(self.document, self.lexicon)

    def item_nodes(self) -> Iterator[Statement]:
        for item in self.items:
            me = names.item(self.report, item.span.start)
            yield from typed(me, _ITEM_CLASS[item.part], self.lexicon)
            yield me, gov("of"), self.issuer
            if item.heading:
                yield me, gov("heading"), literal(item.heading)
            yield me, gov("number"), literal(item.path)
            yield me, gov("text"), literal(self.document.quote(item.span))
            yield from self.place(me, item.span)

    def place(self, me: str, span: Span) -> list[Statement]:
        """Return where something stands."""
        part = self.document.part_at(span.start)
        return [
            (me, gov("report"), self.report),
            (me, gov("start"), str(span.start)),
            (me, gov("end"), str(span.end)),
            (me, gov("part"), self.refer(concept("part", part))),
        ]

    def evidence(self, me: str, mention: Mention, status: Status) -> list[Statement]:
        """Return what every mention and figure has."""
        said = [
            *self.place(me, mention.span),
            (me, gov("exact"), literal(mention.text)),
            (me, gov("rule"), literal(mention.rule)),
            (me, gov("status"), self.refer(concept("status", status))),
        ]
        at = bisect_right(self._starts, mention.span.start) - 1
        if at >= 0 and mention.span in self.items[at].span:
            said.append((me, gov("section"), names.item(self.report, self._starts[at])))
        return said

    def status(self, mention: Mention) -> Status:
        return self._standing.of(mention)[1]

    def mention(self, mention: Mention, claims: Sequence[Claim]) -> Iterator[Statement]:
        me = names.mention(self.report, mention.span.start, mention.span.end, mention.kind)
        yield me, RDF_TYPE, gov("Mention")
        yield me, gov("kind"), literal(mention.kind)
        if mention.flag:
            yield me, gov("flag"), literal(mention.flag)
        yield from self.evidence(me, mention, claims[0].status if claims else self.status(mention))
        for candidate in mention.candidates:
            yield me, gov("candidate"), self.refer(candidate, mention.kind, mention.canonical)
        if mention.concept:
            self.refer(mention.concept, mention.kind, mention.canonical)
            if not claims:
                yield me, gov("refersTo"), mention.concept
        for claim in claims:
            yield me, gov("refersTo"), claim.object
            yield me, gov("via"), claim.predicate
            if claim.function:
                yield me, gov("function"), self.refer(concept("function", claim.function))
            yield self.issuer, claim.predicate, claim.object
            yield self.report, claim.predicate, claim.object
            if claim.object.startswith(names.INSTITUTION):
                if claim.object not in self.known:
                    self.known.add(claim.object)
                    yield from self.institution(claim.object, mention)
            elif mention.kind == "INST":
                self.refer(claim.object, "INST", mention.canonical)

    def institution(self, me: str, mention: Mention) -> Iterator[Statement]:
        """Yield what an institution is: its type, whose it is, its name."""
        named = types_named(mention, self.lexicon).items()
        kind, type_ = next(k for k in named if me.endswith(f"-{names.local(k[0])}"))
        whose = me.removesuffix(f"-{names.local(kind)}")
        name = self.document.issuer.name
        if whose != self.issuer:
            whose = names.place(whose.removeprefix(names.INSTITUTION))
            code = whose.removeprefix(names.PLACE)
            name = self.lexicon.places.place(code).name if code in self.lexicon.places else name
            self.refer(whose, "PLACE", name)
        yield me, RDF_TYPE, gov("Institution")
        yield me, LABEL, literal(joined(name, kind), language="zh")
        known = self.lexicon.concepts.get(type_)
        for label in known.labels if known else ():
            if other := usual(name, label):
                yield me, ALSO, literal(other, language="zh")
        yield me, gov("of"), whose
        yield me, gov("type"), self.refer(type_, "INST", kind)

    def observation(self, mention: Mention, quantity: Quantity) -> Iterator[Statement]:
        me = names.observation(self.report, mention.span.start, mention.span.end)
        what = quantity.indicator
        yield me, RDF_TYPE, gov("Observation")
        yield me, LABEL, literal(f"{what} {mention.text}".strip(), language="zh")
        yield me, gov("of"), self.issuer
        if self.document.year:
            yield me, gov("year"), str(self.document.year)
        yield me, gov("value"), decimal(quantity.value)
        if quantity.upper is not None:
            yield me, gov("upper"), decimal(quantity.upper)
        yield me, gov("bound"), self.refer(concept("bound", quantity.bound))
        known = self.lexicon.units.by_name.get(quantity.unit)
        unit = known.iri if known else concept("unit", quantity.unit)
        yield me, gov("unit"), self.refer(unit, "Unit", quantity.unit)
        if what:
            yield me, gov("counted"), literal(what)
        if quantity.action:
            yield me, gov("action"), literal(quantity.action)
        if quantity.concept:
            yield me, gov("indicator"), self.refer(quantity.concept, "Indicator", what)
        yield self.issuer, gov("states"), me
        yield self.report, gov("states"), me
        yield from self.evidence(me, mention, self.status(mention))
