"""Recordings: what an asciicast draws in a terminal that is not ours is what `--format text` prints."""

import json
import re

import pytest

import emulator

HEADER = "dpg-atlas session 1\n"
LESSON = [
    "# First the countries: 250 of them, each with about 80 figures, and every one of these figures "
    "stands there with its year and its source.",
    "show-countries", "filter uganda", "open-row UGA", "page-down", "# Flags come first.",
    "go screening UGA dhis2", "page-down", "page-down", "open-verdict", "show-help", "go country CHN",
    "set-figure UGA internet-users 45 the ministry", "next-theme", "set-theme light", "show-map",
    "go country SAU", "go good dhis2", "# The end."]


@pytest.fixture
def lesson(tmp_path):
    path = tmp_path / "lesson.txt"
    path.write_text(HEADER + "".join(line + "\n" for line in LESSON))
    return path


def events(cast):
    lines = [json.loads(line) for line in cast.decode().splitlines()]
    return lines[0], lines[1:]


def texts(output):
    parts = re.split(r"^--- screen \d+ of \d+.* ---\n", output.decode(), flags=re.M)[1:]
    return [[row.rstrip() for row in part.split("\n")[:-1]] for part in parts]


@pytest.mark.parametrize("more", [
    [], ["--ascii"], ["--size", "200x50"], ["--size", "40x10"], ["--theme", "mono"], ["--no-color"]],
    ids=" ".join)
def test_a_cast_draws_what_the_text_says(command, lesson, more):
    if "40x10" in more:  # where two pages down do not read all flags yet
        lesson.write_text(lesson.read_text().replace("open-verdict\n", "redraw\n"))
    header, all_events = events(command("record", lesson, *more).stdout)
    assert header["version"] == 2 and "timestamp" not in header and "env" not in header
    wanted = texts(command("record", lesson, "--format", "text", "--all", *more).stdout)
    assert len(wanted) == len(LESSON) + 1
    screen = emulator.Screen(header["width"], header["height"])
    stream = emulator.Stream(screen)
    shown = {}
    times = [time for time, _, _ in all_events]
    assert times == sorted(times) and times[0] == 0
    for time, kind, data in all_events:
        assert kind in "om"
        if kind == "o":
            stream.feed(data.encode())
            shown[time] = screen.rows
    assert screen.unknown == []
    rest = iter([shown[time] for time in sorted(shown)])
    now = next(rest)
    for place, rows in enumerate(wanted):
        while now != rows:
            now = next(rest, None)
            assert now is not None, f"screen {place + 1} is not drawn:\n" + "\n".join(rows)


@pytest.mark.parametrize("more", [["--theme", "dark"], ["--theme", "light"], ["--theme", "colour-blind"], ["--no-color"]], ids=" ".join)
def test_colours_of_differences_are_those_of_a_whole_screen(command, lesson, more):
    header, all_events = events(command("record", lesson, *more).stdout)
    pair = []
    for whole in (False, True):
        screen = emulator.Screen(header["width"], header["height"])
        stream = emulator.Stream(screen)
        if whole:
            last = command("record", lesson, "--format", "ansi", *more).stdout
            stream.feed(last.removesuffix(b"\n").replace(b"\n", b"\r\n"))
        else:
            for _, kind, data in all_events:
                if kind == "o":
                    stream.feed(data.encode())
        pair.append([[screen.buffer[y][x] for x in range(screen.columns)]
                     for y in range(screen.lines)])
    assert pair[0] == pair[1]
    colours = {cell.fg for row in pair[0] for cell in row}
    assert (colours == {"default"}) == ("--no-color" in more)


def test_a_light_theme_brings_its_own_ground_into_a_dark_player(command, tmp_path):
    path = tmp_path / "light.txt"
    path.write_text(HEADER + "set-theme light\nset-theme dark\n")
    header, all_events = events(command("record", path).stdout)
    assert header["theme"]["bg"] == "#000000"
    screen = emulator.Screen(header["width"], header["height"])
    stream = emulator.Stream(screen)
    grounds = []
    for _, kind, data in all_events:
        if kind == "o" and data:
            stream.feed(data.encode())
            cells = [screen.buffer[y][x] for y in range(24) for x in range(80)]
            grounds.append({cell.bg for cell in cells} - {"005f87", "303030", "dadada"})
    assert grounds == [{"default"}, {"ffffff"}, {"default"}]


def test_captions_are_markers_and_stay_long_enough(command, lesson):
    _, all_events = events(command("record", lesson, "--pace", "1000").stdout)
    marks = [(time, data) for time, kind, data in all_events if kind == "m"]
    assert [data for _, data in marks] == [line[2:] for line in LESSON if line.startswith("#")]
    assert marks[0][0] == 1
    after = min(time for time, kind, _ in all_events if kind == "o" and time > 1)
    assert after >= 1 + (len(LESSON[0]) - 2) // 16
    text = command("record", lesson, "--format", "text", "--all").stdout.decode()
    assert text.count("its year and its source.") == text.count("First the countries:") > 1


