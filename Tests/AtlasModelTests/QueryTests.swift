import AtlasModel
import AtlasTestSupport
import Testing

struct QueryTests {
  private let catalog = SmallCatalog.make()

  private func parse(_ text: String, _ subject: Query.Subject = .countries) -> QueryParser.Outcome {
    QueryParser(QuerySchema(catalog, subject)).parse(text)
  }

  private func countries(_ text: String) -> [String] {
    let outcome = parse(text)
    #expect(outcome.problems.isEmpty, "\(text)")
    let schema = QuerySchema(catalog, .countries)
    return QueryMatcher(catalog, schema).match(outcome.query).positions
      .map { catalog.countries[$0].iso3 }
  }

  private func goods(_ text: String) -> [String] {
    let outcome = parse(text, .goods)
    #expect(outcome.problems.isEmpty, "\(text)")
    let schema = QuerySchema(catalog, .goods)
    return QueryMatcher(catalog, schema).match(outcome.query).positions
      .map { catalog.goods[$0].id }
  }

  @Test func clausesNarrowCountries() {
    #expect(countries("region:africa internet<40") == ["COD", "KEN", "UGA"])
    #expect(countries("internet < 40 income<=low") == ["COD", "UGA"])
    #expect(countries("region:europe") == ["XKX"])
    #expect(countries("ldc:no -region:europe") == ["KEN"])
    #expect(countries("population>=50m") == ["COD", "KEN", "UGA"])
    #expect(countries("data-protection-law:enacted,draft") == ["KEN", "UGA"])
    #expect(countries("uses:DHIS2 ouganda") == ["UGA"])
    #expect(countries("fragile:yes") == ["COD"])
    #expect(countries("political-stability<-1") == ["COD"])
    #expect(countries("borders:kenya") == ["UGA"])
    #expect(countries("language:fr") == ["CIV"])
  }

  @Test func aMissingFigureSatisfiesNoComparison() {
    #expect(countries("internet<100").contains("COG") == false)
    #expect(countries("-internet<100") == [])
    #expect(countries("internet!=3").contains("COG") == false)
    #expect(countries("literacy<1") == ["UGA"])
    #expect(countries("internet:unknown") == ["COG", "XKX"])
    #expect(countries("-internet:unknown").count == 4)
    #expect(countries("internet!=unknown").count == 4)
    #expect(countries("-data-protection-law:enacted") == ["UGA"])
    #expect(countries("income:unknown") == ["XKX"])
  }

  @Test func clausesNarrowGoods() {
    #expect(goods("sector:health sdg:3 status:listed") == ["dhis2", "zeta"])
    #expect(goods("sdg:17,16") == ["dhis2", "mosip", "old-mosip"])
    #expect(goods("personal-data:unknown") == ["zeta"])
    #expect(goods("-personal-data:yes") == ["mosip"])
    #expect(goods("deployed:Kenya") == ["dhis2"])
    #expect(goods("connectivity<=2 sensitivity>=2") == ["dhis2"])
    #expect(goods("india:yes !status:delisted") == ["mosip"])
    #expect(goods("deployments>0") == ["dhis2", "zeta"])
  }

  @Test func allProblemsAreReportedWithTheirRange() {
    let outcome = parse("region:africa intrnet<5 ldc:maybe internet<x internet< \"open")
    #expect(outcome.query.terms.count == 1)
    #expect(outcome.problems.map(\.range) == [14..<21, 28..<33, 43..<44, 55..<60])
    #expect(outcome.problems[1].expected == ["yes", "no", "unknown"])
    #expect(parse("intrnet-users:5").problems[0].expected == ["internet-users"])
  }

  @Test(arguments: [
    "foo:bar", "region:", ":x", "-", "\"\"", "a:\"b", "region:a,", "ldc<yes", "internet:unknown,5",
    "uses:nothing-like-it", "\"a\"b", "income<low,high", "status:\"\u{1B}\"",
  ])
  func faultsAreProblems(_ text: String) {
    #expect(parse(text).problems.count == 1)
  }

  @Test func anAmbiguousBeginningListsTheFields() {
    let problems = parse("i:5").problems
    #expect(problems.first?.expected.contains("income") == true)
    #expect(parse("internet-u<5").query.description == "internet-users<5")
  }

  @Test func theTermThatEmptiedTheResultIsNamed() {
    let query = parse("region:africa internet>99 ldc:yes").query
    let result = QueryMatcher(catalog, QuerySchema(catalog, .countries)).match(query)
    #expect(result.remaining == [5, 0, 0])
    #expect(result.emptyingTerm == 1)
  }

  @Test func printedQueriesParseBack() {
    let words = ["a", "d'ivoire", "two words", "x,y", "q\"q", "b\\c", "-x", "!x", "u:v", "<3", "é"]
    var state: UInt64 = 42
    func pick<T>(_ values: [T]) -> T {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return values[Int(state >> 33) % values.count]
    }
    for _ in 0..<3_000 {
      let terms = (0..<pick([0, 1, 2, 3])).map { _ in
        let comparison = pick([Query.Comparison.has, .equal, .notEqual])
        let condition: Query.Condition =
          switch pick([0, 1, 2, 3, 4]) {
          case 0: .words(pick(words))
          case 1:
            .clause(field: "region", comparison, .texts(Array(Set([pick(words), pick(words)]))))
          case 2:
            .clause(
              field: "internet-users", pick(Query.Comparison.allCases),
              .number(pick([0, -1.5, 8.9, 1e9, 0.001])))
          case 3: .clause(field: "income", comparison, .unknown)
          default: .clause(field: "income", .less, .texts([pick(["low", "upper-middle"])]))
          }
        return Query.Term(condition, isNegated: pick([true, false]))
      }
      let query = Query(terms)
      let outcome = parse(query.description)
      #expect(outcome.problems.isEmpty, "\(query)")
      #expect(outcome.query == query, "\(query)")
      #expect(outcome.query.description == query.description)
    }
  }

  @Test func noTextOfOddCharactersTrapsOrLoops() {
    let pieces = [
      "-", "!", "=", ":", "<", ">", "\"", "\\", ",", " ", "a", "ldc", "é", "\u{0}", "\u{301}",
    ]
    var state: UInt64 = 1
    for _ in 0..<3_000 {
      var text = ""
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      let outcome = parse(text)
      #expect(parse(outcome.query.description).query == outcome.query, "\(text)")
      #expect(outcome.problems.allSatisfy { $0.range.upperBound <= text.count }, "\(text)")
    }
  }
}
