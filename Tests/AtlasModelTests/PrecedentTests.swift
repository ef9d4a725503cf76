import Glibc
import Testing

@testable import AtlasModel

@Suite struct PrecedentTests {
  private static let varied = [
    "internet-users", "literacy", "electricity", "human-capital", "e-government",
  ]

  /// A country whose five varied figures stand at a share of their range; nil has none of any.
  private func place(
    _ iso3: String, _ share: Double?, _ subregion: String = "", _ languages: [String] = [],
    varied: [String] = varied
  ) -> ModelFixtures.Place {
    var place = ModelFixtures.Place()
    if let share {
      for id in varied {
        place.values[id] = ["human-capital", "e-government"].contains(id) ? share : share * 100
      }
    } else {
      place.values = [:]
    }
    place.iso3 = iso3
    place.subregion = subregion
    place.languages = languages
    return place
  }

  private func found(
    _ places: [ModelFixtures.Place], users: [Int]
  ) -> (row: [Double], precedent: Precedent) {
    let catalog = ModelFixtures.catalog(
      places, [ModelFixtures.good()], uses: users.map { (good: 0, country: $0) })
    let index = SimilarityIndex(catalog)
    let row = index.row(country: 0)
    return (row, index.precedent(good: 0, row: row))
  }

  private func three(varied: [String] = varied) -> [ModelFixtures.Place] {
    [
      place("AAA", 0, "S", ["fr", "en"], varied: varied), place("BBB", 0.5, "S", varied: varied),
      place("CCC", 1, "T", ["en"], varied: varied),
    ]
  }

  @Test func byHand() {
    // Standard scores -1.2247, 0, 1.2247: mean squared distances 1.5 and 6.
    let near = 1 + exp(-0.75)
    let far = 0.5 + exp(-3.0)
    let (row, precedent) = found(three(), users: [2, 0])
    #expect(row[0] == 0 && abs(row[1] - near) < 1e-12 && abs(row[2] - far) < 1e-12)
    #expect(abs(precedent.value - (0.5 + far) / (5 + near + far)) < 1e-12)
    let number = (near + far) * (near + far) / (near * near + far * far)
    #expect(abs(precedent.effectiveNumber - number) < 1e-12)
    // The country's own use does not count.
    #expect(precedent.uses == 1 && precedent.nearest.map(\.country) == [2])
  }

  @Test func nearestComeFirstAndAreThree() {
    let places = three() + [place("DDD", 0.5, "S"), place("EEE", 0.9, "T")]
    let precedent = found(places, users: [4, 3, 2, 1]).precedent
    #expect(precedent.uses == 4 && precedent.nearest.map(\.country) == [1, 3, 2])
    #expect(precedent.nearest.first?.similarity == precedent.nearest[1].similarity)
  }

  @Test func fourSharedFiguresAreTooFew() {
    let row = found(three(varied: Array(Self.varied.prefix(4))), users: []).row
    #expect(row[1] == 1 && row[2] == 0.5)
  }

  @Test func countriesWithoutFiguresCountByPlaceAndLanguage() {
    let full = three() + [place("NIL", nil), place("SUB", nil, "S"), place("LAN", nil, "", ["fr"])]
    let (row, precedent) = found(full, users: [2])
    #expect(row[3] == 0 && row[4] == 1 && row[5] == 0.5)
    // Without the unrelated one everything stays; without the neighbour only the sums change.
    let without = found(
      three() + [place("SUB", nil, "S"), place("LAN", nil, "", ["fr"])], users: [2])
    #expect(without.precedent == precedent)
    let fewer = found(three(), users: [2])
    #expect(fewer.row == Array(row[0..<3]))
    let total = fewer.row.reduce(0, +)
    #expect(abs(fewer.precedent.value * (5 + total) - precedent.value * (6.5 + total)) < 1e-12)
  }

  @Test func aloneThereIsNoRecord() {
    let precedent = found([place("AAA", 0)], users: [0]).precedent
    #expect(precedent.value == 0.1 && precedent.effectiveNumber == 0 && precedent.uses == 0)
  }

  @Test func listsOfNeitherYearAreNoUse() {
    var catalog = ModelFixtures.catalog(three(), [ModelFixtures.good()])
    catalog = Catalog(
      identity: catalog.identity, sources: [], indicators: catalog.indicators, attributes: [],
      countries: catalog.countries, goods: catalog.goods,
      deployments: [Answer.no, .unknown].enumerated().map {
        Deployment(
          good: 0, country: $0.offset + 1, in2026: $0.element, in2024: .no, byGovernment: true,
          source: "registry")
      }, grid: [], facts: [])
    let index = SimilarityIndex(catalog)
    #expect(index.precedent(good: 0, row: index.row(country: 0)).uses == 0)
  }

  @Test func exponentialIsThatOfTheLibrary() {
    #expect(Exponential.value(0) == 1)
    #expect(abs(Exponential.value(-1) - 0.36787944117144233) < 1e-14)
    #expect(abs(Exponential.value(-0.75) - 0.4723665527410147) < 1e-14)
    #expect(Exponential.value(-60) == 0 && Exponential.value(-1e9) == 0)
    for step in 0..<6000 {
      let power = -Double(step) / 100
      let (mine, theirs) = (Exponential.value(power), exp(power))
      #expect(abs(mine - theirs) < 1e-14 && abs(mine / theirs - 1) < 1e-10, "\(power)")
    }
  }
}
