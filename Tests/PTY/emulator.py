"""A terminal that is not ours: pyte, with the sequences that ncurses may send and pyte leaves out.

An escape sequence or a mode that is neither in pyte nor here is kept in `unknown`, and the harness
makes it a failure.
"""

import copy
import re
import unicodedata

import pyte
import pyte.modes
from wcwidth import wcwidth

ALTERNATE = {47, 1047, 1049}
CURSOR_KEYS = 1
CURSOR = 25
MOUSE = {1000, 1002, 1003, 1005, 1006}
PASTE = 2004
WRAP = 7
# Autowrap, reverse video, blinking cursor, synchronized output: no meaning for what is tested.
PLAIN = {5, 7, 12, 2026}


def width(character):
    """Columns of a character as the C library has it: a spacing vowel sign takes one."""
    if unicodedata.category(character) == "Mc":
        return 1
    return wcwidth(character)


class Screen(pyte.Screen):
    """What a person would see, and the modes that are on."""

    def __init__(self, columns, rows):
        self.unknown = []
        self.private_modes = {CURSOR, WRAP}
        self._main = None
        self._last = " "
        super().__init__(columns, rows)

    # ---- What is on it

    @property
    def rows(self):
        """The rows as text, without blanks at their ends."""
        return [
            "".join(self.buffer[y][x].data for x in range(self.columns)).rstrip()
            for y in range(self.lines)
        ]

    @property
    def text(self):
        return "\n".join(self.rows)

    def row_of(self, text):
        """The first row that holds a text; None if no row does."""
        return next((y for y, row in enumerate(self.rows) if text in row), None)

    @property
    def is_alternate(self):
        return self._main is not None

    @property
    def shows_cursor(self):
        return CURSOR in self.private_modes

    # ---- Events of the stream

    def debug(self, *args, **kwargs):
        self.unknown.append(("sequence", args, kwargs))

    def set_mode(self, *modes, private=False, **kwargs):
        if not private:
            return super().set_mode(*modes, **kwargs)
        for mode in modes:
            self._check(mode)
            self.private_modes.add(mode)
            if mode in ALTERNATE and self._main is None:
                self._main = copy.deepcopy((self.buffer, self.cursor))
                self.erase_in_display(2)
        super().set_mode(*[m for m in modes if m in (7, 25)], private=True)

    def reset_mode(self, *modes, private=False, **kwargs):
        if not private:
            return super().reset_mode(*modes, **kwargs)
        for mode in modes:
            self._check(mode)
            self.private_modes.discard(mode)
            if mode in ALTERNATE and self._main is not None:
                self.buffer, self.cursor = self._main
                self._main = None
        super().reset_mode(*[m for m in modes if m in (7, 25)], private=True)

    def _check(self, mode):
        if mode not in ALTERNATE | MOUSE | PLAIN | {CURSOR_KEYS, CURSOR, PASTE}:
            self.unknown.append(("mode", mode))

    def draw(self, data):
        """Draws as pyte does; it would drop the rest of a text after a mark of width zero."""
        plain = ""
        for character in data:
            if width(character) > 0:
                if unicodedata.category(character) == "Mc":
                    super().draw(plain + "x")
                    self._cell_before()[1](character)
                    plain = ""
                else:
                    plain += character
                self._last = character
                continue
            super().draw(plain)
            plain = ""
            old, put = self._cell_before()
            put(old + character)
        if plain:
            super().draw(plain)

    def _cell_before(self):
        line, x = self.buffer[self.cursor.y], max(0, self.cursor.x - 1)
        if line[x].data == "" and x > 0:
            x -= 1

        def put(data):
            line[x] = line[x]._replace(data=data)

        return line[x].data, put

    def repeat(self, count=1):
        self.draw(self._last * max(1, count))

    def scroll_up(self, count=1):
        self._scroll((self.margins or (0, self.lines - 1))[1], self.index, count)

    def scroll_down(self, count=1):
        self._scroll((self.margins or (0, self.lines - 1))[0], self.reverse_index, count)

    def _scroll(self, row, step, count):
        y, self.cursor.y = self.cursor.y, row
        for _ in range(max(1, count)):
            step()
        self.cursor.y = y

    def back_tab(self, count=1):
        for _ in range(max(1, count)):
            self.cursor.x = max((s for s in self.tabstops if s < self.cursor.x), default=0)

    def nothing(self, *args, **kwargs):
        """A sequence that changes nothing on the screen: keypad mode, stack of window titles."""


# What tmux is to pass on to the terminal around it; every ESC inside stands twice.
PASSED_ON = re.compile(rb"\x1bP(?:[^\x1b]|\x1b\x1b)*\x1b\\")


class Stream(pyte.ByteStream):
    csi = {
        **pyte.ByteStream.csi,
        "S": "scroll_up", "T": "scroll_down", "b": "repeat", "Z": "back_tab", "t": "nothing",
    }
    escape = {**pyte.ByteStream.escape, "=": "nothing", ">": "nothing"}
    _held = b""

    def feed(self, data):
        """Shows bytes; device control strings, which pyte would draw, show nothing."""
        data = PASSED_ON.sub(b"", self._held + data)
        begin = data.find(b"\x1bP")
        if begin < 0 and data.endswith(b"\x1b"):
            begin = len(data) - 1
        self._held = b"" if begin < 0 else data[begin:]
        super().feed(data if begin < 0 else data[:begin])
