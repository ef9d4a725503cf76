"""Checks of the finished tables. They read the output only, so they also work without the input."""
import csv
import re
import unicodedata

from . import spots
from .layout import COLUMNS, KEYS, VOCABULARY
from .worldmap import check_map

# '@' may stand in these names only; nothing may look like an e-mail address.
AT_ALLOWED = ("HCW@Home", "HealthCare Worker @Home", "Cl@ve")
LISTS = {
    "series": ["values"], "countries": ["capital", "borders", "languages", "aliases"], "attributes": ["values"],
    "goods": ["aliases", "types", "sectors", "sdgs", "licences", "repositories", "documentation", "privacy_pages",
              "privacy_laws", "standards", "best_practices", "export_formats", "personal_data_types",
              "un_agencies", "development_countries"],
    "goods-demand": ["channels"], "blocks": ["examples"], "phases": ["also_called"],
}
CHANNELS = {"offline", "sms-ussd", "feature-phone", "smartphone", "web", "assisted-agent", "back-office"}
ADDRESSES = {"sources": "address", "goods": "website", "organisations": "website", "measures": "source_address",
             "blocks": "source_address", "gates": "source_address", "rules": "source_address",
             "reference-systems": "source_address", "agreements": "source_address"}
# Columns that point to another table: (table, column) -> table whose first column holds the id; "" = may be empty.
REFERENCES = [
    ("observations", "iso3", "countries"), ("observations", "indicator", "indicators"),
    ("observations", "source", "sources"), ("series", "iso3", "countries"), ("series", "indicator", "indicators"),
    ("series", "source", "sources"), ("countries", "administered_by", "countries"),
    ("countries", "borders", "countries"), ("facts", "iso3", "countries"), ("facts", "attribute", "attributes"),
    ("facts", "source", "sources"), ("goods", "superseded_by", "goods"), ("goods", "source", "sources"),
    ("goods", "development_countries", "countries"), ("goods-declared", "good", "goods"),
    ("goods-declared", "source", "sources"), ("goods-demand", "good", "goods"),
    ("goods-demand", "source", "sources"), ("organisations", "good", "goods"), ("deployments", "good", "goods"),
    ("deployments", "iso3", "countries"), ("deployments", "source", "sources"), ("measures", "phase", "phases"),
    ("measure-effects", "measure", "measures"), ("drift", "indicator", "indicators"), ("drift", "source", "sources"),
    ("block-links", "block", "blocks"), ("block-links", "needs", "blocks"), ("gates", "phase", "phases"),
    ("reference-links", "system", "reference-systems"), ("reference-links", "good", "goods"),
    ("agreements", "iso3", "countries"), ("agreements", "system", "reference-systems"),
    ("agreements", "good", "goods"),
]
UNUSED_COLUMNS_SOURCES = {"wb-country-api", "wb-income-fy26", "wb-fcs-fy26", "country-codes", "cldr", "natural-earth"}


def check(folder):
    """A list of problems, empty when the tables are sound."""
    problems, tables = [], {}
    for name, columns in COLUMNS.items():
        tables[name] = read(folder, name, columns, problems)
    for rule in (keys, references, vocabulary, lists, addresses, ranges, statuses, consistency, spots.check_spots):
        problems += rule(tables)
    return problems + check_map(folder)


def read(folder, name, columns, problems):
    data = (folder / f"{name}.csv").read_bytes()
    text = data.decode("utf-8")
    if data.startswith(b"\xef\xbb\xbf") or "\r" in text or not text.endswith("\n"):
        problems.append(f"{name}: byte order mark, carriage return or no newline at the end")
    if unicodedata.normalize("NFC", text) != text:
        problems.append(f"{name}: not NFC")
    if any(unicodedata.category(c) == "Cc" and c != "\n" for c in text):
        problems.append(f"{name}: control characters")
    for allowed in AT_ALLOWED:
        text = text.replace(allowed, "")
    if "@" in text or "mailto:" in text:
        problems.append(f"{name}: an at sign outside the allowed names")
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as handle:
        lines = list(csv.reader(handle))
    if lines[0] != columns:
        problems.append(f"{name}: columns differ: {lines[0]}")
        return []
    for line in lines[1:]:
        if len(line) != len(columns) or any("\n" in f or f != f.strip() for f in line):
            problems.append(f"{name}: malformed row {line[:3]}")
    return [dict(zip(columns, line)) for line in lines[1:]]


def keys(tables):
    problems = []
    for name, rows in tables.items():
        seen = set()
        for row in rows:
            key = tuple(row[c] for c in KEYS.get(name, ["id"]))
            if key in seen:
                problems.append(f"{name}: {key} appears twice")
            seen.add(key)
    return problems


def references(tables):
    ids = {name: {next(iter(row.values())) for row in rows} for name, rows in tables.items()}
    problems = [f"{name}: {column} {value} is not in {target}"
                for name, column, target in REFERENCES for row in tables[name]
                for value in row[column].split(";") if value and value not in ids[target]]
    used = {row["source"] for name, column, target in REFERENCES if target == "sources" for row in tables[name]}
    idle = ids["sources"] - used - UNUSED_COLUMNS_SOURCES
    return problems + [f"sources: {source} is used nowhere" for source in sorted(idle)]


