/// The flags of some goods in one country, made ready for draws.
final class SampledFlags {
  /// A flag: which draws cap the class, as sets of likelihoods for every move of its levels.
  private struct Entry {
    var key: Int
    var source: Source
    /// Place of the steps in the source; two coins, where answers decide.
    var place: Int
    var coins: (first: Int, second: Int)
    var move: Int
    var secondMove: Int
    var coin: Int
    /// Where its sets begin: for each move of the first level, then of the second.
    var first: Int
    var isFixed: Bool
    var hasSecond: Bool
  }

  /// Where steps come from; `known` steps are in the sets already.
  private enum Source {
    case known, country, answers, staff, goals
  }

  /// Caps of the flags that are the same in all draws.
  private(set) var settled: [SIMD4<UInt64>]
  /// Caps that a flag has in any draw: all bits or none.
  private(set) var possible: [SIMD4<UInt64>]
  /// Whether a flag caps anything in any draw.
  private(set) var isActive: [Bool]
  /// Whether a flag caps the same in all draws.
  private(set) var isSettled: [Bool]
  /// Likelihoods of E1, as bits, for safeguards, prepare, none and cannot say.
  let thin: SIMD4<UInt8>
  private var entries: [Entry] = []
  private var moved: [FlagStep] = []
  /// Likelihoods, as bits, for safeguards, prepare and critical.
  private var sets: [SIMD4<UInt8>] = []
  /// Steps by the answers of two coins, four each.
  private var answers: [Int] = []

  init(
    _ goods: SampleGoods, _ likelihoods: SampledLikelihoods, _ groups: SampledGroups,
    outcomes: inout SampleOutcomes, _ conditions: CountryConditions
  ) {
    settled = Array(repeating: SIMD4(), count: goods.flags.count)
    possible = settled
    isActive = Array(repeating: false, count: goods.flags.count)
    isSettled = isActive
    let country = outcomes.country(conditions)
    let e1 = outcomes.sets(.e1, country, grade: 20)
    thin = SIMD4(e1.safeguards, e1.prepare, 0, e1.thin)
    for (number, key) in goods.flags.enumerated() {
      let flag = FlagID.allCases[key.flag]
      let known: Int? =
        switch key.likelihood {
        case .country: likelihoods.known[key.flag]
        case .answers(let steps, _, _): steps.allSatisfy { $0 == steps[0] } ? steps[0] : nil
        case .staff(let reach): groups.knownReach[reach]
        case .goals(let list): groups.knownGoals[list]
        }
      let reachable: UInt8 = known.map { 1 << UInt8($0) } ?? 31
      let own = goods.grades[number].map { grade in
        let all = outcomes.sets(flag, country, grade: grade)
        return SIMD4(
          all.safeguards & reachable, all.prepare & reachable, all.critical & reachable, 0)
      }
      guard own.contains(where: { $0 != SIMD4() }) else { continue }
      isActive[number] = true
      for set in own { possible[number] |= Self.all(set) }
      let isFixed = own.allSatisfy { $0 == own[0] }
      if known != nil, isFixed, key.coin == nil {
        isSettled[number] = true
        settled[number] = Self.all(own[0])
        continue
      }
      var source = Source.known
      var place = 0
      var coins = (first: 0, second: 0)
      switch key.likelihood {
      case _ where known != nil: break
      case .country: (source, place) = (.country, key.flag)
      case .staff(let reach): (source, place) = (.staff, reach)
      case .goals(let list): (source, place) = (.goals, list)
      case .answers(let steps, let one, let two):
        (source, place) = (.answers, answers.count)
        coins = (
          SampleDraws.Bits.coin + one.rawValue, SampleDraws.Bits.coin + two.rawValue
        )
        answers += steps
      }
      if known != nil, key.second == nil {
        moved.append(
          FlagStep(
            out: Int32(number), down: Int32(SampleDraws.Bits.down + key.move),
            up: Int32(SampleDraws.Bits.up + key.move),
            coin: key.coin.map { Int32(SampleDraws.Bits.coin + $0.rawValue) } ?? -1,
            caps: (Self.all(own[0]), Self.all(own[1]), Self.all(own[2]))))
        continue
      }
      entries.append(
        Entry(
          key: number, source: source, place: place, coins: coins, move: key.move,
          secondMove: key.secondMove, coin: key.coin.map(\.rawValue) ?? -1, first: sets.count,
          isFixed: isFixed, hasSecond: key.second != nil))
      // A known step stands for any: a set that holds it holds all draws.
      sets += known == nil ? own : own.map { $0.replacing(with: 31, where: $0 .!= 0) }
    }
  }

  /// Caps that thinness can have.
  var thinPossible: SIMD4<UInt64> { Self.all(thin) }

  /// Leaves out flags that no pair asks for.
  func keep(_ isUsed: [Bool]) {
    moved.removeAll { !isUsed[Int($0.out)] }
    entries.removeAll { !isUsed[$0.key] }
  }

