"""Keys as they come: fast, pasted, alone, at random."""

import random

import pytest

from test_screens import HOME


def test_nothing_is_lost_of_300_keys_at_once(explorer):
    one = explorer(size=(120, 40))
    one.keys("3").wait_for("250 of 250")
    one.write(b"/" + b"uganda" * 50)
    one.wait_for("0 of 250")
    # Erased down to one letter too many or too few, there would be no Uganda.
    one.write(b"\x7f" * (49 * 6))
    one.wait_for("1 of 250")
    assert one.screen.row_of("/uganda ") is not None
    one.keys("ctrl-u", "esc").wait_for("250 of 250")
    one.write(b"j" * 249 + b"k" * 51)
    one.keys("enter")
    first = one.wait_for("Country profile.").rows[1]
    one.keys("esc").wait_for("250 of 250")
    one.keys("g").write(b"j" * 198)
    one.keys("enter")
    assert one.wait_for("Country profile.").rows[1] == first


def test_escape_acts_alone_and_before_what_follows(explorer):
    one = explorer()
    one.keys("3").wait_for("250 of 250")
    one.keys("/uganda").wait_for("1 of 250")
    # Nothing more is sent: the program must decide by itself that this was the whole key.
    one.keys("esc").wait_for("250 of 250")
    one.keys("enter").wait_for("Uganda (UGA)")
    # Both in one write: back to the table, then back home.
    one.write(b"\x1bq")
    one.wait_for(HOME)


def test_a_key_that_is_not_known_does_nothing(explorer):
    one = explorer()
    one.keys("3").wait_for("250 of 250")
    one.write(b"\x1b[57414u\x1b[1;9Z\x1b[99~")
    one.keys("down", "enter").wait_for("Åland Islands (ALA)")


def test_pasted_text_goes_to_the_filter_and_runs_nothing(explorer):
    one = explorer()
    one.keys("3").wait_for("250 of 250")
    # In a table without an open filter a paste is no row of commands.
    one.write(b"\x1b[200~qqq\r4\x1b[201~")
    one.keys("/").write("\x1b[200~côte d\r\x1b[201~".encode())
    one.wait_for("1 of 250")
    assert one.screen.row_of("Côte d’Ivoire") is not None
    assert "› Countries" in one.screen.text
    one.keys("ctrl-u").write(b"\x1b[200~\x1b[31mq\x03q\x1b[201~")
    one.wait_for("0 of 250")
    one.keys("esc").wait_for("250 of 250")


@pytest.mark.parametrize("term", ["tmux-256color", "xterm-256color"])
def test_mouse_presses_and_wheel(explorer, term):
    one = explorer(term=term)
    one.keys("3").wait_for("250 of 250")

    def mouse(button, column, row, end="M"):
        if 1006 in one.screen.private_modes:
            return f"\x1b[<{button};{column};{row}{end}".encode()
        return b"\x1b[M" + bytes([32 + (button if end == "M" else 3), 32 + column, 32 + row])

    def press(row):
        return mouse(0, 10, row + 1) + mouse(0, 10, row + 1, "m")

    row = one.screen.row_of("ALB ")
    one.write(press(row))
    one.keys("enter").wait_for("Albania (ALB)")
    one.keys("esc").wait_for("250 of 250")
    one.write(press(row + 1) * 2)
    one.wait_for("Algeria (DZA)")
    # Turned fast, the wheel loses nothing.
    one.keys("esc").wait_for("250 of 250")
    one.keys("g").write(mouse(65, 10, 10) * 6 + mouse(64, 10, 10) * 2)
    one.keys("enter").wait_for("American Samoa (ASM)")


SPECIAL = ["up", "down", "left", "right", "home", "end", "pageup", "pagedown", "enter", "esc",
           "tab", "backtab", "backspace", "delete", "insert", "f1", "f5", "ctrl-l", "ctrl-u",
           "ctrl-p", "ctrl-f", "ctrl-b", "ctrl-z", "ctrl-r", "space"]
PRINTABLE = [chr(code) for code in range(0x21, 0x7F)] + list("éñ乌אोय🙂")
PIECES = ["\x1b[200~", "\x1b[201~", "\x1b[", "\x1bO", "\x1b[M !!", "\x1b[<0;5;5M", "\x1b[<64;1;1M",
          "\x1b[200~xyz\x1b[201~", "\udc80", "\x00"]


@pytest.mark.parametrize("seed", [1, 2026])
def test_random_keys_never_break_it(explorer, seed):
    choice = random.Random(seed)
    one = explorer(size=(100, 30))
    opened = 1
    for step in range(2000):
        kind = choice.random()
        if one.process.poll() is not None:
            # It ended because q was pressed at home; anything else is a fault.
            assert one.wait_exit() == 0, f"at event {step}: {one.status}\n{one.screen.text}"
            one.assert_restored()
            one = explorer(size=(choice.randint(40, 200), choice.randint(10, 60)))
            opened += 1
        try:
            if step % 50 == 0:
                one.write(b"\x1b[201~")  # a paste that never ends would swallow the rest
            if kind < 0.03:
                one.resize(choice.randint(2, 220), choice.randint(1, 70))
            elif kind < 0.30:
                one.write(choice.choice(PRINTABLE).encode())
            elif kind < 0.34:
                one.write(choice.choice(PIECES).encode("utf-8", "surrogateescape"))
            elif kind < 0.40:
                one.write(choice.choice(["3", "4", "8", "?", "/", "x", "/uga", "/dhis2"]).encode())
            else:
                one.keys(choice.choice(SPECIAL))
        except OSError:
            pass  # ended meanwhile
        one.wait_read()
    if one.process.poll() is None:
        one.write(b"\x1b[201~\x03")
    assert one.wait_exit() in (0, 130), one.screen.text
    one.assert_restored()
    assert opened < 500
