"""What a report calls the one who issues it: in a title, in a line that signs, in who acts.

A name found is words with the names of higher places before it; which place bears it is not decided
here. Words that name nobody (我镇, 各乡镇) are no name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from kg.lexicon.place_names import is_township, stem
from kg.lexicon.places import Gazetteer, Hit

_YEAR = re.compile(r"(?:\d{4}|[一二三四五六七八九〇零○]{4})年?(?:度|上半年|下半年)?")
_TOPIC = re.compile(
    r"关于|(?:推进|加强|全面|深入)*(?:(?<!依)法治|法制(?!办)|依法(?!治.{1,2}委))|贯彻|落实|履行|述法|党政主要|主要负责"
    r"|年度|报告|情况|总结|[（）《》“”_\-—.·|:：,，\s]"
)
_LEAD = re.compile(
    r"^(?:报送|上报|印发|公布|发布|做好|开展|中国共产党|中共|第[一二三四五六七八九十\d]+[次期]?|[一二三四五六七八九十\d]+、)+"
)
_GOVERNMENT = re.compile(
    r"(?:人民政府|政府|人民代表大会|常务委员会|街道|党工委|党委|工委|工作委员会|委员会?|办事处|[县区市旗省州乡镇]委|[县区市旗省州乡镇]|办公室"
    r"|[、和及办])*"
)
_BETWEEN = re.compile(
    r"(?:人民政府|政府|党工委|党委|工委|工作委员会|委员会|委|办事处|公安局|[、和及])*"
)
_BODY = re.compile(
    r"[\u4e00-\u9fff、（）]{1,28}?(?:局|委员会|委|厅|办公室|办|管委会|[支大总]队|中心|法院|检察院|院|[处所站社会部校])$"
)
_NEW = re.compile(
    r"((?:(?![我本全各某该乡镇])[\u4e00-\u9fff]){1,6}?(?:街道|苏木|镇|乡))(?:党委|人民政府|政府|办事处|党工委|工委|[、和])*$"
)
_ZONE = re.compile(
    r"([\u4e00-\u9fff]{2,}(?:开发区|高新区|示范区|管理区|新区|园区|[农林牧]场))"
    r"(?:党工委|工委|管委会|管理委员会|[、和])*"
)
_COUNTY = re.compile(r"[\u4e00-\u9fff]{2,4}?[县市区旗](?!场)")
_SELF = re.compile(r"(?:我|本|全)(街道|苏木|[镇乡县区市旗州省局厅委])")
_ACTS = re.compile(
    r"(?:党工委|党委|人民政府|政府|办事处|[、和])*"
    r"(?:坚持|始终|深入|认真|严格|紧紧|围绕|高度|积极|全面|按照|根据|以|在|将|牢牢|切实|持续|扎实|结合|\d{4}年|20)"
)
_LEFT = re.compile(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}$")
_CLAUSE = re.compile(
    rf"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{{2,6}}?(?:街道|苏木|镇|乡))(?={_ACTS.pattern})"
)
_IS_NO_NAME = re.compile(
    "[在由与和对到向从为以及将把同如是共就于使让给被等了的全各我本该今目此来年月日前后省市县区州旗盟]"
)
_HEAD = 800
_SIGNATURE_LINES = 6
_LINE = 40


class Named(Struct, frozen=True, gc=False):
    """A name found, the names of higher places before it, and whether it is a body's."""

    name: str
    place: str
    above: tuple[str, ...] = ()
    body: bool = False


def in_heading(heading: str, places: Gazetteer, *, alone: bool = False) -> Named | None:
    """Read the issuer out of a folded title; ``alone``: the words are nothing but its name."""
    words = "".join(heading.split())
    pieces = [words] if alone else _TOPIC.split(_YEAR.sub("|", words))
    for piece in pieces:
        subject = _LEAD.sub("", piece)
        if subject and (named := _in_subject(subject, places)):
            return named
    return None


def _in_subject(subject: str, places: Gazetteer) -> Named | None:
    """Read the issuer out of the words before a title's topic: 鲤城区人民政府金龙街道办事处."""
    run = _run(subject, places)
    zone = _ZONE.fullmatch(subject)
    if zone and places.named(zone[1]):
        return Named(zone[1], zone[1])
    if zone and not (run and run[0].start == 0):
        return Named(subject, _begins_with(subject, places), body=True)
    if not run:
        new = _NEW.fullmatch(subject)
        if new and len(stem(new[1])) > 1 and not places.holds_word(stem(new[1])):
            return Named(new[1], new[1])
        body = _BODY.fullmatch(subject) if len(subject) > 3 and subject[0] not in "我本各" else None
        return Named(subject, "", body=True) if body else None
    new = _NEW.fullmatch(subject)
    if new and is_township(run[0].name) and 0 < run[0].start <= 3:
        before = subject[: run[0].start]
        if not places.known_as(before) and not _IS_NO_NAME.search(before):
            return Named(new[1], new[1])
    last = run[-1]
    names = tuple(hit.name for hit in run)
    rest = subject[last.end :]
    if _GOVERNMENT.fullmatch(rest):
        if rest and last.name.endswith("场"):
            return Named(_from(subject, run[0]), last.name, names[:-1], body=True)
        return Named(last.name, last.name, names[:-1])
    new = _NEW.fullmatch(rest)
    if new:
        return Named(new[1], new[1], names)
    if _BODY.fullmatch(rest):
        return Named(_from(subject, run[0]), last.name, names[:-1], body=True)
    return None


