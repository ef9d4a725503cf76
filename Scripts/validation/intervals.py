"""Back-test of intervals: do ranges for 80 % hold 80 % of what was held out?"""

import csv
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from .document import Document, number, percent, rows

YEARS, LEAST, FOLDS, LONG, PEERS = 20, 30, 10, 7, 5
SPLIT, SPLITS = 2015, (2012, 2013, 2014, 2015, 2016)
BAR = (76.0, 84.0)
SLACK = 1e-9
USABLE = {"observed", "estimated", "derived", "curated", "assumed"}
# Nearly all old figures that are read with their drift are of these.
OLD_IN_USE = ("internet-users", "literacy", "literacy-women")
# Missing figures of these are read by peers; those of groups and checks never are.
BY_PEERS = ("internet-users", "coverage-3g", "coverage-4g", "literacy", "electricity",
            "fixed-broadband", "mobile-subscriptions", "data-price-2gb", "human-capital",
            "e-government", "cybersecurity", "rule-of-law", "voice", "conflict")
GOALS = tuple(f"sdg-goal-{goal:02}" for goal in range(1, 18))
SIZES = (("5 to 8 peers", 5, 8), ("9 to 14 peers", 9, 14), ("15 peers or more", 15, 999))


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


class Hidden(NamedTuple):
    """One figure that was hidden, its peers in order, and the limits of the indicator."""
    indicator: str
    value: float
    peers: list[float]
    limits: tuple[float, float]


Ends = dict[tuple[str, int], tuple[float, float]]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table of the dataset."""
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def met(inside: int, total: int) -> bool:
    """Whether a coverage is 80 % within four points."""
    return total > 0 and BAR[0] <= 100 * inside / total <= BAR[1]


# Drift of old figures

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
    """Candidate: the range reaches no change, for a figure that may have stood still."""
    return {key: (min(low, 0.0), max(high, 0.0)) for key, (low, high) in ends.items()}


def tested(ends: Ends, test: Iterable[Change]) -> Count:
    """Counts the changes that have a range."""
    counts = [0, 0, 0]
    for change in test:
        if (change.indicator, change.age) in ends:
            low, high = ends[change.indicator, change.age]
            counts[1 if change.step > high + SLACK else 2 if change.step < low - SLACK else 0] += 1
    return Count(*counts)


def countries_out(all_changes: list[Change], rule: Callable[[list[Change]], Ends] = drift_ends
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


# Peer ranges of missing figures

def between_peers(values: list[float], share: float) -> float:
    """As missing figures are drawn: the place is share (n + 1), held at the ends."""
    place = share * (len(values) + 1)
    if place <= 1:
        return values[0]
    if place >= len(values):
        return values[-1]
    step = int(place)
    return values[step - 1] + (place - step) * (values[step] - values[step - 1])


def beyond_peers(values: list[float], share: float, limits: tuple[float, float]) -> float:
    """Candidate: past either end it goes on by the mean gap, inside the indicator's limits."""
    size = len(values)
    place, gap = share * (size + 1), (values[-1] - values[0]) / (size - 1)
    if place < 1:
        return max(limits[0], values[0] - (1 - place) * gap)
    if place > size:
        return min(limits[1], values[-1] + (place - size) * gap)
    return between_peers(values, share)


def hidden(folder: Path) -> list[Hidden]:
    """Every usable figure that the model would read by peers, hidden in turn."""
    places = {row["iso3"]: row for row in table(folder, "countries")}
    limits = {row["id"]: (float(row["min"] or "-inf"), float(row["max"] or "inf"))
              for row in table(folder, "indicators")}
    figures: dict[str, list[tuple[str, float]]] = {}
    for row in table(folder, "observations"):
        if row["status"] in USABLE and row["iso3"] in places:
            figures.setdefault(row["indicator"], []).append((row["iso3"], float(row["value"])))
    found = []
    for indicator in (*BY_PEERS, *GOALS):
        groupings = ((("subregion",),) if indicator in GOALS
                     else (("subregion", "income"), ("region", "income")))
        members: dict[tuple[str, ...], list[tuple[str, float]]] = {}
        for iso3, value in figures.get(indicator, []):
            for columns in groupings:
                key = tuple(places[iso3][column] for column in columns)
                if places[iso3]["subregion"] and all(key):
                    members.setdefault((*columns, *key), []).append((iso3, value))
        for iso3, value in figures.get(indicator, []):
            for columns in groupings:
                key = (*columns, *(places[iso3][column] for column in columns))
                peers = sorted(v for other, v in members.get(key, []) if other != iso3)
                if len(peers) >= PEERS and any(c == iso3 for c, _ in members[key]):
                    found.append(Hidden(indicator, value, peers, limits[indicator]))
                    break
    return found


def within(row: Hidden, low: float, high: float) -> bool:
    """Whether the hidden figure lies in a range."""
    return low - SLACK <= row.value <= high + SLACK


