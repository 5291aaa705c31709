"""What an institution is called: by the place it is of, and its type."""

from __future__ import annotations

_LEVELS = frozenset("省州盟市县区旗镇乡街")
"""What labels of one level's bodies begin with: 县委 is no township's."""


def joined(place: str, kind: str) -> str:
    """Name an institution by its place and type, what both say said once.

    >>> joined("阿索乡", "司法所"), joined("几江街道", "街道办事处")
    ('阿索乡司法所', '几江街道办事处')
    """
    shared = next((n for n in range(len(kind), 1, -1) if place.endswith(kind[:n])), 0)
    return place + kind[shared:]


def usual(place: str, label: str) -> str:
    """Name an institution as people do, by another label of its type; "" for other levels' labels.

    >>> usual("措美县", "县委"), usual("措美县", "镇委"), usual("措美县", "政府")
    ('措美县委', '', '措美县政府')
    """
    if place.endswith(label[0]):
        return place + label[1:]
    return "" if label[0] in _LEVELS else joined(place, label)
