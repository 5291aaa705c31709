"""A file's bytes -> its text, one reader per format; what cannot be read says what to do about it.

The text of .txt is the file's own, code point by code point, without the byte order mark; line ends
stay as they are. The text of any other format is what its reader makes of it.
"""

from __future__ import annotations

from pathlib import Path


class Unreadable(Exception):
    """A file that is no report that can be read; ``reason`` says why and what to do."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[Unreadable], tuple[Path, str]]:
        return Unreadable, (self.path, self.reason)
