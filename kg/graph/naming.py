"""What a name stands for: a label, another name, a chain of places before one, a place's stem.

The name as it is written comes first, then without title marks, quotes and blanks, then as a stem
(那曲), then as what stands behind the name of a place it is in (尼玛县阿索乡). What fits several
things is all of them: choosing is the caller's.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from kg.characters import fold
from kg.graph.store import Store
from kg.lexicon.place_names import stem

_NAMES = """
SELECT ?name ?thing { ?thing skos:prefLabel|skos:altLabel|gov:fullName ?name
  FILTER NOT EXISTS { ?thing a gov:Observation } }"""
_PLACES = "SELECT ?name ?thing { ?thing a gov:Place ; skos:prefLabel ?name }"
_ABOVE = """
SELECT ?thing ?above {
  { ?thing gov:within ?above } UNION { ?thing a gov:Institution ; gov:of ?above }
  UNION { ?thing gov:issuer ?above }
}"""
_MARKS = re.compile(r"[\s《》〈〉“”‘’'【】]+")


class Names:
    """The names of a graph's things, those alone that ``is_known`` by their IRIs."""

    def __init__(self, store: Store, is_known: Callable[[str], bool]) -> None:
        self._written: dict[str, set[str]] = defaultdict(set)
        self._plain: dict[str, set[str]] = defaultdict(set)
        self._stems: dict[str, set[str]] = defaultdict(set)
        self._above: dict[str, str] = {}
        for row in store.query(_NAMES):
            name, thing = str(row["name"]), str(row["thing"])
            if is_known(thing):
                self._written[name].add(thing)
                self._plain[_plain(name)].add(thing)
        for row in store.query(_PLACES):
            name, thing = str(row["name"]), str(row["thing"])
            if is_known(thing) and len(bare := stem(name)) > 1:
                self._stems[bare].add(thing)
        for row in store.query(_ABOVE):
            self._above[str(row["thing"])] = str(row["above"])

    def borne_by(self, name: str) -> set[str]:
        """Return the IRIs of all that a name can stand for."""
        if found := self._itself(name):
            return found
        name = _plain(name)
        return {
            thing
            for at in range(2, len(name) - 1)
            if (places := self._itself(name[:at]))
            for thing in self.borne_by(name[at:])
            if not places.isdisjoint(self._chain(thing))
        }

    def _itself(self, name: str) -> set[str]:
        plain = _plain(name)
        return (
            self._written.get(name)
            or (self._plain.get(plain) if plain else None)
            or self._stems.get(plain)
            or set()
        )

    def _chain(self, thing: str) -> Iterator[str]:
        """Yield what a thing lies in, from the nearest up."""
        seen = {thing}
        while (thing := self._above.get(thing, "")) and thing not in seen:
            seen.add(thing)
            yield thing


def _plain(name: str) -> str:
    """Return a name without what only sets it apart from the words around it.

    >>> _plain("《民法典》"), _plain("“一案一回访” 制度"), _plain("條例(試行)")
    ('民法典', '一案一回访制度', '条例（试行）')
    """
    return _MARKS.sub("", fold(name))
