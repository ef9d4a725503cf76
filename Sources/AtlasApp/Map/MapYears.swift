import AtlasModel
import AtlasScreen

/// The yearly values of an indicator in all countries.
struct MapYears: Sendable {
  /// Position of the indicator.
  let indicator: Int
  /// From the first year with a value, not before 2005, to the last.
  let range: ClosedRange<Int>
  private let series: [Series?]

  /// Reads the values; nil if there are none.
  init?(_ indicator: Int, _ atlas: Atlas) {
    guard let book = atlas.series else { return nil }
    self.indicator = indicator
    series = atlas.catalog.countries.indices.map {
      book.series(country: $0, indicator: indicator)
    }
    let years = series.compactMap(\.self).flatMap(\.points).map(\.year).filter { $0 >= 2005 }
    guard let first = years.min(), let last = years.max(), first < last else { return nil }
    range = first...last
  }

  /// The value of exactly that year, also where it is too old to count today; gaps are unknown and
  /// nothing is carried forward.
  func point(_ country: Int, year: Int) -> Series.Point? {
    guard series.indices.contains(country) else { return nil }
    return series[country]?.points.first { $0.year == year && $0.status != .missing }
  }

  /// The values of a year.
  func values(_ year: Int) -> [Double?] { series.indices.map { point($0, year: year)?.value } }
}

/// The line on which a year is chosen: a stop a year, then the newest values.
struct MapSlider {
  let range: ClosedRange<Int>
  /// The year shown; nil for the newest values.
  let year: Int?
  let columns: Int

  private static let newest = "newest"
  /// Columns a year takes.
  private var step: Int { columns >= 100 ? 3 : columns >= 70 ? 2 : 1 }
  private var trackStart: Int { String(range.lowerBound).columns + 1 }
  private var trackColumns: Int { (range.count - 1) * step + 1 }
  private var newestStart: Int {
    trackStart + trackColumns + 1 + String(range.upperBound).columns + 2
  }

  /// The stop under a column, counted from the start of the line: a year, `newest`, or nothing.
  func stop(atColumn column: Int) -> String? {
    if (newestStart - 1...newestStart + Self.newest.columns).contains(column) { return Self.newest }
    guard column < newestStart - 1 else { return nil }
    let place = (column - trackStart + step / 2) / step
    return String(range.lowerBound + max(0, min(range.count - 1, place)))
  }

  func spans(_ glyphs: Glyphs) -> [Span] {
    var track = Array(repeating: glyphs.horizontal, count: trackColumns)
    var spans = [Span("\(range.lowerBound) ", .dim)]
    if let year, range.contains(year) {
      let place = (year - range.lowerBound) * step
      track[place] = glyphs.mark
      spans.append(Span(track[..<place].joined(), .bar))
      spans.append(Span(track[place], .barMarker))
      spans.append(Span(track[(place + 1)...].joined(), .bar))
    } else {
      spans.append(Span(track.joined(), .bar))
    }
    spans.append(Span(" \(range.upperBound) ", .dim))
    let isNewest = year == nil
    spans.append(
      Span(isNewest ? "[\(Self.newest)]" : " \(Self.newest) ", isNewest ? .strong : .dim))
    if let year { spans.append(Span("  \(year)", .strong)) }
    return spans
  }
}
