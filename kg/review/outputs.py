"""What ``kg check`` is asked for: which codes, against which earlier run, in which form.

Raises ``ValueError`` for a code that no rule has, for codes that leave nothing to ask and for a
baseline that is none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kg.lexicon import Lexicon
from kg.review import baseline as earlier
from kg.review.formats import lines, record, sarif, slip
from kg.review.reviewed import Reviewed, without


def asked(
    lexicon: Lexicon,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    baseline: Path | None = None,
) -> Callable[[Reviewed], Reviewed]:
    """Return what leaves the asked findings of a report, with their states.

    ``select`` and ``ignore`` hold codes (``law/misspelt``) or prefixes of them (``law``), each of
    them several where commas part them. Who selects is not told what is no finding.
    """
    chosen, left_out = _codes(select, lexicon), _codes(ignore, lexicon)
    if not (chosen or {*lexicon.rules.codes}) - left_out:
        raise ValueError("no code is left to ask; --ignore leaves out all that --select names")
    known = earlier.load(baseline) if baseline else None

    def keep(code: str) -> bool:
        return (not chosen or code in chosen) and code not in left_out

    def apply(reviewed: Reviewed) -> Reviewed:
        kept = without(reviewed, keep=keep)
        if chosen:
            kept = replace(kept, notes=())
        return kept if known is None else earlier.against(kept, known, keep=keep)

    return apply


def hand_on(
    reports: Sequence[Reviewed], lexicon: Lexicon, form: str, *, folder: Path, terminal: bool
) -> None:
    """Print a review as ``text``, ``json`` or ``sarif``, or write its slips into a folder."""
    if form == "slip":
        for path in slip.write(reports, folder):
            print(path)
    elif form == "json":
        print(record.render(reports, lexicon))
    elif form == "sarif":
        print(sarif.render(reports, lexicon))
    else:
        for line in lines.render(reports, colour=terminal):
            print(line)


def summary(reports: Sequence[Reviewed]) -> str:
    """Return one line on a review: how much there is to look at, and in how many reports.

    >>> summary([])
    '0 findings in 0 of 0 reports'
    """
    findings = sum(len(reviewed.findings) for reviewed in reports)
    held = sum(bool(reviewed.findings) for reviewed in reports)
    fixed = sum(len(reviewed.fixed) for reviewed in reports)
    since = f", {fixed} fixed" if fixed else ""
    return f"{findings} findings in {held} of {len(reports)} reports{since}"


def _codes(named: Sequence[str], lexicon: Lexicon) -> frozenset[str]:
    found: set[str] = set()
    for prefix in (part.strip() for name in named for part in name.split(",")):
        fits = [code for code in lexicon.rules.codes if code == prefix or _begins(code, prefix)]
        if not fits:
            raise ValueError(f"{prefix}: no such code; there are {', '.join(lexicon.rules.codes)}")
        found.update(fits)
    return frozenset(found)


def _begins(code: str, prefix: str) -> bool:
    return bool(prefix) and code.startswith(prefix)
