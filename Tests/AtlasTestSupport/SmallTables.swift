import AtlasData
import AtlasModel

/// The tables of `Fixtures.small`, as they would stand in a data folder.
enum SmallTables {
  static let files: DatasetFiles = {
    var files = DatasetFiles()
    for file in DatasetFile.allCases {
      let header = file.columns.joined(separator: ",")
      let text = file == .worldMap ? map : header + "\n" + (rows[file] ?? "")
      files.replace(file, with: Array(text.utf8))
    }
    return files
  }()

  /// Empty only if the tables below break the layout, which `FixturesTests` would show.
  static let catalog: Catalog = {
    if let dataset = try? DatasetLoader.load(files, parts: .all) { return dataset.catalog }
    let identity = Catalog.Identity(
      id: "broken", name: "", version: "", compiled: "", hash: "", mapDisclaimer: "", curation: "")
    return Catalog(
      identity: identity, sources: [], indicators: [], attributes: [], countries: [], goods: [],
      grid: [], facts: [])
  }()

  private static let rows: [DatasetFile: String] = [
    .dataset: """
    compiled,2026-11-23
    curation,Levels are our own reading
    disclaimer,Boundaries imply no position
    id,small
    layout,1
    name,Small dataset
    version,1.0

    """,
    .sources: """
    atlas,DPG Atlas,Own reading,2026,2026-11-23,,own work,open,none,
    closed,A Publisher,Index of a Publisher,2024,2026-11-23,https://example.org/i,all rights reserved,restricted,none,
    open,World Bank,World Development Indicators,2026,2026-11-23,https://example.org/w,CC BY 4.0,attribution,none,
    registry,DPGA,Registry,2026,2026-11-23,https://example.org/r,CC BY-SA 4.0,share-alike,none,

    """,
    .indicators: """
    internet-users,People who use the internet,Internet users,% of people,0,100,higher-better,connectivity,yes,IT.NET.USER.ZS,ITU,
    electricity,Access to electricity,Electricity,% of people,0,100,higher-better,power,yes,EG.ELC.ACCS.ZS,World Bank,
    cybersecurity,Cybersecurity index,Cybersecurity,points,0,100,higher-better,security,no,GCI,A Publisher,

    """,
    .attributes: """
    data-protection-law,Data protection law,enacted;draft;none,privacy,Law on personal data
    payment-system,Payment system,*,institutions,Name of the system

    """,
    .countries: """
    CIV,CI,384,Côte d'Ivoire,Côte d'Ivoire,Côte d’Ivoire,Côte d’Ivoire,Côte d’Ivoire,ساحل العاج,Кот-д’Ивуар,科特迪瓦,कोत दिव्वार,Yamoussoukro,6.82,-5.28,322463,Africa,Sub-Saharan Africa,Western Africa,member,state,,lower-middle,no,no,no,no,no,,fr,Ivory Coast,
    STP,ST,678,São Tomé and Príncipe,São Tomé,Sao Tomé-et-Principe,Santo Tomé y Príncipe,São Tomé e Príncipe,,,,,São Tomé,0.34,6.73,964,Africa,Sub-Saharan Africa,Middle Africa,member,state,,lower-middle,no,no,yes,institutional-social,no,,pt,,
    TUR,TR,792,Türkiye,Türkiye,Turquie,Türkiye,Turquia,تركيا,Турция,土耳其,तुर्किये,Ankara,39.93,32.85,785347,Asia,Western Asia,,member,state,,upper-middle,no,no,no,no,no,,tr,Turkey,"Name changed in 2022, by request"
    UGA,UG,800,Uganda,Uganda,Ouganda,Uganda,Uganda,أوغندا,Уганда,乌干达,युगांडा,Kampala,0.32,32.58,241550,Africa,Sub-Saharan Africa,Eastern Africa,member,state,,low,yes,yes,no,conflict,yes,,en;sw,,

    """,
    .observations: """
    CIV,internet-users,2023,45.4,observed,open
    CIV,electricity,2023,72.4,observed,open
    CIV,cybersecurity,2024,66.6,observed,closed
    STP,electricity,2023,78.5,observed,open
    TUR,internet-users,2012,45.1,stale,open
    TUR,cybersecurity,2024,99.5,observed,closed
    UGA,internet-users,2024,8.9,estimated,open

    """,
    .series: """
    CIV,internet-users,open,observed,2020,36.3;;45.4
    TUR,electricity,closed,observed,2020,97.5;99.5
    UGA,internet-users,atlas,estimated,2022,8;8.5
    UGA,internet-users,open,observed,2023,8.7;8.9

    """,
    .facts: """
    CIV,data-protection-law,2026,enacted,open
    TUR,payment-system,2024-2025,FAST,closed
    UGA,data-protection-law,2026,enacted,open

    """,
    .goods: #"""
    alpha,Alpha,Old Alpha,listed,,software,health,health;identity,Keeps records,3;16,MIT;Apache-2.0,no,no,2021-12-31,2026-07-13,GID1,,https://example.org/a,,https://example.org/a.git,,,,,,CSV,health,,CIV;UGA,registry
    beta,Beta,,superseded,alpha,software,health,health,Was Alpha before,3,MIT,no,no,2021-12-31,2023-07-13,GID2,2022-05-23,,,,,,,,,,,,,registry
    gamma,"Gamma, the ""third""",,listed,,content,education,education,Teaches,4,CC-BY-NC-4.0,yes,no,2022-01-31,2026-07-13,GID3,,,,,,,,,,,,,,registry
    zeta,Zeta,,delisted,,data;software,climate,climate,Maps floods,13,MIT,no,yes,2021-12-31,2024-01-31,GID4,,,,,,,,,,,,,,registry

    """#,
    .goodsDeclared: """
    alpha,yes,yes,no,yes,yes,no,no,no,,no,,,,,yes,no,,yes,yes,yes,yes,few,2026,registry
    beta,,,,,,,,,,,,,,,,,,,,,,,,registry
    gamma,no,no,no,,no,yes,yes,yes,yes,no,,,,,yes,no,,yes,no,yes,,many,2026,registry
    zeta,no,no,no,,no,no,no,no,,no,,,,,yes,no,,yes,yes,yes,,,,registry

    """,
    .goodsDemand: """
    alpha,high,frontline-staff,offline;smartphone,1,2,2,2,3,3,2,no,other,atlas
    beta,low,frontline-staff,web,3,2,3,3,3,,2,no,other,atlas
    gamma,high,citizens,web,2,1,2,1,0,0,0,no,other,atlas
    zeta,medium,officials,back-office,4,4,4,4,0,0,1,yes,other,atlas

    """,
    .organisations: """
    alpha,Alpha Foundation,owner,https://example.org/af,2026
    alpha,Ministry of Health,implementer,,2024

    """,
    .deployments: """
    alpha,CIV,yes,,yes,registry
    alpha,UGA,yes,no,,registry
    zeta,TUR,,yes,,registry

    """,
    .measures: """
    dd-voice,digital-divide,Voice and text,Add a voice line.,moderate,medium,Service owner,pilot,internetUse<60,https://example.org/m

    """,
    .blocks: """
    identity,Identity,foundation,Says who is who,MOSIP;OpenCRVS,https://example.org/b
    payments,Payments,foundation,Moves money,,https://example.org/b

    """,
    .blockLinks: """
    payments,identity,requires,Accounts need names,published,https://example.org/b

    """,
    .phases: """
    prepare,1,Prepare,alpha,Get ready,6 weeks,assumption
    pilot,2,Pilot,,Try it,,

    """,
    .gates: "g1,pilot,Users reached,Report,proposal,\n",
    .rules: """
    agents,agents,One agent for 500 people,500,300,800,people,published,,,2020,https://example.org/p

    """,
    .standard: "1,SDG relevance,Serves a goal,https://example.org/s\n",
    .referenceSystems: """
    aadhaar,Aadhaar,Numbers for residents,identity,no,Not registered,2010,https://example.org/x

    """,
    .referenceLinks: "aadhaar,alpha,same-function,\n",
    .agreements: """
    UGA,aadhaar,,memorandum,2023,signed,Signed,https://example.org/y

    """,
  ]

  private static let map = """
    #world-map 1
    #version 1.0
    #source none
    #disclaimer Boundaries imply no position
    @low scale=1 rows=1
    UGA AAAABB
    @anchor scale=1 rows=1
    UGA AA

    """
}
