/// A text cut where its parts can be said by themselves.
struct TextParts {
  /// Joints at which a text is cut everywhere, the loosest first.
  static let loose = ["  ", ". ", " | ", " › ", " -> ", " > ", " · ", "; "]

  /// The parts, in order.
  let texts: [String]

  /// Cuts a text; a full stop ends a sentence only before what is no small letter, and what stands in
  /// brackets is not cut where every bracket closes.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - separator: Where it is cut.
  ///   - most: Most parts that are made of it.
  init(_ text: String, _ separator: String, most: Int = Int.max) {
    let bytes = Array(text.utf8)
    let joint = Array(separator.utf8)
    let isWhole = TextBytes.isBalanced(text)
    var texts: [String] = []
    var start = 0
    var at = 0
    var depth = 0
    while texts.count < most - 1, let found = TextBytes.find(joint, in: bytes, from: at) {
      if isWhole { for byte in bytes[at..<found] { depth += TextBytes.step(byte) } }
      at = found + joint.count
      guard depth == 0 else { continue }
      if separator == ". ", at < bytes.count, (0x61...0x7A).contains(bytes[at]) { continue }
      texts.append(String(decoding: bytes[start..<found], as: UTF8.self))
      start = at
    }
    texts.append(String(decoding: bytes[start...], as: UTF8.self))
    self.texts = texts
  }

  /// What stands before, in and behind the first brackets of a text; nil for none.
  static func bracketed(_ text: String) -> (head: String, inside: String, tail: String)? {
    let bytes = Array(text.utf8)
    guard let open = TextBytes.find(Array(" (".utf8), in: bytes, from: 0) else { return nil }
    var depth = 0
    for at in (open + 1)..<bytes.count {
      if bytes[at] == UInt8(ascii: "(") { depth += 1 }
      if bytes[at] == UInt8(ascii: ")") { depth -= 1 }
      guard depth == 0 else { continue }
      return (
        String(decoding: bytes[..<open], as: UTF8.self),
        String(decoding: bytes[(open + 2)..<at], as: UTF8.self),
        String(decoding: bytes[(at + 1)...], as: UTF8.self)
      )
    }
    return nil
  }
}

extension Translator {
  /// A text part by part; nil where no part of it is known.
  func inParts(_ text: String, _ memo: Memo) -> String? {
    if let result = core(text, memo) { return result }
    if let result = behindBrackets(text, memo) { return result }
    let labelled = TextParts(text, ": ", most: 2).texts
    if labelled.count == 2,
      let label = single(labelled[0]) ?? templated(labelled[0], isSure: true, memo)
    {
      return label + ": " + (known(labelled[1], memo) ?? labelled[1])
    }
    if let result = aroundNumber(text, memo, name: nameWithComma) { return result }
    if labelled.count == 1, let result = listed(text, memo, mayLack: false) { return result }
    if let result = aroundNumber(text, memo) { return result }
    if let result = beforeBrackets(text, memo) { return result }
    for separator in TextParts.loose {
      let parts = runs(TextParts(text, separator).texts, separator)
      guard parts.count > 1 else { continue }
      let said = parts.enumerated().map { index, part in
        // The full stop that the cut took may belong to the key.
        separator == ". " && index < parts.count - 1
          ? known(part + ".", memo).map { Self.withoutStop($0) }
          : known(part, memo)
      }
      if let result = Self.joined(parts, said, separator) { return result }
    }
    if labelled.count == 2,
      let result = Self.joined(labelled, labelled.map { known($0, memo) }, ": ")
    {
      return result
    }
    if let result = coded(text, memo) { return result }
    if let result = listed(text, memo) { return result }
    if let parts = TextParts.bracketed(text) {
      let texts = [parts.head, parts.inside, parts.tail]
      let said = texts.map { known($0, memo) }
      if said.contains(where: { $0 != nil }) {
        let all = zip(texts, said).map { $1 ?? $0 }
        return all[0] + " (" + all[1] + ")" + all[2]
      }
    }
    return templated(text, isSure: false, memo) ?? beside(text, memo)
  }

  /// The parts of a text with those put together again that are known as a whole, such as the name of
  /// an indicator that has a comma, or a note that has a semicolon.
  private func runs(_ parts: [String], _ separator: String) -> [String] {
    guard parts.count > 2, parts.count <= 24 else { return parts }
    var result: [String] = []
    var at = 0
    while at < parts.count {
      var end: Int?
      if at + 2 <= parts.count {
        end = (at + 2...parts.count).reversed().first { end in
          single(parts[at..<end].joined(separator: separator)) != nil
        }
      }
      result.append(parts[at..<(end ?? at + 1)].joined(separator: separator))
      at = end ?? at + 1
    }
    return result
  }

  /// A text that is known as a whole before a word in brackets, such as `Problem statement; map of
  /// excluded groups (published)`.
  private func beforeBrackets(_ text: String, _ memo: Memo) -> String? {
    guard let parts = TextParts.bracketed(text), parts.tail.isEmpty, let head = single(parts.head)
    else { return nil }
    return head + " (" + (known(parts.inside, memo) ?? parts.inside) + ")"
  }

  /// A list, if no more of it is unknown than known: half of one is worse than none.
  ///
  /// - Parameter mayLack: Whether items may be unknown at all.
  private func listed(_ text: String, _ memo: Memo, mayLack: Bool = true) -> String? {
    let items = runs(TextParts(text, ", ").texts, ", ")
    guard items.count > 1 else { return nil }
    let said = items.map { known($0, memo) }
    let open = zip(items, said).count { $1 == nil && TextBytes.hasWord($0) }
    return open <= (mayLack ? items.count - open : 0) ? Self.joined(items, said, ", ") : nil
  }

  /// A text behind a word in brackets, such as `(published) Each person trained`.
  private func behindBrackets(_ text: String, _ memo: Memo) -> String? {
    guard text.first == "(", let parts = TextParts.bracketed(" " + text), parts.tail.first == " ",
      let rest = known(String(parts.tail.dropFirst()), memo)
    else { return nil }
    return "(" + (known(parts.inside, memo) ?? parts.inside) + ") " + rest
  }

  private static func joined(
    _ parts: [String], _ said: [String?], _ separator: String
  ) -> String? {
    guard parts.count > 1, said.contains(where: { $0 != nil }) else { return nil }
    return zip(parts, said).map { $1 ?? $0 }.joined(separator: separator)
  }

  static func withoutStop(_ text: String) -> String {
    for stop in [".", "।"] where text.hasSuffix(stop) { return String(text.dropLast()) }
    return text
  }
}
