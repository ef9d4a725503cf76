/// One cell of the screen: what it shows and what that means.
public struct Cell: Hashable, Sendable {
  /// One printing character with its combining marks; empty in the second column of a wide one.
  public let text: String
  /// Columns of the text, 1 or 2; 0 in the second column of a wide character.
  public let width: Int
  /// The meaning, from which a theme takes colour and attributes.
  public internal(set) var role: Role

  /// Makes a cell; only the buffer does, so that nothing unprintable gets into one.
  init(text: String, width: Int, role: Role) {
    self.text = text
    self.width = width
    self.role = role
  }

  /// An empty cell.
  public static let blank = Cell(text: " ", width: 1, role: .text)

  /// True in the second column of a wide character.
  public var isContinuation: Bool { width == 0 }
}

/// A piece of text with one role.
public struct Span: Hashable, Sendable {
  /// The text.
  public var text: String
  /// Its meaning.
  public var role: Role

  /// Makes a piece of text.
  public init(_ text: String, _ role: Role = .text) {
    self.text = text
    self.role = role
  }
}
