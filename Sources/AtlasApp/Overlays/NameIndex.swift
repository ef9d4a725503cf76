import AtlasModel

/// Names of countries and goods, folded once: folding them at every letter takes longer than a frame.
struct NameIndex: Sendable {
  /// Code and names in every bundled language, by position of the country.
  let countries: [[UInt8]]
  /// Id, name and aliases, by position of the good.
  let goods: [[UInt8]]

  init(_ catalog: Catalog) {
    countries = catalog.countries.map { country in
      Self.fold([country.iso3, country.name] + Array(country.names.values))
    }
    goods = catalog.goods.map { Self.fold([$0.id, $0.name] + $0.aliases) }
  }

  private static func fold(_ names: [String]) -> [UInt8] {
    TextFolding.fold(names.joined(separator: " "))
  }

  /// Whether a text holds every word.
  static func holds(_ text: [UInt8], _ words: [[UInt8]]) -> Bool {
    words.allSatisfy { SearchBytes.contains(text, $0) }
  }
}

extension AppState {
  /// Folds the names when a list is opened that searches them.
  mutating func prepareNames() {
    guard names == nil, case .list(let list) = overlay else { return }
    if list.kind == .palette || list.kind == .colours { names = NameIndex(base.catalog) }
  }
}
