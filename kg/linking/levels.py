"""Rates, changes and durations: what is at a level, what changed, what is to be done in a time.

Their figures end their clause, and what they are of stands before them: 网上可办率|达到 100%.
"""

from __future__ import annotations

import re

from kg.lexicon.actions import Actions, VerbKind
from kg.linking import changes, phrases
from kg.linking.figures import NO_NOUN, Count, Figure

_GOVERNS, _DEED = VerbKind.GOVERNS, VerbKind.DEED
_LONG_SUBJECT, _SHORT_SUBJECT, _RATE = 12, 5, 4
_AIM = re.compile("^(?:力争|确保|实现|做到|争取)")
_STRIVEN = re.compile("^(?:力争|确保|争取|努力)")
_THREE_RATES = re.compile("[^、和]+率(?:、[^、和]+率){2,}")
_RATES = re.compile("率[、和及与]")
_SHARE = re.compile("占(?![道用地比])")


def within(figure: Figure, actions: Actions) -> Count:
    """1个月内，通过走访等方式|开展|回访: what has to be done in the time."""
    done = figure.right.removeprefix("以").removeprefix("之").removeprefix("内") or figure.after
    verbs = actions.find(done)
    for verb in reversed(verbs):
        if verb.kind is _GOVERNS and verb.end < len(done):
            return Count(done[verb.end :], verb.word)
    if verbs and verbs[0].start == 0:
        # 力争|旅游纠纷 24小时内|办结
        return Count(_AIM.sub("", phrases.left_of_figure(figure.left)), verbs[0].word)
    return Count()


def level(figure: Figure, actions: Actions) -> Count:
    """网上可办率|达到 100%, 信访总量|下降 30%, 办理时限|压缩至 3个工作日."""
    if figure.left[:1] == "占" and _SHARE.match(figure.left):
        # 合同纠纷38件，占总数的42%: the share is that of the figure before.
        return Count(figure.previous.indicator or phrases.left_of_figure(figure.left[1:]), "占")
    subject, verb = changes.level(phrases.without_lead(figure.left))
    subject = _STRIVEN.sub("", subject)
    if figure.unit.dimension == "time":
        if figure.left.endswith("连续") and figure.right:
            return Count(figure.right)
        # 各村法治夜校累计|授课 132课时
        subject = phrases.left_of_figure(subject).rpartition("累计")[2]
    if not subject and not (verb and figure.previous.indicator):
        subject = phrases.without_lead(figure.before)
    if not subject:
        if figure.right and figure.right[0] not in NO_NOUN and not verb:
            return Count(phrases.left_of_figure(figure.right))
        return Count(figure.previous.indicator, verb)
    # A verb and a noun take more than 调解率 has.
    for found in reversed(actions.find(subject) if len(subject) > _RATE else ()):
        if (
            found.kind is not _DEED
            and found.end + 3 < len(subject)  # 办理时限 is one noun
            and (phrases.is_adverbial(subject[: found.start]) or found.word in ("实现", "完成"))
        ):
            return Count(subject[found.end :], found.word)
    last = subject.rpartition("、")[2]
    if len(subject) > _LONG_SUBJECT and len(last) > _SHORT_SUBJECT and not _RATES.search(subject):
        # 草原承包纠纷、|劳动争议就地化解率
        subject = last
    if "、" in subject and _THREE_RATES.fullmatch(subject):
        # 报备率、及时率、规范率均为100%: one figure for three, said as one.
        subject = f"{subject.rpartition('、')[0]}和{last}"
    return Count(subject, verb)