  /// Whether steps of a reach, a list of goals or a flag of the country are read.
  func reads() -> (reaches: Set<Int>, goals: Set<Int>, flags: Set<Int>) {
    func places(_ source: Source) -> Set<Int> {
      Set(entries.filter { $0.source == source }.map(\.place))
    }
    return (places(.staff), places(.goals), places(.country))
  }

  /// All bits for each set that holds anything.
  private static func all(_ sets: SIMD4<UInt8>) -> SIMD4<UInt64> {
    func word(_ set: UInt8) -> UInt64 { set == 0 ? 0 : ~0 }
    return SIMD4(word(sets[0]), word(sets[1]), word(sets[2]), word(sets[3]))
  }

  /// Works out the caps of a block; those that are settled stay as they are.
  func fill(
    _ kernel: any SampleKernel, _ likelihoods: SampledLikelihoods, _ groups: SampledGroups,
    _ bits: UnsafePointer<UInt64>, _ caps: UnsafeMutablePointer<SIMD4<UInt64>>
  ) {
    moved.withUnsafeBufferPointer { kernel.flags($0, bits: bits, caps: caps) }
    let any = StepWords(0)
    // Taken out of their objects once a block.
    let (entries, sets, answers) = (entries, sets, answers)
    let (countrySteps, reachSteps) = (likelihoods.steps, groups.reachSteps)
    let goalSteps = groups.goalSteps
    for number in entries.indices {
      let entry = entries[number]
      let steps: StepWords =
        switch entry.source {
        case .known: any
        case .country: countrySteps[entry.place]
        case .answers:
          StepWords(
            (
              answers[entry.place], answers[entry.place + 1], answers[entry.place + 2],
              answers[entry.place + 3]
            ), bits[entry.coins.first], bits[entry.coins.second])
        case .staff: reachSteps[entry.place]
        case .goals: goalSteps[entry.place]
        }
      let all: UInt64 = entry.coin < 0 ? ~0 : bits[SampleDraws.Bits.coin + entry.coin]
      var joined = SIMD4<UInt64>()
      if entry.isFixed {
        joined = steps.caps(sets[entry.first], all)
      } else {
        let first = bits.moves(entry.move)
        if entry.hasSecond {
          let second = bits.moves(entry.secondMove)
          for one in 0..<3 {
            for two in 0..<3 {
              joined |= steps.caps(
                sets[entry.first &+ one &* 3 &+ two], all & first[one] & second[two])
            }
          }
        } else {
          for one in 0..<3 {
            joined |= steps.caps(sets[entry.first &+ one], all & first[one])
          }
        }
      }
      caps[entry.key] = joined
    }
  }
}

extension StepWords {
  /// Of some draws those whose step is in each of three sets.
  @inline(__always)
  fileprivate func caps(_ sets: SIMD4<UInt8>, _ draws: UInt64) -> SIMD4<UInt64> {
    guard sets != SIMD4() else { return SIMD4() }
    return SIMD4(
      sets[0] == 0 ? 0 : draws & any(of: sets[0]), sets[1] == 0 ? 0 : draws & any(of: sets[1]),
      sets[2] == 0 ? 0 : draws & any(of: sets[2]), 0)
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

  private var effects: [MatrixEffects]
  private let taken: [String]
  /// Sets by flag, then class of the answers, then grade (`impact * 5 + sensitivity`); nil is not asked yet.
  private var known: [[Sets?]]

  init(_ context: ModelContext, _ settings: ModelSettings) {
    effects = context.effects.byFlag.map { MatrixEffects($0) }
    taken = settings.measures
    known = effects.map { _ in [] }
  }

  /// Classes of a country's answers on the conditions of measures, by flag.
  mutating func country(_ conditions: CountryConditions) -> [Int] {
    effects.indices.map { Int(effects[$0].number(conditions.holds)) }
  }

  /// The sets of a flag at a grade, `impact * 5 + sensitivity`.
  mutating func sets(_ flag: FlagID, _ country: [Int], grade: Int) -> Sets {
    let row = flag.index
    let place = country[row] * 25 + grade
    if place < known[row].count, let sets = known[row][place] { return sets }
    var sets = Sets(safeguards: 0, prepare: 0, critical: 0, thin: 0)
    let impact = grade / 5
    for step in 0...4 where impact > 0 {
      let caps = effects[row].outcome(
        flag, likelihood: step, impact: impact, sensitivity: grade % 5, class: country[row],
        taken: taken
      ).caps
      let bit: UInt8 = 1 << UInt8(step)
      if caps & MatrixOutcome.worstSafeguards != 0 { sets.safeguards |= bit }
      if caps & MatrixOutcome.worstPrepare != 0 { sets.prepare |= bit }
      if caps & MatrixOutcome.worstRefusal != 0 { sets.critical |= bit }
      if caps & MatrixOutcome.thin != 0 { sets.thin |= bit }
    }
    while known[row].count <= place { known[row].append(nil) }
    known[row][place] = sets
    return sets
  }
}
