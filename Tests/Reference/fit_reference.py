#!/usr/bin/env python3
"""A second, plain implementation of the fit model: everything but the sampling.

Written from the documents of the model and the rule texts, to check the Swift one. It reads the
tables of a data folder itself, is not tuned for speed and uses the standard library only.

    python3 Tests/Reference/fit_reference.py [--data Data] [--countries UGA,IND] [--goods dhis2]
                                             [--preset equal] [--policy two] [--apply id,id]
                                             [--sample N] [--mixed N] [--detail] [--compact]

prints CSV, one line a pair: iso3, good, preset, policy, measures taken, class, cautious, hopeful,
thinness, fit low and high, need low and high, people left out low and high, staff low and high,
precedent and its effective number of countries, adequacy low and high of nine dimensions,
`low..high` severity of 19 flags before and after measures. People and staff are empty where the
good serves nobody directly. `--sample N` keeps about N pairs, spread by a fixed rule over all of
them; `--mixed N` does too, and gives each another preset, policy and handful of measures.
`--detail` adds, after each severity, the likelihood and impact ranges it came from; `--compact`
writes each flag as eight digits (likelihood, impact, severity and severity after measures, low and
high) and numbers without needless zeros.

The checked-in fixtures are made with

    python3 Tests/Reference/fit_reference.py --sample 2000 --compact \
      > Tests/Reference/sample.csv
    python3 Tests/Reference/fit_reference.py --mixed 300 --compact \
      > Tests/Reference/sample-settings.csv

Where the documents leave a choice open, the choice is marked OPEN below.
"""

import argparse
import csv
import math
import pathlib
import sys

DIMENSIONS = ["connectivity", "skills", "devices", "power", "affordability", "privacy",
              "security", "institutions", "equity"]
FLAGS = ["D1", "D2", "D3", "D4", "D5", "R1", "R2", "R3", "S1", "S2", "S3", "P1", "P2", "P3",
         "I1", "L1", "F1", "F2", "E1"]
CLASSES = ["not-now", "prepare-first", "with-safeguards", "adopt"]
WORDS = ["none", "low", "moderate", "high", "critical"]
USABLE = {"observed", "estimated", "derived", "curated", "assumed", "own-figure"}
RECENT = 6
ALL = (0.0, 100.0)

# Ramps (below this it does not work, above this it is no barrier) by level 1 to 4.
RAMPS = {
    "connectivity": [(30, 80), (10, 45), (20, 65), (35, 75)],
    "skills": [(30, 60), (40, 75), (55, 90), (45, 75)],
    "staff skills": [(20, 45), (30, 55), (40, 65), (45, 75)],
    "devices": [(30, 80), (10, 45), (20, 60), (1, 15)],
    "staff devices": [(30, 80)] * 4,
    "power": [(10, 50), (25, 75), (45, 90), (70, 99)],
    "affordability": [(10, 2)] * 4,
    "privacy": [(-20, 20), (0, 40), (20, 60), (35, 75)],
    "security": [(-20, 20), (0, 40), (20, 55), (40, 85)],
    "institutions": [(0, 25), (15, 40), (25, 55), (40, 70)],
}

# What each stakeholder counts double, and the weight of the weakest link.
PRESETS = {
    "equal": ([], 0.5),
    "citizen-first": (["equity", "skills", "affordability"], 0.5),
    "data-protector": (["privacy", "security"], 0.7),
    "rural-outreach": (["connectivity", "power", "equity"], 0.5),
    "ministry": (["institutions"], 0.5),
}
POLICIES = {"any": 1, "two": 2, "all": 3}

# OPEN: how many visits of how many minutes a person needs a year is a source's only for the
# intensive ratio; taken from the program for the others.
VISITS = {650: (4, 30), 2000: (4, 10), 10250: (1, 8)}

# Ten figures of supply beside the 17 goal scores by which countries are alike.
ALIKE = ["internet-users", "literacy", "electricity", "mobile-subscriptions", "human-capital",
         "e-government", "cybersecurity", "rule-of-law", "voice", "rural-population"] + [
             f"sdg-goal-{goal:02}" for goal in range(1, 18)]

# OPEN: which sector asks for which ratio of staff is not in the documents; taken from the program.
INTENSIVE = {"health", "social-protection", "humanitarian", "child-protection", "nutrition"}
REGULAR = {"education", "agriculture", "skills", "justice", "gender", "disaster-risk"}


def table(folder, name):
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def many(field):
    return [part for part in field.split(";") if part]


def known(pair):
    return pair[0] == pair[1]


def least(*ranges):
    return min(r[0] for r in ranges), min(r[1] for r in ranges)


def ramp(limits, value):
    floor, target = limits
    return min(1.0, max(0.0, (value - floor) / (target - floor)))


