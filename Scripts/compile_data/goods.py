"""goods.csv and the tables about goods."""
from .tables import address, clean, editorial, joined, read_json, require, yes_no

DECLARED = {
    "collects_personal_data": "collectsPII", "stores_personal_data": "storesPII",
    "shares_with_third_parties": "thirdPartySharing", "security_measures_described": "securityMeasuresDescribed",
    "collects_content": "collectsContent", "stores_content": "storesContent",
    "distributes_content": "distributesContent", "content_policy": "contentPolicyStated",
    "users_interact": "userInteraction", "harassment_policy": "harassmentPolicyStated",
    "inappropriate_content_risk": "inappropriateContentRisk2024", "content_filter": "contentFilter2024",
    "underage_addressed": "underageUsersAddressed2024", "privacy_compliance_stated": "privacyComplianceStated",
    "closed_dependencies": "mandatoryClosedDependencies", "open_alternatives": "openAlternativesStated",
    "platform_independent": "platformIndependent", "uses_non_personal_data": "usesNonPII",
    "extractable": "extractableNonPII", "collected_personal_data_2024": "collectsPII2024",
}
SENSITIVITY = {kind: level for level, kinds in {
    4: "biometric",
    3: "health financial child location national-id ethnicity-belief disability",
    2: "name contact address birth-age gender photo education employment family-household audio-video-message",
    1: "account device-network usage",
}.items() for kind in kinds.split()}
# Names of persons in the registry's lists of organisations are left out.
ORGANISATION_NAMES = {
    "CodiPlay founder (Zhanadil Taldybayev)": "CodiPlay",
    "Drupal Association, 501c3 and Dries Buytaert, Drupal Founder": "Drupal Association",
    "Epiverse-TRACE; Pratik Gupte": "Epiverse-TRACE",
    "Frank Verbeke and Commercial Edition by Post-Factum BV": "Post-Factum BV",
    "Jose Ramon Vazquez-Canteli, Kingsley Nweye, Zoltan Nagy": "Individual authors",
    'Public fund "Tandau Foundation': "Public fund Tandau Foundation",
}


def read_goods(folder):
    goods = sorted(read_json(folder / "dpgs.json"), key=lambda good: good["id"])
    require(len({good["id"] for good in goods}) == len(goods), "a good appears twice")
    return goods


def source_of(good):
    return "dpga-registry-2026" if good["provenance"].get("website") else "dpga-candidates-2024"


def good_row(good):
    curated = good["curated"]
    aliases = [part.strip() for alias in good["aliases"] for part in alias.split(";")]
    return {
        "id": good["id"], "name": good["name"], "aliases": joined(aliases), "status": good["status"],
        "superseded_by": good["supersededBy"], "types": joined(good["types"]), "sector": curated["sector"],
        "sectors": joined(curated["sectors"]), "what": curated["whatItDoes"], "sdgs": joined(good["sdgs"]),
        "licences": joined(good["licences"]), "non_commercial": yes_no(good["nonCommercialLicence"]),
        "india_origin": yes_no(curated["indiaOrigin"]), "first_seen": good["firstSeenInRegistry"],
        "last_seen": good["lastSeenInRegistry"], "registry_id": good["dpgid"],
        "record_2024": good["record2024Date"], "website": address(good["website"]),
        "licence_url": address(good["licenceURL"]), "repositories": joined(good["repositories"]),
        "documentation": joined(good["documentationURLs"]), "privacy_pages": joined(good["privacyURLs"]),
        "privacy_laws": joined(good["privacyLaws"]), "standards": joined(good["standards"]),
        "best_practices": joined(good["bestPractices"]), "export_formats": joined(good["exportFormats"]),
        "personal_data_types": joined(good["piiTypes"]), "un_agencies": joined(good["unAgencyDeployers"]),
        "development_countries": joined(sorted(good["developmentCountries"] or [])), "source": source_of(good),
    }


def declared_row(good):
    row = {column: yes_no(good[key]) for column, key in DECLARED.items()}
    row["good"], row["source"] = good["id"], source_of(good)
    row["personal_data_types_known"] = yes_no(good["piiTypesKnown"]) if good["collectsPII"] else ""
    row["deployment_claim"] = good["deploymentClaim"]
    row["deployment_record"] = good["countriesRecord"] if good["deploymentCountries"] else ""
    return row


def declared_sensitivity(good):
    """0 where no personal data is collected; else the highest declared type; empty (ask) where none is known."""
    if not good["collectsPII"]:
        return "0"
    levels = [SENSITIVITY[kind] for kind in good["piiTypes"] or []]
    return str(max(levels)) if levels else ""


def demand_row(good):
    curated = good["curated"]
    return {
        "good": good["id"], "confidence": curated["confidence"], "operator": curated["operator"],
        "channels": joined(curated["deliveryChannels"]), "connectivity": curated["connectivityNeed"],
        "literacy": curated["literacyNeed"], "device": curated["deviceNeed"], "power": curated["powerNeed"],
        "data_sensitivity": curated["dataSensitivity"], "declared_sensitivity": declared_sensitivity(good),
        "institutional": curated["institutionalNeed"],
        "declaration_doubt": yes_no(curated["piiDeclarationDoubt"]), "steward": steward(good),
        "source": "atlas-curated",
    }


def steward(good):
    """Kind of the owners and maintainers by name (editorial/stewards.csv); any named body decides."""
    kinds = {row["name"]: row["kind"] for row in editorial("stewards")}
    found = {kinds.get(row["name"]) for row in organisation_rows(good) if row["role"] in ("owner", "maintainer")}
    return next((kind for kind in ("united-nations", "government") if kind in found), "other")


def organisation_rows(good):
    rows = {}
    for entry in good["organisations"]:
        name = clean(ORGANISATION_NAMES.get(entry["name"], entry["name"]))
        website = address(entry["website"])
        key = (name, entry["role"], str(entry["record"]))
        if key not in rows or not rows[key]["website"]:
            rows[key] = {"good": good["id"], "name": name, "role": entry["role"], "website": website,
                         "record": str(entry["record"])}
    return [rows[key] for key in sorted(rows, key=lambda k: (k[2] != "2026", k[1], k[0]))]


def deployment_rows(good, countries):
    """Countries of either record's list, and those named in the free text on government use."""
    current = good["deploymentCountries"] if good["countriesRecord"] == 2026 else None
    older = good["deploymentCountries2024"]
    if good["countriesRecord"] == 2024:
        older = good["deploymentCountries"]
    government = set(good["governmentDeploymentCountries"] or [])
    rows = []
    for iso3 in sorted(set(current or []) | set(older or []) | government):
        require(iso3 in countries, f"{good['id']}: unknown country {iso3}")
        in_2026 = yes_no(iso3 in current) if current else ""
        in_2024 = yes_no(iso3 in older) if older else ""
        if in_2026 == "yes" or (in_2024 != "yes" and source_of(good) == "dpga-registry-2026"):
            source = "dpga-registry-2026"
        else:
            source = "dpga-candidates-2024"
        rows.append({"good": good["id"], "iso3": iso3, "in_2026": in_2026, "in_2024": in_2024,
                     "government": "yes" if iso3 in government else "", "source": source})
    return rows
