import AtlasModel
import Glibc
import Testing

/// The second implementation (`Tests/Reference/fit_reference.py`) against this one.
///
/// The fixture is a fixed sample of about 2,000 pairs. To compare another file, such as one of all
/// pairs, name it in the environment variable `DPG_ATLAS_REFERENCE`.
@Suite struct ReferenceTests {
  @Test func agreesWithTheSecondImplementation() throws {
    let named = getenv("DPG_ATLAS_REFERENCE").map { String(cString: $0) }
    let rows = csvRows(
      fileText(named ?? repositoryFolder + "/Tests/Reference/sample.csv"))
    #expect(rows.count > 1900)
    let catalog = BundledCatalog.catalog
    let assessor = Assessor(catalog: catalog)
    var conditions: [Int: CountryConditions] = [:]
    var faults: [String] = []
    var count = 0
    for row in rows {
      let country = try #require(catalog.countryPosition(row["iso3"] ?? ""))
      let good = try #require(catalog.goodPosition(row["good"] ?? ""))
      let place = conditions[country] ?? assessor.conditions(country: country)
      conditions[country] = place
      let found = differences(
        row, assessor.screening(good: good, conditions: place, explains: false))
      count += found.isEmpty ? 0 : 1
      if named != nil || faults.count < 20 {
        faults += found.map { "\(row["iso3"] ?? "") \(row["good"] ?? ""): \($0)" }
      }
    }
    if named != nil { for fault in faults { print("DIFF", fault) } }
    #expect(count == 0, "\(count) of \(rows.count) pairs differ, first: \(faults.prefix(20))")
  }

  private func differences(_ row: [String: String], _ screening: Screening) -> [String] {
    var found: [String] = []
    func text(_ name: String, _ mine: String) {
      if row[name] != mine { found.append("\(name) \(row[name] ?? "-") here \(mine)") }
    }
    func number(_ name: String, _ mine: Double) {
      let theirs = Double(row[name] ?? "") ?? .nan
      if !(abs(theirs - mine) <= 1e-6) { found.append("\(name) \(theirs) here \(mine)") }
    }
    text("class", screening.verdict.class.rawValue)
    text("cautious", screening.verdict.cautious.rawValue)
    text("hopeful", screening.verdict.hopeful.rawValue)
    number("fit_low", screening.fit.range.low)
    number("fit_high", screening.fit.range.high)
    number("need_low", screening.need.low)
    number("need_high", screening.need.high)
    for score in screening.fit.dimensions {
      number(score.dimension.rawValue + "_low", score.adequacy.low)
      number(score.dimension.rawValue + "_high", score.adequacy.high)
    }
    for flag in screening.flags.all {
      let steps = [
        flag.likelihood.low, flag.likelihood.high, flag.impact.low, flag.impact.high,
        flag.best.rawValue, flag.worst.rawValue,
      ]
      text(flag.id.rawValue, steps.map(String.init).joined())
    }
    return found
  }
}