def ramped(limits, supply):
    """A ramp over a range, whichever way it runs."""
    ends = sorted([ramp(limits, supply[0]), ramp(limits, supply[1])])
    return ends[0], ends[1]


def cumulative(ramps, supplies, level):
    """A level counts its own ramp and those of the levels below it."""
    return least((1.0, 1.0), *[ramped(ramps[n], supplies[n]) for n in range(level)])


def group_range(total, share, at_most_total):
    """What u = r g + (1 - r) k with 0 <= k <= 100 leaves open of g."""
    if share is None:
        return 0.0, total[1] if at_most_total else 100.0
    if share <= 0:
        return total
    low = max(0.0, (total[0] - 100 * (1 - share)) / share)
    high = min(100.0, total[1] / share)
    return low, min(high, total[1]) if at_most_total else high


def steps(limits, value, falling):
    """How many of the limits a value fails."""
    return sum(1 for limit in limits if (value < limit if falling else value > limit))


def falling(limits, supply):
    return steps(limits, supply[1], True), steps(limits, supply[0], True)


def rising(limits, supply):
    return steps(limits, supply[0], False), steps(limits, supply[1], False)


def severity(product):
    return sum(1 for limit in (1, 4, 8, 12) if product >= limit)


class World:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        dataset = {row["key"]: row["value"] for row in table(folder, "dataset")}
        self.year = int(dataset["compiled"][:4])
        self.countries = {row["iso3"]: row for row in table(folder, "countries")}
        self.observations = {}
        for row in table(folder, "observations"):
            self.observations[row["iso3"], row["indicator"]] = (
                float(row["value"]), int(row["year"]), row["status"])
        self.facts = {
            (row["iso3"], row["attribute"]): row["value"] for row in table(folder, "facts")}
        self.goods = {row["id"]: row for row in table(folder, "goods")}
        self.demand = {row["good"]: row for row in table(folder, "goods-demand")}
        self.declared = {row["good"]: row for row in table(folder, "goods-declared")}
        self.indicators = {row["id"]: row for row in table(folder, "indicators")}
        self.drift = {
            (row["indicator"], int(row["years"])): (float(row["low"]), float(row["high"]))
            for row in table(folder, "drift")}
        self.measures = {row["id"]: row for row in table(folder, "measures")}
        self.effects = table(folder, "measure-effects")
        self.users = {}
        for row in table(folder, "deployments"):
            if "yes" in (row["in_2026"], row["in_2024"]):
                self.users.setdefault(row["good"], []).append(row["iso3"])
        self.standardise()
        self.stewards = {}
        for row in table(folder, "organisations"):
            if row["role"] in ("owner", "maintainer"):
                self.stewards[row["good"]] = self.stewards.get(row["good"], 0) + 1


    def usable(self, iso3, name):
        row = self.observations.get((iso3, name))
        return row[0] if row and row[2] in USABLE else None

    def peers(self, iso3, name, *columns):
        """Range over the countries that share these columns; None with fewer than five figures."""
        mine = self.countries[iso3]
        # OPEN: who has no subregion or income group has no peers.
        if not mine["subregion"] or any(not mine[column] for column in columns):
            return None
        figures = [self.usable(other, name) for other, row in self.countries.items()
                   if row["subregion"] and all(row[c] == mine[c] for c in columns)]
        figures = [figure for figure in figures if figure is not None]
        return (min(figures), max(figures)) if len(figures) >= 5 else None

    def standardise(self):
        """Figures less their mean, in standard deviations, by country and indicator."""
        self.scores = {iso3: {} for iso3 in self.countries}
        for name in ALIKE:
            figures = {c: self.usable(c, name) for c in self.countries}
            figures = {c: figure for c, figure in figures.items() if figure is not None}
            if not figures:
                continue
            mean = sum(figures.values()) / len(figures)
            deviation = math.sqrt(
                sum((figure - mean) ** 2 for figure in figures.values()) / len(figures))
            if deviation > 0:
                for country, figure in figures.items():
                    self.scores[country][name] = (figure - mean) / deviation

    def similarity(self, one, two):
        shared = self.scores[one].keys() & self.scores[two].keys()
        result = 0.0
        # OPEN: at least five shared figures (the program's choice).
        if len(shared) >= 5:
            distance = sum((self.scores[one][n] - self.scores[two][n]) ** 2 for n in shared)
            result += math.exp(-distance / len(shared) / 2)
        mine, theirs = self.countries[one], self.countries[two]
        if mine["subregion"] and mine["subregion"] == theirs["subregion"]:
            result += 1
        if set(many(mine["languages"])) & set(many(theirs["languages"])):
            result += 0.5
        return result


