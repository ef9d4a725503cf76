/// Reads decimal numbers: an optional minus sign, digits, and optionally a point and digits.
///
/// Exponents, plus signs, hexadecimal, `nan` and `inf` are no numbers here: no table has them.
enum DecimalParser {
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The number that the bytes spell, correctly rounded; nil if they spell none.
  ///
  /// Up to 15 significant digits and 22 decimals, both the digits and the power of ten are exact
  /// doubles, so that one division rounds once. Longer numbers go to the standard library.
  static func parse(_ start: UnsafePointer<UInt8>, count: Int) -> Double? {
    var position = 0
    let isNegative = count > 0 && start[0] == UInt8(ascii: "-")
    if isNegative { position = 1 }
    var mantissa: UInt64 = 0
    var significant = 0
    var digits = 0
    var decimals = 0
    var isPastPoint = false
    while position < count {
      let byte = start[position]
      position += 1
      if byte == UInt8(ascii: ".") {
        guard !isPastPoint, digits > 0 else { return nil }
        isPastPoint = true
        continue
      }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      digits += 1
      if isPastPoint { decimals += 1 }
      if significant > 0 || byte != UInt8(ascii: "0") { significant += 1 }
      if significant <= 15 { mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0")) }
    }
    guard digits > 0, !isPastPoint || decimals > 0 else { return nil }
    guard significant <= 15, decimals < powersOfTen.count else {
      let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
      guard let value = Double(text), value.isFinite else { return nil }
      return value
    }
    let value = decimals == 0 ? Double(mantissa) : Double(mantissa) / powersOfTen[decimals]
    return isNegative ? -value : value
  }
}
