"""The comparable indicators of ontology/indicators.ttl: which of them a bound figure is a value of.

A wording is words divided by blanks: the last is what is counted (``…`` before it lets anything
precede it), the others stand in the verb or in what is counted. Two indicators that fit equally
well are none. An indicator without a unit or a wording raises ``ValueError`` naming it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon.actions import Actions
from kg.lexicon.endings import lengths_by_tail
from kg.model import Concept

_ANYTHING = "…"
_SHORTEST_NOUN = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """One way in which figures of an indicator are put."""

    indicator: str
    head: str
    whole: bool
    """Whether the head is all that is counted, not just its end."""
    words: tuple[str, ...]
    actions: frozenset[str]
    """Where the words name no verb: the actions that may be done, all of them where empty."""

    @property
    def weight(self) -> int:
        """How much it says: what is counted weighs double."""
        return 2 * len(self.head) + sum(map(len, self.words))

    def fits(self, counted: str, verb: str, action: str, stages: frozenset[str]) -> bool:
        """Whether a thing counted by its head, the verb and its action are put this way."""
        is_named = not verb or verb in counted
        for word in self.words:
            if word in verb:
                is_named = True
            elif word not in counted:
                return False
        if is_named:
            return True
        return action in self.actions if self.actions else action not in stages


@dataclass(frozen=True, slots=True, eq=False)
class Indicators:
    """Finds the indicator of a figure."""

    by_unit: Mapping[str, Mapping[str, Sequence[Wording]]]
    """The wordings by unit and by head."""

    lengths: Mapping[str, Sequence[int]]
    """How long the heads are that end in two characters: few nouns end so."""

    actions: Actions

    def of(self, counted: str, verb: str, unit: str) -> str | None:
        """Return the one indicator that a figure is a value of, by its unit's IRI, or None.

        What is counted together (规范性文件、合同104件) is a value only where each is one of it.
        """
        found = self._of_one(counted, verb, unit)
        if found and "、" in counted and "等" not in counted.rpartition("、")[2]:
            alone = (part for part in counted.split("、") if len(part) >= _SHORTEST_NOUN)
            if any(self._of_one(part, verb, unit) != found for part in alone):
                return None
        return found

    def _of_one(self, counted: str, verb: str, unit: str) -> str | None:
        lengths, by_head = self.lengths.get(counted[-2:]), self.by_unit.get(unit)
        if not lengths or not by_head:
            return None
        action, stages = self.actions.concepts.get(verb, ""), self.actions.stages
        longest = len(counted)
        fitting: list[Wording] = []
        for length in lengths:
            for wording in by_head.get(counted[-length:], ()) if length <= longest else ():
                is_all = length == longest
                if (is_all or not wording.whole) and wording.fits(counted, verb, action, stages):
                    fitting.append(wording)
        if len(fitting) < 2:
            return fitting[0].indicator if fitting else None
        most = max(wording.weight for wording in fitting)
        best = {wording.indicator for wording in fitting if wording.weight == most}
        return best.pop() if len(best) == 1 else None


def load(concepts: Iterable[Concept], actions: Actions) -> Indicators:
    """Build the wordings from their concepts."""
    by_unit: dict[str, dict[str, list[Wording]]] = defaultdict(lambda: defaultdict(list))
    for concept in concepts:
        units, wordings = concept.facts.get("acceptsUnit"), concept.facts.get("wording")
        if not units or not wordings:
            raise ValueError(f"{concept.iri}: an indicator needs gov:acceptsUnit and gov:wording")
        for text in wordings:
            *words, head = text.split()
            wording = Wording(
                indicator=concept.iri,
                head=head.removeprefix(_ANYTHING),
                whole=not head.startswith(_ANYTHING),
                words=tuple(words),
                actions=frozenset(concept.facts.get("acceptsAction", ())),
            )
            for unit in units:
                by_unit[unit][wording.head].append(wording)
    return Indicators(
        {unit: dict(found) for unit, found in by_unit.items()},
        lengths_by_tail(head for found in by_unit.values() for head in found),
        actions,
    )
