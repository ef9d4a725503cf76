import AtlasModel

/// What the layout says about one table, for the checker.
struct TableRules {
  /// How rows follow each other.
  enum Order {
    /// By the key columns.
    case key
    /// By the first column only.
    case firstColumn
    /// By the first column, then as the ids of the second stand in another table.
    case listed(DatasetFile)
    /// As the table itself sets it.
    case own
  }

  /// One rule a column.
  var fields: [FieldRule]
  /// Columns that together no two rows share.
  var key: [Int] = [0]
  /// How rows follow each other.
  var order = Order.key

  /// The rules of a table; nil for the map.
  init?(_ file: DatasetFile) {
    switch file {
    case .dataset: self.init([.id, .required])
    case .sources:
      self.init([
        .id, .required, .required, .text, .optionalDate, .optionalAddress, .text,
        .word(["open", "attribution", "share-alike", "restricted"]), .text, .text,
      ])
    case .indicators:
      self.init(
        [
          .id, .required, .required, .text, .optionalDecimal(FieldRule.any),
          .optionalDecimal(FieldRule.any), .cases(Indicator.Direction.self),
          .cases(Indicator.Group.self), .flag, .text, .required, .text,
        ], order: .own)
    case .observations:
      self.init(
        [
          .reference(.countries), .reference(.indicators), .year, .decimal,
          .word(["observed", "estimated", "derived", "stale"]), .reference(.sources),
        ], key: [0, 1], order: .listed(.indicators))
    case .series:
      self.init(
        [
          .reference(.countries), .reference(.indicators), .reference(.sources),
          .word(["observed", "estimated", "derived", "stale"]), .year, .series,
        ], key: [0, 1, 2], order: .listed(.indicators))
    case .countries: self.init(Self.countryFields)
    case .attributes:
      self.init(
        [.id, .required, .list([]), .cases(Indicator.Group.self), .required], order: .own)
    case .facts:
      self.init(
        [
          .reference(.countries), .reference(.attributes), .yearOrRange, .required,
          .reference(.sources),
        ], key: [0, 1], order: .listed(.attributes))
    case .goods: self.init(Self.goodFields)
    case .goodsDeclared:
      self.init(
        [.reference(.goods)]
          + Array(repeating: .answer, count: Declarations.Question.allCases.count)
          + [
            .word(["few", "several", "many", "global", ""]), .word(["2026", "2024", ""]),
            .reference(.sources),
          ])
    case .goodsDemand:
      self.init([
        .reference(.goods), .cases(Confidence.self), .cases(Operator.self),
        .list(Channel.allCases.map(\.rawValue)), .level, .level, .level, .level, .level,
        .optionalInteger(CatalogLoader.levels), .level, .flag, .cases(Steward.self),
        .reference(.sources),
      ])
    case .organisations:
      self.init(
        [
          .reference(.goods), .required, .word(["owner", "maintainer", "funder", "implementer"]),
          .optionalAddress, .word(["2026", "2024"]),
        ], key: [0, 1, 2, 4], order: .firstColumn)
    case .deployments:
      self.init(
        [
          .reference(.goods), .reference(.countries), .answer, .answer, .word(["yes", ""]),
          .reference(.sources),
        ], key: [0, 1])
    default:
      guard let rules = Self.knowledge(file) else { return nil }
      self = rules
    }
  }

  private init(_ fields: [FieldRule], key: [Int] = [0], order: Order = .key) {
    self.fields = fields
    self.key = key
    self.order = order
  }

  private static let countryFields: [FieldRule] =
    [.code(3), .code(2), .optionalDigits(3), .required, .required]
    + Array(repeating: .text, count: 7)
    + [
      .text, .optionalDecimal(-90...90), .optionalDecimal(-180...180),
      .optionalDecimal(0...20_000_000), .text, .text, .text,
      .word(["member", "observer", "specialized-agencies-only", "none"]),
      .word([
        "state", "observer-state", "associated-state", "special-administrative-region",
        "territory", "non-self-governing-territory", "antarctic-treaty-area", "iso-entry",
        "user-assigned",
      ]),
      .optionalReference(.countries), .word(IncomeGroup.allCases.map(\.rawValue) + [""]), .flag,
      .flag, .flag, .word(["no", "conflict", "institutional-social", ""]), .flag,
      .references(.countries), .list([]), .list([]), .text,
    ]

