public import AtlasModel

/// A provenance tree with what stands around it: flags above it, the changes made, its sources.
public struct WhyPage: Sendable {
  /// The tree.
  public var node: WhyNode
  /// Flags of the screening in a line; empty where the number is no part of one.
  public var flags: String
  /// What was changed, in words.
  public var notes: [String]
  /// The dataset that was read.
  public var catalog: Catalog

  /// Joins a tree with what stands around it.
  public init(_ node: WhyNode, flags: String = "", notes: [String] = [], catalog: Catalog) {
    self.node = node
    self.flags = flags
    self.notes = notes
    self.catalog = catalog
  }

  private var head: [String] {
    (flags.isEmpty ? [] : [Translator.said("Flags: \(flags).")]) + notes
  }

  /// The page in another language; nil is English.
  public func translated(by translator: Translator?) -> WhyPage {
    guard let translator else { return self }
    var copy = self
    copy.node = node.translated(by: translator)
    copy.notes = notes.map(translator.translate)
    return copy
  }

  /// Plain text, the sources at the end.
  public var text: String {
    let head = head.map { PlainText.clean($0) + "\n" }.joined()
    let sources = node.citations(catalog).map { entry in
      PlainText.clean("[\(entry.id)] " + Self.words(entry)) + "\n"
    }
    return head + (head.isEmpty ? "" : "\n") + node.text()
      + (sources.isEmpty ? "" : "\n\(Translator.said("Sources"))\n-------\n" + sources.joined())
  }

  /// Markdown, the sources at the end.
  public var markdown: String {
    let head = head.map { MarkdownText.escaped($0) + "\n\n" }.joined()
    let sources = node.citations(catalog).map { entry in
      "- " + MarkdownText.escaped("[\(entry.id)] " + Self.words(entry)) + "\n"
    }
    return head + node.markdown()
      + (sources.isEmpty ? "" : "\n## \(Translator.said("Sources"))\n\n" + sources.joined())
  }

  /// One HTML page, the sources at the end.
  public func html(_ page: HTMLPage = .standard) -> String { document.html(page) }

  /// The tree as points of a document, the sources at the end.
  public var document: Document {
    Document(
      title: node.name,
      sections: [
        .init(
          Translator.said("Where it is from"), head.map { .paragraph($0) } + [.list(node.points())])
      ], sources: node.citations(catalog))
  }

  /// The tree as JSON, with what was `changed` in words and `sources` behind its own keys.
  public var json: JSONValue {
    guard case .object(let members) = node.json else { return node.json }
    return .object(
      members + [
        .init("changed", .array(notes.map { .string($0) })),
        .init(
          "sources",
          .array(
            node.citations(catalog).map { entry in
              .object([
                .init("id", .string(entry.id)), .init("publisher", .string(entry.publisher)),
                .init("title", .string(entry.title)), .init("vintage", .string(entry.vintage)),
                .init("terms", .string(entry.terms)), .init("address", .string(entry.address)),
              ])
            })),
      ])
  }

  private static func words(_ entry: Citations.Entry) -> String {
    [entry.words, entry.address].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
