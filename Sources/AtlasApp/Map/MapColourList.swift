import AtlasModel
import AtlasScreen

/// What the map can be coloured by.
enum MapColourList {
  /// At most this many goods are offered while letters are typed.
  private static let limit = 30

  /// Numbers of the good in question, of marked goods, then all indicators.
  static func items(_ state: AppState) -> [ListItem] {
    let catalog = state.atlas.catalog
    let map = state.view as? MapState
    var goods: [Int] = []
    for good in [map?.colour?.good, map?.good].compactMap(\.self) + state.work.marks.goods
    where !goods.contains(good) {
      goods.append(good)
    }
    var items = goods.flatMap { good in MapColour.all(of: good).map { item($0, catalog) } }
    if goods.isEmpty {
      items.append(
        ListItem(
          title: "Choose a good: type its name",
          detail: "then its fit, need, flags and verdict are offered here", call: nil))
    }
    let offered = map?.indicators ?? []
    let rest = catalog.indicators.indices.filter { !offered.contains($0) }
    return items + (offered + rest).map { item(.indicator($0), catalog) }
  }

  /// Fit, need, flags and verdict of the goods whose names hold the typed words; none until two
  /// letters are typed.
  static func goods(_ filter: String, _ state: AppState) -> [ListItem] {
    let typed = TextFolding.fold(filter)
    guard typed.count >= 2 else { return [] }
    let names = state.names ?? NameIndex(state.base.catalog)
    let catalog = state.atlas.catalog
    let words = typed.split(separator: 0x20).map(Array.init)
    let own = (state.view as? MapState)?.good
    let numbers = TextFolding.fold("fit need flags verdict of")
    let goods = catalog.goods.indices.lazy.filter { position in
      position != own && !state.work.marks.goods.contains(position)
        && words.allSatisfy {
          SearchBytes.contains(numbers, $0) || SearchBytes.contains(names.goods[position], $0)
        }
    }
    return goods.prefix(limit).flatMap { good -> [ListItem] in
      let name = catalog.goods[good].name
      let choices: [(String, MapColour)] = [
        ("fit", .fit(good)), ("need", .need(good)), ("flags", .flag(.d1, good)),
        ("verdict", .verdict(good)),
      ]
      let named = choices.filter { choice in
        let number = TextFolding.fold("\(choice.0) of")
        return words.allSatisfy {
          SearchBytes.contains(number, $0) || SearchBytes.contains(names.goods[good], $0)
        }
      }
      return named.map { word, colour in
        ListItem(
          key: word, title: "\(word) of \(name)",
          detail: word == "flags" ? "the first of 19; ] and [ show the others" : "",
          call: Call(.setColour, colour.text(catalog)))
      }
    }
  }

  private static func item(_ colour: MapColour, _ catalog: Catalog) -> ListItem {
    let call = Call(.setColour, colour.text(catalog))
    guard let good = colour.good else {
      let record = catalog.indicators[colour.indicator ?? 0]
      return ListItem(
        title: record.shortName, detail: "\(record.name), \(record.unit)", call: call)
    }
    let name = catalog.goods[good].name
    return switch colour {
    case .flag(let flag, _):
      ListItem(
        key: flag.rawValue, title: "\(flag.rawValue) of \(name)", detail: flag.title, call: call)
    case .fit:
      ListItem(
        key: "fit", title: "fit of \(name)", detail: "how far the country meets what it asks",
        call: call)
    case .need:
      ListItem(
        key: "need", title: "need of \(name)", detail: "how wide the gaps to its goals are",
        call: call)
    default:
      ListItem(
        key: "verdict", title: "verdict of \(name)", detail: "the class; read the flags first",
        call: call)
    }
  }
}
