import AtlasScreen

/// Numbers that look random and are the same on every run.
struct SampleGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}

/// Text of all the kinds that country and good names are made of, and of some they should not.
enum Sample {
  static let pieces = [
    "a", "Z", " ", "word", "é", "e\u{301}", "印", "度", "한", "हिन्दी", "العربية", "م\u{64E}",
    "\t", "\n", "\r\n", "\u{1B}[31m", "\u{0}", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2066}",
    "\u{200D}", "\u{FE0F}", "\u{AD}", "🇳🇬", "👩‍💻", "👍🏽", "😀", "\u{301}", "\u{E000}",
    "\u{2028}", "ﬁ", "…", "─", "Türkiye", "Côte", "\u{1160}", "ක්‍ෂ",
    "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
  ]

  static func text(_ random: inout SampleGenerator, pieces count: Int = 12) -> String {
    (0..<Int.random(in: 0...count, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}

/// What is wrong with a buffer's cells; empty when each row is a chain of whole units.
func faults(in buffer: CellBuffer) -> [String] {
  var found: [String] = []
  for row in 0..<buffer.size.rows {
    var column = 0
    while column < buffer.size.columns {
      let cell = buffer[column, row]
      let place = "\(column),\(row)"
      if cell.width < 1 || cell.width > 2 { found.append("\(place): width \(cell.width)") }
      if cell.text.columns != cell.width { found.append("\(place): text width") }
      if cell.width == 2, !buffer[column + 1, row].isContinuation {
        found.append("\(place): half of a wide character")
      }
      for scalar in cell.text.unicodeScalars where !isHarmless(scalar) {
        found.append("\(place): U+\(String(scalar.value, radix: 16))")
      }
      column += max(1, cell.width)
    }
  }
  return found
}

private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
    .paragraphSeparator:
    false
  default: true
  }
}
