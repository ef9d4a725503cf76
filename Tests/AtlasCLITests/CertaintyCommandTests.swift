import AtlasModel
import AtlasTestSupport
import CSampling
import Testing

@testable import AtlasCLI

/// The kernel in C, and the commands that draw.
struct CertaintyCommandTests {
  @Test(
    "the kernel in C gives the bits of the one in Swift",
    arguments: ["UGA", "TCD", "EST", "SHN", "VAT", "PRK"])
  func kernels(_ iso3: String) throws {
    let catalog = try Fixtures.catalog
    let context = ModelContext(catalog)
    let country = try #require(catalog.countryPosition(iso3))
    let goods = SampleGoods(context, goods: Array(catalog.goods.indices))
    func sampler(_ kernel: any SampleKernel) -> VerdictSampler {
      VerdictSampler(
        context, settings: ModelSettings(preset: .dataProtector, policy: .any), goods: goods,
        options: SampleOptions(samples: 320, seed: 9), kernel: kernel)
    }
    let (swift, machine) = (sampler(SwiftSampleKernel()), sampler(MachineSampleKernel()))
    #expect(swift.shares(country: country) == machine.shares(country: country))
    #expect(swift.ranks(country: country) == machine.ranks(country: country))
    #expect(machine.keepingDraws.shares(country: country) == machine.shares(country: country))
  }

  @Test("steps have the same layout in both languages")
  func layouts() {
    #expect(MemoryLayout<LadderStep>.stride == MemoryLayout<cs_ladder_step>.stride)
    #expect(MemoryLayout<RowStep>.stride == MemoryLayout<cs_row_step>.stride)
    #expect(MemoryLayout<SumStep>.stride == MemoryLayout<cs_sum_step>.stride)
    #expect(MemoryLayout<JoinStep>.stride == MemoryLayout<cs_join_step>.stride)
    #expect(MemoryLayout<SupplyStep>.stride == MemoryLayout<cs_supply_step>.stride)
    #expect(
      MemoryLayout<SupplyStep>.offset(of: \.origin)
        == MemoryLayout<cs_supply_step>.offset(of: \.origin))
    #expect(MemoryLayout<LimitStep>.stride == MemoryLayout<cs_limit_step>.stride)
    #expect(MemoryLayout<CapStep>.stride == MemoryLayout<cs_cap_step>.stride)
    #expect(MemoryLayout<GroupStep>.stride == MemoryLayout<cs_group_step>.stride)
    #expect(MemoryLayout<MeanStep>.stride == MemoryLayout<cs_mean_step>.stride)
    #expect(MemoryLayout<TopStep>.stride == MemoryLayout<cs_top_step>.stride)
    #expect(MemoryLayout<PairStep>.stride == MemoryLayout<cs_pair_step>.stride)
    #expect(
      MemoryLayout<PairStep>.offset(of: \.settled)
        == MemoryLayout<cs_pair_step>.offset(of: \.settled))
  }

  @Test("one thread or two, the same numbers")
  func threads() throws {
    let catalog = try Fixtures.catalog
    let context = ModelContext(catalog)
    let sampler = VerdictSampler(
      context, settings: ModelSettings(), goods: SampleGoods(context, goods: [3, 50, 120]),
      options: SampleOptions(samples: 128), kernel: MachineSampleKernel())
    let countries = Array(catalog.countries.indices.prefix(40))
    let one = WorldSampler.shares(sampler, countries: countries, threads: 1)
    #expect(one == WorldSampler.shares(sampler, countries: countries, threads: 3))
    #expect(one.count == 40 && one.allSatisfy { $0.count == 3 })
  }

  @Test("a pair: flags before the verdict, shares that add up")
  func pair() throws {
    let run = try ProgramRun(["certainty", "UGA", "oky", "--samples", "200", "--format", "json"])
    #expect(run.code == 0)
    let flags = try #require(run.output.firstRange(of: "\"flags\""))
    let verdict = try #require(run.output.firstRange(of: "\"verdict\""))
    #expect(flags.lowerBound < verdict.lowerBound)
    #expect(run.output.contains("\"samples\": 200") && run.output.contains("\"seed\": 1"))
    let again = try ProgramRun(["certainty", "UGA", "oky", "--samples", "200", "--format", "json"])
    #expect(run.output == again.output)
    let text = try ProgramRun(["certainty", "UGA", "oky", "--samples", "200"])
    #expect(text.output.contains("By stakeholder") && text.output.contains("What drives the doubt"))
  }

  @Test("a country, one draw, and the column of the matrix")
  func others() throws {
    let country = try ProgramRun(
      ["certainty", "UGA", "--need", "sector:health", "--samples", "128", "--format", "csv"])
    #expect(country.code == 0 && country.output.contains("rapidpro,"))
    let draw = try ProgramRun(["certainty", "UGA", "dhis2", "--draw", "3", "--samples", "128"])
    #expect(draw.output.contains("weight of privacy") && draw.output.contains("class of this draw"))
    let matrix = try ProgramRun([
      "matrix", "--countries", "iso3:UGA", "--goods", "dhis2", "--samples", "200", "--format",
      "csv",
    ])
    let row = try #require(matrix.output.split(separator: "\n").last)
    let fields = row.split(separator: ",")
    #expect(Double(fields[3]).map { $0 > 0.8 && $0 <= 1 } == true)
    let none = try ProgramRun([
      "matrix", "--countries", "iso3:UGA", "--goods", "dhis2", "--samples", "0", "--format", "csv",
    ])
    #expect(none.output.contains("UGA,dhis2,prepare-first,,"))
  }

  @Test(
    "wrong use says what to do",
    arguments: [
      ["certainty"], ["certainty", "UGA", "--draw", "3"],
      ["certainty", "UGA", "dhis2", "--draw", "10000"],
      ["certainty", "UGA", "dhis2", "--samples", "7"], ["certainty", "UGA", "--need", "sdg:99"],
      ["certainty", "UGA", "--samples", "0"], ["matrix", "--seed", "9007199254740992"],
    ])
  func wrongUse(_ arguments: [String]) throws {
    let run = try ProgramRun(arguments)
    #expect(run.code == 64 && run.output.isEmpty && !run.errors.isEmpty)
  }
}
