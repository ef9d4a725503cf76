/// Compares the texts of a language with those of English.
public enum StringsChecker {
  /// What is wrong with a table, in its order.
  ///
  /// - Parameters:
  ///   - pairs: English and translation, as the table has them.
  ///   - keys: The texts of English.
  ///   - isWhole: Whether every text needs a translation.
  public static func faults(
    _ pairs: [(String, String)], keys: [String], isWhole: Bool = true
  ) -> [String] {
    var faults: [String] = []
    var seen: Set<String> = []
    let known = Set(keys)
    for (text, translation) in pairs {
      if !seen.insert(text).inserted { faults.append("twice: \(text)") }
      if !known.contains(text) { faults.append("not in English: \(text)") }
      if translation.isEmpty {
        if isWhole { faults.append("no translation: \(text)") }
      } else if places(text) != places(translation) {
        faults.append("other places: \(text)")
      } else if text.hasSuffix(".") != (translation.hasSuffix(".") || translation.hasSuffix("।")) {
        faults.append("full stop at one end only: \(text)")
      }
    }
    return faults + keys.filter { !seen.contains($0) }.map { "missing: \($0)" }
  }

  /// The places of a text such as `{0}`, sorted.
  private static func places(_ text: String) -> [String] {
    var places: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      rest = rest[rest.index(after: open)...]
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty, digits.endIndex < rest.endIndex, rest[digits.endIndex] == "}" {
        places.append(String(digits))
      }
    }
    return places.sorted()
  }
}
