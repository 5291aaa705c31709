from __future__ import annotations

import pytest

from kg import documents, linking, names
from kg.mentions import days, settle
from kg.model import Mention
from tests.accuracy import shared_lexicon


def linked(text: str) -> Mention:
    lexicon = shared_lexicon()
    document = documents.from_text(text, name="row", lexicon=lexicon)
    (one,) = linking.link(document, settle(days.find(document, lexicon), lexicon), lexicon)
    return one


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("“12·4”宪法日", "国家宪法日"),
        ("“3.8”妇女权益保护法，", "国际妇女节"),
        ("“6·26”禁毒集中宣传日", "国际禁毒日"),
        ("消费者权益保护日", "国际消费者权益日"),
    ],
)
def test_a_day_is_its_entry(text: str, entry: str) -> None:
    assert linked(text).concept == names.concept("day", entry)


def test_a_law_named_as_a_day_is_flagged() -> None:
    assert linked("“3.15”消费者权益法、").flag == "misnamed"


def test_a_free_name_on_a_date_of_several_stays_ambiguous() -> None:
    one = linked("“4·26”法治宣讲日")
    assert one.concept is None
    assert len(one.candidates) > 1
    assert one.canonical == "04-26"


def test_a_name_without_an_entry_is_provisional() -> None:
    one = linked("牧区法治宣传月")
    assert (one.concept, one.canonical) == (
        names.concept("day", "牧区法治宣传月"),
        "牧区法治宣传月",
    )
