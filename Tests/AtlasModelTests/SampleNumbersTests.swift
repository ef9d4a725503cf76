import AtlasTestSupport
import Testing

@testable import AtlasModel

/// Random numbers by counter, gamma quantiles, bins and indices.
struct SampleNumbersTests {
  @Test("the finaliser is that of SplitMix64")
  func finaliser() {
    let random = CounterRandom(origin: 1_234_567)
    // The first outputs of SplitMix64 for this seed, as published with the generator.
    #expect(random.word(0) == 6_457_827_717_110_365_317)
    #expect(random.word(1) == 3_203_168_211_198_807_973)
    #expect(random.word(2) == 9_817_491_932_198_370_423)
  }

  @Test("a block holds the numbers that are asked for alone")
  func blocks() {
    let random = CounterRandom(seed: 7, stream: "a")
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 64) { space in
      guard let row = space.baseAddress else { return }
      random.fill(3, row)
      for lane in 0..<64 { #expect(row[lane] == random.uniform(3 * 64 + lane)) }
    }
  }

  @Test("numbers are even, and streams differ by name and by seed")
  func evenness() {
    let random = CounterRandom(seed: 1, stream: "weight privacy")
    let values = (0..<20_000).map { Double(random.uniform($0)) }
    let mean = values.reduce(0, +) / 20_000
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 20_000
    #expect(abs(mean - 0.5) < 0.01 && abs(square - 1.0 / 12) < 0.002)
    #expect(values.allSatisfy { $0 > 0 && $0 < 1 })
    #expect(random.word(0) != CounterRandom(seed: 2, stream: "weight privacy").word(0))
    #expect(random.word(0) != CounterRandom(seed: 1, stream: "weight power").word(0))
  }

  @Test("the logarithm is right")
  func logarithm() {
    for (value, expected) in [
      (1.0, 0.0), (2.0, 0.693_147_180_559_945_3), (10.0, 2.302_585_092_994_046),
      (0.001, -6.907_755_278_982_137), (57.3, 4.048_300_623_720_86),
    ] { #expect(abs(Elementary.log(value) - expected) < 1e-12) }
  }

  @Test("quantiles of shape 1 are those of the exponential distribution")
  func exponential() {
    let table = GammaQuantiles(shape: 1).values
    for step in [1, 100, 512, 900, 1_000] {
      let exact = -Elementary.log(1 - Double(step) / 1_024)
      #expect(abs(Double(table[step]) - exact) < 2e-3 * max(1, exact))
    }
  }

  @Test(
    "the mean and variance of a gamma distribution are its shape", arguments: [1, 2.333, 3.4, 13])
  func moments(_ shape: Double) {
    let table = GammaQuantiles(shape: shape).values.map { Double($0) }
    var mean = 0.0
    var square = 0.0
    for step in 0..<1_024 {
      let (low, high) = (table[step], table[step + 1])
      #expect(low <= high)
      mean += (low + high) / 2 / 1_024
      square += (low * low + low * high + high * high) / 3 / 1_024
    }
    #expect(abs(mean - shape) < 0.004 * shape)
    #expect(abs(square - mean * mean - shape) < 0.03 * shape)
  }

  @Test("an input that decides everything has index 1, and one out of step has none")
  func indices() {
    let values = (0..<3_200).map { Float($0 % 997) }
    let bins = VerdictSampler.bins(of: values)
    #expect(Set(bins).count == 32)
    let outcome = bins.map { $0 >= 16 }
    #expect(abs(VerdictSampler.index(bins, outcome, shift: 0) - 1) < 1e-9)
    let noise = CounterRandom(seed: 1, stream: "noise")
    let other = (0..<3_200).map { noise.uniform($0) < 0.5 }
    #expect(VerdictSampler.index(bins, other, shift: 0) < 0.03)
    #expect(VerdictSampler.bins(of: [1, 0, 1, -1]).count == 4)
    #expect(Set(VerdictSampler.bins(of: [1, 0, 1, -1])).count == 3)
  }

  @Test("steps as words are those of the limits")
  func words() {
    let steps = StepWords(passed: 0b1, 0b11, 0b111, 0b1111)
    #expect(steps.words.0 == 0b1 && steps.words.1 == 0b10 && steps.words.3 == 0b1000)
    #expect(steps.any(of: 0b10001) == ~0b1110)
    let missed = StepWords(missed: ~SIMD4(0b1, 0b11, 0b111, 0b1111))
    #expect(missed == steps)
  }

  @Test("runs that are equal share a number, label and all")
  func runs() {
    var runs = SharedRuns()
    func number(_ run: [Int32], label: Int = 0) -> Int {
      runs.begin()
      for entry in run { runs.append(entry) }
      return runs.end(label: label)
    }
    #expect(number([1, 2, 3]) == 0 && number([]) == 1 && number([1, 2]) == 2)
    #expect(number([1, 2, 3]) == 0 && number([]) == 1 && number([1, 2, 3], label: 1) == 3)
    #expect(runs.list == [1, 2, 3, 1, 2, 1, 2, 3])
    #expect(runs.range(0) == (0, 3) && runs.range(1) == (3, 3) && runs.range(3) == (5, 8))
  }

  @Test("sets of likelihoods, packed")
  func sets() {
    let sets = PackedSets(0b11000, 0b10000, 0)
    #expect(sets.kinds == 0b011 && sets.words(at: 4) == SIMD4(~0, ~0, 0, 0))
    #expect(sets.words(at: 3) == SIMD4(~0, 0, 0, 0) && sets.always == PackedSets(31, 31, 0))
    // Yes and yes is step 4, yes and no 0, no and yes 3, no and no 1.
    let answers = sets.answering(.answers([4, 0, 3, 1], .closed, .alternatives))
    #expect(answers == PackedSets(0b0101, 0b0001, 0))
    #expect(sets.answering(.country) == sets)
  }

  @Test("certainty in words")
  func certainty() {
    #expect(Certainty(0.95) == .verySure && Certainty(0.949) == .sure)
    #expect(Certainty(0.8) == .sure && Certainty(0.6) == .leaning && Certainty(0.59) == .cannotSay)
    let shares = VerdictShares([0, 700, 300, 0, 0], samples: 1_000)
    #expect(shares.certainty(of: .withSafeguards) == 0.7)
    #expect(shares.word(of: .withSafeguards) == .leaning)
    #expect(shares.certainty(of: .cannotSay) == nil && shares.word(of: .cannotSay) == .cannotSay)
    #expect(shares.most == .withSafeguards)
    #expect(abs(shares.standardError(.prepareFirst) - 0.0145) < 1e-4)
    #expect(VerdictShares([200, 200, 200, 200, 200], samples: 1_000).entropy > 0.999)
  }
}
