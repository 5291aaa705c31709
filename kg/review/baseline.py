"""Findings of an earlier run and of this one -> what is fixed, what is open, what is new.

An earlier run is the file that ``--format json`` wrote. Only reports that both runs read are
compared: a township left out this time has fixed nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from kg.review.reviewed import Fixed, Reviewed, State

Baseline = Mapping[str, Mapping[str, Fixed]]
"""An earlier run: report -> id -> finding."""


def load(path: Path) -> Baseline:
    """Read an earlier run; raises ``ValueError`` naming a file that is none."""
    earlier: dict[str, dict[str, Fixed]] = {}
    try:
        for row in json.loads(path.read_text("utf-8"))["findings"]:
            known = Fixed(row["id"], row["code"], row["quote"], row["message"])
            earlier.setdefault(row["report"], {})[known.id] = known
    except OSError as error:
        raise ValueError(f"{path}: cannot be read ({error.strerror})") from error
    except (ValueError, KeyError, TypeError) as error:
        message = f"{path}: not what kg check --format json writes; make one and name it"
        raise ValueError(message) from error
    return earlier


def against(
    reviewed: Reviewed, baseline: Baseline, *, keep: Callable[[str], bool] = lambda code: True
) -> Reviewed:
    """Say of each finding whether the earlier run had it, and name what it had besides.

    Earlier findings whose codes are not kept are left alone.
    """
    earlier = baseline.get(reviewed.report, {})
    now = {finding.id for finding in reviewed.findings}
    return replace(
        reviewed,
        states={id_: State.OPEN if id_ in earlier else State.NEW for id_ in now},
        fixed=tuple(known for id_, known in earlier.items() if id_ not in now and keep(known.code)),
    )
