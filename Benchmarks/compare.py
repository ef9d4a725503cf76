"""compare.py BINARY [--write] [--runs N]   this program beside numpy and decision packages

One run on one machine; prints Markdown, with --write also puts it between the markers
`<!-- compare -->` and `<!-- /compare -->` of Benchmarks/README.md. Scripts/benchmark-compare makes
the environment that it needs. Times are of the processor, so that other work on the machine counts
little; nothing fails on a time.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import argparse  # noqa: E402
import json  # noqa: E402
import platform  # noqa: E402
import statistics  # noqa: E402
import subprocess  # noqa: E402
import sys  # noqa: E402
import time  # noqa: E402
from pathlib import Path  # noqa: E402

from compare_packages import (adequacies, cpu_ms, measure, numpy_weights,  # noqa: E402
                              numpy_whole, version)
from sampler_numpy import TOP, Sampler  # noqa: E402

SAMPLES, COUNTRY, MEASURED = 10_000, "UGA", 40
STARTS = 20
README = TOP / "Benchmarks" / "README.md"
MARKERS = "<!-- compare -->", "<!-- /compare -->"
IMPORTS = [("Python by itself", "pass"), ("numpy", "import numpy"),
           ("pymcdm", "from pymcdm.methods import WSM"),
           ("scikit-criteria", "from skcriteria.agg.simple import WeightedSumModel"),
           ("pyDecision", "from pyDecision.algorithm import saw_method")]


class Ours:
    """What the program says of its own times; a part that it does not time is None."""

    def __init__(self, binary: str, runs: int):
        self.data: object = []
        asked = subprocess.run([binary, "certainty", "--benchmark", str(runs), "--format", "json"],
                               capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            self.data = json.loads(asked.stdout)
        else:
            print(f"no times of the program's own: {asked.stderr.strip()}", file=sys.stderr)
        rows = self.data.get("rows", []) if isinstance(self.data, dict) else self.data
        self.rows: list[dict] = [row for row in rows if isinstance(row, dict)]

    def ms(self, part: str) -> float | None:
        """Median CPU milliseconds of a part."""
        for row in self.rows:
            if row.get("id", row.get("part")) == part:
                found = [row[key] for key in ("median", "ms", "cpu") if row.get(key) is not None]
                return float(found[0]) if found else None
        value = self.data.get(part) if isinstance(self.data, dict) else None
        return float(value) if isinstance(value, (int, float)) else None

    def growth(self, part: str) -> list[tuple[float, float]]:
        """Times as many goods or countries, and the milliseconds; empty if not timed."""
        listed = self.data.get(part) if isinstance(self.data, dict) else None
        found = []
        for row in listed or self.rows:
            name = str(row.get("id", ""))
            if listed is None and not name.startswith(part):
                continue
            times = row.get("times", name.removeprefix(part).strip("- x") or None)
            found.append((float(times or 1), float(row.get("ms", row.get("median", 0)))))
        return sorted(found)


class Table:
    """A Markdown table whose first row with a time is what the others are divided by."""

    def __init__(self, title: str, base: float | None, unit: str = "CPU ms"):
        self.base = base
        self.lines = [f"| {title} | {unit} | times ours | how |", "| --- | ---: | ---: | --- |"]

    def add(self, what: str, ms: float | None, how: str = "") -> None:
        """Adds a row; without a time it says only how."""
        ratio = "" if ms is None or not self.base else number(ms / self.base)
        self.lines.append(f"| {what} | {'' if ms is None else number(ms)} | {ratio} | {how} |")


def number(value: float) -> str:
    """Three digits that count, and no more."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.3f}"


def start(command: list[str]) -> tuple[float, float]:
    """Medians of wall and CPU milliseconds from the start to the end of a process."""
    walls, cpus = [], []
    for turn in range(STARTS + 1):
        nowhere = [(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_WRONLY, 0) for n in (1, 2)]
        begin = time.monotonic_ns()
        child = os.posix_spawnp(command[0], command, os.environ, file_actions=nowhere)
        _, status, usage = os.wait4(child, 0)
        if status:
            raise SystemExit(f"{' '.join(command)}: status {status}")
        if turn:  # the first one brings the files into memory
            walls.append((time.monotonic_ns() - begin) / 1e6)
            cpus.append((usage.ru_utime + usage.ru_stime) * 1e3)
    return statistics.median(walls), statistics.median(cpus)


def machine() -> str:
    """Cores, processor and memory."""
    model = "unknown processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return f"{len(os.sched_getaffinity(0))} cores, {model}, {memory:.0f} GB"


def verdict_tables(ours: Ours, sampler: Sampler) -> list[str]:
    """Verdicts and ranks in draws of weights and values: one country, then the world."""
    numpy = version("numpy")
    countries = list(sampler.world.countries)
    for iso3 in countries:
        sampler.country(iso3)  # reading is timed on neither side
    goods = len(sampler.ids)
    draws = sampler.draws(SAMPLES, 1)

    base = ours.ms("country-shares")
    one = Table(f"verdict shares: {COUNTRY}, {goods} goods, {SAMPLES:,} draws", base)
    one.add("**this program**", base, "drawing included")
    one.add(numpy, cpu_ms(lambda: sampler.verdict_shares(COUNTRY, SAMPLES)), "drawing included")
    drawn = ours.ms("country-drawn")
    if drawn:
        one.add("this program, weights at hand", drawn, "as for the next country")
    one.add(f"{numpy}, weights at hand",
            cpu_ms(lambda: sampler.verdict_shares(COUNTRY, draws=draws)), "as for the next country")
    one.add("pymcdm, scikit-criteria, pyDecision", None,
            "neither vetoes nor values that are drawn: nothing to time")

    base = ours.ms("world-shares")
    world = Table(f"verdict shares: the world, {len(countries)} countries", base)
    world.add("**this program**", base, "drawing included")
    world.add(numpy, cpu_ms(lambda: sampler.world_shares(SAMPLES), 3), "drawing included")

    base = ours.ms("country-ranks")
    ranks = Table(f"ranks 1 to 10: {COUNTRY}, {SAMPLES:,} draws", base)
    ranks.add("**this program**", base, "verdicts and drawing included")
    ranks.add(numpy, cpu_ms(lambda: sampler.rank_acceptability(COUNTRY, SAMPLES)),
              "verdicts and drawing included")
    return [*one.lines, "", *world.lines, "", *ranks.lines, ""]


