"""What the vocabulary does not know, as Turtle ready to paste into it.

Two sources: names that the grammar found but no entry bears (provisional concepts), each with a
sentence that uses it; and words of the reports that end like a body or a role but stand in no
mention, as comments for a curator to judge.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from kg.clauses import around
from kg.graph.turtle import Shortener
from kg.lexicon import Lexicon
from kg.model import Document, Mention, Reading
from kg.names import CONCEPT_SPACES, GOV, SKOS

_CLAUSE = re.compile(r"[^，。；：、\n]+")
_ENDS_LIKE_A_NAME = re.compile(r"(?:员|队|室|站|中心|工作组|委员会|小组|大队|支队|顾问)$")
_ANCHOR = re.compile(r"[员队室站组会心问]")
_NOTE = (
    "# The examples are quotes from the reports read: put a sentence of your own in their place."
)


@dataclass(slots=True)
class Gap:
    """A name without an entry: how often it was seen, in which reports, and one sentence."""

    iri: str
    example: str
    times: int = 0
    reports: set[str] = field(default_factory=set)

    def see(self, report: str) -> None:
        """Count one more place."""
        self.times += 1
        self.reports.add(report)


def gaps(readings: Iterable[Reading], lexicon: Lexicon) -> str:
    """Return Turtle: an entry for each provisional concept, the commonest first; then words."""
    entries: dict[tuple[str, str], Gap] = {}
    words: dict[str, Gap] = {}
    cut = _segmenter()
    for reading in readings:
        document = reading.document
        for mention in reading.mentions:
            if mention.concept and _is_open(mention.kind, lexicon):
                if mention.concept in lexicon.concepts:
                    continue
                example = _sentence(document, mention.span.start, mention.span.end)
                gap = Gap(mention.concept, example)
                entries.setdefault((mention.kind, mention.canonical), gap).see(document.id)
        for word, start, end in _unknown_words(document, reading.mentions, cut):
            words.setdefault(word, Gap("", _sentence(document, start, end))).see(document.id)
    return "\n".join([*_turtle(entries, lexicon), "", *_comments(words), ""])


def _is_open(kind: str, lexicon: Lexicon) -> bool:
    """Whether a class's concepts are entries of a Turtle file, not rows of a table."""
    return bool(lexicon.of_kind(kind)) and kind in lexicon.classes


def _sentence(document: Document, start: int, end: int) -> str:
    begin, stop = around(document.text, start, end)
    return " ".join(document.text[begin:stop].split())


def _unknown_words(
    document: Document, mentions: Sequence[Mention], cut: Callable[[str], list[str]]
) -> Iterator[tuple[str, int, int]]:
    covered: set[int] = set()
    for mention in mentions:
        covered.update(range(mention.span.start, mention.span.end))
    for clause in _CLAUSE.finditer(document.plain):
        if not _ANCHOR.search(clause[0]):
            continue
        at = clause.start()
        for word in cut(clause[0]):
            span = document.span(at, at + len(word))
            at += len(word)
            if (
                len(word) > 2
                and _ENDS_LIKE_A_NAME.search(word)
                and not covered.intersection(range(span.start, span.end))
            ):
                yield word, span.start, span.end


def _segmenter() -> Callable[[str], list[str]]:
    """Load jieba, a second of work, only now."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    cut: Callable[[str], list[str]] = jieba.Tokenizer().lcut
    return cut


def _turtle(entries: dict[tuple[str, str], Gap], lexicon: Lexicon) -> Iterator[str]:
    written = Shortener()
    yield _NOTE
    spaces = {"gov": GOV, "skos": SKOS} | {
        prefix: space
        for prefix, space in CONCEPT_SPACES.items()
        if any(gap.iri.startswith(space) for gap in entries.values())
    }
    for prefix, space in spaces.items():
        yield f"@prefix {prefix}: <{space}> ."
    for kind, entity in lexicon.classes.items():
        of_kind = [(name, gap) for (k, name), gap in entries.items() if k == kind]
        for name, gap in sorted(of_kind, key=lambda e: (-len(e[1].reports), e[0])):
            yield ""
            yield f"# mentions: {gap.times}, reports: {len(gap.reports)}"
            yield f"{written[gap.iri]} a gov:{entity.concept_class.removeprefix(GOV)} ;"
            yield f"    skos:prefLabel {_literal(name)}@zh ;"
            yield f"    skos:example {_literal(gap.example)}@zh ."


def _literal(text: str) -> str:
    """Write a Turtle string; JSON's escapes are Turtle's."""
    return json.dumps(text, ensure_ascii=False)


def _comments(words: dict[str, Gap]) -> Iterator[str]:
    for word, gap in sorted(words.items(), key=lambda e: (-e[1].times, e[0])):
        yield f"# ? {word} ({gap.times} times): {gap.example}"
