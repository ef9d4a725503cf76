"""What a user sees: first screen, the main job, sizes, export."""

import re

import pytest

HOME = "Which digital public goods fit a country"
CLASSES = r"^(Adopt|Adopt with safeguards|Prepare first|Not now|Cannot say)\b"


def countries(explorer, **options):
    one = explorer(**options)
    one.keys("enter").wait_for("250 of 250")
    return one


def open_uganda(explorer, **options):
    one = countries(explorer, **options)
    one.keys("/uganda").wait_for("1 of 250")
    one.keys("enter").wait_for("Uganda (UGA)")
    return one


def screen_uganda(explorer, **options):
    one = open_uganda(explorer, **options)
    one.keys("x").wait_for("of 245")
    one.keys("/dhis2").wait_for("1 of 245")
    one.keys("enter").wait_for("RISK FLAGS" if one.screen.lines > 10 else "DHIS2 in Uganda")
    return one


def page_down(one):
    """One page further down; false at the end."""
    before = one.screen.text
    one.keys("pagedown", "ctrl-l").wait_read()
    try:
        one.wait_for(lambda s: s.text != before, deadline=1)
    except AssertionError:
        return False
    return True


def test_first_screen_says_what_to_press_and_how_to_leave(explorer):
    screen = explorer().screen
    assert HOME in screen.text
    assert "Start: press 3, then / and a name, Enter to open the country" in screen.text
    assert "q goes back and, here, leaves" in screen.text
    assert screen.rows[-1].split() == (
        "Enter open Down next 3 countries 4 goods : palette ? help q quit".split())
    assert screen.is_alternate and not screen.shows_cursor


def test_main_job_shows_flags_before_the_verdict(explorer):
    one = screen_uganda(explorer)
    screen = one.screen
    heading = screen.row_of("RISK FLAGS")
    assert heading is not None
    # A flag on the first screen names its figure, year and source; no verdict is shown yet.
    evidence = "\n".join(screen.rows[heading + 1:])
    assert re.search(r"\((19|20)\d\d, [^\[]+\s*\[[a-z0-9-]+\]\)", evidence.replace("│", "").replace("█", ""))
    assert "VERDICT" not in screen.text
    # Asked for too early it stays folded, and the reason is told.
    one.keys("v").wait_for("open flags have not been on the screen yet")
    seen = [screen.text]
    while page_down(one):
        seen.append(screen.text)
        assert len(seen) < 100
    passed = "\n".join(seen)
    for flag in ("P3 No redress", "R2 No power", "S1 National cyber"):
        assert flag in passed
    # It is folded to the end of the page, and its class nowhere before v is pressed.
    assert screen.row_of("SCREENING VERDICT (folded)") is not None
    assert not re.search(CLASSES, passed, re.M)
    one.keys("v").wait_for("Prepare first")
    assert screen.row_of("SCREENING VERDICT") < screen.row_of("Prepare first")
    one.keys("v").wait_for("SCREENING VERDICT (folded)")
    assert not re.search(CLASSES, screen.text, re.M)


def test_verdict_stands_below_every_flag_on_a_wide_screen(explorer):
    one = screen_uganda(explorer, size=(120, 60))
    assert one.screen.row_of("P3 No redress") < one.screen.row_of("E1 Thin data")
    assert one.screen.row_of("E1 Thin data") < one.screen.row_of("SCREENING VERDICT (folded)")
    assert not re.search(CLASSES, one.screen.text, re.M)
    one.keys("v").wait_for("Prepare first")
    assert one.screen.row_of("E1 Thin data") < one.screen.row_of("Prepare first")


