/// Text brought to one form for search: lower case, Latin letters without accents, plain spaces.
///
/// Cyrillic, Arabic, Chinese, Hindi and all other letters are lowered and otherwise kept.
/// Apostrophes, hyphens and other punctuation except `+` count as spaces; runs become one.
public enum TextFolding {
  /// The folded UTF-8 bytes of a text.
  public static func fold(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      append(scalar, after: last, to: &result)
      last = scalar
    }
    if result.last == 32 { result.removeLast() }
    return result
  }

  /// The folded bytes without spaces, so that `Cote dIvoire` equals `Côte d'Ivoire`.
  public static func key(_ text: String) -> [UInt8] {
    fold(text).filter { $0 != 32 }
  }

  /// The folded bytes of each word.
  public static func words(_ text: String) -> [[UInt8]] {
    fold(text).split(separator: 32).map(Array.init)
  }

  private static func append(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar, to result: inout [UInt8]
  ) {
    switch scalar.value {
    case 0x2B, 0x30...0x39, 0x61...0x7A: result.append(UInt8(scalar.value))
    case 0x41...0x5A: result.append(UInt8(scalar.value + 32))
    case 0..<0x80: appendSpace(to: &result)
    case 0x300...0x36F: compose(scalar, after: last, in: &result)
    default:
      if let base = latin[scalar.value] {
        result.append(contentsOf: base)
      } else if isLetter(scalar) {
        result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      } else if !isInvisible(scalar) {
        appendSpace(to: &result)
      }
    }
  }

  private static func appendSpace(to result: inout [UInt8]) {
    if let last = result.last, last != 32 { result.append(32) }
  }

  /// Drops a combining accent, except for the two that make another Cyrillic letter.
  private static func compose(
    _ mark: Unicode.Scalar, after last: Unicode.Scalar, in result: inout [UInt8]
  ) {
    let letter: String
    switch (last.value, mark.value) {
    case (0x438, 0x306), (0x418, 0x306): letter = "й"
    case (0x435, 0x308), (0x415, 0x308): letter = "ё"
    default: return
    }
    result.removeLast(min(2, result.count))
    result.append(contentsOf: letter.utf8)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }

  /// Joiners, direction marks and the like, which stand between no two words.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .format
  }

  /// Plain spelling of accented and special Latin letters.
  private static let latin: [UInt32: [UInt8]] = {
    let rows: [(String, String)] = [
      ("a", "àáâãäåāăąǎǟǡǻȁȃȧạảấầẩẫậắằẳẵặḁ"), ("ae", "æǣǽ"), ("b", "ḃḅḇɓ"), ("c", "çćĉċčḉ"),
      ("d", "ďđḋḍḏḑḓɗð"), ("e", "èéêëēĕėęěȅȇȩẹẻẽếềểễệḕḗḙḛḝ"), ("f", "ḟƒ"),
      ("g", "ĝğġģǧǥǵḡ"), ("h", "ĥħȟḣḥḧḩḫẖ"), ("i", "ìíîïĩīĭįıǐȉȋỉịḭḯ"), ("ij", "ĳ"),
      ("j", "ĵǰ"), ("k", "ķǩƙḱḳḵĸ"), ("l", "ĺļľŀłḷḹḻḽ"), ("m", "ḿṁṃ"), ("n", "ñńņňŉŋǹṅṇṉṋ"),
      ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱọỏốồổỗộớờởỡợṍṏṑṓ"), ("oe", "œ"), ("p", "ṕṗ"),
      ("r", "ŕŗřȑȓṙṛṝṟ"), ("s", "śŝşšșṡṣṥṧṩſ"), ("ss", "ßẞ"), ("t", "ţťŧțṫṭṯṱẗ"), ("th", "þ"),
      ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựṳṵṷṹṻ"), ("v", "ṽṿ"), ("w", "ŵẁẃẅẇẉẘ"), ("x", "ẋẍ"),
      ("y", "ýÿŷȳỳỵỷỹẏẙ"), ("z", "źżžẑẓẕƶ"), ("i", "İ"),
    ]
    var table: [UInt32: [UInt8]] = [:]
    for (base, letters) in rows {
      for scalar in letters.unicodeScalars {
        table[scalar.value] = Array(base.utf8)
        let upper = scalar.properties.uppercaseMapping.unicodeScalars
        if upper.count == 1, let capital = upper.first, capital.value > 0x7F {
          table[capital.value] = Array(base.utf8)
        }
      }
    }
    return table
  }()
}
