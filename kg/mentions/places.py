"""Places: every level of a chain is a mention of its own (安多县 | 多玛乡).

A full name, or a short form with its suffix, counts where no longer word begins in it (平江县域
no, 多玛乡长治久安 yes). A name that is an ordinary word too counts only in a chain, in the title,
before its government, as the issuer's or with its county in the text. A bare 乡, 县, 我乡 and a
name without suffix never do. What a name refers to is decided when it is linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.characters import places_of
from kg.lexicon import Lexicon
from kg.lexicon.place_names import sounds_ordinary
from kg.lexicon.places import Gazetteer, Hit
from kg.model import Document, Level, Mention

_NOT_BEFORE = {
    "乡": re.compile("[镇亲音愁贤邻风规]|村(?![级民委居组党支规务])|情(?!况)|土(?!地)"),
    "镇": re.compile("[化域]"),
    "县": re.compile("[域情志]|局(?!部)|城(?![市乡管建投关区厢镇东西南北中郊])"),
    "市": re.compile("[场面容]|民(?![政族宗兵航生间办法])|区(?!委)|政(?=[工设公道管园基])"),
    "区": re.compile("[域块别间位]|划(?!分)"),
    "省": re.compile("会(?!议)|道(?!路)"),
    "旗": re.compile("[帜舰]"),
}
_NEVER = re.compile("$^")

_LETTER = (
    "(?:(?![各全我本该每个的在与及同对为由被把将向从到是有等内外属辖两几多某级直驻入进下包乡镇街县区市村户组名农])"
    r"[\u4e00-\u9fff])"
)
"""What a name unknown to the gazetteer may hold: not 多玛乡|各村, not 安多县|边境乡镇."""
_TOWNSHIP = re.compile(rf"({_LETTER}{{2,5}}?)(?:街道|苏木|镇|乡)(?![镇村])")
_COUNTY = re.compile(rf"({_LETTER}{{2,4}}?)[县市区旗](?![场民域])")
_VILLAGE_END = (
    "(?:村|社区|嘎查)(?=等|党|两委|村民|村?委会|居委会|便民|开展|召开|举办|设立|建立|建成|打造|荣?获|被|成功|入选"
    "|[和与及以为在的]|(?![（“])[^\\u4e00-\\u9fff]|$)"
)
_VILLAGE = re.compile(rf"({_LETTER}{{2,4}}?){_VILLAGE_END}")
_VILLAGE_ALONE = re.compile("(?:村|社区|嘎查)(?![级里内中口头庄小史规干企医工矫（])")
_SET_APART = re.compile(_VILLAGE_END)
_LISTS = ("、", "和", "及", "与")
_GONE_TO = re.compile(rf"(?:(?<=[在于到赴])|(?<=深入|走进)){_LETTER}{{2,3}}")
_APART = re.compile(
    rf"(?:(?<=[、在于到赴由如辖])|(?<=村[和与及])|(?<=社区[和与及])){_LETTER}{{2,3}}"
)
_FIRST = re.compile(rf"(?<![\u4e00-\u9fff]){_LETTER}{{2,3}}")
_OPENS_NAME = frozenset("、在于到赴由如辖和及与入进")
"""What a village's name begins behind, beside marks and figures."""
_HONOURED = re.compile(
    "荣?获|被|成功|入选|[、和与]|推行|建[成起]|创成|创建|实行|推出|探索|人民调解|调委会|党(?:总?支|委)|村?委会"
)
"""What follows a village whose name begins a clause: 东湖村获评, not 成立村委会."""


