// Texts that stand between, behind or before what needs no words.
extension Translator {
  /// A text between spaces, brackets, stops and marks of sources, which stay where they are.
  func core(_ text: String, _ memo: Memo) -> String? {
    var core = text[...]
    var head = ""
    var tail = ""
    if core.hasPrefix("[ ] ") {
      head = "[ ] "
      core = core.dropFirst(4)
    }
    while let first = core.first,
      Self.isEdge(first) || first == "," || first == "(" && core.last == ")"
    {
      head.append(first)
      core.removeFirst()
    }
    while let last = core.last {
      if last == "]", let open = core.lastIndex(of: "["),
        core[open...].dropFirst().dropLast().allSatisfy(Self.isOfMark)
      {
        tail = core[open...] + tail
        core = core[..<open]
      } else if Self.isEdge(last) || ".:,;_".contains(last)
        || last == ")" && !TextBytes.isBalanced(String(core))
      {
        tail = String(last) + tail
        core.removeLast()
      } else {
        break
      }
    }
    guard core.count < text.count, let found = known(String(core), memo) else {
      return nil
    }
    return head + found + tail
  }

  /// Whether a letter may stand in the mark of a source, such as `[4]` or `[wdi-2026-07]`.
  private static func isOfMark(_ character: Character) -> Bool {
    character.isNumber || character.isLowercase || "_-.:".contains(character)
  }

  private static func isEdge(_ character: Character) -> Bool {
    character == " " || !(character.isASCII || character.isLetter || character.isNumber)
  }

  /// A name, a number and what it counts, such as `Internet users 10.3 % of people (2023)`.
  func aroundNumber(_ text: String, _ memo: Memo) -> String? {
    aroundNumber(text, memo) { $0.isEmpty ? "" : single($0) }
      ?? aroundNumber(text, memo) { head in
        head.contains { $0.isNumber }
          ? nil : templated(head, isSure: true, memo) ?? templated(head, isSure: false, memo)
      }
  }

  /// A name with a comma of its own, such as `Rule of law, rank among countries`; nil for another.
  func nameWithComma(_ text: String) -> String? { text.contains(", ") ? single(text) : nil }

  func aroundNumber(
    _ text: String, _ memo: Memo, name: (String) -> String?
  ) -> String? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    for place in words.indices.reversed() {
      guard let first = words[place].first(where: { $0 != "-" && $0 != "(" }), first.isNumber else {
        continue
      }
      let head = words[..<place].joined(separator: " ")
      let tail = words[(place + 1)...].joined(separator: " ")
      let label = TextParts(tail, ": ", most: 2).texts.first ?? tail
      guard let said = name(head), !head.isEmpty || single(label) != nil else { continue }
      // Of how many it is, some languages say first.
      let most = place + 3
      if words.count >= most, words[place + 1] == "of",
        let share = templated(words[place..<most].joined(separator: " "), isSure: false, memo)
      {
        let rest = words[most...].joined(separator: " ")
        return [said, share, known(rest, memo) ?? rest].filter { !$0.isEmpty }
          .joined(separator: " ")
      }
      return [said, String(words[place]), known(tail, memo) ?? tail]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    return nil
  }

  /// A text behind a code such as `P3`, `high P3` or a number.
  func coded(_ text: String, _ memo: Memo) -> String? {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard words.count == 2 else { return nil }
    let rest = words[1]
    if Self.isCode(words[0]) {
      let said =
        single(rest) ?? templated(rest, isSure: true, memo)
        ?? coded(rest, memo)
      return said.map { words[0] + " " + $0 }
    }
    let second = rest.prefix { $0 != " " }
    guard Self.isCode(String(second)), let word = single(words[0]),
      let said = coded(rest, memo)
    else { return nil }
    return word + " " + said
  }

  private static func isCode(_ word: String) -> Bool {
    !TextBytes.hasWord(word) || !word.contains { $0.isLowercase }
  }

  /// A text that begins or ends with a known one.
  func beside(_ text: String, _ memo: Memo) -> String? {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard words.count > 1 else { return nil }
    func part(_ range: Range<Int>) -> String { words[range].joined(separator: " ") }
    for cut in (1..<min(words.count, 16)).reversed() where begins(words[0]) {
      let head = part(0..<cut)
      guard head.utf8.count >= Self.longEnough, let said = single(head) else { continue }
      let rest = part(cut..<words.count)
      // A large word before another begins a name: `Sustainable Development Solutions Network`.
      if cut == 1, words[0].first?.isUppercase == true, rest.first?.isUppercase == true { continue }
      return said + " " + (known(rest, memo) ?? rest)
    }
    for cut in max(1, words.count - 16)..<words.count where ends(words[words.count - 1]) {
      let tail = part(cut..<words.count)
      guard tail.utf8.count >= Self.longEnough, let said = single(tail) else { continue }
      let rest = part(0..<cut)
      return (known(rest, memo) ?? rest) + " " + said
    }
    return nil
  }

  /// Fewest bytes of a text that is known where it stands in another.
  private static let longEnough = 9
}
