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
            binary, [binary], environment(folder), file_actions=files, setsid=True,
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

    def key(self, data):
        """Milliseconds from a key to the last byte of what it changed."""
        begin = time.monotonic_ns()
        os.write(self.master, data)
        last = self.read_rest()
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


def measure_keys(binary, folder):
    one = Explorer(binary, folder, 200, 60)
    one.read_until(b"quit")
    one.read_rest(QUIET)
    opening = [one.key(b"3")]
    moving = [one.key(b"\x1bOB") for _ in range(KEYS)]
    one.key(b"g")
    paging = []
    for _ in range(10):
        paging += [one.key(b"\x1b[6~"), one.key(b"\x1b[5~")]
    letters = []
    for text in ("uganda", "united republic", "income:low", "landlocked", "zzz"):
        one.key(b"/")
        letters += [one.key(letter.encode()) for letter in text]
        one.key(b"\x1b")
        one.read_rest(QUIET)
    one.key(b"/")
    for letter in b"uganda":
        one.key(bytes([letter]))
    one.key(b"\r")
    one.key(b"x")
    screening = []
    for _ in range(EXPLORER_RUNS):
        screening.append(one.key(b"\r"))
        one.key(b"q")
        one.key(b"\x1bOB")
    memory = one.status("VmHWM") / 1024
    one.leave()
    return opening, moving, paging, letters, screening, memory


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
    print("| what | runs | median ms | min | p99 | max | bar ms | peak MB (bar 60) |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        for values in measure_commands(binary, folder):
            row(*values)
        for columns, rows in ((80, 24), (200, 60)):
            times, memory = measure_first_frame(binary, folder, columns, rows)
            row(f"explorer {columns}x{rows}, start to first full frame", times, 50, memory)
        opening, moving, paging, letters, screening, memory = measure_keys(binary, folder)
        row("`3` at 200x60: first use of the countries table", opening, 50)
        row("Down in the countries table, to the last byte", moving, 16)
        row("PgDn, PgUp there", paging, 16)
        row("a letter of the filter there", letters, 8)
        row("Enter: a screening", screening, 50, memory)
        ticks, wakes = measure_idle(binary, folder)
    print(f"\nIdle for 2 s: {ticks} ticks of {1000 // TICKS} ms, {wakes} wake-ups.")


main()
