"""Mechanisms by their plain name: without quotation marks, 新, 等 and 年度.

The entry is the one that bears the name. An entry's other names (``skos:altLabel``) stay what they
are, hidden ones give way to its label (重大行政决策法定程序 is 重大行政决策程序, as are its steps
listed before 程序). A name without an entry becomes a provisional concept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg import names
from kg.characters import fold
from kg.lexicon import Lexicon, bare_form
from kg.linking.reference import refer
from kg.model import Document, Mention

_QUOTES = re.compile('[“”"‘’「」『』]')
_HEAD = "(?:机制|制度|体系|责任制|模式|清单|程序|格局)"
_NEW = re.compile(f"新(?=(?:工作|型)?{_HEAD})")
_YEARLY = re.compile("(?:20\\d\\d)?年度")
_ET_CETERA = re.compile(
    f"等(?=(?:各项|几项|[一二三四五六七八九十\\d]+项|配套|相关|有关|工作)?{_HEAD}$)"
)
_TOPIC = re.compile("^对.{2,20}?工作(?=.{4,}的)")
_STUDY_GROUP = re.compile(
    "(?:党委|党工委|党组|党委（党组）)?(?:理论)?(?:学习)?中心组(?=学|集体|理论|第一|制|会)"
)
_DECISION_STEP = re.compile("公众参与|专家论证|风险评估|合法性审[查核]|集体讨论决定")
_DECISION = "重大行政决策程序"


def link(document: Document, mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the mentions of mechanisms with their plain name and its entry."""
    known = lexicon.labels.get("MECH", {})
    for mention in mentions:
        name = plain_name(mention.text)
        concept = known.get(name)
        if concept and name != concept.canonical and name not in map(bare_form, concept.labels):
            name = concept.canonical
        iri = concept.iri if concept else names.concept("mech", name)
        yield refer(mention, name, iri)


@lru_cache(maxsize=1 << 10)
def plain_name(text: str) -> str:
    """Return a mechanism's name without what does not tell it from others.

    >>> plain_name("“普法”新模式"), plain_name("年度信访工作联席会议制度")
    ('普法模式', '信访工作联席会议制度')
    >>> plain_name("“一案一回訪”制度")
    '一案一回访制度'
    >>> plain_name("公众参与、专家论证、风险评估等法定程序")
    '重大行政决策程序'
    """
    name = "".join(_QUOTES.sub("", fold(text)).split())
    if name.endswith("程序") and len(_DECISION_STEP.findall(name)) >= 2:
        return _DECISION
    if "年度" in name:
        name = _YEARLY.sub("", name)
    name = _TOPIC.sub("", _NEW.sub("", _ET_CETERA.sub("", name)))
    return _STUDY_GROUP.sub(_full_study_group, name) if "中心组" in name else name


def _full_study_group(match: re.Match[str]) -> str:
    body = re.match("党委（党组）|党工委|党委|党组", match[0])
    return f"{body[0] if body else ''}理论学习中心组"
