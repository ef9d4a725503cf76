"""measure.py BINARY   print times and memory of a release build as a Markdown table

Python's standard library only. Times are taken with the monotonic clock from outside the program;
nothing fails on a time.
"""

import fcntl
import os
import pty
import resource
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

COMMAND_RUNS = 30
EXPLORER_RUNS = 20
KEYS = 200
# Output is over when nothing came for so long; the wait is not part of a time.
QUIET = 0.02

TICKS = os.sysconf("SC_CLK_TCK")
COMMANDS = [
    ("country UGA", ["country", "UGA"]),
    ("assess UGA dhis2", ["assess", "UGA", "dhis2"]),
    ("countries --format csv", ["countries", "--format", "csv"]),
    ("rank UGA --format csv", ["rank", "UGA", "--format", "csv"]),
]


def environment(folder):
    return {"PATH": os.environ["PATH"], "HOME": folder, "LANG": "C.UTF-8", "TZ": "UTC",
            "TERM": "xterm-256color"}


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(part * len(values)))]


# ---- Commands


def run_once(binary, arguments, folder):
    """Milliseconds from start to end, and peak memory in MB."""
    to_nowhere = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    begin = time.monotonic_ns()
    child = os.posix_spawn(binary, [binary, *arguments], environment(folder), file_actions=to_nowhere)
    _, status, usage = os.wait4(child, 0)
    wall = (time.monotonic_ns() - begin) / 1e6
    if status:
        sys.exit(f"{' '.join(arguments)}: status {status}")
    return wall, usage.ru_maxrss / 1024


def measure_commands(binary, folder):
    for name, arguments in COMMANDS:
        run_once(binary, arguments, folder)  # the file is in memory then, as in daily use
        runs = [run_once(binary, arguments, folder) for _ in range(COMMAND_RUNS)]
        yield f"`{name}`, start to end", [wall for wall, _ in runs], 30, max(m for _, m in runs)


# ---- The explorer