class Place:
    """One country: supplies as (low, high), and how thin they are (0 fresh, 1 missing or old)."""

    def __init__(self, world, iso3):
        self.world, self.iso3 = world, iso3
        self.alike = {c: world.similarity(iso3, c) for c in world.countries if c != iso3}
        self.thin = {}
        supply = {}
        for name in ["internet-users", "coverage-3g", "coverage-4g", "literacy", "electricity",
                     "fixed-broadband", "data-price-2gb", "cybersecurity", "rule-of-law", "voice"]:
            supply[name] = self.range(name)
            self.thin[name] = self.thinness(name)
        for name in ["human-capital", "e-government"]:
            supply[name] = tuple(end * 100 for end in self.range(name, (0.0, 1.0)))
            self.thin[name] = self.thinness(name)

        # Signal is 3G or better. OPEN: where 3G is unknown it is at least 4G, and where neither is
        # known at least as many people are covered as use the internet (no phone, no use).
        three, four = self.value("coverage-3g"), self.value("coverage-4g")
        if three is not None:
            supply["signal"] = supply["coverage-3g"]
            if four is not None:
                supply["signal"] = tuple(
                    max(supply["coverage-3g"][n], supply["coverage-4g"][n]) for n in (0, 1))
            self.thin["signal"] = self.thin["coverage-3g"]
        elif four is not None:
            low = max(supply["coverage-4g"][0], supply["internet-users"][0])
            supply["signal"] = (low, 100.0)
            self.thin["signal"] = 1.0
        else:
            low = max(supply["coverage-3g"][0], supply["internet-users"][0])
            supply["signal"] = (low, max(low, supply["coverage-3g"][1]))
            self.thin["signal"] = 1.0

        # Phone ownership while it is recent, else subscriptions up to 100.
        if self.value("mobile-owners") is not None and not self.old("mobile-owners"):
            supply["mobile"], self.thin["mobile"] = self.range("mobile-owners"), 0.0
        else:
            lines = self.range("mobile-subscriptions")
            supply["mobile"] = (min(lines[0], 100.0), min(lines[1], 100.0))
            self.thin["mobile"] = self.thinness("mobile-subscriptions")

        law = {"enacted": 100.0, "draft": 50.0, "none": 0.0}.get(
            world.facts.get((iso3, "data-protection-law")))
        # Both answers count where only the older one says that a law is in force.
        older = world.facts.get((iso3, "data-protection-law-2022")) == "enacted"
        points = ALL if law is None else (law, 100.0 if older else law)
        self.law_is_open = points[0] != points[1]
        rule, voice = supply["rule-of-law"], supply["voice"]
        supply["privacy"] = tuple(points[n] / 2 + rule[n] / 4 + voice[n] / 4 for n in (0, 1))
        self.thin["privacy"] = (self.law_is_open / 2 + self.thin["rule-of-law"] / 4
                                + self.thin["voice"] / 4)
        self.total = supply

        share = self.value("rural-population")
        self.rural_share = None if share is None else share / 100
        self.groups = {"rural": self.rural(), "women": self.women(), "poorest": self.poorest()}
        self.goals()

    # Reading

    def value(self, name):
        row = self.world.observations.get((self.iso3, name))
        return row[0] if row and row[2] in USABLE else None

    def old(self, name):
        row = self.world.observations.get((self.iso3, name))
        return row is None or row[1] < self.world.year - RECENT

    def range(self, name, unknown=ALL):
        """A figure of today; an old one with its drift; without one the peers', else everything."""
        world, value = self.world, self.value(name)
        if value is None:
            return (world.peers(self.iso3, name, "subregion", "income")
                    or world.peers(self.iso3, name, "region", "income") or unknown)
        _, year, status = world.observations[self.iso3, name]
        drift = world.drift.get((name, world.year - year))
        if not self.old(name) or status == "own-figure" or drift is None:
            return value, value
        limits = world.indicators[name]
        # No change is always inside.
        low, high = value + min(drift[0], 0.0), value + max(drift[1], 0.0)
        if limits["min"]:
            low, high = max(low, float(limits["min"])), max(high, float(limits["min"]))
        if limits["max"]:
            low, high = min(low, float(limits["max"])), min(high, float(limits["max"]))
        return low, high

    def thinness(self, name):
        return 1.0 if self.value(name) is None or self.old(name) else 0.0

    # Groups

    def rural(self):
        group = {}
        for name in ["signal", "coverage-4g", "internet-users", "mobile"]:
            group[name] = group_range(self.total[name], self.rural_share, True)
        for name, own in [("literacy", "literacy-rural"), ("electricity", "electricity-rural")]:
            group[name] = (self.range(own) if self.value(own) is not None
                           else group_range(self.total[name], self.rural_share, True))
        return group

    def women(self):
        group = dict(self.total)
        # OPEN: the figure worked out for the newest year comes first; the published one, and
        # ownership, only while recent.
        online = "internet-users-women-derived"
        if self.value(online) is None:
            online = None if self.old("internet-users-women") else "internet-users-women"
        owners = None if self.old("mobile-owners-women") else "mobile-owners-women"
        for name, own in [("internet-users", online), ("mobile", owners),
                          ("literacy", "literacy-women")]:
            group[name] = (self.range(own) if own and self.value(own) is not None
                           else group_range(self.total[name], 0.5, False))
        return group

    def poorest(self):
        group = dict(self.total)
        for name in ["internet-users", "mobile", "literacy", "electricity"]:
            group[name] = group_range(self.total[name], 0.4, True)
        return group

    # Adequacy

    def citizens(self, group, dimension, level):
        phone_online = least(group["mobile"], group["internet-users"])
        online = group["internet-users"]
        reads = {
            "connectivity": [group["signal"], online, online, least(online, group["coverage-4g"])],
            "skills": [group["literacy"]] * 3 + [self.total["human-capital"]],
            "devices": [group["mobile"], phone_online, phone_online,
                        self.total["fixed-broadband"]],
            "power": [group["electricity"]] * 4,
        }[dimension]
        return cumulative(RAMPS[dimension], reads, level)

    def worst_group(self, dimension, level):
        # OPEN: the worst of the groups is never better than the total.
        return least(*[self.citizens(group, dimension, level)
                       for group in [self.total, *self.groups.values()]])

    def staff(self, operator, dimension, level):
        total = self.total
        power = (self.groups["rural"] if operator == "frontline-staff" else total)["electricity"]
        reads = {
            "connectivity": [total["signal"]] * 2 + [total["coverage-4g"]] * 2,
            "skills": [total["human-capital"]] * 4,
            "devices": [total["mobile"]] * 4,
            "power": [power] * 4,
        }[dimension]
        ramps = RAMPS["staff " + dimension if dimension in ("skills", "devices") else dimension]
        return cumulative(ramps, reads, level)

    # Need

    def goals(self):
        self.gaps = []
        missing = []
        for goal in range(1, 18):
            value = self.value(f"sdg-goal-{goal:02}")
            self.gaps.append(None if value is None else 1 - value / 100)
            missing.append(value is None)
        # A landlocked country has no goal on oceans: that is not a gap in what is known.
        landlocked = self.world.countries[self.iso3]["landlocked"] == "yes"
        self.applies = [not (landlocked and goal == 14 and missing[goal - 1])
                        for goal in range(1, 18)]

    def peers(self, goal):
        scores = self.world.peers(self.iso3, f"sdg-goal-{goal:02}", "subregion") or ALL
        return 1 - scores[1] / 100, 1 - scores[0] / 100

    def need(self, goals):
        ranges = [(self.gaps[g - 1], self.gaps[g - 1]) if self.gaps[g - 1] is not None
                  else self.peers(g) for g in goals]
        if not ranges:
            return 0.0, 1.0
        return tuple(sum(r[n] for r in ranges) / len(ranges) for n in (0, 1))

    def best_rank(self, goals):
        """Ranks that the widest claimed gap can have, 1 the widest; a missing gap can be any."""
        ends = [(0.0, 1.0) if gap is None else (gap, gap) for gap in self.gaps]
        lows, highs = [], []
        for goal in goals:
            if not self.applies[goal - 1]:
                continue
            mine = ends[goal - 1]
            others = [ends[n] for n in range(17) if n != goal - 1 and self.applies[n]]
            lows.append(1 + sum(1 for other in others if other[0] > mine[1]))
            highs.append(1 + sum(1 for other in others if other[1] > mine[0]))
        return (min(lows), min(highs)) if lows else None


