/// How a page of HTML is dressed: its frame and its style sheet.
public struct HTMLPage: Sendable, Equatable {
  /// Why a frame or a style sheet cannot be used.
  public struct Fault: Error, Equatable {
    /// Line of the text, from 1.
    public var line: Int
    /// What is wrong and what to do.
    public var message: String
  }

  /// What a frame may name, each at most once.
  public enum Placeholder: String, Sendable, CaseIterable {
    /// The title, as text.
    case title
    /// The style sheet, to stand inside a `style` element.
    case style
    /// Heading, contents and all sections.
    case body
    /// The line at the end.
    case footer
  }

  private enum Part: Sendable, Equatable {
    case text(String)
    case placeholder(Placeholder)
    case language
  }

  private let parts: [Part]
  private let style: String

  /// The frame and style sheet of the program.
  public static let standard = HTMLPage(parts: standardParts, style: HTMLStyle.sheet)

  private static let standardParts: [Part] = [
    .text(
      """
      <!DOCTYPE html>
      <html lang="
      """), .language,
    .text(
      """
      ">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="color-scheme" content="light dark">
      <title>
      """), .placeholder(.title), .text("</title>\n<style>\n"), .placeholder(.style),
    .text("</style>\n</head>\n<body>\n"), .placeholder(.body), .text("<footer>\n"),
    .placeholder(.footer), .text("</footer>\n</body>\n</html>\n"),
  ]

  private init(parts: [Part], style: String) {
    self.parts = parts
    self.style = style
  }

  /// The page with another frame; text with placeholders such as `{{body}}`.
  public func framed(by frame: String) throws(Fault) -> HTMLPage {
    HTMLPage(parts: try Self.read(frame), style: style)
  }

  /// The page with another style sheet.
  public func styled(by sheet: String) throws(Fault) -> HTMLPage {
    for (number, line) in sheet.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where line.lowercased().contains("</style") {
      throw Fault(line: number + 1, message: "`</style` would end the style sheet; leave it out")
    }
    return HTMLPage(parts: parts, style: sheet.hasSuffix("\n") ? sheet : sheet + "\n")
  }

  /// The page around its contents.
  func filled(title: String, body: String, footer: String) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .language: (Translator.current?.language ?? .english).rawValue
      case .placeholder(.title): HTMLText.plain(title)
      case .placeholder(.style): style
      case .placeholder(.body): body
      case .placeholder(.footer): footer
      }
    }.joined()
  }

  /// Splits a frame at its placeholders.
  private static func read(_ frame: String) throws(Fault) -> [Part] {
    let known = Placeholder.allCases.map { "{{\($0.rawValue)}}" }.joined(separator: ", ")
    var parts: [Part] = []
    var rest = frame[...]
    var line = 1
    while let open = rest.firstRange(of: "{{") {
      let before = rest[..<open.lowerBound]
      line += before.utf8.count { $0 == 0x0A }
      parts.append(.text(String(before)))
      let inside = rest[open.upperBound...]
      guard let close = inside.firstRange(of: "}}"),
        !inside[..<close.lowerBound].utf8.contains(0x0A)
      else { throw Fault(line: line, message: "`{{` has no `}}` on its line") }
      let name = String(inside[..<close.lowerBound])
      guard let placeholder = Placeholder(rawValue: name) else {
        let shown = PlainText.clean(String(name.prefix(40)))
        throw Fault(line: line, message: "there is no placeholder {{\(shown)}}; there are \(known)")
      }
      guard !parts.contains(.placeholder(placeholder)) else {
        throw Fault(line: line, message: "{{\(name)}} stands twice; keep one")
      }
      parts.append(.placeholder(placeholder))
      rest = inside[close.upperBound...]
    }
    parts.append(.text(String(rest)))
    guard parts.contains(.placeholder(.body)) else {
      throw Fault(line: line, message: "there is no {{body}}; put it where the report belongs")
    }
    return parts
  }
}
