"""The types every step speaks: documents, mentions, claims.

Frozen, no behaviour beyond offsets; what a report has hundreds of is a ``Struct``, made in a fifth
of the time a dataclass or a named tuple takes. Offsets are Unicode code points, half
open, into ``Document.text`` as the file holds it; ``document.quote(mention.span) == mention.text``
holds for every mention, and a claim cannot be written down without the mention it rests on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from operator import attrgetter

from msgspec import Struct


class Part(StrEnum):
    """The required contents of a report, and everything else."""

    MEASURES = "measures"
    PROBLEMS = "problems"
    LEADER_DUTY = "leader_duty"
    PLAN = "plan"
    OTHER = "other"


class Level(StrEnum):
    """Who reports: the level of the government that issues, or a bureau of one."""

    TOWNSHIP = "township"
    STREET = "street"
    COUNTY = "county"
    PREFECTURE = "prefecture"
    PROVINCE = "province"
    BUREAU = "bureau"


class Status(StrEnum):
    """What a report claims of a fact."""

    DONE = "done"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROBLEM = "problem"
    AWARD = "award"


class Function(StrEnum):
    """What a report says is done with a law."""

    STUDY = "study"
    PUBLICISE = "publicise"
    IMPLEMENT = "implement"
    ISSUE = "issue"
    OTHER = "other"


class Bound(StrEnum):
    """How a stated number bounds the real one: 30余 is AtLeast, 近30 AtMost, 约30 Approx."""

    EXACT = "Exact"
    AT_LEAST = "AtLeast"
    AT_MOST = "AtMost"
    APPROX = "Approx"


class Span(Struct, frozen=True, order=True, gc=False):
    """Half-open code point range into ``Document.text``."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end


class Section(Struct, frozen=True, gc=False):
    """One numbered (or led-in) stretch of a report, heading included.

    ``span`` runs from its number to its last word, the sections inside it included.
    ``level`` is its depth from 1, and 5 for 一是. ``number`` is the marker as
    written, ``heading`` the heading without it ("" where a section is all running text).
    ``parent`` indexes ``Document.sections``, -1 at the top.
    """

    span: Span
    number: str
    heading: str
    level: int
    part: Part
    parent: int = -1


