"""countries.csv: every ISO 3166-1 entry and XKX."""
from .tables import clean, editorial, joined, number, read_csv, require, token

# Where the UN's own short name is preferred to the everyday one (fr, es, ar, ru, zh; pt and hi exist only once).
UN_NAMES = {"PSE", "VAT", "HKG", "MAC", "TUR", "CPV", "TLS"}
INCOME = {"Low income": "low", "Lower middle income": "lower-middle",
          "Upper middle income": "upper-middle", "High income": "high"}
FRAGILE = {"no": "no", "conflict": "conflict", "institutional and social fragility": "institutional-social"}
STATUS = {"ISO 3166-1 entry, see README": "iso-entry", "Antarctic Treaty area": "antarctic-treaty-area"}
KOSOVO_ALIAS = "Kosovo (under UNSCR 1244)"
KOSOVO = {
    "iso3": "XKX", "iso2": "XK", "m49": "", "name": "Kosovo (under S/RES/1244)", "short": "Kosovo",
    "name_fr": "Kosovo", "name_es": "Kosovo", "name_pt": "Kosovo", "name_ar": "كوسوفو", "name_ru": "Косово",
    "name_zh": "科索沃", "name_hi": "कोसोवो", "capital": "Pristina", "latitude": "42.6", "longitude": "20.9",
    "area_km2": "10887", "region": "Europe", "subregion": "Southern Europe", "intermediate": "",
    "un_status": "none", "status": "user-assigned", "administered_by": "", "ldc": "no", "lldc": "no",
    "sids": "no", "landlocked": "yes", "borders": "", "languages": "sq;sr", "aliases": KOSOVO_ALIAS,
}


def compile_countries(folder):
    status = {}
    for row in read_csv(folder / "country-status.csv"):
        if row["attribute"] in ("wb_income_group", "wb_fcs"):
            status[row["iso3"], row["attribute"]] = row["value"]
    notes = {row["iso3"]: row["note"] for row in editorial("country-notes")}
    rows = [country(row) for row in read_csv(folder / "countries.csv")]
    rows.append(dict(KOSOVO))
    known = {row["iso3"] for row in rows}
    require(not set(notes) - known, f"notes for unknown countries: {sorted(set(notes) - known)}")
    for row in rows:
        income = status.get((row["iso3"], "wb_income_group"))
        fragile = status.get((row["iso3"], "wb_fcs"))
        row["income"] = INCOME[income] if income else ""
        row["fragile"] = FRAGILE[fragile] if fragile else ""
        row["note"] = notes.get(row["iso3"], "")
    return sorted(rows, key=lambda row: row["iso3"])


def country(row):
    """One input row in the shape of the output, without income, fragility and note."""
    flag = {"0": "no", "1": "yes"}
    aliases = [a for a in row["aliases"].split(";") if a and a != KOSOVO_ALIAS]
    result = {
        "iso3": row["iso3"], "iso2": row["iso2"], "m49": row["m49"], "name": row["name"],
        "short": row["name_short"],
        "capital": joined(c.replace("(see note)", "") for c in row["capital"].split(";")),
        "latitude": number(row["latitude"]), "longitude": number(row["longitude"]),
        "area_km2": number(row["area_km2"]), "region": row["region"], "subregion": row["subregion"],
        "intermediate": row["intermediate_region"], "un_status": token(row["un_status"]),
        "status": STATUS.get(row["status"]) or token(row["status"]), "administered_by": row["administered_by"],
        "ldc": flag[row["ldc"]], "lldc": flag[row["lldc"]], "sids": flag[row["sids"]],
        "landlocked": flag[row["landlocked"]], "borders": row["borders"], "languages": row["languages"],
        "aliases": joined(aliases),
    }
    for language in ("fr", "es", "pt", "ar", "ru", "zh", "hi"):
        everyday = clean(row[f"name_{language}"])
        official = clean(row.get(f"un_name_{language}", ""))
        result[f"name_{language}"] = official if row["iso3"] in UN_NAMES and official else everyday
    return result
