import AtlasModel
import AtlasScreen

/// The sliders as lines under headings.
struct SliderLines {
  private let view: WhatIfState
  private let state: AppState

  init(_ view: WhatIfState, _ state: AppState) {
    self.view = view
    self.state = state
  }

  /// Columns of the bar in a line of a width.
  static func bar(columns: Int) -> Range<Int> {
    let label = labelColumns(columns)
    let count = max(6, min(24, (columns - label) / 3))
    return (label + 1)..<(label + 1 + count)
  }

  private static func labelColumns(_ columns: Int) -> Int { max(12, min(30, columns / 3)) }

  func lines(columns: Int) -> [ScreenLine] {
    var lines: [ScreenLine] = []
    var heading = ""
    for (entry, slider) in view.sliders.enumerated() {
      let next = self.heading(slider)
      if next != heading {
        if !heading.isEmpty { lines.append(ScreenLine()) }
        lines.append(ScreenLine(next, .heading))
        heading = next
      }
      lines.append(line(slider, entry: entry, columns: columns))
    }
    return lines
  }

  private func heading(_ slider: Slider) -> String {
    let catalog = state.base.catalog
    return switch slider {
    case .fact(let country, _): "FACTS OF \(catalog.countries[country].shortName)"
    case .figure(let country, _): "FIGURES OF \(catalog.countries[country].shortName)"
    case .level(let good, _): "WHAT \(catalog.goods[good].name) ASKS"
    case .preset, .weight, .weakestLink, .equityShare: "WHOSE WEIGHTS"
    case .policy: "POLICY"
    case .measure: "MEASURES"
    }
  }

  private func line(_ slider: Slider, entry: Int, columns: Int) -> ScreenLine {
    let reading = SliderReading(slider, state)
    let glyphs = state.glyphs
    let bar = Self.bar(columns: columns)
    // A fact and a measure have no scale: their names have the room of the bar.
    let hasBar =
      switch slider {
      case .fact, .measure: false
      default: true
      }
    let label = reading.label.fitted(
      to: hasBar ? Self.labelColumns(columns) : bar.upperBound - 1, alignment: .left,
      marker: glyphs.ellipsis)
    var spans = [Span(label + " ", reading.isChanged ? .strong : .text)]
    if case .measure = slider {
      spans.append(
        Span(
          reading.isChanged ? "[\(glyphs.check)] taken" : "[ ]", reading.isChanged ? .good : .dim))
      return ScreenLine(spans, entry: entry, isHead: true)
    }
    if let place = reading.place {
      spans += BarWidget(
        value: place, marker: reading.isChanged ? reading.originalPlace : nil,
        role: reading.isChanged ? .accent : .bar, glyphs: glyphs
      ).spans(columns: bar.count)
    } else if hasBar {
      let none = reading.value == "unknown" ? glyphs.unknown : " "
      spans.append(Span(String(repeating: none, count: bar.count), .unknownValue))
    }
    spans.append(
      Span(
        " " + reading.value,
        reading.value == "unknown" ? .unknownValue : reading.isChanged ? .accent : .text))
    let was = (reading.isChanged ? "  was \(reading.original), " : "  ") + reading.origin
    let used = spans.reduce(0) { $0 + $1.text.columns }
    spans.append(Span(was.truncated(to: max(0, columns - used), marker: glyphs.ellipsis), .dim))
    return ScreenLine(spans, entry: entry, isHead: true)
  }
}
