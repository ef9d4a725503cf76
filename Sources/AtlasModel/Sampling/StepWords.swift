/// Which of 64 draws have each likelihood 0 to 4.
struct StepWords: Equatable {
  private(set) var words: (UInt64, UInt64, UInt64, UInt64, UInt64)

  /// The same step in all draws.
  init(_ step: Int) {
    func word(_ other: Int) -> UInt64 { step == other ? ~0 : 0 }
    words = (word(0), word(1), word(2), word(3), word(4))
  }

  /// Words as they are.
  @inline(__always)
  init(words: (UInt64, UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// Steps that hold from the first limit, the second and so on: `passed[n]` is at or better than limit `n`.
  @inline(__always)
  init(passed one: UInt64, _ two: UInt64, _ three: UInt64, _ four: UInt64) {
    words = (one, two & ~one, three & ~two, four & ~three, ~four)
  }

  /// The same, from the draws that miss each limit.
  @inline(__always)
  init(missed: SIMD4<UInt64>) {
    self.init(passed: ~missed[0], ~missed[1], ~missed[2], ~missed[3])
  }

  /// Adds draws to a step.
  @inline(__always)
  mutating func add(_ step: Int, _ draws: UInt64) {
    switch step {
    case 0: words.0 |= draws
    case 1: words.1 |= draws
    case 2: words.2 |= draws
    case 3: words.3 |= draws
    default: words.4 |= draws
    }
  }

  /// Draws whose step is in a set of bits.
  @inline(__always)
  func any(of set: UInt8) -> UInt64 {
    let all: UInt64 = ~0
    let zero: UInt64 = 0
    return (words.0 & (set & 1 != 0 ? all : zero)) | (words.1 & (set & 2 != 0 ? all : zero))
      | (words.2 & (set & 4 != 0 ? all : zero)) | (words.3 & (set & 8 != 0 ? all : zero))
      | (words.4 & (set & 16 != 0 ? all : zero))
  }

  static func == (left: Self, right: Self) -> Bool { left.words == right.words }
}

/// Which draws of a block have each likelihood: rows of five words, for flags, answers, staff and goals.
struct StepTable {
  /// Words from one row to the next; three of them are unused.
  static let width = 8

  /// Where rows begin, and how many there are.
  struct Layout {
    /// A row of step 0 in all draws.
    static let known = 0
    /// Rows of the flags that rest on the country.
    static let flags = 1
    /// Rows of two coins: draws that say yes and yes, yes and no, no and yes, no and no.
    static let coins = flags + FlagID.allCases.count
    /// Rural supplies at or below the limits of each preset of staff: four words each.
    static let missed = coins + SampleDraws.Coin.allCases.count * SampleDraws.Coin.allCases.count
    /// Rows of the reaches.
    static let reaches = missed + StaffPreset.allCases.count * SampledGroups.rural.count
    /// Rows of the lists of goals.
    let goals: Int
    /// All rows.
    let count: Int

    /// Lays the rows out for some goods.
    init(_ goods: SampleGoods) {
      goals = Self.reaches + goods.reaches.count
      count = goals + goods.goals.count
    }

    /// The row of two coins.
    static func answers(_ first: SampleDraws.Coin, _ second: SampleDraws.Coin) -> Int {
      coins + first.rawValue * SampleDraws.Coin.allCases.count + second.rawValue
    }
  }

  private let space: AlignedSpace<UInt64>
  /// Where rows begin.
  let layout: Layout

  /// Makes a table in which the row `known` is filled.
  init(_ layout: Layout, _ scratch: SampleScratch) {
    space = scratch.steps(layout.count)
    self.layout = layout
    self[Layout.known] = StepWords(0)
  }

  /// The words of all rows.
  var words: UnsafeMutablePointer<UInt64> { space.base }

  /// The words of a row.
  @inline(__always)
  subscript(row: Int) -> StepWords {
    get {
      let word = space.base + row &* Self.width
      return StepWords(words: (word[0], word[1], word[2], word[3], word[4]))
    }
    nonmutating set {
      let word = space.base + row &* Self.width
      (word[0], word[1], word[2], word[3], word[4]) = newValue.words
    }
  }
}
