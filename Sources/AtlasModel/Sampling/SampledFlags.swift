/// The flags of some goods in one country, made ready for draws.
struct SampledFlags {
  /// A flag: which draws cap the class, as sets of likelihoods for every move of its levels.
  private struct Entry {
    var key: Int
    var likelihood: SampleLikelihood
    /// The step, where it is the same in all draws.
    var known: Int?
    var move: Int
    var secondMove: Int
    var coin: Int
    /// For each move of the first level, then of the second: sets for safeguards, prepare, critical.
    var sets: [(safeguards: UInt8, prepare: UInt8, critical: UInt8)]
    var isFixed: Bool
    var hasSecond: Bool
  }

  /// Three words a flag of the goods: Adopt with safeguards at best, Prepare first at best, critical.
  private(set) var words: [UInt64]
  /// Whether a flag caps anything in any draw.
  private(set) var isActive: [Bool]
  /// Sets of E1: safeguards, prepare, cannot say.
  let thin: (safeguards: UInt8, prepare: UInt8, unsaid: UInt8)
  private var entries: [Entry] = []

  init(
    _ goods: SampleGoods, _ likelihoods: SampledLikelihoods, _ groups: SampledGroups,
    outcomes: inout SampleOutcomes, _ conditions: CountryConditions
  ) {
    words = Array(repeating: 0, count: goods.flags.count * 3)
    isActive = Array(repeating: false, count: goods.flags.count)
    let country = outcomes.country(conditions)
    let e1 = outcomes.sets(.e1, country, impact: 4, sensitivity: 0)
    thin = (e1.safeguards, e1.prepare, e1.thin)
    for (number, key) in goods.flags.enumerated() {
      let flag = FlagID.allCases[key.flag]
      let known: Int? =
        switch key.likelihood {
        case .country: likelihoods.known[key.flag]
        case .answers(let steps, _, _): steps.allSatisfy { $0 == steps[0] } ? steps[0] : nil
        case .staff(let reach): groups.knownReach[reach]
        case .goals(let list): groups.knownGoals[list]
        }
      let possible: UInt8 = known.map { 1 << UInt8($0) } ?? 31
      let sets = zip(key.impacts.all, key.sensitivity.all).flatMap { impact, sensitivity in
        (key.second?.all ?? [0]).map { second in
          let all = outcomes.sets(
            flag, country, impact: max(impact, second), sensitivity: sensitivity)
          return (
            safeguards: all.safeguards & possible, prepare: all.prepare & possible,
            critical: all.critical & possible
          )
        }
      }
      guard sets.contains(where: { $0.safeguards | $0.prepare | $0.critical != 0 }) else {
        continue
      }
      isActive[number] = true
      let first = sets[0]
      entries.append(
        Entry(
          key: number, likelihood: key.likelihood, known: known, move: key.move,
          secondMove: key.secondMove, coin: key.coin.map(\.rawValue) ?? -1, sets: sets,
          isFixed: sets.allSatisfy { $0 == first }, hasSecond: key.second != nil))
    }
  }

  /// Fills the words of a block.
  mutating func fill(
    _ goods: SampleGoods, _ likelihoods: SampledLikelihoods, _ groups: SampledGroups,
    _ bits: UnsafePointer<UInt64>
  ) {
    for entry in entries {
      let steps: StepWords
      switch entry.likelihood {
      case _ where entry.known != nil: steps = StepWords(entry.known ?? 0)
      case .country: steps = likelihoods.steps[goods.flags[entry.key].flag]
      case .answers(let all, let one, let two):
        steps = StepWords(
          all, bits[SampleDraws.Bits.coin + one.rawValue],
          bits[SampleDraws.Bits.coin + two.rawValue])
      case .staff(let reach): steps = groups.reachSteps[reach]
      case .goals(let list): steps = groups.goalSteps[list]
      }
      var safeguards: UInt64 = 0
      var prepare: UInt64 = 0
      var critical: UInt64 = 0
      func add(_ set: (safeguards: UInt8, prepare: UInt8, critical: UInt8), _ draws: UInt64) {
        if set.safeguards != 0 { safeguards |= draws & steps.any(of: set.safeguards) }
        if set.prepare != 0 { prepare |= draws & steps.any(of: set.prepare) }
        if set.critical != 0 { critical |= draws & steps.any(of: set.critical) }
      }
      let all: UInt64 = entry.coin < 0 ? ~0 : bits[SampleDraws.Bits.coin + entry.coin]
      if entry.isFixed {
        add(entry.sets[0], all)
      } else {
        let first = bits.moves(entry.move)
        if entry.hasSecond {
          let second = bits.moves(entry.secondMove)
          for one in 0..<3 {
            for two in 0..<3 { add(entry.sets[one * 3 + two], all & first[one] & second[two]) }
          }
        } else {
          for one in 0..<3 { add(entry.sets[one], all & first[one]) }
        }
      }
      words[entry.key * 3] = safeguards
      words[entry.key * 3 + 1] = prepare
      words[entry.key * 3 + 2] = critical
    }
  }
}

extension UnsafePointer where Pointee == UInt64 {
  /// Draws that move a level down, not at all, and up.
  @inline(__always)
  fileprivate func moves(_ move: Int) -> SIMD4<UInt64> {
    let down = self[SampleDraws.Bits.down + move]
    let up = self[SampleDraws.Bits.up + move]
    return SIMD4(down, ~(down | up), up, 0)
  }
}

/// What flags leave open at known likelihoods and impacts, kept from country to country.
struct SampleOutcomes {
  /// Likelihoods, as bits, at which a flag caps at safeguards or at prepare, is critical, or leaves it unsaid.
  struct Sets {
    var safeguards, prepare, critical, thin: UInt8
  }

  private struct Key: Hashable {
    var flag, number, impact, sensitivity: Int
  }

  private var effects: [MatrixEffects]
  private let taken: [String]
  private var known: [Key: Sets] = [:]

  init(_ context: ModelContext, _ settings: ModelSettings) {
    effects = context.effects.byFlag.map { MatrixEffects($0) }
    taken = settings.measures
  }

  /// Classes of a country's answers on the conditions of measures, by flag.
  mutating func country(_ conditions: CountryConditions) -> [Int] {
    effects.indices.map { Int(effects[$0].number(conditions.holds)) }
  }

  mutating func sets(_ flag: FlagID, _ country: [Int], impact: Int, sensitivity: Int) -> Sets {
    let key = Key(
      flag: flag.index, number: country[flag.index], impact: impact, sensitivity: sensitivity)
    if let sets = known[key] { return sets }
    var sets = Sets(safeguards: 0, prepare: 0, critical: 0, thin: 0)
    for step in 0...4 where impact > 0 {
      let caps = effects[flag.index].outcome(
        flag, likelihood: step, impact: impact, sensitivity: sensitivity, class: key.number,
        taken: taken
      ).caps
      let bit: UInt8 = 1 << UInt8(step)
      if caps & MatrixOutcome.worstSafeguards != 0 { sets.safeguards |= bit }
      if caps & MatrixOutcome.worstPrepare != 0 { sets.prepare |= bit }
      if caps & MatrixOutcome.worstRefusal != 0 { sets.critical |= bit }
      if caps & MatrixOutcome.thin != 0 { sets.thin |= bit }
    }
    known[key] = sets
    return sets
  }
}
