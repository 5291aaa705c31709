"""A small network of three townships with a report, and one of very many townships."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx as nx

from kg import names
from kg.graph.evidence import Evidence
from kg.graph.network import Expected
from kg.model import (
    Concept,
    Document,
    Finding,
    Issuer,
    Level,
    Mention,
    Part,
    Passage,
    Quantity,
    Reading,
    Section,
    Source,
    Span,
)


def evidence(town: str, sentence: str, quote: str, **changes: Any) -> Evidence:
    start = small_reading().document.text.find(quote) if town == "甲乡" else 0
    told: dict[str, Any] = {
        "report_label": f"{town}2024年度报告",
        "document": f"{town}.txt",
        "part": "measures",
        "status": "done",
        "function": "",
        "at": sentence.index(quote),
    } | changes
    return Evidence(
        report=names.REPORT + town,
        start=start,
        end=start + len(quote),
        quote=quote,
        sentence=sentence,
        **told,
    )


def small_network() -> nx.MultiDiGraph:
    network = nx.MultiDiGraph()
    towns = {
        town: names.place(code) for town, code in (("甲乡", "1"), ("乙乡", "2"), ("丙镇", "3"))
    }
    for town, iri in towns.items():
        network.add_node(iri, label=town, type="Township", kind="", facts={"年度": ["2024"]})

    def add(iri: str, label: str, kind: str, kind_code: str, **facts: list[str]) -> str:
        network.add_node(iri, label=label, type=kind, kind=kind_code, facts=facts)
        return iri

    def link(town: str, target: str, edge: str, label: str, *proof: Evidence) -> None:
        network.add_edge(
            towns[town],
            target,
            key=names.gov(edge),
            predicate=names.gov(edge),
            label=label,
            evidence=proof,
        )

    civil = add(
        names.law("中华人民共和国民法典"),
        "中华人民共和国民法典",
        "Law",
        "LAW",
        简称=["民法典"],
        别名=["民事法典"],
        施行日期=["2021-01-01"],
    )
    study = "组织干部学习《民法典》和党内法规，开展普法活动12场次。"
    publicise = "向群众宣传民法典四次。"
    link("甲乡", civil, "cites", "引用", evidence("甲乡", study, "民法典", function="study"))
    link(
        "乙乡",
        civil,
        "cites",
        "引用",
        evidence("乙乡", publicise, "民法典", function="publicise"),
        evidence("乙乡", "明年继续宣传民法典。", "民法典", part="plan", status="planned"),
    )
    office = add(names.INSTITUTION + "1_司法所", "甲乡司法所", "Institution", "INST")
    link(
        "甲乡", office, "hasInstitution", "设有", evidence("甲乡", "甲乡司法所到位。", "甲乡司法所")
    )
    visit = add(names.concept("mech", "一案一回访制度"), "一案一回访制度", "Mechanism", "MECH")
    link(
        "丙镇",
        visit,
        "plans",
        "计划建立",
        evidence("丙镇", "拟建立一案一回访制度。", "一案一回访制度", part="plan", status="planned"),
    )
    count = add(
        names.OBSERVATION + "1", "普法活动 12场次", "Observation", "QUANTITY", 数值=["12场次"]
    )
    link("甲乡", count, "states", "数量", evidence("甲乡", study, "12场次"))
    county = add(names.place("10"), "子县", "County", "")
    for iri in towns.values():
        network.add_edge(
            iri,
            county,
            key=names.gov("within"),
            predicate=names.gov("within"),
            label="属于",
            evidence=(),
        )
    return network


def small_reading(text: str = "") -> Reading:
    """Read a report of 甲乡 by hand, whose words the small network rests on."""
    text = text or (
        "甲乡2024年度\n法治政府建设年度报告\n\n一、主要举措\n"
        "（一）普法。组织干部学习《民法典》和党内法规，开展普法活动12场次、发放资料0份。\n"
        "二、下一步打算\n拟培训“法律明白人”20余名。甲乡司法所到位。\n"
    )
    first, second = text.index("一、主要"), text.index("二、下一步")
    inner = text.index("（一）")

    def mention(words: str, kind: str, **more: Any) -> Mention:
        start = text.index(words)
        return Mention(Span(start, start + len(words)), words, kind, "by-hand", **more)

    def quantity(words: str, value: int, unit: str, counted: str, concept: str = "") -> Mention:
        number = Quantity(Decimal(value), unit, indicator=counted, concept=concept or None)
        return mention(words, "QUANTITY", quantity=number)

    document = Document(
        id="甲乡.txt",
        text=text,
        plain=text,
        offsets=tuple(range(len(text))),
        title=Span(0, text.index("\n\n")),
        year=2024,
        issuer=Issuer("甲乡", Level.TOWNSHIP),
        sections=(
            Section(Span(first, second), "一、", "主要举措", 1, Part.MEASURES),
            Section(Span(inner, second), "（一）", "普法", 2, Part.MEASURES, 0),
            Section(Span(second, len(text)), "二、", "下一步打算", 1, Part.PLAN),
        ),
        source=Source("甲乡.txt", "0" * 64, "text"),
    )
    mentions = (
        mention("甲乡", "PLACE", concept=names.place("1")),
        mention("民法典", "LAW", canonical="中华人民共和国民法典"),
        quantity("12场次", 12, "场次", "普法活动", INDICATORS[0].iri),
        quantity("0份", 0, "份", "资料", INDICATORS[1].iri),
        quantity("20余名", 20, "名", "法律明白人"),
        mention("甲乡司法所", "INST", canonical="司法所"),
        mention("党内法规", "LAW", flag="misspelt", canonical="中国共产党党内法规制定条例"),
    )
    return Reading(document, mentions, ())


def small_findings() -> dict[str, list[Finding]]:
    """Ask about two places of the small reading."""
    document = small_reading().document

    def finding(quote: str, code: str, message: str, **more: Any) -> Finding:
        start = document.text.index(quote)
        span = Span(start, start + len(quote))
        return Finding(
            code + quote,
            code,
            document.id,
            span,
            1,
            1,
            quote,
            message,
            "名称与规范名称不符。",
            **more,
        )

    other = Passage(document.id, Span(0, 2), "甲乡")
    return {
        document.id: [
            finding("0份", "number/unit", "单位是否有误？", others=(other,)),
            finding(
                "党内法规",
                "law/misspelt",
                "名称是否有误？",
                suggestion="中国共产党党内法规制定条例",
            ),
        ]
    }


EXPECTED = (
    Expected(names.law("中华人民共和国民法典"), "中华人民共和国民法典", "Law", ("Township",)),
    Expected(names.law("信访工作条例"), "信访工作条例", "Law", ("Township", "Street")),
    Expected(
        names.concept("role", "人民调解员"),
        "人民调解员",
        "Role",
        ("Township",),
        ((names.concept("mech", "一案一回访制度"), "一案一回访制度"),),
    ),
    Expected(names.law("重大行政决策程序暂行条例"), "重大行政决策程序暂行条例", "Law", ("County",)),
)

INDICATORS = tuple(
    Concept(names.concept("indicator", label), "Indicator", label)
    for label in ("普法活动", "宣传资料", "行政复议案件")
)


def write(page: str, path: Path) -> None:
    """Write a page as ``kg build`` does."""
    path.write_bytes(page.encode("utf-8", "replace"))


def many_townships(number: int, *, provinces: int = 4, shared: int = 0) -> nx.MultiDiGraph:
    """Make a network of many townships that lie in few provinces, each with something of its own.

    All of them mention one law, and ``shared`` bodies beside it.
    """
    network = nx.MultiDiGraph()
    law = names.law("中华人民共和国民法典")
    network.add_node(law, label="中华人民共和国民法典", type="Law", kind="LAW", facts={})
    bodies = {
        names.concept("inst", f"第{n}综合服务中心"): f"第{n}综合服务中心" for n in range(shared)
    }
    for iri, label in bodies.items():
        network.add_node(iri, label=label, type="InstitutionType", kind="", facts={})
    for n in range(number):
        province = names.place(str(10 + n % provinces))
        label = f"第{n % provinces}省"
        network.add_node(province, label=label, type="Province", kind="", facts={})
        county = names.place(f"{1000 + n}")
        network.add_node(county, label=f"第{n}县", type="County", kind="", facts={})
        town, mech = names.place(f"{100000 + n}"), names.concept("mech", f"第{n}制度")
        network.add_node(town, label=f"第{n}乡", type="Township", kind="", facts={})
        network.add_node(mech, label=f"第{n}制度", type="Mechanism", kind="MECH", facts={})
        within = names.gov("within")
        for low, high in ((town, county), (county, province)):
            network.add_edge(low, high, key=within, predicate=within, label="属于", evidence=())
        for item, words in ((law, "民法典"), (mech, f"第{n}制度"), *bodies.items()):
            proof = evidence(f"第{n}乡", f"第{n}乡学习{words}。", words)
            network.add_edge(
                town, item, key="says", predicate="says", label="写到", evidence=(proof,)
            )
    return network
