"""Legal instruments cited by name, in 《》 and without.

Rules: ``title`` (words in 《》 that are a document's title), ``name`` (a name of the catalogue in
running text), ``form`` (中华人民共和国…法, a place's name and …条例) and ``list`` (the neighbour of
a law in an enumeration). The span is the name alone. Refused: papers, letters, films and forms in
《》; 法 as part of 法律, 法治, 执法; laws whose name only names a day, a park or an oath.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.lexicon import Lexicon
from kg.mentions.laws import running, titles
from kg.mentions.laws.found import Found
from kg.model import Document, Mention


def find(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Find the legal instruments a document cites, every time it does."""
    plain = document.plain
    taken = bytearray(len(plain))
    titled = list(titles.find(plain, taken, lexicon))
    named = list(running.find(plain, taken, lexicon))
    listed = running.neighbours(plain, [*titled, *named])
    for law in _longest([*titled, *named, *listed]):
        span = document.span(law.start, law.end)
        yield Mention(span, document.quote(span), "LAW", law.rule)


def _longest(found: Iterable[Found]) -> list[Found]:
    """Of ranges that overlap keep the longest, then the first."""
    kept: list[Found] = []
    for one in sorted(set(found), key=lambda f: (f.start, -f.end, f.rule)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept
