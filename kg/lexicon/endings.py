"""Words told by how they end: the longest of a list that ends at a place, in few look-ups."""

from __future__ import annotations

from collections.abc import Iterable


def lengths_by_tail(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return how long those words are that end in the same two characters, longest first.

    >>> lengths_by_tail(["合同", "买卖合同", "经营"])
    {'合同': (4, 2), '经营': (2,)}
    """
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[-2:], set()).add(len(word))
    return {tail: tuple(sorted(lengths, reverse=True)) for tail, lengths in found.items()}


class Endings:
    """Finds which of some words ends at a place of a text.

    Few places end like any of them, and those that do are of few lengths.

    >>> Endings(["合同", "买卖合同", "经营"]).start("调解买卖合同", 6)
    2
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._lengths = lengths_by_tail(self._words)

    def start(self, text: str, end: int, floor: int = 0) -> int:
        """Return where the longest word that ends at ``end`` begins, ``end`` if none does.

        None begins before ``floor``. Words have two characters at least.
        """
        for length in self._lengths.get(text[end - 2 : end], ()):
            if end - length >= floor and text[end - length : end] in self._words:
                return end - length
        return end
