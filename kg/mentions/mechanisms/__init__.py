"""Mechanisms: standing arrangements named by a head noun, and named methods and brands.

Refused: a head that nothing names (完善工作机制), aims and slogans, and whatever stands in 《》.
"""

from __future__ import annotations

from kg.lexicon import Lexicon
from kg.mentions.mechanisms.brands import find_brands
from kg.mentions.mechanisms.phrases import find_phrases
from kg.model import Document, Mention


def find(document: Document, lexicon: Lexicon) -> list[Mention]:
    """Return every mechanism a document names."""
    return [*find_phrases(document, lexicon), *find_brands(document, lexicon)]