_start = attrgetter("span.start")
_OTHER = Part.OTHER


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who reports. Chain members are "" where the level does not exist or is not known.

    ``place`` is the statistical code of the place the issuer governs (for a bureau, the place it
    belongs to), "" while unknown or ambiguous; then ``candidates`` holds the codes that fit.
    """

    name: str
    level: Level
    county: str = ""
    prefecture: str = ""
    province: str = ""
    place: str = ""
    candidates: tuple[str, ...] = ()
    apart: str = ""
    """What tells one that nobody can place from others of its name: its document's digest."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document's bytes came from; their digest is "" where there is a text only."""

    path: str
    sha256: str
    reader: str
    url: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One report: its text as the file holds it, and the plain text that rules match on.

    ``plain`` is ``text`` with characters folded one to one (width, quotes, dashes), and blanks
    inside lines and line breaks inside wrapped paragraphs left out. ``offsets[i]`` is the place
    in ``text`` of ``plain[i]``. Rules match on ``plain`` and hand out spans of ``text``.
    """

    id: str
    text: str
    plain: str
    offsets: tuple[int, ...]
    title: Span
    year: int | None
    issuer: Issuer
    sections: tuple[Section, ...]
    source: Source

    @property
    def digest(self) -> str:
        """The SHA-256 of the file, else of the text."""
        if self.source.sha256:
            return self.source.sha256
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def span(self, start: int, end: int) -> Span:
        """Turn a range of ``plain`` into the span of ``text`` it stands for; never empty."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def range(self, span: Span) -> tuple[int, int]:
        """Return the range of ``plain`` that a span of ``text`` holds."""
        return bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)

    def quote(self, span: Span) -> str:
        """Return the exact words at a span."""
        return self.text[span.start : span.end]

    def mention(self, start: int, end: int, kind: str, rule: str) -> Mention:
        """Return the mention of what a range of ``plain`` names."""
        span = Span(self.offsets[start], self.offsets[end - 1] + 1)
        return Mention(span, self.text[span.start : span.end], kind, rule)

    def section_at(self, offset: int) -> Section | None:
        """Return the innermost section that holds a place in ``text``, or None."""
        index = bisect_right(self.sections, offset, key=_start) - 1
        while index >= 0 and offset >= self.sections[index].span.end:
            index = self.sections[index].parent
        return self.sections[index] if index >= 0 else None

    def part_at(self, offset: int) -> Part:
        """Return the part of the report that a place in ``text`` belongs to."""
        section = self.section_at(offset)
        return section.part if section else _OTHER


class Item(Struct, frozen=True, gc=False):
    """A measure, problem, duty or plan of a report: the least section that says it whole.

    ``path`` is its numbers from the top (``一/（二）/三是``), ``section`` indexes
    ``Document.sections``.
    """

    span: Span
    part: Part
    path: str
    heading: str
    section: int


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of the vocabulary: something named, shared by all who name it.

    ``label`` is the preferred Chinese name, ``labels`` the other accepted ones, ``hidden`` the
    misprints and wrong names seen (matched, never shown). ``notation`` is the form the concept goes
    by in extracted records where it is not the label (a day's ``12-04``). ``facts`` keeps every
    property's values, by property name.
    """

    iri: str
    kind: str
    label: str
    labels: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    notation: str = ""
    example: str = ""
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

    @property
    def canonical(self) -> str:
        """The name the concept goes by in extracted records."""
        return self.notation or self.label


class Quantity(Struct, frozen=True, gc=False):
    """A number a report states. ``value`` is in ``unit`` (46万元 is 460000 元, 100% is 100 %).

    ``upper`` is the far end of a range, else None. ``indicator`` is the thing counted as the text
    has it, ``action`` its verb; "" where nothing could be bound. ``concept`` is the comparable
    indicator's IRI, None where the vocabulary has none.
    """

    value: Decimal
    unit: str
    bound: Bound = Bound.EXACT
    upper: Decimal | None = None
    indicator: str = ""
    action: str = ""
    concept: str | None = None


class Mention(Struct, frozen=True, gc=False):
    """Words of a document that name something.

    ``kind`` is an entity class's code (LAW, INST, ...) or QUANTITY; ``rule`` names what found it.
    Linking fills ``canonical`` and either ``concept`` (the one IRI it refers to) or ``candidates``
    (the IRIs that fit equally well: it stays ambiguous). ``flag`` says what linking noticed
    (``misspelt``, ``misnamed``, ``not-instrument``, ``own-document``, ...), "" for nothing.
    """

    span: Span
    text: str
    kind: str
    rule: str
    canonical: str = ""
    concept: str | None = None
    candidates: tuple[str, ...] = ()
    flag: str = ""
    quantity: Quantity | None = None


class Claim(Struct, frozen=True, gc=False):
    """What a report says: subject predicate object, how, and the mention it rests on."""

    subject: str
    predicate: str
    object: str
    status: Status
    part: Part
    evidence: Mention
    function: Function | None = None
    section: int = -1


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one document."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of some report, quoted: where else to look."""

    document: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a report that somebody should look at again: a question, not a verdict.

    ``id`` stays the same while the words asked about do, whatever else in the file changes.
    ``line`` and ``column`` count from 1, in code points of ``Document.text``. ``suggestion`` is ""
    unless it is certain; ``others`` are the passages it is compared with.
    """

    id: str
    code: str
    document: str
    span: Span
    line: int
    column: int
    quote: str
    message: str
    reason: str
    suggestion: str = ""
    others: tuple[Passage, ...] = ()
