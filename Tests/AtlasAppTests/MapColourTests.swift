import AtlasModel
import AtlasReport
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// What the map can be coloured by, and the years it can show.
struct MapColourTests {
  private func open(_ colour: String, country: String = "UGA") throws -> AppDriver {
    var bench = try AppDriver(columns: 120, rows: 40)
    bench.run(.showMap)
    bench.run(.setColour, colour)
    bench.run(.selectRow, country)
    return bench
  }

  @Test("every colouring reads back from its text, anything else is refused")
  func textsReadBack() throws {
    let bench = try AppDriver(columns: 120, rows: 40)
    let catalog = bench.state.atlas.catalog
    let all = MapColour.all(of: try bench.good("dhis2")) + [.indicator(3)]
    #expect(all.count == 23)
    for colour in all { #expect(MapColour(colour.text(catalog), catalog) == colour) }
    for text in ["", "fit", "fit nobody", "flag dhis2", "flag Z9 dhis2", "dhis2", "fit dhis2 x"] {
      #expect(MapColour(text, catalog) == nil, "\(text)")
    }
  }

  @Test("classes are those of the screenings of the pairs")
  func classesAreThoseOfScreenings() throws {
    for id in ["dhis2", "mosip"] {
      let assessor = try AppDriver(columns: 120, rows: 40).state.atlas.assessor
      let good = try AppDriver(columns: 120, rows: 40).good(id)
      let fit = try #require(try open("fit \(id)").classes)
      let need = try #require(try open("need \(id)").classes)
      let flag = try #require(try open("flag P1 \(id)").classes)
      let verdict = try #require(try open("verdict \(id)").classes)
      for country in assessor.catalog.countries.indices {
        let screening = assessor.screening(
          good: good, conditions: assessor.conditions(country: country, explains: false),
          explains: false)
        #expect(fit.classes[country] == MapClasses.share(screening.fit.range))
        #expect(need.classes[country] == MapClasses.share(screening.need))
        #expect(flag.classes[country] == screening.flags[.p1].severity?.rawValue)
        #expect(verdict.classes[country] == MapClasses.position(screening.verdict.class))
      }
    }
  }

  @Test("a range over more than two classes is unknown, its end alone is none")
  func wideRangesAreUnknown() {
    #expect(MapClasses.share(Interval(0.1, 0.6)) == nil)
    #expect(MapClasses.share(Interval(0.2, 0.55)) == 1)
    #expect(MapClasses.share(Interval(1)) == 4)
    #expect(MapClasses.share(Interval(0)) == 0)
  }

  @Test(
    "every class has a sign and a count of its own",
    arguments: ["internet-users", "fit dhis2", "need dhis2", "flag D1 mosip", "verdict dhis2"])
  func everyClassHasASign(colour: String) throws {
    for glyphs in [Glyphs.unicode, .ascii] {
      let bench = try open(colour)
      let classes = try #require(bench.classes)
      let entries = classes.entries
      let signs = entries.map { classes.sign($0.position, glyphs).text }
      #expect(Set(signs).count == signs.count)
      #expect(signs.allSatisfy { $0.columns == 1 })
      let roles = entries.map { classes.sign($0.position, glyphs).role }
      #expect(Set(roles).count == roles.count)
      let sum = entries.reduce(0) { sum, entry in
        sum + classes.classes.count { $0 == entry.position }
      }
      #expect(sum == bench.state.atlas.catalog.countries.count)
      for entry in entries { #expect(bench.text.contains(entry.words), "\(entry.words)") }
    }
  }

  @Test("flags stand before fit, need and verdict under the map")
  func flagsStandFirst() throws {
    for (colour, word) in [
      ("fit dhis2", "; fit "), ("need dhis2", "; need "), ("flag P3 dhis2", "; P3 "),
      ("verdict dhis2", "; verdict "),
    ] {
      for columns in [60, 80, 120] {
        var bench = try open(colour)
        _ = update(&bench.state, .resize(Size(columns: columns, rows: 40)))
        let words = MapWords(try bench.map, bench.state, columns: columns).value
        let parts = words.split(separator: ": flags ", maxSplits: 1)
        #expect(parts.count == 2 && parts[1].contains(word), "\(words)")
      }
    }
  }

  @Test("a flag names its first row of evidence with year and source")
  func evidenceIsNamed() throws {
    let bench = try open("flag D1 mosip")
    let words = MapWords(try bench.map, bench.state)
    #expect(words.source.contains("People who use the internet"))
    #expect(words.source.contains("2024"))
    #expect(words.source.contains("[itu-datahub-2026-05"))
  }

  @Test("the map follows a change of the what-if at once")
  func followsTheWhatIf() throws {
    var bench = try open("verdict dhis2")
    let before = try #require(bench.classes).classes
    bench.state.work.scenario.policy = .any
    _ = update(&bench.state, .resumed)
    #expect(bench.classes?.classes != before)
    bench.state.work.scenario = Scenario()
    _ = update(&bench.state, .resumed)
    #expect(bench.classes?.classes == before)
    let fit = try open("fit dhis2").classes?.classes
    bench.run(.setColour, "fit dhis2")
    bench.state.work.scenario.set(
      Scenario.Figure(iso3: "UGA", indicator: "electricity", value: 100))
    _ = update(&bench.state, .resumed)
    let other = try open("fit dhis2")
    let uganda = try #require(other.state.atlas.catalog.countryPosition("UGA"))
    for (country, position) in (bench.classes?.classes ?? []).enumerated() where country != uganda {
      #expect(position == fit?[country])
    }
    #expect(
      MapWords(try bench.map, bench.state).value != MapWords(try other.map, other.state).value)
  }

  @Test("keys go round the numbers of the good, or the indicators")
  func keysGoRound() throws {
    var bench = try open("fit dhis2")
    var seen: [MapColour] = []
    for _ in 0..<22 {
      bench.run(.nextIndicator)
      if let colour = try bench.map.colour { seen.append(colour) }
    }
    #expect(seen.last == .fit(try bench.good("dhis2")))
    #expect(seen[20] == .verdict(try bench.good("dhis2")))
    bench.run(.previousIndicator)
    #expect(try bench.map.colour == seen[20])
    bench.run(.setColour, "internet-users")
    bench.run(.nextIndicator)
    #expect(try bench.map.colour?.indicator != nil)
  }

  @Test("Enter opens the screening under a good, the profile under an indicator")
  func enterOpens() throws {
    var bench = try open("fit dhis2")
    bench.run(.openRow)
    #expect(bench.state.view.place(bench.state) == "screening UGA dhis2")
    bench.run(.goBack)
    bench.run(.markRow)
    #expect(bench.state.work.marks.countries.count == 1)
    bench.run(.setColour, "literacy")
    bench.run(.openRow)
    #expect(bench.state.view.place(bench.state) == "country UGA")
  }

  @Test("the good of the view before is offered first, another one by typing its name")
  func goodsAreOffered() throws {
    var bench = try AppDriver(columns: 120, rows: 40)
    bench.run(.go, "screening UGA dhis2")
    bench.run(.showMap)
    #expect(bench.state.view.selectedID(bench.state) == "UGA")
    let calls = MapColourList.items(bench.state).compactMap(\.call?.argument)
    #expect(calls.prefix(3) == ["fit dhis2", "need dhis2", "flag D1 dhis2"])
    #expect(calls[21] == "verdict dhis2")
    #expect(calls.count == 22 + bench.state.atlas.catalog.indicators.count)
    bench.run(.colourMap)
    var list = ListOverlay(.colours)
    list.filter = "verdict openmrs"
    #expect(list.items(bench.state).compactMap(\.call?.argument) == ["verdict openmrs"])
    var plain = try AppDriver(columns: 120, rows: 40)
    plain.run(.showMap)
    #expect(MapColourList.items(plain.state).first?.call == nil)
    list.filter = "health"
    #expect(list.items(plain.state).count <= 4 * 30 + 200)
  }

  @Test("a wrong colouring, year or part of the world is refused with a reason")
  func wrongArgumentsAreRefused() throws {
    var bench = try open("internet-users")
    let before = try bench.map.colour
    for (id, argument) in [
      (CommandID.setColour, "fit nobody"), (.setYear, "1999"), (.setYear, "soon"),
      (.zoomMap, "Mars"),
    ] {
      bench.run(id, argument)
      #expect(bench.state.message?.isError == true, "\(argument)")
      #expect(bench.state.message?.text.contains(argument) == true)
    }
    #expect(try bench.map.colour == before)
    #expect(try bench.map.year == nil)
  }

  @Test("a session brings the map back as it was")
  func detailsReadBack() throws {
    for colour in ["verdict dhis2", "literacy", "internet-users"] {
      var bench = try open(colour, country: "BRA")
      bench.run(.zoomMap, "Americas")
      if try bench.map.years != nil { bench.run(.previousYear) }
      var copy = try AppDriver(columns: 120, rows: 40)
      let calls = [Call(.go, bench.state.view.place(bench.state))]
      for call in calls + bench.state.view.details(bench.state) { _ = update(&copy.state, call) }
      #expect(copy.text == bench.text)
    }
  }

  @Test("the selected country stands out with all its land")
  func selectionStandsOut() throws {
    let bench = try open("fit dhis2", country: "BRA")
    let buffer = bench.buffer
    let count = (0..<buffer.size.rows).reduce(0) { sum, row in
      sum + buffer.row(row).count { $0.role == .selection }
    }
    #expect(count > 30)
  }

  @Test("exports are the bytes of the commands they name")
  func exportsAreCommands() throws {
    var bench = try open("literacy")
    let table = try TableBuilder(bench.state.atlas.catalog, .countries)
      .table(TableRequest(columns: ["name", "iso3", "literacy"]))
    let export = try #require(bench.state.view.export(bench.state))
    #expect(export.command == "countries --columns name,iso3,literacy")
    #expect(export.text(.csv) == table.csv())
    bench.run(.setColour, "verdict dhis2")
    let assessor = bench.state.atlas.assessor
    let pairs = assessor.rankCountries(
      good: try bench.good("dhis2"), countries: Array(assessor.catalog.countries.indices))
    let rank = try #require(bench.state.view.export(bench.state))
    #expect(rank.command == "rank --good dhis2")
    let ranking = Ranking(
      pairs, listsCountries: true, catalog: assessor.catalog, settings: assessor.settings)
    let files = try RankTable.table(ranking, RankRequest(isForPeople: false))
    let people = try RankTable.table(ranking, RankRequest(isForPeople: true))
    #expect(rank.text(.json) == files.json.pretty)
    #expect(rank.text(.markdown) == people.markdown())
  }

  @Test("plain rows name every country, flags first")
  func plainRows() throws {
    let bench = try open("verdict dhis2")
    let page = bench.state.view.plain(bench.state, columns: 80)
    #expect(page.rows.count == bench.state.atlas.catalog.countries.count)
    #expect(page.rows.allSatisfy { $0.text.contains(": flags ") && $0.text.contains("; verdict ") })
    #expect(page.lines.contains(bench.state.atlas.catalog.identity.mapDisclaimer))
  }

  @Test("why opens the number that colours the map")
  func whyOpensTheNumber() throws {
    for (colour, name) in [("fit dhis2", "fit"), ("flag D1 mosip", "D1"), ("need dhis2", "need")] {
      var bench = try open(colour)
      bench.run(.why)
      #expect(bench.state.view.place(bench.state).hasSuffix(" " + name))
    }
  }
}

extension AppDriver {
  var classes: MapClasses? { (state.view as? MapState)?.classes(state) }
}
