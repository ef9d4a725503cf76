/// A key or a chord with Ctrl.
public enum Key: Hashable, Sendable {
  /// A printing character as typed, capitals included.
  case character(Character)
  /// Ctrl with a small letter or one of `@ [ \ ] ^ _`.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  /// A function key, 1 to 63.
  case function(Int)

  /// Keys with a fixed name, in the order help shows them.
  private static let named: [(key: Key, name: String)] = [
    (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "Shift-Tab"),
    (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Ins"), (.up, "Up"),
    (.down, "Down"), (.left, "Left"), (.right, "Right"), (.pageUp, "PgUp"),
    (.pageDown, "PgDn"), (.home, "Home"), (.end, "End"), (.character(" "), "Space"),
  ]

  /// Other spellings that `init(name:)` takes, in small letters.
  private static let aliases: [String: Key] = [
    "return": .enter, "escape": .escape, "backtab": .backTab, "delete": .delete,
    "insert": .insert, "pageup": .pageUp, "pagedown": .pageDown, "bs": .backspace,
  ]

  /// Reads a key's name such as `q`, `Ctrl-R`, `PgUp` or `F5`; nil when it names none.
  ///
  /// Long names may be written in any case; a single character stands for itself.
  public init?(name: String) {
    if name.count == 1, let character = name.first {
      guard Self.isPrinting(character) else { return nil }
      self = .character(character)
      return
    }
    let small = name.lowercased()
    if let match = Self.named.first(where: { $0.name.lowercased() == small }) {
      self = match.key
    } else if let match = Self.aliases[small] {
      self = match
    } else if small.hasPrefix("ctrl-"), small.count == 6, let letter = small.last,
      Self.isControllable(letter)
    {
      self = .control(letter)
    } else if small.first == "f", let number = Int(small.dropFirst()), (1...63).contains(number),
      small == "f\(number)"
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static func isPrinting(_ character: Character) -> Bool {
    character.isPrintable && character.columns > 0 && !character.isWhitespace
  }

  private static func isControllable(_ character: Character) -> Bool {
    character.isASCII && (character.isLowercase || "@[\\]^_".contains(character))
  }
}

extension Key: CustomStringConvertible {
  /// The key's name as help shows it and `init(name:)` reads it: `Ctrl-R`, `Enter`, `PgUp`.
  public var description: String {
    if let match = Self.named.first(where: { $0.key == self }) { return match.name }
    switch self {
    case .character(let character): return String(character)
    case .control(let character): return "Ctrl-\(character.uppercased())"
    case .function(let number): return "F\(number)"
    default: return ""
    }
  }
}
