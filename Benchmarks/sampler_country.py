"""A country of the numpy sampler: how each figure is drawn, and the losses that follow from it.

A figure is a number where it is known and recent, else one value a draw. What identities, peers
or a drift leave open is worked out once (`Country`); drawing is `CountryDraws`.
"""

import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Tests" / "Reference"))
from fit_reference import (  # noqa: E402
    FLAGS, RAMPS, WORDS, Pair, Place, World, severity, table)
from sampler_draws import Value, is_point  # noqa: E402

READ = ["internet-users", "coverage-3g", "coverage-4g", "literacy", "electricity",
        "fixed-broadband", "data-price-2gb", "cybersecurity", "rule-of-law", "voice",
        "human-capital", "e-government", "conflict"]
# What is open where nothing is known; elsewhere 0 to 100.
UNKNOWN = {"human-capital": (0.0, 1.0), "e-government": (0.0, 1.0), "conflict": (0.0, 10.0)}
PERSONAL = ["signal", "coverage-4g", "internet-users", "literacy", "mobile", "electricity"]


class Figure:
    """How one figure is drawn: known, moved by a drift, among peers, or open."""

    def __init__(self, place: Place, medians: dict, name: str, unknown: tuple = (0.0, 100.0),
                 groups: tuple = (("subregion", "income"), ("region", "income"))):
        world, value = place.world, place.value(name)
        self.point, self.drift, self.peers, self.open = value, None, None, unknown
        if value is None:
            self.peers = next(filter(None, (
                peers(world, place.iso3, name, columns) for columns in groups)), None)
            return
        _, year, status = world.observations[place.iso3, name]
        ends = world.drift.get((name, world.year - year))
        if place.old(name) and status != "own-figure" and ends is not None:
            limits = world.indicators[name]
            # The figure itself is always inside.
            self.drift = (min(ends[0], 0.0), max(ends[1], 0.0), medians[name, world.year - year],
                          float(limits["min"] or "-inf"), float(limits["max"] or "inf"))

    @property
    def is_drawn(self) -> bool:
        """Whether it differs between draws."""
        return self.point is None or self.drift is not None

    def draw(self, uniform: np.ndarray) -> Value:
        """Its value in each draw."""
        if self.drift is not None:
            low, high, median, least, most = self.drift
            place = np.clip((uniform - 0.5) / 0.4, -1.0, 1.0)
            step = np.where(place < 0, median - low, high - median)
            return np.clip(place * step + (self.point + median), least, most)
        if self.peers is not None:
            count = len(self.peers)
            place = np.clip(uniform * (count + 1.0), 1.0, count)
            below = np.minimum(place.astype(np.intp), count - 1)
            values = np.asarray(self.peers)
            return values[below - 1] + (place - below) * np.diff(values)[below - 1]
        low, high = self.open
        return low + uniform * (high - low)


def peers(world: World, iso3: str, name: str, columns: tuple) -> list[float] | None:
    """The sorted figures of countries that share these columns; None with fewer than five."""
    mine = world.countries[iso3]
    if not mine["subregion"] or any(not mine[column] for column in columns):
        return None
    figures = [world.usable(other, name) for other, row in world.countries.items()
               if row["subregion"] and all(row[c] == mine[c] for c in columns)]
    figures = sorted(figure for figure in figures if figure is not None)
    return figures if len(figures) >= 5 else None


class Country:
    """What is known of one country, prepared for drawing."""

    def __init__(self, world: World, medians: dict, iso3: str, taken: list[str]):
        self.place = place = Place(world, iso3)
        self.thin = dict(place.thin)

        def figure(name: str) -> Figure:
            return Figure(place, medians, name, UNKNOWN.get(name, (0.0, 100.0)))

        self.figures = {name: figure(name) for name in READ}
        self.has_3g, self.has_4g = (place.value(name) is not None
                                    for name in ("coverage-3g", "coverage-4g"))
        owners = place.value("mobile-owners") is not None and not place.old("mobile-owners")
        self.figures["mobile"] = figure("mobile-owners" if owners else "mobile-subscriptions")
        # Measured figures of groups, where the model reads them.
        online = "internet-users-women-derived"
        if place.value(online) is None and not place.old("internet-users-women"):
            online = "internet-users-women"
        own = {("rural", "literacy"): "literacy-rural",
               ("rural", "electricity"): "electricity-rural",
               ("women", "internet-users"): online, ("women", "literacy"): "literacy-women"}
        if not place.old("mobile-owners-women"):
            own["women", "mobile"] = "mobile-owners-women"
        self.measured = {key: figure(name) for key, name in own.items()
                         if place.value(name) is not None}
        rural = self.measured.get(("rural", "electricity"))
        self.thin["rural power"] = (
            place.thinness("electricity-rural") if rural
            else place.thin["electricity"]
            if place.groups["rural"]["electricity"][0] == place.groups["rural"]["electricity"][1]
            else 1.0)
        parity = place.value("internet-parity")
        self.parity = None if place.old("internet-parity") else parity
        self.goals = [Figure(place, medians, f"sdg-goal-{goal:02}", (0.0, 100.0),
                             (("subregion",),)) for goal in range(1, 18)]
        self.law_steps = Pair.law_steps(SimpleNamespace(place=place))
        facts = world.facts
        law = {"enacted": 100.0, "draft": 50.0, "none": 0.0}.get(
            facts.get((iso3, "data-protection-law")))
        older = facts.get((iso3, "data-protection-law-2022")) == "enacted"
        self.law_points = (0.0, 100.0) if law is None else (law, 100.0 if older else law)
        self.shutdown = int((place.value("internet-shutdowns") or 0) > 0)
        self.outcomes = {flag: outcomes(place, flag, taken) for flag in FLAGS}


