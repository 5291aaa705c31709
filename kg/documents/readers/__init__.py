"""A file's bytes -> its text, one reader per format; what cannot be read says what to do about it.

The text of a .txt file is what its bytes decode to, code point by code point: a byte order mark
and line ends stay, so that an offset means the same to whoever opens the file. The text of another
format is what its reader makes of it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.documents.readers.content import Content, Refused
from kg.documents.readers.docx import read_docx
from kg.documents.readers.html import read_html
from kg.documents.readers.markdown import read_markdown
from kg.documents.readers.pdf import read_pdf
from kg.documents.readers.text import read_text

LARGEST = 20 * 1024 * 1024
LONGEST = 1_000_000
READERS: dict[str, Callable[[bytes], Content]] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".docx": read_docx,
    ".pdf": read_pdf,
}
_SAVE_AS = {
    ".doc": "a Word 97 file; save it as .docx",
    ".wps": "a WPS file; save it as .docx",
    ".ofd": "an OFD file; save it as .pdf with its text",
    ".rtf": "an RTF file; save it as .docx",
    ".odt": "an OpenDocument file; save it as .docx",
}
SUFFIXES = frozenset({*READERS, *_SAVE_AS})
"""What may hold a report: the formats that are read, and those it must be saved from."""
_SIGNATURES = {b"%PDF-": ".pdf", b"PK\x03\x04": ".docx", b"\xd0\xcf\x11\xe0": ".doc"}


class Unreadable(Exception):
    """A file that is no report that can be read; ``reason`` says why and what to do."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[Unreadable], tuple[Path, str]]:
        return Unreadable, (self.path, self.reason)


def read(path: Path) -> tuple[bytes, Content]:
    """Read a file; raises ``Unreadable`` for what is no readable text."""
    try:
        data = _bytes(path)
        content = READERS[_format(path, data)](data)
    except Refused as refused:
        raise Unreadable(path, str(refused)) from refused.__cause__
    except OSError as error:
        raise Unreadable(path, f"cannot be opened: {error.strerror}") from error
    if len(content.text) > LONGEST:
        raise Unreadable(path, f"more than {LONGEST:,} characters: hardly one report; split it")
    if not content.text.strip("\ufeff \n"):
        raise Unreadable(path, "holds no words; check that it is the right file")
    return data, content


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise Refused("a folder, not a file")
    if not path.exists():
        raise Refused("no such file; check the path")
    if path.stat().st_size > LARGEST:
        raise Refused(f"larger than {LARGEST >> 20} MB: hardly one report; split it")
    data = path.read_bytes()
    if not data.strip():
        raise Refused("the file is empty")
    return data


def _format(path: Path, data: bytes) -> str:
    suffix = path.suffix.lower()
    if suffix in _SAVE_AS:
        raise Refused(_SAVE_AS[suffix])
    if suffix not in READERS:
        kinds = ", ".join(sorted(READERS))
        raise Refused(f"{suffix or 'no suffix'} is no format that can be read ({kinds})")
    true = next((kind for start, kind in _SIGNATURES.items() if data.startswith(start)), None)
    if true and true != suffix:
        raise Refused(f"holds a {true} file under the name of a {suffix} file; rename it")
    return suffix
