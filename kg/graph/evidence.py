"""The words a fact rests on."""

from __future__ import annotations

from dataclasses import dataclass

_STOPS = "。！？；!?;\n"


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A quote from one report, where it stands, and what the report claims by it.

    ``start`` and ``end`` are code points into the report's text. ``function`` is "" for what is no
    law.
    """

    report: str
    start: int
    end: int
    quote: str
    sentence: str
    report_label: str
    document: str
    part: str
    status: str
    function: str = ""


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence around a span, without the blanks about it.

    >>> sentence_at("建立制度。设立司法所；配备人员。", 7, 10)
    '设立司法所；'
    """
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    ends = [found for stop in _STOPS if (found := text.find(stop, max(start, end - 1))) >= 0]
    return text[first : min(ends, default=len(text)) + 1].strip()
