"""Keys as they come: fast, pasted, alone, at random."""

import pytest

from soak import soak
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
    assert one.screen.row_of("Côte d'Ivoire") is not None
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


@pytest.mark.parametrize("seed", [1, 2026])
def test_random_input_never_breaks_it(binary, tmp_path, seed):
    """A short run of what `Scripts/soak` does at length."""
    run = soak(binary, tmp_path, events=2000, seed=seed)
    assert run.events >= 2000
