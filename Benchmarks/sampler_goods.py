"""The goods of the numpy sampler: everything that does not depend on a country, numbered once.

Goods share most of what they ask. Each thing that is asked gets a number (a row of losses, a sum
of two rows, a key of a flag), so that it is worked out once a country, however many goods ask it.
"""

from collections.abc import Callable, Iterable

FIELDS = ["connectivity", "literacy", "device", "power", "data_sensitivity", "institutional"]
CONNECTIVITY, LITERACY, DEVICE, POWER, SENSITIVITY, INSTITUTIONAL = range(6)
CONFIDENCES = {"high": 0.05, "medium": 0.15, "low": 0.30}
COINS = ["collects_personal_data", "stores_personal_data", "security_measures_described",
         "closed_dependencies", "open_alternatives"]
COLLECTS, STORES, DESCRIBED, CLOSED, ALTERNATIVES = range(5)

# A level of a field as it moves: field, levels one down, as curated and one up, and the chance.
# A level that no move changes has no field and no chance, so that goods share it.
Moved = tuple[int, tuple[int, int, int], float]
NONE: Moved = (-1, (0, 0, 0), 0.0)


def moved(field: int, base: int, chance: float,
          change: Callable[[int], int] = lambda level: level) -> Moved:
    """A level that moves by one at most, after what channels or operators make of it."""
    down, same, up = (change(min(4, max(0, base + step))) for step in (-1, 0, 1))
    return (-1, (same,) * 3, 0.0) if down == same == up else (field, (down, same, up), chance)


def changed(one: Moved, change: Callable[[int], int]) -> Moved:
    """The same move with other levels."""
    field, levels, chance = one
    down, same, up = map(change, levels)
    return (-1, (same,) * 3, 0.0) if down == same == up else (field, (down, same, up), chance)


class Numbers(dict):
    """Numbers distinct keys from 0 on."""

    def of(self, key: object) -> int:
        """The number of a key, a new one for a new key."""
        return self.setdefault(key, len(self))


