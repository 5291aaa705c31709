"""Observances: the date they go by, and the entry of the vocabulary.

The canonical name is the date in the mention (12-04), else the date of the entry that bears its
name, else the name. A name without an entry, on a date that one entry alone falls on, is that entry
(3.8”妇女权益保护法, flagged ``misnamed``); on a date of several it stays ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg import names
from kg.lexicon import Lexicon, bare_form, matching_form
from kg.linking.reference import refer
from kg.mentions.days import month_day, split
from kg.model import Document, Mention

_EDITION = re.compile(r"第?[一二三四五六七八九十\d]{1,3}[个届次]")


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the mentions of observances with canonical name and entry."""
    by_name, by_date = lexicon.labels.get("DAY", {}), lexicon.days_by_date
    for mention in mentions:
        written, rest = split(matching_form(mention.text))
        date, name = month_day(written) if written else "", bare_form(rest)
        if edition := _EDITION.match(name):
            name = name[edition.end() :]
        name = name.replace("，", "")
        concept = by_name.get(name)
        on_date = (concept,) if concept else by_date.get(date, ())
        canonical = date or (concept.notation if concept else "") or name
        flag = "misnamed" if name.endswith("法") else ""
        if len(on_date) > 1:
            candidates = tuple(day.iri for day in on_date)
            yield refer(mention, canonical, candidates=candidates, flag=flag)
        else:
            iri = on_date[0].iri if on_date else names.concept("day", name or date)
            yield refer(mention, canonical, iri, flag=flag)
