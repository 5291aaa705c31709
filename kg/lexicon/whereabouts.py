"""Which place a name means, by what stands around it; never by how common a place is.

Each ground is tried in turn and may only narrow: the names right before it, then what is said of
the county elsewhere. Where several places are left, all are answered; none left of a known county
means a place the gazetteer's edition lacks, and that is answered provisionally.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.lexicon.place_names import PSEUDO_LEVELS, is_township, stem
from kg.lexicon.places import Gazetteer, provisional

_CUE = re.compile("([县区市旗])(?:委|政府|人民政府)(?!员)")
_SIBLINGS = 2
_ORDINARY = frozenset(
    {"长治", "和平", "平安", "大同", "合作", "开封", "民主", "文化", "东方", "解放"}
)
"""Short names that are words: 长治久安 does not name 长治市."""


def choose(
    name: str, above: Sequence[str], around: Sequence[str], places: Gazetteer
) -> tuple[str, ...]:
    """Return the codes a name may stand for.

    ``above`` are the names that stand before it as one chain; ``around`` the texts that may say
    where it is, the surest first.
    """
    if not name:
        return ()
    parents = narrow_chain([places.named(n) or places.formerly(n) for n in above])
    held = parents[-1] if parents else ()
    codes = places.named(name) or places.formerly(name)
    if held:
        inside = tuple(c for c in codes if c.startswith(held))
        if inside:
            codes = inside
        elif len(held) == 1 and name not in above:
            codes = (provisional(held[0], name),)
    elif is_township(name):
        codes = _renamed(name, codes, around, places) or codes
    for text in around:
        if len(codes) < 2:
            break
        codes = _by_text(codes, text.replace(name, "，"), places)
    return codes


def _renamed(
    name: str, codes: tuple[str, ...], around: Sequence[str], places: Gazetteer
) -> tuple[str, ...]:
    """Return a township under its county where the edition has it under another name, or not.

    The county must be the only one named that has a township of that stem (多玛镇 for 多玛乡), or,
    for a name no township bears, the only one named.
    """
    hits = [h for t in around for h in places.find(t) if not places.needs_company(h.name)]
    named = {code for hit in hits for code in hit.codes if len(code) == 6}
    if any(code[:6] in named for code in codes):
        return ()
    akin = [
        c for c in named if any(stem(places.place(t).name) == stem(name) for t in places.below(c))
    ]
    named = {hit.codes[0] for hit in hits if len(hit.codes) == 1 and len(hit.codes[0]) == 6}
    if any(code.startswith(tuple({n[:4] for n in named})) for code in codes):
        return ()
    counties = akin or ([] if codes else sorted(named))
    return (provisional(counties[0], name),) if len(counties) == 1 else ()


def narrow_chain(candidates: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Narrow names that stand one after the other to the codes that fit into each other.

    >>> narrow_chain([("5406", "99"), ("540624", "110101")])
    [('5406',), ('540624',)]
    """
    chain = list(candidates)
    for i in range(1, len(chain)):
        below = tuple(c for c in chain[i] if c.startswith(chain[i - 1]))
        chain[i] = below or chain[i]
    for i in range(len(chain) - 2, -1, -1):
        over = tuple(c for c in chain[i] if any(d.startswith(c) for d in chain[i + 1]))
        chain[i] = over or chain[i]
    return chain


def _by_text(codes: tuple[str, ...], text: str, places: Gazetteer) -> tuple[str, ...]:
    if not text:
        return codes
    named = {code for hit in places.find(text) for code in hit.codes}
    for length in (6, 4, 2):
        codes = _keep(codes, {c for c in codes if len(c) > length and c[:length] in named})
    for length in (6, 4, 2):
        codes = _keep(
            codes, {c for c in codes if len(c) > length and _bare(c[:length], places) in text}
        )
    codes = _by_cue(codes, text, places)
    return _by_siblings(codes, named)


def _keep(codes: tuple[str, ...], fitting: set[str]) -> tuple[str, ...]:
    return tuple(c for c in codes if c in fitting) or codes


def _bare(code: str, places: Gazetteer) -> str:
    name = places.place(code).name
    bare = "" if name in PSEUDO_LEVELS else stem(name)
    return bare if len(bare) > 1 and bare not in _ORDINARY else "\0"


def _by_cue(codes: tuple[str, ...], text: str, places: Gazetteer) -> tuple[str, ...]:
    """Choose by what the county's Party committee is called: 县委 is none of a 区."""
    cues = set(_CUE.findall(text)) - {"市"}
    if len(cues) != 1:
        return codes
    (cue,) = cues
    return _keep(codes, {c for c in codes if len(c) > 6 and places.place(c[:6]).name.endswith(cue)})


def _by_siblings(codes: tuple[str, ...], named: set[str]) -> tuple[str, ...]:
    """Choose the county whose other townships the text names."""
    townships = {c for c in named if len(c) == 9} - set(codes)
    return _keep(codes, {c for c in codes if sum(t[:6] == c[:6] for t in townships) >= _SIBLINGS})
