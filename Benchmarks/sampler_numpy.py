#!/usr/bin/env python3
"""Verdicts in draws, in numpy: how often each class comes up for a country and all listed goods.

A second implementation of the sampling, and the one that the program is timed against: draws are
the long axis, figures that do not move stay numbers, goods share what they have in common, flags
are planes of bits. It uses its own random numbers, so it agrees with the program within the error
of sampling.

    python3 Benchmarks/sampler_numpy.py UGA EST TCD [--samples 10000] [--seed 1] [--ranks]

prints JSON: by country and good the shares of adopt, with-safeguards, prepare-first, not-now and
cannot-say, or with `--ranks` the shares of ranks 1 to 10.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(name, "1")

import argparse  # noqa: E402
import json  # noqa: E402
from pathlib import Path  # noqa: E402

import numpy as np  # noqa: E402

from sampler_country import Country, CountryDraws, medians  # noqa: E402
from sampler_draws import Draws  # noqa: E402
from sampler_flags import LEAST, CountryFlags  # noqa: E402
from sampler_goods import Good, Order, Plan  # noqa: E402
from sampler_keys import Flags  # noqa: E402

from fit_reference import DIMENSIONS, POLICIES, PRESETS, Pair, World  # noqa: E402

TOP = Path(__file__).resolve().parent.parent
CLASSES = ["adopt", "with-safeguards", "prepare-first", "not-now", "cannot-say"]
ADOPT_FIT, SAFEGUARDS_FIT = 0.70, 0.50
NEED_SHARE = {"ministry": 2 / 3}
BLOCK = 10_240
RANKS = 10


class Sampler:
    """A dataset prepared for drawing; countries are prepared when they are first asked for."""

    def __init__(self, folder: Path = TOP / "Data", preset: str = "equal", policy: str = "two",
                 measures: tuple[str, ...] = (), vary: bool = True, flat: bool = False):
        self.world = world = World(folder)
        # Likeness of countries, which is slow to work out, plays no part here.
        world.similarity = lambda one, two: 0.0
        self.medians = medians(Path(folder))
        doubled, self.link = PRESETS[preset]
        raw = np.array([2.0 if name in doubled else 1.0 for name in DIMENSIONS])
        self.weights = raw / raw.sum()
        self.need_share = NEED_SHARE.get(preset, 0.5)
        self.refusals, self.measures = POLICIES[policy], list(measures)
        self.vary, self.flat = vary, flat
        self.ids = [good for good, row in world.goods.items() if row["status"] == "listed"]
        goods = [Good(world.goods[good], world.demand[good], world.declared[good],
                      world.stewards.get(good, 0), self._each(good)) for good in self.ids]
        self.flags, self.plan = Flags(goods), Plan(goods)
        self.moving = {(level[0], level[2]) for good in goods for level in good.levels()
                       if level[0] >= 0}
        self.goals = [good.goals for good in goods]
        self.countries: dict[str, Country] = {}

    def _each(self, good: str) -> int:
        """Inhabitants for each member of staff."""
        pair = Pair.__new__(Pair)
        pair.record = self.world.goods[good]
        return pair.each()

    def country(self, iso3: str) -> Country:
        """A country with what is known of it; later calls take the one that was made."""
        if iso3 not in self.countries:
            self.countries[iso3] = Country(self.world, self.medians, iso3, self.measures)
        return self.countries[iso3]

    def draws(self, samples: int, seed: int) -> Draws:
        """What is drawn once for all countries, with the impacts of the goods in it."""
        draws = Draws(samples, seed, self.weights, self.link, self.moving, self.vary, self.flat)
        draws.impacts = self.flags.impacts(draws)
        return draws

    # ---- Verdicts

    def verdict_shares(self, iso3: str, samples: int = 10_000, seed: int = 1,
                       draws: Draws | None = None) -> dict[str, list[float]]:
        """Shares of the five classes by good; `draws` saves drawing again what countries share."""
        draws = draws or self.draws(samples, seed)
        counts = self._counts(self._sorted(iso3, draws)[0], draws)
        return dict(zip(self.ids, (counts / draws.samples).tolist()))

    def world_shares(self, samples: int = 10_000, seed: int = 1,
                     countries: list[str] | None = None) -> dict[str, dict[str, list[float]]]:
        """Shares of the classes by country and good."""
        draws = self.draws(samples, seed)
        return {iso3: self.verdict_shares(iso3, draws=draws)
                for iso3 in countries or self.world.countries}

    def _sorted(self, iso3: str, draws: Draws, keeps_fit: bool = False):
        """Planes of goods x words: unsaid, refused, prepare, safeguards, each with those before."""
        country = self.country(iso3)
        rng = np.random.Generator(np.random.SFC64(
            [draws.seed, 1, list(self.world.countries).index(iso3)]))
        figures = CountryDraws(country, draws, rng)
        flags = CountryFlags(self.flags, draws.impacts, draws, country, figures)
        fits, fit_of = self._fits(figures, draws, keeps_fit)
        safeguards, prepare, losses = fits
        planes = np.empty((4, *flags.unsaid.shape), np.uint64)
        planes[0] = flags.unsaid
        np.bitwise_or(planes[0], self._refused(flags), out=planes[1])
        np.bitwise_or(flags.safeguards_barred, prepare[fit_of], out=planes[2])
        np.bitwise_or(flags.adopt_barred, safeguards[fit_of], out=planes[3])
        planes[2] |= planes[1]
        planes[3] |= planes[2]
        return planes, flags, losses, fit_of

    def _refused(self, flags: CountryFlags) -> np.ndarray:
        """Draws in which so many of the flags of dangerous data are critical."""
        one, two, three = (np.zeros_like(flags.unsaid) for _ in range(3))
        for word in flags.critical:
            three |= two & word
            two |= one & word
            one |= word
        return (one, two, three)[self.refusals - 1]

    @staticmethod
    def _counts(planes: np.ndarray, draws: Draws) -> np.ndarray:
        """Draws of each class by good, in the order of `CLASSES`."""
        upto = np.bitwise_count(planes).sum(axis=2, dtype=np.int64)
        unsaid, refused, prepare, safeguards = upto
        return np.stack([draws.samples - safeguards, safeguards - prepare, prepare - refused,
                         refused - unsaid, unsaid], axis=1)

    def _fits(self, figures: CountryDraws, draws: Draws, keeps: bool):
        """Whether each distinct fit bars Adopt or safeguards, and which one each good has.

        A fit is 1 less the weighted losses less the greatest one, each part a sum or a maximum of
        two parts that other goods share.
        """
        plan = self.plan
        rows: list[np.ndarray | None] = [self._row(figures, draws, ladder, level)
                                         for ladder, level in plan.rows]
        worst: list[np.ndarray | None] = []

        def loss(number: int) -> np.ndarray | None:
            return rows[number] if number >= 0 else worst[-1 - number]

        for one, two in plan.worst:
            one, two = loss(one), loss(two)
            worst.append(two if one is None else one if two is None else np.maximum(one, two))
        leaves = [(dimension, loss(row)) for dimension, row in plan.leaves]
        order = Order([leaf if leaf[1] is not None else None for leaf in leaves], plan.nodes,
                      plan.fit_of)
        return self._add_losses(order, draws, keeps), np.array(order.fit_of)

    @staticmethod
    def _row(figures: CountryDraws, draws: Draws, ladder: str, level) -> np.ndarray | None:
        """Losses of a level as it moves."""
        field, levels, chance = level
        down, same, up = (figures.loss(ladder, n) for n in levels)
        if field < 0 or (down is same and same is up):
            return same
        row = np.zeros(draws.samples, np.float32) if same is None else same.copy()
        for places, other in zip(draws.moves[field, chance], (down, up)):
            row[places] = 0 if other is None else other[places]
        return row

    @staticmethod
    def _add_losses(order: Order, draws: Draws, keeps: bool):
        """Adds the losses up in a few rows that stay in the cache, a block of draws at a time."""
        samples, size = draws.samples, min(BLOCK, draws.samples)
        sums, most = np.empty((2, order.slots, size), np.float32)
        total = np.empty(size, np.float32)
        barred = np.zeros((2, order.fits + 1, draws.bytes * 8), bool)
        kept = np.zeros((order.fits + 1, samples), np.float32) if keeps else None
        adopt, safeguards = (np.float32(1 - fit + LEAST) for fit in (ADOPT_FIT, SAFEGUARDS_FIT))
        for start in range(0, samples, BLOCK):
            here = slice(start, min(samples, start + BLOCK))
            link, shares = draws.link[here], list(draws.shares[:, here])
            width = len(link)
            s, m = list(sums[:, :width]), list(most[:, :width])
            bars = [list(rows) for rows in barred[:, :, here]]
            for kind, out, one, two in order.work:
                if kind == "join":
                    np.add(s[one], s[two], out=s[out])
                    np.maximum(m[one], m[two], out=m[out])
                elif kind == "leaf":
                    np.multiply(shares[one], two[here], out=s[out])
                    np.multiply(link, two[here], out=m[out])
                else:
                    loss = kept[out, here] if keeps else total[:width]
                    np.add(s[one], m[one], out=loss)
                    np.greater(loss, adopt, out=bars[0][out])
                    np.greater(loss, safeguards, out=bars[1][out])
        return (*draws.pack(barred), kept)

    # ---- Ranks

    def rank_acceptability(self, iso3: str, samples: int = 10_000, seed: int = 1,
                           draws: Draws | None = None) -> dict[str, list[float]]:
        """Shares of ranks 1 to 10 by good, among the goods that pass in a draw."""
        draws = draws or self.draws(samples, seed)
        planes, flags, losses, fit_of = self._sorted(iso3, draws, keeps_fit=True)
        samples = draws.samples
        adopted, passed = ~planes[3] & draws.full, ~planes[2] & draws.full
        places = np.flatnonzero(passed.any(axis=1))
        counts = np.zeros((len(self.ids), RANKS))
        adopted, passed = (np.unpackbits(plane[places].view(np.uint8), axis=1)[:, :samples]
                           for plane in (adopted, passed))
        needs = self._needs(flags, places)
        # One number a good and draw: class, priority in 21 bits, and the place in the list; 0 for
        # a good that does not pass.
        keys = np.zeros((max(len(places), RANKS), samples), np.uint32)
        key, priority = np.empty(samples, np.uint32), np.empty(samples, np.float32)
        fit_share, scale = np.float32(1 - self.need_share), np.float32(2**21 - 1)
        for n, place in enumerate(places):
            np.multiply(losses[fit_of[place]], -fit_share * scale, out=priority)
            priority += needs[n] * scale
            np.copyto(key, priority, casting="unsafe")
            key <<= 9
            key += np.uint32(511 - n)
            key |= np.left_shift(adopted[n], 31, dtype=np.uint32)
            np.multiply(key, passed[n], out=keys[n])
        keys = keys.T.copy()
        top = np.partition(keys, keys.shape[1] - RANKS, axis=1)[:, -RANKS:]
        top.sort(axis=1)
        for rank, column in enumerate(top.T[::-1]):
            column = 511 - (column[column > 0] & 511)
            counts[places, rank] = np.bincount(column, minlength=len(places))
        return dict(zip(self.ids, (counts / samples).tolist()))

    def _needs(self, flags: CountryFlags, places: np.ndarray) -> list:
        """The part of the priority that does not rest on losses: (1 - n) + n need, by good."""
        made: dict[tuple, np.ndarray | np.float32] = {}
        result = []
        for place in places:
            goals = self.goals[place]
            if goals not in made:
                gaps = [flags.goal_gaps[goal - 1] for goal in goals]
                need = (sum(gaps) / len(gaps) if gaps
                        else 1 - flags.figures.uniform("no goal"))
                made[goals] = np.asarray(1 - self.need_share + self.need_share * need, np.float32)
            result.append(made[goals])
        return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("countries", nargs="+")
    parser.add_argument("--samples", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--preset", default="equal", choices=PRESETS)
    parser.add_argument("--policy", default="two", choices=POLICIES)
    parser.add_argument("--measures", default="", help="ids of measures that are taken")
    parser.add_argument("--flat", action="store_true", help="weights without any opinion")
    parser.add_argument("--fixed", action="store_true", help="weights, ramps and levels stay")
    parser.add_argument("--ranks", action="store_true")
    parser.add_argument("--data", default=str(TOP / "Data"))
    asked = parser.parse_args()
    sampler = Sampler(Path(asked.data), asked.preset, asked.policy,
                      tuple(name for name in asked.measures.split(",") if name),
                      not asked.fixed, asked.flat)
    work = sampler.rank_acceptability if asked.ranks else sampler.verdict_shares
    shares = {iso3: work(iso3, asked.samples, asked.seed) for iso3 in asked.countries}
    print(json.dumps({"samples": asked.samples, "seed": asked.seed, "classes": CLASSES,
                      "countries": shares}, indent=1))


if __name__ == "__main__":
    main()
