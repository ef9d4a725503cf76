import AtlasModel
import AtlasReport

extension AppState {
  /// Opens the view that a place names; says what is wrong with a place that names none.
  mutating func go(_ place: String) -> Outcome {
    let words = place.split(separator: " ").map(String.init)
    guard let first = words.first else { return .nothing }
    if first == "home" {
      jump(to: HomeState())
      return Outcome()
    }
    guard let view = view(first, Array(words.dropFirst())) else {
      say("`go \(PlainText.clean(place))` names no view of this dataset.", isError: true)
      return .nothing
    }
    open(view)
    return Outcome()
  }

  private mutating func view(_ name: String, _ words: [String]) -> (any ExplorerView)? {
    let catalog = atlas.catalog
    let country = words.first.flatMap(catalog.countryPosition)
    let good = words.first.flatMap(catalog.goodPosition)
    switch name {
    case "map": return MapState(atlas: atlas)
    case "matrix": return MatrixState(words.joined(separator: " "), self)
    case "plan": return sheet(.plan)
    case "what-if":
      prepareScales()
      return WhatIfState(
        country: words.lazy.compactMap(catalog.countryPosition).first,
        good: words.lazy.compactMap(catalog.goodPosition).first, self)
    case "log": return LogState(self)
    case "lessons": return LessonsState()
    case "why": return WhyState(words, self)
    case "country": return country.map { DocumentState(.country($0), self) }
    case "good": return good.map { DocumentState(.good($0), self) }
    case "source":
      let id = words.joined(separator: " ")
      return catalog.sources.firstIndex { $0.id == id }.map { DocumentState(.source($0), self) }
    case "measure":
      return catalog.measures.firstIndex { $0.id == words.first }.map {
        DocumentState(.measure($0), self)
      }
    case "rank": return country.map { sheet(.rankGoods(country: $0)) }
    case "rank-good": return good.map { sheet(.rankCountries(good: $0)) }
    case "screening":
      guard let country, words.count > 1, let good = catalog.goodPosition(words[1]) else {
        return nil
      }
      return ScreeningState(country: country, good: good, self)
    case "changes":
      guard let country, words.count > 1, let good = catalog.goodPosition(words[1]) else {
        return nil
      }
      return DocumentState(.changes(country: country, good: good), self)
    case "certainty":
      guard let country else { return nil }
      guard words.count > 1 else { return DocumentState(.acceptability(country), self) }
      return catalog.goodPosition(words[1]).map {
        DocumentState(.certainty(country: country, good: $0), self)
      }
    case "outline":
      guard let country, plan(of: country) != nil else { return nil }
      return DocumentState(.outline(country), self)
    case "compare": return compareView(words)
    case "frequency", "describe": return summaryView(name, words)
    case "offer" where words.isEmpty: return sheet(.offer)
    case "offer":
      return catalog.offers.first { $0.id(catalog) == words.first }.map {
        DocumentState(.offer($0), self)
      }
    default:
      return words.isEmpty ? Query.Subject(rawValue: name).map { sheet(.browse($0)) } : nil
    }
  }

  private mutating func compareView(_ words: [String]) -> (any ExplorerView)? {
    let isCountries = words.first == "countries"
    let positions = words.dropFirst().compactMap {
      isCountries ? atlas.catalog.countryPosition($0) : atlas.catalog.goodPosition($0)
    }
    guard (2...4).contains(positions.count) else { return nil }
    return sheet(.compare(CompareSource(isCountries: isCountries, positions: positions)))
  }

  private mutating func summaryView(_ name: String, _ words: [String]) -> (any ExplorerView)? {
    guard let subject = words.first.flatMap(Query.Subject.init) else { return nil }
    var rest = words.dropFirst()
    let column = name == "frequency" ? rest.popFirst() : ""
    let showsAll = rest.popFirst() == "all"
    guard let column else { return nil }
    let query = rest.joined(separator: " ")
    let result = sheet(
      name == "frequency"
        ? .frequency(subject, column: column, query: query, showsAll: showsAll)
        : .describe(subject, query: query, showsAll: showsAll))
    return result.full.columns.isEmpty ? nil : result
  }
}
