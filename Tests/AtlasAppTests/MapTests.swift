import AtlasModel
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// The map: which country is where, and what keys do on it.
struct MapTests {
  private func raster(
    _ region: MapRegion = .world, columns: Int = 160, rows: Int = 42
  ) throws -> MapRaster {
    let atlas = try AppDriver.bundled.get()
    let map = try #require(atlas.map)
    let shapes = region == .world ? map.shapes : try #require(map.detailed())
    return MapRaster(region, columns: columns, rows: rows, atlas: atlas, shapes: shapes)
  }

  @Test("every country of the window has a dot or is listed as hidden")
  func everyCountryHasADot() throws {
    let raster = try raster()
    let atlas = raster.projection
    let catalog = try AppDriver.bundled.get().catalog
    let anchors = try AppDriver.bundled.get().anchors
    for position in catalog.countries.indices {
      guard let anchor = anchors[position], atlas.dot(anchor) != nil else {
        #expect(catalog.countries[position].iso3 == "ATA")
        continue
      }
      let isDrawn = raster.dotCount(position) > 0
      #expect(isDrawn != raster.hidden.contains(position), "\(catalog.countries[position].iso3)")
    }
    let members = raster.hidden.filter { catalog.countries[$0].unStatus == "member" }
    #expect(members.isEmpty)
  }

  @Test(
    "places lie in their countries",
    arguments: [
      (37, 0, "KEN"), (10, 50, "DEU"), (-55, -10, "BRA"), (135, -25, "AUS"), (-175, 67, "RUS"),
      (78, 22, "IND"), (15, -29, nil), (-30, 30, nil), (28.3, -29.6, "LSO"), (-42, 75, "GRL"),
    ] as [(Float, Float, String?)])
  func placesLieInTheirCountries(longitude: Float, latitude: Float, iso3: String?) throws {
    let catalog = try AppDriver.bundled.get().catalog
    let found = try raster().country(
      at: WorldMap.Place(longitude: longitude, latitude: latitude))
    #expect(found.map { catalog.countries[$0].iso3 } == iso3)
  }

  @Test("each part of the world shows its countries", arguments: MapRegion.allCases)
  func partsShowTheirCountries(region: MapRegion) throws {
    let raster = try raster(region, columns: 100, rows: 30)
    let catalog = try AppDriver.bundled.get().catalog
    let names: [MapRegion: String] = [
      .world: "FRA", .africa: "UGA", .americas: "BRA", .asia: "IND", .europe: "POL",
      .pacific: "FJI", .caribbean: "JAM",
    ]
    let country = try #require(names[region].flatMap(catalog.countryPosition))
    #expect(raster.dotCount(country) > 0)
  }

  @Test("every size is safe", arguments: [(0, 0), (1, 1), (3, 40), (600, 2), (40, 0)])
  func everySizeIsSafe(columns: Int, rows: Int) throws {
    #expect(try raster(columns: columns, rows: rows).cells.count == columns * rows)
  }

  @Test("arrows go to the nearest country that way, and Enter opens it")
  func arrowsMove() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.press(.character("2"))
    select("UGA", in: &app)
    app.press(.right)
    #expect(selected(app) == "KEN")
    app.press(.left)
    #expect(selected(app) == "UGA")
    app.press(.down, .enter)
    #expect(app.state.view.kind == .profile)
    app.press(.escape)
    #expect(app.state.view.kind == .map)
  }

  @Test("the marker and the words show the selected country without colour")
  func selectionIsShown() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.press(.character("2"))
    select("KEN", in: &app)
    #expect(app.text.contains("[●]"))
    #expect(app.text.contains("Kenya (KEN): "))
    #expect(app.text.contains("Source: "))
    #expect(app.text.contains("Boundaries and names shown do not imply endorsement"))
  }

  @Test("indicators go round both ways, z goes through the parts of the world")
  func indicatorsAndParts() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.press(.character("2"))
    let first = app.text
    app.press(.character("]"))
    #expect(app.text != first)
    app.press(.character("["))
    #expect(app.text == first)
    for region in MapRegion.allCases.dropFirst() {
      app.press(.character("z"))
      #expect(app.text.contains("Map: " + region.rawValue))
      #expect(app.text.contains("[●]"), "\(region)")
    }
  }

  @Test("moving the selection does not work the map out anew, a new size does")
  func theMapIsKept() throws {
    var app = try AppDriver(columns: 100, rows: 30)
    app.press(.character("2"))
    let before = try #require(app.state.raster)
    app.press(.right)
    #expect(app.state.raster?.cells == before.cells)
    app.send(.resize(Size(columns: 90, rows: 30)))
    #expect(app.state.raster?.columns == 90)
  }

  @Test("unknown is no class and stale counts as unknown")
  func unknownIsNoClass() throws {
    let catalog = try AppDriver.bundled.get().catalog
    for indicator in MapClasses.indicators(catalog) {
      let classes = MapClasses(catalog, indicator: indicator)
      #expect(classes.limits == classes.limits.sorted())
      for country in catalog.countries.indices {
        let found = catalog.observation(country: country, indicator: indicator)
        #expect((classes.classes[country] != nil) == (found?.status.isUsable == true))
      }
    }
  }

  @Test("without a map the view is a list that reaches every country")
  func withoutAMapThereIsAList() throws {
    let atlas = Atlas(catalog: Fixtures.small)
    var state = AppState(atlas: atlas, size: Size(columns: 100, rows: 40))
    _ = update(&state, .key(.character("2")))
    _ = update(&state, .key(.home))
    var seen: [Int] = []
    for _ in atlas.catalog.countries {
      guard let map = state.view as? MapState else { break }
      seen.append(map.selected)
      _ = update(&state, .key(.down))
    }
    #expect(seen.sorted() == Array(atlas.catalog.countries.indices))
  }

  @Test("a press selects the country under the mouse, / opens the filter")
  func mouseAndFilter() throws {
    var app = try AppDriver(columns: 120, rows: 40)
    app.press(.character("2"))
    let map = try #require(app.state.view as? MapState)
    let layout = try #require(MapView.layout(map, state: app.state))
    let raster = try #require(app.state.raster)
    let cell = try #require(raster.cell(of: WorldMap.Place(longitude: -55, latitude: -10)))
    app.send(
      .mouse(
        MouseEvent(
          kind: .press, column: layout.map.column + cell.column, row: layout.map.row + cell.row)))
    #expect(selected(app) == "BRA")
    app.press(.character("/"))
    app.type("kenya")
    app.press(.enter)
    #expect(app.text.contains("Kenya"))
  }

  private func select(_ iso3: String, in app: inout AppDriver) {
    // From the profile of a country the map opens on it.
    app.open("3", iso3)
    app.press(.character("2"))
  }

  private func selected(_ app: AppDriver) -> String {
    app.state.view.selectedID(app.state)
  }
}
