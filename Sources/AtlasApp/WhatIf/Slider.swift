import AtlasModel
import AtlasReport
import AtlasScreen

/// One thing that a what-if can change.
enum Slider: Sendable, Equatable {
  case figure(country: Int, indicator: Int)
  case fact(country: Int, attribute: Int)
  case level(good: Int, DemandField)
  case preset
  case weight(Dimension)
  case weakestLink
  case equityShare
  case policy
  case measure(String)

  /// Stable id, such as `figure UGA internet-users`.
  func id(_ catalog: Catalog) -> String {
    switch self {
    case .figure(let country, let indicator):
      "figure \(catalog.countries[country].iso3) \(catalog.indicators[indicator].id)"
    case .fact(let country, let attribute):
      "fact \(catalog.countries[country].iso3) \(catalog.attributes[attribute].id)"
    case .level(let good, let field): "level \(catalog.goods[good].id) \(field.rawValue)"
    case .preset: "preset"
    case .weight(let dimension): "weight \(dimension.rawValue)"
    case .weakestLink: "weight weakest-link"
    case .equityShare: "weight equity-share"
    case .policy: "policy"
    case .measure(let id): "measure \(id)"
    }
  }
}

/// The reading of a slider: where it stands, where it stood, and what a step does.
struct SliderReading {
  var label: String
  /// Value now, in words.
  var value: String
  /// Original value in words.
  var original: String
  /// Year and source of the original, or what it is.
  var origin: String
  /// Place of the value and of the original, 0 to 1; nil where there is no scale or no value.
  var place: Double?
  var originalPlace: Double?
  var isChanged: Bool

  init(_ slider: Slider, _ state: AppState) {
    let base = state.base.catalog
    let scenario = state.work.scenario
    (place, originalPlace) = (nil, nil)
    switch slider {
    case .figure(let country, let indicator):
      let record = base.indicators[indicator]
      let scale = state.scale(indicator)
      let before = base.observation(country: country, indicator: indicator)
      let now = state.atlas.catalog.observation(country: country, indicator: indicator)
      label = record.shortName
      value = now.map { scale.words($0.value) } ?? "unknown"
      original = before.map { scale.words($0.value) } ?? "unknown"
      origin = before.map { "\($0.year) \($0.source)" } ?? ""
      place = now.map { scale.place($0.value) }
      originalPlace = before.map { scale.place($0.value) }
      isChanged =
        scenario.figure(iso3: base.countries[country].iso3, indicator: record.id) != nil
    case .fact(let country, let attribute):
      let record = base.attributes[attribute]
      let before = base.fact(country: country, record.id)
      let now = state.atlas.catalog.fact(country: country, record.id)
      label = record.name
      value = now.map { spaced($0.value) } ?? "unknown"
      original = before.map { spaced($0.value) } ?? "unknown"
      origin = before.map { "\($0.year) \($0.source)" } ?? ""
      isChanged = scenario.fact(iso3: base.countries[country].iso3, attribute: record.id) != nil
    case .level(let good, let field):
      let before = field.level(base.goods[good].demand)
      let now = field.level(state.atlas.catalog.goods[good].demand)
      label = "asks of " + field.words
      value = "\(now) of 4"
      original = "\(before) of 4"
      origin = "our reading"
      place = Double(now) / 4
      originalPlace = Double(before) / 4
      isChanged = scenario.level(good: base.goods[good].id, field: field) != nil
    case .preset:
      label = "stakeholder"
      value = scenario.preset.rawValue
      original = WeightPreset.equal.rawValue
      origin = "default"
      isChanged = scenario.preset != .equal
    case .weight(let dimension):
      let before = scenario.preset.rawWeights[dimension.index]
      let now = (scenario.weights ?? scenario.preset.rawWeights)[dimension.index]
      let share = state.atlas.assessor.settings.weights[dimension.index]
      label = dimension.name
      value = "\(NumberText.raw(now)) (share \(NumberText.fixed(share, decimals: 2)))"
      original = NumberText.raw(before)
      origin = "preset \(scenario.preset.rawValue)"
      place = now / 4
      originalPlace = before / 4
      isChanged = now != before
    case .weakestLink:
      let before = scenario.preset.weakestLink
      let now = scenario.weakestLink ?? before
      label = "weakest link, b"
      value = NumberText.fixed(now, decimals: 2)
      original = NumberText.fixed(before, decimals: 2)
      origin = "assumption"
      (place, originalPlace) = (now, before)
      isChanged = scenario.weakestLink != nil
    case .equityShare:
      let before = FitScore.equityShare
      let now = scenario.equityShare ?? before
      label = "worst group, e"
      value = NumberText.fixed(now, decimals: 2)
      original = NumberText.fixed(before, decimals: 2)
      origin = "assumption"
      (place, originalPlace) = (now, before)
      isChanged = scenario.equityShare != nil
    case .policy:
      label = "critical of P1 P2 S1 for Not now"
      value = scenario.policy.rawValue
      original = RefusalPolicy.two.rawValue
      origin = "default"
      isChanged = scenario.policy != .two
    case .measure(let id):
      let isTaken = scenario.measures.contains(id)
      label = base.measures.first { $0.id == id }?.title ?? id
      value = isTaken ? "taken" : "not taken"
      original = "not taken"
      origin = ""
      isChanged = isTaken
    }
  }
}