class Explorer:
    """The explorer in a pseudo-terminal; its output is read, timed and dropped."""

    def __init__(self, binary, folder, columns, rows):
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        name = os.ttyname(slave)
        files = [(os.POSIX_SPAWN_OPEN, 0, name, os.O_RDWR, 0),
                 (os.POSIX_SPAWN_DUP2, 0, 1), (os.POSIX_SPAWN_DUP2, 0, 2)]
        self.begin = time.monotonic_ns()
        self.child = os.posix_spawn(
            binary, [binary, "explore", "--no-session"], environment(folder), file_actions=files, setsid=True,
            setsigmask=[], setsigdef=[signal.SIGHUP, signal.SIGINT, signal.SIGWINCH])
        os.close(slave)

    def read_until(self, word, limit=10.0):
        """Milliseconds from start until a word was read."""
        seen = b""
        while word not in seen:
            if not select.select([self.master], [], [], limit)[0]:
                sys.exit(f"no {word!r} on the screen")
            seen += os.read(self.master, 1 << 16)
        return (time.monotonic_ns() - self.begin) / 1e6

    def read_rest(self, first=2.0):
        """Time of the last byte that comes; None if none does."""
        last, wait = None, first
        while select.select([self.master], [], [], wait)[0]:
            os.read(self.master, 1 << 16)
            last, wait = time.monotonic_ns(), QUIET
        return last

    def key(self, data, first=2.0):
        """Milliseconds from a key to the last byte of what it changed; None if nothing came in `first`."""
        begin = time.monotonic_ns()
        os.write(self.master, data)
        last = self.read_rest(first)
        return (last - begin) / 1e6 if last else None

    def status(self, field):
        for line in Path(f"/proc/{self.child}/status").read_text().splitlines():
            if line.startswith(field + ":"):
                return int(line.split()[1])
        return 0

    def ticks(self):
        fields = Path(f"/proc/{self.child}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def leave(self):
        os.write(self.master, b"\x03")
        while True:
            try:
                if not os.read(self.master, 1 << 16):
                    break
            except OSError:
                break
        _, status = os.waitpid(self.child, 0)
        os.close(self.master)
        if os.waitstatus_to_exitcode(status) != 130:
            sys.exit(f"the explorer ended with {os.waitstatus_to_exitcode(status)}")


def measure_first_frame(binary, folder, columns, rows):
    times, memory = [], []
    for _ in range(EXPLORER_RUNS):
        one = Explorer(binary, folder, columns, rows)
        times.append(one.read_until(b"quit"))
        memory.append(one.status("VmHWM") / 1024)
        one.leave()
    return times, max(memory)


# Views as the keys that open them from home, then the keys that are timed in them, over and over.
UP, DOWN, RIGHT, LEFT = b"\x1bOA", b"\x1bOB", b"\x1bOC", b"\x1bOD"
PAGE_UP, PAGE_DOWN, END, START = b"\x1b[5~", b"\x1b[6~", b"G", b"g"
TABLE = [DOWN] * 10 + [PAGE_DOWN, PAGE_DOWN, END, UP, PAGE_UP, START, RIGHT, LEFT, b"s", b"s", b"s"]
DOCUMENT = [DOWN] * 6 + [PAGE_DOWN, PAGE_DOWN, END, UP, PAGE_UP, START]
UGANDA = [b"3", b"/", *b"uganda", b"\r"]
PAIR = UGANDA + [b"x", b"/", *b"dhis2", b"\r"]
VIEWS = {
    "home": ([], [DOWN, DOWN, UP, UP]),
    "countries": ([b"3"], TABLE),
    "goods": ([b"4"], TABLE + [b"a", b"a"]),
    "goods for a country": (UGANDA + [b"x"], TABLE),
    "map by indicator": ([b"2"], [DOWN, RIGHT, RIGHT, UP, LEFT, PAGE_DOWN, PAGE_DOWN, b"]", b"]", b"[", b"z"]),
    "map, years": ([b"2"], [b","] * 6 + [b"."] * 6),
    "map by verdict of a good": ([b"4", b"\r", b"2", b"b", *b"verdict dhis2", b"\r"],
                                 [DOWN, RIGHT, UP, LEFT, PAGE_DOWN, PAGE_UP, b"z"]),
    "matrix": ([b"5"], [DOWN, RIGHT, DOWN, RIGHT, PAGE_DOWN, PAGE_DOWN, END, UP, LEFT, START, b"b"]),
    "country": (UGANDA, DOCUMENT),
    "good": ([b"4", b"\r"], DOCUMENT),
    "screening": (PAIR, DOCUMENT + [b"v", b"\t"]),
    "why": (PAIR + [b"i"], DOCUMENT),
    "what-if, moving": (PAIR + [b"w"], DOCUMENT),
    "compare": ([b"3", b" ", b" ", b" ", b" ", b"6"], TABLE),
    "frequency": ([b"3", RIGHT, b"F"], TABLE),
    "describe": ([b"3", b"D"], TABLE),
    "offer": ([b"9"], TABLE),
    "offer of a system": ([b"9", b"\r"], DOCUMENT),
    "plan": (PAIR + [b"p", *b"note", b"\r", *b"In use.", b"\r", b"\r", b"7"], [DOWN, UP, RIGHT, LEFT]),
    "sources": ([b"8"], TABLE),
    "log": ([b"3", b"j", b"j", b"L"], DOCUMENT),
    "palette": ([b":"], [DOWN, DOWN, PAGE_DOWN, UP, PAGE_UP]),
    "help": ([b"?"], [DOWN, DOWN, PAGE_DOWN, UP, PAGE_UP]),
}
TEXTS = [b"uganda", b"region:africa internet<50", b"united republic", b"health", b"zzz"]
TYPING = {
    "filter of countries": [b"3", b"/"], "filter of goods": [b"4", b"/"],
    "filter of goods for a country": UGANDA + [b"x", b"/"], "palette": [b":"], "help": [b"?"],
    "colours of the map": [b"2", b"b"],
}
# Sliders of the what-if: rows from the first, so that figures, levels, weights and measures are moved.
SLIDERS = 40


def keys_of(keys):
    return [key if isinstance(key, bytes) else bytes([key]) for key in keys]


def opened(binary, folder, keys):
    one = Explorer(binary, folder, 200, 60)
    one.read_until(b"quit")
    one.read_rest(QUIET)
    for key in keys_of(keys):
        one.key(key, first=0.3)
    return one


def measure_views(binary, folder):
    """Times of keys by view; a key that changes nothing on the screen has no time."""
    for name, (path, keys) in VIEWS.items():
        one = opened(binary, folder, path)
        # What a view works out at its first use has been worked out, as in daily use after a minute.
        rounds = max(1, KEYS // len(keys))
        times = [one.key(key, first=0.1) for _ in range(rounds) for key in keys]
        yield name, [time for time in times if time is not None]
        one.leave()


def measure_opening(binary, folder):
    """The first key into each view: what it works out once is part of the time."""
    for name, (path, _) in VIEWS.items():
        if path:
            one = opened(binary, folder, path[:-1])
            yield name, one.key(keys_of(path)[-1])
            one.leave()


def measure_typing(binary, folder):
    for name, path in TYPING.items():
        one = opened(binary, folder, path)
        times = []
        for text in TEXTS * 2:
            times += [one.key(bytes([letter]), first=0.1) for letter in text]
            one.key(b"\x15", first=0.1)
        yield name, [time for time in times if time is not None]
        one.leave()


def measure_escape(binary, folder):
    """A lone Esc, which could be the begin of a longer key: from the key to the view before."""
    one = opened(binary, folder, [b"3"])
    times = []
    for _ in range(EXPLORER_RUNS):
        one.key(b"\r")
        times.append(one.key(b"\x1b"))
    one.leave()
    return times


def measure_sliders(binary, folder):
    """Each step of each slider of a what-if, to the last byte of flags, fit and verdict."""
    one = opened(binary, folder, PAIR + [b"w"])
    times = []
    for _ in range(SLIDERS):
        times += [one.key(key, first=0.1) for key in (RIGHT, RIGHT, LEFT, RIGHT)]
        one.key(DOWN, first=0.1)
    one.leave()
    return [time for time in times if time is not None]


def measure_tour(binary, folder):
    """Peak memory in MB of one explorer that opens every view and types everywhere."""
    one = opened(binary, folder, [])
    for path, keys in [*VIEWS.values(), *((path, TEXTS[1]) for path in TYPING.values())]:
        for key in [b"\x1b", b"\x1b", b"1", *keys_of(path), *keys_of(keys)]:
            one.key(key, first=0.05)
    memory = one.status("VmHWM") / 1024
    one.leave()
    return memory


def measure_idle(binary, folder):
    one = Explorer(binary, folder, 80, 24)
    one.read_until(b"quit")
    one.key(b"3")
    ticks, wakes = one.ticks(), one.status("voluntary_ctxt_switches")
    time.sleep(2)
    ticks, wakes = one.ticks() - ticks, one.status("voluntary_ctxt_switches") - wakes
    one.leave()
    return ticks, wakes


# ---- The table


def machine():
    model = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{len(os.sched_getaffinity(0))} cores, {model}, {memory:.0f} GB"


def row(name, values, bar, memory=None):
    values = [value for value in values if value is not None]
    print(f"| {name} | {len(values)} | {statistics.median(values):.2f} | {min(values):.2f} "
          f"| {percentile(values, 0.99):.2f} | {max(values):.2f} | {bar or ''} "
          f"| {f'{memory:.1f}' if memory else ''} |", flush=True)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    binary = str(Path(sys.argv[1]).resolve())
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(f"{time.strftime('%Y-%m-%d')}, {machine()}, load {os.getloadavg()[0]:.1f}, "
          f"binary {os.path.getsize(binary) / 2**20:.1f} MB\n")
    print("| what | runs | median ms | min | p99 | max | bar ms | peak MB (bar 80) |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for values in measure_commands(binary, folder):
            row(*values)
        for columns, rows in ((80, 24), (200, 60)):
            times, memory = measure_first_frame(binary, folder, columns, rows)
            row(f"explorer {columns}x{rows}, start to first full frame", times, 50, memory)
        views = dict(measure_views(binary, folder))
        row("a key, over all views", sum(views.values(), []), "16 (median 4)")
        worst = max(views, key=lambda name: percentile(views[name], 0.99))
        for name, times in views.items():
            row(f"- {name}" + (" (worst)" if name == worst else ""), times, "16 (4)")
        for name, times in measure_typing(binary, folder):
            row(f"a letter: {name}", times, 8)
        row("Esc alone, to the view before", measure_escape(binary, folder), 40)
        row("a step of a slider, to the verdict that follows", measure_sliders(binary, folder), 16)
        opening = dict(measure_opening(binary, folder))
        slowest = max(opening, key=lambda name: opening[name] or 0)
        row(f"first opening of a view (worst: {slowest})", list(opening.values()), 50,
            measure_tour(binary, folder))
        ticks, wakes = measure_idle(binary, folder)
    print(f"\nIdle for 2 s: {ticks} ticks of {1000 // TICKS} ms, {wakes} wake-ups.")


main()
