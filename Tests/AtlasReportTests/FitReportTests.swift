import AtlasModel
import AtlasReport
import AtlasTestSupport
import Testing

struct FitReportTests {
  /// Pairs that reach every kind of text: officials, citizens, all known, next to nothing known, a
  /// good that left the registry.
  static let pairs: [[String]] = [
    ["UGA", "dhis2"], ["KEN", "mosip"], ["UGA", "oky"], ["EST", "x-road"], ["SSD", "mosip"],
    ["ATA", "mosip"], ["ALA", "oky"], ["AFG", "x-road"],
  ]

  private func report(
    _ country: String, _ goods: [String], _ length: FitReport.Length, date: String = "",
    note: String = "", scenario: Scenario = Scenario(), need: String? = nil
  ) throws -> FitReport {
    let original = try Fixtures.catalog
    let catalog = scenario.applied(to: original)
    let place = try #require(catalog.countryPosition(country))
    let assessor = Assessor(catalog: catalog, settings: scenario.settings)
    let options = FitReport.Options(
      catalog: catalog, scenario: scenario, original: original, map: try Fixtures.worldMap,
      date: date, note: note)
    if let need {
      let filter = try #require(NeedFilter(need))
      let pairs = assessor.rankGoods(country: place, need: filter)
      let first = assessor.insights(
        country: place, goods: pairs.prefix(5).map(\.screening.good))
      return FitReport(
        .first(country: place, first, need: filter, competing: pairs.count), length: length, options
      )
    }
    let positions = try goods.map { try #require(catalog.goodPosition($0)) }
    return FitReport(
      .goods(country: place, assessor.insights(country: place, goods: positions)), length: length,
      options)
  }

  // MARK: What it says

  @Test func goldens() throws {
    for length in FitReport.Length.allCases {
      Golden.check(
        try report("UGA", ["dhis2"], length).document.markdown(),
        named: "report-uga-dhis2-\(length.rawValue).md")
    }
    Golden.check(
      try report("KEN", ["mosip"], .brief).document.text(width: 80),
      named: "report-ken-mosip-brief.txt")
    let brief = try report("UGA", ["oky"], .brief)
    Golden.check(brief.document.html(), named: "report-uga-oky-brief.html")
    Golden.check(brief.table.csv(), named: "report-uga-oky-brief.csv")
    Golden.check(brief.json.pretty, named: "report-uga-oky-brief.json")
    Golden.check(
      try report("CIV", [], .card, need: "sdg:4").document.markdown(),
      named: "report-civ-sdg4-card.md")
  }

  @Test(arguments: pairs, FitReport.Length.allCases)
  func everyNumberOfAKeyPointStandsInTheBody(_ pair: [String], _ length: FitReport.Length) throws {
    let report = try report(pair[0], [pair[1]], length)
    var body = report.document
    body.sections.removeAll { $0.title == "Key points" }
    body.sources = []
    let known = Self.numbers(body.text(width: 400))
    #expect((3...5).contains(report.keyPoints.count))
    for point in report.keyPoints {
      for number in Self.numbers(point.text) {
        #expect(known.contains(number), "\(number) of: \(point.text)")
      }
    }
  }

  @Test(arguments: pairs + [["CIV"]], FitReport.Length.allCases)
  func footnotesAreContinuousAndListed(_ pair: [String], _ length: FitReport.Length) throws {
    let report =
      try pair.count > 1
      ? report(pair[0], [pair[1]], length) : report(pair[0], [], length, need: "sdg:4")
    let sources = report.document.sources
    #expect(sources.map(\.number) == Array(1...sources.count))
    var body = report.document
    body.sources = []
    #expect(Set(Self.footnotes(body.text(width: 400))) == Set(1...sources.count))
    for point in report.keyPoints + report.talkingPoints {
      #expect(Set(Self.footnotes(point.text)) == Set(point.footnotes), "\(point.text)")
    }
  }

  @Test(arguments: pairs + [["CIV"]])
  func lengthsFitTheirPages(_ pair: [String]) throws {
    let limits: [FitReport.Length: Int] = [.card: 60, .brief: 130, .full: 330]
    for length in FitReport.Length.allCases {
      let report =
        try pair.count > 1
        ? report(pair[0], [pair[1]], length) : report(pair[0], [], length, need: "sdg:4")
      let lines = report.document.text(width: 80).split(
        separator: "\n", omittingEmptySubsequences: false
      ).dropLast()
      #expect(lines.count <= limits[length] ?? 0, "\(pair) \(length.rawValue): \(lines.count)")
      #expect((4...6).contains(report.talkingPoints.count))
    }
  }

  @Test func talkingPointsSayWhatToDo() throws {
    let points = try report("UGA", ["oky"], .brief).talkingPoints
    #expect(Set(points.map(\.kind)) == [.raise, .discuss, .avoid])
    #expect(points.contains { $0.numbers.contains("left-out") })
  }

  @Test func measuresThatAreChosenStandWithTheirOwnerAndWhatIsLeft() throws {
    var scenario = Scenario()
    scenario.measures = ["pr-minimise"]
    let document = try report("KEN", ["mosip"], .brief, scenario: scenario).document
    let text = document.text(width: 200)
    #expect(text.contains("Service owner"))
    #expect(text.contains("left after measures"))
    #expect(text.contains("Measure: Collect less"))
  }

  @Test func theFullLengthNamesWhatAGoodCanBuildOn() throws {
    let text = try report("UGA", ["dhis2"], .full).document.text(width: 400)
    #expect(text.contains("Data protection law enacted (2026) ["))
    #expect(text.contains("Digital identity implemented (2024) ["))
    #expect(text.contains("Builds on"))
    #expect(
      try report("ATA", ["oky"], .full).document.text(width: 400)
        .contains("Data protection law unknown"))
    #expect(!(try report("UGA", ["dhis2"], .brief).document.text().contains("Laws on record")))
  }

