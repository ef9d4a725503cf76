"""What is exported is what the command prints that the message names, byte for byte."""

import subprocess

import pytest

from harness import pinned_environment

# Wide enough for the longest command in the message line.
WIDE = (500, 40)
FORMATS = ["md", "txt", "csv", "json", "jsonl", "html", "xlsx", "pdf"]
BEFORE_COMMAND = "; the same as: "

# Verbs that open each view, what it shows then, and how the command that is named begins.
VIEWS = {
    "countries": (["go countries"], "250 of 250", "dpg-atlas countries "),
    "countries filtered and sorted": (
        ["go countries", "filter region:africa internet<50", "sort-column internet-users",
         "sort-column internet-users"],
        "internet<50",
        "dpg-atlas countries --where 'region:africa internet<50' --sort internet-users:desc "),
    "countries with another column": (
        ["go countries", "toggle-column gini", "filter côte"], "côte", "dpg-atlas countries "),
    "goods": (["go goods", "filter sdg:3"], "sdg:3", "dpg-atlas goods "),
    "all goods": (["go goods", "show-all"], "of 307", "dpg-atlas goods --all "),
    "rank": (["go rank UGA"], "Goods for Uganda", "dpg-atlas rank UGA "),
    "rank filtered and sorted": (
        ["go rank UGA", "filter health", "sort-column fit_range"], "health",
        "dpg-atlas rank UGA --where health --sort fit_range "),
    "rank of countries": (["go rank-good dhis2"], "Countries for DHIS2", "dpg-atlas rank --good dhis2 "),
    "country": (["go country UGA"], "Uganda (UGA)", "dpg-atlas country UGA "),
    "good": (["go good dhis2"], "DHIS2", "dpg-atlas good dhis2 "),
    "screening": (["go screening UGA dhis2"], "RISK FLAGS", "dpg-atlas assess UGA dhis2 "),
    "screening under changes": (
        ["set-figure UGA internet-users 55.5", "set-policy any", "go screening UGA dhis2"], "RISK FLAGS",
        "dpg-atlas assess UGA dhis2 "),
    "why a flag": (["go screening UGA dhis2", "why D1"], "Why: ", "dpg-atlas why UGA dhis2 D1 "),
    "why a fit": (["go screening UGA dhis2", "why fit"], "Why: ", "dpg-atlas why UGA dhis2 fit "),
    "why a figure": (
        ["go countries", "filter uganda", "sort-column internet-users", "why UGA"], "Why: ",
        "dpg-atlas why UGA --figure internet-users "),
    "what would move it": (
        ["go changes KEN oky"], "What would move Oky", "dpg-atlas change KEN oky "),
    "compare countries": (["go compare countries UGA KEN IND"], "Compare", "dpg-atlas compare UGA KEN IND "),
    "compare goods": (["go compare goods dhis2 openmrs"], "Compare", "dpg-atlas compare dhis2 openmrs "),
    "frequency": (
        ["go countries", "filter internet<50", "frequency region"], "Values of region",
        "dpg-atlas countries --frequency region --where 'internet<50' "),
    "describe": (
        ["go countries", "filter region:africa", "describe"], "Columns of countries",
        "dpg-atlas countries --describe --where region:africa "),
    "offer": (["go offer mosip"], "Modular Open Source Identity Platform", "dpg-atlas offer mosip "),
    "sources": (["go sources"], "Sources", "dpg-atlas sources "),
    "indicators": (["go indicators"], "Indicators", "dpg-atlas indicators "),
    "measures": (["go measures"], "Measures", "dpg-atlas measures "),
    "map": (["go map"], "Map", "dpg-atlas countries --columns "),
    "map of a good": (["go map", "set-colour fit dhis2"], "DHIS2", "dpg-atlas rank --good dhis2 "),
    # Few enough pairs for pages to print.
    "matrix": (["go matrix income:low | sdg:3 sector:education"], "Matrix", "dpg-atlas matrix "),
    "what-if": (
        ["go what-if UGA dhis2", "set-figure UGA internet-users 55.5", "set-preset citizen-first"],
        "What if", "dpg-atlas assess UGA dhis2 --preset citizen-first --set internet-users=55.5 "),
}