def find(document: Document, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield the places a document names."""
    plain = document.plain
    gazetteer = lexicon.places
    hits = _believed(document, gazetteer, _bounded(plain, gazetteer))
    named = [("place-name", hit.start, hit.end) for hit in hits]
    named += [("place-issuer", a, b) for a, b in _issuer(document, gazetteer)]
    named += [("place-below", a, b) for a, b in _below(plain, gazetteer, hits)]
    named += [("place-village", a, b) for a, b in _villages(document, gazetteer)]
    for rule, start, end in named:
        yield document.mention(start, end, "PLACE", rule)


def _bounded(plain: str, gazetteer: Gazetteer) -> list[Hit]:
    """Return the names found that no longer word swallows on their right.

    What looks like one is none where a place inside begins there: 商丘市|民权县.
    """
    hits = gazetteer.find(plain)
    starting = {hit.start: hit for hit in hits}
    return [
        hit
        for hit in hits
        if not _NOT_BEFORE.get(hit.name[-1], _NEVER).match(plain, hit.end)
        or (hit.end in starting and _lies_in(starting[hit.end], hit))
    ]


_GOVERNS = re.compile(
    "(?:人民)?政府|委(?!托)|党委|党工委|办事处|人民法院|人民检察院|公安局|司法局|(?:人大|政协)(?:常委会)?[，、。]"
)
"""What stands after a place alone: 范县人民政府, not 示范县级."""
_JOINS = "和与及同"
_OPENS = re.compile(r"[^\u4e00-\u9fff]|[共由与和同向]")


def _believed(document: Document, gazetteer: Gazetteer, hits: Sequence[Hit]) -> list[Hit]:
    """Leave out the names that need company and have none."""
    sure = [hit for hit in hits if not gazetteer.needs_company(hit.name)]
    if len(sure) == len(hits):
        return sure
    issuer = document.issuer
    homes = {h for c in (issuer.place, *issuer.candidates) if c for h in gazetteer.lineage(c)}
    company = homes | {code for hit in sure for code in hit.codes if len(code) < 9}
    company |= {c for h in sure if len(h.codes) == 1 for c in gazetteer.lineage(h.codes[0])}
    starting, ending = {hit.start: hit for hit in hits}, {hit.end: hit for hit in hits}

    def in_company(hit: Hit) -> bool:
        if len(hit.name) == 2:
            return not homes.isdisjoint(hit.codes)
        return any(c in company or gazetteer.superior(c) in company for c in hit.codes)

    return [
        hit
        for hit in hits
        if not gazetteer.needs_company(hit.name)
        or _chained(hit, ending.get(hit.start), starting.get(hit.end))
        or (
            not gazetteer.inside_word(document.plain, hit.start, hit.name)
            and (
                document.offsets[hit.start] < document.title.end
                or _governs(document.plain, hit)
                or in_company(hit)
            )
        )
    ]


def _governs(plain: str, hit: Hit) -> bool:
    """Whether what follows a name is its government, and nothing could begin it on its left."""
    if len(hit.name) == 2 and hit.name[0] in _JOINS:
        return False  # 《行政处罚法》和|县委
    opens = hit.start == 0 or _OPENS.match(plain, hit.start - 1)
    return bool(opens and _GOVERNS.match(plain, hit.end))


def _chained(hit: Hit, before: Hit | None, after: Hit | None) -> bool:
    """Whether a name stands right after a place it lies in, or right before one that lies in it."""
    return bool((before and _lies_in(hit, before)) or (after and _lies_in(after, hit)))


def _lies_in(lower: Hit, upper: Hit) -> bool:
    return any(c != u and c.startswith(u) for c in lower.codes for u in upper.codes)


def _issuer(document: Document, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield where the issuer's own name stands, known to the gazetteer or not."""
    issuer = document.issuer
    if issuer.level is Level.BUREAU or len(issuer.name) < 3:
        return
    plain, end = document.plain, 0
    # 新市街 is short for 新市街道.
    written = issuer.name.removesuffix("道") if issuer.name.endswith("街道") else issuer.name
    while (start := plain.find(written, end)) >= 0:
        end = start + len(written)
        end += written != issuer.name and plain.startswith("道", end)
        followed = _NOT_BEFORE.get(plain[end - 1], _NEVER).match(plain, end)
        if not followed and not gazetteer.inside_word(plain, start, plain[start:end]):
            yield start, end


def _below(plain: str, gazetteer: Gazetteer, hits: Sequence[Hit]) -> Iterator[tuple[int, int]]:
    """Yield what the gazetteer lacks, right after the place it lies in."""
    starts = {hit.start for hit in hits}
    for hit in hits:
        if hit.end in starts:
            continue
        lengths = {*map(len, hit.codes)}
        if 4 in lengths:
            county = _COUNTY.match(plain, hit.end)
            if county and any(c.startswith(hit.codes) for c in gazetteer.formerly(county[0])):
                yield county.span()
        shape = _TOWNSHIP if 6 in lengths else _VILLAGE if 9 in lengths else _NEVER
        new = shape.match(plain, hit.end)
        if 9 in lengths and plain[hit.end : hit.end + 1] in _LISTS and hit.end + 1 not in starts:
            # 马塘街道、|澛港街道: what stands in a list with a township, and ends like one.
            new = _TOWNSHIP.match(plain, hit.end + 1) or new
        if new and not (sounds_ordinary(new[0]) or gazetteer.holds_word(new[1])):
            yield new.span()


def _villages(document: Document, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Yield the villages a township names without a chain, where both sides set them apart."""
    if document.issuer.level not in (Level.TOWNSHIP, Level.STREET) or not document.issuer.place:
        return
    plain = document.plain
    for at in places_of(plain, "村", "社区", "嘎查"):
        for start in range(max(0, at - 3), at - 1):
            # Most words before 村 are told by the one character before them to be no name.
            before = plain[start - 1 : start]
            if (before in _OPENS_NAME or not "一" <= before <= "鿿") and (
                end := _village_end(plain, start, at, gazetteer)
            ):
                yield start, end
                break


def _village_end(plain: str, start: int, at: int, gazetteer: Gazetteer) -> int:
    """Return the end of the village whose stem is a range of a text, 0 for none."""
    village = _VILLAGE_ALONE.match(plain, at)
    if village is None:
        return 0
    stem = (
        (_SET_APART.match(plain, at) and _APART.fullmatch(plain, start, at))
        or (_HONOURED.match(plain, village.end()) and _FIRST.fullmatch(plain, start, at))
        or _GONE_TO.fullmatch(plain, start, at)
    )
    return village.end() if stem and not gazetteer.holds_word(stem[0]) else 0
