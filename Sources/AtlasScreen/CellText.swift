/// Text cut into the units that fill cells: one printing scalar with its combining marks.
///
/// A terminal counts columns by scalar, not by grapheme: the Hindi syllable "हि" is one
/// `Character` and two columns. Cutting where the terminal cuts keeps both sides in step. This is
/// also the one gate through which foreign text passes, so nothing a terminal could obey gets by:
///
/// - tabs and line ends become a space, every other control, bidirectional override, private,
///   unassigned or separator scalar becomes U+FFFD;
/// - invisible format characters and variation selectors are left out;
/// - flags and joined emoji become `emojiMark`, since no two terminals agree on their width.
enum CellText {
  /// What stands for a scalar that may not be shown.
  static let replacement = "\u{FFFD}"
  /// What stands for a flag or a joined emoji, one column.
  static let emojiMark = "\u{25C7}"
  /// Marks kept on one base, as many as an ncurses cell holds.
  static let markLimit = 4

  /// How one scalar behaves in a cell.
  enum Kind: Equatable {
    case printing(columns: Int)
    case combining
    case invisible
    case space
    case forbidden
  }

  /// Calls `body` for each unit with its text and its width, 1 or 2, until it returns false.
  static func forEachUnit(_ text: String, _ body: (_ unit: String, _ columns: Int) -> Bool) {
    for character in text {
      if let byte = character.utf8.first, byte < 0x80, character.utf8.count == 1 {
        let unit = byte >= 0x20 && byte < 0x7F ? String(character) : plain(control: byte)
        if !body(unit, 1) { return }
      } else if !forEachUnit(of: character, body) {
        return
      }
    }
  }

  /// The kind of one scalar.
  static func kind(of scalar: Unicode.Scalar) -> Kind {
    let value = scalar.value
    switch value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: return .printing(columns: 1)
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: return .space
    case ..<0x20, 0x7F..<0xA0: return .forbidden
    case 0x202A...0x202E, 0x2066...0x2069: return .forbidden
    case 0x1160...0x11FF: return .combining
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x1F3FB...0x1F3FF: return .invisible
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: return .printing(columns: 2)
    // Lines and blocks, which most cells of a map or a frame are.
    case 0x2500...0x25FC: return .printing(columns: 1)
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .combining
    case .format: return .invisible
    case .control, .surrogate, .privateUse, .unassigned: return .forbidden
    case .lineSeparator, .paragraphSeparator: return .space
    default: return .printing(columns: WideRanges.contains(value) ? 2 : 1)
    }
  }

  private static func plain(control byte: UInt8) -> String {
    (0x09...0x0D).contains(byte) ? " " : replacement
  }

  /// Cuts one grapheme that is not plain ASCII; false when `body` asked to stop.
  private static func forEachUnit(
    of character: Character, _ body: (_ unit: String, _ columns: Int) -> Bool
  ) -> Bool {
    if character == "\r\n" { return body(" ", 1) }
    let scalars = character.unicodeScalars
    if scalars.contains(where: { (0x1F1E6...0x1F1FF).contains($0.value) })
      || isJoinedEmoji(scalars)
    {
      return body(emojiMark, 1)
    }
    var unit = ""
    var columns = 0
    var marks = 0
    for scalar in scalars {
      switch kind(of: scalar) {
      case .combining:
        if columns > 0 && marks < markLimit {
          unit.unicodeScalars.append(scalar)
          marks += 1
        }
        continue
      case .invisible:
        continue
      case .printing, .space, .forbidden:
        break
      }
      if columns > 0 && !body(unit, columns) { return false }
      marks = 0
      columns = 1
      switch kind(of: scalar) {
      case .printing(let width):
        unit = String(Character(scalar))
        columns = width
      case .space: unit = " "
      default: unit = replacement
      }
    }
    return columns == 0 || body(unit, columns)
  }

  private static func isJoinedEmoji(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard scalars.contains(where: { $0.value == 0x200D }), let first = scalars.first else {
      return false
    }
    return first.properties.isEmoji && first.value > 0x7F
  }
}
