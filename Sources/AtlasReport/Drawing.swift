/// A chart as shapes on a plane, for formats that draw; x runs right, y down.
public struct Drawing: Sendable, Equatable {
  /// A place on the plane.
  public struct Point: Sendable, Equatable {
    /// Distance from the left.
    public var x: Double
    /// Distance from the top.
    public var y: Double

    /// Makes a place.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// What a shape means; a format decides how that looks, never by colour alone.
  public enum Paint: String, Sendable, CaseIterable {
    /// The part of a bar that is sure: filled.
    case known
    /// The part of a bar that is possible: hatched.
    case possible
    /// The whole scale of a bar: an outline.
    case track
    /// A line through values.
    case line
    /// A point to compare with.
    case mark
    /// Land of other countries.
    case land
    /// Land of the country: filled and with a heavy outline.
    case country
    /// A ring around something small.
    case ring
  }

  /// On which side of its place a text stands.
  public enum Anchor: String, Sendable {
    /// The text begins there.
    case start
    /// The text is centred there.
    case middle
    /// The text ends there.
    case end
  }

  /// One shape.
  public enum Item: Sendable, Equatable {
    /// A box from a corner, with width and height.
    case box(Point, width: Double, height: Double, Paint)
    /// Straight lines from point to point.
    case path([Point], Paint)
    /// Closed outlines, filled even-odd.
    case area([[Point]], Paint)
    /// A disc with a radius.
    case dot(Point, radius: Double, Paint)
    /// A line of text on its base line; the quiet ones matter less.
    case text(String, Point, Anchor, isQuiet: Bool)
  }

  /// Width of the plane; letters are 13 high.
  public var width: Double
  /// Height of the plane.
  public var height: Double
  /// The shapes, the later ones above.
  public var items: [Item] = []
  /// What the shapes mean, in a sentence; empty where words beside them say it.
  public var key: String = ""
}

extension Chart {
  /// The chart as shapes; nil where there is nothing to draw.
  public var drawing: Drawing? {
    switch self {
    case .bars(let chart): chart.drawing
    case .trend(let chart): chart.drawing
    case .locator(let chart): chart.drawing
    case .timeline(let chart): chart.drawing
    }
  }
}
