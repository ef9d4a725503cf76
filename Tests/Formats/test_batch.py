"""Checks a folder of reports as its receiver would, and stops a run as its user would."""

import hashlib
import json
import os
import signal
import subprocess
import time

import pytest

ASKED = ["report", "--all", "--length", "card", "--format", "txt", "--output-dir"]


@pytest.fixture(scope="module")
def unstopped(binary, tmp_path_factory):
    """The folder of a run that nobody stopped."""
    folder = tmp_path_factory.mktemp("batch") / "all"
    subprocess.run([binary, *ASKED, folder], check=True, stderr=subprocess.DEVNULL)
    return folder


def read(folder):
    # A run that is killed may leave half a line.
    lines = (folder / "manifest.jsonl").read_text().split("\n")[:-1]
    return [json.loads(line) for line in lines]


def check(folder, rows):
    for row in rows:
        data = (folder / row["file"]).read_bytes()
        assert len(data) == row["bytes"] and hashlib.sha256(data).hexdigest() == row["sha256"]


def test_the_manifest_is_true(run, tmp_path):
    done = run("report", "--all", "--countries", "region:oceania", "--format", "json",
               "--output-dir", "out")
    assert done.returncode == 0, done.stderr
    header, *rows, end = read(tmp_path / "out")
    assert header["manifest"] == "report" and header["reports"] == len(rows) == end["files"]
    check(tmp_path / "out", rows)
    for row in rows:
        report = json.loads((tmp_path / "out" / row["file"]).read_text())
        assert report["country"]["iso3"] == row["iso3"] and report["goods"] == row["goods"]


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_run_that_is_stopped_leaves_whole_files_and_goes_on(binary, run, unstopped, tmp_path, asked):
    folder = tmp_path / "out"
    process = subprocess.Popen(
        [binary, *ASKED, folder], cwd=tmp_path, stderr=subprocess.PIPE,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path)})
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and len(list(folder.glob("*.txt"))) < 3:
        time.sleep(0.001)
    process.send_signal(asked)
    words = process.communicate(timeout=60)[1].decode()
    assert process.returncode == -asked
    left = sorted(path.name for path in folder.glob("*.txt"))
    assert 3 <= len(left) < 250
    header, *rows = read(folder)
    check(folder, rows)
    if asked != signal.SIGKILL:
        assert "Stopped" in words and [row["file"] for row in rows] == sorted(
            left, key=[row["file"] for row in rows].index)
        assert not list(folder.glob(".*"))
    done = run(*ASKED, "out")
    assert done.returncode == 0, done.stderr
    names = sorted(path.name for path in unstopped.iterdir())
    assert sorted(os.listdir(folder)) == names
    for name in names:
        assert (folder / name).read_bytes() == (unstopped / name).read_bytes()
