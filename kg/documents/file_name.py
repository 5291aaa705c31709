"""A file's name as people read it, whatever bytes the file system keeps it in.

Archives made on Chinese Windows unpack to names in GBK, and a locale without UTF-8 decodes every
Chinese name to surrogates, which no graph, page or terminal can hold.
"""

from __future__ import annotations

import os
from pathlib import Path


def readable(path: Path | str) -> str:
    """Return a path as text that can be written: its bytes as UTF-8, else as GB18030.

    >>> readable("乙乡.txt"), readable(os.fsdecode("乙乡.txt".encode("gbk")))
    ('乙乡.txt', '乙乡.txt')
    """
    try:
        data = os.fsencode(path)
    except UnicodeEncodeError:
        data = str(path).encode("utf-8", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")
