"""Marked text -> an annotated report: the way to write one without counting offsets.

    python -m tests.annotate MARKED.txt FOLDER

The first line holds ``meta`` as JSON. In the rest, ``{§plan}`` says which part begins, and braces hold
annotations, nested where spans nest:

    {LAW 宪法|中华人民共和国宪法|publicise}   kind, words, canonical (left out where the same), function
    {Q 12场次|12 场次|普法活动|开展}          words, value and unit, indicator, action; Q~ where approximate
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

_TOKEN = re.compile(r"\{§(?P<part>\w+)\}|\{(?P<kind>[A-Z]+~?) |(?P<close>(?:\|[^{}|]*)*\})")


def annotate(name: str, marked: str) -> tuple[str, dict[str, Any]]:
    """Return the plain text and its annotation; raise ``ValueError`` where braces do not match."""
    head, _, body = marked.partition("\n")
    text, part, at = "", "other", 0
    mentions: list[dict[str, Any]] = []
    quantities: list[dict[str, Any]] = []
    open_: list[tuple[str, int, str]] = []
    for token in _TOKEN.finditer(body):
        text += body[at : token.start()]
        at = token.end()
        if token["part"]:
            part = token["part"]
        elif token["kind"]:
            open_.append((token["kind"], len(text), part))
        else:
            if not open_:
                raise ValueError(f"{name}: a brace closes that was not opened, near {text[-20:]}")
            kind, start, since = open_.pop()
            fields = token["close"][:-1].split("|")[1:]
            span = {"start": start, "end": len(text), "text": text[start:]}
            if kind.startswith("Q"):
                quantities.append(span | _quantity(kind, fields, name) | {"section": since})
            else:
                named = {"type": kind, "canonical": (fields or [""])[0] or text[start:]}
                function = {"function": fields[1]} if kind == "LAW" else {}
                mentions.append(span | named | function | {"section": since})
    if open_:
        raise ValueError(f"{name}: a brace opens that is not closed: {open_}")
    order = {"mentions": mentions, "quantities": quantities}
    ordered = {k: sorted(v, key=lambda m: (m["start"], -m["end"])) for k, v in order.items()}
    return text + body[at:], {"doc": f"{name}.txt", "meta": json.loads(head), **ordered}


def _quantity(kind: str, fields: list[str], name: str) -> dict[str, Any]:
    if len(fields) != 3:
        raise ValueError(f"{name}: a quantity has value and unit, indicator, action: {fields}")
    number, _, unit = fields[0].partition(" ")
    value = float(number)
    return {
        "value": int(value) if value.is_integer() else value,
        "unit": unit,
        "approx": kind.endswith("~"),
        "indicator": fields[1],
        "action": fields[2],
    }


def main(source: Path, folder: Path) -> None:
    """Write the text and the annotation of one marked file."""
    text, annotation = annotate(source.stem, source.read_text("utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{source.stem}.txt").write_text(text, "utf-8")
    as_json = json.dumps(annotation, ensure_ascii=False, indent=1)
    (folder / f"{source.stem}.json").write_text(as_json + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
