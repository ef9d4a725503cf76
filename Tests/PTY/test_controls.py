"""Clipboard, mouse, themes, and every view in the least window."""

import base64
import re

import pytest

import emulator
from harness import COLOURS
from test_screens import HOME

COPY = re.compile(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")


def test_a_copy_is_sent_to_the_terminal_with_its_citation(explorer):
    one = explorer("explore", "--country", "UGA", "--good", "dhis2", term="xterm-256color", size=(200, 40))
    one.wait_for("RISK FLAGS")
    assert not COPY.search(one.output)
    one.keys("y").wait_for("Sent to the terminal's clipboard: ")
    sent = COPY.findall(one.output)
    assert len(sent) == 1
    text = base64.b64decode(sent[0], validate=True).decode()
    # The flag by name, with figures, years and sources; nothing that a terminal would obey.
    assert text.isprintable()
    assert text.startswith("No redress: critical (worked out by DPG Atlas") and "percentile" in text
    assert text[:40] in one.screen.text


def test_a_copy_under_tmux_is_wrapped_too(explorer):
    one = explorer("explore", "--country", "UGA", "--good", "dhis2", size=(200, 40))
    one.wait_for("RISK FLAGS")
    one.keys("y").wait_for("Sent to the terminal's clipboard: ")
    plain = COPY.findall(one.output)[0]
    assert b"\x1bPtmux;\x1b\x1b]52;c;" + plain + b"\x07\x1b\\" in one.output


def test_a_terminal_that_is_not_known_to_copy_is_told_so(explorer):
    one = explorer("explore", "--country", "UGA", "--good", "dhis2", term="linux", size=(120, 40))
    one.wait_for("RISK FLAGS")
    one.keys("y").wait_for("not known to take a copy; e exports.")
    assert b"]52;" not in one.output


MOUSE_ON = b"\x1b[?1006;1000h"
MOUSE_OFF = b"\x1b[?1006;1000l"


def test_the_mouse_is_switched_off_and_on_again(explorer):
    one = explorer(term="xterm-256color", size=(120, 40))
    assert emulator.MOUSE & one.screen.private_modes
    assert one.output.count(MOUSE_ON) == 1
    one.keys("M").wait_for("The mouse is the terminal's")
    assert not emulator.MOUSE & one.screen.private_modes
    assert one.output.count(MOUSE_OFF) == 1
    one.keys("M").wait_for("The mouse works here.")
    assert emulator.MOUSE & one.screen.private_modes
    assert one.output.count(MOUSE_ON) == 2
    one.keys("M").wait_for("The mouse is the terminal's")
    one.keys("q")
    assert one.wait_exit() == 0
    one.assert_restored()


def test_no_mouse_never_asks_for_it(explorer):
    one = explorer("explore", "--no-mouse", term="xterm-256color")
    one.keys("3").wait_for("250 of 250")
    one.keys("ctrl-c")
    one.wait_exit()
    assert b"?1000h" not in one.output and b"?1006" not in one.output


def test_a_theme_repaints_every_cell(explorer):
    one = explorer(size=(100, 30), term="xterm-256color")
    one.keys("3").wait_for("250 of 250")
    looks = set()
    for name in ("light", "contrast", "mono", "colour-blind", "dark"):
        begin = len(one.output)
        one.keys("t").wait_for(f"Theme: {name}.")
        painted = one.output[begin:]
        # Rows that did not change their text are sent again.
        assert b"Afghanistan" in painted and b"internet" in painted.lower()
        looks.add(b" ".join(sorted(set(COLOURS.findall(painted)))))
        if name == "mono":
            assert not re.search(rb"\x1b\[[0-9;]*[34]8;5", painted)
    assert len(looks) == 5
    one.keys("ctrl-c")
    one.wait_exit()
    one.assert_restored()


VIEWS = {
    "map": ["2"], "countries": ["3"], "goods": ["4"], "matrix": ["5"],
    "compare": ["3", "space", "space", "6"], "plan": ["7"],
    "sources": ["8"], "offer": ["9"], "country": ["3", "enter"], "good": ["4", "enter"],
    "rank": ["3", "enter", "x"], "screening": ["3", "enter", "x", "enter"],
    "why": ["3", "enter", "x", "enter", "i"], "what-if": ["w"],
    "what-if of a pair": ["3", "enter", "x", "enter", "w"], "frequency": ["3", "F"],
    "describe": ["3", "D"], "log": ["3", "L"],
    "system": ["9", "enter"], "source": ["8", "enter"], "indicators": [":", "indicators", "enter"],
    "measures": [":", "who does it", "enter"], "map of an indicator": [":", "indicators", "enter", "enter"],
}
OVERLAYS = {
    "palette": [":"], "help": ["?"], "formats": ["e"], "measures": ["m"], "plan gate": ["p"],
    "note": ["p", "note", "enter"], "value": ["w", "="], "columns": ["3", "C"], "colours": ["2", "b"],
}


def press(one, keys):
    """Presses keys one by one, waiting for each to be drawn."""
    for key in keys:
        before = one.screen.text
        one.keys(key)
        one.wait_for(lambda screen: screen.text != before)


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_opens_in_the_least_window_and_q_leads_home(explorer, tmp_path, name):
    if name == "plan":
        kept = tmp_path / "state" / "dpg-atlas" / "session"
        kept.parent.mkdir(parents=True)
        kept.write_text("dpg-atlas session 1\nconfirm-plan UGA dhis2 - Because it is in use.\n")
    one = explorer(size=(40, 10))
    press(one, VIEWS[name])
    assert "›" in one.screen.rows[0] and len(one.screen.rows) == 10
    assert any(one.screen.rows[1:-2]), "nothing is drawn"
    for _ in range(6):
        if "›" not in one.screen.rows[0]:
            break
        press(one, ["q"])
    assert one.screen.rows[0].startswith(" DPG Atlas") and "›" not in one.screen.rows[0]
    one.keys("q")
    assert one.wait_exit() == 0
    one.assert_restored()


@pytest.mark.parametrize("name", OVERLAYS)
def test_every_list_opens_in_the_least_window_and_escape_closes_it(explorer, name):
    one = explorer("explore", "--country", "UGA", "--good", "dhis2", size=(40, 10))
    keys = OVERLAYS[name]
    press(one, keys[:-1])
    before = one.screen.rows[1:-2]
    press(one, keys[-1:])
    assert one.screen.rows[1:-2] != before
    press(one, ["esc"])
    assert one.screen.rows[1:-2] == before
