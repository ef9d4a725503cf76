import os
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]

# Words that are a formula and markup. The reader of the dataset refuses control characters, and texts
# that are too long; the writers are tried with those in the Swift tests.
HOSTILE = "=1+1<script>alert(1)</script>&\"' " + "x" * 300


@pytest.fixture(scope="session")
def binary():
    """The program under test: $ATLAS_BINARY, or the debug build of this project."""
    named = os.environ.get("ATLAS_BINARY")
    if named:
        return Path(named).resolve()
    folder = subprocess.run(
        ["swift", "build", "--show-bin-path"], cwd=PROJECT, check=True, capture_output=True,
        text=True).stdout.strip()
    return Path(folder) / "dpg-atlas"


@pytest.fixture
def run(binary, tmp_path):
    """Runs the program in an empty folder; returns what it wrote and how it ended."""

    def start(*arguments):
        return subprocess.run(
            [binary, *arguments], cwd=tmp_path, capture_output=True, stdin=subprocess.DEVNULL,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(tmp_path)}, timeout=120)

    return start


@pytest.fixture
def hostile(tmp_path):
    """Options that lay a figure with a hostile source over the dataset."""
    path = tmp_path / "own.csv"
    text = HOSTILE.replace('"', '""')
    path.write_text(f'iso3,indicator,year,value,source\nUGA,internet-users,2025,12,"{text}"\n')
    return ["--overlay", str(path)]
