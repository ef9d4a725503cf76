/// Where the yearly values of indicators can be looked up, wherever they are kept.
public struct SeriesBook: Sendable {
  private let read: @Sendable (_ country: Int, _ indicator: Int) -> Series?

  /// Makes a book of what reads the values of an indicator in a country, by positions.
  public init(_ read: @escaping @Sendable (_ country: Int, _ indicator: Int) -> Series?) {
    self.read = read
  }

  /// The yearly values of an indicator in a country, by positions in the catalog; nil if none.
  public func series(country: Int, indicator: Int) -> Series? { read(country, indicator) }
}

extension Series {
  /// Mean change a year, `(last - first) / (last year - first year)`; nil for fewer than two years.
  public var changePerYear: Double? {
    guard let first = points.first, let last = points.last, last.year > first.year else {
      return nil
    }
    return (last.value - first.value) / Double(last.year - first.year)
  }
}
