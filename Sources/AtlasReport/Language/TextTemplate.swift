/// A text with places for what is put in, such as `{0} of {1}`.
struct TextTemplate: Sendable {
  /// A piece of it.
  enum Piece: Sendable, Equatable {
    case literal([UInt8])
    case place(Int)
  }

  /// Its pieces, in order; no two places stand side by side.
  let pieces: [Piece]
  /// Letters that stand in it as they are: the more, the surer a match.
  let weight: Int
  /// Its longest whole word, by which it is looked up; empty for none.
  let anchor: String
  /// Whether it holds the end of a sentence, or of a part of one, inside.
  let hasSentences: Bool

  /// Cuts a text at its places.
  init(_ text: String) {
    var pieces: [Piece] = []
    var literal: [UInt8] = []
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      if let (number, end) = Self.place(in: bytes, at: at) {
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = []
        pieces.append(.place(number))
        at = end
      } else {
        literal.append(bytes[at])
        at += 1
      }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    self.pieces = pieces
    let literals = pieces.compactMap { if case .literal(let bytes) = $0 { bytes } else { nil } }
    weight = literals.joined().count { TextBytes.isLetter($0) }
    hasSentences = text.contains(". ") || text.contains("; ")
    var words: [ArraySlice<UInt8>] = []
    for (index, piece) in pieces.enumerated() {
      guard case .literal(let bytes) = piece else { continue }
      var runs = TextBytes.words(bytes[...])
      // A word that touches a place may be the end of a longer one.
      if index > 0, runs.first?.startIndex == 0 { runs.removeFirst() }
      if index < pieces.count - 1, runs.last?.endIndex == bytes.count { runs.removeLast() }
      words += runs
    }
    anchor = words.max { $0.count < $1.count }.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Numbers of its places, in order.
  var places: [Int] {
    pieces.compactMap { if case .place(let number) = $0 { number } else { nil } }
  }

  /// What a text has at the places, in order; nil if the text is another one.
  func captures(_ text: [UInt8]) -> [Range<Int>]? {
    var captures: [Range<Int>] = []
    var at = 0
    var start: Int?
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .place: start = at
      case .literal(let bytes):
        let isLast = index == pieces.count - 1
        let found =
          start == nil
          ? (TextBytes.holds(text, bytes, at: at) ? at : nil)
          : isLast
            ? (text.count - bytes.count >= at
              && TextBytes.holds(text, bytes, at: text.count - bytes.count)
              ? text.count - bytes.count : nil)
            : TextBytes.find(bytes, in: text, from: at)
        guard let found else { return nil }
        if let start { captures.append(start..<found) }
        start = nil
        at = found + bytes.count
      }
    }
    if let start { captures.append(start..<text.count) } else if at != text.count { return nil }
    return captures
  }

  /// A place such as `{12}` that begins here.
  private static func place(in bytes: [UInt8], at start: Int) -> (number: Int, end: Int)? {
    guard bytes[start] == UInt8(ascii: "{") else { return nil }
    var at = start + 1
    var number = 0
    while at < bytes.count, at - start < 4, (0x30...0x39).contains(bytes[at]) {
      number = number * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > start + 1, at < bytes.count, bytes[at] == UInt8(ascii: "}") else { return nil }
    return (number, at + 1)
  }
}

/// Looks at text byte by byte.
enum TextBytes {
  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }

  /// Runs of letters.
  static func words(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split { !isLetter($0) }
  }

  /// Whether two letters of English stand side by side: less is a sign or a number.
  static func hasWord(_ text: String) -> Bool {
    var isAfterLetter = false
    for byte in text.utf8 {
      let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      if isLetter, isAfterLetter { return true }
      isAfterLetter = isLetter
    }
    return false
  }

  /// How much deeper in brackets what follows a byte stands.
  static func step(_ byte: UInt8) -> Int {
    byte == UInt8(ascii: "(") ? 1 : byte == UInt8(ascii: ")") ? -1 : 0
  }

  /// Whether every bracket that opens in a text closes in it.
  static func isBalanced(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      depth += step(byte)
      if depth < 0 { return false }
    }
    return depth == 0
  }

  static func holds(_ text: [UInt8], _ part: [UInt8], at start: Int) -> Bool {
    guard start >= 0, start + part.count <= text.count else { return false }
    for index in part.indices where text[start + index] != part[index] { return false }
    return true
  }

  static func find(_ part: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard start + part.count <= text.count else { return nil }
    return (start...(text.count - part.count)).first { holds(text, part, at: $0) }
  }
}
