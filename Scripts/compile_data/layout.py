"""The columns of every output table, in order, and what makes a row unique."""

COLUMNS = {name: text.split(",") for name, text in {
    "dataset": "key,value",
    "sources": "id,publisher,title,vintage,retrieved,address,terms,reuse,copy,note",
    "indicators": "id,name,short,unit,min,max,direction,dimension,core,series,publisher,note",
    "observations": "iso3,indicator,year,value,status,source",
    "series": "iso3,indicator,source,status,first,values",
    "countries": "iso3,iso2,m49,name,short,name_fr,name_es,name_pt,name_ar,name_ru,name_zh,name_hi,capital,"
                 "latitude,longitude,area_km2,region,subregion,intermediate,un_status,status,administered_by,"
                 "income,ldc,lldc,sids,fragile,landlocked,borders,languages,aliases,note",
    "attributes": "id,name,values,dimension,meaning",
    "facts": "iso3,attribute,year,value,source",
    "goods": "id,name,aliases,status,superseded_by,types,sector,sectors,what,sdgs,licences,non_commercial,"
             "india_origin,first_seen,last_seen,registry_id,record_2024,website,licence_url,repositories,"
             "documentation,privacy_pages,privacy_laws,standards,best_practices,export_formats,"
             "personal_data_types,un_agencies,development_countries,source",
    "goods-declared": "good,collects_personal_data,stores_personal_data,shares_with_third_parties,"
                      "personal_data_types_known,security_measures_described,collects_content,stores_content,"
                      "distributes_content,content_policy,users_interact,harassment_policy,"
                      "inappropriate_content_risk,content_filter,underage_addressed,privacy_compliance_stated,"
                      "closed_dependencies,open_alternatives,platform_independent,uses_non_personal_data,"
                      "extractable,collected_personal_data_2024,deployment_claim,deployment_record,source",
    "goods-demand": "good,confidence,operator,channels,connectivity,literacy,device,power,data_sensitivity,"
                    "declared_sensitivity,institutional,declaration_doubt,steward,source",
    "organisations": "good,name,role,website,record",
    "deployments": "good,iso3,in_2026,in_2024,government,source",
    "measures": "id,risk,title,action,from_severity,effort,owner,phase,trigger,source_address",
    "measure-effects": "measure,flag,factor,steps,precondition,basis,why",
    "drift": "indicator,years,low,median,high,count,source",
    "blocks": "id,name,tier,role,examples,source_address",
    "block-links": "block,needs,kind,why,basis,source_address",
    "phases": "id,order,name,also_called,goal,duration,duration_basis",
    "gates": "id,phase,criterion,evidence,basis,source_address",
    "rules": "id,topic,statement,value,low,high,unit,basis,derivation,caveat,year,source_address",
    "standard": "no,name,meaning,source_address",
    "reference-systems": "id,name,what,function,registered_good,registered_note,since,source_address",
    "reference-links": "system,good,relation,note",
    "agreements": "iso3,system,good,kind,year,standing,note,source_address",
}.items()}

KEYS = {
    "dataset": ["key"], "observations": ["iso3", "indicator"], "series": ["iso3", "indicator", "source"],
    "countries": ["iso3"], "facts": ["iso3", "attribute"], "goods-declared": ["good"], "goods-demand": ["good"],
    "organisations": ["good", "name", "role", "record"], "deployments": ["good", "iso3"],
    "measure-effects": ["measure", "flag", "factor"], "drift": ["indicator", "years"],
    "block-links": ["block", "needs"], "standard": ["no"], "reference-links": ["system", "good"],
    "agreements": ["iso3", "system", "good", "kind", "year"],
}

# Columns that must hold one of a few words ("" where unknown is allowed).
YES_NO, MAYBE = {"yes", "no"}, {"yes", "no", ""}
LEVELS = set("01234")
VOCABULARY = {
    ("sources", "reuse"): {"open", "attribution", "share-alike", "restricted"},
    ("indicators", "direction"): {"higher-better", "higher-worse", "neutral"},
    ("indicators", "core"): YES_NO,
    ("observations", "status"): {"observed", "estimated", "derived", "stale"},
    ("series", "status"): {"observed", "estimated", "derived", "stale"},
    ("countries", "income"): {"low", "lower-middle", "upper-middle", "high", ""},
    ("countries", "fragile"): {"no", "conflict", "institutional-social", ""},
    ("countries", "un_status"): {"member", "observer", "specialized-agencies-only", "none"},
    ("goods", "status"): {"listed", "delisted", "superseded"},
    ("goods", "non_commercial"): YES_NO, ("goods", "india_origin"): YES_NO,
    ("goods-declared", "deployment_claim"): {"few", "several", "many", "global", ""},
    ("goods-declared", "deployment_record"): {"2026", "2024", ""},
    ("goods-demand", "operator"): {"citizens", "frontline-staff", "officials", "developers"},
    ("goods-demand", "confidence"): {"high", "medium", "low"},
    ("goods-demand", "declared_sensitivity"): LEVELS | {""},
    ("goods-demand", "declaration_doubt"): YES_NO,
    ("goods-demand", "steward"): {"government", "united-nations", "other"},
    ("organisations", "role"): {"owner", "maintainer", "funder", "implementer"},
    ("organisations", "record"): {"2026", "2024"},
    ("deployments", "in_2026"): MAYBE, ("deployments", "in_2024"): MAYBE,
    ("deployments", "government"): {"yes", ""},
    ("measures", "risk"): {"digital-divide", "remote-area", "security", "privacy", "capacity", "lock-in", "harm"},
    ("measures", "from_severity"): {"low", "moderate", "high"}, ("measures", "effort"): {"low", "medium", "high"},
    ("block-links", "kind"): {"requires", "improves"},
    ("block-links", "basis"): {"published", "derived", "assumption", "proposal"},
    ("gates", "basis"): {"published", "derived", "assumption", "proposal"},
    ("rules", "basis"): {"published", "derived", "assumption", "proposal"},
    ("reference-systems", "registered_good"): {"no", "yes", "part"},
    ("measure-effects", "flag"): {"D1", "D2", "D3", "D4", "D5", "R1", "R2", "R3", "S1", "S2", "S3", "P1", "P2", "P3",
                                  "I1", "L1", "F1", "F2", "E1"},
    ("measure-effects", "factor"): {"likelihood", "impact"}, ("measure-effects", "steps"): {"0", "1", "2"},
    ("measure-effects", "basis"): {"assumption", "published"},
    ("reference-links", "relation"): {"stands-behind", "same-function", "built-with"},
    ("agreements", "kind"): {"memorandum", "acceptance", "adoption", "pilot", "interest", "licence", "grant",
                             "not-live", "registry-deployment"},
    ("agreements", "standing"): {"in-use", "signed", "may-have-lapsed", "announced", "interest-only", "recorded"},
}
for _column in ("ldc", "lldc", "sids", "landlocked"):
    VOCABULARY["countries", _column] = YES_NO
for _column in ("connectivity", "literacy", "device", "power", "data_sensitivity", "institutional"):
    VOCABULARY["goods-demand", _column] = LEVELS
for _column in COLUMNS["goods-declared"][1:-3]:
    VOCABULARY["goods-declared", _column] = MAYBE
