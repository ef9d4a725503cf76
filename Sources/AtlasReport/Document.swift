/// A text with sections, tables and numbered sources, ready to be written in any format.
public struct Document: Sendable, Equatable {
  /// A part under a heading.
  public struct Section: Sendable, Equatable {
    /// The heading.
    public var title: String
    /// What stands under it, in order.
    public var blocks: [Block]

    /// Makes a section.
    public init(_ title: String, _ blocks: [Block]) {
      self.title = title
      self.blocks = blocks
    }
  }

  /// One thing in a section.
  public enum Block: Sendable, Equatable {
    /// Running text.
    case paragraph(String)
    /// Names with values.
    case facts([Fact])
    /// Points of a list.
    case list([String])
    /// A table.
    case table(ReportTable)
    /// A remark.
    case note(String)
    /// A drawing; formats that draw nothing write its numbers in words.
    case chart(Chart)
  }

  /// A name with a value.
  public struct Fact: Sendable, Equatable {
    /// What is stated.
    public var name: String
    /// The value in words.
    public var value: String
    /// Numbers of the sources of the value.
    public var citations: [Int]

    /// Makes a fact; an empty value is unknown.
    public init(_ name: String, _ value: String, citations: [Int] = []) {
      self.name = name
      self.value = value
      self.citations = citations
    }
  }

  /// The title.
  public var title: String
  /// What the document is about, in a line; empty for none.
  public var subtitle: String
  /// The parts.
  public var sections: [Section]
  /// Remarks at the end.
  public var notes: [String]
  /// The sources, by number.
  public var sources: [Citations.Entry]

  /// Makes a document.
  public init(
    title: String, subtitle: String = "", sections: [Section], notes: [String] = [],
    sources: [Citations.Entry] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.sections = sections
    self.notes = notes
    self.sources = sources
  }
}
