import AtlasModel
import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// Every view at four sizes: text with a map of roles, the attributes of the mono theme, and ASCII.
struct ViewGoldenTests {
  enum View: String, CaseIterable, Sendable {
    case home, map, countries, goods, sources, indicators, measures, country, good, measure
    case rank, screening, verdict, why, compare, frequency, describe, offer, plan, log
    case help, palette, columns, formats, gate, prompt
    case matrix, system, changes, outline
    case whatIf = "what-if"
    case mapFit = "map-fit"
    case mapFlag = "map-flag"
    case mapYear = "map-year"
  }

  static let sizes = [(80, 24), (120, 40), (60, 20), (40, 10)]

  @Test("views look as recorded", arguments: View.allCases, [0, 1, 2, 3])
  func viewsLookAsRecorded(view: View, size: Int) throws {
    let (columns, rows) = Self.sizes[size]
    var app = try AppDriver(columns: columns, rows: rows)
    Self.open(view, in: &app)
    let buffer = app.draw()
    Golden.check(buffer.golden, named: "\(view.rawValue)-\(columns)x\(rows).txt")
    Golden.check(Self.attributes(buffer), named: "\(view.rawValue)-\(columns)x\(rows)-mono.txt")
  }

  @Test("views look as recorded in ASCII", arguments: View.allCases, [0, 1, 2, 3])
  func viewsLookAsRecordedInASCII(view: View, size: Int) throws {
    let (columns, rows) = Self.sizes[size]
    var app = try AppDriver(columns: columns, rows: rows, glyphs: .ascii)
    Self.open(view, in: &app)
    let text = app.draw().lines.map(ASCIIFold.fold).joined(separator: "\n") + "\n"
    let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII }
    #expect(isPlain)
    Golden.check(text, named: "\(view.rawValue)-\(columns)x\(rows)-ascii.txt")
  }

  /// With the map of roles in each golden, this says how every cell looks in every theme.
  @Test("roles look as recorded", arguments: Theme.all.map(\.name))
  func rolesLookAsRecorded(name: String) throws {
    let theme = try #require(Theme(name: name))
    let text = Role.allCases.map { role -> String in
      let style = theme.style(for: role)
      let colours = [style.foreground, style.background].map { colour in
        colour.map { "#" + String($0.hex, radix: 16).padded(to: 6, alignment: .right) } ?? "-"
      }
      return "\(role.code) \(role) \(colours.joined(separator: " on ")) "
        + "attributes \(style.attributes.rawValue)\n"
    }.joined()
    Golden.check(text, named: "looks-\(name).txt")
  }

  /// The attributes of each cell in the mono theme as a letter: bold, underline, dim, reverse.
  static func attributes(_ buffer: CellBuffer) -> String {
    (0..<buffer.size.rows).map { row in
      var line = String(
        buffer.row(row).map { cell -> Character in
          let set = Theme.mono.style(for: cell.role).attributes
          if set.contains(.reverse) { return "r" }
          if set.contains([.bold, .underline]) { return "B" }
          if set.contains(.bold) { return "b" }
          if set.contains(.underline) { return "u" }
          return set.contains(.dim) ? "d" : "."
        })
      while line.last == "." { line.removeLast() }
      return line + "\n"
    }.joined()
  }

  static func open(_ view: View, in app: inout AppDriver) {
    switch view {
    case .home: break
    case .map: app.press(.character("2"))
    case .countries: app.press(.character("3"), .right, .right, .character("s"))
    case .goods: app.press(.character("4"), .character(" "), .down)
    case .sources: app.press(.character("8"))
    case .indicators: app.run(.showIndicators)
    case .measures: app.run(.showMeasures)
    case .country: app.open("3", "cote d ivoire")
    case .good: app.open("4", "mosip")
    case .measure: app.run(.go, "measure dd-voice")
    case .rank: app.run(.go, "rank KEN")
    case .screening: app.openScreening(country: "uganda", good: "dhis2")
    case .verdict:
      app.openScreening(country: "uganda", good: "dhis2")
      app.openVerdict()
    case .why:
      app.run(.go, "country UGA")
      for _ in 0..<17 { app.press(.down) }
      app.press(.character("i"))
    case .compare:
      for iso3 in ["UGA", "KEN", "RWA"] { app.run(.markRow, "country \(iso3)") }
      app.press(.character("c"))
    case .frequency:
      app.press(.character("3"))
      app.run(.frequency, "income")
    case .describe: app.press(.character("3"), .character("D"))
    case .offer: app.press(.character("9"))
    case .plan:
      app.run(.confirmPlan, "UGA dhis2 - agreed with the ministry after a visit")
      app.run(.confirmPlan, "KEN mosip - pilot in two counties only")
      app.press(.character("7"))
    case .log:
      app.openScreening(country: "uganda", good: "dhis2")
      app.press(.character("L"))
    case .matrix: app.press(.character("5"), .right, .down)
    case .system: app.run(.go, "offer upi")
    case .changes: app.run(.go, "changes UGA dhis2")
    case .outline:
      app.run(.confirmPlan, "UGA dhis2 pr-minimise The ministry knows.")
      app.run(.setPlan, "UGA start: 2027-01")
      app.run(.showOutline, "UGA")
    case .mapFit:
      app.run(.showMap)
      app.run(.setColour, "fit dhis2")
    case .mapFlag:
      app.run(.showMap)
      app.run(.setColour, "flag D1 sunbird")
    case .mapYear:
      app.run(.showMap)
      app.run(.setYear, "2012")
    case .help:
      app.press(.character("3"), .character("?"))
      app.type("sort")
    case .palette:
      app.press(.character(":"))
      app.type("sao")
    case .columns: app.press(.character("3"), .character("C"))
    case .formats: app.press(.character("3"), .character("e"))
    case .gate:
      app.run(.go, "screening UGA dhis2")
      app.press(.character("p"))
    case .prompt:
      app.run(.go, "what-if UGA dhis2")
      app.press(.character("="))
    case .whatIf:
      app.run(.go, "what-if UGA dhis2")
      app.run(.setFigure, "UGA internet-users 45")
      app.run(.setLevel, "dhis2 connectivity 1")
    }
  }
}
