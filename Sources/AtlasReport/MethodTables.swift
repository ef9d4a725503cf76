import AtlasModel

/// The value functions by dimension and who works a good.
enum MethodTables {
  /// Every table with its dimension and whose supply it reads.
  static let all: [(dimension: Dimension, whose: String, table: ValueFunctions.Table)] = [
    (.connectivity, "all", ValueFunctions.connectivity),
    (.skills, "citizens", ValueFunctions.citizenSkills),
    (.skills, "staff", ValueFunctions.staffSkills),
    (.devices, "citizens", ValueFunctions.citizenDevices),
    (.devices, "staff", ValueFunctions.staffDevices),
    (.power, "all", ValueFunctions.power),
    (.affordability, "citizens", ValueFunctions.affordability),
    (.privacy, "all", ValueFunctions.privacy),
    (.security, "all", ValueFunctions.security),
    (.institutions, "all", ValueFunctions.institutions),
  ]

  /// The table of a dimension; nil for equity, which reads the others.
  static func table(_ dimension: Dimension, operator: Operator) -> ValueFunctions.Table? {
    let whose = `operator` == .citizens ? "citizens" : "staff"
    return all.first { $0.dimension == dimension && ($0.whose == "all" || $0.whose == whose) }?
      .table
  }

  /// The formula of a level.
  static func formula(_ table: ValueFunctions.Table?, level: Int) -> String {
    guard let table else {
      return "the least adequacy of the worst-placed group over the personal dimensions"
    }
    let ramps = table.levels.prefix(level).map {
      "\(NumberText.raw($0.floor)) to \(NumberText.raw($0.target))"
    }
    return
      "least ramp of levels 1 to \(level) (\(ramps.joined(separator: "; "))) of: \(table.supply); "
      + "anchor: \(table.anchor)"
  }
}
