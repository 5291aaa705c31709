"""ontology/ -> Lexicon: everything the rules know, read from data, passed in and never global.

Each part is read when it is first asked for and kept; a command pays for what it uses. A file that
does not hold what it should raises ``ValueError`` naming the file.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path

from kg.characters import fold
from kg.lexicon import actions as deeds
from kg.lexicon import concepts, standings
from kg.lexicon import indicators as comparable
from kg.lexicon import laws as instruments
from kg.lexicon import places as gazetteer
from kg.lexicon import relations as edges
from kg.lexicon import rules as questions
from kg.lexicon import units as measures
from kg.lexicon.actions import Actions
from kg.lexicon.concepts import EntityClass
from kg.lexicon.days import DATE_MARKS, MADE_ENDS
from kg.lexicon.endings import Endings
from kg.lexicon.indicators import Indicators
from kg.lexicon.laws import Catalogue
from kg.lexicon.mechanisms import FAMILY_ENDS, MechanismWords, compile_words
from kg.lexicon.places import Gazetteer
from kg.lexicon.relations import Relations
from kg.lexicon.rules import Rules
from kg.lexicon.sections import HeadingWord, heading_words
from kg.lexicon.standings import Senses
from kg.lexicon.terms import Terms, TermSets
from kg.lexicon.titles import TitleForms
from kg.lexicon.units import Units
from kg.lexicon.wording import Word, Wording, wording
from kg.model import Concept, Function

_PACKAGED = Path(__file__).parents[1] / "ontology"
_CHECKOUT = Path(__file__).parents[2] / "ontology"
_RECURRING = 1 << 14
"""How many names to know the form of: reports name the same things again and again."""


def ontology_folder() -> Path:
    """Return the vocabulary's folder: inside the package in a wheel, beside kg/ in a checkout."""
    return _PACKAGED if _PACKAGED.is_dir() else _CHECKOUT


