"""Numbered choices on plain lines: for screen readers, pipes and terminals without screen control."""

import subprocess

import pytest

from harness import pinned_environment

PROMPT = "Number opens, /words filters, b back, v views, ? commands, q quits."


@pytest.fixture
def plain(binary, tmp_path):
    """Runs lines through the explorer in a pipe; gives back its pages, the first one included."""

    def run(*lines, arguments=("explore", "--plain"), env=None):
        result = subprocess.run(
            [binary, *arguments], cwd=tmp_path, env=pinned_environment(tmp_path, **(env or {})),
            input="".join(line + "\n" for line in lines).encode(), capture_output=True, timeout=60)
        assert b"\x1b" not in result.stdout and result.stderr == b""
        return result.returncode, result.stdout.decode()

    return run


def number_of(text, page):
    """The number in front of a text in the last page."""
    row = next(line for line in reversed(page.split("\n")) if text in line)
    return row.split(".")[0]


def test_the_main_job_by_numbers(plain):
    """Country, good, screening, flags before the verdict: every step is a number or a filter."""
    lines = []

    def go(line):
        lines.append(line)
        code, text = plain(*lines)
        assert code == 0
        return text.split(PROMPT)[-2]

    code, first = plain()
    assert code == 0 and "Which digital public goods fit a country" in first
    page = go(number_of("Countries: ", first))
    assert "Place: DPG Atlas > Countries" in page and "1. " in page
    page = go("/uganda")
    page = go(number_of("Uganda", page))
    assert "Uganda (UGA)" in page
    page = go("screen-pair")
    assert "Goods for Uganda" in page
    page = go("/dhis2")
    page = go(number_of("DHIS2", page))
    assert "DHIS2 in Uganda" in page
    assert page.index("RISK FLAGS") < page.index("VERDICT") if "VERDICT" in page else True
    page = go("b")
    assert "Goods for Uganda" in page
    go("q")


def test_the_end_of_the_input_is_the_end(plain):
    assert plain() == plain("q")


def test_every_line_fits_and_is_text(plain):
    _, text = plain("1", "n", "/region:africa", "1", "screen-pair", "1", "b", "b", "b", "v", "?", "q")
    assert max(len(line) for line in text.split("\n")) <= 78
    assert all(character.isprintable() for line in text.split("\n") for character in line)


def test_lines_that_mean_nothing_are_told_so(plain):
    _, text = plain("9999", "fly-home", "\x1b[31m", "q")
    assert "Error: There is no row 9999." in text
    assert "Error: `fly-home` is no number and no verb; ? lists the verbs." in text
    assert text.count("Error: ") == 3


def test_ascii_can_be_asked_for(plain):
    _, text = plain("1", "/cote", "1", "q", arguments=("explore", "--plain", "--ascii"))
    assert text.isascii() and "Cote d'Ivoire" in text


def test_an_export_writes_the_file_it_names(plain, command, tmp_path):
    _, text = plain("go screening UGA dhis2", "export-as md", "q")
    assert "Note: Written here: dpg-atlas-UGA-dhis2.md" in text
    expected = command("assess", "UGA", "dhis2", "--format", "md").stdout
    assert (tmp_path / "dpg-atlas-UGA-dhis2.md").read_bytes() == expected


def test_a_dumb_terminal_gets_plain_lines(explorer):
    one = explorer(term="dumb", size=(80, 60), first="Which digital public goods")
    one.wait_for(PROMPT)
    modes = one.modes()
    one.keys("/uganda", "enter")
    one.keys("show-countries", "enter").wait_for("Rows 1 to 20 of 250")
    one.keys("q", "enter")
    assert one.wait_exit() == 0
    assert modes == one.modes_before
    assert b"\x1b" not in one.output
    one.assert_restored()


def test_a_dumb_terminal_in_a_pipe_gets_plain_lines(plain):
    code, text = plain("q", arguments=(), env={"TERM": "dumb"})
    assert code == 0 and PROMPT in text


def test_a_reader_that_goes_away_ends_it(binary, tmp_path):
    """`dpg-atlas explore --plain | head -1` must not run on or trap."""
    result = subprocess.run(
        f"yes v | '{binary}' explore --plain | head -1", shell=True, cwd=tmp_path,
        env=pinned_environment(tmp_path), capture_output=True, timeout=60)
    assert result.returncode == 0 and b"Fatal" not in result.stderr
