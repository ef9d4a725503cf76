"""Rank reversal, the geometric mean, and the hand-judged pairs."""

import csv
import importlib.util
import pathlib
import shutil
import tempfile

from . import statistics as st
from .document import number, percent
from .pairs import CLASSES


def geometric(world, pairs, out):
    out.heading("Geometric mean beside fit")
    if not pairs[world.members[0], world.listed[0]].adequacy:
        out.say("Not worked out: these pairs carry no adequacy by dimension.")
        return
    fit, other, zero = [], [], 0
    within = []
    for c in world.members:
        mine = []
        for g in world.listed:
            product = 1.0
            for value in pairs[c, g].adequacy:
                product *= max(value, 0.0)
            zero += product == 0
            mine.append(product ** (1 / len(pairs[c, g].adequacy)))
        row = [pairs[c, g].fit for g in world.listed]
        found = st.spearman(row, mine)
        if found == found:
            within.append(found)
        fit += row
        other += mine
    alive = [(f, o) for f, o in zip(fit, other) if o > 0]
    out.say("Geometric mean of the nine adequacies at the cautious end against fit: Spearman over "
            f"all pairs {number(st.spearman(fit, other))}, over pairs without a zero "
            f"{number(st.spearman(*zip(*alive)))}, mean within a country "
            f"{number(st.mean(within))} ({len(within)} countries). In {percent(zero, len(fit))} of "
            "pairs one adequacy is 0, so that the geometric mean is 0 whatever the others are; in "
            f"{len(world.members) - len(within)} countries that is so for all goods.")
    out.without_bar("Geometric mean of adequacies with fit, Spearman",
                    number(st.spearman(fit, other)))


def load(script):
    spec = importlib.util.spec_from_file_location("fit_reference", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(module, world, countries, goods):
    """Ends of class, fit, need and severities of the plain implementation; precedent apart."""
    result = {}
    for iso3 in countries:
        place = module.Place(world, iso3)
        for good in goods:
            pair = module.Pair(place, good)
            result[iso3, good] = (
                pair.shown, pair.fit, tuple(pair.need), tuple(sorted(pair.severity.items())))
    return result


def without(folder, target, column, value):
    """A copy of the tables without the rows that name a country or a good."""
    for path in sorted(folder.glob("*.csv")):
        with open(path, newline="", encoding="utf-8") as source:
            reader = csv.reader(source)
            header = next(reader)
            names = ["id", "good"] if column == "good" else ["iso3"]
            if column == "good" and path.stem not in (
                    "goods", "goods-demand", "goods-declared", "organisations", "deployments"):
                names = []
            places = [header.index(name) for name in names if name in header]
            if not places:
                shutil.copy(path, target / path.name)
                continue
            with open(target / path.name, "w", newline="", encoding="utf-8") as sink:
                writer = csv.writer(sink, lineterminator="\n")
                writer.writerow(header)
                writer.writerows(
                    row for row in reader if not any(row[place] == value for place in places))


def reversal(world, script, out):
    out.heading("Rank reversal")
    module = load(script)
    goods = world.listed[::12]
    countries = world.members[::6]
    before = judge(module, module.World(world.folder), countries, goods)
    body = []
    for column, gone in (("good", "dhis2"), ("good", "openmrs"), ("good", "x-road"),
                         ("iso3", "UGA"), ("iso3", "DEU"), ("iso3", "FJI"), ("iso3", "BRA")):
        with tempfile.TemporaryDirectory() as target:
            target = pathlib.Path(target)
            without(world.folder, target, column, gone)
            names = [c for c in countries if c != gone]
            kept = [g for g in goods if g != gone]
            after = judge(module, module.World(target), names, kept)
        changed = [cell for cell in after if after[cell] != before[cell]]
        classes = sum(after[cell][0] != before[cell][0] for cell in changed)
        body.append((gone, f"{len(after):,}", len(changed), classes,
                     ", ".join(sorted({c for c, _ in changed})) or "-"))
    out.say("A good is screened from its own row and one country's figures, so another good can "
            "change nothing by construction. A country's own measured figures are used alone too, "
            "but a figure that is missing takes the range of its peers, so that removing a peer "
            "can move an end of that range. Tried with the plain implementation on "
            f"{len(countries)} countries and {len(goods)} goods: class, fit, need and severities "
            "(precedent apart, which reads other countries on purpose).")
    out.table(("removed", "pairs compared", "pairs changed", "classes changed", "in"), body)
    by_good = sum(row[2] for row in body[:3])
    out.bar("Other pairs changed by removing a good (three tried)", "0", str(by_good), by_good == 0)
    by_country = sum(row[2] for row in body[3:])
    out.without_bar("Other pairs changed by removing a country (four tried; peer ranges)",
                    f"{by_country}; class changed {sum(row[3] for row in body[3:])}")


def judged(world, pairs, path, out):
    out.heading("Hand-judged pairs")
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    hits = near = stricter = laxer = 0
    body = []
    for row in rows:
        pair = pairs[row["iso3"], row["good"]]
        if pair.verdict in row["expected"].split("|"):
            word, hits = "hit", hits + 1
        elif pair.verdict in row["tolerance"].split("|"):
            word, near = "near", near + 1
        else:
            word = "**miss**"
        asked = [CLASSES.index(w) for w in row["expected"].split("|") if w in CLASSES]
        if pair.verdict in CLASSES and pair.verdict not in row["expected"].split("|") and asked:
            stricter += CLASSES.index(pair.verdict) < min(asked)
            laxer += CLASSES.index(pair.verdict) > max(asked)
        gravest = [flag for flag in pair.flags if pair.flags[flag][1] == 4]
        body.append((row["iso3"], row["good"], row["expected"].replace("|", " or "),
                     row["tolerance"] or "-", pair.verdict, word, number(pair.fit, 2),
                     " ".join(gravest) or "-"))
    out.say("Judged before any verdict was looked at (`Tests/Validation/judged.csv`, with reasons). "
            "Near: not expected but named as tolerable beforehand. Last column: flags that are "
            "critical at their worst end.")
    out.table(("country", "good", "expected", "tolerated", "verdict", "", "fit", "critical"), body)
    out.say(f"{stricter} verdicts are stricter than expected, {laxer} laxer.")
    out.without_bar(f"Hand-judged pairs ({len(rows)})",
                    f"{hits} hits, {near} near, {len(rows) - hits - near} misses")
