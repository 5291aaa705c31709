"""Whatever the text, reading it holds what the types promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import documents
from kg.model import Reading
from kg.reading import understand
from kg.traditional import SIMPLIFIED, TRADITIONAL
from tests.accuracy import SEEDS, shared_lexicon

PIECES = st.sampled_from(
    ("一、", "（一）", "1.", "一是", "《宪法》", "《", "》", "“", "”", "12", "场次", "3.15", "·", "2024年", "县", "乡",
     "多玛乡", "安多县", "玉树州", "法", "条例", "机制", "制度", "体系", "等", "、", "，", "。", "：", "司法所", "党委",
     "政府", "领导小组", "纠纷", "调解员", "100%", "万元", "近", "余", "百", "千", "建立", "完善", "的", "新", "将",
     "\n", "\t", "\u00a0", "\u3000", " ", "😀", "(", ")", ",", "民法典", "《民法典", "（2021—2025年）",
     "一案一回访", "“一案一回访”制度", "同比下降", "由", "降至", "件", "6OO", "国家宪法日", "12·4", "街道", "办")
)  # fmt: skip
SOUP = st.lists(PIECES | st.text(max_size=6), max_size=60).map("".join)


def check(reading: Reading) -> None:
    document = reading.document
    assert len(document.plain) == len(document.offsets)
    assert list(document.offsets) == sorted(set(document.offsets))
    places = [(m.span.start, -m.span.end) for m in reading.mentions]
    assert places == sorted(places)
    for mention in reading.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(document.text)
        assert document.quote(mention.span) == mention.text
        assert not (mention.concept and mention.candidates)
        assert len(mention.candidates) != 1
        assert mention.canonical
    for one, other in zip(reading.mentions, reading.mentions[1:], strict=False):
        assert one.kind != other.kind or (
            one.span.end <= other.span.start or other.span.end <= one.span.start
        )
    for claim in reading.claims:
        assert claim.evidence in reading.mentions


@settings(max_examples=300, deadline=None)
@given(SOUP)
def test_any_text_is_read(text: str) -> None:
    lexicon = shared_lexicon()
    check(understand(documents.from_text(text, name="soup.txt", lexicon=lexicon), lexicon))


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda p: p.stem)
def test_a_report_is_read_the_same_twice(path: Path) -> None:
    lexicon = shared_lexicon()
    text = path.read_text("utf-8")
    first = understand(documents.from_text(text, name=path.name, lexicon=lexicon), lexicon)
    check(first)
    again = documents.from_text(text, name=path.name, lexicon=lexicon)
    assert understand(again, lexicon) == first


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda p: p.stem)
def test_every_beginning_and_end_of_a_report_is_read(path: Path) -> None:
    lexicon = shared_lexicon()
    text = path.read_text("utf-8")
    for cut in range(0, len(text), 97):
        for piece in (text[:cut], text[cut:]):
            check(understand(documents.from_text(piece, name="cut.txt", lexicon=lexicon), lexicon))


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda p: p.stem)
def test_traditional_characters_read_the_same(path: Path) -> None:
    lexicon = shared_lexicon()
    text = path.read_text("utf-8")
    traditional = text.translate(str.maketrans(SIMPLIFIED, TRADITIONAL))
    assert traditional != text
    read, again = (
        understand(documents.from_text(words, name="名", lexicon=lexicon), lexicon)
        for words in (text, traditional)
    )
    assert [(m.kind, m.span) for m in again.mentions] == [(m.kind, m.span) for m in read.mentions]
