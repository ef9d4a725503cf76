import os
import subprocess
from pathlib import Path

import pytest

from harness import Terminal, pinned_environment

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def binary():
    """The program under test: $ATLAS_BINARY, or the debug build of this project."""
    named = os.environ.get("ATLAS_BINARY")
    if named:
        return Path(named).resolve()
    folder = subprocess.run(
        ["swift", "build", "--show-bin-path"], cwd=PROJECT, check=True, capture_output=True,
        text=True).stdout.strip()
    path = Path(folder) / "dpg-atlas"
    assert path.exists(), f"{path} is missing: run `swift build` first"
    return path


@pytest.fixture
def terminal(tmp_path):
    """Makes terminals that run any command; they are closed at the end of the test."""
    opened = []

    def make(*command, **options):
        opened.append(Terminal(command, tmp_path, **options))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def explorer(terminal, binary):
    """Makes explorers in terminals of their own, waiting for the first screen."""

    def make(*arguments, first="DPG Atlas", **options):
        one = terminal(binary, *arguments, **options)
        if first:
            one.wait_for(first)
        return one

    return make


@pytest.fixture
def command(binary, tmp_path):
    """Runs the program without a terminal."""

    def run(*arguments, env=None):
        return subprocess.run(
            [binary, *arguments], cwd=tmp_path, env=pinned_environment(tmp_path, **(env or {})),
            capture_output=True, stdin=subprocess.DEVNULL, timeout=60)

    return run
