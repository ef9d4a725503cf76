"""Runs the tests and writes the numbers."""

import argparse
import pathlib
import sys

from . import checks, country_side, deployment_side, flag_side, intervals, pairs
from .document import Document
from .world import World

TOP = pathlib.Path(__file__).resolve().parents[2]
BEGIN = "<!-- Numbers from here on are written by Scripts/validate. -->"
END = "<!-- Numbers end here. -->"


def numbers(arguments):
    data = pathlib.Path(arguments.data)
    reference = pathlib.Path(arguments.reference)
    world = World(data)
    if arguments.pairs == "matrix":
        found = pairs.from_program(world, pairs.beside(arguments.program))
    else:
        found = pairs.from_reference(world, reference)
    out = Document()
    country_side.run(world, found, out)
    deployment_side.run(world, found, out)
    flag_side.run(world, found, out)
    intervals.run(data, out)
    checks.reversal(world, reference, out)
    checks.geometric(world, found, out)
    checks.judged(world, found, TOP / "Tests" / "Validation" / "judged.csv", out)
    head = (f"Dataset {world.dataset['version']} (SHA-256 of the tables {world.digest()}...). Pairs "
            f"from {found.source}; model: {found.model}. {len(world.members)} UN members, "
            f"{len(world.listed)} listed goods of {len(world.goods)}.")
    return out.text(head)


def split(path):
    text = path.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    old, after = rest.split(END)
    return before, old, after


def run(words):
    parser = argparse.ArgumentParser(
        prog="Scripts/validate", description="Tests the fit model; see VALIDATION.md.")
    parser.add_argument("--pairs", choices=["reference", "matrix"], default="reference")
    parser.add_argument("--program", default="", help="dpg-atlas to ask for the matrix")
    parser.add_argument("--data", default=str(TOP / "Data"))
    parser.add_argument("--reference",
                        default=str(TOP / "Tests" / "Reference" / "fit_reference.py"))
    parser.add_argument("--write", action="store_true", help="put the numbers into VALIDATION.md")
    parser.add_argument("--check", action="store_true", help="compare with VALIDATION.md")
    parser.add_argument("--agree", metavar="PROGRAM", default="",
                        help="compare `PROGRAM matrix` with the plain implementation")
    arguments = parser.parse_args(words)
    if arguments.agree:
        return pairs.agree(World(pathlib.Path(arguments.data)), pathlib.Path(arguments.reference),
                           arguments.agree)
    text = numbers(arguments)
    document = TOP / "VALIDATION.md"
    if arguments.write or arguments.check:
        before, old, after = split(document)
        new = f"\n\n{text}\n"
        if arguments.check:
            print("the numbers are the same" if old == new else "the numbers differ")
            return 0 if old == new else 1
        document.write_text(before + BEGIN + new + END + after, encoding="utf-8")
        return 0
    sys.stdout.write(text)
    return 0
