/// One line of text being typed, with a cursor between its characters.
public struct InputLine: Hashable, Sendable {
  /// The text; assigning it puts the cursor at its end.
  public var text: String {
    get { String(characters) }
    set {
      characters = Array(newValue)
      cursor = characters.count
    }
  }
  /// Characters before the cursor.
  public private(set) var cursor: Int
  private var characters: [Character]

  /// Starts with a text and the cursor at its end.
  public init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// Applies an editing key; false when the key does not edit and nothing happened.
  ///
  /// Besides the keys with obvious names: Ctrl-A and Ctrl-E go to the ends, Ctrl-U and Ctrl-K cut
  /// to them, Ctrl-W cuts the word before the cursor.
  @discardableResult
  public mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace:
      guard cursor > 0 else { return true }
      cursor -= 1
      characters.remove(at: cursor)
    case .delete:
      if cursor < characters.count { characters.remove(at: cursor) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"):
      characters.removeFirst(cursor)
      cursor = 0
    case .control("k"): characters.removeLast(characters.count - cursor)
    case .control("w"): cutWord()
    default: return false
    }
    return true
  }

  /// Inserts text at the cursor, as a paste does; line ends become spaces.
  public mutating func insert(_ text: String) {
    let added = text.map { $0.isNewline || $0 == "\t" ? " " : $0 }
    characters.insert(contentsOf: added, at: cursor)
    // A combining mark joins what stands before it, so characters are counted anew.
    let before = String(characters[..<(cursor + added.count)])
    characters = Array(before + String(characters[(cursor + added.count)...]))
    cursor = min(before.count, characters.count)
  }

  /// Draws on the first row of a rectangle, scrolled so that the cursor is in sight.
  public func draw(in rect: Rect, into buffer: inout CellBuffer, role: Role = .input) {
    let rect = rect.clipped(to: buffer.bounds).splitTop(1).top
    guard !rect.isEmpty else { return }
    buffer.fill(rect, role: role)
    var start = 0
    var width = String(characters[..<cursor]).columns
    while width >= rect.columns, start < cursor {
      width -= characters[start].columns
      start += 1
    }
    buffer.write(
      String(characters[start...]), at: rect.column, row: rect.row, role: role,
      limit: rect.columns)
    let column = min(rect.column + max(0, width), rect.endColumn - 1)
    buffer.cursor = Point(column: column, row: rect.row)
  }

  private mutating func cutWord() {
    let end = cursor
    while cursor > 0, characters[cursor - 1] == " " { cursor -= 1 }
    while cursor > 0, characters[cursor - 1] != " " { cursor -= 1 }
    characters.removeSubrange(cursor..<end)
  }
}
