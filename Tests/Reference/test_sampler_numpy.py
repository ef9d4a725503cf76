"""The numpy sampler against the plain implementation of the model, pair by pair and draw by draw."""

import csv
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")
TOP = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(TOP / "Benchmarks"), str(TOP / "Tests" / "Reference")]

import fit_reference as reference  # noqa: E402
from sampler_country import Figure  # noqa: E402
from sampler_goods import COINS, FIELDS  # noqa: E402
from sampler_numpy import CLASSES, Sampler  # noqa: E402

ORDER = reference.CLASSES
SETTINGS = [
    ("equal", "two", ()),
    ("data-protector", "any", ("pr-dpia", "pr-law", "pr-purpose", "se-cirt")),
    ("rural-outreach", "all", ("dd-assisted-points", "ra-fixed-points", "ra-solar", "se-verify")),
]


@pytest.mark.parametrize("preset, policy, measures", SETTINGS)
@pytest.mark.parametrize("iso3", ["EST", "UGA", "TCD", "ALA"])
def test_without_variation_it_is_the_plain_model(iso3, preset, policy, measures):
    """Where all is known the class is the plain one; else it lies between cautious and hopeful."""
    sampler = Sampler(preset=preset, policy=policy, measures=measures, vary=False)
    shares = sampler.verdict_shares(iso3, 256, 3)
    place = reference.Place(sampler.world, iso3)
    settled = 0
    for good in sampler.ids:
        pair = reference.Pair(place, good, preset, policy, measures)
        share = dict(zip(CLASSES, shares[good]))
        if pair.severity["E1"][1] == 4:
            assert share["cannot-say"] == 1, good
            continue
        low, high = ORDER.index(pair.cautious), ORDER.index(pair.hopeful)
        assert sum(share[name] for name in ORDER[low:high + 1]) == pytest.approx(1), good
        settled += low == high
    assert settled > 200 or iso3 != "EST"


class PlacePoint(reference.Place):
    """A country of the plain model in which every figure is the one of a draw."""

    def __init__(self, sampler, iso3, figures, draw):
        super().__init__(sampler.world, iso3)
        def at(value):
            value = float(value[draw] if isinstance(value, np.ndarray) else value)
            return value, value
        self.uniform = {name: float(row[draw]) for name, row in figures.uniforms.items()}
        self.total.update({name: at(value) for name, value in figures.total.items()})
        self.groups = {group: {**self.total, **{name: at(value) for name, value in own.items()}}
                       for group, own in figures.groups.items()}
        self.gaps = [1 - at(goal.draw(figures.uniform(("goal", n))) if goal.is_drawn
                            else goal.point)[0] / 100
                     for n, goal in enumerate(figures.country.goals)]
        self.rural_power_thin = figures.country.thin["rural power"]

    def range(self, name, unknown=(0.0, 100.0)):
        """The draw's value of the one figure that flags read by its name."""
        drawn = getattr(self, "total", {})
        return drawn[name] if name == "conflict" and name in drawn else super().range(name, unknown)


