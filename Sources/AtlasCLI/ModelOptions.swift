public import ArgumentParser
public import AtlasModel
import AtlasReport

extension WeightPreset: ExpressibleByArgument {}
extension RefusalPolicy: ExpressibleByArgument {}
extension StaffPreset: ExpressibleByArgument {}

/// Stakeholder, policy and measures: choices about the model.
struct SettingsOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Whose weights; equal if none is given.", valueName: "preset"))
  var preset: WeightPreset?

  @Option(
    help: ArgumentHelp(
      "How many of P1, P2, S1 at critical mean Not now; two if none is given.",
      valueName: "policy"))
  var policy: RefusalPolicy?

  @Option(
    help: ArgumentHelp(
      "Take a measure (its id, or several with commas); may be repeated.",
      valueName: "measure"))
  var apply: [String] = []

  /// Puts the choices over those of a scenario; an unknown measure lists the nearest.
  ///
  /// A preset takes the place of the scenario's weights and weakest link too, which were chosen
  /// against another one. Measures are added to those of the scenario.
  func apply(to scenario: inout Scenario, _ catalog: Catalog) throws(Failure) {
    if let preset {
      scenario.preset = preset
      scenario.weights = nil
      scenario.weakestLink = nil
    }
    if let policy { scenario.policy = policy }
    let known = catalog.measures.map(\.id)
    for name in apply.flatMap({ $0.split(separator: ",").map(String.init) }) {
      guard known.contains(name) else {
        throw Failure(
          .usage,
          "no measure is called `\(name)`"
            + WordDistance.offer(WordDistance.nearest(to: name, among: known))
            + "\n`dpg-atlas measures` lists all of them")
      }
      if !scenario.measures.contains(name) { scenario.measures.append(name) }
    }
  }
}

/// A scenario file with the choices about the model over it.
struct ModelOptions: ParsableArguments {
  @OptionGroup var file: ScenarioOption
  @OptionGroup var settings: SettingsOptions

