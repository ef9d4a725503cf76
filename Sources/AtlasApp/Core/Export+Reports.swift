import AtlasModel
import AtlasReport

// Fit reports among the exports of a view.
extension Export.Reports {
  /// How many goods a report on a country has, as the command has it by default.
  private static let goods = 5

  /// Reports on a subject.
  ///
  /// - Parameters:
  ///   - subject: Makes what they are about; called when one is written.
  ///   - state: The explorer.
  ///   - arguments: Country and goods, as the command takes them.
  ///   - note: Why the pair goes ahead, where the plan has it; empty for none.
  static func of(
    _ subject: @autoclosure @escaping @Sendable () -> FitReport.Subject, _ state: AppState,
    arguments: String, note: String = ""
  ) -> Export.Reports {
    let (atlas, scenario, original) = (state.atlas, state.work.scenario, state.base.catalog)
    return Export.Reports(
      stem: "dpg-atlas-report-" + arguments.split(separator: " ").joined(separator: "-"),
      arguments: arguments + ShellWords.option("--note", note) + ScenarioWords.options(scenario)
    ) { length in
      FitReport(
        subject(), length: length,
        FitReport.Options(
          catalog: atlas.catalog, scenario: scenario, original: original,
          series: length == .full ? atlas.series : nil, map: length == .card ? nil : atlas.map,
          note: note))
    }
  }

  /// Reports on the goods that stand first for a country.
  static func first(country: Int, _ state: AppState) -> Export.Reports {
    let (assessor, sampling) = (state.atlas.assessor, state.atlas.sampling)
    @Sendable func subject() -> FitReport.Subject {
      let batch = BatchAssessor(assessor)
      let ranked = batch.rankGoods(country: country)
      let insights = batch.insights(country: country, goods: Array(ranked.prefix(goods)))
      return .first(
        country: country,
        sampling.map { insights.sampled(assessor.sampler(goods: [], options: $0)) } ?? insights,
        need: nil,
        competing: ranked.count)
    }
    return of(subject(), state, arguments: state.atlas.catalog.countries[country].iso3)
  }
}