class PairPoint(reference.Pair):
    """A pair of the plain model in one draw."""

    def __init__(self, place, good, settings, draws, draw, uniforms, answers):
        self.draws, self.draw, self.moved, self.answers = draws, draw, uniforms, answers
        super().__init__(place, good, *settings)

    def levels(self):
        """Levels as moved, answers as drawn, weights as drawn."""
        curated = int(self.asked["data_sensitivity"])
        declared, asked = dict(self.declared), dict(self.asked)
        collects = declared["collects_personal_data"] == "yes" or curated >= 2
        unknown = declared["collects_personal_data"] == "" and not collects
        stores = declared["stores_personal_data"]
        if stores == "" or (stores == "no" and asked["declaration_doubt"] == "yes"):
            keeps = self.answers["stores_personal_data"] and (collects or unknown)
            declared["stores_personal_data"] = "yes" if keeps else "no"
        asked["declaration_doubt"] = "no"
        for question, answer in self.answers.items():
            declared[question] = declared[question] or ("yes" if answer else "no")
        asked.update({field: str(self.move(field, asked)) for field in self.moved})
        self.declared, self.asked = declared, asked
        super().levels()
        if unknown:
            collects = self.answers["collects_personal_data"]
        self.collected = (self.sensitivity if collects else 0,) * 2
        self.weight = dict(zip(reference.DIMENSIONS, self.draws.weights[:, self.draw].tolist()))
        self.weakest_link = float(self.draws.link[self.draw])

    def move(self, field, asked):
        """A level moved down or up by the uniform of its field."""
        chance = {"high": 0.05, "medium": 0.15, "low": 0.30}[asked["confidence"]]
        uniform = self.moved[field]
        step = -1 if uniform < chance / 2 else 1 if uniform >= 1 - chance / 2 else 0
        return min(4, max(0, int(asked[field]) + step))

    def reads(self, dimension):
        """As in the plain model, but what identities leave open stays missing."""
        names = super().reads(dimension)
        if names == ["electricity-rural"]:
            self.place.thin["electricity-rural"] = self.place.rural_power_thin
        return names

    def between(self, group, total, share, at_most_total):
        low, high = reference.group_range((total, total), share, at_most_total)
        return low + self.place.uniform.get(group, 0) * (high - low)

    def women_online(self):
        parity = self.place.value("internet-parity")
        if parity is not None and not self.place.old("internet-parity"):
            return super().women_online()
        total = self.place.total["internet-users"][0]
        women = self.between("women", total, 0.5, False)
        men = min(100.0, 2 * total - women)
        ratio = women / men if men > 0 else float("inf") if women > 0 else 1.0
        return reference.falling([0.98, 0.95, 0.90, 0.75], (ratio, ratio))

    def rural_online(self):
        total, share = self.place.total["internet-users"][0], self.place.rural_share
        if share is None:
            return (4 - int(5 * self.place.uniform["rural"]),) * 2
        if share <= 0 or share >= 1:
            return 0, 0
        use = self.between("rural", total, share, True)
        town = min(100.0, (total - share * use) / (1 - share))
        ratio = use / town if town > 0 else 1.0
        return reference.falling([0.90, 0.75, 0.50, 0.29], (ratio, ratio))

    def law_steps(self):
        low, high = super().law_steps()
        return (high - min(int(self.place.uniform.get("law", 0) * (high - low + 1)),
                           high - low),) * 2


@pytest.mark.parametrize("iso3, preset, policy, measures", [
    (iso3, *SETTINGS[n])
    for iso3, n in (("UGA", 0), ("UGA", 2), ("TCD", 1), ("HTI", 1), ("ALA", 0), ("ALA", 2))])
def test_every_draw_is_the_plain_model_of_its_figures(iso3, preset, policy, measures, monkeypatch):
    """Weights, ramps, levels, answers and figures of a draw put into the plain model, one by one."""
    count, seed = 20_000, 11
    sampler = Sampler(preset=preset, policy=policy, measures=measures)
    draws = sampler.draws(count, seed)
    # The plain model knows one share of equity.
    draws.equity[:] = 0.5
    planes, flags, _, _ = sampler._sorted(iso3, draws)
    bits = np.unpackbits(planes.view(np.uint8), axis=2)[:, :, :count]
    # Each plane holds those before it, so their number is the place of the class.
    sampled = bits.sum(axis=0)
    ramps = dict(reference.RAMPS)
    coins = np.unpackbits(draws.coins.view(np.uint8), axis=1)
    # The draws with the most levels moved down and up.
    uniforms = draws.field_uniforms
    for draw in ((uniforms < 0.025).sum(axis=0).argmax(), (uniforms >= 0.975).sum(axis=0).argmax()):
        factors = (1 / draws.inverse[:, draw].astype(float)).tolist()
        for name, table in ramps.items():
            factor = factors[reference.DIMENSIONS.index(name.removeprefix("staff "))]
            monkeypatch.setitem(reference.RAMPS, name, [
                (floor * factor, target * factor) for floor, target in table])
        place = PlacePoint(sampler, iso3, flags.figures, draw)
        answers = dict(zip(COINS, coins[:, draw].tolist()))
        moves = dict(zip(FIELDS, uniforms[:, draw].tolist()))
        for n, good in enumerate(sampler.ids):
            pair = PairPoint(place, good, (preset, policy, measures), draws, draw, moves,
                             answers)
            assert pair.cautious == pair.hopeful
            expected = ("cannot-say" if pair.severity["E1"][1] == 4 else pair.cautious)
            assert CLASSES[sampled[n, draw]] == expected, (good, draw)


