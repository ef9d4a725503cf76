import Testing

@testable import AtlasModel

struct PlanTests {
  private static func outline(_ text: String) throws -> PlanOutline {
    let catalog = BundledCatalog.catalog
    let reading = PlanText.read("dpg-atlas plan 1\n" + text, catalog: catalog)
    try #require(reading.problems.isEmpty, "\(reading.problems)")
    return Assessor(catalog: catalog).outline(
      reading.plan, country: try #require(catalog.countryPosition(reading.plan.iso3)))
  }

  @Test func textReadsBack() throws {
    let text = """
      dpg-atlas plan 1
      name: Health, first
      country: UGA
      start: 2027-01
      good: dhis2
      measure dhis2: pr-minimise
      note dhis2: The ministry knows.
      good: openg2p
      have agents: partly
      months pilot: 6 to 9
      size uptake: 0.5

      """
    let reading = PlanText.read(text, catalog: BundledCatalog.catalog)
    #expect(reading.problems.isEmpty)
    #expect(PlanText.write(reading.plan) == text)
    let windows = text.split(separator: "\n").joined(separator: "\r\n")
    #expect(
      PlanText.read("\u{FEFF}" + windows, catalog: BundledCatalog.catalog).plan == reading.plan)
  }

  @Test(arguments: [
    ("nonsense", 1, "this is no plan"), ("dpg-atlas plan 2", 1, "no plan, or one of another"),
    ("dpg-atlas plan 1\ncountry UGA", 2, "has no colon"),
    ("dpg-atlas plan 1\ncuntry: UGA", 2, "is no key"),
    ("dpg-atlas plan 1\ncountry: UGX", 2, "no country code"),
    ("dpg-atlas plan 1\ncountry: UGA\ncountry: KEN", 3, "stands on line 2"),
    ("dpg-atlas plan 1\ncountry: UGA\nstart: soon", 3, "is no month"),
    ("dpg-atlas plan 1\ncountry: UGA\ngood: dhis", 3, "no good"),
    ("dpg-atlas plan 1\ncountry: UGA\nmeasure dhis2: pr-minimise", 3, "no line above chooses"),
    ("dpg-atlas plan 1\ncountry: UGA\ngood: dhis2\nmeasure dhis2: pr-minimize", 4, "no measure"),
    ("dpg-atlas plan 1\ncountry: UGA\nhave law: yes", 3, "no phase or building block"),
    ("dpg-atlas plan 1\ncountry: UGA\nhave data-law: yes", 3, "is no standing"),
    ("dpg-atlas plan 1\ncountry: UGA\nmonths pilot: 9 to 6", 3, "no range of months"),
    ("dpg-atlas plan 1\ncountry: UGA\nsize uptake: half", 3, "is no number"),
    ("dpg-atlas plan 1\ncountry: UGA\nsize uptick: 1", 3, "no rule or amount"),
    ("dpg-atlas plan 1\ncountry: UGA\nnote: words", 3, "is not complete"),
    ("dpg-atlas plan 1\ncountry: UGA\nname:", 3, "nothing behind the colon"),
    ("dpg-atlas plan 1\nname: x", 2, "no line names the country"),
  ])
  func everyFaultHasLineAndCause(text: String, line: Int, cause: String) throws {
    let problems = PlanText.read(text, catalog: BundledCatalog.catalog).problems
    let first = try #require(problems.first)
    #expect(first.line == line && first.message.contains(cause), "\(first)")
    #expect(problems.count == 1)
  }

