"""Places: every level of a chain is a mention of its own (安多县 | 多玛乡).

A full name, or a short form with its suffix, counts where no longer word begins in it (平江县域
no, 多玛乡长治久安 yes). A name that is an ordinary word too counts only in a chain, in the title,
before its government, as the issuer's or with its county in the text. A bare 乡, 县, 我乡 and a
name without suffix never do. What a name refers to is decided when it is linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.lexicon import Lexicon
from kg.lexicon.places import Gazetteer, Hit
from kg.model import Document, Level, Mention

_NOT_BEFORE = {
    "乡": re.compile("[镇村亲音愁贤邻风规]|情(?!况)|土(?!地)"),
    "镇": re.compile("[化域]"),
    "县": re.compile("[域情志]|局(?!部)|城(?![市乡管建投关区厢镇东西南北中郊])"),
    "市": re.compile("[场面容]|民(?![政族宗兵航生间办法])|区(?!委)|政(?=[工设公道管园基])"),
    "区": re.compile("[域块别间位]|划(?!分)"),
    "省": re.compile("会(?!议)|道"),
    "旗": re.compile("[帜舰]"),
}
_NEVER = re.compile("$^")

_UNKNOWN = re.compile(r"([\u4e00-\u9fff]{2,5}?)(街道|苏木|镇|乡)(?![镇村])")
_UNKNOWN_NOT = re.compile(
    "[各全我本该每个的在和与及同对为由被把将向从到是有等内外下属所辖两三多级直设党委政府局办乡镇街县区市村]"
    "|中心|重点|特色|小城|试点|示范|先进|农村|集体|组织|开展|相关|部分|其他|基层|建制"
)
_VILLAGE = re.compile(
    r"([\u4e00-\u9fff]{2,4}?)(村|社区|嘎查)(?=民委员会|委会|民|党|两委|[，、。；）”的]|$)"
)
_VILLAGE_NOT = re.compile(
    "[各全我本该每个的在和与及同对为由被把将向从到是有等内外属所辖两三多级直驻入进下乡镇街道县区市]"
    "|中心|重点|特色|试点|示范|先进|农|行政|自然|组织|开展|召集|建设|部分|其他|基层|帮扶|文明|美丽|贫困"
)


def find(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the places a document names."""
    plain = document.plain
    gazetteer = lexicon.places
    hits = _believed(document, gazetteer, _bounded(plain, gazetteer))
    named = [("place-name", hit.start, hit.end) for hit in hits]
    named += [("place-issuer", a, b) for a, b in _issuer(document)]
    named += [("place-below", a, b) for a, b in _below(plain, gazetteer, hits)]
    for rule, start, end in named:
        span = document.span(start, end)
        yield Mention(span=span, text=document.quote(span), kind="PLACE", rule=rule)


def _bounded(plain: str, gazetteer: Gazetteer) -> list[Hit]:
    """Return the names found that no longer word swallows on their right."""
    return [
        hit
        for hit in gazetteer.find(plain)
        if not _NOT_BEFORE.get(hit.name[-1], _NEVER).match(plain, hit.end)
    ]


_GOVERNS = re.compile(
    "(?:人民)?政府|[县区市旗]委|党委|党工委|办事处|人民法院|人民检察院|公安局|司法局|(?:人大|政协)(?:常委会)?[，、。]"
)
"""What stands after a place alone: 范县人民政府, not 示范县级."""
_OPENS = re.compile(r"[^\u4e00-\u9fff]|[共由与和同向]")


def _believed(document: Document, gazetteer: Gazetteer, hits: Sequence[Hit]) -> list[Hit]:
    """Leave out the names that need company and have none."""
    doubtful = [hit for hit in hits if gazetteer.needs_company(hit.name)]
    if not doubtful:
        return list(hits)
    issuer = document.issuer
    homes = {c for c in (issuer.place, *issuer.candidates) if c}
    sure = [hit for hit in hits if hit not in doubtful]
    company = {p.code for home in homes for p in gazetteer.chain(home)[1:]}
    company |= {code for hit in sure for code in hit.codes if len(code) < 9}
    company |= {p.code for h in sure if len(h.codes) == 1 for p in gazetteer.chain(h.codes[0])}
    title_end = document.title.end
    kept = list(sure)
    for hit in doubtful:
        if _chained(hit, hits) or (
            not gazetteer.inside_word(document.plain, hit)
            and (
                document.offsets[hit.start] < title_end
                or _governs(document.plain, hit)
                or (len(hit.name) > 2 and not company.isdisjoint(hit.codes))
                or any(home.startswith(code) for home in homes for code in hit.codes)
                or (
                    len(hit.name) > 2
                    and any(gazetteer.superior(code) in company for code in hit.codes)
                )
            )
        ):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _governs(plain: str, hit: Hit) -> bool:
    """Whether what follows a name is its government, and nothing could begin it on its left."""
    opens = hit.start == 0 or _OPENS.match(plain, hit.start - 1)
    return bool(opens and _GOVERNS.match(plain, hit.end))


def _chained(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a name stands right after a place it lies in, or right before one that lies in it."""
    return any(
        (other.end == hit.start and _lies_in(hit, other))
        or (hit.end == other.start and _lies_in(other, hit))
        for other in hits
    )


def _lies_in(lower: Hit, upper: Hit) -> bool:
    return any(c != u and c.startswith(u) for c in lower.codes for u in upper.codes)


def _issuer(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where the issuer's own name stands, known to the gazetteer or not."""
    issuer = document.issuer
    if issuer.level is Level.BUREAU or len(issuer.name) < 3:
        return
    short = f"|{re.escape(issuer.name[:-1])}(?!道)" if issuer.name.endswith("街道") else ""
    for match in re.finditer(f"{re.escape(issuer.name)}{short}", document.plain):
        if not _NOT_BEFORE.get(match[0][-1], _NEVER).match(document.plain, match.end()):
            yield match.start(), match.end()


def _below(plain: str, gazetteer: Gazetteer, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """Yield the townships and villages the gazetteer lacks, right after the place they lie in."""
    starts = {hit.start for hit in hits}
    for hit in hits:
        if hit.end in starts:
            continue
        lengths = {len(code) for code in hit.codes}
        if 6 in lengths:
            unknown = _UNKNOWN.match(plain, hit.end)
            if unknown and not _UNKNOWN_NOT.search(unknown[1]):
                yield unknown.start(), unknown.end()
        elif 9 in lengths:
            village = _VILLAGE.match(plain, hit.end)
            if village and not _VILLAGE_NOT.search(village[1]):
                yield village.start(), village.end()
