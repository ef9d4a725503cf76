"""What goods ask of each flag in the numpy sampler, each distinct thing numbered once."""

from collections.abc import Callable

import numpy as np

from sampler_draws import Draws
from sampler_goods import ALTERNATIVES, CLOSED, COLLECTS, STORES, Good, Moved, Numbers

# Flags whose likelihood is the country's alone and whose impact is a level of the good.
SIMPLE = ["D1", "D2", "D3", "D4", "D5", "R1", "R2", "S1", "S3", "P1", "P2", "P3", "I1", "F2"]


class Keys:
    """What the goods ask of one flag, each distinct thing once."""

    def __init__(self, asked: list[object]):
        numbers = Numbers()
        self.goods = np.array([n for n, key in enumerate(asked) if key is not None], np.intp)
        self.of = np.array([numbers.of(key) for key in asked if key is not None], np.intp)
        self.keys = list(numbers)
        self.everyone = len(self.goods) == len(asked)


class Flags:
    """The flags of all goods: keys of each, and what they ask in some draws."""

    def __init__(self, goods: list[Good]):
        self.count = len(goods)

        def asked(key: Callable[[Good], object]) -> Keys:
            return Keys([key(good) for good in goods])

        def simple(flag: str) -> Keys:
            return asked(lambda good: good.impact[flag] if any(good.impact[flag][1]) else None)

        self.keys = {flag: simple(flag) for flag in SIMPLE if flag not in ("D2", "P1")}
        self.keys["D2"] = asked(lambda good: (good.impact["D2"], good.impact["D2 devices"])
                                if good.public else None)
        self.keys["P1"] = asked(lambda good: (good.impact["P1"], good.collects)
                                if any(good.impact["P1"][1]) else None)
        self.keys["S2"] = asked(lambda good: (good.impact["S2"], good.stores, good.steward)
                                if any(good.impact["S2"][1]) and good.steward != 0 else None)
        self.keys["L1"] = asked(lambda good: good.lock_in)
        self.keys["F1"] = asked(lambda good: good.goals)
        self._number_staff(asked)
        self._number_thin(asked)

    def _number_staff(self, asked: Callable) -> None:
        """R3: a key is the parts that a good needs of rural people at once, and its impact."""
        parts = Numbers()
        parts.of(None)

        def part(level: Moved, each: int, *names: tuple[str, int]) -> int:
            return parts.of((level, each, names)) if any(level[1]) else 0

        def key(good: Good) -> tuple | None:
            if not good.staff_impact:
                return None
            each = good.each
            power = part(good.power, each, ("electricity", 1))
            if not good.public:
                return (good.staff_impact, power, part(
                    good.connectivity, each, ("signal", 1), ("coverage-4g", 3)), 0, 0)
            return (good.staff_impact, power, part(good.connectivity, each, ("signal", 1),
                                                   ("internet-users", 2), ("coverage-4g", 4)),
                    part(good.devices, each, ("mobile", 1), ("internet-users", 2)),
                    part(good.skills, each, ("literacy", 1)))

        self.keys["R3"] = asked(key)
        table = np.array(self.keys["R3"].keys)
        self.staff_impacts, self.staff_parts = table[:, 0], table[:, 1:].T.copy()
        self.parts = list(parts)[1:]

    def _number_thin(self, asked: Callable) -> None:
        """E1: a key is the ladders and levels of the eight dimensions, and whether for citizens."""
        levels = Numbers()
        self.keys["E1"] = asked(lambda good: tuple(map(levels.of, [
            *good.personal(), ("affordability", good.affordability),
            ("privacy", good.sensitivity), ("security", good.sensitivity),
            ("institutions", good.institutions)])) + (good.public,))
        self.thin_keys = np.array(self.keys["E1"].keys)
        self.thin_levels = list(levels)

    def impacts(self, draws: Draws) -> dict[str, np.ndarray]:
        """Planes of the impact of each key, and of the likelihood for L1: keys x 5 x words."""
        result = {flag: np.stack([draws.level(key) for key in self.keys[flag].keys])
                  for flag in SIMPLE if flag not in ("D2", "P1")}
        coin = draws.coins
        result["D2"] = np.stack([draws.level(one) | draws.level(two)
                                 for one, two in self.keys["D2"].keys])
        result["P1"] = np.stack([
            draws.level(level) & (coin[COLLECTS] if collects is None else draws.full)
            for level, collects in self.keys["P1"].keys])
        result["S2"] = np.stack([
            draws.level(level) & (coin[STORES] if stores is None else draws.full)
            for level, stores, _ in self.keys["S2"].keys])

        def answer(known: bool | None, question: int) -> np.ndarray:
            return draws.plane(known) if known is not None else coin[question]

        likely = []
        for closed, alternatives, open_step, worst in self.keys["L1"].keys:
            is_closed, has_open = answer(closed, CLOSED), answer(alternatives, ALTERNATIVES)
            likely.append(np.stack([
                (is_closed & ((has_open & draws.plane(2 >= step))
                              | (~has_open & draws.plane(worst >= step))))
                | (~is_closed & draws.plane(open_step >= step)) for step in range(1, 5)]))
        result["L1"] = np.stack(likely)
        return result
