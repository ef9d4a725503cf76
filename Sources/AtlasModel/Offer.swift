/// One thing that India's offer speaks of, by position in the catalog.
public enum Offer: Sendable, Equatable {
  /// A reference system.
  case system(Int)
  /// A good that was created or is stewarded in India, or that a reference system is linked to.
  case good(Int)

  /// Its stable id.
  public func id(_ catalog: Catalog) -> String {
    switch self {
    case .system(let position): catalog.referenceSystems[position].id
    case .good(let position): catalog.goods[position].id
    }
  }

  /// Its name.
  public func name(_ catalog: Catalog) -> String {
    switch self {
    case .system(let position): catalog.referenceSystems[position].name
    case .good(let position): catalog.goods[position].name
    }
  }
}

extension Catalog {
  /// Reference systems in file order, then goods created or stewarded in India, by id.
  public var offers: [Offer] {
    referenceSystems.indices.map(Offer.system)
      + goods.indices.filter { goods[$0].isIndiaOrigin }.map(Offer.good)
  }

  /// The links of an offer to registered goods, in file order; none for a good itself.
  public func links(of offer: Offer) -> [ReferenceLink] {
    guard case .system(let position) = offer else { return [] }
    return referenceLinks.filter { $0.system == referenceSystems[position].id }
  }

  /// The agreements and uses abroad that name an offer, in file order.
  public func agreements(on offer: Offer) -> [Agreement] {
    switch offer {
    case .system(let position):
      agreements.filter { $0.system == referenceSystems[position].id }
    case .good(let position): agreements.filter { $0.good == goods[position].id }
    }
  }

  /// The agreements that name no system and no good.
  public var agreementsOnNothingNamed: [Agreement] {
    agreements.filter { $0.system.isEmpty && $0.good.isEmpty }
  }
}

/// Finds an offer by the id, name or alias of a system or good.
public struct OfferFinder: Sendable {
  /// All offers that can be found: systems, goods of India, and goods that systems are linked to.
  public let offers: [Offer]
  private let names: SearchNames

  /// Prepares the finder for the systems and goods of a catalog.
  public init(_ catalog: Catalog) {
    let linked = Set(catalog.referenceLinks.map(\.good))
    offers =
      catalog.offers
      + catalog.goods.indices.filter {
        linked.contains(catalog.goods[$0].id) && !catalog.goods[$0].isIndiaOrigin
      }.map(Offer.good)
    names = SearchNames(
      offers.map { offer in
        switch offer {
        case .system(let position):
          let system = catalog.referenceSystems[position]
          let parts = system.name.split { $0 == "(" || $0 == ")" }.map(String.init)
          return SearchNames.Row(
            codes: [system.id], names: [system.name], aliases: parts.count > 1 ? parts : [])
        case .good(let position):
          let good = catalog.goods[position]
          return SearchNames.Row(
            codes: [good.id], names: [good.name], aliases: good.aliases,
            isPreferred: good.standing == .listed)
        }
      })
  }

  /// Position in `offers` of what an id, name or alias stands for.
  public func find(_ text: String) -> FinderResult { names.find(text) }
}