def _from(subject: str, first: Hit) -> str:
    """Return a body's full name: 国家税务总局平江县税务局, from its beginning."""
    return subject if subject[: first.start].endswith("局") else subject[first.start :]


def _begins_with(subject: str, places: Gazetteer) -> str:
    """Return the full name of the one place whose short name a zone begins with, or ""."""
    for length in range(6, 1, -1):
        codes = places.known_as(subject[:length])
        if len(codes) == 1:
            return places.place(codes[0]).name
    return ""


def _run(subject: str, places: Gazetteer) -> list[Hit]:
    """Return the names that stand one after the other in a title, ever deeper."""
    run: list[Hit] = []
    hits = places.find(subject)
    end = 0
    while True:
        former = _COUNTY.match(subject, end)
        following = next((hit for hit in hits if hit.start >= end), None)
        if former and (codes := places.formerly(former[0])):
            run.append(Hit(former.start(), former.end(), former[0], codes))
        elif following and (not run or _BETWEEN.fullmatch(subject, end, following.start)):
            run.append(following)
        else:
            return run
        end = run[-1].end


def in_text(plain: str, places: Gazetteer) -> Named | None:
    """Read the issuer out of the text: a line that is its name, or who acts in the opening."""
    lines = [line for line in plain.split("\n") if line]
    for line in reversed(lines[-_SIGNATURE_LINES:]):
        if len(line) <= _LINE and (named := _signed(line, places)):
            return named
    for line in lines[:_SIGNATURE_LINES]:
        if len(line) <= _LINE and (named := _signed(line, places)) and not named.body:
            return named
    own = Counter(_SELF.findall(plain)).most_common(1)
    if not own:
        return _only_township(plain[:_HEAD], places)
    suffix = own[0][0]
    if suffix in "局厅委":
        return _acting_body(plain[:_HEAD], suffix, places)
    acting = Counter(_acting(plain, suffix, places))
    if not acting:
        found = places.find(plain[:_HEAD])
        acting = Counter(h.name for h in found if h.name.endswith(suffix) and len(h.name) > 2)
    if not acting:
        return None
    name = acting.most_common(1)[0][0]
    return Named(name, name)


def _acting(plain: str, suffix: str, places: Gazetteer) -> Iterator[str]:
    """Yield the names that act in the opening: 2025年，某某街道坚持.

    A name the gazetteer lacks begins its clause; where it ends like one held, it must do so each
    time (银杏大街街道, not 大街街道).
    """
    head = plain[:_HEAD]
    for hit in places.find(head):
        if hit.name.endswith(suffix) and len(hit.name) > 2 and _ACTS.match(head, hit.end):
            left = _LEFT.search(head, max(0, hit.start - 3), hit.start)
            longer = left[0] + hit.name if left and is_township(hit.name) else hit.name
            always = plain.count(longer) == plain.count(hit.name) > 1
            yield longer if always and not places.known_as(longer[: -len(hit.name)]) else hit.name
    for clause in _CLAUSE.finditer(head):
        name = clause[1]
        known = places.find(name) or places.holds_word(stem(name))
        if name.endswith(suffix) and not known and not _IS_NO_NAME.search(name):
            yield name


def _only_township(head: str, places: Gazetteer) -> Named | None:
    names = {h.name for h in places.find(head) if is_township(h.name) and len(h.name) > 2}
    if len(names) != 1:
        return None
    name = names.pop()
    return Named(name, name)


def _signed(line: str, places: Gazetteer) -> Named | None:
    words = _LEAD.sub("", _YEAR.split(line)[0])
    run = _run(words, places)
    if not run or not words[run[-1].end :] or re.search("[，。；：]", words):
        return None
    named = _in_subject(words, places)
    signs = words[run[-1].end :].startswith(("人民政府", "办事处", "党", "政府"))
    return named if named and (named.body or signs) else None


def _acting_body(head: str, suffix: str, places: Gazetteer) -> Named | None:
    for hit in places.find(head):
        body = re.compile(rf"[\u4e00-\u9fff]{{2,14}}?{suffix}").match(head, hit.end)
        if body and _ACTS.match(head, body.end()):
            return Named(hit.name + body[0], hit.name, body=True)
    return None
