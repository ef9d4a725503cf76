/// A size of paper, upright, in points of 1/72 inch.
public enum PaperSize: String, Sendable, CaseIterable {
  /// 210 by 297 millimetres.
  case a4 = "A4"
  /// 8.5 by 11 inches.
  case letter = "Letter"

  /// Width in points.
  public var width: Double { self == .a4 ? 595.28 : 612 }
  /// Height in points.
  public var height: Double { self == .a4 ? 841.89 : 792 }
}

/// A page in points, upright or not.
struct PaperSheet {
  var width, height: Double

  init(_ size: PaperSize, isWide: Bool) {
    (width, height) = isWide ? (size.height, size.width) : (size.width, size.height)
  }
}

/// Lengths of a page, in points.
enum PaperMeasure {
  /// At the left and at the right.
  static let side = 42.0
  /// Above.
  static let top = 34.0
  /// Below, with the line that numbers the page.
  static let bottom = 42.0
  /// Letters of running text.
  static let text = 9.0
  /// Letters of tables and remarks.
  static let small = 8.2
  /// Letters of sources and of the line at the end of a page.
  static let tiny = 7.4
  /// Between blocks.
  static let gap = 4.0
}
