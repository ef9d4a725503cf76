import AtlasModel
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// Single years on the map.
struct MapYearsTests {
  private func open() throws -> AppDriver {
    var bench = try AppDriver(columns: 120, rows: 40)
    bench.run(.showMap)
    bench.run(.setColour, "internet-users")
    return bench
  }

  @Test("a year shows values of exactly that year, gaps are unknown")
  func valuesAreOfTheYear() throws {
    var bench = try open()
    let atlas = bench.state.atlas
    let indicator = try #require(atlas.catalog.indicatorPosition("internet-users"))
    let newest = try #require(bench.classes)
    for year in [2005, 2016, 2023] {
      bench.run(.setYear, String(year))
      let classes = try #require(bench.classes)
      #expect(classes.limits == newest.limits)
      var gaps = 0
      for country in atlas.catalog.countries.indices {
        let point = atlas.series?.series(country: country, indicator: indicator)?.points
          .first { $0.year == year }
        #expect((classes.classes[country] == nil) == (point == nil))
        if let point {
          #expect(classes.classes[country] == classes.limits.count { point.value >= $0 })
        } else {
          gaps += 1
        }
      }
      #expect(bench.text.contains("no value in \(year) (\(gaps))"))
    }
    bench.run(.setYear, "newest")
    #expect(bench.classes?.classes == newest.classes)
  }

  @Test("keys go back from the newest figures to the first year and stop there")
  func keysGoThroughYears() throws {
    var bench = try open()
    let range = try #require(try bench.map.years?.range)
    #expect(range.lowerBound == 2005)
    bench.run(.nextYear)
    #expect(bench.state.message?.text.contains("newest") == true)
    bench.run(.previousYear)
    #expect(try bench.map.year == range.upperBound)
    for _ in 0..<40 { bench.run(.previousYear) }
    #expect(try bench.map.year == range.lowerBound)
    for _ in range { bench.run(.nextYear) }
    #expect(try bench.map.year == nil)
    #expect(bench.state.log.calls.last == Call(.setYear, "newest"))
  }

  @Test("a good has no years, and neither has a dataset without series")
  func someHaveNoYears() throws {
    var bench = try open()
    bench.run(.setYear, "2016")
    bench.run(.setColour, "fit dhis2")
    #expect(try bench.map.year == nil)
    bench.run(.previousYear)
    #expect(bench.state.message?.text.contains("Years go with an indicator") == true)
    var small = AppState(atlas: Atlas(catalog: Fixtures.small), size: Size(columns: 80, rows: 24))
    _ = update(&small, Call(.showMap))
    _ = update(&small, Call(.previousYear))
    #expect(small.message?.text.contains("no yearly values") == true)
  }

  @Test("the slider names its stops, and a press chooses one", arguments: [60, 80, 120])
  func sliderIsPressed(columns: Int) throws {
    var bench = try open()
    _ = update(&bench.state, .resize(Size(columns: columns, rows: 40)))
    bench.run(.setYear, "2016")
    let slider = try #require(try bench.map.slider(columns: columns))
    let text = slider.spans(.unicode).map(\.text).joined()
    #expect(text.columns <= columns)
    #expect(text.hasPrefix("2005 ") && text.hasSuffix("  2016"))
    let knob = try #require(
      text.firstIndex(of: "●").map { text.distance(from: text.startIndex, to: $0) })
    #expect(slider.stop(atColumn: knob) == "2016")
    #expect(slider.stop(atColumn: 0) == "2005")
    let layout = try #require(MapView.layout(try bench.map, state: bench.state))
    let newest = (0..<text.columns).last { slider.stop(atColumn: $0) == "newest" }
    for column in [knob - 3, try #require(newest)] {
      let year = try bench.map.year
      _ = update(
        &bench.state,
        .mouse(
          MouseEvent(kind: .press, column: layout.slider.column + column, row: layout.slider.row)))
      #expect(try bench.map.year != year)
      #expect(try bench.map.year.map { String($0) } ?? "newest" == slider.stop(atColumn: column))
    }
  }

  @Test("the words of a year carry nothing over")
  func wordsOfAYear() throws {
    var bench = try open()
    let years = try #require(try bench.map.years)
    let atlas = bench.state.atlas
    let gap = try #require(
      atlas.catalog.countries.indices.first {
        years.point($0, year: 2023) == nil && years.point($0, year: 2016) != nil
      })
    bench.run(.setYear, "2023")
    bench.run(.selectRow, atlas.catalog.countries[gap].iso3)
    #expect(MapWords(try bench.map, bench.state).value.contains("unknown in 2023"))
    #expect(bench.state.view.export(bench.state)?.command == "")
    let rows = try #require(bench.state.view.export(bench.state)).text(.csv).split(separator: "\n")
    let iso3 = atlas.catalog.countries[gap].iso3
    #expect(rows.contains { $0.contains(",\(iso3),,,missing,") })
  }
}
