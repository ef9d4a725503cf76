/// The pairs of one country with some goods: which caps of flags, thinness and fit count for each.
///
/// Caps stand in one list: first the flags of the goods, then the sums of thinness, the fits, and the groups.
struct SampledPairs {
  /// How many pairs there are: one a good.
  var count: Int { steps.count }
  /// The pairs.
  private(set) var steps: [PairStep] = []
  /// Groups of flags on the data of a good.
  private(set) var groups: [GroupStep] = []
  /// Positions of caps, group by group and pair by pair.
  private(set) var list: [Int32] = []
  /// Whether a flag, a sum of thinness or a fit is asked for by any pair.
  private(set) var usesFlag: [Bool]
  private(set) var usesThin: [Bool]
  private(set) var usesFit: [Bool]

  /// Whether a pair may be adopted in any draw, with safeguards or without: no settled flag holds it back.
  func mayPass(_ good: Int) -> Bool {
    steps[good].settled[1] == 0 && steps[good].settled[3] == 0
  }

  /// Joins what counts; caps that cannot make a difference any more are left out.
  ///
  /// A pair that a settled flag holds at Prepare first needs no fit, and one that is held at Adopt with
  /// safeguards needs no flag that could do no more than that.
  init(
    _ goods: SampleGoods, _ flags: SampledFlags, _ thinness: SampledThinness,
    keepsFits: Bool = false
  ) {
    usesFlag = Array(repeating: false, count: goods.flags.count)
    usesThin = Array(repeating: false, count: thinness.count)
    usesFit = Array(repeating: false, count: goods.halves.count)
    steps.reserveCapacity(goods.positions.count)
    let thins = goods.flags.count
    let fits = thins + thinness.count
    var numbers: [[Int]: Int] = [:]
    var groupList: [Int32] = []
    for good in goods.positions.indices {
      var step = PairStep(first: Int32(list.count), last: 0, settled: SIMD4())
      let own = goods.flagsOf[good]
      for flag in own where flags.isSettled[flag] && !goods.isRefusing[flag] {
        step.settled |= flags.settled[flag]
      }
      // What a settled flag caps in all draws, another one need not cap again.
      func counts(_ possible: SIMD4<UInt64>) -> Bool {
        possible & ~step.settled & SIMD4(step.settled[1] != 0 ? 0 : ~0, ~0, 0, ~0) != SIMD4()
      }
      for flag in own where flags.isSettled[flag] && goods.isRefusing[flag] {
        step.settled |= flags.settled[flag] & SIMD4(~0, ~0, 0, 0)
      }
      // Refusing flags count settled or not: how many of them are critical matters.
      let refusing = own.filter {
        goods.isRefusing[$0] && flags.isActive[$0]
          && (flags.possible[$0][2] != 0 || counts(flags.possible[$0]))
      }
      let others = own.filter {
        !goods.isRefusing[$0] && flags.isActive[$0] && !flags.isSettled[$0]
          && counts(flags.possible[$0])
      }
      let grouped = others.filter { goods.isOnData[$0] }
      for flag in refusing + others { usesFlag[flag] = true }
      if !(refusing + grouped).isEmpty {
        let key = [refusing.count] + refusing + grouped
        let number = numbers[key] ?? groups.count
        if number == groups.count {
          numbers[key] = number
          let first = Int32(groupList.count)
          groupList += (refusing + grouped).map { Int32($0) }
          groups.append(
            GroupStep(
              out: Int32(fits + goods.halves.count + number), first: first,
              refusing: first + Int32(refusing.count), last: Int32(groupList.count)))
        }
        list.append(Int32(fits + goods.halves.count + number))
      }
      list += others.filter { !goods.isOnData[$0] }.map { Int32($0) }
      let thin = thinness.sumOf[goods.thinOf[good]]
      if !thinness.isNone[thin], counts(flags.thinPossible) {
        list.append(Int32(thins + thin))
        usesThin[thin] = true
      }
      if step.settled[1] == 0 || keepsFits {
        list.append(Int32(fits + goods.halvesOf[good]))
        usesFit[goods.halvesOf[good]] = true
      }
      step.last = Int32(list.count)
      steps.append(step)
    }
    // Groups read their own part of the list, behind that of the pairs.
    let behind = Int32(list.count)
    list += groupList
    for number in groups.indices {
      groups[number].first += behind
      groups[number].refusing += behind
      groups[number].last += behind
    }
  }
}