def test_escape_and_q_go_back_one_view_and_q_leaves_from_home(explorer):
    one = screen_uganda(explorer)
    one.keys("esc").wait_for("1 of 245")
    one.keys("esc").wait_for("245 of 245")  # the filter goes first
    one.keys("q").wait_for("Uganda (UGA)")
    one.keys("esc").wait_for("1 of 250")
    one.keys("esc").wait_for("250 of 250")
    one.keys("esc").wait_for(HOME)
    one.keys("esc").wait_for("This is the home view: q leaves.")
    one.keys("q")
    assert one.wait_exit() == 0
    one.assert_restored()


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (60, 20), (40, 10)])
def test_main_job_at_every_size(explorer, size):
    one = countries(explorer, size=size)
    one.keys("/uganda").wait_for("1 of 250")
    one.keys("enter").wait_for("Uganda (UGA)")
    one.keys("x").wait_for("of 245")
    one.keys("/dhis2").wait_for("1 of 245")
    one.keys("enter").wait_for("DHIS2 in Uganda")
    while page_down(one):
        pass
    one.keys("v").wait_for("Prepare first")
    assert all(len(row) <= size[0] for row in one.screen.rows)
    one.keys("g").wait_for("DHIS2 in Uganda")
    one.keys("ctrl-c")
    assert one.wait_exit() == 130
    one.assert_restored()


def test_resize_storm_ends_with_the_right_screen(explorer):
    one = screen_uganda(explorer, size=(200, 60))
    sizes = [(180, 50), (120, 40), (81, 25), (80, 24), (60, 20), (41, 11), (40, 10)]
    for columns, rows in (sizes + sizes[::-1]) * 5:
        one.resize(columns, rows)
    one.resize(40, 10)
    one.wait_for(lambda s: "RISK FLAGS" in s.text or "DHIS2 in Uganda" in s.text)
    one.resize(39, 9)
    notice = one.wait_for("39x9").text.replace("\n", " ")
    assert "40x10 is the least" in notice and "q leaves" in notice
    one.resize(200, 60)
    one.wait_for("SCREENING VERDICT (folded)")
    # The same screen as one that was opened at this size.
    other = explorer("explore", "--country", "UGA", "--good", "dhis2", size=(200, 60))
    other.wait_for("SCREENING VERDICT (folded)")
    one.wait_for(lambda s: s.rows[1:] == other.screen.rows[1:])


@pytest.mark.parametrize("keys", [[], ["3"], ["3", "/"], ["?"]])
def test_too_small_a_window_still_leaves_on_q(explorer, keys):
    one = explorer()
    for key in keys:
        before = one.screen.text
        one.keys(key).wait_for(lambda s: s.text != before)
    one.resize(39, 9)
    one.wait_for("39x9")
    one.keys("q")
    assert one.wait_exit() == 0
    one.assert_restored()


def test_export_writes_the_bytes_of_the_command_and_never_overwrites(explorer, command, tmp_path):
    expected = command("assess", "UGA", "dhis2", "--format", "md")
    assert expected.returncode == 0
    one = screen_uganda(explorer)

    def export(*keys):
        before = set(tmp_path.iterdir())
        one.keys("e").wait_for("Export what is shown as")
        one.keys(*keys, "enter").wait_for("Written here: ")
        added = set(tmp_path.iterdir()) - before
        assert len(added) == 1
        return added.pop()

    first = export()
    assert first.name == "dpg-atlas-UGA-dhis2.md" and first.name in one.screen.text
    assert first.read_bytes() == expected.stdout
    first.write_bytes(b"mine\n")
    second = export()
    assert second.name == "dpg-atlas-UGA-dhis2-2.md" and second.name in one.screen.text
    assert first.read_bytes() == b"mine\n"
    assert second.read_bytes() == expected.stdout
    third = export("json")
    assert third.read_bytes() == command("assess", "UGA", "dhis2", "--format", "json").stdout


def test_help_lists_commands_and_runs_one(explorer):
    one = explorer()
    one.keys("?").wait_for("Move down")
    one.keys("sources")
    one.wait_for(lambda s: "Move down" not in s.text and "Sources" in s.text)
    one.keys("enter").wait_for("› Sources")
