"""The flags of the numpy sampler in a country: which draws bar Adopt, bar safeguards, or refuse.

The planes of a likelihood are crossed with those of the impacts that goods have (`Flags`).
"""

import numpy as np

from sampler_country import Country, CountryDraws
from sampler_draws import Draws, Value, is_point
from sampler_goods import DESCRIBED, Numbers
from sampler_keys import SIMPLE, Flags

LIMITS = {flag: np.array(limits, float) for flag, limits in {
    "D1": [75, 65, 50, 35], "D2": [0.98, 0.95, 0.90, 0.75], "D3": [0.90, 0.75, 0.50, 0.29],
    "D4": [95, 85, 70, 50], "D5": [2, 5, 8, 12], "R1": [2, 5, 15, 30], "R2": [99, 90, 70, 40],
    "S1": [95, 85, 55, 20], "S3": [1.9, 3.4, 4.9, 6.4], "P3": [75, 50, 35, 20],
    "I1": [75, 50, 37, 25], "F1": [4, 8, 12, 15], "E1": [0, 0.1, 0.25, 0.4]}.items()}
# At or above these a step begins: above the number just below them.
STAFF = np.nextafter([1.0, 3.0, 8.0, 15.0], 0)
STEPS = np.arange(4)
RISING = {"D5", "R1", "S3"}
READ = {"D1": "internet-users", "D4": "literacy", "D5": "data-price-2gb", "S1": "cybersecurity",
        "P3": "rule-of-law", "I1": "e-government", "S3": "conflict"}
REFUSING = ["P1", "P2", "S1"]
# Arithmetic alone moves nothing off a limit.
LEAST = 1e-6
# Figures that each level of a ladder reads beyond those of the levels below.
THIN = {
    "citizens connectivity": ["signal", "internet-users", None, "coverage-4g"],
    "citizens skills": ["literacy", None, None, "human-capital"],
    "citizens devices": ["mobile", "internet-users", None, "fixed-broadband"],
    "citizens power": ["electricity"], "staff connectivity": ["signal", None, "coverage-4g"],
    "staff skills": ["human-capital"], "staff devices": ["mobile"],
    "staff power": ["electricity"], "rural power": ["rural power"],
    "affordability": ["data-price-2gb"], "privacy": ["privacy"], "security": ["cybersecurity"],
    "institutions": ["e-government"]}


