import AtlasModel

extension CatalogLoader {
  /// Levels of demand.
  static let levels = 0...4

  /// Reads the goods, each joined with what is declared of it and what it demands.
  ///
  /// A good without a row of demand cannot be screened and is left out.
  mutating func goods() throws(DataError) -> [PublicGood] {
    let declared = try declarations()
    let demands = try demandProfiles()
    var table = try TableReader(.goods, files)
    var rows: [PublicGood] = []
    rows.reserveCapacity(declared.count)
    let standings = Words(PublicGood.Standing.self)
    while try table.next() {
      let id = table.key(goodIDs)
      guard let demand = demands[id] else {
        table.reject(expected: "a good with a row in goods-demand.csv")
        continue
      }
      let answers =
        declared[id]
        ?? Declarations(answers: [:], deploymentClaim: "", deploymentRecord: "", source: "")
      let good = good(&table, id, standings, answers, demand)
      guard table.isSound else { continue }
      goodIDs.append(id)
      rows.append(good)
    }
    warnings += table.issues
    return rows
  }

  private func good(
    _ table: inout TableReader, _ id: String, _ standings: Words<PublicGood.Standing>,
    _ declared: Declarations, _ demand: DemandProfile
  ) -> PublicGood {
    PublicGood(
      id: id, name: table.requiredText(), aliases: table.list(),
      standing: table.word(standings) ?? .delisted, supersededBy: optional(table.text()),
      types: table.list(), sector: table.requiredText(), sectors: table.list(),
      summary: table.text(), sdgs: goals(&table), licences: table.list(),
      isNonCommercial: table.flag(), isIndiaOrigin: table.flag(), firstSeen: table.text(),
      lastSeen: table.text(), registryID: table.text(), record2024: table.text(),
      website: table.text(), licenceAddress: table.text(), repositories: table.list(),
      documentation: table.list(), privacyPages: table.list(), privacyLaws: table.list(),
      standards: table.list(), bestPractices: table.list(), exportFormats: table.list(),
      personalDataTypes: table.list(), unAgencies: table.list(),
      developmentCountries: table.list(), source: source(&table), organisations: [],
      declared: declared, demand: demand)
  }

  private func optional(_ text: String) -> String? { text.isEmpty ? nil : text }

  private func goals(_ table: inout TableReader) -> [Int] {
    var goals: [Int] = []
    for item in table.field().items {
      if let goal = item.integer, (1...17).contains(goal) {
        goals.append(goal)
      } else {
        table.reject(expected: "goal numbers from 1 to 17 with ; between them")
      }
    }
    return goals
  }

  func source(_ table: inout TableReader) -> String {
    table.id(sourceIDs, "a source of sources.csv")
  }

  private mutating func declarations() throws(DataError) -> [String: Declarations] {
    var table = try TableReader(.goodsDeclared, files)
    var rows: [String: Declarations] = [:]
    let questions = Declarations.Question.allCases
    while try table.next() {
      let id = table.requiredText()
      var answers = [Declarations.Question: Answer](minimumCapacity: questions.count)
      for question in questions {
        let answer = table.answer()
        if answer != .unknown { answers[question] = answer }
      }
      let row = Declarations(
        answers: answers, deploymentClaim: table.text(), deploymentRecord: table.text(),
        source: source(&table))
      if table.isSound { rows[id] = row }
    }
    warnings += table.issues
    return rows
  }

  private mutating func demandProfiles() throws(DataError) -> [String: DemandProfile] {
    var table = try TableReader(.goodsDemand, files)
    var rows: [String: DemandProfile] = [:]
    let confidences = Words(Confidence.self)
    let operators = Words(Operator.self)
    let channels = Words(Channel.self)
    let stewards = Words(Steward.self)
    while try table.next() {
      let id = table.requiredText()
      let row = DemandProfile(
        confidence: table.word(confidences) ?? .low,
        operator: table.word(operators) ?? .citizens, channels: table.words(channels),
        connectivity: table.integer(in: Self.levels), literacy: table.integer(in: Self.levels),
        device: table.integer(in: Self.levels), power: table.integer(in: Self.levels),
        curatedSensitivity: table.integer(in: Self.levels),
        declaredSensitivity: table.optionalInteger(in: Self.levels),
        institutional: table.integer(in: Self.levels), isDeclarationDoubtful: table.flag(),
        steward: table.word(stewards) ?? .other, source: source(&table))
      if table.isSound { rows[id] = row }
    }
    warnings += table.issues
    return rows
  }
}