def score_tables(ours: Ours, sampler: Sampler) -> list[str]:
    """Scoring and ranking: once for all countries, and under many weight vectors for one."""
    matrices = adequacies(sampler.world, sampler.ids)
    countries, goods, _ = matrices.shape
    found = measure(matrices, SAMPLES, MEASURED)
    base = ours.ms("matrix")
    once = Table(f"scoring and ranking once: {countries} countries, {goods} goods, 9 adequacies",
                 base)
    once.add("**this program**", base,
             "more work: conditions, 19 flags, measures and verdict of every pair")
    once.add(f"{version('numpy')}, weighted sum", cpu_ms(numpy_whole(matrices, False)),
             "adequacies at hand, all countries in one array")
    once.add(f"{version('numpy')}, average and weakest link", cpu_ms(numpy_whole(matrices, True)),
             "adequacies at hand, all countries in one array")
    for package in found:
        once.add(f"{version(package.name)}, {package.call}", package.countries,
                 "adequacies at hand; every fifth country, times 5")

    base = ours.ms("country-ranks")
    many = Table(f"{SAMPLES:,} weight vectors, one country", base)
    many.add("**this program**, ranks 1 to 10", base,
             "more work: values, levels and ramps drawn too, and verdicts")
    middle = matrices[countries // 2]
    many.add(f"{version('numpy')}, weighted sum, whole order",
             cpu_ms(numpy_weights(middle, SAMPLES)), "weights only")
    for package in found:
        many.add(f"{version(package.name)}, {package.call}", package.draws,
                 f"weights only, one call a vector; {MEASURED} measured, scaled")
    return [*once.lines, "", *many.lines, ""]


def start_table(ours: Ours, binary: str) -> list[str]:
    """Fresh processes: the program's first answer, and the import of each package."""
    walls, base = start([binary, "assess", "UGA", "dhis2"])
    lines = Table("start of a process", base)
    lines.lines[0] = "| start of a process | CPU ms | times ours | wall ms |"
    lines.lines[1] = "| --- | ---: | ---: | ---: |"
    lines.add("**this program**, `assess UGA dhis2`, start to end", base, number(walls))
    for name, code in IMPORTS:
        wall, cpu = start([sys.executable, "-c", code])
        lines.add(f"import of {name}" if code != "pass" else name, cpu, number(wall))
    single = ours.ms("screening")
    note = [] if single is None else ["", f"A single screening inside the program: "
                                      f"{number(single)} ms."]
    return [*lines.lines, *note, ""]


def growth_table(ours: Ours) -> list[str]:
    """How the program's own time grows with the goods and with the countries."""
    lines = []
    for part, what in (("growth-goods", "goods"), ("growth-countries", "countries")):
        rows = ours.growth(part)
        if not rows or not rows[0][1]:
            continue
        lines += [f"| times as many {what} | CPU ms | times the first | times the row before |",
                  "| ---: | ---: | ---: | ---: |"]
        before = None
        for times, ms in rows:
            step = "" if before is None else f"{ms / before:.2f}"
            lines.append(f"| {times:g} | {number(ms)} | {ms / rows[0][1]:.2f} | {step} |")
            before = ms
        lines.append("")
    return lines


def report(binary: str, runs: int) -> str:
    """The whole comparison as Markdown."""
    ours, sampler = Ours(binary, runs), Sampler()
    versions = ", ".join(version(name)
                         for name in ("numpy", "pymcdm", "scikit-criteria", "pyDecision"))
    load = os.getloadavg()[0]
    head = [f"{time.strftime('%Y-%m-%d')}, {machine()}, load {load:.1f}; Python "
            f"{platform.python_version()}, {versions}; medians, one thread each", ""]
    parts = [verdict_tables(ours, sampler), score_tables(ours, sampler),
             start_table(ours, binary), growth_table(ours)]
    return "\n".join(head + [line for part in parts for line in part]).rstrip() + "\n"


def around() -> tuple[str, str]:
    """The README before and after what stands between its markers."""
    before, found, rest = README.read_text(encoding="utf-8").partition(MARKERS[0])
    _, end, after = rest.partition(MARKERS[1])
    if not found or not end:
        raise SystemExit(f"{README.name} has no {' and '.join(MARKERS)}")
    return before + MARKERS[0], MARKERS[1] + after


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("binary")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--runs", type=int, default=30)
    asked = parser.parse_args()
    ends = around() if asked.write else None
    text = report(str(Path(asked.binary).resolve()), asked.runs)
    print(text, end="")
    if ends:
        README.write_text(f"{ends[0]}\n{text}{ends[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
