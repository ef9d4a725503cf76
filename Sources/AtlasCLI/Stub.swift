import AtlasApp
import AtlasData
import AtlasModel
import AtlasReport
import AtlasScreen
import AtlasTerminal
import Glibc

public func probe() {
  let arguments = CommandLine.arguments
  let c0 = clock()
  guard let loaded = try? DatasetLoader.load(.bundled) else { print("load failed"); return }
  let c1 = clock()
  let catalog = loaded.catalog
  print("warnings", loaded.warnings.count, loaded.warnings.prefix(3).map(\.description))
  let atlas = Atlas(catalog: catalog)
  let c2 = clock()
  print("load \(c1 - c0) us, atlas \(c2 - c1) us")
  if arguments.count == 2 {
    _ = try? print("exit", Explorer.run(atlas, .init(options: .init(usesMouse: true), export: { name, _ in .init(text: name, isError: false) })))
    return
  }
  if arguments.count >= 3, let c = catalog.countryPosition(arguments[1]), arguments[2] == "-" {
    var state = AppState(atlas: atlas, size: Size(columns: Int(arguments.dropFirst(3).first ?? "100") ?? 100, rows: Int(arguments.dropFirst(4).first ?? "60") ?? 60))
    state.open(.profile(ProfileState(.country(c), atlas: atlas)))
    var buffer = CellBuffer(size: state.size)
    render(state, into: &buffer)
    for l in buffer.lines { print(l) }
    return
  }
  if arguments.count >= 3, let c = catalog.countryPosition(arguments[1]), let g = catalog.goodPosition(arguments[2]) {
    var state = AppState(atlas: atlas, size: Size(columns: Int(arguments.dropFirst(3).first ?? "100") ?? 100, rows: Int(arguments.dropFirst(4).first ?? "60") ?? 60))
    state.open(.screening(ScreeningState(country: c, good: g, atlas: atlas)))
    var buffer = CellBuffer(size: state.size)
    render(state, into: &buffer)
    for l in buffer.lines { print(l) }
  } else {
    let t0 = clock()
    var counts: [String: Int] = [:]
    var sink = 0
    for c in catalog.countries.indices {
      let k = atlas.assessor.conditions(country: c)
      for g in catalog.goods.indices where catalog.goods[g].standing == .listed {
        let s = atlas.assessor.screening(good: g, conditions: k, explains: false)
        counts[s.verdict.class.rawValue, default: 0] += 1
        sink += 1
      }
    }
    print("all pairs \(clock() - t0) us", sink, counts)
  }
}
