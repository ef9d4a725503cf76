/// The pairs of one country with some goods: which caps of flags, thinness and fit count for each.
///
/// Caps stand in one list: first the flags of the goods, then the sums of thinness, the fits, and the groups.
/// Goods for which the same caps count share a pair.
struct SampledPairs {
  /// How many distinct pairs there are.
  var count: Int { steps.count }
  /// The pairs.
  private(set) var steps: [PairStep] = []
  /// The pair of each good.
  private(set) var placeOf: [Int] = []
  /// Groups of flags on the data of a good.
  private(set) var groups: [GroupStep] = []
  /// Positions of caps, pair by pair and group by group.
  private(set) var list: [Int32] = []
  /// Whether a flag, a sum of thinness or a fit is asked for by any pair.
  private(set) var usesFlag: [Bool]
  private(set) var usesThin: [Bool]
  private(set) var usesFit: [Bool]

  /// Whether a good may be adopted in any draw, with safeguards or without: no settled flag holds it back.
  func mayPass(_ good: Int) -> Bool {
    let settled = steps[placeOf[good]].settled
    return settled[1] == 0 && settled[3] == 0
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
    placeOf.reserveCapacity(goods.positions.count)
    let thins = goods.flags.count
    let fits = thins + thinness.count
    let thinKinds = flags.thinPossible
    var pairs = SharedRuns()
    var members = SharedRuns()
    var others: [Int32] = []
    var grouped: [Int32] = []
    for good in goods.positions.indices {
      let own = goods.flagList[goods.flagStarts[good]..<goods.flagStarts[good + 1]]
      // Kinds of caps: safeguards, prepare, critical, cannot say.
      var settled: UInt8 = 0
      for flag in own { settled |= flags.always[Int(flag)] }
      // What a settled flag caps in all draws, another one need not cap again.
      let open = ~settled & (settled & 0b0010 != 0 ? 0b1010 : 0b1011)
      others.removeAll(keepingCapacity: true)
      grouped.removeAll(keepingCapacity: true)
      var refusing = 0
      for flag in own {
        let code = flags.codes[Int(flag)]
        if code & SampledFlags.Code.refuses != 0 {
          // Refusing flags count settled or not: how many of them are critical matters.
          guard code & SampledFlags.Code.kinds & (open | 0b0100) != 0 else { continue }
          if refusing == 0 { members.begin() }
          refusing += 1
          members.append(flag)
        } else {
          guard code & SampledFlags.Code.kinds & open != 0,
            code & SampledFlags.Code.isSettled == 0
          else { continue }
          if code & SampledFlags.Code.isOnData != 0 {
            grouped.append(flag)
          } else {
            others.append(flag)
          }
        }
        usesFlag[Int(flag)] = true
      }
      pairs.begin()
      if refusing > 0 || !grouped.isEmpty {
        if refusing == 0 { members.begin() }
        for flag in grouped { members.append(flag) }
        let number = members.end(label: refusing)
        if number == groups.count {
          groups.append(
            GroupStep(
              out: Int32(fits + goods.halves.count + number), first: 0, refusing: Int32(refusing),
              last: 0))
        }
        pairs.append(Int32(fits + goods.halves.count + number))
      }
      for flag in others { pairs.append(flag) }
      let thin = thinness.sumOf[goods.thinOf[good]]
      if !thinness.isNone[thin], thinKinds & open != 0 {
        pairs.append(Int32(thins + thin))
        usesThin[thin] = true
      }
      if settled & 0b0010 == 0 || keepsFits {
        pairs.append(Int32(fits + goods.halvesOf[good]))
        usesFit[goods.halvesOf[good]] = true
      }
      let number = pairs.end(label: Int(settled))
      if number == steps.count {
        steps.append(PairStep(first: 0, last: 0, settled: PackedSets.words(settled)))
      }
      placeOf.append(number)
    }
    for number in steps.indices {
      (steps[number].first, steps[number].last) = pairs.range(number)
    }
    sortByLength()
    // Groups read their own part of the list, behind that of the pairs.
    let behind = Int32(pairs.list.count)
    for number in groups.indices {
      let (first, last) = members.range(number)
      groups[number].first = behind + first
      groups[number].refusing += behind + first
      groups[number].last = behind + last
    }
    list = pairs.list + members.list
  }
}

extension SampledPairs {
  /// Puts pairs with as many caps next to each other: the kernel guesses right when a loop ends.
  private mutating func sortByLength() {
    func length(_ step: PairStep) -> Int { min(Int(step.last - step.first), 31) }
    var places = Array(repeating: 0, count: 33)
    for step in steps { places[length(step) + 1] += 1 }
    for length in 1..<places.count { places[length] += places[length - 1] }
    var sorted = steps
    var moved = Array(repeating: 0, count: steps.count)
    for (number, step) in steps.enumerated() {
      moved[number] = places[length(step)]
      sorted[places[length(step)]] = step
      places[length(step)] += 1
    }
    steps = sorted
    for good in placeOf.indices { placeOf[good] = moved[placeOf[good]] }
  }
}

/// Runs of numbers in one list, of which equal ones stand there once.
struct SharedRuns {
  /// The runs.
  private(set) var list: [Int32] = []
  private var starts: [Int32] = [0]
  private var labels: [Int] = []
  /// The last run of each hash, and the run before each that has the same one.
  private var heads = Array(repeating: Int32(-1), count: 256)
  private var before: [Int32] = []
  private var hash: UInt64 = 0

  /// Begins a run.
  mutating func begin() { hash = 0xcbf2_9ce4_8422_2325 }

  /// Adds a number to the run that was begun.
  mutating func append(_ number: Int32) {
    list.append(number)
    hash = (hash ^ UInt64(UInt32(bitPattern: number))) &* 0x0000_0100_0000_01b3
  }

  /// Ends a run: the number of the first one that is equal, label and all.
  mutating func end(label: Int) -> Int {
    let first = Int(starts[starts.count - 1])
    hash = (hash ^ UInt64(label)) &* 0x9e37_79b9_7f4a_7c15
    let cell = Int(hash >> 56)
    var known = heads[cell]
    while known >= 0 {
      let (start, end) = (Int(starts[Int(known)]), Int(starts[Int(known) + 1]))
      if labels[Int(known)] == label, end - start == list.count - first,
        (0..<end - start).allSatisfy({ list[start + $0] == list[first + $0] })
      {
        list.removeSubrange(first...)
        return Int(known)
      }
      known = before[Int(known)]
    }
    let number = labels.count
    before.append(heads[cell])
    heads[cell] = Int32(number)
    labels.append(label)
    starts.append(Int32(list.count))
    return number
  }

  /// Where a run begins and ends.
  func range(_ number: Int) -> (first: Int32, last: Int32) { (starts[number], starts[number + 1]) }
}
