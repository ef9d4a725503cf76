"""Back-test of intervals: do ranges for 80 % hold 80 % of what was held out?"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from .document import Document, number, percent, rows
from .drift import (FOLDS, LEAST, LONG, OLD_IN_USE, SLACK, SPLIT, Count, changes, countries_out,
                    drift_parts, halves, model_ends, table, tested)

PEERS = 5
BAR = (76.0, 84.0)
USABLE = {"observed", "estimated", "derived", "curated", "assumed"}
# Missing figures of these are read by peers; those of groups and checks never are.
BY_PEERS = ("internet-users", "coverage-3g", "coverage-4g", "literacy", "electricity",
            "fixed-broadband", "mobile-subscriptions", "data-price-2gb", "human-capital",
            "e-government", "cybersecurity", "rule-of-law", "voice", "conflict")
GOALS = tuple(f"sdg-goal-{goal:02}" for goal in range(1, 18))
SIZES = (("5 to 8 peers", 5, 8), ("9 to 14 peers", 9, 14), ("15 peers or more", 15, 999))


class Hidden(NamedTuple):
    """One figure that was hidden, its peers in order, and the limits of the indicator."""
    indicator: str
    value: float
    peers: list[float]
    limits: tuple[float, float]


def met(inside: int, total: int) -> bool:
    """Whether a coverage is 80 % within four points."""
    return total > 0 and BAR[0] <= 100 * inside / total <= BAR[1]


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

def section(folder: Path) -> list[str]:
    """The Markdown of the section, a part at a time."""
    found = hidden(folder)
    first, by_indicator, by_split, by_half = drift_parts(changes(folder))
    body = [["all", *peer_cells(found)],
            ["figures of supply", *peer_cells([r for r in found if r.indicator in BY_PEERS])],
            ["goal scores", *peer_cells([r for r in found if r.indicator in GOALS])]]
    body += [[name, *peer_cells([r for r in found if low <= len(r.peers) <= high])]
             for name, low, high in SIZES]
    body += [[name, *peer_cells([r for r in found if r.indicator == name])]
             for name in (*BY_PEERS, *GOALS) if any(r.indicator == name for r in found)]
    return [
        "### Back-test of intervals",
        f"Drift: the 10th to 90th percentile of changes over as many years, {LEAST} or more seen, no change included. "
        f"Countries left out: {FOLDS} folds. From {SPLIT}: ranges from changes that ended by then, "
        f"tested on changes that began then or later. The model adds drift only from {LONG} years "
        f"on, nearly always to old figures of {', '.join(OLD_IN_USE)}. Changes of one country overlap, "
        "so that far fewer than their number are independent.", first, by_indicator,
        f"By year of the split, long is {LONG} years or more, in use are the indicators just named. "
        "Percentiles alone, the rule of model 1.0.0, would miss: growth slowed, and ranges from faster years begin "
        "above no change.", by_split,
        "The same for long changes of every second country, by ranges from the others: fewer countries, so "
        "that the halves differ.", by_half,
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
    ends, folds = model_ends(early), countries_out(all_changes)
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