class Lexicon:
    """The vocabulary of one ontology folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or ontology_folder()

    @cached_property
    def facts(self) -> concepts.Facts:
        """Everything the vocabulary files say: subject -> property -> values."""
        return concepts.read(self.folder)

    @cached_property
    def classes(self) -> dict[str, EntityClass]:
        """Entity classes that text mentions, by kind, in their order."""
        return concepts.classes(self.facts)

    @cached_property
    def concepts(self) -> dict[str, Concept]:
        """Every concept by IRI."""
        return concepts.concepts(self.facts)

    @cached_property
    def places(self) -> Gazetteer:
        """The divisions of China."""
        return gazetteer.load(self.folder)

    @cached_property
    def relations(self) -> Relations:
        """Which edge a claim makes."""
        return edges.load(self.facts)

    @cached_property
    def heading_words(self) -> Terms[HeadingWord]:
        """The words of a heading that tell which part of a report it opens."""
        return heading_words(self.of_kind("Part"))

    @cached_property
    def laws(self) -> Catalogue:
        """The catalogue of legal instruments."""
        return instruments.load(self.folder)

    @cached_property
    def title_forms(self) -> TitleForms:
        """How titles of documents end, and titles of other things."""
        return TitleForms(self.of_kind("TitleForm"))

    @cached_property
    def function_words(self) -> Terms[Function | None]:
        """The words that tell what is done with a law; None for those that tell nothing."""
        return Terms(
            (label, Function(concept.notation) if concept.notation else None)
            for concept in self.of_kind("Function")
            for label in (concept.label, *concept.labels)
        )

    def of_kind(self, kind: str) -> tuple[Concept, ...]:
        """Return the concepts of one kind (``INST``, ``ROLE``, ``Unit``, ...), in IRI order."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Concept, ...]]:
        by_kind: dict[str, list[Concept]] = {}
        for concept in self.concepts.values():
            by_kind.setdefault(concept.kind, []).append(concept)
        return {kind: tuple(found) for kind, found in by_kind.items()}

    @cached_property
    def terms(self) -> TermSets[Concept | Word | Senses | None]:
        """What to look for in ``Document.plain``: each class's labels, and the names of laws.

        With institutions and roles also the words of their grammar that are no names; the names of
        things that are called after a law; what tells dates, days without such a name, and
        families of mechanisms; where a mechanism's head may begin; and the words that tell how a
        thing stands.
        """
        return TermSets(
            {kind: grammar.by_label for kind, grammar in self.wordings.items()}
            | {kind: self.wordings[kind].words for kind in ("INST", "ROLE")}
            | {"LAW": dict.fromkeys(self.laws.running_names)}
            | {"CalledAfterLaw": dict.fromkeys(self.title_forms.called_after_laws)}
            | {"MadeDay": dict.fromkeys(MADE_ENDS)}
            | {"Date": dict.fromkeys(DATE_MARKS)}
            | {"MechanismFamily": dict.fromkeys(FAMILY_ENDS)}
            | {"MechanismHead": dict.fromkeys(self.mechanism_words.head_begins)}
            | {"Status": standings.load(self.of_kind("Status"))},
            nested=("Status", "MechanismHead"),
        )

    @cached_property
    def labels(self) -> dict[str, dict[str, Concept]]:
        """For each class that text mentions, its concepts by every label's ``bare_form``."""
        return {
            kind: {
                bare_form(label): concept
                for concept in self.of_kind(kind)
                for label in (*concept.hidden, *concept.labels, concept.label)
            }
            for kind in self.classes
        }

    @cached_property
    def days_by_date(self) -> dict[str, tuple[Concept, ...]]:
        """The observances that fall on a date (``12-04``)."""
        by_date: dict[str, tuple[Concept, ...]] = {}
        for day in self.of_kind("DAY"):
            if day.notation:
                by_date[day.notation] = (*by_date.get(day.notation, ()), day)
        return by_date

    @cached_property
    def kinds_of_dispute(self) -> Endings:
        """What stands before 纠纷 or 争议 in the names of kinds of dispute."""
        names = self.labels.get("DISPUTE", ())
        return Endings(name[:-2] for name in names if name.endswith(("纠纷", "争议")))

    @cached_property
    def bodies(self) -> Endings:
        """The names of institutions, as these stand in plain text."""
        return Endings(self.wordings["INST"].by_label)

    @cached_property
    def mechanism_words(self) -> MechanismWords:
        """The compiled word lists of the grammar of mechanisms' names."""
        return compile_words(self.classes["MECH"])

    @cached_property
    def actions(self) -> Actions:
        """The verbs that figures belong to."""
        return deeds.load(self.of_kind("Action"))

    @cached_property
    def indicators(self) -> Indicators:
        """The indicators that reports can be compared by."""
        return comparable.load(self.of_kind("Indicator"), self.actions)

    @cached_property
    def rules(self) -> Rules:
        """What the review of a report asks, and on what ground."""
        return questions.load(self.concepts.values())

    @cached_property
    def units(self) -> Units:
        """The units that figures are counted in."""
        return measures.load(self.of_kind("Unit"))

    @cached_property
    def wordings(self) -> dict[str, Wording]:
        """For each class that text mentions, the words of its grammar."""
        return {kind: wording(entity, self.of_kind(kind)) for kind, entity in self.classes.items()}


@lru_cache(maxsize=_RECURRING)
def matching_form(label: str) -> str:
    """Return a label as it stands in ``Document.plain``.

    >>> matching_form("干部下基层 群众受教育(试点)")
    '干部下基层群众受教育（试点）'
    """
    return "".join(fold(label).split())


@lru_cache(maxsize=_RECURRING)
def bare_form(label: str) -> str:
    """Return a label as names compare: its matching form without quotation marks.

    >>> bare_form("“一案一回访” 制度")
    '一案一回访制度'
    """
    return matching_form(label).replace("“", "").replace("”", "")
