import AtlasModel
import AtlasReport
import AtlasScreen

/// A profile while it is open.
public struct ProfileState: Sendable {
  /// What the profile is of.
  public enum Subject: Sendable, Equatable {
    /// A country, by position.
    case country(Int)
    /// A good, by position.
    case good(Int)
    /// A source, by position.
    case source(Int)

    /// Its name for people.
    func name(_ catalog: Catalog) -> String {
      switch self {
      case .country(let position): catalog.countries[position].name
      case .good(let position): catalog.goods[position].name
      case .source(let position): catalog.sources[position].publisher
      }
    }
  }

  /// What the profile is of.
  public let subject: Subject
  /// First line shown.
  public private(set) var offset = 0
  private let document: Document

  /// Writes a profile.
  public init(_ subject: Subject, atlas: Atlas) {
    self.subject = subject
    switch subject {
    case .country(let position):
      document = CountryProfile.document(atlas.catalog, position)
    case .good(let position): document = GoodProfile.document(atlas.catalog, position)
    case .source(let position):
      document = SourceProfile.document(atlas.catalog, source: position)
    }
  }

  /// The profile as Markdown, the same bytes as the command writes.
  var markdown: String { document.markdown() }

  func lines(columns: Int, glyphs: Glyphs) -> [ScreenLine] {
    DocumentLines.lines(document, columns: columns, glyphs: glyphs)
  }

  mutating func scroll(by rows: Int, size: Size, glyphs: Glyphs) {
    let count = lines(columns: size.columns - 1, glyphs: glyphs).count
    let last = max(0, count - max(0, size.rows - 3))
    offset = max(0, min(last, min(offset, last) + max(-1_000_000, min(1_000_000, rows))))
  }

  /// Name of an exported file.
  func fileName(_ catalog: Catalog) -> String {
    let id: String =
      switch subject {
      case .country(let position): catalog.countries[position].iso3
      case .good(let position): catalog.goods[position].id
      case .source(let position): catalog.sources[position].id
      }
    return "dpg-atlas-\(id).md"
  }
}

extension ScreeningState {
  /// The screening as Markdown, the same bytes as the command writes.
  func markdown(_ catalog: Catalog) -> String {
    ScreeningDocument.document(insight, catalog: catalog).markdown()
  }
}