  @Test func prerequisitesComeAfterWhatTheyNeed() throws {
    let catalog = BundledCatalog.catalog
    let outline = try Self.outline("country: NGA\ngood: openg2p\ngood: mosip\ngood: dhis2")
    let order = outline.prerequisites.map(\.block.id)
    #expect(Set(order).count == order.count)
    for (place, item) in outline.prerequisites.enumerated() {
      for needed in catalog.blocks(requiredBy: item.block.id) {
        // What a chosen good is itself, is no prerequisite.
        guard let before = order.firstIndex(of: needed) else { continue }
        #expect(before < place, "\(needed) before \(item.block.id)")
      }
    }
    // The payment rail of one good serves that good only; the law serves all three.
    let law = try #require(outline.prerequisites.first { $0.block.id == "data-law" })
    #expect(law.serves.sorted() == ["dhis2", "mosip", "openg2p"])
    #expect(
      outline.prerequisites.contains { $0.block.id == "payments" && $0.serves == ["openg2p"] })
    for item in outline.prerequisites where item.standing != .unknown {
      #expect(item.source != nil, "\(item.block.id)")
    }
  }

  @Test func ownWordsCountAndNotOnRecordIsNotMissing() throws {
    let before = try Self.outline("country: UGA\ngood: openg2p")
    let agents = try #require(before.prerequisites.first { $0.block.id == "agents" })
    #expect(agents.standing == .unknown && agents.source == nil && agents.isOpen)
    let after = try Self.outline("country: UGA\ngood: openg2p\nhave agents: in-place")
    let mine = try #require(after.prerequisites.first { $0.block.id == "agents" })
    #expect(mine.isOwnWord && !mine.isOpen)
    #expect(!after.spans.contains { $0.id == "agents" })
    #expect(before.spans.contains { $0.id == "agents" })
  }

  @Test func pilotsWaitForOpenBlocks() throws {
    let quick = try Self.outline("country: UGA\ngood: openg2p")
    let slow = try Self.outline("country: UGA\ngood: openg2p\nmonths agents: 30 to 40")
    func pilot(_ outline: PlanOutline) -> Interval? {
      outline.spans.first { $0.id == "pilot" }?.start
    }
    let late = try #require(pilot(slow))
    #expect(late.low >= 30 && late.high >= 40)
    #expect(try #require(pilot(quick)).low < late.low)
    for span in slow.spans {
      if let end = span.end { #expect(end.low >= span.start.low && end.high >= span.start.high) }
    }
    #expect(PlanDurations.range("4 to 12 weeks").map { $0.high < 2.77 && $0.low > 0.91 } == true)
    #expect(PlanDurations.range("1 to 3 years") == Interval(12, 36))
    #expect(PlanDurations.range("ongoing") == nil)
  }

  @Test func residualRiskNeverRisesFromPhaseToPhase() throws {
    let words = ["none", "low", "moderate", "high", "critical"]
    let outline = try Self.outline(
      "country: UGA\ngood: dhis2\nmeasure dhis2: pr-minimise\nmeasure dhis2: se-partners"
        + "\nmeasure dhis2: ha-redress")
    #expect(!outline.residuals.isEmpty)
    var falls = 0
    for residual in outline.residuals {
      let levels = ([residual.before] + residual.after).compactMap(words.firstIndex)
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 >= $1 }, "\(residual)")
      if levels.first != levels.last { falls += 1 }
    }
    #expect(falls > 0)
    let item = try #require(outline.items.first)
    for residual in outline.residuals {
      #expect(residual.after.last == item.insight.screening.flags[residual.flag].residualWord)
    }
  }

  @Test func sizesFollowTheirParameters() throws {
    let full = try Self.outline("country: UGA\ngood: mosip")
    let half = try Self.outline("country: UGA\ngood: mosip\nsize kit-per-day: 100\nsize years: 1")
    func kits(_ outline: PlanOutline) -> PlanSize? { outline.sizes.first { $0.id == "kits" } }
    let population = try #require(
      BundledCatalog.catalog.observation(
        country: full.country, "population")
    ).value
    #expect(
      try #require(kits(full)?.range)
        == Interval(population / (51 * 220 * 3), population / (34 * 220 * 3)))
    #expect(try #require(kits(half)?.range) == Interval(population / (100 * 220)))
    #expect(try #require(kits(half)).formula.contains("your own"))
    for size in full.sizes where size.range != nil {
      #expect(!size.formula.isEmpty && !(size.basis + size.address).isEmpty, "\(size.id)")
    }
    let clinics = try Self.outline("country: UGA\ngood: dhis2")
    #expect(clinics.sizes.contains { $0.id == "facilities" && $0.range == nil })
    let known = try Self.outline("country: UGA\ngood: dhis2\nsize facilities: 100")
    #expect(known.sizes.first { $0.id == "facilities" }?.range == Interval(70_900, 259_100))
  }

  @Test func graveFlagsAskForAMeasureOrANote() throws {
    let bare = try Self.outline("country: UGA\ngood: dhis2")
    #expect(!(bare.items[0].unanswered.isEmpty))
    let noted = try Self.outline("country: UGA\ngood: dhis2\nnote dhis2: known")
    #expect(noted.items[0].unanswered.isEmpty)
  }
}