  /// The dataset with all of it laid over.
  func laid(over catalog: Catalog) throws(Failure) -> ChangedDataset {
    var scenario = try file.scenario(catalog)
    try settings.apply(to: &scenario, catalog)
    return ChangedDataset(scenario, catalog)
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

/// Changes that the user makes for one pair: figures and facts of its country, levels of its good.
struct ChangeOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Put a figure or fact of your own in place of the country's: INDICATOR=VALUE or "
        + "ATTRIBUTE=VALUE; may be repeated.",
      valueName: "indicator=value"))
  var figures: [String] = []

  @Option(
    help: ArgumentHelp(
      "Put a level of your own in place of what the good asks: FIELD=LEVEL; may be repeated.",
      discussion: "Fields: " + DemandField.allCases.map(\.rawValue).joined(separator: ", ")
        + "; levels 0 (nothing) to 4 (most).",
      valueName: "field=level"))
  var demand: [String] = []

  /// Puts the changes over those of a scenario, with names and values checked.
  func apply(
    to scenario: inout Scenario, _ catalog: Catalog, country: Int, good: Int?
  ) throws(Failure) {
    let iso3 = catalog.countries[country].iso3
    for change in figures {
      guard let (name, text) = Self.halves(change) else {
        throw Failure(
          .usage, "--set takes INDICATOR=VALUE, such as internet-users=45; this was `\(change)`")
      }
      if let attribute = catalog.attribute(name) {
        scenario.set(try fact(attribute, text, iso3))
      } else {
        scenario.set(try figure(name, text, catalog, iso3))
      }
    }
    try apply(to: &scenario, catalog, good: good)
  }

  /// Puts the levels of a good over those of a scenario, checked.
  func apply(to scenario: inout Scenario, _ catalog: Catalog, good: Int?) throws(Failure) {
    guard let good else {
      guard demand.isEmpty else { throw Failure(.usage, "--demand goes with a good") }
      return
    }
    for change in demand { scenario.set(try level(change, catalog.goods[good].id)) }
  }

  private func fact(
    _ attribute: Attribute, _ text: String, _ iso3: String
  ) throws(Failure) -> Scenario.OwnFact {
    let value = SafeText.line(text, limit: ScenarioText.longestName)
    guard attribute.admits(value) else {
      throw Failure(
        .usage,
        "--set \(attribute.id): `\(value)` is no answer; one of "
          + attribute.values.joined(separator: ", "))
    }
    return Scenario.OwnFact(iso3: iso3, attribute: attribute.id, value: value)
  }

  private func figure(
    _ name: String, _ text: String, _ catalog: Catalog, _ iso3: String
  ) throws(Failure) -> Scenario.Figure {
    guard let position = catalog.indicatorPosition(name) else {
      let known = catalog.indicators.map(\.id) + catalog.attributes.map(\.id)
      throw Failure(
        .usage,
        "no indicator and no fact is called `\(name)`"
          + WordDistance.offer(WordDistance.nearest(to: name, among: known))
          + "\n`dpg-atlas indicators` lists the indicators, `dpg-atlas country` shows the facts")
    }
    guard let value = NumberText.number(text) else {
      throw Failure(
        .usage,
        "--set takes INDICATOR=VALUE, such as internet-users=45; this was `\(name)=\(text)`")
    }
    let indicator = catalog.indicators[position]
    guard indicator.admits(value) else {
      throw Failure(
        .usage, "--set \(indicator.id): \(text) is outside \(indicator.rangeWords)")
    }
    return Scenario.Figure(iso3: iso3, indicator: indicator.id, value: value)
  }

  private func level(_ change: String, _ good: String) throws(Failure) -> Scenario.Level {
    guard let (name, text) = Self.halves(change), let level = Int(text), (0...4).contains(level)
    else {
      throw Failure(
        .usage,
        "--demand takes FIELD=LEVEL with a level from 0 to 4, such as connectivity=1; "
          + "this was `\(change)`")
    }
    guard let field = DemandField(rawValue: name) else {
      let fields = DemandField.allCases.map(\.rawValue)
      throw Failure(
        .usage,
        "no field is called `\(name)`"
          + WordDistance.offer(WordDistance.nearest(to: name, among: fields))
          + "\nFields: " + fields.joined(separator: ", "))
    }
    return Scenario.Level(good: good, field: field, level: level)
  }

  private static func halves(_ text: String) -> (String, String)? {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    return parts.count == 2 ? (parts[0], parts[1]) : nil
  }
}

/// All choices about the screening of one pair.
struct PairOptions: ParsableArguments {
  @OptionGroup(title: "Model") var file: ScenarioOption
  @OptionGroup(title: "Model") var settings: SettingsOptions
  @OptionGroup(title: "Model") var changes: ChangeOptions
  @OptionGroup(title: "Model") var staff: StaffOptions
  @OptionGroup(title: "Model") var sampling: SamplingOptions

  /// The dataset with all choices about a country, and about a good if there is one, laid over.
  func laid(
    over catalog: Catalog, country: Int, good: Int? = nil
  ) throws(Failure) -> ChangedDataset {
    var scenario = try file.scenario(catalog)
    try settings.apply(to: &scenario, catalog)
    try changes.apply(to: &scenario, catalog, country: country, good: good)
    return ChangedDataset(scenario, catalog)
  }

  /// The dataset with all choices but figures of one country laid over; for many countries.
  func laid(over catalog: Catalog, good: Int?) throws(Failure) -> ChangedDataset {
    var scenario = try file.scenario(catalog)
    try settings.apply(to: &scenario, catalog)
    try changes.apply(to: &scenario, catalog, good: good)
    return ChangedDataset(scenario, catalog)
  }

  /// The pair screened under the choices, with the dataset that it was read from.
  func insight(
    _ catalog: Catalog, country: Int, good: Int
  ) throws(Failure) -> (insight: Insight, data: ChangedDataset) {
    let data = try laid(over: catalog, country: country, good: good)
    var settings = data.scenario.settings
    settings.staff = staff.parameters
    let assessor = Assessor(catalog: data.catalog, settings: settings)
    return (
      assessor.insight(country: country, good: good, sampling: sampling.options), data
    )
  }
}
