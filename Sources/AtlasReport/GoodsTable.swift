internal import AtlasModel

/// The columns of the table of goods.
enum GoodsTable {
  private static let defaults: Set<String> = [
    "id", "name", "sector", "sdgs", "type", "operator", "sensitivity", "deployments", "status",
  ]

  static let columns: [TableColumnDefinition] = lead + record + levels + declared

  private static let lead: [TableColumnDefinition] = [
    text("id", "id", "Stable id.") { $0.id },
    text("name", "good", "Current name.") { $0.name },
    text("sector", "sector", "Main sector (curated).") { $0.sector },
    list("sdgs", "SDGs", "SDG goals claimed by the applicant.") { $0.sdgs.map(String.init) },
    list("type", "type", "Kind of good.") { $0.types },
    text("operator", "operator", "Who works it first (curated).") { $0.demand.operator.rawValue },
    integer("sensitivity", "data", "Personal-data sensitivity 0 to 4, the higher of two.") {
      $0.demand.sensitivity
    },
    TableColumnDefinition(
      ReportColumn(
        "deployments", "uses", alignment: .trailing,
        documentation: "Count of countries with a recorded use."), isDefault: true
    ) { ReportCell(.integer($0.deploymentPositions(good: $1).count)) },
    text("status", "status", "Standing in the registry.") { $0.standing.rawValue },
  ]

  private static let record: [TableColumnDefinition] = [
    list("aliases", "other names", "Other names.") { $0.aliases },
    text("superseded-by", "superseded by", "Good that replaced it.") { $0.supersededBy ?? "" },
    list("sectors", "sectors", "Main sector and up to one more (curated).") { $0.sectors },
    text("what", "what it does", "What it does, in our words.") { $0.summary },
    list("licences", "licences", "Licence ids.") { $0.licences },
    flag("non-commercial", "non-commercial", "A licence forbids commercial use.") {
      .flag($0.isNonCommercial)
    },
    flag("india", "India", "Created or stewarded in India (curated).") { .flag($0.isIndiaOrigin) },
    text("first-seen", "first seen", "First registry snapshot that lists it.") { $0.firstSeen },
    text("last-seen", "last seen", "Last registry snapshot that lists it.") { $0.lastSeen },
    text("registry-id", "registry id", "Id in the registry.") { $0.registryID },
    list("organisations", "organisations", "Organisations behind it.") {
      $0.organisations.map { $0.name + " (" + $0.role + ")" }
    },
    list("developed", "developed in", "Countries of development.") { $0.developmentCountries },
    TableColumnDefinition(
      ReportColumn(
        "deployed", "used in", documentation: "Countries with a recorded use.", isFlexible: true)
    ) { catalog, row in
      .list(
        catalog.deploymentPositions(good: row).map {
          catalog.countries[catalog.deployments[$0].country].iso3
        })
    },
    text("website", "website", "Home page.") { $0.website },
    list("repositories", "repositories", "Code or content repositories.") { $0.repositories },
    text("source", "source", "Id of the record that the fields come from.") { $0.source },
  ]

  private static let levels: [TableColumnDefinition] = [
    list("channels", "channels", "How it reaches people (curated).") {
      $0.demand.channels.map(\.rawValue)
    },
    text("confidence", "confidence", "How well the record supports the levels.") {
      $0.demand.confidence.rawValue
    },
    integer("connectivity", "connectivity", "Connectivity it needs, level 0 to 4.") {
      $0.demand.connectivity
    },
    integer("literacy", "skill", "Skill of its operator, level 0 to 4.") { $0.demand.literacy },
    integer("device", "device", "Device it needs, level 0 to 4.") { $0.demand.device },
    integer("power", "power", "Power it needs, level 0 to 4.") { $0.demand.power },
    integer("institutional", "state", "Capacity of the state, level 0 to 4.") {
      $0.demand.institutional
    },
    integer("curated-sensitivity", "data, curated", "Curated sensitivity, 0 to 4.") {
      $0.demand.curatedSensitivity
    },
    integer("declared-sensitivity", "data, declared", "Declared sensitivity, 0 to 4.") {
      $0.demand.declaredSensitivity
    },
    flag("declaration-doubt", "doubt", "Declared free of personal data, yet read as sensitive.") {
      .flag($0.demand.isDeclarationDoubtful)
    },
  ]

  private static let declared: [TableColumnDefinition] =
    Declarations.Question.allCases.map { question in
      let id = String(question.rawValue.map { $0 == "_" ? "-" : $0 })
      return flag(id, question.words, "Declared by the applicant: \(question.words).") {
        ReportCell(.answer($0.declared[question]))
      }
    }

  private static func text(
    _ id: String, _ title: String, _ documentation: String,
    _ read: @escaping @Sendable (PublicGood) -> String
  ) -> TableColumnDefinition {
    let column = ReportColumn(
      id, title, documentation: documentation, isFlexible: id != "id" && id != "status")
    return TableColumnDefinition(column, isDefault: defaults.contains(id)) {
      .text(read($0.goods[$1]))
    }
  }

  private static func list(
    _ id: String, _ title: String, _ documentation: String,
    _ read: @escaping @Sendable (PublicGood) -> [String]
  ) -> TableColumnDefinition {
    let column = ReportColumn(id, title, documentation: documentation, isFlexible: true)
    return TableColumnDefinition(column, isDefault: defaults.contains(id)) {
      .list(read($0.goods[$1]))
    }
  }

  private static func integer(
    _ id: String, _ title: String, _ documentation: String,
    _ read: @escaping @Sendable (PublicGood) -> Int?
  ) -> TableColumnDefinition {
    let column = ReportColumn(id, title, alignment: .trailing, documentation: documentation)
    return TableColumnDefinition(column, isDefault: defaults.contains(id)) {
      ReportCell(read($0.goods[$1]).map { .integer($0) } ?? .missing)
    }
  }

  private static func flag(
    _ id: String, _ title: String, _ documentation: String,
    _ read: @escaping @Sendable (PublicGood) -> ReportCell
  ) -> TableColumnDefinition {
    TableColumnDefinition(ReportColumn(id, title, documentation: documentation)) {
      read($0.goods[$1])
    }
  }
}