class Pair:
    def __init__(self, place, good, preset="equal", policy="two", taken=()):
        self.place, self.good = place, good
        self.preset, self.policy, self.taken = preset, policy, list(taken)
        doubled, self.weakest_link = PRESETS[preset]
        raw = {d: 2 if d in doubled else 1 for d in DIMENSIONS}
        self.weight = {d: raw[d] / sum(raw.values()) for d in DIMENSIONS}
        world = place.world
        self.record, self.asked = world.goods[good], world.demand[good]
        self.declared = world.declared[good]
        self.operator = self.asked["operator"]
        self.public = self.operator == "citizens"
        self.channels = many(self.asked["channels"])
        self.goals = [int(goal) for goal in many(self.record["sdgs"]) if 1 <= int(goal) <= 17]
        self.levels()
        self.adequacies()
        self.flags()
        self.measures()
        self.verdict()
        self.people()
        self.precedent()

    def levels(self):
        asked = self.asked
        curated = int(asked["data_sensitivity"])
        self.sensitivity = max(curated, int(asked["declared_sensitivity"] or 0))
        connectivity = int(asked["connectivity"])
        if self.public:
            if {"offline", "sms-ussd", "assisted-agent"} & set(self.channels):
                connectivity = max(0, connectivity - 1)
            if "offline" in self.channels:
                connectivity = min(1, connectivity)
        personal = [connectivity, int(asked["literacy"]), int(asked["device"]),
                    int(asked["power"])]
        self.level = dict(zip(DIMENSIONS, personal + [
            connectivity if self.public and connectivity >= 2 else 0,
            self.sensitivity, self.sensitivity, int(asked["institutional"]),
            max(personal) if self.public else 0]))
        answer = self.declared["collects_personal_data"]
        collects = answer == "yes" or curated >= 2
        # A question that nobody answered may hide the worst.
        self.collected = (self.sensitivity if collects else 0,
                          self.sensitivity if collects or answer == "" else 0)

    def adequacies(self):
        place, level = self.place, self.level
        self.adequacy, thin = {}, {}
        worst = {d: place.worst_group(d, level[d]) for d in DIMENSIONS[:4]}
        for dimension in DIMENSIONS:
            asked = level[dimension]
            if asked == 0:
                self.adequacy[dimension], thin[dimension] = (1.0, 1.0), 0.0
            elif dimension in worst and self.public:
                everybody = place.citizens(place.total, dimension, asked)
                self.adequacy[dimension] = tuple(
                    everybody[n] / 2 + worst[dimension][n] / 2 for n in (0, 1))
                thin[dimension] = self.thinnest(self.reads(dimension))
            elif dimension in worst:
                self.adequacy[dimension] = place.staff(self.operator, dimension, asked)
                thin[dimension] = self.thinnest(self.reads(dimension))
            elif dimension == "equity":
                self.adequacy[dimension] = least(*worst.values())
                thin[dimension] = self.thinnest(
                    [name for d in DIMENSIONS[:4] if level[d] > 0 for name in self.reads(d)])
            else:
                name = {"affordability": "data-price-2gb", "privacy": "privacy",
                        "security": "cybersecurity", "institutions": "e-government"}[dimension]
                self.adequacy[dimension] = cumulative(
                    RAMPS[dimension], [place.total[name]] * 4, asked)
                thin[dimension] = place.thin[name]
        # OPEN: the weight that is thin is a share of all weight, a dimension that takes the least
        # of several supplies is as thin as the thinnest.
        self.thinness = sum(self.weight[d] * thin[d] for d in DIMENSIONS)
        b = self.weakest_link
        self.fit = tuple(
            (1 - b) * sum(self.weight[d] * self.adequacy[d][n] for d in DIMENSIONS)
            + b * min(self.adequacy[d][n] for d in DIMENSIONS) for n in (0, 1))
        self.need = self.place.need(self.goals)

    def thinnest(self, names):
        return max(self.place.thin[name] for name in names)

    def reads(self, dimension):
        """Supplies that the levels up to the asked one read."""
        level = self.level[dimension]
        if self.public:
            by_level = {
                "connectivity": ["signal", "internet-users", None, "coverage-4g"],
                "skills": ["literacy", None, None, "human-capital"],
                "devices": ["mobile", "internet-users", None, "fixed-broadband"],
                "power": ["electricity", None, None, None],
            }[dimension]
            return [name for name in by_level[:level] if name]
        if dimension == "power" and self.operator == "frontline-staff":
            # A range that identities leave open is a missing figure.
            place = self.place
            measured = place.value("electricity-rural") is not None
            place.thin["electricity-rural"] = (
                place.thinness("electricity-rural") if measured
                else place.thin["electricity"] if known(place.groups["rural"]["electricity"])
                else 1.0)
            return ["electricity-rural"]
        return {
            "connectivity": ["signal"] if level <= 2 else ["signal", "coverage-4g"],
            "skills": ["human-capital"], "devices": ["mobile"], "power": ["electricity"],
        }[dimension]

    # Flags

    def in_the_field(self, level):
        return {"officials": min(level, 2), "developers": 0}.get(self.operator, level)

    def flags(self):
        place, level, public = self.place, self.level, self.public
        total, rural = place.total, place.groups["rural"]
        connectivity, sensitivity = level["connectivity"], self.sensitivity

        likelihood = {
            "D1": falling([75, 65, 50, 35], total["internet-users"]),
            "D2": self.women_online(),
            "D3": self.rural_online(),
            "D4": falling([95, 85, 70, 50], total["literacy"]),
            "D5": rising([2, 5, 8, 12], total["data-price-2gb"]),
            "R1": rising([2, 5, 15, 30], (100 - total["coverage-4g"][1],
                                          100 - total["coverage-4g"][0])),
            "R2": falling([99, 90, 70, 40], rural["electricity"]),
            "R3": self.staff_steps(),
            "S1": falling([95, 85, 55, 20], total["cybersecurity"]),
            "S2": self.steward_steps(),
            "S3": rising([1.9, 3.4, 4.9, 6.4], place.range("conflict", (0.0, 10.0))),
            "P1": self.law_steps(),
            "P2": self.weapon_steps(),
            "P3": falling([75, 50, 35, 20], total["rule-of-law"]),
            "I1": falling([75, 50, 37, 25], total["e-government"]),
            "L1": self.lock_in_steps(),
            "F1": self.relevance_steps(),
            "F2": (2, 2),
            # Ends that arithmetic alone would move off the limit are put back on it.
            "E1": rising([0, 0.1, 0.25, 0.4], (round(self.thinness, 9),) * 2),
        }

        stores = self.declared["stores_personal_data"]
        if stores == "no" and self.asked["declaration_doubt"] == "yes":
            stores = ""
        kept = {"yes": (sensitivity, sensitivity), "no": (0, 0)}.get(
            stores, (0, self.collected[1]))
        # OPEN: dangerous kinds count as 4 where the data is sensitive (3 or more) at all.
        kinds = set(many(self.record["personal_data_types"])) & {"biometric", "health"}
        dangerous = kinds or "humanitarian" in many(self.record["sectors"])
        weapon = 4 if sensitivity >= 3 and dangerous else sensitivity
        skills = level["skills"]
        relief = ("offline" in self.channels) + ("assisted-agent" in self.channels)
        # OPEN: a back office is a good that officials or developers work.
        impact = {
            "D1": connectivity if public else 0,
            "D2": max(connectivity, level["devices"]) if public else 0,
            "D3": connectivity if self.operator in ("citizens", "frontline-staff") else 0,
            "D4": skills if public else 0,
            "D5": connectivity if public else 0,
            "R1": self.in_the_field(connectivity),
            "R2": self.in_the_field(level["power"]),
            "R3": 4 - relief if self.operator in ("citizens", "frontline-staff") else 0,
            "S1": sensitivity,
            "S2": kept,
            "S3": sensitivity if "offline" in self.channels else 0,
            "P1": self.collected,
            "P2": weapon,
            "P3": sensitivity,
            "I1": level["institutions"],
            "L1": 3,
            "F1": 3,
            "F2": {"officials": min(skills, 2), "developers": min(skills, 1)}.get(
                self.operator, skills),
            "E1": 4,
        }
        self.likelihood = likelihood
        self.impact = {f: i if isinstance(i, tuple) else (i, i) for f, i in impact.items()}
        self.severity = {
            flag: tuple(severity(likelihood[flag][n] * self.impact[flag][n]) for n in (0, 1))
            for flag in FLAGS}

    def women_online(self):
        parity = self.place.value("internet-parity")
        limits = [0.98, 0.95, 0.90, 0.75]
        # OPEN: an old ratio is not used; what the total leaves open is.
        if parity is not None and not self.place.old("internet-parity"):
            return falling(limits, (parity, parity))
        total = self.place.total["internet-users"][0]
        # Nothing known, or the low end is nobody.
        if total <= 0:
            return 0, 4
        # A total that is a range counts at its low end, where the bounds are widest.
        ratios = []
        for women in group_range((total, total), 0.5, False):
            men = min(100.0, 2 * total - women)
            ratios.append(women / men if men > 0 else float("inf") if women > 0 else 1.0)
        return falling(limits, tuple(ratios))

    def rural_online(self):
        total, share = self.place.total["internet-users"][0], self.place.rural_share
        # Where nobody is online the ratio says nothing.
        if total <= 0 or share is None:
            return 0, 4
        if share <= 0 or share >= 1:
            return 0, 0
        ratios = []
        for use in group_range((total, total), share, True):
            town = min(100.0, (total - share * use) / (1 - share))
            ratios.append(use / town if town > 0 else 1.0)
        return falling([0.90, 0.75, 0.50, 0.29], tuple(sorted(ratios)))

    def staff_steps(self):
        if self.place.rural_share == 0:
            return 0, 0
        reach = least(ALL[1:] * 2, *self.needs(self.place.groups["rural"]))
        staff = [(1 - end / 100) * 10000 / self.each() for end in (reach[1], reach[0])]
        return tuple(sum(1 for limit in (1, 3, 8, 15) if end >= limit) for end in staff)

    def each(self):
        sector = self.record["sector"]
        return 650 if sector in INTENSIVE else 2000 if sector in REGULAR else 10250

    def needs(self, group):
        """What people of a group, or staff among them, need at once."""
        level, needs = self.level, []
        connectivity, devices = level["connectivity"], level["devices"]
        if self.operator in ("citizens", "frontline-staff"):
            if connectivity >= 1:
                needs.append(group["signal"])
            if level["power"] >= 1:
                needs.append(group["electricity"])
        if self.public:
            if connectivity >= 2 or devices >= 2:
                needs.append(group["internet-users"])
            if connectivity >= 4:
                needs.append(group["coverage-4g"])
            if devices >= 1:
                needs.append(group["mobile"])
            if level["skills"] >= 1:
                needs.append(group["literacy"])
        elif self.operator == "frontline-staff" and connectivity >= 3:
            needs.append(group["coverage-4g"])
        return needs

    def steward_steps(self):
        if self.asked["steward"] in ("government", "united-nations"):
            return 0, 0
        return {"yes": (2, 2), "no": (4, 4)}.get(
            self.declared["security_measures_described"], (2, 4))

    def law_steps(self):
        facts, iso3 = self.place.world.facts, self.place.iso3
        law = facts.get((iso3, "data-protection-law"))
        authority = facts.get((iso3, "data-protection-authority"))
        step = {"yes": 0, "no": 1, "in-law-not-set-up": 2}.get(authority)
        enacted = (0, 2) if step is None else (step, step)
        if law == "enacted":
            return enacted
        found = {"draft": (3, 3), "none": (4, 4)}.get(law, (0, 4))
        if law and facts.get((iso3, "data-protection-law-2022")) == "enacted":
            return enacted[0], found[1]
        return found

    def weapon_steps(self):
        steps = [0 if end >= 57 else 1 if end >= 29 else 3
                 for end in self.place.total["voice"]]
        worse = int((self.place.value("internet-shutdowns") or 0) > 0)
        return steps[1] + worse, steps[0] + worse

    def lock_in_steps(self):
        closed = self.declared["closed_dependencies"]
        alternatives = self.declared["open_alternatives"]
        open_step = 0 if self.declared["platform_independent"] == "yes" else 1
        one_steward = self.place.world.stewards.get(self.good, 0) <= 1
        worst = 2 if alternatives == "yes" else 4 if one_steward else 3
        best = worst if alternatives == "no" else 2
        return {"yes": (best, worst), "no": (open_step, open_step)}.get(
            closed, (open_step, worst))

    def relevance_steps(self):
        rank = self.place.best_rank(self.goals)
        if rank is None:
            return 0, 4
        return tuple(sum(1 for limit in (4, 8, 12, 15) if end > limit) for end in rank)

    # Measures

    def holds(self, condition):
        """Whether a condition holds for sure; what is not known does not."""
        if not condition:
            return True
        if condition.startswith("sensitivity<="):
            return self.sensitivity <= int(condition.removeprefix("sensitivity<="))
        if ">=" in condition:
            name, limit = condition.split(">=")
            known_here = self.place.value(name) is not None
            return known_here and self.place.range(name)[0] >= float(limit)
        name, words = condition.split("=")
        return self.place.world.facts.get((self.place.iso3, name)) in words.split("|")

    def measures(self):
        """Severities after the measures that are taken, and what a measure on offer lowers."""
        world = self.place.world
        self.mitigable, self.residual = {}, {}
        for flag in FLAGS:
            worst = self.severity[flag][1]
            self.mitigable[flag] = False
            lowered, measures = {"likelihood": 0, "impact": 0}, set()
            for effect in world.effects:
                measure, steps = effect["measure"], int(effect["steps"])
                if effect["flag"] != flag or steps == 0 or worst == 0:
                    continue
                if not self.holds(effect["precondition"]):
                    continue
                # OPEN: a measure that is taken works below the severity it is offered from.
                offered = WORDS.index(world.measures[measure]["from_severity"]) <= worst
                if offered or measure in self.taken:
                    self.mitigable[flag] = True
                if measure in self.taken:
                    lowered[effect["factor"]] += steps
                    measures.add(measure)
            left = []
            for n in (0, 1):
                before = self.severity[flag][n]
                after = severity(max(0, self.likelihood[flag][n] - lowered["likelihood"])
                                 * max(0, self.impact[flag][n] - lowered["impact"]))
                # Two words at most; a single measure takes a critical one to high.
                most = 1 if before == 4 and len(measures) == 1 else 2
                left.append(max(after, before - most, 0) if measures else before)
            self.residual[flag] = tuple(left)

    # People

    def people(self):
        """People left out between the Frechet bounds, and staff; None where nobody is served."""
        place, self.left_out, self.staff = self.place, None, None
        population, share = place.value("population"), place.rural_share
        if self.operator not in ("citizens", "frontline-staff") or population is None:
            return
        if population > 0 and (self.public or share is not None):
            base = population if self.public else population * share
            needs = self.needs(place.total if self.public else place.groups["rural"])
            most = min([end for _, end in needs], default=100) / 100
            low = max(0, sum(end for end, _ in needs) / 100 - len(needs) + 1) if needs else 1
            self.left_out = base * (1 - most), base * (1 - low)
        if share is not None:
            reach = least(ALL[1:] * 2, *self.needs(place.groups["rural"]))
            out = [population * share * (1 - end / 100) for end in (reach[1], reach[0])]
            visits, minutes = VISITS[self.each()]
            each = [1 / self.each(), visits * minutes / (220 * 6 * 60)]
            self.staff = out[0] * min(each), out[1] * max(each)

    def precedent(self):
        alike = self.place.alike
        total, squares = sum(alike.values()), sum(k * k for k in alike.values())
        used = sum(alike.get(c, 0) for c in self.place.world.users.get(self.good, []))
        self.record_elsewhere = (0.5 + used) / (5 + total), total ** 2 / squares if squares else 0

    # Verdict

    def verdict(self):
        ranks = []
        for n, fit in enumerate(self.fit):
            # The low fit goes with the worst severities.
            worst = {flag: self.residual[flag][1 - n] for flag in FLAGS}
            rank = 3 if fit >= 0.70 else 2 if fit >= 0.50 else 1
            for flag, gravity in worst.items():
                cap = {0: 3, 1: 3, 2: 2, 3: 2 if self.mitigable[flag] else 1, 4: 1}[gravity]
                # F1 orders, it does not bar.
                rank = min(rank, max(cap, 2) if flag == "F1" else cap)
            if sum(worst[flag] == 4 for flag in ("P1", "P2", "S1")) >= POLICIES[self.policy]:
                rank = 0
            ranks.append(rank)
        cautious, hopeful = ranks
        self.cautious, self.hopeful = CLASSES[cautious], CLASSES[hopeful]
        if self.severity["E1"][1] == 4:
            self.shown = "cannot-say"
        elif cautious == hopeful:
            self.shown = self.cautious
        elif cautious == 0 or hopeful - cautious > 1:
            self.shown = "cannot-say"
        else:
            self.shown = self.cautious

    def line(self, detail=False, compact=False):
        def number(value):
            text = f"{value:.9f}"
            return text.rstrip("0").rstrip(".") if compact else text

        def span(ends):
            return f"{WORDS[ends[0]]}..{WORDS[ends[1]]}"

        fields = [self.place.iso3, self.good, self.preset, self.policy, ";".join(self.taken),
                  self.shown, self.cautious, self.hopeful, number(self.thinness)]
        fields += [number(end) for end in self.fit + tuple(self.need)]
        for ends in (self.left_out, self.staff):
            fields += ["", ""] if ends is None else [number(end) for end in ends]
        fields += [number(part) for part in self.record_elsewhere]
        fields += [number(end) for d in DIMENSIONS for end in self.adequacy[d]]
        for flag in FLAGS:
            text = span(self.severity[flag]) + " then " + span(self.residual[flag])
            if compact:
                text = "".join(str(step) for ends in (
                    self.likelihood[flag], self.impact[flag], self.severity[flag],
                    self.residual[flag])
                    for step in ends)
            elif detail:
                text += " L{}-{} I{}-{}".format(*self.likelihood[flag], *self.impact[flag])
            fields.append(text)
        return ",".join(fields)


