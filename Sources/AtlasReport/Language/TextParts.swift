/// A text cut where its parts can be said by themselves.
struct TextParts {
  /// Where texts are cut, the loosest joint first.
  static let separators = [". ", " | ", " › ", " > ", " · ", "; ", ": ", ", ", " ("]

  /// The parts, in order.
  let texts: [String]
  /// What stood between two parts.
  let separator: String

  /// Cuts a text; a full stop ends a sentence only before a capital.
  init(_ text: String, _ separator: String) {
    self.separator = separator
    let bytes = Array(text.utf8)
    let joint = Array(separator.utf8)
    var texts: [String] = []
    var start = 0
    var at = 0
    while let found = TextBytes.find(joint, in: bytes, from: at) {
      at = found + joint.count
      if separator == ". ", at < bytes.count, (0x61...0x7A).contains(bytes[at]) { continue }
      texts.append(String(decoding: bytes[start..<found], as: UTF8.self))
      start = at
    }
    texts.append(String(decoding: bytes[start...], as: UTF8.self))
    self.texts = texts
  }
}

extension Translator {
  /// A text part by part; nil where no part of it is known.
  func inParts(_ text: String, depth: Int) -> String? {
    if let result = core(text, depth: depth) { return result }
    for separator in TextParts.separators {
      if separator == ", ", let result = aroundNumber(text, depth: depth) { return result }
      let parts = TextParts(text, separator)
      guard parts.texts.count > 1 else { continue }
      let isSentence = separator == ". "
      let found = parts.texts.enumerated().map { index, part in
        // The full stop that the cut took may belong to the key.
        isSentence && index < parts.texts.count - 1
          ? known(part + ".", depth: depth + 1).map { Self.withoutStop($0) } : sentence(part, depth)
      }
      let said = found.count { $0 != nil }
      let open = zip(parts.texts, found).count { $1 == nil && TextBytes.hasWord($0) }
      // Half a list in another language is worse than none.
      let isLoose = separator == ", " || separator == " ("
      guard said > 0, !isLoose || open <= said else { continue }
      return zip(parts.texts, found).map { $1 ?? $0 }.joined(separator: separator)
    }
    return templated(text, isSure: false, depth: depth) ?? leading(text, depth: depth)
  }

  /// A name, a number and what it counts, such as `Internet users 10.3 % of people (2023)`.
  private func aroundNumber(_ text: String, depth: Int) -> String? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    for place in words.indices.reversed() {
      guard let first = words[place].first(where: { $0 != "-" && $0 != "(" }), first.isNumber else {
        continue
      }
      let head = words[..<place].joined(separator: " ")
      let tail = words[(place + 1)...].joined(separator: " ")
      let said = head.isEmpty ? "" : single(head)
      guard let said, !head.isEmpty || single(tail) != nil else { continue }
      let ends = [said, String(words[place])]
      return (ends + [known(tail, depth: depth + 1) ?? tail]).filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    return nil
  }

  private func sentence(_ part: String, _ depth: Int) -> String? { known(part, depth: depth + 1) }

  private static func withoutStop(_ text: String) -> String {
    for stop in [".", "।"] where text.hasSuffix(stop) { return String(text.dropLast()) }
    return text
  }

  /// A text between spaces, brackets, stops and marks of sources, which stay where they are.
  private func core(_ text: String, depth: Int) -> String? {
    var core = text[...]
    var head = ""
    var tail = ""
    while let first = core.first, Self.isEdge(first) || first == "(" && core.last == ")" {
      head.append(first)
      core.removeFirst()
    }
    while let last = core.last {
      if last == "]", let open = core.lastIndex(of: "["),
        core[open...].dropFirst().dropLast().allSatisfy({ $0.isNumber })
      {
        tail = core[open...] + tail
        core = core[..<open]
      } else if Self.isEdge(last) || ".:,;)".contains(last) && !core.dropLast().isEmpty {
        tail = String(last) + tail
        core.removeLast()
      } else {
        break
      }
    }
    guard core.count < text.count, let found = known(String(core), depth: depth + 1) else {
      return nil
    }
    return head + found + tail
  }

  private static func isEdge(_ character: Character) -> Bool {
    character == " " || !(character.isASCII || character.isLetter || character.isNumber)
  }

  /// A text that begins or ends with a known one, or stands behind a number or a code such as `P3`.
  private func leading(_ text: String, depth: Int) -> String? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count > 1 else { return nil }
    func part(_ range: Range<Int>) -> String { words[range].joined(separator: " ") }
    for cut in (1..<min(words.count, 16)).reversed() {
      let head = part(0..<cut)
      if head.utf8.count >= Self.longEnough, let said = single(head) {
        let rest = part(cut..<words.count)
        return said + " " + (known(rest, depth: depth + 1) ?? rest)
      }
    }
    for cut in max(1, words.count - 16)..<words.count {
      let tail = part(cut..<words.count)
      if tail.utf8.count >= Self.longEnough, let said = single(tail) {
        let rest = part(0..<cut)
        return (known(rest, depth: depth + 1) ?? rest) + " " + said
      }
    }
    let first = words[0]
    let rest = part(1..<words.count)
    let isCode = !TextBytes.hasWord(first) || !first.contains { $0.isLowercase }
    guard let word = isCode ? first : single(first) else { return nil }
    guard isCode || !words[1].contains(where: { $0.isLowercase }) else { return nil }
    guard let found = known(rest, depth: depth + 1) else { return isCode ? nil : word + " " + rest }
    return word + " " + found
  }

  /// Fewest bytes of a text that is known where it stands in another.
  private static let longEnough = 9
}
