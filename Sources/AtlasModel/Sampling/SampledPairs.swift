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
  /// Fit of each pair.
  let fitOf: [Int]

  init(
    _ goods: SampleGoods, _ terms: SampledTerms, _ flags: SampledFlags,
    _ thinness: SampledThinness, _ policy: RefusalPolicy
  ) {
    fitOf = terms.fitOf
    steps.reserveCapacity(goods.positions.count)
    let thins = goods.flags.count
    let fits = thins + thinness.count
    for good in goods.positions.indices {
      var step = PairStep(
        first: Int32(list.count), refusing: 0, last: 0, policy: Int32(policy.count),
        settled: SIMD4())
      // Refusing flags come first, settled or not: how many of them are critical counts.
      for flag in goods.flagsOf[good] where goods.isRefusing[flag] && flags.isActive[flag] {
        list.append(Int32(flag))
      }
      step.refusing = Int32(list.count)
      for flag in goods.flagsOf[good] where !goods.isRefusing[flag] && flags.isActive[flag] {
        if flags.isSettled[flag] {
          step.settled |= flags.settled[flag]
        } else {
          list.append(Int32(flag))
        }
      }
      let thin = thinness.sumOf[goods.thinOf[good]]
      if !thinness.isNone[thin] { list.append(Int32(thins + thin)) }
      list.append(Int32(fits + fitOf[good]))
      step.last = Int32(list.count)
      steps.append(step)
    }
  }
}
