/// Comparisons of 64 lanes as the bits of a word.
enum LaneWords {
  /// Lanes of a row.
  static let lanes = SampleOptions.lanes

  /// The bit of each of sixteen lanes; a constant, so that no loop asks whether it is there yet.
  @inline(__always)
  private static var powers: SIMD16<UInt32> {
    SIMD16(
      1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768)
  }

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

  /// The lowest bits of a word as lanes.
  @inline(__always)
  static func mask(_ word: UInt64) -> SIMDMask<SIMD16<Int32>> {
    let bits = SIMD16<UInt32>(repeating: UInt32(truncatingIfNeeded: word)) & powers
    return SIMD16<Int32>(truncatingIfNeeded: bits) .!= 0
  }

  /// Lanes as the lowest bits of a word.
  @inline(__always)
  static func bits(_ mask: SIMDMask<SIMD16<Int32>>) -> UInt64 {
    UInt64(SIMD16<UInt32>.zero.replacing(with: powers, where: mask).wrappedSum())
  }
}

/// Rows of 64 floats that begin where a cache line does: vectors that cross lines cost half of the speed.
///
/// Arrays are aligned to 16 bytes whatever they hold. Sharing one is safe while nobody writes.
final class AlignedRows: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Float>
  private let count: Int

  /// Makes rows of zeros.
  init(count: Int) {
    self.count = max(count, 1) * SampleOptions.lanes
    base =
      UnsafeMutableRawPointer.allocate(
        byteCount: self.count * MemoryLayout<Float>.stride, alignment: 64
      ).bindMemory(to: Float.self, capacity: self.count)
    base.initialize(repeating: 0, count: self.count)
  }

  /// Makes rows that hold the same as others.
  init(_ other: AlignedRows) {
    count = other.count
    base =
      UnsafeMutableRawPointer.allocate(
        byteCount: count * MemoryLayout<Float>.stride, alignment: 64
      ).bindMemory(to: Float.self, capacity: count)
    base.initialize(from: other.base, count: count)
  }

  deinit { UnsafeMutableRawPointer(base).deallocate() }

  /// Lets the rows be read.
  @inline(__always)
  func reading(_ body: (UnsafePointer<Float>) -> Void) { body(base) }

  /// Lets the rows be read and written.
  @inline(__always)
  func withRows(_ body: (UnsafeMutablePointer<Float>) -> Void) { body(base) }
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

  /// The same, from the draws that miss each limit.
  @inline(__always)
  init(missed: SIMD4<UInt64>) {
    self.init(passed: ~missed[0], ~missed[1], ~missed[2], ~missed[3])
  }

  /// Draws by the answer of two coins, to four steps.
  @inline(__always)
  init(_ steps: (Int, Int, Int, Int), _ first: UInt64, _ second: UInt64) {
    words = (0, 0, 0, 0, 0)
    add(steps.0, first & second)
    add(steps.1, first & ~second)
    add(steps.2, ~first & second)
    add(steps.3, ~first & ~second)
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