def peer_cells(part: list[Hidden]) -> list[str]:
    """Count, coverage of the 80 % range and of the whole range, and of the candidate."""
    drawn = sum(within(r, between_peers(r.peers, .1), between_peers(r.peers, .9)) for r in part)
    whole = sum(within(r, r.peers[0], r.peers[-1]) for r in part)
    wider = sum(within(r, beyond_peers(r.peers, .1, r.limits), beyond_peers(r.peers, .9, r.limits))
                for r in part)
    return [f"{len(part):,}", *(percent(hits, len(part)) for hits in (drawn, whole, wider))]


def expected(sizes: Iterable[int]) -> float:
    """Coverage if hidden figures were drawn alike with their peers, without ties."""
    shares = [(min(.9 * (n + 1), n) - max(.1 * (n + 1), 1)) / (n + 1) for n in sizes]
    return sum(shares) / len(shares) if shares else float("nan")


# The section

def drift_cells(count: Count) -> list[str]:
    """Number tested and the shares inside, above and below."""
    return [f"{count.total:,}", *(percent(part, count.total) for part in count)]


def drift_parts(all_changes: list[Change]) -> list[str]:
    """What is said of drift."""
    out, parts = countries_out(all_changes), []
    early, late = halves(all_changes, SPLIT)
    ends = drift_ends(early)
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
        for rule in (plain, drift_ends(early, .05), with_no_change(plain)):
            for some in (late, long, [c for c in long if c.indicator in OLD_IN_USE]):
                count = tested(rule, some)
                cells.append(percent(count.inside, count.total))
        body.append(cells)
    names = [f"{rule}{ages}" for rule in ("", "5th to 95th: ", "with no change: ")
             for ages in ("all ages", "long", "long, in use")]
    parts.append(rows(["split", "long changes", *names], body))
    return parts


def section(folder: Path) -> list[str]:
    """The Markdown of the section, a part at a time."""
    found = hidden(folder)
    first, by_indicator, by_split = drift_parts(changes(folder))
    body = [["all", *peer_cells(found)],
            ["figures of supply", *peer_cells([r for r in found if r.indicator in BY_PEERS])],
            ["goal scores", *peer_cells([r for r in found if r.indicator in GOALS])]]
    body += [[name, *peer_cells([r for r in found if low <= len(r.peers) <= high])]
             for name, low, high in SIZES]
    body += [[name, *peer_cells([r for r in found if r.indicator == name])]
             for name in (*BY_PEERS, *GOALS) if any(r.indicator == name for r in found)]
    return [
        "### Back-test of intervals",
        f"Drift: the 10th to 90th percentile of changes over as many years, {LEAST} or more seen. "
        f"Countries left out: {FOLDS} folds. From {SPLIT}: ranges from changes that ended by then, "
        f"tested on changes that began then or later. The model adds drift only from {LONG} years "
        f"on, nearly always to old figures of {', '.join(OLD_IN_USE)}. Changes of one country overlap, "
        "so that far fewer than their number are independent.", first, by_indicator,
        f"By year of the split, long is {LONG} years or more, in use are the indicators just named. "
        "Most misses lie below. For the indicators in use most of those are above no change: growth "
        "slowed, and ranges from faster years begin too high. Candidates, not in the model: the 5th to 95th percentile, and a range that "
        "always reaches no change.", by_split,
        "Peers: every usable figure of an indicator that is read by peers is hidden in turn. The 80 % "
        "range is that of the draws; the whole range, from least to greatest, is what the verdict "
        "uses. Candidate, not in the model: past the ends it goes on by the mean gap.",
        rows(["hidden figures", "count", "in the 80 % range", "in the whole range",
              "candidate"], body),
        f"Were hidden figures like those of their peers, {number(expected(len(r.peers) for r in found))} "
        "would lie in the 80 % range: with fewer than nine peers it cannot reach 80 %, as the ends are "
        "held. Figures that are really missing may be less like their peers than these."]


def run(folder: Path, out: Document) -> None:
    """Adds the section and its bars to the document."""
    all_changes, found = changes(folder), hidden(folder)
    early, late = halves(all_changes, SPLIT)
    ends, folds = drift_ends(early), countries_out(all_changes)
    left = folds.get("long", Count()).plus(folds.get("short", Count()))
    for name, count in (
            ("countries left out", left),
            (f"changes from {SPLIT} on", tested(ends, late)),
            (f"the same, {LONG} years or more", tested(ends, [c for c in late if c.age >= LONG]))):
        out.bar(f"80 % range of drift: {name}", "80 +- 4 %", percent(count.inside, count.total),
                met(count.inside, count.total))
    hits = sum(within(r, between_peers(r.peers, .1), between_peers(r.peers, .9)) for r in found)
    out.bar("80 % range of peers: hidden figures", "80 +- 4 %", percent(hits, len(found)),
            met(hits, len(found)))
    out.parts += section(folder)
