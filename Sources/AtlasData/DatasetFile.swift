/// A file of the dataset layout, version 1, in the order in which the dataset hash reads them.
public enum DatasetFile: String, Sendable, CaseIterable {
  /// Name, version and disclaimers.
  case dataset = "dataset.csv"
  /// Publications.
  case sources = "sources.csv"
  /// Measured series.
  case indicators = "indicators.csv"
  /// Newest value by country and indicator.
  case observations = "observations.csv"
  /// Yearly values.
  case series = "series.csv"
  /// Countries and territories.
  case countries = "countries.csv"
  /// Meanings of text-valued facts.
  case attributes = "attributes.csv"
  /// Text-valued facts by country.
  case facts = "facts.csv"
  /// Digital public goods.
  case goods = "goods.csv"
  /// Answers of the applicants.
  case goodsDeclared = "goods-declared.csv"
  /// What a good asks of a country.
  case goodsDemand = "goods-demand.csv"
  /// Organisations behind goods.
  case organisations = "organisations.csv"
  /// Recorded uses.
  case deployments = "deployments.csv"
  /// Mitigations.
  case measures = "measures.csv"
  /// What measures lower.
  case measureEffects = "measure-effects.csv"
  /// How far old figures move.
  case drift = "drift.csv"
  /// Building blocks.
  case blocks = "blocks.csv"
  /// Dependencies of building blocks.
  case blockLinks = "block-links.csv"
  /// Phases of an adoption.
  case phases = "phases.csv"
  /// Conditions to leave a phase.
  case gates = "gates.csv"
  /// Rules of thumb.
  case rules = "rules.csv"
  /// Indicators of the DPG Standard.
  case standard = "standard.csv"
  /// Indian reference systems.
  case referenceSystems = "reference-systems.csv"
  /// Goods behind or beside the reference systems.
  case referenceLinks = "reference-links.csv"
  /// Agreements and uses abroad.
  case agreements = "agreements.csv"
  /// Outlines for the map; not a table.
  case worldMap = "world-map.txt"

  /// The exact first line of the file; empty for the map, which is not a table.
  var header: StaticString {
    switch self {
    case .dataset: "key,value"
    case .sources: "id,publisher,title,vintage,retrieved,address,terms,reuse,copy,note"
    case .indicators: "id,name,short,unit,min,max,direction,dimension,core,series,publisher,note"
    case .observations: "iso3,indicator,year,value,status,source"
    case .series: "iso3,indicator,source,status,first,values"
    case .countries:
      """
      iso3,iso2,m49,name,short,name_fr,name_es,name_pt,name_ar,name_ru,name_zh,name_hi,\
      capital,latitude,longitude,area_km2,region,subregion,intermediate,un_status,status,\
      administered_by,income,ldc,lldc,sids,fragile,landlocked,borders,languages,aliases,note
      """
    case .attributes: "id,name,values,dimension,meaning"
    case .facts: "iso3,attribute,year,value,source"
    case .goods:
      """
      id,name,aliases,status,superseded_by,types,sector,sectors,what,sdgs,licences,\
      non_commercial,india_origin,first_seen,last_seen,registry_id,record_2024,website,\
      licence_url,repositories,documentation,privacy_pages,privacy_laws,standards,\
      best_practices,export_formats,personal_data_types,un_agencies,development_countries,\
      source
      """
    case .goodsDeclared:
      """
      good,collects_personal_data,stores_personal_data,shares_with_third_parties,\
      personal_data_types_known,security_measures_described,collects_content,stores_content,\
      distributes_content,content_policy,users_interact,harassment_policy,\
      inappropriate_content_risk,content_filter,underage_addressed,privacy_compliance_stated,\
      closed_dependencies,open_alternatives,platform_independent,uses_non_personal_data,\
      extractable,collected_personal_data_2024,deployment_claim,deployment_record,source
      """
    case .goodsDemand:
      """
      good,confidence,operator,channels,connectivity,literacy,device,power,data_sensitivity,\
      declared_sensitivity,institutional,declaration_doubt,steward,source
      """
    case .organisations: "good,name,role,website,record"
    case .deployments: "good,iso3,in_2026,in_2024,government,source"
    case .measures:
      """
      id,risk,title,action,from_severity,effort,owner,phase,trigger,source_address
      """
    case .measureEffects: "measure,flag,factor,steps,precondition,basis,why"
    case .drift: "indicator,years,low,median,high,count,source"
    case .blocks: "id,name,tier,role,examples,source_address"
    case .blockLinks: "block,needs,kind,why,basis,source_address"
    case .phases: "id,order,name,also_called,goal,duration,duration_basis"
    case .gates: "id,phase,criterion,evidence,basis,source_address"
    case .rules:
      """
      id,topic,statement,value,low,high,unit,basis,derivation,caveat,year,source_address
      """
    case .standard: "no,name,meaning,source_address"
    case .referenceSystems:
      "id,name,what,function,registered_good,registered_note,since,source_address"
    case .referenceLinks: "system,good,relation,note"
    case .agreements: "iso3,system,good,kind,year,standing,note,source_address"
    case .worldMap: ""
    }
  }

  /// The columns of the table, in order; empty for the map.
  public var columns: [String] {
    header.description.split(separator: ",").map(String.init)
  }
}
