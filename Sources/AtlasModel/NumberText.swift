/// Text of numbers, the same on every machine: no locale, no exponent, no negative zero.
public enum NumberText {
  /// The shortest text that reads back as the same number, such as `8.9` or `50015092`.
  ///
  /// For files and JSON. A value that is not finite has no such text and gives an empty string.
  public static func raw(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let number = Decimal(value)
    let digits = number.fraction.isEmpty ? number.whole : number.whole + "." + number.fraction
    return (number.isNegative ? "-" : "") + digits
  }

  /// A number for people: a fixed count of decimals, thousands set apart by commas.
  ///
  /// Rounds half away from zero on the decimal digits that `raw` shows, so 2.675 gives `2.68`.
  public static func fixed(_ value: Double, decimals: Int, grouped: Bool = true) -> String {
    guard value.isFinite else { return "" }
    let number = Decimal(value).rounded(to: max(decimals, 0))
    let whole = grouped ? setApart(number.whole) : number.whole
    let digits = number.fraction.isEmpty ? whole : whole + "." + number.fraction
    return (number.isNegative ? "-" : "") + digits
  }

  /// A number for people that never shows a value other than zero as zero: `<0.1` instead.
  public static func people(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    guard value != 0, value.isFinite, !text.utf8.contains(where: { (49...57).contains($0) })
    else { return text }
    let decimals = max(decimals, 0)
    let step = decimals == 0 ? "1" : "0." + String(repeating: "0", count: decimals - 1) + "1"
    return value > 0 ? "<" + step : ">-" + step
  }

  /// A whole number for people, thousands set apart by commas.
  public static func grouped(_ value: Int) -> String {
    (value < 0 ? "-" : "") + setApart(String(value.magnitude))
  }

  /// A percentage (0 to 100) for people, such as `8.9 %`.
  public static func percent(_ value: Double, decimals: Int = 1) -> String {
    people(value, decimals: decimals) + " %"
  }

  /// A share (0 to 1) for people as a percentage.
  public static func share(_ value: Double, decimals: Int = 0) -> String {
    percent(value * 100, decimals: decimals)
  }

  /// A year: four digits, never set apart.
  public static func year(_ value: Int) -> String { String(value) }

  /// The number a text stands for; accepts a `%` sign and the multipliers k, m and bn,
  /// a space before them or not.
  public static func number(_ text: String) -> Double? {
    var body = text.lowercased()
    var factor = 1.0
    for (suffix, multiplier) in [("bn", 1e9), ("m", 1e6), ("k", 1e3), ("%", 1.0)]
    where body.hasSuffix(suffix) {
      body.removeLast(suffix.count)
      if body.hasSuffix(" ") { body.removeLast() }
      factor = multiplier
      break
    }
    let allowed = body.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 || $0 == 45 }
    guard allowed, !body.isEmpty, let value = Double(body) else { return nil }
    return (value * factor).isFinite ? value * factor + 0 : nil
  }

  private static func setApart(_ digits: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(digits.utf8)
    for (position, byte) in bytes.enumerated() {
      if position > 0, (bytes.count - position) % 3 == 0 { result.append(44) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Decimal digits of a number: the shortest that read back as the same number.
private struct Decimal {
  var isNegative: Bool
  var whole: String
  var fraction: String

  init(_ value: Double) {
    let text = value.magnitude.description
    let halves = text.split(separator: "e", maxSplits: 1)
    let parts = (halves.first ?? "0").split(separator: ".", maxSplits: 1)
    var whole = Array((parts.first ?? "0").utf8)
    var fraction = parts.count > 1 ? Array(parts[1].utf8) : []
    let exponent = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
    if exponent > 0 {
      while fraction.count < exponent { fraction.append(48) }
      whole += fraction.prefix(exponent)
      fraction.removeFirst(exponent)
    } else if exponent < 0 {
      while whole.count <= -exponent { whole.insert(48, at: 0) }
      fraction = whole.suffix(-exponent) + fraction
      whole.removeLast(-exponent)
    }
    while fraction.last == 48 { fraction.removeLast() }
    self.init(isNegative: value < 0, whole: whole, fraction: fraction)
  }

  private init(isNegative: Bool, whole: [UInt8], fraction: [UInt8]) {
    let digits = whole.drop { $0 == 48 }
    let isZero = digits.isEmpty && fraction.allSatisfy { $0 == 48 }
    self.isNegative = isNegative && !isZero
    self.whole = digits.isEmpty ? "0" : String(decoding: digits, as: UTF8.self)
    self.fraction = String(decoding: fraction, as: UTF8.self)
  }

  func rounded(to decimals: Int) -> Decimal {
    let fraction = Array(self.fraction.utf8)
    var digits = Array(whole.utf8) + fraction.prefix(decimals)
    digits += Array(repeating: 48, count: max(0, decimals - fraction.count))
    if fraction.count > decimals, fraction[decimals] >= 53 {
      var position = digits.count - 1
      while position >= 0, digits[position] == 57 {
        digits[position] = 48
        position -= 1
      }
      if position >= 0 { digits[position] += 1 } else { digits.insert(49, at: 0) }
    }
    return Decimal(
      isNegative: isNegative, whole: Array(digits.dropLast(decimals)),
      fraction: Array(digits.suffix(decimals)))
  }
}
