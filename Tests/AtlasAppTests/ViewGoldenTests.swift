import AtlasApp
import AtlasModel
import AtlasScreen
import AtlasTestSupport
import Testing

/// Every view at four sizes, as text with a map of roles, and in ASCII.
struct ViewGoldenTests {
  enum View: String, CaseIterable, Sendable {
    case home, map, countries, goods, sources, country, good, choice, screening, commands
  }

  static let sizes = [(80, 24), (120, 40), (60, 20), (40, 10)]

  @Test("views look as recorded", arguments: View.allCases, [0, 1, 2, 3])
  func viewsLookAsRecorded(view: View, size: Int) throws {
    let (columns, rows) = Self.sizes[size]
    var app = try AppDriver(columns: columns, rows: rows)
    Self.open(view, in: &app)
    Golden.check(app.draw().golden, named: "\(view.rawValue)-\(columns)x\(rows).txt")
  }

  @Test("views look as recorded in ASCII", arguments: View.allCases)
  func viewsLookAsRecordedInASCII(view: View) throws {
    var app = try AppDriver(columns: 80, rows: 24, glyphs: .ascii)
    Self.open(view, in: &app)
    let text = app.draw().lines.map(ASCIIFold.fold).joined(separator: "\n") + "\n"
    let isPlain = text.unicodeScalars.allSatisfy { $0.isASCII }
    #expect(isPlain)
    Golden.check(text, named: "\(view.rawValue)-ascii.txt")
  }

  static func open(_ view: View, in app: inout AppDriver) {
    switch view {
    case .home: break
    case .map: app.press(.character("2"))
    case .countries: app.press(.character("3"), .right, .right, .character("s"))
    case .goods: app.press(.character("4"), .down, .down)
    case .sources: app.press(.character("8"))
    case .country:
      app.press(.character("3"), .character("/"))
      app.type("cote d ivoire")
      app.press(.enter)
      if case .table = app.state.view { app.press(.enter) }
    case .good:
      app.press(.character("4"), .character("/"))
      app.type("mosip")
      app.press(.enter)
      if case .table = app.state.view { app.press(.enter) }
    case .choice:
      app.press(.character("3"), .character("/"))
      app.type("kenya")
      app.press(.enter)
      if case .table = app.state.view { app.press(.enter) }
      app.press(.character("x"))
    case .screening: app.openScreening(country: "uganda", good: "dhis2")
    case .commands:
      app.press(.character("3"), .character("?"))
      app.type("sort")
    }
  }
}
