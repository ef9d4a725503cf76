internal import AtlasModel
internal import AtlasScreen

extension BarChart {
  /// The bars as shapes, a line each: label, bar, words; filled up to the lowest possible value,
  /// hatched up to the highest.
  var drawing: Drawing? {
    guard !bars.isEmpty, maximum > 0, maximum.isFinite else { return nil }
    let width = 720.0
    let step = 20.0
    // What stands in brackets is left to the words beside the chart.
    let labels = bars.map { bar in
      let label = PlainText.clean(bar.label)
      return (label.firstRange(of: " (").map { String(label[..<$0.lowerBound]) } ?? label)
        .truncated(to: 32)
    }
    let words = bars.map { PlainText.clean($0.words).truncated(to: 42) }
    let left = Self.room(labels)
    let right = width - Self.room(words)
    var drawing = Drawing(width: width, height: Double(bars.count) * step + 22)
    func place(_ value: Double) -> Double {
      left + (right - left) * min(max(value / maximum, 0), 1)
    }
    for (position, bar) in bars.enumerated() {
      let top = Double(position) * step
      let box = Drawing.Point(left, top + 3)
      drawing.items += [
        .text(labels[position], .init(0, top + 14), .start, isQuiet: false),
        .text(words[position], .init(width, top + 14), .end, isQuiet: false),
        .box(box, width: right - left, height: 13, .track),
      ]
      if let range = bar.range, range.low.isFinite, range.high.isFinite {
        let (low, high) = (place(range.low), place(range.high))
        if high > low {
          drawing.items.append(.box(.init(low, box.y), width: high - low, height: 13, .possible))
        }
        drawing.items.append(.box(box, width: low - left, height: 13, .known))
      }
      if let marker = bar.marker, marker.isFinite {
        let x = place(marker)
        drawing.items += [
          .path([.init(x, box.y - 3), .init(x, box.y + 16)], .mark),
          .area(
            [[.init(x + 1, box.y + 2.5), .init(x + 9, box.y + 6.5), .init(x + 1, box.y + 10.5)]],
            .mark),
        ]
      }
    }
    let base = drawing.height - 5
    drawing.items += [
      .text("0", .init(left, base), .middle, isQuiet: true),
      .text(maximumWords, .init(right, base), .middle, isQuiet: true),
    ]
    drawing.key = key
    return drawing
  }

  /// The right end of the scale in words: a share or a level as it is, people in millions.
  private var maximumWords: String {
    maximum < 1_000 ? NumberText.raw(maximum) : PeopleWords.count(maximum)
  }

  /// Room for texts of letters 13 high beside the bars: 7.4 a letter, which holds all but wide ones.
  private static func room(_ texts: [String]) -> Double {
    Double(texts.map(\.columns).max() ?? 0) * 7.4 + 14
  }

  private var key: String {
    var parts = ["Filled: the least that is possible."]
    if bars.contains(where: { $0.range.map { !$0.isPoint } ?? false }) {
      parts.append("Hatched: what is possible beyond it, since figures are missing.")
    }
    if bars.contains(where: { $0.range == nil }) {
      parts.append("Empty with the word unknown: nothing is known, which is not zero.")
    }
    if !markerName.isEmpty, bars.contains(where: { $0.marker != nil }) {
      parts.append("Triangle: \(markerName).")
    }
    return parts.joined(separator: " ")
  }
}
