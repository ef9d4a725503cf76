"""What is kept between two runs, and what happens to a file that is damaged."""

import os
import stat

import pytest

from test_screens import HOME

HEADER = "dpg-atlas session 1\n"


@pytest.fixture
def kept(tmp_path):
    """The session file; the state folder of every program under test is a temporary one."""
    return tmp_path / "state" / "dpg-atlas" / "session"


def leave(one):
    one.keys("ctrl-c")
    assert one.wait_exit() == 130
    one.assert_restored()


def test_marks_and_changes_are_kept_and_r_opens_the_views_again(explorer, kept):
    one = explorer(size=(120, 40))
    one.keys("3").wait_for("250 of 250")
    one.keys("/uganda").wait_for("1 of 250")
    one.keys("enter").wait_for("Uganda (UGA)")
    one.keys("space").wait_for("1 marked")
    one.keys("x").wait_for("Goods for Uganda")
    one.keys("/dhis2", "enter").wait_for("RISK FLAGS")
    one.keys("w").wait_for("What if")
    one.keys("right").wait_for("1 change")
    leave(one)
    text = kept.read_text()
    assert text.startswith(HEADER)
    assert "mark-row country UGA" in text and "go screening UGA dhis2" in text
    assert stat.S_IMODE(os.stat(kept).st_mode) == 0o600

    again = explorer(size=(120, 40))
    # Marks and changes are in force at once; the views wait to be asked for.
    assert HOME in again.screen.text and "Continue" in again.screen.text
    assert "1 change" in again.screen.rows[0] and "1 marked" in again.screen.rows[0]
    again.keys("r").wait_for("What if")
    again.keys("q").wait_for("RISK FLAGS")
    again.keys("q").wait_for("1 of 245")
    again.keys("q").wait_for("Uganda (UGA)")
    leave(again)
    # Nothing was lost by leaving from another view.
    assert "mark-row country UGA" in kept.read_text() and "set-figure" in kept.read_text()


def test_views_that_were_not_asked_for_are_handed_on(explorer, kept):
    one = explorer()
    one.keys("3").wait_for("250 of 250")
    leave(one)
    first = kept.read_text()
    one = explorer()
    one.keys("q")
    assert one.wait_exit() == 0
    assert kept.read_text() == first
    one = explorer()
    one.keys("r").wait_for("250 of 250")
    leave(one)
    assert kept.read_text() == first


def test_a_window_that_hangs_up_twice_loses_nothing(explorer, kept):
    # A closed window hangs up once by itself and once through its shell.
    one = explorer()
    one.keys("3").wait_for("250 of 250")
    one.keys("/uganda", "enter").wait_for("Uganda (UGA)")
    one.keys("space").wait_for("1 marked")
    while one.process.poll() is None:
        one.signal("HUP")
        one.pump()
    assert "mark-row country UGA" in kept.read_text()
    assert [file.name for file in kept.parent.iterdir()] == [kept.name]


def test_no_session_neither_reads_nor_writes(explorer, kept):
    kept.parent.mkdir(parents=True)
    kept.write_text(HEADER + "mark-row country UGA\n")
    one = explorer("explore", "--no-session")
    assert "1 marked" not in one.screen.text
    one.keys("3").wait_for("250 of 250")
    leave(one)
    assert kept.read_text() == HEADER + "mark-row country UGA\n"


@pytest.mark.parametrize("content", [
    b"", b"dpg-atlas session 9\n", b"dpg-atlas session 1\nfly-home UGA\n", b"\xff\xfe\x00broken",
    b"dpg-atlas session 1\nmark-row country UGA\n\x1b[31mred\n"])
def test_a_damaged_session_is_kept_aside_and_named(explorer, kept, content):
    kept.parent.mkdir(parents=True)
    for number in (1, 2):
        kept.write_bytes(content)
        one = explorer(size=(80, 24))
        assert f"Kept as session.damaged-{number}: the last session could not be read" in one.screen.text
        one.keys("3").wait_for("250 of 250")
        leave(one)
        for earlier in range(1, number + 1):
            assert (kept.parent / f"session.damaged-{earlier}").read_bytes() == content
        assert kept.read_text().startswith(HEADER)


def test_lines_that_the_dataset_does_not_have_are_counted(explorer, kept):
    kept.parent.mkdir(parents=True)
    kept.write_text(HEADER + "mark-row country XXX\nmark-row country UGA\nset-figure UGA nothing 5\n")
    one = explorer()
    assert "2 things of the last session are not in this dataset." in one.screen.text
    assert "1 marked" in one.screen.text
    leave(one)


@pytest.mark.parametrize("name, status", [("TERM", 143), ("HUP", 129)])
def test_a_signal_keeps_the_session_and_gives_the_terminal_back(explorer, kept, name, status):
    one = explorer()
    one.keys("3").wait_for("250 of 250")
    one.keys("/uganda").wait_for("1 of 250")
    one.keys("enter", "space").wait_for("1 marked")
    one.signal(name)
    assert one.wait_exit() == status
    one.assert_restored()
    assert "mark-row country UGA" in kept.read_text()
    assert "go country UGA" in kept.read_text()


def test_a_closed_window_keeps_the_session(explorer, kept):
    one = explorer()
    one.keys("3").wait_for("250 of 250")
    one.keys("space").wait_for("1 marked")
    one.hang_up()
    assert one.wait_exit() == 129
    assert "mark-row country" in kept.read_text()


def test_a_folder_that_cannot_be_written_is_said_after_the_screen_is_given_back(explorer, tmp_path):
    (tmp_path / "state").write_text("in the way\n")
    one = explorer()
    one.keys("3").wait_for("250 of 250")
    leave(one)
    assert "The session was not kept: " in one.screen.text
