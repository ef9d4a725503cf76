import AtlasModel
import AtlasReport
import AtlasScreen

/// A screening while it is open.
public struct ScreeningState: Sendable {
  /// Position of the country.
  public let country: Int
  /// Position of the good.
  public let good: Int
  let insight: Insight
  /// Flags that fired or could fire, gravest first; then the others.
  let flags: [RiskFlag]
  /// Selected flag, as a position in `flags`.
  public private(set) var selected = 0
  /// First line shown.
  public private(set) var offset = 0

  /// Screens a pair.
  public init(country: Int, good: Int, atlas: Atlas) {
    self.country = country
    self.good = good
    insight = atlas.assessor.insight(country: country, good: good)
    let open = insight.screening.flags.open
    flags = open + insight.screening.flags.all.filter { $0.worst == .none }
  }

  var screening: Screening { insight.screening }

  /// Moves through the flags, then scrolls what follows them.
  mutating func move(by rows: Int, size: Size, glyphs: Glyphs, catalog: Catalog) {
    let layout = ScreeningLayout(state: self, catalog: catalog, size: size, glyphs: glyphs)
    let step = rows > 0 ? 1 : -1
    let isPage = abs(rows) > 1
    if isPage {
      offset = clamped(offset, adding: rows, in: layout)
      // The selection follows the page, so that the next arrow does not jump back.
      let heads = layout.main.enumerated().filter { $0.element.isHead }
      let shown = heads.first { $0.offset >= offset } ?? heads.last
      if let entry = shown?.element.entry { selected = entry }
      return
    }
    let next = selected + step
    let head = layout.main.firstIndex { $0.isHead && $0.entry == selected } ?? 0
    let headShown = head >= offset && head < offset + layout.mainRows
    if flags.indices.contains(next), headShown {
      selected = next
      let after = ScreeningLayout(state: self, catalog: catalog, size: size, glyphs: glyphs)
      let lines = after.main.indices.filter { after.main[$0].entry == selected }
      if let first = lines.first, let last = lines.last {
        if last >= offset + after.mainRows { offset = last - after.mainRows + 1 }
        if first < offset { offset = first }
        if selected == 0 { offset = 0 }
      }
    } else {
      offset = clamped(offset, adding: step, in: layout)
    }
  }

  private func clamped(_ offset: Int, adding rows: Int, in layout: ScreeningLayout) -> Int {
    let last = max(0, max(layout.main.count, layout.side.count) - layout.mainRows)
    return max(0, min(last, min(offset, last) + max(-1_000_000, min(1_000_000, rows))))
  }

  /// Name of an exported file, such as `dpg-atlas-UGA-dhis2.md`.
  func fileName(_ catalog: Catalog) -> String {
    "dpg-atlas-\(catalog.countries[country].iso3)-\(catalog.goods[good].id).md"
  }
}
