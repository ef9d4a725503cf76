"""Kinds of terminals, colours, locales."""

import pytest

from harness import colour_numbers
from test_screens import HOME


@pytest.mark.parametrize("term", [
    "xterm-256color", "tmux-256color", "screen-256color", "xterm", "linux", "vt100"])
def test_kinds_of_terminals(explorer, term):
    one = explorer(term=term)
    one.keys("3").wait_for("250 of 250")
    one.keys("down", "down").keys("/", "cote d", "enter").wait_for("(CIV)")
    one.keys("pagedown").wait_for(lambda s: "(CIV)" not in s.text)
    one.keys("pageup").wait_for("(CIV)")
    one.keys("esc", "esc").wait_for("250 of 250")
    if term in ("linux", "vt100"):
        # Few signs in their fonts: frames and bars are drawn in ASCII.
        assert not set("│█▲◑›…") & set(one.screen.text)
    assert bool(colour_numbers(one.output)) == (term != "vt100")
    one.keys("q").wait_for(HOME)
    one.keys("q")
    assert one.wait_exit() == 0
    one.assert_restored()


@pytest.mark.parametrize("term, words", [
    ("no-such-terminal", "TERM is 'no-such-terminal'"),
    ("", "TERM is not set")])
def test_terminals_that_cannot_be_used_are_told_so(explorer, term, words):
    one = explorer(term=term, first=None)
    assert one.wait_exit() == 1
    assert words in one.screen.text
    assert b"\x1b" not in one.output
    assert len([row for row in one.screen.rows if row]) <= 3
    one.assert_restored()


@pytest.mark.parametrize("arguments, env", [
    ([], {"NO_COLOR": "1"}), (["explore", "--no-color"], {})])
def test_no_colour_is_obeyed(explorer, arguments, env):
    one = explorer(*arguments, env=env)
    one.keys("3").wait_for("250 of 250")
    one.keys("/uganda").wait_for("1 of 250")
    one.keys("enter", "x").wait_for("of 245")
    one.keys("/dhis2").wait_for("1 of 245")
    one.keys("enter").wait_for("RISK FLAGS")
    assert "critical" in one.screen.text  # the word carries what the colour did
    one.keys("ctrl-c")
    one.wait_exit()
    assert colour_numbers(one.output) == set()


@pytest.mark.parametrize("locale", [
    {"LANG": None, "LC_ALL": "POSIX"}, {"LC_ALL": "C"}, {"LC_CTYPE": "C"}])
def test_an_ascii_locale_gets_ascii_and_readable_names(explorer, locale):
    one = explorer(env=locale)
    one.keys("3").wait_for("250 of 250")
    assert one.screen.row_of("Aland Islands")
    one.keys("/cote").wait_for("1 of 250")
    assert one.screen.row_of("Cote d'Ivoire")
    one.keys("enter").wait_for("(CIV)")
    one.keys("ctrl-c")
    one.wait_exit()
    assert one.output.isascii()


def test_ascii_can_be_asked_for(explorer):
    one = explorer("explore", "--ascii", "--country", "UGA", "--good", "dhis2")
    one.wait_for("RISK FLAGS")
    one.keys("ctrl-c")
    one.wait_exit()
    assert one.output.isascii()


@pytest.mark.parametrize("locale", [
    {"LANG": "C"}, {"LANG": None}, {"LANG": "xx_YY.UTF-8"}, {"LANG": "", "LC_ALL": "C.UTF-8"}])
def test_a_locale_that_says_little_gets_utf8(explorer, locale):
    one = explorer(env=locale)
    one.keys("3").wait_for("Åland Islands")


@pytest.mark.parametrize("country, names", [
    ("UGA", ["أوغندا", "Уганда", "乌干达", "युगांडा"]),
    ("CIV", ["Côte d’Ivoire", "ساحل", "科特迪瓦", "कोत दिवुआर"]),
    ("TUR", ["Türkiye", "تركيا", "土耳其"]),
    ("EGY", ["Égypte", "مصر", "埃及", "मिस्र"])])
def test_names_in_many_scripts_are_shown_as_they_are(explorer, country, names):
    one = explorer("explore", "--country", country, size=(120, 40))
    one.wait_for("Names")
    for name in names:
        assert name in one.screen.text
    row = one.screen.row_of("Names")
    # What stands right of them is where it belongs: the scroll bar in the last column.
    assert one.screen.buffer[row][119].data in "│█"
    assert one.screen.buffer[row + 1][119].data in "│█"