def outcomes(place: Place, flag: str, taken: list[str]) -> np.ndarray:
    """What follows from a likelihood (0-4) and an impact code (0-5) after measures.

    Three answers: whether the flag bars Adopt, whether it bars safeguards too, whether it is
    still critical. Code 5 is an impact of 4 of data that is 4 itself; else data and impact agree.
    """
    world = place.world
    effects = [effect for effect in world.effects
               if effect["flag"] == flag and int(effect["steps"]) > 0]
    result = np.zeros((3, 5, 6), bool)
    for likelihood in range(1, 5):
        for code in range(1, 6):
            impact = min(code, 4)
            level = 3 if flag == "P2" and code == 4 else impact
            state = SimpleNamespace(place=place, sensitivity=level)
            before = severity(likelihood * impact)
            mitigable, lowered, used = False, {"likelihood": 0, "impact": 0}, set()
            for effect in effects:
                measure = effect["measure"]
                offered = WORDS.index(world.measures[measure]["from_severity"]) <= before
                if not (offered or measure in taken) or not Pair.holds(
                        state, effect["precondition"]):
                    continue
                mitigable = True
                if measure in taken:
                    lowered[effect["factor"]] += int(effect["steps"])
                    used.add(measure)
            after = before
            if used:
                most = 1 if before == 4 and len(used) == 1 else 2
                after = max(before - most, 0, severity(
                    max(0, likelihood - lowered["likelihood"])
                    * max(0, impact - lowered["impact"])))
            bars = after == 4 or (after == 3 and not mitigable)
            result[:, likelihood, code] = (
                after >= 2, bars and flag != "F1", after == 4)
    return result


def medians(folder: Path) -> dict:
    """The median drift by indicator and age."""
    return {(row["indicator"], int(row["years"])): float(row["median"])
            for row in table(folder, "drift")}


