"""What is too much to hold, on disk: values to be read again, and texts to be had in order.

The files have no name and end with the process. Nothing here knows what it keeps.
"""

from __future__ import annotations

import heapq
import pickle
from collections.abc import Iterator
from operator import itemgetter
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar

_T = TypeVar("_T")
_HELD = 1 << 13
"""How many records wait in memory."""
_CHUNK = 1 << 9
_key = itemgetter(0)

Key = str | tuple[str | int, ...]
Record = tuple[Key, _T]


class Spool(Generic[_T]):
    """A sequence that stands on disk; each value is made anew when it is asked for."""

    def __init__(self) -> None:
        self._file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - it lives as long as the spool
        self._starts: list[int] = []

    def append(self, value: _T) -> None:
        """Put a value behind the others."""
        self._starts.append(self._file.seek(0, 2))
        pickle.dump(value, self._file, pickle.HIGHEST_PROTOCOL)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, at: int) -> _T:
        self._file.seek(self._starts[at])
        value: _T = pickle.load(self._file)
        return value


class Sorted(Generic[_T]):
    """Values under keys, in the order of the keys; those of one key in the order they came."""

    def __init__(self, held: int = _HELD) -> None:
        self._held = held
        self._here: list[Record[_T]] = []
        self._there: Spool[list[Record[_T]]] = Spool()
        self._runs: list[range] = []

    def add(self, key: Key, value: _T) -> None:
        """Put a value under a key."""
        self._here.append((key, value))
        if len(self._here) >= self._held:
            self._spill()

    def __iter__(self) -> Iterator[Record[_T]]:
        self._here.sort(key=_key)
        return heapq.merge(*map(self._records, self._runs), self._here, key=_key)

    def _spill(self) -> None:
        self._here.sort(key=_key)
        first = len(self._there)
        for at in range(0, len(self._here), _CHUNK):
            self._there.append(self._here[at : at + _CHUNK])
        self._runs.append(range(first, len(self._there)))
        self._here = []

    def _records(self, run: range) -> Iterator[Record[_T]]:
        return (record for at in run for record in self._there[at])
