/// Text from data inside Markdown.
enum MarkdownText {
  /// The text with everything that Markdown or HTML could take for markup escaped.
  static func escaped(_ text: String) -> String {
    var result = ""
    var isStart = true
    let scalars = Array(PlainText.clean(text).unicodeScalars)
    for (offset, scalar) in scalars.enumerated() {
      let isMarkup = "\\`*_{}[]<>|~&#".unicodeScalars.contains(scalar)
      let isListMark = isStart && "+-=".unicodeScalars.contains(scalar)
      let isLast = offset + 1 == scalars.count || scalars[offset + 1] == " "
      let isNumberMark = (scalar == "." || scalar == ")") && isLast && isNumber(result)
      if isMarkup || isListMark || isNumberMark { result += "\\" }
      result.unicodeScalars.append(scalar)
      if scalar != " " { isStart = false }
    }
    return result
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count < 10 && text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// A page as a link; other text is escaped.
  static func link(_ address: String) -> String {
    let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
    let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E }
    return isWeb && isPlain ? "<" + address + ">" : escaped(address)
  }
}
