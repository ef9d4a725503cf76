import ArgumentParser
import AtlasModel

/// How many draws are made, and from which seed.
struct SamplingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draws behind the certainty of a verdict, 100 to 1000000; 0 leaves certainty out.",
      valueName: "count"))
  var samples: Int = SampleOptions.usualSamples

  @Option(help: ArgumentHelp("Seed of the draws: the same one gives the same bytes."))
  var seed: UInt64 = 1

  func validate() throws {
    guard samples == 0 || SampleOptions.allowedSamples.contains(samples) else {
      throw ValidationError("--samples takes a whole number from 100 to 1000000, or 0 for none.")
    }
    guard seed < 1 << 53 else {
      throw ValidationError("--seed takes a whole number below 9007199254740992.")
    }
  }

  /// What is drawn; nil for nothing.
  var options: SampleOptions? {
    samples == 0 ? nil : SampleOptions(samples: samples, seed: seed)
  }
}