  private static let goodFields: [FieldRule] = [
    .id, .required, .list([]), .cases(PublicGood.Standing.self), .optionalReference(.goods),
    .list(["software", "data", "content", "ai-model", "standard"]), .id, .list([]), .required,
    .integers(1...17), .list([]), .flag, .flag, .optionalDate, .optionalDate, .text,
    .optionalDate, .optionalAddress, .optionalAddress, .addresses, .addresses, .addresses,
    .list([]), .list([]), .list([]), .list([]), .list([]), .list([]), .references(.countries),
    .reference(.sources),
  ]

  private static func knowledge(_ file: DatasetFile) -> TableRules? {
    let basis = FieldRule.word(["published", "derived", "assumption", "proposal"])
    return switch file {
    case .measures:
      TableRules([
        .id,
        .word([
          "digital-divide", "remote-area", "security", "privacy", "capacity", "lock-in", "harm",
        ]), .required, .required, .word(Severity.allCases.map(\.word)),
        .word(["low", "medium", "high"]), .required, .reference(.phases), .required,
        .optionalAddress,
      ])
    case .measureEffects:
      TableRules(
        [
          .reference(.measures), .cases(FlagID.self), .cases(MeasureEffect.Factor.self),
          .integer(0...2), .precondition, basis, .required,
        ], key: [0, 1, 2])
    case .drift:
      TableRules(
        [
          .reference(.indicators), .integer(1...100), .decimal, .decimal, .decimal,
          .integer(1...1_000_000), .reference(.sources),
        ], key: [0, 1], order: .own)
    case .blocks:
      TableRules([
        .id, .required, .word(["enabler", "foundation", "shared", "service"]), .required,
        .list([]), .optionalAddress,
      ])
    case .blockLinks:
      TableRules(
        [
          .reference(.blocks), .reference(.blocks), .word(["requires", "improves"]), .required,
          basis, .optionalAddress,
        ], key: [0, 1])
    case .phases:
      TableRules(
        [.id, .integer(1...99), .required, .list([]), .required, .text, .text], order: .own)
    case .gates:
      TableRules([.id, .reference(.phases), .required, .text, basis, .optionalAddress])
    case .rules:
      TableRules([
        .id, .required, .required, .optionalDecimal(FieldRule.any),
        .optionalDecimal(FieldRule.any), .optionalDecimal(FieldRule.any), .text, basis, .text,
        .text, .optionalYear, .optionalAddress,
      ])
    case .standard: TableRules([.id, .required, .required, .optionalAddress])
    case .referenceSystems:
      TableRules([
        .id, .required, .required, .required, .word(["no", "yes", "part"]), .text, .optionalYear,
        .optionalAddress,
      ])
    case .referenceLinks:
      TableRules(
        [
          .reference(.referenceSystems), .reference(.goods),
          .word(["stands-behind", "same-function", "built-with"]), .text,
        ], key: [0, 1])
    case .agreements:
      TableRules(
        [
          .reference(.countries), .optionalReference(.referenceSystems),
          .optionalReference(.goods),
          .word([
            "memorandum", "acceptance", "adoption", "pilot", "interest", "licence", "grant",
            "not-live", "registry-deployment",
          ]), .optionalYear,
          .word([
            "in-use", "signed", "may-have-lapsed", "announced", "interest-only", "recorded",
          ]), .text, .optionalAddress,
        ], key: [0, 1, 2, 3, 4])
    default: nil
    }
  }
}

extension FieldRule {
  /// One of the words of an enumeration.
  fileprivate static func cases<Value>(_ type: Value.Type) -> FieldRule
  where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    .word(type.allCases.map(\.rawValue))
  }
}
