/// Rewrites text in ASCII for terminals that show nothing else: Côte becomes Cote.
///
/// Latin letters lose their accents, drawing characters become their nearest sign (the lower blocks of
/// a sparkline their height, 1 to 7, and the full one `#`), and scripts
/// without a Latin reading become `?`, one for each character that takes a column.
public enum ASCIIFold {
  /// The text in printing ASCII; its length may differ from the original's width.
  public static func fold(_ text: String) -> String {
    if text.isPlainASCII { return text }
    var result = ""
    CellText.forEachUnit(text) { unit, width in
      result += ascii(unit) ?? String(repeating: "?", count: width)
      return true
    }
    return result
  }

  /// The text of one cell in exactly as many ASCII characters as the cell is wide.
  public static func cell(_ text: String, width: Int) -> String {
    let folded = ascii(text) ?? String(repeating: "?", count: width.held(0, 2))
    return String(folded.prefix(max(0, width))).padded(to: width)
  }

  /// The reading of one unit; nil when there is none.
  private static func ascii(_ unit: String) -> String? {
    guard let scalar = unit.unicodeScalars.first else { return "" }
    if scalar.isASCII { return String(Character(scalar)) }
    if let known = signs[scalar.value] { return known }
    switch scalar.value {
    case 0x2500...0x257F: return line(scalar.value)
    case 0x2581...0x2587: return String(scalar.value - 0x2580)
    case 0x2580...0x259F: return (0x2591...0x2592).contains(scalar.value) ? ":" : "#"
    case 0x2010...0x2015, 0x2212: return "-"
    case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return " "
    default: return latinLetter(scalar)
    }
  }

  /// Box drawing: plain sides keep their direction, anything that bends or crosses is a plus.
  private static func line(_ value: UInt32) -> String {
    switch value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550: "-"
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551: "|"
    default: "+"
    }
  }

  /// The base letter, taken from the scalar's name: LATIN SMALL LETTER O WITH CIRCUMFLEX is o.
  private static func latinLetter(_ scalar: Unicode.Scalar) -> String? {
    guard let name = scalar.properties.name else { return nil }
    let words = name.split(separator: " ")
    guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" else { return nil }
    let start = words[3] == "DOTLESS" && words.count > 4 ? 4 : 3
    let letter = words[start]
    guard letter.utf8.count == 1 else { return nil }
    switch words[1] {
    case "CAPITAL": return String(letter)
    case "SMALL": return letter.lowercased()
    default: return nil
    }
  }

  /// Letters without a base, punctuation and signs.
  private static let signs: [UInt32: String] = [
    0xC6: "AE", 0xE6: "ae", 0x152: "OE", 0x153: "oe", 0xDF: "ss", 0x1E9E: "SS", 0xDE: "Th",
    0xFE: "th", 0xD0: "D", 0xF0: "d", 0x14A: "N", 0x14B: "n", 0x18F: "E", 0x259: "e",
    0x18E: "E", 0x1DD: "e", 0x132: "IJ", 0x133: "ij", 0x2BB: "'", 0x2BC: "'", 0x2BE: "'",
    0x2BF: "'", 0x2018: "'", 0x2019: "'", 0x201A: "'", 0x201B: "'", 0x2032: "'", 0x60: "'",
    0xB4: "'", 0x201C: "\"", 0x201D: "\"", 0x201E: "\"", 0x201F: "\"", 0x2033: "\"",
    0xAB: "<<", 0xBB: ">>", 0x2039: "<", 0x203A: ">", 0x2026: "...", 0x2022: "*", 0xB7: ".",
    0x2024: ".", 0xD7: "x", 0xF7: "/", 0xB1: "+-", 0x2264: "<=", 0x2265: ">=", 0x2260: "!=",
    0x2248: "~", 0x221E: "inf", 0x2190: "<", 0x2191: "^", 0x2192: ">", 0x2193: "v",
    0x2194: "<>", 0x21D2: "=>", 0x25B2: "!", 0x25B4: "^", 0x25BE: "v", 0x25BC: "v",
    0x25B8: ">", 0x25B6: ">", 0x25C0: "<", 0x25CF: "*", 0x25CB: "o", 0x25D4: "-", 0x25D1: "=",
    0x25A0: "#", 0x25A1: "o", 0x25C6: "*", 0x25C7: "o", 0x2713: "+", 0x2714: "+", 0x2717: "x",
    0x2718: "x", 0x2605: "*", 0x2606: "*", 0xA9: "(c)", 0xAE: "(R)", 0x2122: "TM",
    0x20AC: "EUR", 0xA3: "GBP", 0xA5: "JPY", 0xB0: "o", 0xB2: "2", 0xB3: "3", 0xB9: "1",
    0xBD: "1/2", 0xBC: "1/4", 0xBE: "3/4", 0xAA: "a", 0xBA: "o", 0xB5: "u", 0xA7: "S",
    0xBF: "?", 0xA1: "!",
  ]
}