def vocabulary(tables):
    problems = [f"{name}: {column} holds {row[column]!r}" for (name, column), words in VOCABULARY.items()
                for row in tables[name] if row[column] not in words]
    allowed = {row["id"]: row["values"].split(";") for row in tables["attributes"]}
    for row in tables["facts"]:
        words = allowed.get(row["attribute"], ["*"])
        if words != ["*"] and row["value"] not in words:
            problems.append(f"facts: {row['attribute']} holds {row['value']!r}")
    problems += [f"goods-demand: unknown channel in {row['good']}" for row in tables["goods-demand"]
                 if not row["channels"] or not set(row["channels"].split(";")) <= CHANNELS]
    return problems


def lists(tables):
    problems = []
    for name, columns in LISTS.items():
        for row in tables[name]:
            for column in columns:
                items = row[column].split(";") if row[column] else []
                gaps = name == "series"
                if any(i != i.strip() or (not i and not gaps) for i in items):
                    problems.append(f"{name}: malformed list {column}: {row[column]!r}")
                elif not gaps and len(set(items)) != len(items):
                    problems.append(f"{name}: repeated item in {column}: {row[column]!r}")
                elif gaps and not (items and items[0] and items[-1]):
                    problems.append(f"series: gap at an end: {row['iso3']} {row['indicator']}")
    return problems


def addresses(tables):
    problems = [f"{name}: not a web address: {row[column]!r}" for name, column in ADDRESSES.items()
                for row in tables[name] if row[column] and not re.fullmatch(r"https?://[^\s,;]+\.[^\s;]+", row[column])]
    return problems + [f"goods: not a web address in {row['id']}: {a!r}" for row in tables["goods"]
                       for c in ("licence_url", "repositories", "documentation", "privacy_pages")
                       for a in row[c].split(";") if a and not re.fullmatch(r"https?://\S+", a)]


def ranges(tables):
    limits = {row["id"]: (row["min"], row["max"]) for row in tables["indicators"]}
    problems = []
    values = [(r["indicator"], r["iso3"], r["value"]) for r in tables["observations"]]
    values += [(r["indicator"], r["iso3"], v) for r in tables["series"] for v in r["values"].split(";") if v]
    for indicator, iso3, value in values:
        low, high = limits.get(indicator, ("", ""))
        if not re.fullmatch(r"-?\d+(\.\d+)?", value) or (low and float(value) < float(low)) \
                or (high and float(value) > float(high)):
            problems.append(f"{indicator} {iso3}: value {value!r} out of range")
    for row in tables["countries"]:
        if not (-90 <= float(row["latitude"]) <= 90 and -180 <= float(row["longitude"]) <= 180):
            problems.append(f"countries: position of {row['iso3']}")
    problems += [f"indicators: short name too long: {r['short']}" for r in tables["indicators"] if len(r["short"]) > 18]
    years = [r["year"] for name in ("observations", "facts") for r in tables[name]]
    return problems + [f"impossible year {y}" for y in set(years) if not 1970 <= int(y) <= 2026]


def statuses(tables):
    """A stale, estimated or derived value must never be marked observed."""
    problems = []
    for row in tables["observations"]:
        expected = "observed"
        if row["source"].endswith("-est") or row["source"] == "gapminder-gdp-v32" or \
                (row["source"] == "cia-wfb-2026" and row["indicator"] == "internet-users"):
            expected = "estimated"
        if row["source"].startswith("derived-"):
            expected = "derived"
        if int(row["year"]) < 2015 or row["indicator"] == "unregistered" or \
                (row["source"] == "unsd-sdg-2020-10" and row["indicator"] in spots.SIGNAL):
            expected = "stale"
        if row["status"] != expected:
            problems.append(f"observations: {row['iso3']} {row['indicator']} is {row['status']}, not {expected}")
    terms = {row["id"]: row["reuse"] for row in tables["sources"]}
    for row in tables["observations"]:
        if row["indicator"] in spots.RESTRICTED and row["source"] != "unsd-sdg-2020-10" \
                and terms.get(row["source"]) != "restricted":
            problems.append(f"observations: {row['indicator']} from {row['source']} is not marked restricted")
    return problems


def consistency(tables):
    """A core observation must equal the point of its year in the series of its source, where that series has one
    (a fallback for the newest year may have none); borders go both ways; no name belongs to two countries."""
    points = {}
    for row in tables["series"]:
        for n, value in enumerate(row["values"].split(";")):
            points[row["iso3"], row["indicator"], row["source"], int(row["first"]) + n] = value
    core = {row["id"] for row in tables["indicators"] if row["core"] == "yes"}
    problems = [f"series: {row['iso3']} {row['indicator']} {row['year']} differs from the observation"
                for row in tables["observations"] if row["indicator"] in core
                and points.get((row["iso3"], row["indicator"], row["source"], int(row["year"])), row["value"])
                != row["value"]]
    neighbours = {row["iso3"]: set(filter(None, row["borders"].split(";"))) for row in tables["countries"]}
    problems += [f"countries: border {a}-{b} is one-sided" for a in neighbours for b in neighbours[a]
                 if a not in neighbours.get(b, ())]
    names = [n for row in tables["countries"]
             for n in {row["name"], row["short"], *filter(None, row["aliases"].split(";"))}]
    problems += [f"countries: {n!r} names two rows" for n in sorted({n for n in names if names.count(n) > 1})]
    return problems
