import AtlasScreen

extension MapView {
  /// Classes with their signs and counts, the unknown ones last, in as many lines as needed.
  static func legend(_ classes: MapClasses?, glyphs: Glyphs, columns: Int) -> [[Span]] {
    guard let classes else { return [] }
    return legend(
      classes.entries.map { [classes.sign($0.position, glyphs), Span(" " + $0.words, .dim)] },
      columns: columns)
  }

  /// Entries side by side, two columns apart, in as many lines as needed.
  static func legend(_ entries: [[Span]], columns: Int) -> [[Span]] {
    var lines: [[Span]] = [[]]
    var used = 0
    for entry in entries {
      let width = entry.reduce(0) { $0 + $1.text.columns }
      if used > 0, used + 2 + width > columns {
        lines.append([])
        used = 0
      }
      if used > 0 { lines[lines.count - 1].append(Span("  ")) }
      lines[lines.count - 1] += entry
      used += width + (used > 0 ? 2 : 0)
    }
    return lines
  }
}

extension MapState {
  /// The line of years; nil if what is shown has no yearly values.
  func slider(columns: Int) -> MapSlider? {
    guard let years else { return nil }
    return MapSlider(range: years.range, year: year, columns: columns)
  }
}
