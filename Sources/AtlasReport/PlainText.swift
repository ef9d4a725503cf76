// AtlasReport turns what is known into tables and documents, and those into text, Markdown, CSV
// and JSON. It is pure: it imports AtlasModel and, for widths, AtlasScreen. Start reading at
// `ReportTable.swift` and `Document.swift`; the contents are in `TableBuilder.swift`,
// `CountryProfile.swift` and `GoodProfile.swift`.

/// Text from data, made safe to write anywhere.
public enum PlainText {
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
