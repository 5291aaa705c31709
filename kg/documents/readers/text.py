"""Plain text files: UTF-8, else what Chinese office software writes, else a guess."""

from __future__ import annotations

import codecs
import re

from kg.documents.readers.content import Content, Refused

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ODD = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ue000-\uf8ff]")
_MOST_ODD = 0.01
_MOST_DAMAGED = 0.005


def read_text(data: bytes) -> Content:
    """Return the file's own text, byte order mark and line ends included."""
    return Content(decode(data), "txt")


def decode(data: bytes) -> str:
    """Decode the bytes of a Chinese text; raises ``Refused`` for what is none.

    A few damaged bytes become U+FFFD, and the rest stays readable.

    >>> decode("法治".encode("gb18030"))
    '法治'
    """
    if data.startswith(_UTF16):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError as error:
            raise Refused("damaged UTF-16; save it as UTF-8") from error
    if b"\x00" in data:
        raise Refused("a binary file, not a text")
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, "replace")
        damaged, odd = text.count("\ufffd"), len(_ODD.findall(text))
        if damaged <= _MOST_DAMAGED * len(text) and odd <= _MOST_ODD * len(text):
            return text
    return _guess(data)


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise Refused("neither UTF-8 nor GB18030; save it as UTF-8")
    return str(best)
