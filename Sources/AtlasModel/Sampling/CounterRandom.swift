/// Uniform numbers by counter: any of them can be asked for alone, in any order.
///
/// SplitMix64 (Steele, Lea and Flood 2014) is its finaliser over a counter in steps of the golden ratio, so
/// number `n` of a stream needs none of those before it. A stream is named in words: the order of rows,
/// countries and goods changes nothing.
struct CounterRandom: Sendable {
  /// The counter of the first number.
  let origin: UInt64

  /// Goes on with a stream that has begun.
  init(origin: UInt64) { self.origin = origin }

  /// Starts a stream of a seed by its name, the parts of which are read as if spaces stood between them.
  init(seed: UInt64, stream: String, _ parts: String...) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) {
      hash ^= UInt64(byte)
      hash &*= 0x0000_0100_0000_01b3
    }
    for byte in stream.utf8 { add(byte) }
    for part in parts {
      add(0x20)
      for byte in part.utf8 { add(byte) }
    }
    origin = Self.mixed(Self.mixed(seed &+ Self.golden) ^ Self.mixed(hash))
  }

  private static let golden: UInt64 = 0x9e37_79b9_7f4a_7c15

  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var word = value
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  /// Word `index` of the stream: 64 even bits.
  @inline(__always)
  func word(_ index: Int) -> UInt64 {
    Self.mixed(origin &+ UInt64(truncatingIfNeeded: index &+ 1) &* Self.golden)
  }

  /// Number `index` of the stream, above 0 and below 1, in steps of 2^-23.
  ///
  /// A word holds two of them.
  @inline(__always)
  func uniform(_ index: Int) -> Float {
    let word = word(index >> 1)
    return Self.uniform(index & 1 == 0 ? word >> 41 : word >> 18)
  }

  /// The middle of the step that the lowest 23 bits name, so that neither 0 nor 1 comes up.
  @inline(__always)
  private static func uniform(_ bits: UInt64) -> Float {
    (Float(Int32(truncatingIfNeeded: bits & 0x7f_ffff)) + 0.5) * 0x1p-23
  }

  /// Numbers `64 * block` to `64 * block + 63` of the stream.
  @inline(__always)
  func fill(_ block: Int, _ lanes: UnsafeMutablePointer<Float>) {
    for pair in 0..<32 {
      let word = word(block &* 32 &+ pair)
      lanes[2 &* pair] = Self.uniform(word >> 41)
      lanes[2 &* pair &+ 1] = Self.uniform(word >> 18)
    }
  }
}
