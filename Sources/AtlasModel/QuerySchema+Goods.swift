extension QuerySchema {
  static func goodFields(_ catalog: Catalog) -> [QueryField] {
    recordFields(catalog) + demandFields() + declaredFields()
  }

  private static func recordFields(_ catalog: Catalog) -> [QueryField] {
    func tokens(_ values: [String]) -> QueryField.Kind {
      .token(values: distinct(values), isOrdered: false)
    }
    @Sendable func list(_ values: [String]) -> QueryField.Reading {
      values.isEmpty ? .missing : .texts(values)
    }
    return [
      QueryField("name", [], "Name and other names.", .text) {
        list([$0.goods[$1].name] + $0.goods[$1].aliases)
      },
      QueryField("id", ["good"], "The good itself.", .good) { .text($0.goods[$1].id) },
      QueryField(
        "sector", ["sectors"], "Sector (curated).", tokens(catalog.goods.flatMap(\.sectors))
      ) { list($0.goods[$1].sectors) },
      QueryField(
        "main-sector", [], "Main sector alone (curated).", tokens(catalog.goods.map(\.sector))
      ) { .text($0.goods[$1].sector) },
      QueryField(
        "sdg", ["sdgs"], "SDG goal claimed by the applicant, 1 to 17.",
        tokens((1...17).map(String.init))
      ) { list($0.goods[$1].sdgs.map(String.init)) },
      QueryField("type", ["types"], "Kind of good.", tokens(catalog.goods.flatMap(\.types))) {
        list($0.goods[$1].types)
      },
      QueryField(
        "status", ["standing"], "Standing in the registry.",
        tokens(PublicGood.Standing.allCases.map(\.rawValue))
      ) { .text($0.goods[$1].standing.rawValue) },
      QueryField("licence", ["license", "licences"], "Licence id.", .text) {
        list($0.goods[$1].licences)
      },
      QueryField(
        "non-commercial", [], "A licence forbids commercial use.", QueryField.answers
      ) { .flag($0.goods[$1].isNonCommercial) },
      QueryField("india", [], "Created or stewarded in India (curated).", QueryField.answers) {
        .flag($0.goods[$1].isIndiaOrigin)
      },
      QueryField("organisation", ["organization", "owner"], "Organisations behind it.", .text) {
        list($0.goods[$1].organisations.map(\.name))
      },
      QueryField("deployed", ["used-in"], "Countries with a recorded use.", .country) {
        catalog, row in
        .texts(
          catalog.deploymentPositions(good: row).map { position in
            catalog.countries[catalog.deployments[position].country].iso3
          })
      },
      QueryField("developed", [], "Countries of development.", .country) {
        list($0.goods[$1].developmentCountries)
      },
      QueryField("deployments", [], "Count of recorded uses.", .number(unit: "countries")) {
        .number(Double($0.deploymentPositions(good: $1).count))
      },
    ]
  }

  private static func demandFields() -> [QueryField] {
    func level(
      _ name: String, _ documentation: String, _ read: @escaping @Sendable (DemandProfile) -> Int?
    ) -> QueryField {
      QueryField(name, [], documentation, .number(unit: "level 0 to 4")) { catalog, row in
        read(catalog.goods[row].demand).map { .number(Double($0)) } ?? .missing
      }
    }
    return [
      QueryField(
        "operator", [], "Who works it first.",
        .token(values: Operator.allCases.map(\.rawValue), isOrdered: false)
      ) { .text($0.goods[$1].demand.operator.rawValue) },
      QueryField(
        "channel", ["channels"], "How it reaches people.",
        .token(values: Channel.allCases.map(\.rawValue), isOrdered: false)
      ) {
        let channels = $0.goods[$1].demand.channels
        return channels.isEmpty ? .missing : .texts(channels.map(\.rawValue))
      },
      QueryField(
        "confidence", [], "How well the record supports the levels.",
        .token(values: ["low", "medium", "high"], isOrdered: true)
      ) { .text($0.goods[$1].demand.confidence.rawValue) },
      level("connectivity", "Connectivity it needs.") { $0.connectivity },
      level("literacy", "Skill it needs of its operator.") { $0.literacy },
      level("device", "Device it needs.") { $0.device },
      level("power", "Power it needs.") { $0.power },
      level("sensitivity", "Personal-data sensitivity, the higher of curated and declared.") {
        $0.sensitivity
      },
      level("declared-sensitivity", "Sensitivity of the kinds of data declared.") {
        $0.declaredSensitivity
      },
      level("institutional", "Capacity it needs of the state.") { $0.institutional },
      QueryField(
        "declaration-doubt", [], "Declared free of personal data, yet read as sensitive.",
        QueryField.answers
      ) { .flag($0.goods[$1].demand.isDeclarationDoubtful) },
    ]
  }

  private static func declaredFields() -> [QueryField] {
    Declarations.Question.allCases.map { question in
      let name = String(question.rawValue.map { $0 == "_" ? "-" : $0 })
      let aliases = question == .collectsPersonalData ? ["personal-data", "pii"] : []
      return QueryField(
        name, aliases, "Declared by the applicant: \(name).", QueryField.answers
      ) { .answer($0.goods[$1].declared[question]) }
    }
  }
}
