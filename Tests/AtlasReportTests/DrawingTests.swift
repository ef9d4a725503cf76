import AtlasModel
import AtlasTestSupport
import Testing

@testable import AtlasReport

struct DrawingTests {
  private static func square(_ west: Float, _ south: Float, _ side: Float) -> WorldMap.Polygon {
    WorldMap.Polygon(rings: [
      [(0, 0), (1, 0), (1, 1), (0, 1)].map {
        WorldMap.Place(longitude: west + $0.0 * side, latitude: south + $0.1 * side)
      }
    ])
  }

  private static func trend(_ years: [Int]) -> TrendChart {
    TrendChart(
      "Internet users", unit: "%",
      series: Series(
        points: years.map {
          .init(year: $0, value: Double($0 - 2000), status: .observed, source: "itu")
        }))
  }

  private static let bars = BarChart(
    "Fit by dimension",
    bars: [
      .init("Connectivity", range: Interval(0.4, 0.8), marker: 0.5, words: "0.40 to 0.80"),
      .init("Skills", range: Interval(0.3), words: "0.30"),
      .init("Power", range: nil, words: "unknown"),
    ], markerName: "what the good asks", citations: [1])

  @Test func aBarIsFilledToItsLeastAndHatchedToItsMost() throws {
    let drawing = try #require(Chart.bars(Self.bars).drawing)
    let boxes = drawing.items.compactMap { item -> (Double, Double, Drawing.Paint)? in
      if case .box(let corner, let width, _, let paint) = item {
        (corner.x, width, paint)
      } else {
        nil
      }
    }
    #expect(boxes.map(\.2) == [.track, .possible, .known, .track, .known, .track])
    // The scale begins after the labels; .40 of it is filled, .40 hatched.
    let (start, whole) = (boxes[0].0, boxes[0].1)
    #expect(start > 80 && start + whole < 650)
    #expect(abs(boxes[1].0 - start - 0.4 * whole) < 0.001 && abs(boxes[1].1 - 0.4 * whole) < 0.001)
    #expect(abs(boxes[2].1 - 0.4 * whole) < 0.001)
    #expect(drawing.key.contains("Triangle: what the good asks."))
  }

  @Test func aGapOfATrendStaysOpen() throws {
    let drawing = try #require(Chart.trend(Self.trend([2005, 2006, 2009])).drawing)
    let lines = drawing.items.compactMap { item -> [Drawing.Point]? in
      if case .path(let points, .line) = item { points } else { nil }
    }
    #expect(lines.map(\.count) == [2, 1])
    let texts = drawing.items.compactMap { item -> String? in
      if case .text(let words, _, _, _) = item { words } else { nil }
    }
    #expect(texts == ["5", "2005", "9", "2009"])
    #expect(Chart.trend(Self.trend([])).drawing == nil)
  }

  @Test func aMapShowsTheCountryInItsMiddle() throws {
    let chart = LocatorChart(
      "Where it lies", iso3: "AAA",
      shapes: [
        .init(iso3: "AAA", polygons: [Self.square(30, 0, 6)]),
        .init(iso3: "BBB", polygons: [Self.square(36, 0, 6), Self.square(-100, 0, 6)]),
      ], disclaimer: "D")
    let drawing = try #require(Chart.locator(chart).drawing)
    let areas = drawing.items.compactMap { item -> (Drawing.Paint, [Drawing.Point])? in
      if case .area(let rings, let paint) = item { (paint, rings[0]) } else { nil }
    }
    // The far square is out of sight.
    #expect(areas.map(\.0) == [.land, .country])
    let xs = areas[1].1.map(\.x)
    #expect(abs((xs[0] + xs[1]) / 2 - drawing.width / 2) < 0.001)
    #expect(
      Chart.locator(LocatorChart("", iso3: "CCC", shapes: chart.shapes, disclaimer: "")).drawing
        == nil)
  }

  @Test func landAcrossTheDateLineIsOneCountry() throws {
    let chart = LocatorChart(
      "", iso3: "AAA",
      shapes: [.init(iso3: "AAA", polygons: [Self.square(174, 0, 6), Self.square(-180, 0, 6)])],
      disclaimer: "")
    let drawing = try #require(Chart.locator(chart).drawing)
    let xs = drawing.items.flatMap { item -> [Double] in
      if case .area(let rings, .country) = item { rings[0].map(\.x) } else { [] }
    }
    #expect(xs.allSatisfy { (0...drawing.width).contains($0) })
    #expect((xs.max() ?? 0) - (xs.min() ?? 0) < drawing.width / 2)
  }

  @Test func everyCountryIsSeenInTheMiddleOfItsMap() throws {
    let shapes = try #require(try Fixtures.worldMap).shapes
    for shape in shapes {
      let chart = LocatorChart("", iso3: shape.iso3, shapes: shapes, disclaimer: "")
      let drawing = try #require(Chart.locator(chart).drawing, "\(shape.iso3)")
      let points = drawing.items.flatMap { item -> [Drawing.Point] in
        if case .area(let rings, .country) = item { rings.joined() + [] } else { [] }
      }
      let isRinged = drawing.items.contains { item in
        if case .dot(_, _, .ring) = item { true } else { false }
      }
      let inside = points.filter {
        (0...drawing.width).contains($0.x) && (0...drawing.height).contains($0.y)
      }
      #expect(
        isRinged || inside.count * 10 >= points.count * 9 && points.count > 2, "\(shape.iso3)")
    }
  }

  @Test func chartsAreThePageThatWasLookedAt() {
    let map = LocatorChart(
      "Where it lies", iso3: "AAA",
      shapes: [
        .init(iso3: "AAA", polygons: [Self.square(30, 0, 6)]),
        .init(iso3: "BBB", polygons: [Self.square(36, 0, 6)]),
      ], disclaimer: "Lines on the map are no judgement.")
    let source = Citations.Entry(
      number: 1, id: "a", publisher: "A", title: "B", vintage: "2026", terms: "", address: "")
    let document = Document(
      title: "Charts",
      sections: [
        .init(
          "All three",
          [
            .chart(.bars(Self.bars)), .chart(.trend(Self.trend([2005, 2006, 2009, 2010]))),
            .chart(.locator(map)),
          ])
      ], sources: [source])
    Golden.check(document.html(), named: "charts.html")
  }
}
