"""One document through the whole flow: file -> Document -> mentions -> linked -> claims.

The only place that knows the order of the steps. Pure but for ``read``, which opens one file, and
raises ``Unreadable`` for what is no report.
"""

from __future__ import annotations

from pathlib import Path

from kg import claims, documents, linking, mentions
from kg.documents.metadata import Row
from kg.lexicon import Lexicon
from kg.model import Document, Reading


def read(path: Path, lexicon: Lexicon, metadata: Row | None = None) -> Reading:
    """Read one file; ``metadata`` overrides what its text says of itself."""
    return understand(documents.load(path, lexicon=lexicon, metadata=metadata), lexicon)


def understand(document: Document, lexicon: Lexicon) -> Reading:
    """Return all that a document says: its mentions, linked, and its claims."""
    found = linking.link(document, mentions.find(document, lexicon), lexicon)
    return Reading(document, found, tuple(claims.claim(document, found, lexicon)))
