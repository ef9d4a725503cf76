/// Text from data or from people, made safe to write anywhere.
public enum SafeText {
  /// The text without control characters and without marks that reorder what follows.
  ///
  /// Line ends and tabs become spaces. Arabic and Hebrew text is kept; only the explicit
  /// embedding, override and isolate marks go, since they can disguise what a line says.
  public static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnwanted) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isUnwanted(scalar) {
        result.append(scalar)
      } else if isSpacing(scalar) {
        result.append(" ")
      }
    }
    return String(result)
  }

  /// Clean text without outer blanks, cut to a number of Unicode scalars.
  ///
  /// Counts scalars, since one letter can carry any number of marks.
  public static func line(_ text: String, limit: Int) -> String {
    let scalars = trimmed(clean(text).unicodeScalars[...]).prefix(limit)
    return String(String.UnicodeScalarView(trimmed(scalars)))
  }

  /// A clean line that ends in three dots where it was cut to a number of Unicode scalars.
  public static func clipped(_ text: String, limit: Int) -> String {
    let whole = line(text, limit: .max)
    return whole.unicodeScalars.count <= limit ? whole : line(whole, limit: limit - 3) + "..."
  }

  /// Scalars without outer spaces.
  static func trimmed(_ scalars: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView {
    guard let first = scalars.firstIndex(where: { $0 != " " }),
      let last = scalars.lastIndex(where: { $0 != " " })
    else { return scalars[scalars.endIndex...] }
    return scalars[first...last]
  }

  private static func isSpacing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