class Good:
    """What one good asks, with the levels that its channels and its operator leave."""

    def __init__(self, record: dict, asked: dict, declared: dict, stewards: int, each: int):
        chance = CONFIDENCES[asked["confidence"]]
        self.operator = asked["operator"]
        self.public = self.operator == "citizens"
        self.serves = self.operator in ("citizens", "frontline-staff")
        channels = set(asked["channels"].split(";"))
        offline = "offline" in channels
        lowers = bool(channels & {"offline", "sms-ussd", "assisted-agent"})

        def online(level: int) -> int:
            """Connectivity that the channels leave to citizens."""
            if not self.public:
                return level
            level = max(0, level - 1) if lowers else level
            return min(1, level) if offline else level

        base = [int(asked[field]) for field in FIELDS]
        named = int(asked["declared_sensitivity"] or 0)
        self.connectivity = moved(CONNECTIVITY, base[CONNECTIVITY], chance, online)
        self.skills = moved(LITERACY, base[LITERACY], chance)
        self.devices = moved(DEVICE, base[DEVICE], chance)
        self.power = moved(POWER, base[POWER], chance)
        self.sensitivity = moved(SENSITIVITY, base[SENSITIVITY], chance,
                                 lambda level: max(level, named))
        self.institutions = moved(INSTITUTIONAL, base[INSTITUTIONAL], chance)
        self.affordability = (changed(self.connectivity, lambda level: level if level >= 2 else 0)
                              if self.public else NONE)
        self.goals = tuple(sorted({int(goal) for goal in record["sdgs"].split(";")
                                   if goal and 1 <= int(goal) <= 17}))
        self.each = each
        self._flags(record, asked, declared, channels, stewards, base[SENSITIVITY])

    def _flags(self, record: dict, asked: dict, declared: dict, channels: set[str],
               stewards: int, curated: int) -> None:
        """Impacts as moved levels, and answers as yes, no or None for a coin."""
        def answer(question: str) -> bool | None:
            return {"yes": True, "no": False}.get(declared[question])

        def field(level: int) -> int:
            return {"officials": min(level, 2), "developers": 0}.get(self.operator, level)

        def skill(level: int) -> int:
            return {"officials": min(level, 2), "developers": min(level, 1)}.get(
                self.operator, level)

        citizens = self.connectivity if self.public else NONE
        self.impact = {
            "D1": citizens, "D5": citizens,
            "D2": citizens, "D2 devices": self.devices if self.public else NONE,
            "D3": self.connectivity if self.serves else NONE,
            "D4": self.skills if self.public else NONE,
            "R1": changed(self.connectivity, field), "R2": changed(self.power, field),
            "S1": self.sensitivity, "P3": self.sensitivity, "I1": self.institutions,
            "S3": self.sensitivity if "offline" in channels else NONE,
            "F2": changed(self.skills, skill),
        }
        # P2 counts in codes: the level up to 3, 4 for a level raised to 4, 5 for a level of 4, as
        # the condition of a measure reads the level itself.
        kinds = {"biometric", "health"} & set(record["personal_data_types"].split(";"))
        dangerous = bool(kinds) or "humanitarian" in record["sectors"].split(";")
        self.impact["P2"] = changed(
            self.sensitivity,
            lambda level: 5 if level == 4 else 4 if level == 3 and dangerous else level)

        collects = True if curated >= 2 else answer("collects_personal_data")
        self.collects = collects
        self.impact["P1"] = NONE if collects is False else self.sensitivity
        stores = answer("stores_personal_data")
        if stores is False and asked["declaration_doubt"] == "yes":
            stores = None
        self.stores = stores
        never = stores is False or (stores is None and collects is False)
        self.impact["S2"] = NONE if never else self.sensitivity
        # Likelihood of S2: a step, or None for a coin between 2 and 4.
        self.steward = (0 if asked["steward"] in ("government", "united-nations")
                        else {True: 2, False: 4, None: None}[
                            answer("security_measures_described")])
        # Likelihood of L1: closed parts, open alternatives, and the steps of each outcome.
        self.lock_in = (answer("closed_dependencies"), answer("open_alternatives"),
                        0 if declared["platform_independent"] == "yes" else 1,
                        4 if stewards <= 1 else 3)
        self.staff_impact = (4 - ("offline" in channels) - ("assisted-agent" in channels)
                             if self.serves else 0)

    def levels(self) -> list[Moved]:
        """All levels that a move may change."""
        return [self.connectivity, self.skills, self.devices, self.power, self.sensitivity,
                self.institutions, self.affordability, *self.impact.values()]

    def personal(self) -> list[tuple[str, Moved]]:
        """The ladder and the level of the four personal dimensions."""
        names = {"citizens": ("citizens", "citizens"), "frontline-staff": ("staff", "rural")}
        worker, power = names.get(self.operator, ("staff", "staff"))
        return [(f"{worker} connectivity", self.connectivity), (f"{worker} skills", self.skills),
                (f"{worker} devices", self.devices), (f"{power} power", self.power)]


