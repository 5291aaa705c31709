"""Web pages: the report's own lines, without the page around it.

Lines made of links go, and what stands above the title and below the page's own footer.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from kg.documents.plain import flatten
from kg.documents.readers.content import Content, Refused, from_lines
from kg.documents.readers.text import decode
from kg.documents.title import find_title

_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "br", "caption", "center", "dd", "div",
    "dl", "dt", "fieldset", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li",
    "main", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "title", "tr",
    "ul",
})  # fmt: skip
_UNSEEN = frozenset({
    "aside", "button", "footer", "form", "head", "header", "iframe", "nav", "noscript",
    "script", "select", "style", "svg", "template",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source",
    "track", "wbr",
})  # fmt: skip
_HEADING = re.compile(r"h([1-6])$")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_FOOTER = re.compile(
    r"版权所有|ICP备|公网安备|网站标识码|技术支持|主办单位|打印本页|关闭窗口|扫一扫|上一篇|下一篇"
)
_BOLD_LEVEL = 7


class _Lines(HTMLParser):
    """Collects lines: words, heading level, how many characters are links and how many bold."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[str, int]] = []
        self._words: list[str] = []
        self._links = self._bold = self._level = 0
        self._open: list[str] = []
        self._unseen_at: int | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_line()
        elif tag in ("td", "th") and self._words:
            self._words.append(" | ")
        if tag in _VOID:
            return
        if heading := _HEADING.match(tag):
            self._level = int(heading[1])
        hidden = any(name == "style" and _HIDDEN.search(value or "") for name, value in attrs)
        if self._unseen_at is None and (tag in _UNSEEN or hidden):
            self._unseen_at = len(self._open)
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_line()
        if tag not in self._open:
            return
        while self._open.pop() != tag:
            pass
        if self._unseen_at is not None and len(self._open) <= self._unseen_at:
            self._unseen_at = None

    def handle_data(self, data: str) -> None:
        if self._unseen_at is not None:
            return
        words = re.sub(r"[ \t\r\n\f]+", " ", data)
        self._words.append(words)
        size = len(words.strip())
        if "a" in self._open:
            self._links += size
        if "strong" in self._open or "b" in self._open:
            self._bold += size

    def end_line(self) -> None:
        words = "".join(self._words).strip(" |")
        if words and self._links * 2 <= len(words):
            bold = self._bold * 10 >= len(words) * 9
            self.lines.append((words, self._level or (_BOLD_LEVEL if bold else 0)))
        self._words = []
        self._links = self._bold = self._level = 0


def read_html(data: bytes) -> Content:
    """Return the lines of the report that a page holds."""
    parser = _Lines()
    parser.feed(decode(data))
    parser.close()
    parser.end_line()
    lines = parser.lines
    if not lines:
        raise Refused("the page holds no words; save it with its text, not only its frame")
    plain = flatten("\n".join(words for words, _ in lines)).text
    begin, end = find_title(plain)
    first = plain[:begin].count("\n") if end else 0
    body = lines[first:]
    for index in range(len(body) * 2 // 3, len(body)):
        if _FOOTER.search(body[index][0]):
            body = body[:index]
            break
    return from_lines(body, "html")
