/// The pairs of one country with some goods: which caps of flags, thinness and fit count for each.
///
/// Caps stand in one list: first the flags of the goods, then the sums of thinness, then the fits.
struct SampledPairs {
  /// How many pairs there are: one a good.
  var count: Int { steps.count }
  /// The pairs.
  private(set) var steps: [PairStep] = []
  /// Positions of caps, pair by pair.
  private(set) var list: [Int32] = []
  /// Whether a flag, a sum of thinness or a fit is asked for by any pair.
  private(set) var usesFlag: [Bool]
  private(set) var usesThin: [Bool]
  private(set) var usesFit: [Bool]

  /// Joins what counts; caps that cannot make a difference any more are left out.
  ///
  /// A pair that a settled flag holds at Prepare first needs no fit, and one that is held at Adopt with
  /// safeguards needs no flag that could do no more than that.
  init(
    _ goods: SampleGoods, _ flags: SampledFlags, _ thinness: SampledThinness,
    _ policy: RefusalPolicy
  ) {
    usesFlag = Array(repeating: false, count: goods.flags.count)
    usesThin = Array(repeating: false, count: thinness.count)
    usesFit = Array(repeating: false, count: goods.halves.count)
    steps.reserveCapacity(goods.positions.count)
    let thins = goods.flags.count
    let fits = thins + thinness.count
    for good in goods.positions.indices {
      var step = PairStep(
        first: Int32(list.count), refusing: 0, last: 0, policy: Int32(policy.count),
        settled: SIMD4())
      let own = goods.flagsOf[good]
      for flag in own where flags.isSettled[flag] && !goods.isRefusing[flag] {
        step.settled |= flags.settled[flag]
      }
      // What a settled flag caps in all draws, another one need not cap again.
      func counts(_ possible: SIMD4<UInt64>) -> Bool {
        possible & ~step.settled & SIMD4(step.settled[1] != 0 ? 0 : ~0, ~0, 0, ~0) != SIMD4()
      }
      // Refusing flags come first, settled or not: how many of them are critical counts.
      for flag in own where goods.isRefusing[flag] && flags.isActive[flag] {
        if flags.isSettled[flag] { step.settled |= flags.settled[flag] & SIMD4(~0, ~0, 0, ~0) }
      }
      for flag in own where goods.isRefusing[flag] && flags.isActive[flag] {
        guard flags.possible[flag][2] != 0 || counts(flags.possible[flag]) else { continue }
        list.append(Int32(flag))
        usesFlag[flag] = true
      }
      step.refusing = Int32(list.count)
      for flag in own where !goods.isRefusing[flag] && flags.isActive[flag] {
        guard !flags.isSettled[flag], counts(flags.possible[flag]) else { continue }
        list.append(Int32(flag))
        usesFlag[flag] = true
      }
      let thin = thinness.sumOf[goods.thinOf[good]]
      if !thinness.isNone[thin], counts(flags.thinPossible) {
        list.append(Int32(thins + thin))
        usesThin[thin] = true
      }
      if step.settled[1] == 0 {
        list.append(Int32(fits + goods.halvesOf[good]))
        usesFit[goods.halvesOf[good]] = true
      }
      step.last = Int32(list.count)
      steps.append(step)
    }
  }
}