extension AppState {
  /// The scale of an indicator's slider: the one at hand where a what-if has prepared it.
  func scale(_ indicator: Int) -> FigureScale {
    scales[indicator] ?? FigureScale(base.catalog.indicators[indicator], base.catalog)
  }

  /// Works out the scales of all indicators once, when a what-if is first opened.
  mutating func prepareScales() {
    guard scales.isEmpty else { return }
    for (position, indicator) in base.catalog.indicators.enumerated() {
      scales[position] = FigureScale(indicator, base.catalog)
    }
  }
}

/// The scale of an indicator's slider: its limits, or those of the world.
struct FigureScale: Sendable {
  let low: Double
  let high: Double
  let unit: String

  init(_ indicator: Indicator, _ catalog: Catalog) {
    let position = catalog.indicatorPosition(indicator.id) ?? 0
    let known = catalog.realCountries.compactMap {
      catalog.observation(country: $0, indicator: position)?.value
    }
    low = indicator.minimum ?? min(0, known.min() ?? 0)
    high = max(low, indicator.maximum ?? known.max() ?? 1)
    unit = indicator.unit.hasPrefix("%") ? " %" : ""
  }

  func place(_ value: Double) -> Double { high > low ? (value - low) / (high - low) : 0 }

  func words(_ value: Double) -> String { EvidenceWords.number(value) + unit }

  /// The value some steps further: a hundredth of the scale, or a twentieth of a value on a wide one.
  func moved(_ value: Double, by steps: Int) -> Double {
    let span = high - low
    let step: Double
    if span <= 1000 {
      step = span <= 1 ? 0.01 : span <= 10 ? 0.1 : span <= 200 ? 1 : 10
      return limited(((value / step).rounded() + Double(steps)) * step)
    }
    return limited((value * (1 + 0.05 * Double(steps))).rounded())
  }

  func limited(_ value: Double) -> Double {
    // Steps are decimal, so sums of them are brought back to four decimals.
    max(low, min(high, (value * 10_000).rounded() / 10_000))
  }
}

extension DemandField {
  /// What is asked, in words.
  var words: String {
    switch self {
    case .connectivity: "connectivity"
    case .literacy: "skill"
    case .device: "devices"
    case .power: "power"
    case .sensitivity: "data sensitivity"
    case .institutions: "institutions"
    }
  }
}

extension WeightPreset {
  /// Weights before they are brought to a sum of 1: 2 for what counts double, else 1.
  var rawWeights: [Double] { Dimension.allCases.map { doubled.contains($0) ? 2 : 1 } }
}
