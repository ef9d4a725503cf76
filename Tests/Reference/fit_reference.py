#!/usr/bin/env python3
"""A second, plain implementation of the fit model's first cut: equal weights, no measures.

Written from the documents of the model and the rule texts, to check the Swift one. It reads the
tables of a data folder itself, is not tuned for speed and uses the standard library only.

    python3 Tests/Reference/fit_reference.py [--data Data] [--countries UGA,IND] [--goods dhis2]
                                             [--sample N] [--detail] [--compact]

prints CSV, one line a pair: iso3, good, class, cautious, hopeful, thinness, fit low and high, need
low and high, adequacy low and high of nine dimensions, `low..high` severity of 19 flags. `--sample
N` keeps about N pairs, spread by a fixed rule over all of them. `--detail` adds, after each
severity, the likelihood and impact ranges it came from; `--compact` writes each flag as six digits
(likelihood, impact and severity, low and high) and numbers without needless zeros.

The checked-in fixture is made with

    python3 Tests/Reference/fit_reference.py --sample 2000 --compact \
      > Tests/Reference/sample.csv

Where the documents leave a choice open, the choice is marked OPEN below.
"""

import argparse
import csv
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
    return 0 if product < 1 else 1 if product < 4 else 2 if product < 8 else 3 if product < 12 else 4


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
        self.stewards = {}
        for row in table(folder, "organisations"):
            if row["role"] in ("owner", "maintainer"):
                self.stewards[row["good"]] = self.stewards.get(row["good"], 0) + 1


