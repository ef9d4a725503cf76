public import AtlasModel

/// A drawing in a document: every number of it stands in words beside it too.
public enum Chart: Sendable, Equatable {
  /// Bars on one scale, each with the reach of what is possible and a mark to compare with.
  case bars(BarChart)
  /// One value a year, gaps kept as gaps.
  case trend(TrendChart)
  /// Where a country lies.
  case locator(LocatorChart)
  /// What may run when.
  case timeline(TimelineChart)

  /// What it shows, in a line; the text alternative begins with it.
  public var title: String {
    switch self {
    case .bars(let chart): chart.title
    case .trend(let chart): chart.title
    case .locator(let chart): chart.title
    case .timeline(let chart): chart.title
    }
  }
}

/// Bars on one scale.
public struct BarChart: Sendable, Equatable {
  /// One bar.
  public struct Bar: Sendable, Equatable {
    /// What it is.
    public var label: String
    /// Lowest and highest possible value; nil is unknown, which is not zero.
    public var range: Interval?
    /// A point to compare with, on the same scale; nil for none.
    public var marker: Double?
    /// The value in words, with unit.
    public var words: String

    /// Makes a bar.
    public init(_ label: String, range: Interval?, marker: Double? = nil, words: String) {
      self.label = label
      self.range = range
      self.marker = marker
      self.words = words
    }
  }

  /// What it shows.
  public var title: String
  /// The bars, from the top.
  public var bars: [Bar]
  /// Right end of the scale, which begins at 0.
  public var maximum: Double
  /// What the mark means; empty where no bar has one.
  public var markerName: String
  /// Numbers of the sources.
  public var citations: [Int]

  /// Makes a chart.
  public init(
    _ title: String, bars: [Bar], maximum: Double = 1, markerName: String = "",
    citations: [Int] = []
  ) {
    self.title = title
    self.bars = bars
    self.maximum = maximum
    self.markerName = markerName
    self.citations = citations
  }
}

/// One value a year.
public struct TrendChart: Sendable, Equatable {
  /// What it shows.
  public var title: String
  /// Unit of the values.
  public var unit: String
  /// The values, oldest first; years without one are gaps.
  public var series: Series
  /// Numbers of the sources.
  public var citations: [Int]

  /// Makes a chart.
  public init(_ title: String, unit: String, series: Series, citations: [Int] = []) {
    self.title = title
    self.unit = unit
    self.series = series
    self.citations = citations
  }
}

/// Where a country lies among others.
public struct LocatorChart: Sendable, Equatable {
  /// What it shows.
  public var title: String
  /// The country.
  public var iso3: String
  /// Land to draw, the country's among it.
  public var shapes: [WorldMap.Shape]
  /// The line to show with every map.
  public var disclaimer: String

  /// Makes a map.
  public init(_ title: String, iso3: String, shapes: [WorldMap.Shape], disclaimer: String) {
    self.title = title
    self.iso3 = iso3
    self.shapes = shapes
    self.disclaimer = disclaimer
  }
}

extension Chart {
  /// Numbers of the sources of what it shows.
  public var citations: [Int] {
    switch self {
    case .bars(let chart): chart.citations
    case .trend(let chart): chart.citations
    case .locator, .timeline: []
    }
  }

  /// The title with the numbers of the sources.
  public var caption: String { ([title] + citations.map { "[\($0)]" }).joined(separator: " ") }

  /// Whether it is a map, which has no numbers that words could say.
  var isMap: Bool { if case .locator = self { true } else { false } }

  /// The chart as lines of words, for formats that draw nothing; a locator map has none.
  public var lines: [String] {
    switch self {
    case .bars(let chart):
      return chart.bars.map { "\($0.label): \($0.words)" }
    case .trend(let chart):
      guard let first = chart.series.points.first, let last = chart.series.points.last else {
        return []
      }
      let years = first.year...max(first.year, last.year)
      let ends =
        "\(NumberText.raw(first.value)) in \(first.year), "
        + "\(NumberText.raw(last.value)) in \(last.year), \(chart.unit)"
      return [
        "\(caption): \(Translator.said(ends)) " + Sparkline.text(chart.series, years: years)
      ]
    case .locator: return []
    case .timeline(let chart): return chart.rows.map { "\($0.label): \($0.words)" }
    }
  }
}
