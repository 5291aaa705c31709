from __future__ import annotations

import pytest

from kg import documents, linking, names
from kg.mentions import disputes, settle
from tests.accuracy import shared_lexicon


@pytest.mark.parametrize(
    ("text", "canonical", "entry"),
    [
        ("化解邻里矛盾纠纷。", "邻里纠纷", "邻里纠纷"),
        ("化解鄰里矛盾糾紛。", "邻里纠纷", "邻里纠纷"),
        ("化解劳动争议。", "劳动争议", "劳动争议"),
        ("化解家事纠纷。", "家事纠纷", "家庭纠纷"),
        ("化解邻里、土地等纠纷。", "邻里、土地纠纷", ""),
    ],
)
def test_a_dispute_by_its_bare_kind(text: str, canonical: str, entry: str) -> None:
    lexicon = shared_lexicon()
    document = documents.from_text(text, name="row", lexicon=lexicon)
    mentions = settle(disputes.find(document, lexicon), lexicon)
    (linked,) = linking.link(document, mentions, lexicon)
    assert linked.canonical == canonical
    assert linked.concept == names.concept("dispute", entry or canonical)
