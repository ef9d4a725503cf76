import Glibc
import Testing

@testable import AtlasModel

/// The second implementation (`Tests/Reference/fit_reference.py`) against this one.
///
/// The fixtures are a fixed sample of about 2,000 pairs at the default settings and one of about 300
/// pairs at others. To compare another file, such as one of all pairs, name it in the environment
/// variable `DPG_ATLAS_REFERENCE`.
@Suite struct ReferenceTests {
  private static let context = ModelContext(BundledCatalog.catalog)
  private static let similarity = SimilarityIndex(BundledCatalog.catalog)

  @Test func agreesWithTheSecondImplementation() throws {
    let named = getenv("DPG_ATLAS_REFERENCE").map { String(cString: $0) }
    try compare(named ?? repositoryFolder + "/Tests/Reference/sample.csv", all: named != nil)
  }

  @Test func agreesAtOtherSettings() throws {
    try compare(repositoryFolder + "/Tests/Reference/sample-settings.csv", all: false)
  }

  private func compare(_ path: String, all: Bool) throws {
    let rows = csvRows(fileText(path))
    #expect(rows.count >= 300)
    var places: [String: (conditions: CountryConditions, similarity: [Double])] = [:]
    var faults: [String] = []
    var count = 0
    for row in rows {
      let iso3 = try #require(row["iso3"])
      let country = try #require(Self.context.catalog.countryPosition(iso3))
      let good = try #require(Self.context.catalog.goodPosition(row["good"] ?? ""))
      let place =
        places[iso3] ?? (
          CountryConditions(Self.context, country: country, explains: false),
          Self.similarity.row(country: country)
        )
      places[iso3] = place
      let settings = ModelSettings(
        preset: try #require(WeightPreset(rawValue: row["preset"] ?? "")),
        policy: try #require(RefusalPolicy(rawValue: row["policy"] ?? "")),
        measures: (row["measures"] ?? "").split(separator: ";").map(String.init))
      let screening = Assessor(Self.context, settings: settings).screening(
        good: good, conditions: place.conditions, explains: false)
      let found =
        differences(row, screening)
        + differences(
          row, place.conditions, screening,
          precedent: Self.similarity.precedent(good: good, row: place.similarity))
      count += found.isEmpty ? 0 : 1
      if all || faults.count < 20 {
        faults += found.map { "\(row["iso3"] ?? "") \(row["good"] ?? ""): \($0)" }
      }
    }
    if all { for fault in faults { print("DIFF", fault) } }
    #expect(count == 0, "\(count) of \(rows.count) pairs differ, first: \(faults.prefix(20))")
  }

  private func text(_ row: [String: String], _ name: String, _ mine: String) -> [String] {
    row[name] == mine ? [] : ["\(name) \(row[name] ?? "-") here \(mine)"]
  }

  /// Equal to 1e-6, or to 1e-9 of large numbers of people.
  private func number(_ row: [String: String], _ name: String, _ mine: Double?) -> [String] {
    guard let mine else { return text(row, name, "") }
    let theirs = Double(row[name] ?? "") ?? .nan
    return abs(theirs - mine) <= max(1e-6, 1e-9 * abs(mine))
      ? [] : ["\(name) \(theirs) here \(mine)"]
  }

  private func differences(_ row: [String: String], _ screening: Screening) -> [String] {
    var found: [String] = []
    found += text(row, "class", screening.verdict.class.rawValue)
    found += text(row, "cautious", screening.verdict.cautious.rawValue)
    found += text(row, "hopeful", screening.verdict.hopeful.rawValue)
    found += number(row, "thinness", screening.thinness)
    found += number(row, "fit_low", screening.fit.range.low)
    found += number(row, "fit_high", screening.fit.range.high)
    found += number(row, "need_low", screening.need.low)
    found += number(row, "need_high", screening.need.high)
    for score in screening.fit.dimensions {
      found += number(row, score.dimension.rawValue + "_low", score.adequacy.low)
      found += number(row, score.dimension.rawValue + "_high", score.adequacy.high)
    }
    for flag in screening.flags.all {
      let steps = [
        flag.likelihood.low, flag.likelihood.high, flag.impact.low, flag.impact.high,
        flag.best.rawValue, flag.worst.rawValue, flag.residualBest.rawValue,
        flag.residualWorst.rawValue,
      ]
      found += text(row, flag.id.rawValue, steps.map(String.init).joined())
    }
    return found
  }

  private func differences(
    _ row: [String: String], _ conditions: CountryConditions, _ screening: Screening,
    precedent: Precedent
  ) -> [String] {
    let leftOut = conditions.leftOut(screening.demand)
    let staff = conditions.staffPlan(
      screening.demand, sector: Self.context.catalog.goods[screening.good].sector,
      parameters: StaffParameters())
    return number(row, "left_out_low", leftOut?.people.low)
      + number(row, "left_out_high", leftOut?.people.high)
      + number(row, "staff_low", staff?.staff.low) + number(row, "staff_high", staff?.staff.high)
      + number(row, "precedent", precedent.value)
      + number(row, "precedent_number", precedent.effectiveNumber)
  }
}
