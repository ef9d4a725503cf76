/// Likelihoods, as bits, at which a flag caps at safeguards, at prepare, or is critical: a byte each.
struct PackedSets: Hashable {
  private var bytes: UInt32

  /// Nothing caps.
  static let none = PackedSets(bytes: 0)

  private init(bytes: UInt32) { self.bytes = bytes }

  /// The same set three times.
  init(repeating set: UInt8) { bytes = UInt32(set) * 0x01_0101 }

  init(_ safeguards: UInt8, _ prepare: UInt8, _ critical: UInt8) {
    bytes = UInt32(safeguards) | UInt32(prepare) << 8 | UInt32(critical) << 16
  }

  static func & (left: Self, right: Self) -> Self { Self(bytes: left.bytes & right.bytes) }
  static func | (left: Self, right: Self) -> Self { Self(bytes: left.bytes | right.bytes) }

  private subscript(place: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: bytes >> UInt32(8 * place))
  }

  /// A known likelihood stands for any: a set that holds it holds all draws.
  var always: Self { Self(self[0] == 0 ? 0 : 31, self[1] == 0 ? 0 : 31, self[2] == 0 ? 0 : 31) }

  /// The same by the answers of two coins, where the likelihood rests on them: bit `n` for the step of answer `n`.
  func answering(_ likelihood: SampleLikelihood) -> Self {
    guard case .answers(let steps, _, _) = likelihood else { return self }
    var sets = Self.none
    for (answer, step) in steps.enumerated() {
      for place in 0..<3 where self[place] >> UInt8(step) & 1 == 1 {
        sets.bytes |= 1 << UInt32(8 * place + answer)
      }
    }
    return sets
  }

  /// The sets that hold anything, a bit each: safeguards, prepare, critical.
  var kinds: UInt8 { (self[0] == 0 ? 0 : 1) | (self[1] == 0 ? 0 : 2) | (self[2] == 0 ? 0 : 4) }

  /// All bits for each set that holds anything.
  var words: SIMD4<UInt64> { Self.words(kinds) }

  /// All bits for each of four kinds.
  static func words(_ kinds: UInt8) -> SIMD4<UInt64> {
    SIMD4(
      kinds & 1 == 0 ? 0 : ~0, kinds & 2 == 0 ? 0 : ~0, kinds & 4 == 0 ? 0 : ~0,
      kinds & 8 == 0 ? 0 : ~0)
  }

  /// All bits for each set that holds a likelihood.
  func words(at step: Int) -> SIMD4<UInt64> {
    (self & Self(repeating: 1 << UInt8(step))).words
  }
}

/// What flags leave open at known likelihoods and impacts, kept from country to country.
struct SampleOutcomes {
  /// Likelihoods, as bits, at which a flag caps at safeguards or at prepare, is critical, or leaves it unsaid.
  struct Sets {
    var safeguards, prepare, critical, thin: UInt8
  }

  /// The sets of a flag of a good in countries of one class, one for each move of its levels.
  struct Own {
    /// Where they begin.
    var first: Int
    /// How many there are.
    var count: Int
    /// What any of them holds.
    var union: PackedSets
  }

  private var effects: [MatrixEffects]
  private let taken: [String]
  /// Sets by flag, then class of the answers, then grade (`impact * 5 + sensitivity`); nil is not asked yet.
  private var known: [[Sets?]]
  /// What `own` has found, by flag and class: `number * width + class`.
  private var owned: [Own?]
  private var width = 8
  private let flagOf: [Int]
  private var lists: [PackedSets] = []
  private var masked: [PackedSets: Int32] = [:]
  /// Five masks a set, for `SampleKernel.caps`.
  private(set) var masks = AlignedSpace<SIMD4<UInt64>>(count: 5 * 32)

  init(_ context: ModelContext, _ settings: ModelSettings, _ goods: SampleGoods) {
    effects = context.effects.byFlag.map { MatrixEffects($0) }
    taken = settings.measures
    known = effects.map { _ in [] }
    owned = Array(repeating: nil, count: goods.flags.count * width)
    flagOf = goods.flags.map(\.flag)
  }

  /// Classes of a country's answers on the conditions of measures, by flag.
  mutating func classes(_ conditions: CountryConditions) -> [Int] {
    effects.indices.map { Int(effects[$0].number(conditions.holds)) }
  }

  /// The sets of a flag of a good.
  ///
  /// - Parameters:
  ///   - number: Position of the flag in `SampleGoods.flags`.
  ///   - goods: The goods.
  ///   - classes: Classes of the country's answers.
  mutating func own(_ number: Int, _ goods: SampleGoods, _ classes: [Int]) -> Own {
    let flag = flagOf[number]
    let place = classes[flag]
    if place >= width { widen(place + 1) }
    if let own = owned[number * width + place] { return own }
    let grades = goods.grades[number]
    var own = Own(first: lists.count, count: grades.count, union: .none)
    for grade in grades {
      let all = sets(FlagID.allCases[flag], place, grade: grade)
      let packed = PackedSets(all.safeguards, all.prepare, all.critical)
      own.union = own.union | packed
      lists.append(packed)
    }
    owned[number * width + place] = own
    return own
  }

  /// Makes room for more classes.
  private mutating func widen(_ classes: Int) {
    let (before, old) = (width, owned)
    width = 2 * classes
    owned = (0..<old.count / before * width).map { cell in
      cell % width < before ? old[cell / width * before + cell % width] : nil
    }
  }

  /// One of the sets that `own` names.
  func set(_ place: Int) -> PackedSets { lists[place] }

  /// The number of a set among the masks.
  mutating func mask(_ set: PackedSets) -> Int32 {
    if let known = masked[set] { return known }
    let number = masked.count
    masked[set] = Int32(number)
    if 5 * (number + 1) > masks.count {
      let more = AlignedSpace<SIMD4<UInt64>>(count: 2 * masks.count)
      more.base.update(from: masks.base, count: masks.count)
      masks = more
    }
    for step in 0..<5 { masks.base[5 * number + step] = set.words(at: step) }
    return Int32(number)
  }

  /// The sets of a flag at a grade, `impact * 5 + sensitivity`.
  mutating func sets(_ flag: FlagID, _ place: Int, grade: Int) -> Sets {
    let row = flag.index
    let cell = place * 25 + grade
    if cell < known[row].count, let sets = known[row][cell] { return sets }
    var sets = Sets(safeguards: 0, prepare: 0, critical: 0, thin: 0)
    let impact = grade / 5
    for step in 0...4 where impact > 0 {
      let caps = effects[row].outcome(
        flag, likelihood: step, impact: impact, sensitivity: grade % 5, class: place,
        taken: taken
      ).caps
      let bit: UInt8 = 1 << UInt8(step)
      if caps & MatrixOutcome.worstSafeguards != 0 { sets.safeguards |= bit }
      if caps & MatrixOutcome.worstPrepare != 0 { sets.prepare |= bit }
      if caps & MatrixOutcome.worstRefusal != 0 { sets.critical |= bit }
      if caps & MatrixOutcome.thin != 0 { sets.thin |= bit }
    }
    while known[row].count <= cell { known[row].append(nil) }
    known[row][cell] = sets
    return sets
  }
}
