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
    SIMD16<UInt32>(repeating: UInt32(truncatingIfNeeded: word)) & powers .!= SIMD16<UInt32>.zero
  }

  /// Lanes as the lowest bits of a word.
  @inline(__always)
  static func bits(_ mask: SIMDMask<SIMD16<Int32>>) -> UInt64 {
    UInt64(SIMD16<UInt32>.zero.replacing(with: powers, where: mask).wrappedSum())
  }
}
