import AtlasTestSupport
import Testing

@testable import AtlasModel

/// Draws of verdicts on the bundled dataset; few draws, for these tests run without optimisation.
struct VerdictSamplerTests {
  private let context: ModelContext
  private let listed: [Int]
  private let goods: SampleGoods

  init() throws {
    let catalog = try Fixtures.catalog
    context = ModelContext(catalog)
    listed = catalog.goods.indices.filter { catalog.goods[$0].standing == .listed }
    goods = SampleGoods(context, goods: listed)
  }

  private func sampler(_ options: SampleOptions, _ settings: ModelSettings = ModelSettings())
    -> VerdictSampler
  {
    VerdictSampler(context, settings: settings, goods: goods, options: options)
  }

  private func country(_ iso3: String) throws -> Int {
    try #require(context.catalog.countryPosition(iso3))
  }

  /// Number of a listed good.
  private func number(_ id: String) throws -> Int {
    let position = try #require(context.catalog.goodPosition(id))
    return try #require(listed.firstIndex(of: position))
  }

  @Test("every draw has one class, and the same seed gives the same numbers")
  func repeatable() throws {
    let options = SampleOptions(samples: 200, seed: 3)
    let uganda = try country("UGA")
    let shares = sampler(options).shares(country: uganda)
    #expect(shares.allSatisfy { $0.counts.reduce(0, +) == 200 && $0.samples == 200 })
    #expect(shares == sampler(options).shares(country: uganda))
    #expect(shares != sampler(SampleOptions(samples: 200, seed: 4)).shares(country: uganda))
    // Most pairs are in doubt somewhere, or nothing was drawn.
    #expect(shares.count { $0.counts.max() ?? 0 < 200 } > 50)
  }

  @Test("a good has the same draws alone and among others")
  func alone() throws {
    let options = SampleOptions(samples: 130)
    let chad = try country("TCD")
    let all = sampler(options).shares(country: chad)
    for number in stride(from: 0, to: listed.count, by: 29) {
      let one = VerdictSampler(sampler(options), goods: [listed[number]])
      #expect(one.shares(country: chad)[0] == all[number])
    }
  }

  @Test("any draw can be redone alone")
  func redone() throws {
    let options = SampleOptions(samples: 96)
    let sampler = sampler(options)
    for (iso3, id) in [("UGA", "dhis2"), ("TCD", "altinn"), ("BRA", "decidim")] {
      let place = try country(iso3)
      let good = try number(id)
      let draws = (0..<96).map { sampler.draw($0, country: place, good: good) }
      let counts = VerdictClass.allCases.map { verdict in draws.count { $0.verdict == verdict } }
      #expect(counts == sampler.shares(country: place)[good].counts)
      #expect(draws[5] == sampler.draw(5, country: place, good: good))
      #expect(draws[5] != draws[6])
      let weights = draws[7].values.filter { $0.name.hasPrefix("weight of") }.map(\.value)
      #expect(weights.count == 9 && abs(weights.reduce(0, +) - 1) < 1e-5)
    }
  }

  @Test(
    "with nothing but figures drawn, every draw lies between the cautious and the hopeful class")
  func insideTheExactRange() throws {
    let options = SampleOptions(samples: 128, weights: .fixed, movesModel: false)
    let settings = ModelSettings(preset: .dataProtector)
    let assessor = Assessor(context, settings: settings)
    let sampler = sampler(options, settings)
    var settled = 0
    for iso3 in ["UGA", "EST", "TCD", "BRA", "NRU", "XKX", "PRK", "SHN", "FJI", "DEU"] {
      let place = try country(iso3)
      let conditions = assessor.conditions(country: place, explains: false)
      let all = sampler.shares(country: place)
      for (number, good) in listed.enumerated() {
        let record = context.catalog.goods[good]
        // An answer that is open is a coin in draws, inside what the flags leave open.
        let verdict = assessor.screening(good: good, conditions: conditions, explains: false)
          .verdict
        let shares = all[number]
        let low = verdict.cautious.rank ?? 0
        let high = verdict.hopeful.rank ?? 3
        for (place, count) in shares.counts.enumerated() where count > 0 {
          guard let rank = VerdictClass.allCases[place].rank else { continue }
          #expect((low...high).contains(rank), "\(iso3) \(record.id)")
        }
        if low == high, verdict.class != .cannotSay {
          settled += 1
          #expect(shares.certainty(of: verdict.class) == 1, "\(iso3) \(record.id)")
        }
      }
    }
    #expect(settled > 1_000)
  }

