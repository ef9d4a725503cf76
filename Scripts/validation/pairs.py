"""All pairs of country and good, from the program or from the plain implementation."""

import csv
import hashlib
import io
import pathlib
import re
import subprocess
import sys
from dataclasses import dataclass, field

FLAGS = ["D1", "D2", "D3", "D4", "D5", "R1", "R2", "R3", "S1", "S2", "S3", "P1", "P2", "P3",
         "I1", "L1", "F1", "F2", "E1"]
WORDS = ["none", "low", "moderate", "high", "critical"]
CLASSES = ["not-now", "prepare-first", "with-safeguards", "adopt"]
REFUSING = ["P1", "P2", "S1"]
POLICIES = {"any": 1, "two": 2, "all": 3}
DIMENSIONS = ["connectivity", "skills", "devices", "power", "affordability", "privacy",
              "security", "institutions", "equity"]


@dataclass
class Pair:
    verdict: str
    fit: float
    need: float
    fit_high: float | None = None
    precedent: float | None = None
    cautious: str = ""
    hopeful: str = ""
    flags: dict = field(default_factory=dict)
    adequacy: list = field(default_factory=list)
    by_policy: dict = field(default_factory=dict)


@dataclass
class Pairs:
    source: str
    model: str
    cells: dict

    def __getitem__(self, cell):
        return self.cells[cell]


def under(pair, count):
    """The class under another policy of refusal, from severities and the two classes."""
    if pair.flags["E1"][1] == 4:
        return "cannot-say"
    ends = []
    for end, shown in ((1, pair.cautious), (0, pair.hopeful)):
        critical = sum(pair.flags[flag][end] == 4 for flag in REFUSING)
        # A critical flag that does not refuse still asks for a step first.
        ends.append(0 if critical >= count else max(1, CLASSES.index(shown)))
    low, high = ends
    return CLASSES[low] if low == high or (low > 0 and high - low == 1) else "cannot-say"


def from_reference(world, script):
    """Pairs of UN members from the plain implementation, in two processes."""
    half = len(world.members) // 2
    runs = [subprocess.Popen(
        [sys.executable, "-B", str(script), "--data", str(world.folder), "--compact",
         "--countries", ",".join(part)], stdout=subprocess.PIPE, text=True)
        for part in (world.members[:half], world.members[half:])]
    texts = [run.communicate()[0] for run in runs]
    if any(run.returncode for run in runs):
        sys.exit("the plain implementation failed")
    cells = {}
    for text in texts:
        for row in csv.DictReader(io.StringIO(text)):
            flags = {}
            for flag in FLAGS:
                digits = row[flag]
                flags[flag] = int(digits[4]), int(digits[5])
            pair = Pair(
                verdict=row["class"], fit=float(row["fit_low"]), fit_high=float(row["fit_high"]),
                need=float(row["need_low"]), cautious=row["cautious"], hopeful=row["hopeful"],
                precedent=float(row["precedent"]) if row.get("precedent") else None,
                flags=flags, adequacy=[float(row[f"{d}_low"]) for d in DIMENSIONS])
            pair.by_policy = {name: under(pair, count) for name, count in POLICIES.items()}
            cells[row["iso3"], row["good"]] = pair
    digest = hashlib.sha256(script.read_bytes()).hexdigest()[:16]
    return Pairs("the plain implementation, `Tests/Reference/fit_reference.py`, equal weights, "
                 "no measures taken", f"SHA-256 of that file {digest}...", cells)


def severities(text):
    """Both ends of a severity; `not-assessed` leaves everything open."""
    return (WORDS.index(text),) * 2 if text in WORDS else (0, 4)


def from_program(world, program):
    """Pairs of UN members from `dpg-atlas matrix`, once for each policy of refusal."""
    cells = {}
    for policy in POLICIES:
        run = subprocess.run(
            [program, "matrix", "--format", "csv", "--policy", policy, "--data",
             str(world.folder), "--goods", "status:listed,delisted,superseded"], capture_output=True, text=True, check=True)
        for row in csv.DictReader(io.StringIO(run.stdout)):
            cell = row["iso3"], row["good"]
            verdict = class_word(row["verdict"])
            if policy == "any":
                cells[cell] = Pair(
                    verdict=verdict, fit=float(row["fit"]), need=float(row["need"]),
                    precedent=float(row["precedent"]) if row.get("precedent") else None,
                    flags={flag: severities(row[flag]) for flag in FLAGS})
            if policy == "two":
                cells[cell].verdict = verdict
            cells[cell].by_policy[policy] = verdict
    identity = subprocess.run(
        [program, "assess", world.members[0], world.listed[0], "--format", "json", "--data",
         str(world.folder)], capture_output=True, text=True, check=True).stdout
    version = re.search(r'"version": "([^"]+)",\s*"hash": "([^"]+)"', identity)
    return Pairs("`dpg-atlas matrix --format csv`, equal weights, no measures taken",
                 f"version {version[1]}, hash {version[2]}", cells)


def class_word(text):
    """`Adopt with safeguards` or `with-safeguards` as `with-safeguards`."""
    word = text.strip().lower().replace(" ", "-")
    return word.removeprefix("adopt-")


def agree(world, script, program):
    """How many pairs of UN members differ between the matrix and the plain implementation."""
    plain, other = from_reference(world, script).cells, from_program(world, program).cells
    counts = dict.fromkeys(("class", *POLICIES, "fit", "need", "precedent", "flags"), 0)
    for cell, mine in plain.items():
        theirs = other[cell]
        counts["class"] += mine.verdict != theirs.verdict
        for policy in POLICIES:
            counts[policy] += mine.by_policy[policy] != theirs.by_policy[policy]
        for name in ("fit", "need", "precedent"):
            counts[name] += abs(getattr(mine, name) - getattr(theirs, name)) > 1e-6
        # The matrix writes a flag whose ends differ as not assessed.
        counts["flags"] += any(
            theirs.flags[flag] != (mine.flags[flag] if len(set(mine.flags[flag])) == 1 else (0, 4))
            for flag in FLAGS)
    print(f"{len(plain):,} pairs compared; different: "
          + ", ".join(f"{name} {count}" for name, count in counts.items()))
    return 1 if any(counts.values()) else 0


def beside(program):
    """The release program of this checkout, if it has been built."""
    if program:
        return program
    found = sorted(pathlib.Path(__file__).resolve().parents[2].glob(".build*/**/release/dpg-atlas"))
    return str(found[0]) if found else "dpg-atlas"
