import AtlasData
import AtlasModel
import Testing

/// The tables of the texts of the interface.
struct StringsTests {
  private func keys() throws -> [String] { try BundledStrings.pairs("en").map(\.0) }

  @Test func englishNamesEveryTextOnce() throws {
    let keys = try keys()
    #expect(keys.count > 1_000)
    #expect(Set(keys).count == keys.count)
    #expect(!keys.contains { $0.isEmpty || $0.hasPrefix(" ") || $0.hasSuffix(" ") })
    #expect(BundledStrings.languages == ["en", "fr", "es", "pt", "hi"])
    #expect(try BundledStrings.pairs("xx").isEmpty)
  }

  @Test(arguments: ["fr", "es", "pt", "hi"])
  func translationsHaveTheTextsAndPlacesOfEnglish(language: String) throws {
    let pairs = try BundledStrings.pairs(language)
    #expect(StringsChecker.faults(pairs, keys: try keys()) == [])
    #expect(pairs.map(\.0) == (try keys()))
  }

  @Test func theCheckerNamesWhatIsWrong() {
    let faults = StringsChecker.faults(
      [("a {0}", "b"), ("c", ""), ("c", "d"), ("e", "f"), ("g.", "h")],
      keys: ["a {0}", "c", "g.", "i"])
    #expect(
      faults == [
        "other places: a {0}", "no translation: c", "twice: c", "not in English: e",
        "full stop at one end only: g.", "missing: i",
      ])
  }

  @Test func aTableOfAnotherLayoutIsAnError() {
    #expect(throws: DataError.self) {
      try BundledStrings.pairs(Array("text\na\n".utf8), language: "fr")
    }
    #expect(throws: DataError.self) {
      try BundledStrings.pairs(Array("text,translation\na,\"b\n".utf8), language: "fr")
    }
  }

  @Test func namesOfCountriesFollow() throws {
    let names = try BundledStrings.names(.french)
    #expect(names.contains { $0 == ("Germany", "Allemagne") })
    #expect(names.contains { $0 == ("South Korea", "Corée du Sud") })
    #expect(try BundledStrings.names(.english).isEmpty)
    #expect(try BundledStrings.properNames().contains { $0 == ("DHIS2", "DHIS2") })
  }
}
