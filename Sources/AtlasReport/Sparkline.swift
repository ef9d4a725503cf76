internal import AtlasModel

/// A series as one line of text: eight heights from the least to the greatest of its own values.
enum Sparkline {
  private static let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  /// Stands for a year without a value; nothing is put between the years around it.
  private static let gap: Character = "·"

  /// One character a year; a series that never changes stands at half height.
  static func text(_ series: Series, years: ClosedRange<Int>) -> String {
    let points = series.points.filter { years.contains($0.year) && $0.value.isFinite }
    var line = years.map { _ in gap }
    let values = points.map(\.value)
    guard let low = values.min(), let high = values.max() else { return String(line) }
    for point in points {
      let share = high > low ? (point.value - low) / (high - low) : 0.5
      let height = Int((share * Double(heights.count - 1)).rounded(.down))
      line[point.year - years.lowerBound] = heights[min(height, heights.count - 1)]
    }
    return String(line)
  }
}
