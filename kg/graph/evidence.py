"""The words a fact rests on."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Span

_STOPS = "。！？；!?;\n"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A quote from one report, where it stands, and what the report claims by it.

    ``start`` and ``end`` are code points into the report's text, ``at`` is one into the sentence,
    where the quote begins. ``function`` is "" for what is no law.
    """

    report: str
    start: int
    end: int
    quote: str
    sentence: str
    at: int
    report_label: str
    document: str
    part: str
    status: str
    function: str = ""


def sentence_at(text: str, start: int, end: int) -> Span:
    """Return where the sentence that holds a span stands, without the blanks about it.

    >>> text = "建立制度。 设立司法所；配备人员。"
    >>> sentence = sentence_at(text, 8, 11)
    >>> text[sentence.start : sentence.end]
    '设立司法所；'
    """
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    ends = [found for stop in _STOPS if (found := text.find(stop, max(start, end - 1))) >= 0]
    whole = text[first : min(ends, default=len(text)) + 1]
    first += len(whole) - len(whole.lstrip())
    return Span(min(first, start), max(first + len(whole.strip()), end))
