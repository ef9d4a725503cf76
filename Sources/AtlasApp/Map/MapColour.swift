import AtlasModel

/// What the map is coloured by.
enum MapColour: Sendable, Equatable {
  /// The newest figure of an indicator, by position, or the one of a year.
  case indicator(Int)
  /// The cautious end of a good's fit.
  case fit(Int)
  /// The cautious end of a good's need.
  case need(Int)
  /// The severity of a flag of a good, before measures.
  case flag(FlagID, Int)
  /// The class of a good.
  case verdict(Int)

  /// The good whose number it is; nil for an indicator.
  var good: Int? {
    switch self {
    case .indicator: nil
    case .fit(let good), .need(let good), .flag(_, let good), .verdict(let good): good
    }
  }

  /// The indicator; nil for a number of a good.
  var indicator: Int? {
    if case .indicator(let position) = self { position } else { nil }
  }

  /// All colourings of a good, in the order of the keys; the verdict stands after the flags.
  static func all(of good: Int) -> [MapColour] {
    [.fit(good), .need(good)] + FlagID.allCases.map { .flag($0, good) } + [.verdict(good)]
  }

  /// Reads `internet-users`, `fit dhis2` or `flag D1 dhis2`; nil for anything else.
  init?(_ text: String, _ catalog: Catalog) {
    let words = text.split(separator: " ").map(String.init)
    let good = words.last.flatMap { catalog.goodPosition($0) }
    switch (words.first, words.count, good) {
    case ("fit", 2, let good?): self = .fit(good)
    case ("need", 2, let good?): self = .need(good)
    case ("verdict", 2, let good?): self = .verdict(good)
    case ("flag", 3, let good?):
      guard let flag = FlagID(rawValue: words[1].uppercased()) else { return nil }
      self = .flag(flag, good)
    case (let id?, 1, _):
      guard let position = catalog.indicatorPosition(id) else { return nil }
      self = .indicator(position)
    default: return nil
    }
  }

  /// The text that reads back to the colouring.
  func text(_ catalog: Catalog) -> String {
    switch self {
    case .indicator(let position): catalog.indicators[position].id
    case .fit(let good): "fit " + catalog.goods[good].id
    case .need(let good): "need " + catalog.goods[good].id
    case .flag(let flag, let good): "flag \(flag.rawValue) \(catalog.goods[good].id)"
    case .verdict(let good): "verdict " + catalog.goods[good].id
    }
  }

  /// The name of the number in `why`; empty for an indicator.
  var number: String {
    switch self {
    case .indicator: ""
    case .fit: "fit"
    case .need: "need"
    case .flag(let flag, _): flag.rawValue
    case .verdict: "verdict"
    }
  }

  /// The colouring in words, as the title of the map.
  func title(_ catalog: Catalog) -> String {
    switch self {
    case .indicator(let position):
      let record = catalog.indicators[position]
      return record.name + ", " + record.unit
        + (record.direction == .higherWorse ? " (more is worse)" : "")
    case .fit(let good): return "\(catalog.goods[good].name): fit, cautious end, 0 to 1"
    case .need(let good): return "\(catalog.goods[good].name): need, low end, 0 to 1"
    case .flag(let flag, let good):
      return "\(catalog.goods[good].name): flag \(flag.rawValue) \(flag.title), before measures"
    case .verdict(let good): return "\(catalog.goods[good].name): verdict of the screening"
    }
  }
}
