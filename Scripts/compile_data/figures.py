"""observations.csv, series.csv and facts.csv: figures and text-valued facts by country."""
import re

from .tables import clean, editorial, number, read_csv, require, token

FIRST_YEAR = 2005
OLD = 2015  # an observation of a year before this one is history, not today
SIGNAL = {"coverage-2g", "coverage-3g", "coverage-4g"}
NOT_A_NAME = {"Planned/Piloted"}  # status words that stand where a system's name should


def indicator_rows():
    """The indicator table with the input code of each row."""
    return editorial("indicators")


def source_of(indicator, source):
    """ITU's ICT skills come under other terms than its user totals, so they get a source of their own."""
    if source == "itu-datahub-2026-05" and indicator.startswith("skills-"):
        return "itu-datahub-2026-05-skills"
    return source


def status_of(indicator, source, year, yearly):
    """observed, estimated, derived or stale. In a yearly series age alone does not make a point stale."""
    if indicator == "unregistered" or (indicator in SIGNAL and source == "unsd-sdg-2020-10"):
        return "stale"
    if not yearly and year < OLD:
        return "stale"
    if source.startswith("derived-"):
        return "derived"
    if source.endswith("-est") or source == "gapminder-gdp-v32":
        return "estimated"
    if source == "cia-wfb-2026" and indicator.startswith("internet-"):
        return "estimated"
    return "observed"


def compile_observations(folder, countries):
    """The newest value of each country and indicator."""
    wanted = {row["code"]: row["id"] for row in indicator_rows()}
    newest = {}
    for name in ("indicators-access.csv", "indicators-governance.csv"):
        for row in read_csv(folder / name):
            code, published = row["indicator"], 1
            if re.fullmatch(r"sdg_goal_\d\d_est", code):
                code, published = code[:-4], 0  # used only where no published score exists
            if code not in wanted or row["iso3"] not in countries:
                continue
            key, rank = (row["iso3"], wanted[code]), (published, int(row["year"]))
            if key not in newest or rank > newest[key][0]:
                newest[key] = (rank, row)
    order = {row["id"]: n for n, row in enumerate(indicator_rows())}
    result = []
    for (iso3, indicator), (_, row) in newest.items():
        year, source = int(row["year"]), source_of(indicator, row["source"])
        result.append({"iso3": iso3, "indicator": indicator, "year": str(year), "value": number(row["value"]),
                       "status": status_of(indicator, source, year, yearly=False), "source": source})
    return sorted(result, key=lambda row: (row["iso3"], order[row["indicator"]]))


def compile_series(folder, countries):
    """Yearly values since 2005 of the core indicators, one row for each source."""
    core = {row["code"]: row["id"] for row in indicator_rows() if row["core"] == "yes"}
    found, years = set(), {}
    for row in read_csv(folder / "indicators-access-series.csv"):
        require(row["indicator"] in core, f"a series that is not core: {row['indicator']}")
        found.add(row["indicator"])
        year = int(row["year"])
        if row["iso3"] in countries and year >= FIRST_YEAR:
            indicator = core[row["indicator"]]
            key = (row["iso3"], indicator, source_of(indicator, row["source"]))
            require(year not in years.setdefault(key, {}), f"two values for {key} {year}")
            years[key][year] = number(row["value"])
    require(found == set(core), f"core indicators without series: {sorted(set(core) - found)}")
    order = {row["id"]: n for n, row in enumerate(indicator_rows())}
    result = []
    for (iso3, indicator, source), values in years.items():
        first, last = min(values), max(values)
        result.append({"iso3": iso3, "indicator": indicator, "source": source,
                       "status": status_of(indicator, source, last, yearly=True), "first": str(first),
                       "values": ";".join(values.get(y, "") for y in range(first, last + 1))})
    return sorted(result, key=lambda row: (row["iso3"], order[row["indicator"]], row["source"]))


DRIFTING = ["internet-users", "internet-users-women", "internet-users-men", "coverage-3g", "coverage-4g",
            "fixed-broadband", "mobile-subscriptions", "data-price-2gb", "electricity", "electricity-rural",
            "literacy", "literacy-women"]
DRIFT_YEARS, DRIFT_LEAST = 20, 30


def compile_drift(series):
    """How far a figure moves in a number of years: the 10th, 50th and 90th of 100 changes seen over all countries.

    A change is taken within one country and source, between two observed years that far apart; a number of years
    with fewer than 30 changes has no row.
    """
    changes = {}
    for row in series:
        if row["indicator"] not in DRIFTING or row["status"] != "observed":
            continue
        points = [(n, float(v)) for n, v in enumerate(row["values"].split(";")) if v]
        for position, (start, before) in enumerate(points):
            for end, after in points[position + 1:]:
                changes.setdefault((row["indicator"], end - start), []).append(after - before)
    result = []
    for indicator in DRIFTING:
        for years in range(1, DRIFT_YEARS + 1):
            seen = sorted(changes.get((indicator, years), []))
            if len(seen) < DRIFT_LEAST:
                continue
            low, middle, high = (f"{quantile(seen, q):.4f}" for q in (0.1, 0.5, 0.9))
            result.append({"indicator": indicator, "years": str(years), "low": number(low),
                           "median": number(middle), "high": number(high), "count": str(len(seen)),
                           "source": "derived-drift"})
    return result


def quantile(values, share):
    """By linear interpolation between sorted values."""
    place = share * (len(values) - 1)
    below = int(place)
    above = min(below + 1, len(values) - 1)
    return values[below] + (place - below) * (values[above] - values[below])


def compile_facts(folder, countries):
    """Laws, bodies and systems; 'no data' is no row."""
    attributes = {row["code"]: row for row in editorial("attributes")}
    order = {row["id"]: n for n, row in enumerate(attributes.values())}
    result = []
    for row in read_csv(folder / "country-status.csv"):
        attribute = attributes.get(row["attribute"])
        if attribute is None or row["iso3"] not in countries or row["value"] == "no data":
            continue
        if attribute["values"] == "*":
            value = system_name(row["value"])
            if value in NOT_A_NAME:
                continue
        else:
            value = token(row["value"])
            require(value in attribute["values"].split(";"), f"{attribute['id']}: unknown value {value}")
        result.append({"iso3": row["iso3"], "attribute": attribute["id"], "year": row["year"],
                       "value": value, "source": row["source"]})
    return sorted(result, key=lambda row: (row["iso3"], order[row["attribute"]]))


def system_name(value):
    """A system's name with even spacing around separators."""
    text = re.sub(r"\s*,?\s*;\s*", "; ", clean(value))
    text = re.sub(r"\s+,", ",", text)
    return re.sub(r"\s*/\s+|\s+/\s*", " / ", text)