class Plan:
    """The order of work for the fits of all goods: rows of losses, then sums of two, then goods."""

    def __init__(self, goods: list[Good]):
        self.rows = Numbers()       # (ladder, levels as they move): one row of losses
        self.worst = Numbers()      # pairs of rows or of worst: the greater loss; from -1 down
        self.leaves = Numbers()     # (dimension, row or worst)
        self.nodes = Numbers()      # pairs of leaves or nodes; nodes count from -1 down
        self.fit_of = [self._good(good) for good in goods]

    def _good(self, good: Good) -> int | None:
        leaves = [self._leaf(dimension, self._row(ladder, level))
                  for dimension, (ladder, level) in enumerate(good.personal())]
        equity = None
        if good.public:
            worst = [self._row(ladder.replace("citizens", "worst"), level)
                     for ladder, level in good.personal()]
            equity = self._leaf(8, self._join(
                self.worst, self._join(self.worst, worst[0], worst[1]),
                self._join(self.worst, worst[2], worst[3])))
        price, privacy, security, institutions = (
            self._leaf(4 + n, self._row(ladder, level)) for n, (ladder, level) in enumerate([
                ("affordability", good.affordability), ("privacy", good.sensitivity),
                ("security", good.sensitivity), ("institutions", good.institutions)]))
        # Goods share halves of their demand more often than the whole of it.
        people = self._join(self.nodes, self._join(self.nodes, leaves[0], leaves[1]),
                            self._join(self.nodes, leaves[2], leaves[3]))
        people = self._join(self.nodes, self._join(self.nodes, people, equity), price)
        state = self._join(self.nodes, self._join(self.nodes, privacy, security), institutions)
        return self._join(self.nodes, people, state)

    def _row(self, ladder: str, level: Moved) -> int | None:
        return self.rows.of((ladder, level)) if any(level[1]) else None

    def _leaf(self, dimension: int, row: int | None) -> int | None:
        return None if row is None else self.leaves.of((dimension, row))

    @staticmethod
    def _join(numbers: Numbers, one: int | None, two: int | None) -> int | None:
        if one is None or two is None:
            return two if one is None else one
        return -1 - numbers.of((one, two))


class Order:
    """The order of work in one country: parts that lose nothing left out, rows used again."""

    def __init__(self, leaves: list[tuple | None], nodes: Iterable[tuple[int, int]],
                 fit_of: list[int | None]):
        count = len(leaves)
        steps: list[tuple[int, int]] = []
        made: dict[tuple[int | None, int | None], int | None] = {}
        # Parts that stand for leaves (from 0) and nodes (from -1 down); None where nothing is lost.
        part = [None if leaf is None else n for n, leaf in enumerate(leaves)]
        part += [None] * len(nodes)
        for place, (one, two) in enumerate(nodes, 1):
            one, two = part[one], part[two]
            if one is None or two is None:
                part[-place] = two if one is None else one
                continue
            pair = one, two
            if pair not in made:
                made[pair] = count + len(steps)
                steps.append(pair)
            part[-place] = made[pair]
        parts = [None if place is None else part[place] for place in fit_of]
        self.fit_at = {place: n for n, place in enumerate(
            dict.fromkeys(place for place in parts if place is not None))}
        self.fits = len(self.fit_at)
        # The last row is the fit that loses nothing.
        self.fit_of = [self.fits if place is None else self.fit_at[place] for place in parts]
        self.slots = 0
        # leaf: row, dimension, losses; join: row, rows of the two parts; fit: number, row.
        self.work: list[tuple] = []
        self._fill(leaves, steps)

    def _fill(self, leaves: list[tuple | None], steps: list[tuple[int, int]]) -> None:
        """Orders parts so that each comes late and leaves early, and gives them rows."""
        count, work, fit_at = len(leaves), self.work, self.fit_at
        uses = [0] * (count + len(steps))
        for one, two in steps:
            uses[one] += 1
            uses[two] += 1
        row, free = [-1] * len(uses), []

        def take() -> int:
            if free:
                return free.pop()
            self.slots += 1
            return self.slots - 1

        def make(place: int) -> None:
            if place < count:
                row[place] = out = take()
                work.append(("leaf", out, *leaves[place]))
            else:
                one, two = steps[place - count]
                if row[one] < 0:
                    make(one)
                if row[two] < 0:
                    make(two)
                for part in (one, two):
                    uses[part] -= 1
                    if uses[part] == 0:
                        free.append(row[part])
                row[place] = out = take()
                work.append(("join", out, row[one], row[two]))
            if place in fit_at:
                work.append(("fit", fit_at[place], out, None))
                if uses[place] == 0:
                    free.append(out)

        for place in fit_at:
            if row[place] < 0:
                make(place)
