"""Where a Chinese noun phrase begins: the boundary grammar that rules for open names share.

Works on plain (folded) text and places in it; knows function words, verbs that stand before names,
and words for levels of government, and no vocabulary of any class. It answers where a phrase can
begin; whether what begins there is a name is for the rule that asks.
"""

from kg.boundaries.owners import (
    STATIONS,
    OwnerStart,
    is_owner,
    is_town,
    owner_start,
    owners_in,
    past_any,
    stems_of,
    town_start,
    without_owner,
)
from kg.boundaries.phrases import phrase_start

__all__ = [
    "STATIONS",
    "OwnerStart",
    "is_owner",
    "is_town",
    "owner_start",
    "owners_in",
    "past_any",
    "phrase_start",
    "stems_of",
    "town_start",
    "without_owner",
]
