public import ArgumentParser
public import AtlasModel
import AtlasReport

extension WeightPreset: ExpressibleByArgument {}
extension RefusalPolicy: ExpressibleByArgument {}
extension StaffPreset: ExpressibleByArgument {}

/// Stakeholder, policy and measures: choices about the model.
struct SettingsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Whose weights: " + WeightPreset.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "preset"))
  var preset: WeightPreset = .equal

  @Option(
    help: ArgumentHelp(
      "How many of P1, P2, S1 at critical mean Not now: any (one), two, all.",
      valueName: "policy"))
  var policy: RefusalPolicy = .two

  @Option(
    help: ArgumentHelp(
      "Take a measure (its id, or several with commas); may be repeated.",
      valueName: "measure"))
  var apply: [String] = []

  /// The settings; an unknown measure lists the nearest.
  func settings(_ catalog: Catalog) throws(Failure) -> ModelSettings {
    let known = catalog.measures.map(\.id)
    var measures: [String] = []
    for name in apply.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard known.contains(name) else {
        let near = WordDistance.nearest(to: name, among: known)
        throw Failure(
          .usage,
          "no measure is called `\(name)`"
            + (near.isEmpty ? "" : "; did you mean " + near.joined(separator: " or ") + "?")
            + "\n`dpg-atlas measures` lists all of them")
      }
      if !measures.contains(name) { measures.append(name) }
    }
    return ModelSettings(preset: preset, policy: policy, measures: measures)
  }
}

/// Parameters of the staff sizing.
struct StaffOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Staff ratio: intensive, regular, light.", valueName: "preset"))
  var staff: StaffPreset?

  @Option(help: ArgumentHelp("Share of the people left out who use the service, 0 to 1."))
  var uptake: Double?

  @Option(help: ArgumentHelp("Visits a person a year."))
  var visits: Double?

  @Option(help: ArgumentHelp("Minutes a visit."))
  var minutes: Double?

  func validate() throws {
    if let uptake, !(0...1).contains(uptake) {
      throw ValidationError("--uptake takes a number from 0 to 1.")
    }
    for (name, value) in [("visits", visits), ("minutes", minutes)] {
      if let value, !(value >= 0 && value < 1e6) {
        throw ValidationError("--\(name) takes a number of 0 or more.")
      }
    }
  }

  /// The parameters with what was given put over the defaults.
  var parameters: StaffParameters {
    StaffParameters(preset: staff, uptake: uptake ?? 1, visits: visits, minutes: minutes)
  }
}

/// Figures that the user sets for one country.
struct ChangeOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Put a figure of your own in place of the country's: INDICATOR=VALUE; may be repeated.",
      valueName: "indicator=value"))
  var changes: [String] = []

  /// The changes, with names and values checked.
  func parsed(_ catalog: Catalog) throws(Failure) -> [(indicator: String, value: Double)] {
    var result: [(indicator: String, value: Double)] = []
    for change in changes {
      let parts = change.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let value = NumberText.number(parts[1]) else {
        throw Failure(
          .usage, "--set takes INDICATOR=VALUE, such as internet-users=45; this was `\(change)`")
      }
      guard let position = catalog.indicatorPosition(parts[0]) else {
        let near = WordDistance.nearest(to: parts[0], among: catalog.indicators.map(\.id))
        throw Failure(
          .usage,
          "no indicator is called `\(parts[0])`"
            + (near.isEmpty ? "" : "; did you mean " + near.joined(separator: " or ") + "?")
            + "\n`dpg-atlas indicators` lists all of them")
      }
      let indicator = catalog.indicators[position]
      if value < indicator.minimum ?? value || value > indicator.maximum ?? value {
        let low = indicator.minimum.map(NumberText.raw) ?? "any"
        let high = indicator.maximum.map(NumberText.raw) ?? "any"
        throw Failure(
          .usage,
          "--set \(indicator.id): \(parts[1]) is outside \(low) to \(high) \(indicator.unit)")
      }
      result.append((indicator.id, value))
    }
    return result
  }

  /// A catalog with the changes in one country, marked as the user's own figures.
  func applied(to catalog: Catalog, country: Int) throws(Failure) -> Catalog {
    let changes = try parsed(catalog)
    guard !changes.isEmpty else { return catalog }
    var copy = catalog
    copy.add(
      Source(
        id: "own:set", publisher: "own figure", title: "Figures set with --set", vintage: "",
        retrieved: "", address: "", terms: "the user's own", reuse: .own, copy: "", note: ""))
    let year = Int(catalog.identity.compiled.prefix(4)) ?? 0
    for change in changes {
      guard let indicator = copy.indicatorPosition(change.indicator) else { continue }
      copy.replaceObservation(
        country: country, indicator: indicator,
        with: Observation(value: change.value, year: year, status: .own, source: "own:set"))
    }
    return copy
  }
}

/// One pair with all choices about it.
struct PairOptions: ParsableArguments {
  @Argument(help: "ISO code, name or alias of the country.") var country: String
  @Argument(help: "Id, name or alias of the good.") var good: String
  @OptionGroup(title: "Model") var settings: SettingsOptions
  @OptionGroup(title: "Model") var changes: ChangeOptions
  @OptionGroup(title: "Model") var staff: StaffOptions

  /// The pair screened under the choices, with the catalog it was read from.
  func insight(_ session: Session) throws(Failure) -> (insight: Insight, catalog: Catalog) {
    let country = try session.country(country)
    let good = try session.good(good)
    let catalog = try changes.applied(to: session.catalog, country: country)
    var settings = try settings.settings(catalog)
    settings.staff = staff.parameters
    let assessor = Assessor(catalog: catalog, settings: settings)
    return (assessor.insight(country: country, good: good), catalog)
  }
}
