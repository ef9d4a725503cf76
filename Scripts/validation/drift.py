"""How far old figures moved: ranges of changes, and what of later changes they hold."""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from .document import percent, rows

YEARS, LEAST, FOLDS, LONG = 20, 30, 10, 7
SPLIT, SPLITS = 2015, (2012, 2013, 2014, 2015, 2016)
SLACK = 1e-9
# Nearly all old figures that are read with their drift are of these.
OLD_IN_USE = ("internet-users", "literacy", "literacy-women")


class Change(NamedTuple):
    """How far a figure of one country and source moved between two years."""
    indicator: str
    iso3: str
    start: int
    end: int
    step: float

    @property
    def age(self) -> int:
        """Years between the two."""
        return self.end - self.start


class Count(NamedTuple):
    """Held-out values inside, above and below their ranges."""
    inside: int = 0
    above: int = 0
    below: int = 0

    @property
    def total(self) -> int:
        """All that were tested."""
        return sum(self)

    def plus(self, other: "Count") -> "Count":
        """Both counts together."""
        return Count(*(a + b for a, b in zip(self, other)))


Ends = dict[tuple[str, int], tuple[float, float]]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table of the dataset."""
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def quantile(values: list[float], share: float) -> float:
    """By linear interpolation between sorted values, as the drift of the dataset is worked out."""
    place = share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (place - below) * (values[above] - values[below])


def changes(folder: Path) -> list[Change]:
    """All changes that the drift of the dataset is worked out from."""
    drifting = {row["indicator"] for row in table(folder, "drift")}
    found = []
    for row in table(folder, "series"):
        if row["indicator"] not in drifting or row["status"] != "observed":
            continue
        first = int(row["first"])
        points = [(first + n, float(v)) for n, v in enumerate(row["values"].split(";")) if v]
        for place, (start, before) in enumerate(points):
            found += [Change(row["indicator"], row["iso3"], start, end, after - before)
                      for end, after in points[place + 1:] if end - start <= YEARS]
    return found


def drift_ends(train: Iterable[Change], tail: float = 0.1) -> Ends:
    """Ends of the range by indicator and age, where thirty changes were seen."""
    seen: dict[tuple[str, int], list[float]] = {}
    for change in train:
        seen.setdefault((change.indicator, change.age), []).append(change.step)
    result = {}
    for key, steps in seen.items():
        if len(steps) >= LEAST:
            steps.sort()
            result[key] = quantile(steps, tail), quantile(steps, 1 - tail)
    return result


def with_no_change(ends: Ends) -> Ends:
    """The range reaches no change, for a figure that may have stood still."""
    return {key: (min(low, 0.0), max(high, 0.0)) for key, (low, high) in ends.items()}


def model_ends(train: Iterable[Change]) -> Ends:
    """Ends of the range as the model reads it."""
    return with_no_change(drift_ends(train))


def tested(ends: Ends, test: Iterable[Change]) -> Count:
    """Counts the changes that have a range."""
    counts = [0, 0, 0]
    for change in test:
        if (change.indicator, change.age) in ends:
            low, high = ends[change.indicator, change.age]
            counts[1 if change.step > high + SLACK else 2 if change.step < low - SLACK else 0] += 1
    return Count(*counts)


def countries_out(all_changes: list[Change], rule: Callable[[list[Change]], Ends] = model_ends
                  ) -> dict[str, Count]:
    """Ten folds by country; counts of each indicator, and of the long ages."""
    names = sorted({change.iso3 for change in all_changes})
    fold = {name: place % FOLDS for place, name in enumerate(names)}
    result: dict[str, Count] = {}
    for out in range(FOLDS):
        ends = rule([c for c in all_changes if fold[c.iso3] != out])
        for change in (c for c in all_changes if fold[c.iso3] == out):
            one = tested(ends, [change])
            for key in (change.indicator, "long" if change.age >= LONG else "short"):
                result[key] = result.get(key, Count()).plus(one)
    return result


def halves(all_changes: list[Change], split: int) -> tuple[list[Change], list[Change]]:
    """Changes that ended by a year, and those that began in it or later."""
    return ([c for c in all_changes if c.end <= split], [c for c in all_changes if c.start >= split])


def by_halves(all_changes: list[Change], split: int, rule: Callable[[list[Change]], Ends]
              ) -> list[Count]:
    """Long later changes of every second country, by ranges from the earlier ones of the others."""
    names = sorted({change.iso3 for change in all_changes})
    half = {name: place % 2 for place, name in enumerate(names)}
    early, late = halves(all_changes, split)
    return [tested(rule([c for c in early if half[c.iso3] != part]),
                   [c for c in late if c.age >= LONG and half[c.iso3] == part]) for part in (0, 1)]


def drift_cells(count: Count) -> list[str]:
    """Number tested and the shares inside, above and below."""
    return [f"{count.total:,}", *(percent(part, count.total) for part in count)]


def drift_parts(all_changes: list[Change]) -> list[str]:
    """What is said of drift."""
    out, parts = countries_out(all_changes), []
    early, late = halves(all_changes, SPLIT)
    ends = model_ends(early)
    long = [c for c in late if c.age >= LONG]
    body = [["countries left out, all ages", *drift_cells(out.get("long", Count()).plus(
                out.get("short", Count())))],
            [f"countries left out, {LONG} years or more", *drift_cells(out.get("long", Count()))],
            [f"from {SPLIT}, all ages", *drift_cells(tested(ends, late))],
            [f"from {SPLIT}, {LONG} years or more", *drift_cells(tested(ends, long))]]
    parts.append(rows(["test of drift", "changes", "inside", "above", "below"], body))
    body = []
    for name in sorted({c.indicator for c in all_changes}):
        later, longer = (tested(ends, [c for c in some if c.indicator == name])
                         for some in (late, long))
        left = out[name]
        body.append([name, percent(left.inside, left.total), percent(later.inside, later.total),
                     f"{longer.total:,}", percent(longer.inside, longer.total)])
    parts.append(rows(["indicator", "countries left out", f"from {SPLIT}",
                       f"changes of {LONG} years or more", "inside"], body))
    body = []
    for split in SPLITS:
        early, late = halves(all_changes, split)
        long = [c for c in late if c.age >= LONG]
        plain = drift_ends(early)
        cells = [str(split), f"{tested(plain, long).total:,}"]
        for rule in (with_no_change(plain), plain, drift_ends(early, .05)):
            for some in (late, long, [c for c in long if c.indicator in OLD_IN_USE]):
                count = tested(rule, some)
                cells.append(percent(count.inside, count.total))
        body.append(cells)
    names = [f"{rule}{ages}" for rule in ("", "percentiles alone: ", "5th to 95th: ")
             for ages in ("all ages", "long", "long, in use")]
    parts.append(rows(["split", "long changes", *names], body))
    body = [[str(split), *(percent(count.inside, count.total) for rule in (model_ends, drift_ends)
                           for count in by_halves(all_changes, split, rule))] for split in SPLITS]
    parts.append(rows(["split", "one half", "the other", "percentiles alone: one half",
                       "the other"], body))
    return parts
