"""soak.py BINARY [--events N] [--seed N]   random keys, pastes, mouse and sizes against the explorer

Fails on a trap, a hang, a program that is busy while nothing happens, or a terminal that is not
given back. A program that leaves because its keys say so is started anew, with the session it kept.
"""

import argparse
import os
import random
import re
import resource
import select
import shutil
import sys
import tempfile
import time
from pathlib import Path

from harness import KEYS, FINAL, Terminal

MODE = re.compile(rb"\x1b\[\?[0-9;]*[hl]")
UNFINISHED = re.compile(rb"\x1b(\[(\?[0-9;]*)?)?$")

SPECIAL = [key for key in [*FINAL, *KEYS] if key not in ("ctrl-c", "f1", "f5")] + ["f1"]
VERBS = list("123456789:?/sFDCaxvmpdw=0RSieyurULbzntMg Gjkhl[],.") + [" "]
WORDS = ["uga", "dhis2", "region:africa", "internet<50", "sdg:3", "income:low", "côte d'", "health", "0.5",
         "go what-if", "equity", "P3", "日本", "أوغندا", "e\u0301", "🙂", "'", "\"", "\\", "%s", "name:", "a" * 300]
PIECES = ["\x1b[200~", "\x1b[201~", "\x1b[", "\x1bO", "\x1b[M !!", "\x1b[<0;5;5M", "\x1b[99~", "\x1b[1;9Z",
          "\udc80", "\udcff\udcfe", "\x00", "\x1b]52;c;AAAA\x07", "\x1bP", "\x1b[<999;999;999M"]


class Soaked(Terminal):
    """A terminal that reads everything and draws nothing but the begin and the end: emulation is slow."""

    skips = False
    _held = b""

    def pump(self, timeout=0.0):
        if not self.skips:
            return super().pump(timeout)
        if self.master is None or not select.select([self.master], [], [], timeout)[0]:
            return False
        try:
            part = os.read(self.master, 1 << 16)
        except OSError:
            return False
        self.output = (self.output + part)[-65536:]
        data = self._held + part
        self.stream.feed(b"".join(MODE.findall(data)))
        end = UNFINISHED.search(data)
        self._held = end.group() if end else b""
        return bool(part)


def size(choice):
    """Mostly sizes that people have; at times the extremes."""
    if choice.random() < 0.15:
        return choice.randint(1, 300), choice.randint(1, 100)
    return choice.choice([(80, 24), (120, 40), (200, 60), (60, 20), (40, 10), (100, 30), (160, 45)])


def event(choice, screen):
    """Something that a terminal may send, as bytes."""
    kind = choice.random()
    if kind < 0.34:
        return None, choice.choice(SPECIAL)
    if kind < 0.64:
        return None, choice.choice(VERBS)
    if kind < 0.76:
        text = "/" * choice.randint(0, 1) + choice.choice(WORDS)
        return text.encode(), None
    if kind < 0.82:
        return b"\x1b[200~" + choice.choice(WORDS).encode() + b"\r\x1b[201~", None
    if kind < 0.94:
        button, end = choice.choice([(0, "M"), (0, "M"), (0, "m"), (64, "M"), (65, "M"), (2, "M"), (32, "M")])
        column, row = choice.randint(1, screen.columns), choice.randint(1, screen.lines)
        return f"\x1b[<{button};{column};{row}{end}".encode(), None
    if kind < 0.97:
        return bytes([choice.randint(0x20, 0x7E)]), None
    return choice.choice(PIECES).encode("utf-8", "surrogateescape"), None


def ticks(process):
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def peak(process):
    for line in Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


class Soak:
    def __init__(self, binary, folder, seed):
        self.choice = random.Random(seed)
        self.binary, self.folder = binary, folder
        self.events = self.starts = 0
        self.memory = 0.0
        self.last = []
        self.open()

    def open(self):
        self.starts += 1
        term = self.choice.choice(["xterm-256color", "tmux-256color", "screen-256color"])
        self.one = Soaked([self.binary], self.folder, size=size(self.choice), term=term)
        self.one.wait_for(lambda screen: any(screen.rows))
        self.one.skips = True

    def check_end(self):
        status = self.one.wait_exit()
        assert status in (0, 130), f"ended with {status}"
        # What it wrote at the end decides about colours and cursor.
        self.one.stream.feed(b"\x1b[0m")
        self.one.assert_restored()
        self.one.close()

    def is_alive(self):
        return self.one.process.poll() is None

    def note(self, what):
        self.last = self.last[-60:] + [what]

    def step(self):
        self.events += 1
        one, choice = self.one, self.choice
        if self.events % 50 == 0:
            one.write(b"\x1b[201~")  # a paste that never ends would swallow the rest
        if choice.random() < 0.02:
            columns, rows = size(choice)
            self.note(f"size {columns}x{rows}")
            one.resize(columns, rows)
            return
        data, key = event(choice, one.screen)
        self.note(key or data)
        one.write(data if key is None else one.bytes_of(key).encode())

    def run(self, events):
        while self.events < events:
            try:
                self.step()
                # A typist is at times faster than the program.
                if self.choice.random() < 0.7:
                    self.one.wait_read()
            except OSError:
                pass  # it ended meanwhile
            if not self.is_alive():
                self.check_end()
                self.open()
            elif self.events % 1000 == 0:
                self.rest()
        if self.is_alive():
            self.one.write(b"\x1b[201~\x03")
        self.check_end()

    def rest(self):
        """Now and then: nothing to do must mean nothing done; exports must not fill the disk."""
        self.one.wait_read()
        while self.one.pump(0.1):
            pass
        if not self.is_alive():
            return
        self.memory = max(self.memory, peak(self.one.process))
        end = time.monotonic() + 10
        while True:
            before = ticks(self.one.process)
            while self.one.pump(0.1):
                pass
            if ticks(self.one.process) - before <= 1:
                break
            assert time.monotonic() < end, "it works although nothing happens"
        for file in self.folder.iterdir():
            if file.is_file():
                file.unlink()


def soak(binary, folder, events, seed):
    """Runs the events; the state of the run, for its figures."""
    run = Soak(binary, folder, seed)
    try:
        run.run(events)
    except BaseException:
        print(f"seed {seed}, event {run.events}, status {run.one.process.poll()}, the last events:",
              *run.last, run.one.output[-2000:], sep="\n", file=sys.stderr)
        raise
    finally:
        run.one.close()
    return run


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[2])
    parser.add_argument("binary")
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    arguments = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    folder = Path(tempfile.mkdtemp())
    begin = time.monotonic()
    print(f"seed {arguments.seed}", flush=True)
    try:
        run = soak(Path(arguments.binary).resolve(), folder, arguments.events, arguments.seed)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{run.events} events in {time.monotonic() - begin:.0f} s, {run.starts} starts, "
          f"peak memory {run.memory:.1f} MB: no trap, no hang, every terminal given back")


if __name__ == "__main__":
    main()