def test_the_same_session_gives_the_same_bytes(command, lesson, tmp_path):
    other = tmp_path / "elsewhere"
    other.mkdir()
    copy = other / lesson.name
    copy.write_bytes(lesson.read_bytes())
    for format in ("cast", "html", "svg", "ansi"):
        one = command("record", lesson, "--format", format)
        two = command("record", copy, "--format", format, env={"TZ": "Asia/Kolkata", "COLUMNS": "99"})
        assert one.returncode == 0 and one.stdout == two.stdout
    stamped = command("record", lesson, "--timestamp", "1700000000").stdout
    assert events(stamped)[0]["timestamp"] == 1700000000


def test_nothing_is_exported_while_recording(command, tmp_path):
    path = tmp_path / "export.txt"
    path.write_text(HEADER + "show-countries\nexport-as csv\n")
    before = set(tmp_path.iterdir())
    text = command("record", path, "--format", "text").stdout.decode()
    assert "Written here: " in text and set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("arguments, code", [
    (["none.txt"], 66), (["LESSON", "--format", "gif"], 64), (["LESSON", "--size", "x"], 64),
    (["LESSON", "--all"], 64), (["LESSON", "--format", "svg", "--all"], 64),
    (["LESSON", "--format", "text", "--output-dir", "x"], 64), (["LESSON", "-o", "LESSON"], 73),
    (["LESSON", "-o", "none/a.cast"], 73), (["LESSON", "--pace", "-1"], 64),
    (["LESSON", "--format", "html", "--timestamp", "1"], 64), (["BAD"], 65), (["STUCK"], 1)])
def test_what_cannot_be_done_is_said(command, lesson, tmp_path, arguments, code):
    (tmp_path / "bad.txt").write_text(HEADER + "fly-home\n")
    (tmp_path / "stuck.txt").write_text(HEADER + "go nowhere\n")
    names = {"LESSON": str(lesson), "BAD": "bad.txt", "STUCK": "stuck.txt"}
    before = lesson.read_bytes()
    result = command("record", *[names.get(one, one) for one in arguments])
    assert result.returncode == code, result.stderr
    assert result.stderr and result.stdout == b"" and lesson.read_bytes() == before


def test_a_live_session_is_recorded_when_it_ends(explorer, tmp_path):
    one = explorer("explore", "--record", "live.cast", "--no-session", size=(90, 30))
    one.keys("3").wait_for("250 of 250")
    one.keys("/uganda").wait_for("1 of 250")
    one.keys("enter").wait_for("Uganda (UGA)")
    last = one.screen.rows
    one.keys("ctrl-c")
    assert one.wait_exit() == 130
    one.assert_restored()
    header, all_events = events((tmp_path / "live.cast").read_bytes())
    assert (header["width"], header["height"]) == (90, 30)
    screen = emulator.Screen(90, 30)
    stream = emulator.Stream(screen)
    for _, kind, data in all_events:
        if kind == "o":
            stream.feed(data.encode())
    assert screen.rows == last
    assert all_events[-1][0] < 60


def test_the_palette_saves_the_session_and_export_the_screen(explorer, tmp_path):
    one = explorer(size=(100, 30))
    one.keys("3").wait_for("250 of 250")
    one.keys("/uganda").wait_for("1 of 250")
    one.keys("enter").wait_for("Uganda (UGA)")
    shown = one.screen.rows
    one.keys("e").wait_for("This screen: a picture")
    one.keys("screen.txt").wait_without("Markdown")
    one.keys("enter").wait_for("Written here: dpg-atlas-screen.txt")
    text = (tmp_path / "dpg-atlas-screen.txt").read_text().split("\n")[:-1]
    # The message line of a moment ago is gone.
    assert text[:-2] == shown[:-2]
    one.keys(":").wait_for("Palette")
    one.keys("recording").wait_for("Save a recording")
    one.keys("enter").wait_for("Save the session so far as")
    one.keys("down", "enter").wait_for("Written here: dpg-atlas-session.cast")
    one.keys("ctrl-c")
    assert one.wait_exit() == 130
    header, all_events = events((tmp_path / "dpg-atlas-session.cast").read_bytes())
    assert (header["width"], header["height"]) == (100, 30)
    screen = emulator.Screen(100, 30)
    stream = emulator.Stream(screen)
    for _, kind, data in all_events:
        if kind == "o":
            stream.feed(data.encode())
    assert screen.rows[:-2] == shown[:-2]


def test_a_signal_still_writes_the_recording(explorer, tmp_path):
    one = explorer("explore", "--record", "live.html", "--no-session")
    one.keys("4").wait_for("of 307")
    one.signal("TERM")
    assert one.wait_exit() == 143
    one.assert_restored()
    page = (tmp_path / "live.html").read_text()
    assert page.endswith("</html>\n") and "of 307" in page
    assert [path.name for path in tmp_path.glob(".*tmp")] == []


def test_a_recording_is_never_written_over(command, explorer, tmp_path):
    (tmp_path / "live.cast").write_text("mine")
    one = explorer("explore", "--record", "live.cast", first=None)
    assert one.wait_exit() == 73
    assert (tmp_path / "live.cast").read_text() == "mine"
    one = explorer("explore", "--record", "live.gif", first=None)
    assert one.wait_exit() == 64
    one = explorer("explore", "--record", "live.cast", "--force", "--no-session")
    one.keys("q")
    assert one.wait_exit() == 0
    assert (tmp_path / "live.cast").read_text().startswith('{"version":2')
