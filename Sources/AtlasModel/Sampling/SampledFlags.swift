/// The flags of some goods in one country, made ready for draws.
struct SampledFlags {
  /// Caps of the flags that are the same in all draws.
  private(set) var settled: [SIMD4<UInt64>]
  /// Kinds of caps that a flag has in all draws, see `PackedSets.kinds`; what refuses is counted, and not here.
  private(set) var always: [UInt8]
  /// What a flag is to pairs.
  private(set) var codes: [UInt8]

  /// Bits of a code: kinds of caps in any draw, whether it is one of those that refuse, on the data of the good,
  /// the same in all draws.
  enum Code {
    static let kinds: UInt8 = 0b1111
    static let refuses: UInt8 = 1 << 4
    static let isOnData: UInt8 = 1 << 5
    static let isSettled: UInt8 = 1 << 6
  }

  /// Likelihoods of E1, as bits, for safeguards, prepare, none and cannot say.
  let thin: SIMD4<UInt8>
  private let table: StepTable
  /// Flags that differ from draw to draw.
  private var drawn: [CapStep] = []
  /// Sets of masks of those, and the coins that answers rest on.
  private var sets: [Int32] = []
  private var answers: [(one: SampleDraws.Coin, two: SampleDraws.Coin)] = []
  /// Masks of all sets that ever came up.
  private var masks: AlignedSpace<SIMD4<UInt64>>

  init(
    _ goods: SampleGoods, _ likelihoods: SampledLikelihoods, _ groups: SampledGroups,
    _ outcomes: inout SampleOutcomes, _ conditions: CountryConditions, _ table: StepTable
  ) {
    self.table = table
    masks = outcomes.masks
    settled = Array(repeating: SIMD4(), count: goods.flags.count)
    always = Array(repeating: 0, count: goods.flags.count)
    codes = always
    let classes = outcomes.classes(conditions)
    let e1 = outcomes.sets(.e1, classes[FlagID.e1.index], grade: 20)
    thin = SIMD4(e1.safeguards, e1.prepare, 0, e1.thin)
    for (number, plan) in goods.plans.enumerated() {
      let known: Int? =
        switch plan.source {
        case .country: likelihoods.known[plan.place]
        case .answers: plan.answered
        case .staff: groups.knownReach[plan.place]
        case .goals: groups.knownGoals[plan.place]
        }
      let own = outcomes.own(number, goods, classes)
      let reachable = PackedSets(repeating: known.map { 1 << UInt8($0) } ?? 31)
      let union = own.union & reachable
      guard union != .none else { continue }
      codes[number] =
        union.kinds | (plan.isRefusing ? Code.refuses : 0) | (plan.isOnData ? Code.isOnData : 0)
      let first = outcomes.set(own.first) & reachable
      let isFixed = (1..<own.count).allSatisfy {
        outcomes.set(own.first + $0) & reachable == first
      }
      if known != nil, isFixed, plan.coin < 0 {
        codes[number] |= Code.isSettled
        settled[number] = first.words
        always[number] = first.kinds & (plan.isRefusing ? 0b0011 : 0b1111)
        continue
      }
      drawn.append(step(number, plan, isKnown: known != nil, isFixed: isFixed))
      for place in 0..<(isFixed ? 1 : own.count) {
        let set = outcomes.set(own.first + place) & reachable
        sets.append(
          outcomes.mask(known == nil ? set.answering(goods.flags[number].likelihood) : set.always))
      }
    }
    // The room for masks may have grown.
    masks = outcomes.masks
  }

  /// The step of a flag whose sets come next.
  private func step(_ number: Int, _ plan: SampleFlagPlan, isKnown: Bool, isFixed: Bool) -> CapStep
  {
    let rise = Int32(SampleDraws.Bits.rise)
    let hasOther = !isFixed && plan.otherMove >= 0
    return CapStep(
      out: Int32(number), steps: Int32(isKnown ? StepTable.Layout.known : plan.row),
      sets: Int32(sets.count), coin: plan.coin, down: isFixed ? -1 : plan.move,
      up: isFixed ? -1 : plan.move + rise, otherDown: hasOther ? plan.otherMove : -1,
      otherUp: hasOther ? plan.otherMove + rise : -1)
  }

  /// Caps that thinness can have.
  var thinPossible: UInt8 {
    (0..<4).reduce(0) { thin[$1] == 0 ? $0 : $0 | 1 << UInt8($1) }
  }

  /// Leaves out flags that no pair asks for.
  mutating func keep(_ isUsed: [Bool]) {
    drawn.removeAll { !isUsed[Int($0.out)] }
    // Those of a kind together: the kernel does one thing after another without asking which.
    drawn =
      drawn.filter { $0.down < 0 } + drawn.filter { $0.down >= 0 && $0.otherDown < 0 }
      + drawn.filter { $0.otherDown >= 0 }
    let rows = Set(drawn.map(\.steps))
    for one in SampleDraws.Coin.allCases {
      for two in SampleDraws.Coin.allCases
      where rows.contains(Int32(StepTable.Layout.answers(one, two))) {
        answers.append((one, two))
      }
    }
  }

  /// Whether the steps of a flag of the country (a bit each), a reach and a list of goals are read.
  var reads: (flags: UInt32, reaches: [Bool], goals: [Bool]) {
    var flags: UInt32 = 0
    var rows = Array(repeating: false, count: table.layout.count)
    for step in drawn {
      let flag = Int(step.steps) - StepTable.Layout.flags
      if FlagID.allCases.indices.contains(flag) { flags |= 1 << UInt32(flag) }
      rows[Int(step.steps)] = true
    }
    return (
      flags, Array(rows[StepTable.Layout.reaches..<table.layout.goals]),
      Array(rows[table.layout.goals...])
    )
  }

  /// Works out the caps of a block; those that are settled stay as they are.
  func fill(
    _ kernel: any SampleKernel, _ bits: UnsafePointer<UInt64>,
    _ caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    for (one, two) in answers {
      let first = bits[SampleDraws.Bits.coin + one.rawValue]
      let second = bits[SampleDraws.Bits.coin + two.rawValue]
      table[StepTable.Layout.answers(one, two)] = StepWords(
        words: (first & second, first & ~second, ~first & second, ~first & ~second, 0))
    }
    sets.withUnsafeBufferPointer { sets in
      guard let sets = sets.baseAddress else { return }
      drawn.withUnsafeBufferPointer {
        kernel.caps(
          $0, words: table.words, bits: bits, sets: sets, masks: masks.base, caps: caps)
      }
    }
  }
}
