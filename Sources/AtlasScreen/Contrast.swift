extension ColorValue {
  /// Relative luminance as WCAG 2 defines it, 0 black to 1 white.
  public var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  /// Contrast ratio of two colours as WCAG 2 defines it, 1 to 21; text wants 4.5 or more.
  public func contrast(with other: ColorValue) -> Double {
    let mine = luminance + 0.05
    let theirs = other.luminance + 0.05
    return max(mine, theirs) / min(mine, theirs)
  }

  private static func linear(_ part: UInt8) -> Double {
    let value = Double(part) / 255
    if value <= 0.04045 { return value / 12.92 }
    return power(of: (value + 0.055) / 1.055)
  }

  /// The 2.4th power of a number from 0 to 1, that is x² times the fifth root of x².
  ///
  /// The module imports nothing, so the root is found by Newton's method.
  private static func power(of base: Double) -> Double {
    let square = base * base
    guard square > 0 else { return 0 }
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return square * root
  }
}
