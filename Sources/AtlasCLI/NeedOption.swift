import AtlasModel

/// The value of `--need`: a goal or a sector.
enum NeedOption {
  /// What is said of a value that is neither.
  static func message(_ text: String) -> String {
    "--need takes sdg:1 to sdg:17, or sector: and a name; this was '\(text)'."
  }

  /// The filter; a sector that no good has lists those that there are.
  static func filter(_ text: String?, _ catalog: Catalog) throws(Failure) -> NeedFilter? {
    guard let text, let filter = NeedFilter(text) else { return nil }
    if case .sector(let sector) = filter {
      let known = Set(catalog.goods.flatMap(\.sectors))
      guard known.contains(sector) else {
        throw Failure(
          .usage,
          "no good has the sector `\(sector)`; sectors: " + known.sorted().joined(separator: ", "))
      }
    }
    return filter
  }
}
