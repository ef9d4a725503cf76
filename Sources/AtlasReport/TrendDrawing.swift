internal import AtlasModel
internal import AtlasScreen

extension TrendChart {
  /// The values as shapes: a line through years that follow each other, a dot for each value, and
  /// nothing across a year without one.
  var drawing: Drawing? {
    let points = series.points.filter { $0.value.isFinite }
    guard let first = points.first, let last = points.last else { return nil }
    let values = points.map(\.value)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let (left, right, top, bottom) = (20.0, 700.0, 34.0, 150.0)
    let years = Double(max(last.year - first.year, 1))
    func place(_ point: Series.Point) -> Drawing.Point {
      let share = high > low ? (point.value - low) / (high - low) : 0.5
      return Drawing.Point(
        left + (right - left) * Double(point.year - first.year) / years,
        bottom - (bottom - top) * share)
    }
    var drawing = Drawing(width: 720, height: 190)
    drawing.items.append(.path([.init(left, bottom + 12), .init(right, bottom + 12)], .track))
    var run: [Series.Point] = []
    for point in points {
      if let before = run.last, point.year > before.year + 1 {
        drawing.items.append(.path(run.map(place), .line))
        run = []
      }
      run.append(point)
    }
    drawing.items.append(.path(run.map(place), .line))
    drawing.items += points.map { .dot(place($0), radius: 3, .known) }
    drawing.items += Self.labels(first, place(first), .start, base: bottom + 28)
    if last.year > first.year {
      drawing.items += Self.labels(last, place(last), .end, base: bottom + 28)
    }
    drawing.key =
      "Scaled from the least to the greatest of these values, not from zero; "
      + "a year without a value is left open."
    return drawing
  }

  private static func labels(
    _ point: Series.Point, _ place: Drawing.Point, _ anchor: Drawing.Anchor, base: Double
  ) -> [Drawing.Item] {
    [
      .text(
        NumberText.raw(point.value), .init(place.x, place.y - 10), anchor, isQuiet: false),
      .text(NumberText.year(point.year), .init(place.x, base), anchor, isQuiet: true),
    ]
  }
}
