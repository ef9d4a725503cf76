"""Reads PDF files with an independent reader."""

import ctypes.util
import shutil
import subprocess

import pytest

COMMANDS = [
    ["report", "UGA", "dhis2"], ["report", "KEN", "oky", "--length", "full"], ["report", "ATA"],
    ["report", "CIV", "--need", "sdg:4", "--length", "card"], ["country", "EGY"],
    ["assess", "UGA", "dhis2"], ["good", "dhis2"], ["rank", "UGA"], ["goods"], ["offer"], ["method"],
    ["why", "UGA", "dhis2", "fit"],
    ["certainty", "UGA", "dhis2"], ["certainty", "KEN"], ["compare", "UGA", "KEN"], ["data", "info"],
    ["matrix", "--countries", "iso3:UGA,KEN", "--goods", "sector:health"],
]
pytestmark = pytest.mark.skipif(
    not (ctypes.util.find_library("pangocairo-1.0") and shutil.which("pdftotext")),
    reason="this machine has no Pango with Cairo, or no poppler")


def made(run, tmp_path, *arguments):
    done = run(*arguments, "--format", "pdf")
    assert done.returncode == 0, done.stderr
    path = tmp_path / "made.pdf"
    path.write_bytes(done.stdout)
    return path


def asked(program, *arguments):
    done = subprocess.run([program, *arguments], check=True, capture_output=True)
    # A file that the reader had to mend is no sound file.
    assert not done.stderr, done.stderr
    return done.stdout.decode()


def words(path, *options):
    return asked("pdftotext", *options, path, "-")


def facts(path):
    lines = asked("pdfinfo", path).splitlines()
    return dict(map(str.strip, line.split(":", 1)) for line in lines if ":" in line)


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_file_is_sound_and_the_same_each_time(run, tmp_path, arguments):
    path = made(run, tmp_path, *arguments)
    about = facts(path)
    assert about["Title"] and about["Creator"] == "DPG Atlas"
    assert "2026" in about["CreationDate"]
    text = "".join(words(path).split())
    assert f"1/{about['Pages']}" in text and f"{about['Pages']}/{about['Pages']}" in text
    assert run(*arguments, "--format", "pdf").stdout == path.read_bytes()


@pytest.mark.parametrize("length, pages", [("card", 1), ("brief", 2), ("full", 6)])
@pytest.mark.parametrize("pair", [["UGA", "dhis2"], ["SSD", "oky"], ["RUS", "mosip"], ["FJI"]], ids=" ".join)
def test_a_report_fits_its_pages(run, tmp_path, length, pages, pair):
    path = made(run, tmp_path, "report", *pair, "--length", length)
    assert int(facts(path)["Pages"]) <= pages
    assert facts(path)["Page size"].endswith("(A4)")


def test_flags_stand_before_the_verdict_and_every_word_is_there(run, tmp_path):
    text = " ".join(words(made(run, tmp_path, "report", "UGA", "dhis2"), "-layout").split())
    assert text.index("Flags: ") < text.index("Verdict of the screening")
    assert text.index("Risk flags") < text.rindex("Verdict of the screening") < text.index("Sources")
    plain = run("report", "UGA", "dhis2", "--format", "md").stdout.decode()
    points = [line[2:].replace("\\", "") for line in plain.splitlines() if line.startswith("- Raise")]
    assert points
    for point in points:
        assert point in text


def test_letters_of_all_scripts_can_be_read(run, tmp_path):
    text = words(made(run, tmp_path, "country", "EGY"))
    for name in ["Égypte", "Египет", "埃及"]:
        assert name in text
    # Marks of direction around it are the reader's own.
    assert "مصر" in text or "رصم" in text


def test_structure_links_and_paper(run, tmp_path):
    path = made(run, tmp_path, "report", "UGA", "dhis2", "--length", "full", "--paper", "Letter")
    assert facts(path)["Page size"].endswith("(letter)")
    tree = asked("pdfinfo", "-struct-text", path)
    assert '"DHIS2 in Uganda"' in tree and tree.index("H1") < tree.index("H2") < tree.index("Table")
    assert "https://" in asked("pdfinfo", "-url", path)
    # Every citation leads to a source that is there.
    assert '"s1"' in asked("pdfinfo", "-dests", path)


def test_a_hostile_source_stays_words(run, tmp_path, hostile):
    path = made(run, tmp_path, "country", "UGA", *hostile)
    text = words(path)
    assert "<script>" in text
    addresses = asked("pdfinfo", "-url", path)
    assert "javascript" not in addresses and "script" not in addresses


def test_too_much_is_said_before_it_is_set(run):
    done = run("countries", "--columns", "all", "--format", "pdf")
    assert done.returncode == 64 and b"csv" in done.stderr and not done.stdout
