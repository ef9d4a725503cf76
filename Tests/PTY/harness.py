"""Runs the real binary in a pseudo-terminal and reads its screen with an independent emulator.

Nothing here waits for a time: `wait_for` returns as soon as the screen is as asked and fails at a
deadline that only a broken program meets.
"""

import fcntl
import os
import pty
import re
import resource
import select
import signal
import struct
import subprocess
import termios
import time

import emulator

DEADLINE = float(os.environ.get("ATLAS_DEADLINE", "30"))
# A frame may come in several reads; it is over when nothing more is there for so long.
FRAME_GAP = 0.02

FINAL = {"up": "A", "down": "B", "right": "C", "left": "D", "home": "H", "end": "F"}
KEYS = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "backtab": "\x1b[Z", "backspace": "\x7f",
    "space": " ", "pageup": "\x1b[5~", "pagedown": "\x1b[6~", "delete": "\x1b[3~",
    "insert": "\x1b[2~", "f1": "\x1bOP", "f5": "\x1b[15~",
    **{f"ctrl-{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
COLOURS = re.compile(rb"\x1b\[[0-9;:]*m")


def pinned_environment(folder, term="tmux-256color", **more):
    """The environment of a program under test: no locale, colour or data setting leaks in."""
    environment = {
        "PATH": os.environ["PATH"], "TERM": term, "LANG": "C.UTF-8", "TZ": "UTC",
        "HOME": str(folder), "SWIFT_BACKTRACE": "enable=no",
        **{f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")},
        **more,
    }
    return {name: value for name, value in environment.items() if value is not None}


def modes(file):
    """The terminal modes, byte for byte (struct termios of the kernel)."""
    return bytes(fcntl.ioctl(file, termios.TCGETS, bytes(36)))


def set_size(file, columns, rows):
    fcntl.ioctl(file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def colour_numbers(output):
    """The parameters of SGR sequences that set a colour; 39 and 49 give the terminal's own back."""
    found = set()
    for sequence in COLOURS.findall(output):
        for number in re.findall(rb"\d+", sequence):
            if 30 <= int(number) <= 38 or 40 <= int(number) <= 48 or 90 <= int(number) <= 107:
                found.add(int(number))
    return found


class Terminal:
    """One program in one pseudo-terminal."""

    def __init__(self, command, folder, size=(80, 24), term="tmux-256color", env=None):
        self.folder = folder
        self.screen = emulator.Screen(*size)
        self.stream = emulator.Stream(self.screen)
        self.output = b""
        self.status = None
        self.master, self._slave = pty.openpty()
        set_size(self._slave, *size)
        # A setting nobody has by chance shows that modes are given back, not set to a default.
        settings = termios.tcgetattr(self._slave)
        settings[6][termios.VKILL] = b"\x19"
        settings[6][termios.VERASE] = b"\x08"
        termios.tcsetattr(self._slave, termios.TCSANOW, settings)
        self.modes_before = modes(self._slave)
        slave = self._slave

        def prepare():
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            signal.pthread_sigmask(signal.SIG_SETMASK, [])
            for name in ("SIGHUP", "SIGINT", "SIGTERM", "SIGQUIT", "SIGTSTP", "SIGWINCH"):
                signal.signal(getattr(signal, name), signal.SIG_DFL)

        self.process = subprocess.Popen(
            [str(part) for part in command], stdin=slave, stdout=slave, stderr=slave,
            cwd=folder, env=pinned_environment(folder, term, **(env or {})),
            start_new_session=True, preexec_fn=prepare)

    # ---- Reading

    def pump(self, timeout=0.0):
        """Feeds what has come to the screen; true if something had."""
        if self.master is None or not select.select([self.master], [], [], timeout)[0]:
            return False
        try:
            part = os.read(self.master, 1 << 16)
        except OSError:  # EIO: nobody has the other end open
            return False
        self.output += part
        self.stream.feed(part)
        if self.screen.unknown:
            raise AssertionError(f"not understood: {self.screen.unknown} in {part!r}")
        return bool(part)

    def wait_for(self, wanted, deadline=DEADLINE):
        """Waits for a text on the screen, or for a test of the screen to be true."""
        is_there = wanted if callable(wanted) else (lambda screen: wanted in screen.text)
        end = time.monotonic() + deadline
        while True:
            while self.pump():
                pass
            if is_there(self.screen):
                if not self.pump(FRAME_GAP):
                    return self.screen
                continue
            if self.status is not None or self.process.poll() is not None:
                while self.pump(0.05):
                    pass
                if is_there(self.screen):
                    return self.screen
                raise AssertionError(
                    f"ended with {self.process.returncode} before {wanted!r}:\n{self.screen.text}")
            if time.monotonic() > end:
                raise AssertionError(f"no {wanted!r} in {deadline} s on\n{self.screen.text}")
            self.pump(0.05)

    def wait_without(self, text):
        """Waits until a text is no longer on the screen."""
        return self.wait_for(lambda screen: text not in screen.text)

    # ---- Doing

    def write(self, data):
        """Types bytes as fast as the terminal takes them, reading all the while."""
        end = time.monotonic() + DEADLINE
        while data:
            assert time.monotonic() < end, "the program does not read its input"
            if select.select([], [self.master], [], 0.01)[1]:
                data = data[os.write(self.master, data[:512]):]
            self.pump()

    def bytes_of(self, key):
        """What a terminal sends for a key; text stands for itself."""
        if key in FINAL:
            return ("\x1bO" if emulator.CURSOR_KEYS in self.screen.private_modes else "\x1b[") + FINAL[key]
        return KEYS.get(key, key)

    def keys(self, *keys):
        for key in keys:
            self.write(self.bytes_of(key).encode())
        return self

    def resize(self, columns, rows):
        """Changes the window; the kernel tells the program."""
        while self.pump():
            pass
        self.screen.resize(rows, columns)
        set_size(self.master, columns, rows)

    def wait_read(self):
        """Waits until the program has read everything that was typed, or has ended."""
        end = time.monotonic() + DEADLINE
        count = bytes(4)
        while self.process.poll() is None and struct.unpack(
                "i", fcntl.ioctl(self._slave, termios.FIONREAD, count))[0]:
            assert time.monotonic() < end, "the program does not read its input"
            self.pump(0.001)

    def signal(self, name):
        os.kill(self.process.pid, getattr(signal, f"SIG{name}"))

    def hang_up(self):
        """The window is closed."""
        os.close(self._slave)
        os.close(self.master)
        self.master = self._slave = None

    def modes(self):
        return modes(self._slave)

    def wait_for_modes(self, wanted, deadline=DEADLINE):
        end = time.monotonic() + deadline
        while self.modes() != wanted:
            assert time.monotonic() < end, "the modes were not given back"
            self.pump(0.01)

    # ---- Ending

    def wait_exit(self, deadline=DEADLINE):
        """Waits for the end; the exit status, or minus the number of the signal it died of."""
        end = time.monotonic() + deadline
        while self.process.poll() is None:
            assert time.monotonic() < end, f"still running on\n{self.screen.text}"
            self.pump(0.02)
        if self._slave is not None:
            self.modes_after = self.modes()
            # With our end closed, a read fails only after everything was read.
            os.close(self._slave)
            self._slave = None
            while self.pump(DEADLINE):
                pass
        self.status = self.process.returncode
        return self.status

    def assert_restored(self):
        """The terminal is as it was before: modes, screen, cursor, mouse, paste."""
        assert self.modes_after == self.modes_before
        assert not self.screen.is_alternate
        assert self.screen.private_modes == {emulator.CURSOR, emulator.WRAP}
        assert self.screen.shows_cursor
        after = self.screen.cursor.attrs
        assert (after.fg, after.bg, after.bold, after.reverse) == ("default", "default", False, False)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for file in (self.master, self._slave):
            if file is not None:
                os.close(file)
        self.master = self._slave = None
