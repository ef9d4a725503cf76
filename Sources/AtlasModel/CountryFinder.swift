/// Finds a country by ISO code, name or alias in any bundled language.
public struct CountryFinder: Sendable {
  private let names: SearchNames

  /// Prepares the finder for the countries of a catalog.
  public init(_ countries: [Country]) {
    names = SearchNames(
      countries.map { country in
        SearchNames.Row(
          codes: [country.iso3, country.iso2], names: [country.name, country.shortName],
          aliases: NameLanguage.allCases.compactMap { country.names[$0] } + country.aliases)
      })
  }

  /// What a code, name or alias stands for.
  ///
  /// An exact code wins over an exact name, that over an exact alias, that over a prefix.
  public func find(_ text: String) -> FinderResult { names.find(text) }
}