class Place:
    """One country: supplies as (low, high), and how thin they are (0 fresh, 1 missing or old)."""

    def __init__(self, world, iso3):
        self.world, self.iso3 = world, iso3
        self.thin = {}
        supply = {}
        for name in ["internet-users", "coverage-3g", "coverage-4g", "literacy", "electricity",
                     "fixed-broadband", "data-price-2gb", "cybersecurity", "rule-of-law", "voice"]:
            supply[name] = self.range(name)
            self.thin[name] = self.thinness(name)
        for name in ["human-capital", "e-government"]:
            value = self.value(name)
            supply[name] = ALL if value is None else (value * 100, value * 100)
            self.thin[name] = self.thinness(name)

        # Signal is 3G or better. OPEN: where 3G is unknown it is at least 4G, and where neither is
        # known at least as many people are covered as use the internet (no phone, no use).
        three, four = self.value("coverage-3g"), self.value("coverage-4g")
        if three is not None:
            best = three if four is None else max(three, four)
            supply["signal"] = (best, best)
            self.thin["signal"] = self.thin["coverage-3g"]
        elif four is not None:
            supply["signal"] = (max(four, supply["internet-users"][0]), 100.0)
            self.thin["signal"] = 1.0
        else:
            supply["signal"] = (supply["internet-users"][0], 100.0)
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
        points = ALL if law is None else (law, law)
        rule, voice = supply["rule-of-law"], supply["voice"]
        supply["privacy"] = tuple(points[n] / 2 + rule[n] / 4 + voice[n] / 4 for n in (0, 1))
        self.thin["privacy"] = ((law is None) / 2 + self.thin["rule-of-law"] / 4
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
        value = self.value(name)
        return unknown if value is None else (value, value)

    def thinness(self, name):
        return 1.0 if self.value(name) is None or self.old(name) else 0.0

    # Groups

    def rural(self):
        group = {}
        for name in ["signal", "coverage-4g", "internet-users", "mobile"]:
            group[name] = group_range(self.total[name], self.rural_share, True)
        for name, own in [("literacy", "literacy-rural"), ("electricity", "electricity-rural")]:
            value = self.value(own)
            group[name] = ((value, value) if value is not None
                           else group_range(self.total[name], self.rural_share, True))
        return group

    def women(self):
        group = dict(self.total)
        # OPEN: the figure worked out for the newest year comes first; the published one, and
        # ownership, only while recent.
        online = self.value("internet-users-women-derived")
        if online is None and not self.old("internet-users-women"):
            online = self.value("internet-users-women")
        owners = None if self.old("mobile-owners-women") else self.value("mobile-owners-women")
        for name, value in [("internet-users", online), ("mobile", owners),
                            ("literacy", self.value("literacy-women"))]:
            group[name] = ((value, value) if value is not None
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
        subregion = self.world.countries[self.iso3]["subregion"]
        gaps = []
        for iso3, row in self.world.countries.items():
            seen = self.world.observations.get((iso3, f"sdg-goal-{goal:02}"))
            if subregion and row["subregion"] == subregion and seen and seen[2] in USABLE:
                gaps.append(1 - seen[0] / 100)
        return (min(gaps), max(gaps)) if len(gaps) >= 5 else (0.0, 1.0)

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
    def __init__(self, place, good):
        self.place, self.good = place, good
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
        self.verdict()

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
        # OPEN: the weight that is thin is a share of all weight (nine equal parts), a dimension
        # that takes the least of several supplies is as thin as the thinnest.
        self.thinness = sum(thin.values()) / len(DIMENSIONS)
        self.fit = tuple(
            sum(self.adequacy[d][n] for d in DIMENSIONS) / 9 / 2
            + min(self.adequacy[d][n] for d in DIMENSIONS) / 2 for n in (0, 1))
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
        total = self.place.total["internet-users"]
        if not known(total) or total[0] <= 0:
            return 0, 4
        ratios = []
        for women in group_range(total, 0.5, False):
            men = min(100.0, 2 * total[0] - women)
            ratios.append(women / men if men > 0 else float("inf") if women > 0 else 1.0)
        return falling(limits, tuple(ratios))

    def rural_online(self):
        total, share = self.place.total["internet-users"], self.place.rural_share
        # Where nobody is online the ratio says nothing.
        if not known(total) or total[0] <= 0 or share is None:
            return 0, 4
        if share <= 0 or share >= 1:
            return 0, 0
        ratios = []
        for use in self.place.groups["rural"]["internet-users"]:
            town = min(100.0, (total[0] - share * use) / (1 - share))
            ratios.append(use / town if town > 0 else 1.0)
        return falling([0.90, 0.75, 0.50, 0.29], tuple(sorted(ratios)))

    def staff_steps(self):
        if self.place.rural_share == 0:
            return 0, 0
        rural, level = self.place.groups["rural"], self.level
        needs = [ALL[1:] * 2]
        connectivity, devices = level["connectivity"], level["devices"]
        if self.operator in ("citizens", "frontline-staff"):
            if connectivity >= 1:
                needs.append(rural["signal"])
            if level["power"] >= 1:
                needs.append(rural["electricity"])
        if self.public:
            if connectivity >= 2 or devices >= 2:
                needs.append(rural["internet-users"])
            if connectivity >= 4:
                needs.append(rural["coverage-4g"])
            if devices >= 1:
                needs.append(rural["mobile"])
            if level["skills"] >= 1:
                needs.append(rural["literacy"])
        elif self.operator == "frontline-staff" and connectivity >= 3:
            needs.append(rural["coverage-4g"])
        reach = least(*needs)
        sector = self.record["sector"]
        each = 650 if sector in INTENSIVE else 2000 if sector in REGULAR else 10250
        staff = [(1 - end / 100) * 10000 / each for end in (reach[1], reach[0])]
        return tuple(sum(1 for limit in (1, 3, 8, 15) if end >= limit) for end in staff)

    def steward_steps(self):
        if self.asked["steward"] in ("government", "united-nations"):
            return 0, 0
        return {"yes": (2, 2), "no": (4, 4)}.get(
            self.declared["security_measures_described"], (2, 4))

    def law_steps(self):
        facts, iso3 = self.place.world.facts, self.place.iso3
        law = facts.get((iso3, "data-protection-law"))
        authority = facts.get((iso3, "data-protection-authority"))
        if law == "enacted":
            step = {"yes": 0, "no": 1, "in-law-not-set-up": 2}.get(authority)
            return (0, 2) if step is None else (step, step)
        return {"draft": (3, 3), "none": (4, 4)}.get(law, (0, 4))

    def weapon_steps(self):
        voice = self.place.value("voice")
        if voice is None:
            return 0, 4
        step = 0 if voice >= 57 else 1 if voice >= 29 else 3
        step += (self.place.value("internet-shutdowns") or 0) > 0
        return step, step

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

    # Verdict

    def verdict(self):
        ranks = []
        for n, fit in enumerate(self.fit):
            # The low fit goes with the worst severities.
            worst = {flag: self.severity[flag][1 - n] for flag in FLAGS}
            rank = 3 if fit >= 0.70 else 2 if fit >= 0.50 else 1
            for gravity in worst.values():
                rank = min(rank, 3 if gravity <= 1 else 2 if gravity == 2 else 1)
            if sum(worst[flag] == 4 for flag in ("P1", "P2", "S1")) >= 2:
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

        fields = [self.place.iso3, self.good, self.shown, self.cautious, self.hopeful,
                  number(self.thinness)]
        fields += [number(end) for end in self.fit + tuple(self.need)]
        fields += [number(end) for d in DIMENSIONS for end in self.adequacy[d]]
        for flag in FLAGS:
            text = span(self.severity[flag])
            if compact:
                text = "".join(str(step) for ends in (
                    self.likelihood[flag], self.impact[flag], self.severity[flag])
                    for step in ends)
            elif detail:
                text += " L{}-{} I{}-{}".format(*self.likelihood[flag], *self.impact[flag])
            fields.append(text)
        return ",".join(fields)


def header():
    return ",".join(
        ["iso3", "good", "class", "cautious", "hopeful", "thinness", "fit_low", "fit_high",
         "need_low", "need_high"]
        + [f"{d}_{end}" for d in DIMENSIONS for end in ("low", "high")] + FLAGS)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--data", default="Data")
    parser.add_argument("--countries", default="")
    parser.add_argument("--goods", default="")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--detail", action="store_true")
    parser.add_argument("--compact", action="store_true")
    arguments = parser.parse_args()

    world = World(arguments.data)
    countries = [c for c in arguments.countries.split(",") if c] or list(world.countries)
    goods = [g for g in arguments.goods.split(",") if g] or list(world.goods)
    stride = max(1, len(countries) * len(goods) // arguments.sample) if arguments.sample else 1
    print(header())
    position = 0
    for iso3 in countries:
        place = Place(world, iso3)
        for good in goods:
            if position % stride == 0:
                print(Pair(place, good).line(arguments.detail, arguments.compact))
            position += 1


if __name__ == "__main__":
    sys.exit(main())
