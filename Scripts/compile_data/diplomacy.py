"""agreements.csv: instruments and uses abroad of Indian systems and goods of Indian origin."""
from .tables import clean, read_csv, require

SYSTEMS = {"upi", "india-stack", "cowin"}
# How the rows whose instrument is "other" or an adoption are read: (country, subject) -> kind, standing.
READINGS = {
    ("BTN", "credebl"): ("adoption", "in-use"),
    ("CYP", "upi"): ("not-live", "announced"),
    ("LKA", "sl-udi"): ("grant", "signed"),
    ("MDV", "upi"): ("not-live", "signed"),
    ("NAM", "upi"): ("licence", "signed"),
    ("NGA", "mosip"): ("not-live", "announced"),
    ("OMN", "upi"): ("not-live", "signed"),
    ("PER", "upi"): ("licence", "signed"),
    ("SAU", "india-stack"): ("memorandum", "signed"),
    ("TTO", "upi"): ("licence", "signed"),
    ("BFA", "mosip"): ("pilot", "signed"),
    ("ETH", "mosip"): ("adoption", "in-use"),
    ("GIN", "mosip"): ("adoption", "recorded"),
    ("LKA", "mosip"): ("adoption", "recorded"),
    ("MAR", "mosip"): ("adoption", "in-use"),
    ("MDG", "mosip"): ("adoption", "announced"),
    ("NER", "mosip"): ("adoption", "recorded"),
    ("PHL", "mosip"): ("adoption", "in-use"),
    ("SLE", "mosip"): ("pilot", "signed"),
    ("TGO", "mosip"): ("adoption", "recorded"),
    ("UGA", "mosip"): ("adoption", "recorded"),
}
# Kenya's memorandum of 5 December 2023 still runs in November 2026; the other three-year ones of 2023 have ended
# or, where the day is not known, may have.
STILL_RUNNING = {"KEN"}
EXTRA_NOTES = {
    ("LKA", "sl-udi"): "; shown under Aadhaar because the function is the same, not as a transfer of Aadhaar",
    ("SAU", "india-stack"): "; recorded without a system, term not known",
    ("OMN", "upi"): "; shown as not live",
}


def compile_agreements(folder, goods, systems):
    rows = [agreement(row, goods) for row in read_csv(folder / "india-digital-diplomacy.csv")]
    for row in rows:
        require(not row["system"] or row["system"] in systems, f"unknown system {row['system']}")
    return sorted(rows, key=lambda r: (r["iso3"], r["system"], r["good"], r["kind"], r["year"]))


def agreement(row, goods):
    iso3, subject = row["iso3"], row["good_id"]
    system, good = "", ""
    if subject in SYSTEMS:
        system = subject
    elif subject == "sl-udi":
        system = "aadhaar"
    else:
        require(subject in goods, f"unknown subject {subject}")
        good = subject
    if (iso3, subject) == ("SAU", "india-stack"):
        system = ""
    kind, standing = reading(row)
    note = clean(row["note"]) + EXTRA_NOTES.get((iso3, subject), "")
    if standing == "may-have-lapsed" and "three-year" not in note:
        note += "; memoranda of that year ran for three years"
    return {"iso3": iso3, "system": system, "good": good, "kind": kind, "year": row["year"],
            "standing": standing, "note": note, "source_address": row["source"]}


def reading(row):
    """Kind and standing of one input row. An expression of interest is never an adoption."""
    iso3, subject, instrument = row["iso3"], row["good_id"], row["instrument"]
    if row["note"].startswith("Registry lists a deployment"):
        return "registry-deployment", "recorded"
    if instrument == "cowin-offer":
        return "interest", "interest-only"
    if instrument == "upi-acceptance":
        return "acceptance", "in-use"
    if instrument == "mou-india-stack":
        lapsed = row["year"] == "2023" and iso3 not in STILL_RUNNING
        return "memorandum", "may-have-lapsed" if lapsed else "signed"
    require((iso3, subject) in READINGS, f"no reading for {iso3} {subject} {instrument}")
    return READINGS[iso3, subject]
