"""A clean report -> the same report with one defect in it, planted in many ways from a seed.

Each planter is a generator of ``Plant``; what it needs and a report lacks (a third item, a cited
law) it leaves out. Planters know the genre and its writers' slips, and nothing of the rules.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.lexicon import Lexicon
from kg.lexicon.law import Force, Law, in_force
from kg.model import Document, Function, Level, Part, Reading, Section, Span

_HAN = "一二三四五六七八九十"
_NUMBER = re.compile(rf"[{_HAN}]+|\d+")
_LIKE = {
    "民": "名", "护": "户", "障": "彰", "治": "制", "诉": "讼", "权": "全", "复": "覆", "议": "义",
    "罚": "法", "信": "讯", "访": "防", "公": "工", "开": "来", "促": "保", "进": "近", "全": "安",
    "安": "按", "保": "宝", "处": "外", "政": "正", "行": "形", "解": "结", "法": "发", "营": "赢",
    "商": "尚", "环": "还", "境": "镜", "生": "升", "产": "广", "未": "末", "成": "城", "益": "宜",
}  # fmt: skip
_CUES = re.compile(
    "[，；]?(?:主要)?(?:原因(?:是|在于|为)|根源在于|由于|主要由于|因)[^。；\n]*|受[^，。]*影响，?"
)
_SENTENCE = re.compile(r"[^。；！？\n]{14,}[。；]")
_CLAUSE = re.compile(r"(?<=[，。；：、])[^，。；：、《》“”（）\n]{8,}(?=[，。])")
_WORD = re.compile(
    "建设|工作|宣传|法治政府|依法行政|开展|推进|落实|培训|调解|执法|组织|人民群众|普法"
)
_COUNTED = re.compile(r"\d[\d.]*余?(?:人次|场次|[场次件份名起人条期个家])(?=[，。；、])")
_BODY = re.compile(r"[^\n]{40,}")


@dataclass(frozen=True, slots=True)
class Plant:
    """A report with one defect: where it is now, and what a finding that sees it is called.

    ``words`` have to stand in the finding's message; without a ``spot`` it may lie anywhere.
    """

    kind: str
    way: str
    text: str
    spot: tuple[int, int] | None
    codes: tuple[str, ...]
    words: str = ""


Planter = Callable[[Reading, random.Random, Lexicon], Iterator[Plant]]


def _put(text: str, start: int, end: int, new: str) -> tuple[str, tuple[int, int]]:
    return text[:start] + new + text[end:], (start, start + len(new))


def laws(reading: Reading, dice: random.Random, lexicon: Lexicon) -> Iterator[Plant]:
    """Yield reports whose citations are of another law, misspelt, misnamed, or out of force."""
    document = reading.document
    text, year = document.text, document.year or 2024
    cited = [
        (mention.span, law)
        for mention in reading.mentions
        if mention.kind == "LAW"
        and not mention.flag
        and (law := lexicon.laws.by_iri.get(mention.concept or ""))
        and document.part_at(mention.span.start) is not Part.PLAN
    ]
    if not cited:
        return
    ended = _famous(lexicon, Force.ENDED_BEFORE, year)
    later = _famous(lexicon, Force.NOT_YET, year)
    known = {name for law in lexicon.laws.by_iri.values() for name in law.known_as()}

    def planted(way: str, new: str, code: str, *codes: str) -> Plant:
        span, _ = dice.choice(cited)
        start, end = _with_marks(text, span)
        return Plant("law", way, *_put(text, start, end, new), (f"law/{code}", *codes))

    for way, form in (("in full", "{0}"), ("in short", "{1}"), ("without marks", "{1}")):
        if ended:
            law = dice.choice(ended)
            name = form.format(law.title, law.short or law.title)
            new = name if "marks" in way else f"《{name}》"
            yield planted(f"repealed, {way}", new, "repealed")
    if later:
        new = f"《{dice.choice(later).title}》"
        done = [
            c.evidence.span
            for c in reading.claims
            if c.function is Function.IMPLEMENT and c.part is not Part.PLAN
        ]
        for span in done[:1]:
            start, end = _with_marks(text, span)
            yield Plant("law", "not yet in force", *_put(text, start, end, new), ("law/not-yet",))
    national = [law for law in lexicon.laws.by_iri.values() if law.short and law.level == "法律"]
    for way, spoil in _SPOILT.items():
        law = dice.choice([law for _, law in cited if len(law.title) > 8] or national)
        for name in (law.title, law.short):
            wrong = spoil(name, dice) if len(name) > 5 else ""
            if wrong and wrong not in {n for n, _ in known}:
                yield planted(way, f"《{wrong}》", "misspelt", "law/misnamed")
    for _ in range(2):
        plan, (first, last) = dice.choice(list(_PLANS.items()))
        periods = [(first - 1, last - 1), (first, last + 1), (first + 1, last)]
        since, until = dice.choice(periods)
        yield planted(
            "wrong years of a plan", f"《{plan}（{since}—{until}年）》", "misnamed", "law/repealed"
        )  # fmt: skip
    doctrine = dice.choice(["习近平法治思想", "习近平新时代中国特色社会主义思想"])
    yield planted("doctrine in title marks", f"《{doctrine}》", "not-instrument")
    if document.issuer.level in (Level.TOWNSHIP, Level.STREET):
        verb = dice.choice(["严格执行", "严格落实", "严格按照"])
        new = f"，坚持{verb}《重大行政决策程序暂行条例》"
        yield planted("binds other levels", new, "applicability")
    marked = [span for span, _ in cited if text[span.start - 1] == "《" and text[span.end] == "》"]
    for span in marked[:1]:
        spot = (span.start - 1, span.end)
        spoilt = text[: span.end] + text[span.end + 1 :]
        yield Plant("law", "title mark not closed", spoilt, spot, ("text/lost", "law/misspelt"))
        spoilt = text[: span.start - 1] + text[span.start :]
        yield Plant("law", "title mark not opened", spoilt, spot, ("text/lost", "law/misspelt"))


_PLANS = {
    "法治政府建设实施纲要": (2021, 2025),
    "法治社会建设实施纲要": (2020, 2025),
    "法治中国建设规划": (2020, 2025),
}


@cache
def _famous(lexicon: Lexicon, force: Force, year: int) -> list[Law]:
    return [
        law
        for law in lexicon.laws.by_iri.values()
        if law.level == "法律"
        and law.title.startswith("中华人民")
        and "试行" not in law.title
        and in_force(law, year) is force
    ]


def _drop(name: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(name) - 1)
    return name[:at] + name[at + 1 :]


def _mistype(name: str, dice: random.Random) -> str:
    places = [at for at, char in enumerate(name[:-1]) if char in _LIKE]
    if not places:
        return ""
    at = dice.choice(places)
    return name[:at] + _LIKE[name[at]] + name[at + 1 :]


def _swap(name: str, dice: random.Random) -> str:
    at = dice.randrange(0, len(name) - 2)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _double(name: str, dice: random.Random) -> str:
    at = dice.randrange(1, len(name) - 1)
    return name[:at] + name[at] + name[at:]


def _reword(name: str, dice: random.Random) -> str:
    for pair in (("保障", "保护"), ("保护", "保障"), ("促进", "推进"), ("防治", "防止")):
        if pair[0] in name:
            return name.replace(*pair)
    return ""


_SPOILT: dict[str, Callable[[str, random.Random], str]] = {
    "title, character lost": _drop,
    "title, character mistyped": _mistype,
    "title, characters swapped": _swap,
    "title, character twice": _double,
    "title, word changed": _reword,
}


def _with_marks(text: str, span: Span) -> tuple[int, int]:
    if text[span.start - 1] == "《" and text[span.end : span.end + 1] == "》":
        return span.start - 1, span.end + 1
    return span.start, span.end


def sections(reading: Reading, dice: random.Random, lexicon: Lexicon) -> Iterator[Plant]:
    """Yield reports that lack one of the required parts, or all of it but the heading."""
    document = reading.document
    text, codes = document.text, ("section/missing",)
    tops = [s for s in document.sections if s.parent < 0 and s.part is not Part.OTHER]
    label = {content.part: content.label for content in lexicon.rules.contents}
    for index, top in enumerate(tops):
        if sum(other.part is top.part for other in tops) > 1:
            continue
        words = label[top.part]
        following = tops[index + 1].span.start if index + 1 < len(tops) else top.span.end
        gone = text[: top.span.start] + text[following:]
        yield Plant("section", f"{top.part} gone", gone, None, codes, words)
        renumbered = text[: top.span.start]
        for other in tops[index + 1 :]:
            end = other.span.start + len(other.number)
            renumbered += _number(other.number, -1) + text[end : other.span.end] + "\n"
        if index + 1 < len(tops):
            yield Plant("section", f"{top.part} gone, renumbered", renumbered, None, codes, words)
        stop = text.find("\n", top.span.start)
        if 0 < stop < top.span.end:
            alone = text[: stop + 1] + text[following:]
            spot = (top.span.start, stop)
            yield Plant("section", f"{top.part}, heading alone", alone, spot, codes)
    for top in tops:
        body = text[top.span.start : top.span.end]
        head, _, rest = body.partition("\n")
        if top.part is Part.PROBLEMS and _CUES.search(rest):
            spoilt = head + "\n" + _CUES.sub("", rest)
            text_, spot = _put(text, top.span.start, top.span.end, spoilt)
            yield Plant("section", "causes gone", text_, spot, codes, "原因")


def numbering(reading: Reading, dice: random.Random, lexicon: Lexicon) -> Iterator[Plant]:
    """Yield reports with a number skipped, twice, begun again, swapped, or in another style."""
    text = reading.document.text
    for siblings in _lists(reading.document):
        if len(siblings) < 3:
            continue
        at = dice.randrange(1, len(siblings))
        level = _level(siblings[0].number)
        for way, shifts in {
            "skipped": dict.fromkeys(range(at, len(siblings)), 1),
            "twice": dict.fromkeys(range(at, len(siblings)), -1),
            "twice, once": {at: -1},
            "begun again": dict.fromkeys(range(at, len(siblings)), -at),
            "swapped": {at - 1: 1, at: -1},
        }.items():
            if way == "begun again" and level == "一是":
                continue
            spoilt, start = text, 0
            for n in sorted(shifts, reverse=True):
                section = siblings[n]
                start = section.span.start
                end = start + len(section.number)
                spoilt = spoilt[:start] + _number(section.number, shifts[n]) + spoilt[end:]
            spot = (start, siblings[at].span.start + len(siblings[at].number) + 2)
            yield Plant("numbering", f"{way}, {level}", spoilt, spot, ("text/numbering",))
        if at < len(siblings) - 1:
            gone, after = siblings[at], siblings[at + 1]
            spoilt = text[: gone.span.start] + text[after.span.start :]
            spot = (gone.span.start, gone.span.start + len(after.number) + 2)
            yield Plant("numbering", f"item gone, {level}", spoilt, spot, ("text/numbering",))
        section = siblings[at]
        for other in _OTHER_STYLES.get(level, ()):
            number = other.format(_digits(section.number), _han(int(_digits(section.number))))
            end = section.span.start + len(section.number)
            planted = _put(text, section.span.start, end, number)
            way = f"style {other.format(2, '二')}, {level}"
            yield Plant("numbering", way, *planted, ("text/numbering",))


_OTHER_STYLES = {
    "（一）": ("（{0}）", "{1}、", "{0}."),
    "一、": ("（{1}）", "{0}."),
    "1.": ("（{0}）", "{1}、"),
    "一是": ("{0}.",),
}


def _level(number: str) -> str:
    found = _NUMBER.search(number)
    return number.replace(found[0], "1" if found[0].isdigit() else "一") if found else number


def _digits(number: str) -> str:
    found = _NUMBER.search(number)
    assert found
    return found[0] if found[0].isdigit() else str(_value(found[0]))


def _value(han: str) -> int:
    if "十" not in han:
        return _HAN.index(han) + 1
    tens, _, ones = han.partition("十")
    return 10 * (_HAN.index(tens) + 1 if tens else 1) + (_HAN.index(ones) + 1 if ones else 0)


def _han(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else _HAN[tens - 1] + "十"
    return head + (_HAN[ones - 1] if ones else "")


def _number(number: str, shift: int) -> str:
    found = _NUMBER.search(number)
    if not found:
        return number
    new = str(int(found[0]) + shift) if found[0].isdigit() else _han(_value(found[0]) + shift)
    return number[: found.start()] + new + number[found.end() :]


def _lists(document: Document) -> list[list[Section]]:
    """Return the numbered sections of each parent, style by style, where they run from one."""
    lists: dict[tuple[int, str], list[Section]] = {}
    for section in document.sections:
        if _NUMBER.search(section.number):
            lists.setdefault((section.parent, _level(section.number)), []).append(section)
    return [
        own
        for own in lists.values()
        if [int(_digits(s.number)) for s in own] == list(range(1, len(own) + 1))
    ]


def duplicated(reading: Reading, dice: random.Random, lexicon: Lexicon) -> Iterator[Plant]:
    """Yield reports with a word, clause, sentence or paragraph twice, also with small edits."""
    text, codes = reading.document.text, ("text/duplicate",)
    if words := list(_WORD.finditer(text)):
        word = dice.choice(words)
        planted = _put(text, word.start(), word.end(), word[0] * 2)
        yield Plant("duplicated", "word", *planted, codes)
    if clauses := list(_CLAUSE.finditer(text)):
        clause = dice.choice(clauses)
        new = f"{clause[0]}，{clause[0]}"
        yield Plant("duplicated", "clause", *_put(text, clause.start(), clause.end(), new), codes)
    begin = reading.document.sections[0].span.start if reading.document.sections else 0
    if sentences := list(_SENTENCE.finditer(text, begin)):
        sentence = dice.choice(sentences)
        words_ = re.sub(rf"^(?:[（(]?[{_HAN}\d]+[）)]|[{_HAN}\d]+[、.．是])", "", sentence[0])
        if len(words_) >= 14:
            end = sentence.end()
            yield Plant("duplicated", "sentence, at once", *_put(text, end, end, words_), codes)
            elsewhere = dice.choice([s.end() for s in sentences if s.start() != sentence.start()])
            spoilt, spot = _put(text, elsewhere, elsewhere, words_)
            both = (min(spot[0], sentence.start()), max(spot[1], sentence.end() + len(words_)))
            yield Plant("duplicated", "sentence, elsewhere", spoilt, both, codes)
            edited = _edit(words_, dice)
            spoilt, spot = _put(text, elsewhere, elsewhere, edited)
            both = (min(spot[0], sentence.start()), max(spot[1], sentence.end() + len(words_)))
            yield Plant("duplicated", "sentence, with an edit", spoilt, both, codes)
    paragraphs = list(_BODY.finditer(text, begin))
    if len(paragraphs) > 2:
        paragraph, place = dice.sample(paragraphs, 2)
        for way, at, new in (
            ("paragraph, at once", paragraph.end(), paragraph[0]),
            ("paragraph, elsewhere", place.end(), paragraph[0]),
            ("paragraph, with edits", place.end(), _edit(_edit(paragraph[0], dice), dice)),
        ):
            spoilt, spot = _put(text, at, at, "\n" + new)
            both = (min(spot[0], paragraph.start()), max(spot[1], paragraph.end() + len(new) + 1))
            yield Plant("duplicated", way, spoilt, both, codes)


def _edit(words: str, dice: random.Random) -> str:
    """Change a number, put in a word, or take one away."""
    numbers = list(re.finditer(r"\d+", words))
    way = dice.choice(["number", "put in", "take away"])
    if way == "number" and numbers:
        number = dice.choice(numbers)
        return words[: number.start()] + str(int(number[0]) + 7) + words[number.end() :]
    at = dice.randrange(len(words) // 3, len(words) - 3)
    return words[:at] + ("全面" if way == "put in" else "") + words[at + 2 * (way != "put in") :]


def truncated(reading: Reading, dice: random.Random, lexicon: Lexicon) -> Iterator[Plant]:
    """Yield reports that break off, and sentences that have lost their end or their figure."""
    text, codes = reading.document.text, ("text/lost",)
    sections_ = reading.document.sections
    begin = sections_[0].span.start if sections_ else 0
    clauses = list(_CLAUSE.finditer(text, begin))
    if not clauses:
        return
    last = [clause for clause in clauses if clause.start() > len(text) * 0.6] or clauses
    cut = dice.choice(last)
    at = dice.randrange(cut.start() + 2, cut.end() - 1)
    yield Plant("truncated", "report breaks off", text[:at], (at - 12, at), codes)
    inner = [p for p in _BODY.finditer(text, begin) if p[0][-1] in "。；"]
    if inner:
        paragraph = dice.choice(inner)
        at = paragraph.end() - dice.randrange(4, 12)
        spoilt = text[:at] + text[paragraph.end() :]
        yield Plant("truncated", "paragraph breaks off", spoilt, (at - 12, at + 1), codes)
    ending = [c for c in clauses if text[c.end()] == "。"]
    for clause in dice.sample(ending, min(2, len(ending))):
        at = dice.randrange(clause.start() + 2, clause.end() - 2)
        spoilt, spot = text[:at] + text[clause.end() :], (clause.start(), at + 1)
        yield Plant("truncated", "sentence loses its end", spoilt, spot, codes)
    clause = dice.choice(clauses)
    following = next((c for c in clauses if c.start() > clause.end()), None)
    if following and following.start() - clause.end() < 3:
        first = dice.randrange(clause.start() + 3, clause.end() - 2)
        second = dice.randrange(following.start() + 2, following.end() - 3)
        spoilt, spot = text[:first] + text[second:], (clause.start(), first + 8)
        yield Plant("truncated", "words lost between clauses", spoilt, spot, codes)
    figures = list(_COUNTED.finditer(text, begin))
    if figures:
        figure = dice.choice(figures)
        digits = len(re.match(r"[\d.]+", figure[0])[0])  # type: ignore[index]
        spoilt = text[: figure.start()] + text[figure.start() + digits :]
        spot = (figure.start() - 4, figure.end())
        yield Plant("truncated", "number lost", spoilt, spot, codes)
        spoilt = text[: figure.start() + digits] + text[figure.end() :]
        yield Plant("truncated", "unit lost", spoilt, spot, codes)
        spoilt = text[: figure.start()] + text[figure.end() :]
        yield Plant("truncated", "figure lost", spoilt, (spot[0], figure.start() + 2), codes)
    for way, mark in (("quotation not closed", "”"), ("bracket not closed", "）")):
        closing = [m.start() for m in re.finditer(mark, text) if m.start() > begin]
        closing = [at for at in closing if mark == "”" or text[at - 5 : at].isascii() is False]
        opened = "“" if mark == "”" else "（"
        fit = [at for at in closing if 4 < at - text.rfind(opened, 0, at) < 30]
        if fit:
            at = dice.choice(fit)
            spoilt = text[:at] + text[at + 1 :]
            yield Plant("truncated", way, spoilt, (text.rfind(opened, 0, at), at + 1), codes)


PLANTERS: tuple[Planter, ...] = (laws, sections, numbering, duplicated, truncated)
