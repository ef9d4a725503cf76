"""Row counts and single values that were read from the sources' spot tables by eye."""

SIGNAL = {"coverage-2g", "coverage-3g", "coverage-4g"}
RESTRICTED = SIGNAL | {"coverage-5g", "mobile-connectivity", "cybersecurity", "cyber-capacity", "data-price-2gb",
                       "data-price-5gb", "broadband-price", "skills-information"}
ROWS = {"goods": 307, "goods-declared": 307, "goods-demand": 307, "countries": 250, "indicators": 77,
        "attributes": 69, "measures": 40, "blocks": 27, "block-links": 38, "phases": 5, "gates": 30, "rules": 53,
        "standard": 12, "reference-systems": 11, "agreements": 131}
COUNTRIES = "IND KEN PER UGA URY KAZ TUV WSM SSD EST".split()
# value'year, in the order of COUNTRIES; "-" = no row.
VALUES = {
    "internet-users": "70'25 35'24 82'24 8.9'24 92'24 93.4'24 74'23 58'23 6.7'19 92.2'24",
    "internet-parity": "0.79'24 0.85'24 0.96'24 0.72'24 1.01'24 0.98'23 - - - 1.01'24",
    "coverage-4g": "99'23 98'23 88'23 85'23 99'23 89.1'23 0'17 98'23 55'23 99'23",
    "mobile-subscriptions": "79.4'24 126.5'24 124.6'24 83.2'24 145.5'24 127.1'23 98.9'22 62.4'22 46.6'23 151.1'24",
    "fixed-broadband": "3.2'24 3'24 11.7'24 0.2'24 33'24 15.3'24 4.5'22 0.9'22 0'23 35.4'24",
    "data-price-5gb": "0.9'25 4.1'25 1.1'25 6.1'25 0.8'25 1.2'25 2'25 4.7'25 24.2'25 0.3'25",
    "electricity": "99.9'24 77'24 96.5'24 55.3'24 100'24 100'24 100'24 100'24 5.4'24 100'24",
    "electricity-rural": "99.3'22 65.6'22 85.1'22 35.9'22 100'22 100'22 99.1'22 97.9'22 1.7'22 100'22",
    "literacy": "81.7'23 82.9'22 93.7'24 79.1'21 98.9'24 99.8'20 100'22 98'19 34.5'18 99.9'21",
    "literacy-women": "74.9'23 80.3'22 90.7'24 73.9'21 99.2'24 99.8'20 100'22 97.7'19 28.9'18 99.9'21",
    "mean-schooling": "6.6'22 7.7'22 10'22 6.2'22 9.1'22 12.4'22 10.6'22 11.4'22 5.7'22 13.5'22",
    "rural-population": "64.6'24 68.1'24 14.8'24 68.7'24 4.4'24 37.9'24 35.3'24 82.5'24 78.6'24 29.3'24",
    "accounts": "89'24 90.1'24 59.3'24 72.8'24 73.7'24 87'24 - - 5.8'21 98.9'24",
    "gdp-per-person": "9818'24 5845.2'24 15661.7'24 2879.7'24 32038.8'24 35974'24 5812.4'23 7686.2'24 750.3'24 "
                      "41189.7'24",
    "population": "1450935791'24 56432944'24 34217848'24 50015092'24 3386588'24 20592571'24 9646'24 218019'24 "
                  "11943408'24 1371986'24",
}
# Countries and territories with a figure, as the sources' tables count them.
COUNTS = {"internet-users": 238, "electricity-rural": 212, "literacy": 168, "coverage-4g": 220, "accounts": 162,
          "population": 241, "cybersecurity": 194, "e-government": 193, "government-effectiveness": 213,
          "internet-shutdowns": 83, "crisis-risk": 191, "birth-registration": 180, "unregistered": 151}
GOODS = {"listed": 245, "delisted": 55, "superseded": 7}
FLAGS = {"ldc": 44, "lldc": 32, "sids": 53}


def check_spots(tables):
    problems = [f"{name}: {len(tables[name])} rows, expected {n}" for name, n in ROWS.items() if len(tables[name]) != n]
    core = {row["id"] for row in tables["indicators"] if row["core"] == "yes"}
    if len(core) != 30 or core != {row["indicator"] for row in tables["series"]}:
        problems.append("indicators: the core is not the 30 indicators with series")
    seen = {(r["iso3"], r["indicator"]): (r["value"], r["year"]) for r in tables["observations"]}
    for indicator, line in VALUES.items():
        for iso3, text in zip(COUNTRIES, line.split(), strict=True):
            problems += spot(indicator, iso3, text, seen.get((iso3, indicator)))
    for indicator, expected in COUNTS.items():
        count = sum(r["indicator"] == indicator for r in tables["observations"])
        if count != expected:
            problems.append(f"observations: {indicator} has {count} places, expected {expected}")
    for status, expected in GOODS.items():
        count = sum(r["status"] == status for r in tables["goods"])
        if count != expected:
            problems.append(f"goods: {count} are {status}, expected {expected}")
    for flag, expected in FLAGS.items():
        count = sum(r[flag] == "yes" for r in tables["countries"])
        if count != expected:
            problems.append(f"countries: {count} are {flag}, expected {expected}")
    for iso3, expected in (("CAN", "2020"), ("SLV", "2020"), ("PLW", None)):
        if seen.get((iso3, "cybersecurity"), (None, None))[1] != expected:
            problems.append(f"observations: cybersecurity of {iso3} should be of {expected}")
    return problems


def spot(indicator, iso3, text, found):
    if text == "-":
        return [f"{indicator} {iso3}: {found}, expected none"] if found else []
    value, year = text.split("'")
    if not found or found[1] != f"20{year}" or abs(float(found[0]) - float(value)) > 0.0501:
        return [f"{indicator} {iso3}: {found}, expected {value} of 20{year}"]
    return []
