/// One of the seven benefits of digital public goods, checked against the registry's fields.
public struct Benefit: Sendable, Equatable {
  /// The benefits, in the order in which they are shown.
  public enum Kind: String, Sendable, CaseIterable {
    /// Can be taken up: documented and used elsewhere.
    case adoptable
    /// Leaves a choice: no mandatory closed part, another good for the same need.
    case variety
    /// Grows: several countries, governments among them.
    case scalable
    /// Can be changed: licence, languages.
    case adaptable
    /// Made together: several organisations, public repository.
    case collaborative
    /// Kept alive: a maintainer, still in the registry.
    case sustainable
    /// Can be looked into: open licence, standards, privacy pages.
    case transparent
  }

  /// A check with the field that proves it.
  public struct Check: Sendable, Equatable {
    /// What is checked.
    public var text: String
    /// Whether it holds; unknown counts as unknown.
    public var answer: Answer
    /// The field of the dataset that proves it.
    public var field: String
  }

  /// Which benefit.
  public var kind: Kind
  /// Its checks.
  public var checks: [Check]

  /// Yes if every check holds, no if one fails, else unknown.
  public var answer: Answer {
    if checks.contains(where: { $0.answer == .no }) { return .no }
    return checks.allSatisfy { $0.answer == .yes } ? .yes : .unknown
  }

  /// Share of benefits ticked: from the known yes to yes and unknown together.
  public static func share(_ benefits: [Benefit]) -> Interval {
    guard !benefits.isEmpty else { return .unit }
    let yes = Double(benefits.count { $0.answer == .yes })
    let open = Double(benefits.count { $0.answer == .unknown })
    return Interval(yes / Double(benefits.count), (yes + open) / Double(benefits.count))
  }
}

extension Catalog {
  /// The seven benefits of a good as far as its record alone shows them, by position.
  public func benefits(good: Int) -> [Benefit] {
    BenefitChecker(catalog: self, good: good, alternatives: nil).all
  }
}

/// Checks the seven benefits of a good (fit-model section 4.3).
struct BenefitChecker {
  let catalog: Catalog
  let good: Int
  /// Other goods for the same need that pass the gates in the country; nil without a country.
  let alternatives: Int?

  var all: [Benefit] { Benefit.Kind.allCases.map { Benefit(kind: $0, checks: checks($0)) } }

  private var record: PublicGood { catalog.goods[good] }

  private func checks(_ kind: Benefit.Kind) -> [Benefit.Check] {
    let good = record
    let uses = catalog.deploymentPositions(good: self.good).map { catalog.deployments[$0] }
    let listed = uses.filter { $0.in2026 == .yes || $0.in2024 == .yes }
    switch kind {
    case .adoptable:
      return [
        check("documentation", !good.documentation.isEmpty, "documentation"),
        Benefit.Check(
          text: "\(listed.count) \(listed.count == 1 ? "country" : "countries") of use on record",
          answer: listed.isEmpty ? .unknown : .yes, field: "deployments"),
      ]
    case .variety:
      return [
        Benefit.Check(
          text: "platform independent", answer: good.declared[.platformIndependent],
          field: "platform_independent"),
        Benefit.Check(
          text: "no mandatory closed part", answer: good.declared[.closedDependencies].opposite,
          field: "closed_dependencies"),
        alternatives.map {
          check("\($0) other goods for the same need pass here", $0 > 0, "sector")
        }
          ?? Benefit.Check(
            text: "other goods for the same need pass (depends on the country)", answer: .unknown,
            field: "sector"),
      ]
    case .scalable:
      return [
        Benefit.Check(
          text: "five countries or more (\(listed.count))",
          answer: listed.count >= 5 ? .yes : listed.isEmpty ? .unknown : .no, field: "deployments"),
        Benefit.Check(
          text: "a government's use is named",
          answer: uses.contains { $0.byGovernment } ? .yes : .unknown, field: "government"),
      ]
    case .adaptable:
      let forbids = good.licences.contains { $0.contains("-ND") }
      return [
        Benefit.Check(
          text: "licence lets you change it",
          answer: good.licences.isEmpty ? .unknown : forbids ? .no : .yes, field: "licences"),
        Benefit.Check(
          text: "languages (the registry lists none)", answer: .unknown, field: "languages"),
      ]
    case .collaborative:
      let names = Set(good.organisations.map(\.name))
      return [
        check("two or more organisations (\(names.count))", names.count >= 2, "organisations"),
        check("public repository", !good.repositories.isEmpty, "repositories"),
      ]
    case .sustainable:
      let maintained = good.organisations.contains { $0.role == "maintainer" }
      return [
        Benefit.Check(
          text: "a maintainer is named", answer: maintained ? .yes : .unknown,
          field: "organisations"),
        check("still in the registry (\(good.lastSeen))", good.standing == .listed, "last_seen"),
      ]
    case .transparent:
      let collects = good.declared[.collectsPersonalData]
      let pages: (text: String, answer: Answer) =
        switch collects {
        case .yes: ("privacy pages", good.privacyPages.isEmpty ? .no : .yes)
        case .no: ("privacy pages (no personal data declared)", .yes)
        case .unknown:
          ("privacy pages (personal data not stated)", good.privacyPages.isEmpty ? .unknown : .yes)
        }
      return [
        check("open licence", !good.licences.isEmpty, "licences"),
        check("standards named", !good.standards.isEmpty, "standards"),
        Benefit.Check(text: pages.text, answer: pages.answer, field: "privacy_pages"),
      ]
    }
  }

  private func check(_ text: String, _ holds: Bool, _ field: String) -> Benefit.Check {
    Benefit.Check(text: text, answer: holds ? .yes : .no, field: field)
  }
}

extension Answer {
  /// No for yes, yes for no, unknown for unknown.
  var opposite: Answer {
    switch self {
    case .yes: .no
    case .no: .yes
    case .unknown: .unknown
    }
  }
}
