import Testing

@testable import AtlasScreen

@Suite struct RoleTests {
  @Test func everyRoleHasACodeOfItsOwn() {
    let codes = Role.allCases.map(\.code)
    #expect(Set(codes).count == Role.allCases.count)
    #expect(codes.allSatisfy { $0.isASCII && $0 != " " })
  }

  @Test func rawValuesCountFromZero() {
    #expect(Role.allCases.map { Int($0.rawValue) } == Array(0..<Role.allCases.count))
  }
}

@Suite struct GlyphsTests {
  @Test(arguments: [Glyphs.unicode, Glyphs.ascii])
  func everySignTakesOneColumn(glyphs: Glyphs) {
    for sign in glyphs.all { #expect(sign.columns == 1, "\(sign)") }
  }

  @Test func theASCIISetIsASCII() {
    #expect(Glyphs.ascii.all.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test(arguments: [Glyphs.unicode, Glyphs.ascii])
  func severitiesAreToldApartWithoutColour(glyphs: Glyphs) {
    let signs = [
      glyphs.severityNone, glyphs.severityLow, glyphs.severityModerate, glyphs.severityHigh,
      glyphs.severityCritical, glyphs.notAssessed,
    ]
    #expect(Set(signs).count == 6)
  }

  @Test func foldingTheUnicodeSignsKeepsSeveritiesApart() {
    let glyphs = Glyphs.unicode
    let signs = [
      glyphs.severityNone, glyphs.severityLow, glyphs.severityModerate, glyphs.severityHigh,
      glyphs.severityCritical, glyphs.notAssessed,
    ].map { ASCIIFold.cell($0, width: 1) }
    #expect(Set(signs).count == 6)
  }
}