def test_figures_follow_drifts_and_peers():
    """A tenth of the draws lies at either end of a drift, and one in n + 1 at the ends of n peers."""
    figure = Figure.__new__(Figure)
    figure.point, figure.peers = 50.0, None
    figure.drift = (-10.0, 30.0, 10.0, 0.0, 70.0)
    drawn = figure.draw(np.array([0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 1.0]))
    assert drawn == pytest.approx([40, 40, 50, 60, 70, 70, 70])
    figure.drift, figure.peers = None, [1.0, 2.0, 4.0, 8.0, 16.0]
    drawn = figure.draw(np.array([0.0, 1 / 6, 0.25, 0.5, 0.75, 5 / 6, 0.99]))
    assert drawn == pytest.approx([1, 1, 1.5, 4, 12, 16, 16])
    figure.peers, figure.open = None, (0.0, 10.0)
    assert figure.draw(np.array([0.0, 0.25])) == pytest.approx([0, 2.5])


def test_ranks_add_up_and_only_goods_that_pass_have_one():
    """The shares of a rank sum to the draws in which so many goods pass."""
    sampler = Sampler()
    ranks = sampler.rank_acceptability("UGA", 1000, 5)
    shares = sampler.verdict_shares("UGA", 1000, 5)
    sums = np.array(list(ranks.values())).sum(axis=0)
    assert (np.diff(sums) <= 1e-9).all() and sums[0] <= 1 + 1e-9
    for good in sampler.ids:
        assert sum(ranks[good]) <= shares[good][0] + shares[good][1] + 1e-9


def test_draws_repeat():
    """The same seed gives the same shares, another one others."""
    sampler = Sampler()
    assert sampler.verdict_shares("UGA", 640, 5) == sampler.verdict_shares("UGA", 640, 5)
    assert sampler.verdict_shares("UGA", 640, 5) != sampler.verdict_shares("UGA", 640, 6)


def test_a_number_of_draws_that_fills_no_word():
    """Draws beyond the last whole word of bits, and beyond a block, are counted once."""
    sampler = Sampler()
    for samples in (1, 63, 65, 10_241):
        for share in sampler.verdict_shares("TCD", samples, 2).values():
            assert sum(share) == pytest.approx(1)
            assert all(0 <= part <= 1 for part in share)


def program():
    """The program under test: $ATLAS_BINARY, or the debug build of this project."""
    named = os.environ.get("ATLAS_BINARY")
    return named or str(TOP / ".build" / "debug" / "dpg-atlas")


@pytest.mark.parametrize("iso3", ["UGA", "TCD", "SHN"])
def test_the_program_draws_the_same_shares(iso3):
    """Two implementations, two random generators: shares agree within five standard errors."""
    count = 4096
    done = subprocess.run([program(), "certainty", iso3, "--samples", str(count), "--format", "csv"],
                          capture_output=True, text=True, check=True)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    ours = Sampler().verdict_shares(iso3, count, 11)
    assert len(rows) == len(ours)
    for row in rows:
        for name, share in zip(CLASSES, ours[row["good"]]):
            mean = (float(row[name]) + share) / 2
            error = (2 * mean * (1 - mean) / count) ** 0.5
            assert abs(float(row[name]) - share) <= 5 * error + 0.002, (row["good"], name)
