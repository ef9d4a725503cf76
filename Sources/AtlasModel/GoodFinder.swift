/// Finds a good by id, name or alias.
public struct GoodFinder: Sendable {
  private let names: SearchNames

  /// Prepares the finder for the goods of a catalog.
  public init(_ goods: [PublicGood]) {
    names = SearchNames(
      goods.map { good in
        SearchNames.Row(
          codes: [good.id], names: [good.name], aliases: good.aliases,
          isPreferred: good.standing == .listed)
      })
  }

  /// What an id, name or alias stands for.
  ///
  /// Of several goods with the same name, the only one that is listed is meant.
  public func find(_ text: String) -> FinderResult { names.find(text) }
}
