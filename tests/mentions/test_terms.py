"""Classes without an extractor of their own are found and linked by their labels."""

from __future__ import annotations

from kg import documents
from kg.linking import terms as linking
from kg.mentions import terms
from kg.model import Mention, Span
from tests.accuracy import shared_lexicon


def test_labels_of_the_classes_left_are_found() -> None:
    lexicon = shared_lexicon()
    document = documents.from_text("镇司法所到村调解。", name="短文.txt", lexicon=lexicon)
    others = [kind for kind in lexicon.classes if kind != "INST"]
    found = list(terms.other_than(*others)(document, lexicon))
    assert [(m.text, m.kind) for m in found] == [("司法所", "INST")]


def test_classes_with_an_extractor_are_left_out() -> None:
    lexicon = shared_lexicon()
    document = documents.from_text("镇司法所到村调解。", name="短文.txt", lexicon=lexicon)
    assert list(terms.other_than(*lexicon.classes)(document, lexicon)) == []


def test_a_label_means_its_concept_and_any_other_word_a_provisional_one() -> None:
    lexicon = shared_lexicon()
    document = documents.from_text("司法局与某新站", name="短文.txt", lexicon=lexicon)
    mentions = [
        Mention(Span(0, 3), "司法局", "INST", "term"),
        Mention(Span(4, 7), "某新站", "INST", "term"),
    ]
    known, provisional = linking.link(document, mentions, lexicon)
    assert known.concept in lexicon.concepts
    assert provisional.canonical == "某新站"
    assert provisional.concept not in lexicon.concepts
