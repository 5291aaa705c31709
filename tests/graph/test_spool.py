"""What waits on disk comes back as it was, and in order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.spool import Key, Sorted, Spool

KEYS = st.one_of(st.text(max_size=3), st.text("甲乙", max_size=1))


@given(st.lists(st.dictionaries(st.text(), st.lists(st.text()))))
def test_a_spool_holds_its_values_by_place(values: list[dict[str, list[str]]]) -> None:
    spool: Spool[dict[str, list[str]]] = Spool()
    for value in values:
        spool.append(value)
    assert [spool[at] for at in reversed(range(len(spool)))] == values[::-1]


@given(st.lists(st.tuples(KEYS, st.integers())), st.integers(1, 5))
def test_sorting_on_disk_is_sorting(records: list[tuple[Key, int]], held: int) -> None:
    found: Sorted[int] = Sorted(held)
    for key, value in records:
        found.add(key, value)
    in_order = sorted(records, key=lambda record: record[0])
    assert list(found) == in_order
    assert list(found) == in_order, "and again"
