from __future__ import annotations

from itertools import combinations

import pytest

from kg.page.layout import EM, ROW, Item, label_width, place


def items(first: int, labels: list[str], *anchors: int) -> list[Item]:
    return [Item(first + i, label, i % 4, anchors) for i, label in enumerate(labels)]


@pytest.mark.parametrize("hubs", [0, 1, 2, 5, 9, 40])
def test_no_two_labels_overlap(hubs: int) -> None:
    towns = items(0, [f"第{i}乡" for i in range(hubs)])
    words = ["法律明白人" * (1 + i % 2) for i in range(30)]
    shared = items(1000, words, *range(min(hubs, 3))) if hubs > 1 else []
    own = [i for hub in range(hubs) for i in items(2000 + 100 * hub, ["一案一回访制度"] * 20, hub)]
    places = place(towns, shared, own, items(90000, ["12场次"] * 9, *range(min(hubs, 1))))
    everything = [*towns, *shared, *own]
    assert places.keys() >= {i.key for i in everything}
    for one, other in combinations(everything, 2):
        (ax, ay), (bx, by) = places[one.key], places[other.key]
        apart = (label_width(one.label) + label_width(other.label)) / 2
        assert abs(ax - bx) >= apart or abs(ay - by) >= ROW - 1


def test_five_reports_are_readable_on_a_small_screen() -> None:
    towns = items(0, ["古堆乡", "多玛乡", "聂荣镇", "达果乡", "阿索乡"])
    shared = items(100, ["党委理论学习中心组", "民法典", "国家宪法日"] * 12, 0, 1, 2, 3, 4)
    own = [i for t in range(5) for i in items(1000 + 100 * t, ["重大行政决策程序"] * 28, t)]
    places = place(towns, shared, own, [])
    xs, ys = zip(*places.values(), strict=True)
    scale = min((1148 - 48) / (max(xs) - min(xs) + 170), (718 - 48) / (max(ys) - min(ys) + 30))
    assert scale * EM >= 10


def test_late_items_move_nothing() -> None:
    towns, own = items(0, ["甲乡", "乙乡"]), items(10, ["司法所", "派出所"], 0)
    without = place(towns, [], own, [])
    together = place(towns, [], own, items(50, ["12场次", "3次"], 0))
    assert without.items() <= together.items()


def test_what_is_shared_lies_between_those_who_share_it() -> None:
    towns = items(0, ["甲乡", "乙乡", "丙乡", "丁乡"])
    places = place(towns, items(10, ["民法典"], 0, 1, 2, 3), [], [])
    xs = [places[t.key][0] for t in towns]
    ys = [places[t.key][1] for t in towns]
    x, y = places[10]
    assert min(xs) < x < max(xs)
    assert min(ys) < y < max(ys)


def test_order_of_arrival_does_not_matter() -> None:
    towns = items(0, ["甲乡", "乙乡"])
    own = items(10, ["司法所", "派出所", "综治中心"], 1)
    assert place(towns, [], own, []) == place(towns, [], own[::-1], [])
