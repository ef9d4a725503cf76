import AtlasModel
import AtlasPaper
import AtlasReport

extension ReportCommand {
  /// What was asked for, as the first line of a manifest: the same request gives the same line.
  func request(
    _ catalog: Catalog, _ data: ChangedDataset, _ goods: [Int], count: Int
  ) throws(Failure) -> JSONValue {
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    let sizes = pair.staff.parameters
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    return .object([
      .init("schema", 1), .init("manifest", "report"),
      .init("program", .string(AtlasProgram.version)),
      .init("model", .model),
      .init("dataset", .dataset(catalog.identity)),
      .init("overlay", try self.data.overlay.map(Self.hash) ?? .null),
      .init("sources", .string(self.data.sources.rawValue)),
      .init("length", .string(length.rawValue)), .init("format", .string(format.rawValue)),
      .init("template", try file.template.map(Self.templateHash) ?? .null),
      .init("paper", format == .pdf ? .string(file.paper.rawValue) : .null),
      .init("ascii", .bool(look.ascii)), .init("raw", .bool(file.isRaw)),
      .init("countries", .string(countries ?? "")),
      .init("goods", .array(goods.map { .string(catalog.goods[$0].id) })),
      .init("eachGood", text(eachGood)), .init("need", text(need)),
      .init("top", goods.isEmpty && eachGood == nil ? .integer(top ?? 5) : .null),
      .init("date", text(date)), .init("note", text(note)),
      .init(
        "staff",
        .array([
          text(sizes.preset?.rawValue), .number(sizes.uptake), number(sizes.visits),
          number(sizes.minutes),
        ])),
      .init(
        "scenario", data.scenario.isEmpty ? .null : .string(data.scenario.text)),
      .init("reports", .integer(count)),
    ])
  }

  private static func hash(_ path: String) throws(Failure) -> JSONValue {
    .string(SHA256.digits(Array(try ScenarioOption.text(path).utf8)))
  }

  private static func templateHash(_ folder: String) throws(Failure) -> JSONValue {
    var bytes: [UInt8] = []
    for name in ["style.css", "page.html"] {
      bytes += (try? TextFile.bytes(folder + "/" + name)) ?? []
      bytes.append(0)
    }
    return .string(SHA256.digits(bytes))
  }
}
