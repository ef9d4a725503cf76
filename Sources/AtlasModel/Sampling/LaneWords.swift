/// Comparisons of 64 lanes as the bits of a word.
enum LaneWords {
  private static let powers: SIMD16<UInt32> = {
    var powers = SIMD16<UInt32>()
    for lane in 0..<16 { powers[lane] = 1 << UInt32(lane) }
    return powers
  }()

  /// Sixteen lanes from a place of a row.
  @inline(__always)
  static func load(_ row: UnsafePointer<Float>, _ part: Int) -> SIMD16<Float> {
    UnsafeRawPointer(row + part &* 16).loadUnaligned(as: SIMD16<Float>.self)
  }

  /// Puts sixteen lanes to a place of a row.
  @inline(__always)
  static func store(_ value: SIMD16<Float>, _ row: UnsafeMutablePointer<Float>, _ part: Int) {
    UnsafeMutableRawPointer(row + part &* 16).storeBytes(of: value, as: SIMD16<Float>.self)
  }

  @inline(__always)
  private static func bits(_ mask: SIMDMask<SIMD16<Int32>>) -> UInt64 {
    UInt64(SIMD16<UInt32>.zero.replacing(with: powers, where: mask).wrappedSum())
  }

  /// Which lanes are above a limit.
  @inline(__always)
  static func above(_ row: UnsafePointer<Float>, _ limit: Float) -> UInt64 {
    let limit = SIMD16<Float>(repeating: limit)
    var word: UInt64 = 0
    for part in 0..<4 { word |= bits(load(row, part) .> limit) << UInt64(16 &* part) }
    return word
  }

  /// Which lanes are at or above a limit.
  @inline(__always)
  static func atLeast(_ row: UnsafePointer<Float>, _ limit: Float) -> UInt64 {
    let limit = SIMD16<Float>(repeating: limit)
    var word: UInt64 = 0
    for part in 0..<4 { word |= bits(load(row, part) .>= limit) << UInt64(16 &* part) }
    return word
  }

  /// Which lanes are at or below a limit.
  @inline(__always)
  static func atMost(_ row: UnsafePointer<Float>, _ limit: Float) -> UInt64 {
    let limit = SIMD16<Float>(repeating: limit)
    var word: UInt64 = 0
    for part in 0..<4 { word |= bits(load(row, part) .<= limit) << UInt64(16 &* part) }
    return word
  }
}

/// Which of 64 draws have each likelihood 0 to 4.
struct StepWords: Equatable {
  private(set) var words: (UInt64, UInt64, UInt64, UInt64, UInt64)

  /// The same step in all draws.
  init(_ step: Int) {
    func word(_ other: Int) -> UInt64 { step == other ? ~0 : 0 }
    words = (word(0), word(1), word(2), word(3), word(4))
  }

  /// Steps that hold from the first limit, the second and so on: `passed[n]` is at or better than limit `n`.
  @inline(__always)
  init(passed one: UInt64, _ two: UInt64, _ three: UInt64, _ four: UInt64) {
    words = (one, two & ~one, three & ~two, four & ~three, ~four)
  }

  /// Draws by the answer of two coins, to four steps.
  @inline(__always)
  init(_ steps: [Int], _ first: UInt64, _ second: UInt64) {
    words = (0, 0, 0, 0, 0)
    add(steps[0], first & second)
    add(steps[1], first & ~second)
    add(steps[2], ~first & second)
    add(steps[3], ~first & ~second)
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
