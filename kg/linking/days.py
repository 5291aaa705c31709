"""Observances: the date they go by, and the entry of the vocabulary.

A date in the mention is the canonical name (12-04), else the date of the entry that its name has, else
the name. A name no entry has, on a date that exactly one entry falls on, is that entry (3.8”妇女权益保护法);
on a date of several it stays ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg import names
from kg.characters import fold
from kg.lexicon import Lexicon, matching_form
from kg.mentions.days import month_day
from kg.model import Concept, Document, Mention

_DATED = re.compile(
    r"\d{1,2}(?:[·.\-]\d{1,2}日?|月(?:\d{1,2}日|份)?)|三八|五四|六一|七一|八一|三·一五|六·二六|十二·四|一二·四"
)
_AROUND = re.compile(r"^第?[一二三四五六七八九十\d]{1,3}[个届次]|[“”，]")


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the mentions of observances with canonical name and entry."""
    by_name, by_date = lexicon.labels.get("DAY", {}), _by_date(lexicon)
    for mention in mentions:
        date, name = split(mention.text)
        concept = by_name.get(name)
        on_date = () if concept else by_date.get(date, ())
        canonical = date or (concept.canonical if concept else name)
        flag = "misnamed" if name.endswith("法") else ""
        if concept or len(on_date) == 1:
            iri = concept.iri if concept else on_date[0].iri
            yield replace(mention, canonical=canonical, concept=iri, flag=flag)
        elif on_date:
            candidates = tuple(day.iri for day in on_date)
            yield replace(mention, canonical=canonical, candidates=candidates, flag=flag)
        else:
            iri = names.concept("day", name or date)
            yield replace(mention, canonical=canonical, concept=iri, flag=flag)


def split(text: str) -> tuple[str, str]:
    """Return the date of a mention as ``MM-DD`` ("" for none or a month alone) and its bare name.

    >>> split("12·4”国家宪法日"), split("8月生态文明宣传月"), split("三八妇女节")
    (('12-04', '国家宪法日'), ('', '生态文明宣传月'), ('03-08', '妇女节'))
    """
    plain = matching_form(fold(text))
    date = _DATED.match(plain)
    name = _AROUND.sub("", plain[date.end() :].lstrip("”“") if date else plain)
    return (month_day(date[0]) if date else ""), name


def _by_date(lexicon: Lexicon) -> dict[str, tuple[Concept, ...]]:
    by_date: dict[str, tuple[Concept, ...]] = {}
    for day in lexicon.of_kind("DAY"):
        if day.notation:
            by_date[day.notation] = (*by_date.get(day.notation, ()), day)
    return by_date