class CountryFlags:
    """The flags of all goods in one country, draw by draw."""

    def __init__(self, flags: Flags, impacts: dict[str, np.ndarray], draws: Draws,
                 country: Country, figures: CountryDraws):
        self.flags, self.draws, self.country, self.figures = flags, draws, country, figures
        shape = (flags.count, len(draws.full))
        self.adopt_barred, self.safeguards_barred, self.unsaid = (
            np.zeros(shape, np.uint64) for _ in range(3))
        self.critical: list[np.ndarray] = []
        for flag in SIMPLE:
            self._bar(flag, self._crossed(flag, self._steps(flag), impacts[flag]))
        self._steward(impacts["S2"])
        self._staff()
        self._fixed("L1", impacts["L1"], np.full(len(impacts["L1"]), 3))
        self._relevance()
        self._thin()

    def _bar(self, flag: str, planes: list[np.ndarray | None]) -> None:
        """Adds planes of the keys of a flag to the goods that have them."""
        keys = self.flags.keys[flag]
        for target, rows in zip((self.adopt_barred, self.safeguards_barred), planes):
            if rows is None or not rows.any():
                continue
            if keys.everyone:
                target |= rows[keys.of]
            else:
                target[keys.goods] |= rows[keys.of]
        if flag in REFUSING and planes[2] is not None:
            critical = np.zeros_like(self.unsaid)
            critical[keys.goods] = planes[2][keys.of]
            self.critical.append(critical)

    def _crossed(self, flag: str, steps: np.ndarray, impacts: np.ndarray
                 ) -> list[np.ndarray | None]:
        """Where likelihood and impact together bar something: keys x words for each outcome."""
        result = []
        reached = steps.any(axis=1)
        for answers in self.country.outcomes[flag]:
            crossed, before = None, 6
            for step in range(1, 5):
                # The least impact that bars at this likelihood; a higher likelihood bars no less.
                least = int(answers[step].argmax()) or 6
                if least < before and reached[step - 1]:
                    part = impacts[:, least - 1] & steps[step - 1]
                    crossed = part if crossed is None else crossed | part
                    before = least
            result.append(crossed)
        return result

    def _fixed(self, flag: str, planes: np.ndarray, impacts: np.ndarray) -> None:
        """A flag whose likelihood is each key's own, with an impact that does not move."""
        result = []
        for answers in self.country.outcomes[flag]:
            # The least likelihood that bars at this impact; 0 for none.
            least = answers.argmax(axis=0)[impacts]
            rows = planes[np.arange(len(planes)), least - 1]
            rows[least == 0] = 0
            result.append(rows)
        self._bar(flag, result)

    def _steps(self, flag: str) -> np.ndarray:
        """Likelihood of a flag that reads the country alone, as planes "at least 1" to 4."""
        figures, total, draws = self.figures, self.figures.total, self.draws
        if flag in READ:
            value = total[READ[flag]]
        elif flag == "R1":
            value = 100 - total["coverage-4g"]
        elif flag == "R2":
            value = figures.groups["rural"]["electricity"]
        elif flag == "F2":
            return draws.beyond(2, STEPS)
        elif flag == "P1":
            low, high = self.country.law_steps
            if low == high:
                return draws.beyond(high, STEPS)
            better = np.floor(figures.uniform("law") * (high - low + 1))
            return draws.beyond(high - np.minimum(better, high - low), STEPS)
        elif flag == "P2":
            voice = total["voice"]
            step = np.where(voice >= 57, 0, np.where(voice >= 29, 1, 3)) + self.country.shutdown
            return draws.beyond(int(step) if is_point(voice) else step, STEPS)
        elif flag == "D2":
            value = self.country.parity
            if value is None:
                value = self._ratio("women", 0.5, False)
        else:
            share = self.country.place.rural_share
            if share is None:
                return draws.beyond(4 - np.floor(5 * figures.uniform("rural")), STEPS)
            if share <= 0 or share >= 1:
                return draws.beyond(0, STEPS)
            value = self._ratio("rural", share, True)
        return draws.beyond(value, LIMITS[flag], flag in RISING)

    def _ratio(self, group: str, share: float, at_most_total: bool) -> Value:
        """Use by a group per use by everybody else, from what the total leaves open."""
        total = self.figures.total["internet-users"]
        use = self.figures.within(group, total, share, at_most_total)
        others = np.minimum(100.0, (total - share * use) / (1 - share))
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = np.where(others > 0, np.divide(use, others), np.where(use > 0, np.inf, 1.0))
        return float(ratio) if ratio.ndim == 0 else ratio

    def _steward(self, impacts: np.ndarray) -> None:
        """S2: likelihood 2 or 4 by the answer on measures, or by a coin."""
        described = self.draws.coins[DESCRIBED]
        fixed = [self._crossed("S2", self.draws.beyond(step, STEPS), impacts) for step in (2, 4)]
        stewards = [steward for _, _, steward in self.flags.keys["S2"].keys]
        result = []
        for two, four in zip(*fixed):
            rows = np.zeros_like(impacts[:, 0])
            for n, steward in enumerate(stewards):
                if two is not None and steward != 4:
                    rows[n] |= two[n] if steward == 2 else two[n] & described
                if four is not None and steward != 2:
                    rows[n] |= four[n] if steward == 4 else four[n] & ~described
            result.append(rows)
        self._bar("S2", result)

    def _staff(self) -> None:
        """R3: staff for the rural people whom the least of the needed supplies leaves out."""
        draws, rural, flags = self.draws, self.figures.groups["rural"], self.flags
        if self.country.place.rural_share == 0:
            return
        made: dict[tuple[str, int], np.ndarray] = {}
        none = np.stack([draws.none] * 4)
        parts = [none]
        for level, each, names in flags.parts:
            planes = [none]
            for n in range(1, level[1][2] + 1):
                worst = planes[-1]
                for name, start in names:
                    if start == n:
                        if (name, each) not in made:
                            made[name, each] = draws.beyond(
                                (1 - rural[name] / 100) * 10000 / each, STAFF)
                        worst = worst | made[name, each]
                planes.append(worst)
            parts.append(draws.moved(level, planes))
        parts = np.stack(parts)
        steps = parts[flags.staff_parts[0]]
        for column in flags.staff_parts[1:]:
            steps |= parts[column]
        self._fixed("R3", steps, flags.staff_impacts)

    def _relevance(self) -> None:
        """F1: the best rank among the claimed goals is beyond a limit."""
        applies, draws = self.country.place.applies, self.draws
        gaps = self.goal_gaps = [
            1 - (goal.draw(self.figures.uniform(("goal", n))) if goal.is_drawn
                 else goal.point) / 100 for n, goal in enumerate(self.country.goals)]
        # One limit matters: this flag bars Adopt and nothing else, and its impact is fixed.
        step = int(self.country.outcomes["F1"][0, :, 3].argmax())
        if step == 0:
            return
        limit = LIMITS["F1"][step - 1]
        beyond: list[bool | np.ndarray] = [False] * 17
        for goal in range(17):
            if applies[goal]:
                wider = [gaps[n] > gaps[goal] for n in range(17) if n != goal and applies[n]]
                rank = 1 + sum(map(int, filter(is_point, wider))) + sum(
                    answer.view(np.uint8) for answer in wider if not is_point(answer))
                beyond[goal] = rank > limit
        claimed = [[goal - 1 for goal in goals if applies[goal - 1]] or [17]
                   for goals in self.flags.keys["F1"].keys]
        beyond.append(np.floor(5 * self.figures.uniform("no goal")) >= step
                      if [17] in claimed else False)
        starts = np.cumsum([0] + [len(goals) for goals in claimed[:-1]])
        goals = np.concatenate(claimed).astype(np.intp)
        if all(map(is_point, beyond)):
            rows = np.logical_and.reduceat(np.array(beyond)[goals], starts)
            rows = np.where(rows[:, None], draws.full, draws.none)
        else:
            planes = np.stack([draws.plane(answer) for answer in beyond])
            rows = np.bitwise_and.reduceat(planes[goals], starts, axis=0)
        self._bar("F1", [rows, None])

    def _thin(self) -> None:
        """E1: the share of the weight on missing or old figures."""
        thin, draws, flags = self.country.thin, self.draws, self.flags
        ladders = {}
        for ladder, names in THIN.items():
            levels = [0.0]
            for n in range(4):
                name = names[n] if n < len(names) else None
                levels.append(max(levels[-1], thin[name] if name else 0.0))
            ladders[ladder] = levels
        # Goods whose thin dimensions are the same share a sum.
        shares = Numbers()
        shares.of((-1, (0.0, 0.0, 0.0), 0.0))
        codes = []
        for ladder, (field, levels, chance) in flags.thin_levels:
            down, same, up = (ladders[ladder][n] for n in levels)
            codes.append(shares.of((-1, (same,) * 3, 0.0) if down == same == up
                                   else (field, (down, same, up), chance)))
        keys = np.column_stack([np.array(codes)[flags.thin_keys[:, :8]], flags.thin_keys[:, 8]])
        if not keys[:, :8].any():
            return
        values = [self._thin_share(*share) for share in shares]
        sums = Numbers()
        of = np.array([sums.of(tuple(key)) for key in keys.tolist()])
        planes = np.stack([self._thin_steps(key, values) for key in sums])
        everyone = flags.keys["E1"]
        self.unsaid[everyone.goods] = planes[:, 2][of[everyone.of]]
        self._fixed("E1", planes[of], np.full(len(of), 4))

    def _thin_share(self, field: int, levels: tuple, chance: float) -> Value:
        down, same, up = levels
        if field < 0:
            return same
        share = np.full(self.draws.samples, same, np.float32)
        downs, ups, _ = self.draws.moves[field, chance]
        share[downs], share[ups] = down, up
        return share

    def _thin_steps(self, key: tuple[int, ...], values: list[Value]) -> np.ndarray:
        """Planes of how many limits a sum exceeds; the key has a code a dimension."""
        weights = self.draws.weights
        total: Value = 0.0
        for dimension, code in enumerate(key[:8]):
            if code:
                total = total + weights[dimension] * values[code]
        if key[8]:
            personal = {code for code in key[:4] if code}
            if personal:
                most = values[personal.pop()]
                for code in personal:
                    most = np.maximum(most, values[code])
                total = total + weights[8] * most
        return self.draws.beyond(total, LIMITS["E1"] + LEAST)