def header():
    return ",".join(
        ["iso3", "good", "preset", "policy", "measures", "class", "cautious", "hopeful", "thinness",
         "fit_low", "fit_high", "need_low", "need_high", "left_out_low", "left_out_high",
         "staff_low", "staff_high", "precedent", "precedent_number"]
        + [f"{d}_{end}" for d in DIMENSIONS for end in ("low", "high")] + FLAGS)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", default="Data")
    parser.add_argument("--countries", default="")
    parser.add_argument("--goods", default="")
    parser.add_argument("--preset", default="equal", choices=PRESETS)
    parser.add_argument("--policy", default="two", choices=POLICIES)
    parser.add_argument("--apply", default="")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--mixed", type=int, default=0)
    parser.add_argument("--detail", action="store_true")
    parser.add_argument("--compact", action="store_true")
    arguments = parser.parse_args()

    world = World(arguments.data)
    countries = [c for c in arguments.countries.split(",") if c] or list(world.countries)
    goods = [g for g in arguments.goods.split(",") if g] or list(world.goods)
    taken = [m for m in arguments.apply.split(",") if m]
    kept = arguments.sample or arguments.mixed
    stride = max(1, len(countries) * len(goods) // kept) if kept else 1
    names = list(world.measures)
    print(header())
    position = 0
    for iso3 in countries:
        place = Place(world, iso3)
        for good in goods:
            if position % stride == 0:
                settings = arguments.preset, arguments.policy, taken
                if arguments.mixed:
                    turn = position // stride
                    # From none to all of the measures, another stretch of them every time.
                    count = (0, 1, 2, 3, 5, 8, 13, 21, len(names))[turn % 9]
                    start = turn * 7 % len(names)
                    settings = (list(PRESETS)[turn % 5], list(POLICIES)[turn // 5 % 3],
                                (names + names)[start:start + count])
                pair = Pair(place, good, *settings)
                print(pair.line(arguments.detail, arguments.compact))
            position += 1


if __name__ == "__main__":
    sys.exit(main())
