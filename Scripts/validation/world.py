"""The tables of the data folder that the tests read, and precedent worked out anew."""

import csv
import hashlib
import math

USABLE = {"observed", "estimated", "derived"}
ALIKE = ["internet-users", "literacy", "electricity", "mobile-subscriptions", "human-capital",
         "e-government", "cybersecurity", "rule-of-law", "voice", "rural-population"]
ALIKE += [f"sdg-goal-{goal:02}" for goal in range(1, 18)]


def table(folder, name):
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


class World:
    def __init__(self, folder):
        self.folder = folder
        self.dataset = {row["key"]: row["value"] for row in table(folder, "dataset")}
        self.countries = {row["iso3"]: row for row in table(folder, "countries")}
        self.members = [c for c, row in self.countries.items() if row["un_status"] == "member"]
        self.goods = {row["id"]: row for row in table(folder, "goods")}
        self.listed = [g for g, row in self.goods.items() if row["status"] == "listed"]
        self.demand = {row["good"]: row for row in table(folder, "goods-demand")}
        self.declared = {row["good"]: row for row in table(folder, "goods-declared")}
        self.facts = {(row["iso3"], row["attribute"]): row["value"]
                      for row in table(folder, "facts")}
        self.observations = {
            (row["iso3"], row["indicator"]): float(row["value"])
            for row in table(folder, "observations") if row["status"] in USABLE}
        self.deployments = table(folder, "deployments")
        self.recorded = {(r["iso3"], r["good"]) for r in self.deployments
                         if "yes" in (r["in_2026"], r["in_2024"])}
        self.early = {(r["iso3"], r["good"]) for r in self.deployments if r["in_2024"] == "yes"}
        self.late = {(r["iso3"], r["good"]) for r in self.deployments
                     if r["in_2026"] == "yes" and r["in_2024"] == "no"}
        self.late_any = {(r["iso3"], r["good"]) for r in self.deployments
                         if r["in_2026"] == "yes" and r["in_2024"] != "yes"}

    def digest(self):
        """First 16 digits of the SHA-256 over all tables of the folder, by name."""
        whole = hashlib.sha256()
        for path in sorted(self.folder.glob("*.csv")):
            whole.update(path.name.encode() + b"\0" + path.read_bytes())
        return whole.hexdigest()[:16]

    def sensitivity(self, good):
        row = self.demand[good]
        return max(int(row["data_sensitivity"]), int(row["declared_sensitivity"] or 0))

    def holds_persons(self, good):
        """Personal data by the applicant's word or by our own reading."""
        return (self.declared[good]["collects_personal_data"] == "yes"
                or int(self.demand[good]["data_sensitivity"]) >= 2)


class Precedent:
    """Recorded use in other countries, weighted by likeness; a country never counts for itself."""

    def __init__(self, world):
        self.world = world
        scores = {c: {} for c in world.countries}
        for name in ALIKE:
            known = {c: world.observations[c, name] for c in world.countries
                     if (c, name) in world.observations}
            middle = sum(known.values()) / len(known)
            spread = math.sqrt(sum((v - middle) ** 2 for v in known.values()) / len(known))
            for country, value in known.items():
                scores[country][name] = (value - middle) / spread
        languages = {c: set(filter(None, row["languages"].split(";")))
                     for c, row in world.countries.items()}
        self.parts = {}
        names = list(world.countries)
        for position, one in enumerate(names):
            for two in names[position + 1:]:
                shared = scores[one].keys() & scores[two].keys()
                near = 0.0
                if len(shared) >= 5:
                    square = sum((scores[one][n] - scores[two][n]) ** 2 for n in sorted(shared))
                    near = math.exp(-square / len(shared) / 2)
                subregion = world.countries[one]["subregion"]
                same = bool(subregion) and subregion == world.countries[two]["subregion"]
                self.parts[one, two] = self.parts[two, one] = (
                    near, 1.0 if same else 0.0, 0.5 if languages[one] & languages[two] else 0.0)

    def table(self, users, countries, goods, weights=(1, 1, 1)):
        """`table[country][good]` = (1/2 + sum of likeness over users) / (5 + sum over all)."""
        by_good = {g: [] for g in goods}
        for country, good in sorted(users):
            if good in by_good:
                by_good[good].append(country)
        result = {}
        for one in countries:
            row = {two: sum(w * p for w, p in zip(weights, self.parts[one, two]))
                   for two in self.world.countries if two != one}
            total = 5 + sum(row.values())
            result[one] = {g: (0.5 + sum(row.get(c, 0.0) for c in by_good[g])) / total
                           for g in goods}
        return result
