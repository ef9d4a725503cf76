"""However the explorer ends, the terminal is as it was."""

import re
import signal

import pytest

from test_screens import HOME


@pytest.mark.parametrize("keys", ["3", "3/uga", "?"])
def test_control_c_leaves_from_anywhere_with_130(explorer, keys):
    one = explorer()
    before = one.screen.text
    one.keys(*keys).wait_for(lambda s: s.text != before)
    assert one.modes() != one.modes_before
    one.keys("ctrl-c")
    assert one.wait_exit() == 130
    one.assert_restored()


@pytest.mark.parametrize("name, status", [("TERM", 143), ("HUP", 129), ("INT", 130)])
def test_signals_end_it_with_their_status(explorer, name, status):
    one = explorer()
    one.keys("3").wait_for("250 of 250")
    one.signal(name)
    assert one.wait_exit() == status
    one.assert_restored()


@pytest.mark.parametrize("name", ["ILL", "SEGV", "ABRT", "BUS", "FPE", "TRAP"])
def test_a_crash_gives_the_screen_back(explorer, name):
    one = explorer()
    one.keys("3").wait_for("250 of 250")
    one.signal(name)
    assert one.wait_exit() == -getattr(signal, f"SIG{name}")
    one.assert_restored()


def test_a_closed_window_ends_it(explorer):
    one = explorer()
    one.keys("3").wait_for("250 of 250")
    one.hang_up()
    assert one.wait_exit() == 129


def test_what_was_on_the_screen_before_is_there_again(terminal, binary):
    one = terminal("/bin/sh", "-c", f"echo before; '{binary}'; echo status $?")
    one.wait_for(HOME)
    assert "before" not in one.screen.text
    one.keys("q")
    assert one.wait_exit() == 0
    one.assert_restored()
    assert one.screen.text.split() == ["before", "status", "0"]


def test_suspend_and_return_under_a_shell_with_job_control(terminal, binary):
    shell = terminal("bash", "--norc", "--noprofile", "-i", env={"PS1": "ready> "})
    shell.wait_for("ready>")
    shell.write(f"'{binary}'\r".encode())
    shell.wait_for(HOME)
    shell.keys("3").wait_for("250 of 250")
    inside = shell.modes()
    for time in (1, 2):
        shell.keys("ctrl-z").wait_for("Stopped")
        assert not shell.screen.is_alternate and shell.screen.shows_cursor
        assert "250 of 250" not in shell.screen.text
        # The shell works: what is typed is seen, and its size may change meanwhile.
        shell.write(b"echo a$((40+%d))b\r" % time)
        shell.wait_for(f"a4{time}b")
        shell.resize(90 + time, 30)
        shell.write(b"fg\r")
        shell.wait_for("250 of 250")
        assert shell.screen.is_alternate and shell.modes() == inside
        assert shell.screen.rows[-1].startswith("Enter open")
    shell.keys("q").wait_for(HOME)
    shell.keys("q").wait_for(lambda s: not s.is_alternate and s.text.rstrip().endswith("ready>"))
    shell.write(b"echo status $?\r")
    shell.wait_for("status 0")
    # stty reads what the shell's jobs get.
    shell.write(b"stty -a\r")
    shell.wait_for(lambda s: re.search(r"(?<!-)icanon", s.text) and re.search(r"(?<!-)\becho\b", s.text))
    shell.write(b"exit\r")
    assert shell.wait_exit() == 0
    shell.assert_restored()


def test_output_that_is_no_terminal_names_the_commands(command):
    result = command()
    assert result.returncode == 64
    assert result.stdout == b""
    words = result.stderr.decode()
    assert "not a terminal" in words
    for name in ("countries", "goods", "country", "good", "assess", "rank"):
        assert re.search(rf"\b{name}\b", words)