@pytest.fixture
def shell(binary, tmp_path):
    """Runs a command line of which `dpg-atlas` is the program under test."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "dpg-atlas").symlink_to(binary)
    environment = pinned_environment(tmp_path)
    environment["PATH"] = f"{folder}:{environment['PATH']}"

    def run(line):
        return subprocess.run(
            ["sh", "-c", line], cwd=tmp_path, env=environment, capture_output=True,
            stdin=subprocess.DEVNULL, timeout=60)

    return run


def written(one):
    """Name of the file and command that the message names."""
    row = one.wait_for("Written here: ").rows[-2]
    name, _, line = row.removeprefix("Written here: ").partition(BEFORE_COMMAND)
    return name, line


@pytest.mark.parametrize("view", VIEWS)
def test_an_export_has_the_bytes_of_the_command_it_names(explorer, shell, tmp_path, view):
    verbs, shown, begins = VIEWS[view]
    session = tmp_path / "session.txt"
    session.write_text("\n".join(["dpg-atlas session 1", *verbs, "# Ready."]) + "\n")
    one = explorer("explore", "--play", session, "--pace", "1", size=WIDE, first="Ready.")
    assert shown in one.screen.text
    offered = 0
    for place, ending in enumerate(FORMATS):
        one.keys("e").wait_for("Export what is shown as")
        if one.screen.row_of(f"│{ending} ") is None:
            one.keys("esc").wait_without("Export what is shown as")
            continue
        one.keys(*["down"] * place, "enter")
        name, line = written(one)
        assert name.endswith(f".{ending}")
        assert line.startswith(begins)
        expected = shell(line)
        assert expected.returncode == 0, f"{line}\n{expected.stderr.decode()}"
        assert (tmp_path / name).read_bytes() == expected.stdout, line
        offered += 1
        one.keys("down").wait_without("Written here: ")
    assert offered == len(FORMATS)


@pytest.mark.parametrize("number", [
    "P3", "D1", "fit", "connectivity", "privacy", "need", "precedent", "data-quality"])
def test_every_why_names_a_command_that_prints_it(command, shell, tmp_path, number):
    (tmp_path / "session.txt").write_text(
        f"dpg-atlas session 1\ngo screening UGA dhis2\nwhy {number}\nexport-as md\n")
    played = command("explore", "--play", "session.txt", "--headless", "--size", "300x40")
    assert played.returncode == 0, played.stderr.decode()
    row = played.stdout.decode().split("\n")[-3]
    name, _, line = row.removeprefix("Written here: ").partition(BEFORE_COMMAND)
    expected = shell(line)
    assert expected.returncode == 0, expected.stderr.decode()
    assert (tmp_path / name).read_bytes() == expected.stdout


@pytest.mark.parametrize("place, changes", [
    ("screening UGA dhis2", ""),
    ("screening UGA dhis2", "confirm-plan UGA dhis2 - The cabinet's decision\n"),
    ("screening UGA oky", "set-figure UGA internet-users 55.5\n"),
    ("country KEN", "")])
@pytest.mark.parametrize("name", ["card.pdf", "brief.html", "full.md"])
def test_a_fit_report_is_that_of_the_command(command, shell, tmp_path, place, changes, name):
    (tmp_path / "session.txt").write_text(
        f"dpg-atlas session 1\n{changes}go {place}\nexport-as {name}\n")
    played = command("explore", "--play", "session.txt", "--headless", "--size", "300x40")
    assert played.returncode == 0, played.stderr.decode()
    row = played.stdout.decode().split("\n")[-3]
    file, _, line = row.removeprefix("Written here: ").partition(BEFORE_COMMAND)
    assert file.startswith("dpg-atlas-report-") and line.startswith("dpg-atlas report ")
    expected = shell(line)
    assert expected.returncode == 0, expected.stderr.decode()
    assert (tmp_path / file).read_bytes() == expected.stdout


def test_a_fact_that_no_command_prints_names_none(command, tmp_path):
    (tmp_path / "session.txt").write_text(
        "dpg-atlas session 1\ngo country UGA\nwhy\nexport-as md\n")
    played = command("explore", "--play", "session.txt", "--headless", "--size", "300x40")
    row = played.stdout.decode().split("\n")[-3]
    assert row == "Written here: dpg-atlas-why-fact.md"
