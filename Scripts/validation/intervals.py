"""Back-test of the ranges: do 80 % ranges hold 80 % of what was held out?"""

import csv

from .document import number, percent

YEARS, LEAST, SPLIT, LONG = 20, 30, 2015, 7
PEERS, BAR = 5, (76.0, 84.0)
# Figures that the model reads by peers, apart from the goal scores.
BY_PEERS = {"connectivity", "skills", "devices", "power", "affordability", "privacy", "security",
            "institutions", "equity"}
USABLE = {"observed", "estimated", "derived", "curated", "assumed"}


def quantile(values, share):
    """By linear interpolation between sorted values, as the drift of the dataset is worked out."""
    place = share * (len(values) - 1)
    step = int(place)
    rest = values[min(step + 1, len(values) - 1)] - values[step]
    return values[step] + (place - step) * rest


def between_peers(values, share):
    """As figures are drawn from `n` peers: each of `n + 1` gaps alike, the ends held."""
    place = share * (len(values) + 1)
    if place <= 1:
        return values[0]
    if place >= len(values):
        return values[-1]
    step = int(place)
    return values[step - 1] + (place - step) * (values[step] - values[step - 1])


def changes(folder, drifting):
    """Changes in one country and source: indicator, age, country, first year, last year, change."""
    found = []
    for row in table(folder, "series"):
        if row["indicator"] not in drifting or row["status"] != "observed":
            continue
        first = int(row["first"])
        points = [(first + n, float(v)) for n, v in enumerate(row["values"].split(";")) if v]
        for place, (start, before) in enumerate(points):
            found += [(row["indicator"], end - start, row["iso3"], start, end, after - before)
                      for end, after in points[place + 1:] if end - start <= YEARS]
    return found


def table(folder, name):
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def held(train, test):
    """How many of the tested changes lie in the 80 % range of the others, and how many were tested."""
    seen = {}
    for indicator, age, *_, change in train:
        seen.setdefault((indicator, age), []).append(change)
    ends = {key: (quantile(sorted(values), .1), quantile(sorted(values), .9))
            for key, values in seen.items() if len(values) >= LEAST}
    inside = total = above = 0
    for indicator, age, *_, change in test:
        if (indicator, age) not in ends:
            continue
        low, high = ends[indicator, age]
        total += 1
        inside += low - 1e-9 <= change <= high + 1e-9
        above += change > high + 1e-9
    return inside, total, above


def drift(folder):
    """Coverage of the drift of old figures: by country left out, and by time."""
    drifting = sorted({row["indicator"] for row in table(folder, "drift")})
    all_changes = changes(folder, drifting)
    countries = sorted({change[2] for change in all_changes})
    fold = {country: place % 10 for place, country in enumerate(countries)}
    left_out = [0, 0, 0]
    for out in range(10):
        part = held([c for c in all_changes if fold[c[2]] != out],
                    [c for c in all_changes if fold[c[2]] == out])
        left_out = [a + b for a, b in zip(left_out, part)]
    early = [c for c in all_changes if c[4] <= SPLIT]
    late = [c for c in all_changes if c[3] >= SPLIT]
    by_indicator = [(name, held([c for c in early if c[0] == name], [c for c in late if c[0] == name]))
                    for name in drifting]
    return {"left out": left_out, "later": held(early, late), "by indicator": by_indicator,
            "later, long": held([c for c in early if c[1] >= LONG], [c for c in late if c[1] >= LONG])}