  @Test("draws of supplies stay inside their exact ranges")
  func supplies() throws {
    for iso3 in ["UGA", "TCD", "BRA", "NRU", "XKX", "SHN", "VAT", "PRK"] {
      let conditions = CountryConditions(context, country: try country(iso3), explains: false)
      let drawn = SampledSupplies(conditions, seed: 1)
      let all = conditions.supplies
      let rural = try #require(all.groups[.rural])
      let women = try #require(all.groups[.women])
      let poorest = try #require(all.groups[.poorest40])
      let ranges: [(SupplyRow, Interval)] = [
        (.signal, all.total.signal.range), (.internet, all.total.internet.range),
        (.literacy, all.total.literacy.range), (.electricity, all.total.electricity.range),
        (.privacy, all.privacy.range), (.humanCapital, all.humanCapital.range),
        (.eGovernment, all.eGovernment.range),
        (.ruralInternet, rural.internet.range), (.womenInternet, women.internet.range),
        (.poorestMobile, poorest.mobile.range),
      ]
      let rows = AlignedRows(drawn.constants)
      for block in 0..<4 {
        rows.withRows { values in
          drawn.fill(SwiftSampleKernel(), block, values)
          for (row, range) in ranges {
            for lane in 0..<64 {
              let value = Double(values[row.rawValue * 64 + lane])
              #expect(value >= range.low - 1e-4 && value <= range.high + 1e-4, "\(iso3) \(row)")
            }
          }
        }
      }
    }
  }

  @Test("a missing figure without peers fills what is open, whatever its scale")
  func openFigures() throws {
    // Saint Helena has no human capital index and no peers: nearly all draws at 100 would be a fault.
    let conditions = CountryConditions(context, country: try country("SHN"), explains: false)
    let drawn = SampledSupplies(conditions, seed: 1)
    let rows = AlignedRows(drawn.constants)
    var values: [Float] = []
    for block in 0..<8 {
      rows.withRows { row in
        drawn.fill(SwiftSampleKernel(), block, row)
        for lane in 0..<64 { values.append(row[SupplyRow.humanCapital.rawValue * 64 + lane]) }
      }
    }
    let mean = values.reduce(0, +) / Float(values.count)
    #expect(values.contains { $0 < 30 } && values.contains { $0 > 70 } && mean > 20 && mean < 80)
  }

  @Test("ranks are those of sorting every draw")
  func ranks() throws {
    let options = SampleOptions(samples: 100)
    let sampler = sampler(options)
    for iso3 in ["UGA", "SOM", "EST"] {
      let place = try country(iso3)
      var counts = Array(repeating: Int32(0), count: listed.count * 10)
      let conditions = CountryConditions(context, country: place, explains: false)
      SampleWorker(sampler).run(place, wants: [.classes, .losses, .scores]) { frame, pairs in
        for lane in 0..<64 where frame.used >> UInt64(lane) & 1 == 1 {
          var standing: [(key: Float, good: Int)] = []
          for good in listed.indices {
            let classes = frame.classes + 5 * pairs.placeOf[good]
            let isAdopt = classes[0] >> UInt64(lane) & 1 == 1
            guard isAdopt || classes[1] >> UInt64(lane) & 1 == 1 else { continue }
            let goals = goods.goals[goods.goalsOf[good]]
            var need: Float = 0
            for goal in goals { need += 1 - frame.scores[(goal - 1) * 64 + lane] / 100 }
            need *= 1 / Float(goals.count)
            let fit = 1 - frame.losses[goods.halvesOf[good] * 64 + lane]
            standing.append((0.5 * fit + 0.5 * need + (isAdopt ? 2 : 0), good))
          }
          standing.sort { ($1.key, $0.good) < ($0.key, $1.good) }
          for (rank, entry) in standing.prefix(10).enumerated() {
            counts[entry.good * 10 + rank] += 1
          }
        }
      }
      let ranks = sampler.ranks(country: place)
      #expect(ranks.counts == counts, "\(iso3)")
      #expect(conditions.country == place)
      for good in ranks.order.prefix(5) {
        #expect(ranks.firstTen(good: good) <= ranks.passes(good: good) + 1e-12)
        if let weights = ranks.centralWeights(good: good) {
          #expect(abs(weights.reduce(0, +) - 1) < 1e-4)
        }
      }
    }
  }

  @Test("of two goods one stands first, or neither passes")
  func wins() throws {
    let sampler = sampler(SampleOptions(samples: 100))
    let uganda = try country("UGA")
    let ranks = sampler.ranks(country: uganda)
    let first = Array(ranks.order.prefix(4))
    let wins = sampler.wins(country: uganda, of: first)
    for one in first.indices {
      #expect(wins[one][one] == 0)
      for two in first.indices where two != one {
        let sum = wins[one][two] + wins[two][one]
        let either = max(ranks.passes(good: first[one]), ranks.passes(good: first[two]))
        #expect(sum >= either - 1e-9 && sum <= 1 + 1e-9)
      }
    }
  }

  @Test("what drives the doubt is what is in doubt")
  func drivers() throws {
    let options = SampleOptions(samples: 640, weights: .fixed, movesModel: false)
    let sampler = sampler(options)
    let good = try number("decidim")
    let brazil = try country("BRA")
    let shown = sampler.shares(country: brazil)[good].most
    let drivers = sampler.drivers(country: brazil, good: good, of: shown)
    // Of Brazil the rural people's use is not measured, and little else.
    let top = try #require(drivers.first)
    #expect(top.name.contains("rural people"))
    #expect(top.index > 0.3)
    #expect(drivers.allSatisfy { $0.index >= 0 && $0.index <= 1 + 1e-9 })
    let estonia = sampler.drivers(country: try country("EST"), good: 5, of: .adopt)
    #expect(estonia.isEmpty)
  }
}
