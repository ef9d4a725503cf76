"""Sessions that are played back: on the screen with captions, or without one."""

import pytest

from test_screens import HOME

HEADER = "dpg-atlas session 1\n"


@pytest.fixture
def session(tmp_path):
    def write(*lines):
        path = tmp_path / "lesson.txt"
        path.write_text(HEADER + "".join(line + "\n" for line in lines))
        return path

    return write


def test_headless_prints_the_last_screen(command, session):
    path = session("# Uganda first", "go country UGA", "go screening UGA dhis2")
    result = command("explore", "--play", path, "--headless", "--size", "100x30")
    assert result.returncode == 0 and result.stderr == b""
    lines = result.stdout.decode().split("\n")
    assert len(lines) == 31 and lines[-1] == ""
    assert "DHIS2 in Uganda" in lines[0] and "RISK FLAGS" in result.stdout.decode()
    assert all(len(line) <= 100 for line in lines)
    assert command("explore", "--play", path, "--headless", "--size", "100x30").stdout == result.stdout


@pytest.mark.parametrize("line", [
    "select-row XXX", "open-row XXX", "mark-row XXX", "screen-pair XXX", "go nowhere",
    "set-theme pink", "set-figure UGA nothing 1", "sort-column nothing", "frequency nothing",
    "undo", "show-plan", "open-verdict", "next-year", "export-as docx"])
def test_headless_fails_at_the_line_that_cannot_be_carried_out(command, session, line):
    path = session("go countries", line, "go goods")
    result = command("explore", "--play", path, "--headless")
    assert result.returncode == 1, result.stdout.decode()
    assert result.stdout == b""
    words = result.stderr.decode()
    assert f"`{line}`" in words and "lesson.txt" in words
    assert len(words.split(f"`{line}`", 1)[1].strip(" :.\n")) > 10  # and why


@pytest.mark.parametrize("content, words", [
    (b"", "line 1"), (b"iso3,name\n", "line 1"), (b"dpg-atlas session 2\n", "line 1"),
    (HEADER.encode() + b"go countries\n\x1b[31mfly-home UGA\n", "line 3"), (b"\xff\xfe", "UTF-8")])
@pytest.mark.parametrize("more", [["--headless"], ["--plain"]])
def test_a_damaged_file_is_65(command, tmp_path, content, words, more):
    path = tmp_path / "damaged.txt"
    path.write_bytes(content)
    result = command("explore", "--play", path, *more)
    assert result.returncode == 65
    assert words in result.stderr.decode() and "damaged.txt" in result.stderr.decode()
    assert b"\x1b" not in result.stderr
    assert result.stdout == b"" and path.read_bytes() == content


def test_a_missing_file_is_66(command):
    result = command("explore", "--play", "nothing.txt", "--headless")
    assert result.returncode == 66
    assert "nothing.txt" in result.stderr.decode()


@pytest.mark.parametrize("arguments", [
    ["--headless"], ["--play", "x", "--headless", "--size", "0x0"], ["--play", "x", "--pace", "-1"],
    ["--play", "x", "--headless", "--size", "big"]])
def test_wrong_use_is_64(command, arguments):
    assert command("explore", *arguments).returncode == 64


def test_playing_shows_captions_and_leaves_the_keys_at_the_end(explorer, session, tmp_path):
    path = session(
        "# First the countries.", "show-countries", "# One of them.", "filter uganda", "open-row UGA",
        "# The end.")
    one = explorer("explore", "--play", path, "--pace", "400")
    one.wait_for("First the countries.")
    one.wait_for("One of them.")
    one.wait_for("The end.")
    assert "Uganda (UGA)" in one.screen.text
    one.keys("q").wait_for("1 of 250")
    one.keys("ctrl-c")
    assert one.wait_exit() == 130
    one.assert_restored()
    # A lesson is nobody's session.
    assert not (tmp_path / "state" / "dpg-atlas" / "session").exists()


def test_a_key_takes_over_and_is_not_carried_out(explorer, session):
    path = session("# Watch.", "show-countries", *["move-down"] * 500, "show-sources")
    one = explorer("explore", "--play", path, "--pace", "30")
    one.wait_for("250 of 250")
    one.keys("4").wait_for("Playing stopped; the keys are yours.")
    assert "250 of 250" in one.screen.text
    one.keys("4").wait_for("of 307")
    one.keys("q").wait_for(HOME)
    one.keys("q")
    assert one.wait_exit() == 0
    one.assert_restored()


def test_control_c_leaves_while_playing(explorer, session):
    one = explorer("explore", "--play", session("# Watch.", *["redraw"] * 500), "--pace", "500")
    one.wait_for("Watch.")
    one.keys("ctrl-c")
    assert one.wait_exit() == 130
    one.assert_restored()


def test_a_log_plays_back_to_the_same_screen(explorer, command, tmp_path):
    """What `L` and `e` write leads to the view that the user left."""
    one = explorer(size=(200, 40))
    one.keys("3").wait_for("250 of 250")
    one.keys("/income:low").wait_for("of 250")
    one.keys("enter", "right", "right", "s", "down", "down", "space").wait_for("1 marked")
    before = one.screen.rows[1:-2]
    one.keys("L").wait_for("Command log")
    one.keys("e").wait_for("Export")
    one.keys("enter").wait_for("Written here: ")
    name = one.screen.rows[-2].removeprefix("Written here: ").split(";")[0]
    lines = (tmp_path / name).read_text()
    kept = lines[:lines.index("show-log")]
    (tmp_path / "kept.txt").write_text(kept)
    result = command("explore", "--play", "kept.txt", "--headless", "--size", "200x40")
    assert result.returncode == 0, result.stderr.decode()
    assert [row.rstrip() for row in result.stdout.decode().split("\n")[1:-3]] == before
