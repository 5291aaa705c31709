"""How titles end and what they lean on: what in 《》 is cited as an instrument and what is not.

The lists are data (``gov:TitleForm`` in ontology/instruments.ttl); this only makes them quick to
ask. The longest known ending decides; a title without one is told by how it begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model import Concept

_ADDITIONS = re.compile(r"(?:（[^（）]*）|20\d\d[年度\d\-~至]*|[”〉])+$")
_OPENING = re.compile(r"中华人民共和国.|中国共产党.|中共.|国务院.|习近平.|关于.|.{0,30}?关于")
_LONGEST_ENDING = 6


class TitleForms:
    """The lists of title forms, by the local name of their concept."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        lists = {c.iri.rsplit("/", 1)[-1]: c.labels for c in concepts}
        self._documents = frozenset(lists.get("文件", ()))
        self._formal = frozenset(lists.get("文件正式", ()))
        self._endings = self._documents.union(lists.get("非文件", ()))
        works = "|".join(sorted(map(re.escape, lists.get("作品", ())), key=len, reverse=True))
        self._work_before = re.compile(f"(?:{works or '(?!)'})[：“（]?$")
        self._work_after = re.compile(f"(?:为题|为主题|{works or '(?!)'})")
        self.called_after_laws = lists.get("含法名", ())

    def is_document(self, title: str, *, before: str, after: str) -> bool:
        """Whether words in 《》 are a document's title, not a paper's, a letter's or a film's.

        ``before`` and ``after`` are the words around the brackets; all of it folded.
        """
        core = _ADDITIONS.sub("", title)
        ending = self._ending(core)
        if ending:
            return ending in self._documents
        if self._work_before.search(before) or self._work_after.match(after):
            return False
        return _OPENING.match(core) is not None

    def is_formal(self, title: str) -> bool:
        """Whether a title is a document's by its ending alone, brackets or not."""
        core = _ADDITIONS.sub("", title)
        return self._ending(core) in self._documents and any(core.endswith(e) for e in self._formal)

    def is_bare_ending(self, title: str) -> bool:
        """Whether a title is nothing but an ending: 《条例》 for one named before."""
        return title in self._documents or title in self._formal

    def ending(self, title: str) -> str:
        """Return the ending that makes a title a document's, "" for none."""
        found = self._ending(_ADDITIONS.sub("", title))
        return found if found in self._documents else ""

    def _ending(self, core: str) -> str:
        for length in range(min(_LONGEST_ENDING, len(core)), 0, -1):
            if (ending := core[-length:]) in self._endings:
                return ending
        return ""
