internal import AtlasModel
internal import AtlasScreen

extension BarChart {
  /// The bars as shapes: filled up to the lowest possible value, hatched up to the highest.
  var drawing: Drawing? {
    guard !bars.isEmpty, maximum > 0, maximum.isFinite else { return nil }
    let width = 720.0
    let step = 46.0
    var drawing = Drawing(width: width, height: Double(bars.count) * step + 20)
    func place(_ value: Double) -> Double { width * min(max(value / maximum, 0), 1) }
    for (position, bar) in bars.enumerated() {
      let top = Double(position) * step
      let box = Drawing.Point(0, top + 20)
      drawing.items += [
        .text(
          PlainText.clean(bar.label).truncated(to: 56), .init(0, top + 14), .start, isQuiet: false),
        .text(
          PlainText.clean(bar.words).truncated(to: 40), .init(width, top + 14), .end,
          isQuiet: false),
        .box(box, width: width, height: 14, .track),
      ]
      if let range = bar.range, range.low.isFinite, range.high.isFinite {
        let (low, high) = (place(range.low), place(range.high))
        if high > low {
          drawing.items.append(.box(.init(low, box.y), width: high - low, height: 14, .possible))
        }
        drawing.items.append(.box(box, width: low, height: 14, .known))
      }
      if let marker = bar.marker, marker.isFinite {
        let x = place(marker)
        drawing.items += [
          .path([.init(x, box.y - 3), .init(x, box.y + 17)], .mark),
          .area(
            [[.init(x - 5, box.y + 22), .init(x + 5, box.y + 22), .init(x, box.y + 15)]], .mark),
        ]
      }
    }
    let base = drawing.height - 4
    drawing.items += [
      .text("0", .init(0, base), .start, isQuiet: true),
      .text(NumberText.raw(maximum), .init(width, base), .end, isQuiet: true),
    ]
    drawing.key = key
    return drawing
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