  @Test func mapAndTrendStandWhereTheyAreAskedFor() throws {
    func charts(_ length: FitReport.Length, good: String = "oky") throws -> [Chart] {
      try report("UGA", [good], length).document.sections.flatMap(\.blocks).compactMap {
        if case .chart(let chart) = $0 { chart } else { nil }
      }
    }
    #expect(try charts(.card).isEmpty)
    let brief = try charts(.brief)
    guard case .locator(let map)? = brief.first else {
      Issue.record("no map")
      return
    }
    #expect(map.shapes.contains { $0.iso3 == "UGA" } && map.shapes.contains { $0.iso3 == "KEN" })
    #expect(!map.shapes.contains { $0.iso3 == "BRA" })
    // A brief has one chart of bars, the full length both; for a good of officials it is the fit.
    func bars(_ charts: [Chart]) -> [String] {
      charts.compactMap { if case .bars(let chart) = $0 { chart.title } else { nil } }
    }
    let (fit, people) = (
      "Adequacy by dimension, 0 to 1", "People not reached, by group (groups overlap)"
    )
    #expect(bars(brief) == [people])
    #expect(bars(try charts(.full)) == [fit, people])
    #expect(bars(try charts(.brief, good: "dhis2")) == [fit])
  }

  @Test func sameInputSameBytes() throws {
    let one = try report("UGA", ["dhis2", "oky"], .full)
    let two = try report("UGA", ["dhis2", "oky"], .full)
    #expect(one.document.markdown() == two.document.markdown())
    #expect(one.json.pretty == two.json.pretty)
    #expect(one.table.csv() == two.table.csv())
  }

  // MARK: Programs

  @Test func theTableHasEveryNumberWithItsFootnote() throws {
    let report = try report("UGA", ["oky"], .full)
    let csv = report.table.csv().split(separator: "\n")
    #expect(csv[0] == "part,good,id,name,value,low,high,unit,year,status,source,footnote")
    let row = try #require(csv.first { $0.hasPrefix("flags,oky,electricity-rural,") })
    #expect(row.contains(",35.9,"))
    let number = try #require(row.split(separator: ",").last.flatMap { Int($0) })
    let source = try #require(report.document.sources.first { $0.number == number })
    #expect(row.contains(",\(source.id),"))
    #expect(csv.contains { $0.hasPrefix("left-out,oky,rural,") })
  }

  @Test func theJSONHasTheScreeningAndThePoints() throws {
    let report = try report("UGA", ["dhis2"], .card)
    guard case .object(let members) = report.json else {
      Issue.record("no object")
      return
    }
    let keys = members.map(\.key)
    #expect(
      keys == [
        "schema", "report", "model", "dataset", "country", "goods", "screenings", "keyPoints",
        "talkingPoints", "sources", "method",
      ])
    let text = report.json.compact
    #expect(text.contains("\"numbers\":[\"P3\",\"rule-of-law\"]"))
    #expect(text.contains("\"address\":\"https://"))
  }

  // MARK: Hostile words

  @Test func hostileWordsStayHarmless() throws {
    let hostile = "=cmd|' /C calc'!A0 <script>alert(1)</script> \u{1B}[2J\u{202E} # x | y\n## z "
    var scenario = Scenario()
    scenario.name = hostile + String(repeating: "n", count: 10_000)
    scenario.set(
      Scenario.Figure(
        iso3: "UGA", indicator: "rule-of-law", value: 5,
        source: hostile + String(repeating: "s", count: 10_000)))
    for length in FitReport.Length.allCases {
      let report = try report(
        "UGA", ["dhis2"], length, note: hostile + String(repeating: "o", count: 10_000),
        scenario: scenario)
      let outputs = [
        report.document.markdown(), report.document.text(width: 80), report.table.csv(),
        report.json.pretty,
      ]
      for text in outputs {
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
      }
      #expect(!outputs[0].contains("<script>"))
      #expect(!outputs[0].split(separator: "\n").contains { $0.hasPrefix("## z") })
      #expect(!outputs[1].contains(String(repeating: "s", count: 500)))
      #expect(
        !outputs[2].split(separator: "\n").contains { row in
          row.split(separator: ",").contains { $0.hasPrefix("=") || $0.hasPrefix("\"=") }
        })
      let lines = outputs[1].split(separator: "\n", omittingEmptySubsequences: false).count
      #expect(lines <= (length == .card ? 80 : length == .brief ? 150 : 350))
    }
  }

  // MARK: Helpers

  /// Numbers of a text, without footnotes.
  private static func numbers(_ text: String) -> Set<String> {
    var plain = ""
    var isNote = false
    for character in text {
      if character == "[" { isNote = true }
      if !isNote { plain.append(character) }
      if character == "]" { isNote = false }
    }
    return Set(
      plain.split { !$0.isNumber && $0 != "." && $0 != "," }.map { word in
        String(word).trimmingDots
      }.filter { $0.contains(where: \.isNumber) })
  }

  /// Numbers of the footnotes in a text.
  private static func footnotes(_ text: String) -> [Int] {
    text.split(separator: "[").dropFirst().compactMap { part in
      part.firstIndex(of: "]").flatMap { Int(part[..<$0]) }
    }
  }
}

extension String {
  fileprivate var trimmingDots: String {
    var text = self[...]
    while let last = text.last, last == "." || last == "," { text.removeLast() }
    while let first = text.first, first == "." || first == "," { text.removeFirst() }
    return String(text)
  }
}
