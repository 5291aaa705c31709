"""What is installed is whole: a wheel holds the vocabulary and the page, and works from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.accuracy import SEEDS

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's content, as pip would unpack it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--no-deps",
        "-q",
        "-w",
        str(folder),
        str(ROOT),
    ]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    if done.returncode and "CI" not in os.environ and "Could not find a version" in done.stderr:
        pytest.skip("the build backend cannot be fetched without a network")
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_all_data(installed: Path) -> None:
    for room in (ROOT / "ontology", ROOT / "kg" / "page"):
        for path in sorted(room.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                assert (installed / "kg" / room.name / path.relative_to(room)).is_file(), path


def test_the_wheel_works_from_anywhere(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-m", "kg", "build", str(SEEDS), "-o", "out"],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
    )
    assert done.returncode == 0, done.stderr
    where = subprocess.run(
        [sys.executable, "-P", "-c", "import kg; print(kg.__file__)"],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
    )
    assert Path(where.stdout.strip()).is_relative_to(installed)
    assert (tmp_path / "out" / "graph.html").stat().st_size > 100_000