class CountryDraws:
    """The figures of one country in each draw, and the losses that follow from them."""

    def __init__(self, country: Country, common, rng: np.random.Generator):
        self.country, self.common, self.rng = country, common, rng
        self.uniforms: dict[object, np.ndarray] = {}
        self.losses: dict[tuple[str, int], np.ndarray | None] = {}
        total = {name: self.figure(name) for name in READ}
        total["human-capital"] = total["human-capital"] * 100.0
        total["e-government"] = total["e-government"] * 100.0
        total["mobile"] = np.minimum(self.figure("mobile"), 100.0)
        total["signal"] = self._signal(total)
        points = country.law_points
        law = points[0]
        if points[0] != points[1]:
            law = points[0] + self.uniform("law") * (points[1] - points[0])
        total["privacy"] = law / 2 + total["rule-of-law"] / 4 + total["voice"] / 4
        self.total = total
        self._groups()

    def uniform(self, name: object) -> np.ndarray:
        """The uniform of a figure, a group or a rule: one a draw, the same whoever asks."""
        if name not in self.uniforms:
            self.uniforms[name] = self.rng.random(self.common.samples)
        return self.uniforms[name]

    def figure(self, name: str) -> Value:
        """A figure by itself, before anything is derived."""
        figure = self.country.figures[name]
        return figure.draw(self.uniform(name)) if figure.is_drawn else figure.point

    def _signal(self, total: dict[str, Value]) -> Value:
        country, three, online = self.country, total["coverage-3g"], total["internet-users"]
        if country.has_3g:
            return np.maximum(three, total["coverage-4g"]) if country.has_4g else three
        if not country.has_4g and country.figures["coverage-3g"].peers is not None:
            return np.maximum(three, online)
        low = np.maximum(total["coverage-4g"], online) if country.has_4g else online
        return low + self.uniform("coverage-3g") * (100.0 - low)

    def within(self, group: str, total: Value, share: float | None, at_most_total: bool) -> Value:
        """A figure of a group within what its total leaves open, by the uniform of the group."""
        if share is None:
            low, high = 0.0, total if at_most_total else 100.0
        elif share <= 0:
            return total
        else:
            low = np.maximum(0.0, (total - 100 * (1 - share)) / share)
            high = np.minimum(100.0, total / share)
            high = np.minimum(high, total) if at_most_total else high
        if is_point(low) and is_point(high) and low == high:
            return low
        return low + self.uniform(group) * (high - low)

    def _groups(self) -> None:
        total, measured = self.total, self.country.measured
        share = self.country.place.rural_share
        reads = {"rural": (PERSONAL, share, True),
                 "women": (["internet-users", "mobile", "literacy"], 0.5, False),
                 "poorest": (["internet-users", "mobile", "literacy", "electricity"], 0.4, True)}
        self.groups: dict[str, dict[str, Value]] = {}
        for group, (names, part, at_most) in reads.items():
            own = {}
            for name in names:
                figure = measured.get((group, name))
                if figure is None:
                    own[name] = self.within(group, total[name], part, at_most)
                else:
                    own[name] = (figure.draw(self.uniform((group, name))) if figure.is_drawn
                                 else figure.point)
            self.groups[group] = own
        self.worst = dict(total)
        for name in PERSONAL:
            for group in self.groups.values():
                if name in group:
                    self.worst[name] = np.minimum(self.worst[name], group[name])

    def _reads(self, ladder: str) -> tuple[int, str, list[Value]]:
        """Dimension, ramps and the supply of each level of a ladder."""
        worker, _, dimension = ladder.partition(" ")
        supply = self.worst if worker == "worst" else self.total
        simple = {"affordability": (4, "data-price-2gb"), "privacy": (5, "privacy"),
                  "security": (6, "cybersecurity"), "institutions": (7, "e-government")}
        if worker in simple:
            number, name = simple[worker]
            return number, worker, [supply[name]] * 4
        staff = worker in ("staff", "rural")
        if dimension == "power":
            source = self.groups["rural"] if worker == "rural" else supply
            return 3, "power", [source["electricity"]] * 4
        if dimension == "skills":
            if staff:
                return 1, "staff skills", [supply["human-capital"]] * 4
            return 1, "skills", [supply["literacy"]] * 3 + [supply["human-capital"]]
        if dimension == "devices":
            if staff:
                return 2, "staff devices", [supply["mobile"]] * 4
            both = np.minimum(supply["mobile"], supply["internet-users"])
            return 2, "devices", [supply["mobile"], both, both, supply["fixed-broadband"]]
        online, four = supply["internet-users"], supply["coverage-4g"]
        if staff:
            return 0, "connectivity", [supply["signal"]] * 2 + [four] * 2
        return 0, "connectivity", [supply["signal"], online, online, np.minimum(online, four)]

    def loss(self, ladder: str, level: int) -> np.ndarray | None:
        """What a level loses, 1 - adequacy, in each draw; None where it is 0 in all."""
        key = ladder, level
        if level == 0:
            return None
        if ladder == "staff power":
            return self.loss("total power", level)
        if key not in self.losses:
            self.losses[key] = self._loss(ladder, level)
        return self.losses[key]

    def _loss(self, ladder: str, level: int) -> np.ndarray | None:
        if ladder.startswith("citizens"):
            dimension = ladder.partition(" ")[2]
            everybody = self.loss(f"total {dimension}", level)
            worst = self.loss(f"worst {dimension}", level)
            if worst is None or everybody is worst:
                return worst
            share = self.common.equity
            if everybody is None:
                return share * worst
            blend = worst - everybody
            blend *= share
            blend += everybody
            return blend
        number, ramps, supplies = self._reads(ladder)
        below = self.loss(ladder, level - 1)
        same = level > 1 and supplies[level - 1] is supplies[level - 2] and (
            RAMPS[ramps][level - 1] == RAMPS[ramps][level - 2])
        if same:
            return below
        floor, target = RAMPS[ramps][level - 1]
        supply = supplies[level - 1]
        # A ramp times a factor is the ramp of the supply over the factor.
        zero, one, scale = map(np.float32, (0, 1, -1 / (target - floor)))
        if is_point(supply):
            own = self.common.inverse[number] * np.float32(supply * scale)
        else:
            own = supply.astype(np.float32)
            own *= self.common.inverse[number]
            own *= scale
        own += np.float32(target / (target - floor))
        np.minimum(own, one, out=own)
        np.maximum(own, zero if below is None else below, out=own)
        return own if own.max() > 0 else None