def peers(folder):
    """Coverage of the ranges of peers: every usable figure hidden in turn."""
    countries = {row["iso3"]: row for row in table(folder, "countries")}
    kinds = {row["id"]: row["dimension"] for row in table(folder, "indicators")}
    values = {}
    for row in table(folder, "observations"):
        kind = kinds.get(row["indicator"], "")
        if row["status"] in USABLE and row["iso3"] in countries and (kind in BY_PEERS or kind == "need"):
            values.setdefault(row["indicator"], {})[row["iso3"]] = float(row["value"])

    def groups(iso3, kind):
        place = countries[iso3]
        if not place["subregion"]:
            return []
        if kind == "need":
            return [("subregion", place["subregion"])]
        return [("subregion", place["subregion"], place["income"]),
                ("region", place["region"], place["income"])] if place["income"] else []

    found = []
    for indicator, known in sorted(values.items()):
        members = {}
        for iso3, value in known.items():
            for key in groups(iso3, kinds[indicator]):
                members.setdefault(key, []).append((iso3, value))
        for iso3, value in known.items():
            for key in groups(iso3, kinds[indicator]):
                others = sorted(v for c, v in members[key] if c != iso3)
                if len(others) < PEERS:
                    continue
                low, high = between_peers(others, .1), between_peers(others, .9)
                found.append((indicator, len(others), low <= value <= high,
                              others[0] <= value <= others[-1], kinds[indicator] == "need"))
                break
    return found


def share(rows, place=2):
    return percent(sum(row[place] for row in rows), len(rows))


def run(folder, out):
    """Writes the section and its bars."""
    out.heading("Back-test of ranges")
    seen, tested = drift(folder), peers(folder)

    def met(inside, total):
        return bool(total) and BAR[0] <= 100 * inside / total <= BAR[1]

    inside, total, above = seen["later"]
    out.bar(f"80 % range of drift holds later changes (from {SPLIT} on)", "80 +- 4 %",
            percent(inside, total), met(inside, total))
    out.bar("80 % range of drift, countries left out", "80 +- 4 %",
            percent(*seen["left out"][:2]), met(*seen["left out"][:2]))
    hits = sum(row[2] for row in tested)
    out.bar("80 % range of peers holds the hidden figure", "80 +- 4 %",
            percent(hits, len(tested)), met(hits, len(tested)))
    out.say(f"Drift: the 10th to 90th percentile of changes over as many years, {LEAST} or more seen. "
            f"Countries left out: ten folds. Later: ranges from changes that ended by {SPLIT}, tested on "
            f"changes that began in {SPLIT} or after it; of {LONG} years or more, which is what the model "
            "uses, few series are long enough for both.")
    rows = [("countries left out, all ages", *seen["left out"]), ("later, all ages", *seen["later"]),
            (f"later, {LONG} years or more", *seen["later, long"])]
    rows += [(f"later: {name}", *counts) for name, counts in seen["by indicator"] if counts[1]]
    out.table(["test", "changes", "inside", "above", "below"],
              [[name, f"{count:,}", percent(hit, count), percent(over, count),
                percent(count - hit - over, count)] for name, hit, count, over in rows])
    out.say("Peers: every usable figure is hidden in turn; the range is that of the draws, from the 10th to "
            "the 90th percentile of the peers without it. Last column: the whole range from least to "
            "greatest, which the verdict uses.")
    sizes = [("5 to 8", 5, 8), ("9 to 14", 9, 14), ("15 or more", 15, 999)]
    body = [["all", len(tested), share(tested), share(tested, 3)]]
    for name, low, high in sizes:
        part = [row for row in tested if low <= row[1] <= high]
        body.append([f"{name} peers", len(part), share(part), share(part, 3)])
    for name, is_goal in [("figures of supply", False), ("goal scores", True)]:
        part = [row for row in tested if row[4] == is_goal]
        body.append([name, len(part), share(part), share(part, 3)])
    out.table(["hidden figures", "count", "in the 80 % range", "in the whole range"],
              [[a, f"{b:,}", c, d] for a, b, c, d in body])
    expected = sum((min(.9 * (row[1] + 1), row[1]) - max(.1 * (row[1] + 1), 1)) / (row[1] + 1)
                   for row in tested) / max(len(tested), 1)
    out.say(f"If hidden figures were exchangeable with those of their peers, {number(expected)} of them would "
            "lie in the 80 % range: with 5 to 8 peers a range that is held at the ends is too short.")
