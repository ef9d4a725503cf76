public import AtlasModel

/// Numbers sources in the order in which a document first cites them.
public struct Citations: Sendable {
  /// A numbered source.
  public struct Entry: Sendable, Equatable {
    /// Its number, from 1.
    public var number: Int
    /// Its id; empty for a page that is no source of the dataset.
    public var id: String
    /// Who publishes it.
    public var publisher: String
    /// Its title.
    public var title: String
    /// Edition or year.
    public var vintage: String
    /// Terms in a few words.
    public var terms: String
    /// Its page.
    public var address: String

    /// The entry in one line, without number and page.
    public var words: String {
      [publisher, title, vintage, terms].filter { !$0.isEmpty }.joined(separator: ". ")
    }
  }

  private let catalog: Catalog
  private var numbers: [String: Int] = [:]
  /// The sources cited so far.
  public private(set) var entries: [Entry] = []

  /// Starts at 1.
  public init(_ catalog: Catalog) {
    self.catalog = catalog
  }

  /// The number of a source; nil for an empty id.
  public mutating func cite(_ id: String?) -> Int? {
    guard let id, !id.isEmpty else { return nil }
    if let number = numbers[id] { return number }
    let source = catalog.source(id)
    return add(
      id,
      Entry(
        number: 0, id: id, publisher: source?.publisher ?? "", title: source?.title ?? id,
        vintage: source?.vintage ?? "", terms: source?.terms ?? "",
        address: source?.address ?? ""))
  }

  /// The number of a page that is no source of the dataset; nil for an empty address.
  public mutating func cite(address: String) -> Int? {
    guard !address.isEmpty else { return nil }
    if let number = numbers[address] { return number }
    return add(
      address,
      Entry(
        number: 0, id: "", publisher: "", title: "", vintage: "", terms: "", address: address))
  }

  /// Id of the entry that stands for numbers which the model works out.
  static let modelID = "model"

  /// The number of the model as a source: what it works out has a formula instead of a publisher.
  mutating func citeModel() -> Int {
    if let number = numbers[Self.modelID] { return number }
    return add(
      Self.modelID,
      Entry(
        number: 0, id: Self.modelID, publisher: "DPG Atlas, worked out by the fit model",
        title: "Formulas: dpg-atlas method", vintage: ModelIdentity.version, terms: "", address: "")
    )
  }

  /// A row with year, status and the number of its source.
  mutating func cited(_ row: Evidence) -> String {
    let value = EvidenceWords.value(row)
    let status = EvidenceWords.status(row.status)
    let origin = [row.status == .stale ? "" : row.year, status].filter { !$0.isEmpty }
    let text = origin.isEmpty ? value : value + " (" + origin.joined(separator: ", ") + ")"
    if row.source == "formula" { return text + " [formula]" }
    return cite(row.source).map { "\(text) [\($0)]" } ?? text
  }

  private mutating func add(_ key: String, _ entry: Entry) -> Int {
    var entry = entry
    entry.number = entries.count + 1
    entries.append(entry)
    numbers[key] = entry.number
    return entry.number
  }

  /// A cell with the number of a source.
  mutating func cell(_ id: String?) -> ReportCell {
    ReportCell(cite(id).map { .citation($0) } ?? .missing)
  }
}
