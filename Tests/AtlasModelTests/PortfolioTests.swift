import Testing

@testable import AtlasModel

struct PortfolioTests {
  private static func open(
    _ catalog: Catalog, _ country: Int, _ goods: [Int], _ measures: [String]
  ) -> Set<Int> {
    let assessor = Assessor(catalog: catalog, settings: ModelSettings(measures: measures))
    let conditions = assessor.conditions(country: country, explains: false)
    return Set(
      goods.filter {
        let screening = assessor.screening(good: $0, conditions: conditions, explains: false)
        return (screening.verdict.class.rank ?? -1) >= 2
      })
  }

  /// Against every set of one and two measures, screened one by one.
  @Test(arguments: ["UGA", "SSD", "IND"])
  func bestIsTheBestOfAllSets(iso3: String) throws {
    let catalog = BundledCatalog.catalog
    let country = try #require(catalog.countryPosition(iso3))
    let need = NeedFilter.sector("education")
    let goods = catalog.goods.indices.filter {
      catalog.goods[$0].standing == .listed && need.admits(catalog.goods[$0])
    }
    let answer = Assessor(catalog: catalog).portfolio(
      country: country, PortfolioQuestion(need: need, budget: 2))
    let bare = Self.open(catalog, country, goods, [])
    #expect(Set(answer.already) == bare && answer.count == goods.count)
    var most = 0
    let ids = catalog.measures.map(\.id)
    for first in ids.indices {
      for second in ids.indices where second >= first {
        let set = first == second ? [ids[first]] : [ids[first], ids[second]]
        most = max(most, Self.open(catalog, country, goods, set).subtracting(bare).count)
      }
    }
    #expect(answer.choices.first?.opened.count ?? 0 == most)
    for choice in answer.choices {
      let opened = Self.open(catalog, country, goods, choice.measures).subtracting(bare)
      #expect(Set(choice.opened) == opened && choice.cost <= 2)
      for measure in choice.measures {
        let fewer = choice.measures.filter { $0 != measure }
        #expect(Self.open(catalog, country, goods, fewer).subtracting(bare) != opened)
      }
    }
    #expect(
      zip(answer.choices, answer.choices.dropFirst()).allSatisfy {
        $0.opened.count >= $1.opened.count
      })
  }

  @Test func effortIsABudgetOfItsOwn() throws {
    let catalog = BundledCatalog.catalog
    let country = try #require(catalog.countryPosition("UGA"))
    let answer = Assessor(catalog: catalog).portfolio(
      country: country, PortfolioQuestion(budget: 4, counts: .effort, aim: .people))
    let points = ["low": 1, "medium": 2, "high": 3]
    for choice in answer.choices {
      let cost = choice.measures.reduce(0) { sum, id in
        sum + (catalog.measures.first { $0.id == id }.flatMap { points[$0.effort] } ?? 9)
      }
      #expect(cost == choice.cost && cost == choice.effort && cost <= 4)
      #expect(choice.people.low <= choice.people.high)
    }
  }
}
