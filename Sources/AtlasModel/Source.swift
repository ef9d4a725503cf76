/// A publication that figures come from.
public struct Source: Sendable, Equatable {
  /// What the publisher's terms allow.
  public enum Reuse: String, Sendable, CaseIterable {
    /// Free to reuse.
    case open
    /// Free to reuse when the publisher is named.
    case attribution
    /// Free to reuse under the same terms.
    case shareAlike = "share-alike"
    /// Quoted here as single figures; terms restrict reuse. Left out by `--sources open`.
    case restricted
    /// The user's own file.
    case own = "own-figure"
  }

  /// Stable short name, as used in every table.
  public var id: String
  /// Who publishes it.
  public var publisher: String
  /// The publication's title.
  public var title: String
  /// Edition or year of the publication.
  public var vintage: String
  /// ISO date on which it was read.
  public var retrieved: String
  /// The publisher's page.
  public var address: String
  /// The terms in a few words.
  public var terms: String
  /// The class of the terms.
  public var reuse: Reuse
  /// Where the copy that was read is kept.
  public var copy: String
  /// Cautions.
  public var note: String

  /// Makes a source from its fields.
  public init(
    id: String, publisher: String, title: String, vintage: String, retrieved: String,
    address: String, terms: String, reuse: Reuse, copy: String, note: String
  ) {
    self.id = id
    self.publisher = publisher
    self.title = title
    self.vintage = vintage
    self.retrieved = retrieved
    self.address = address
    self.terms = terms
    self.reuse = reuse
    self.copy = copy
    self.note = note
  }
}
