import AtlasModel
import AtlasReport

/// Makes the fit reports of one command, which share all its choices.
struct ReportMaker {
  /// How long they are.
  var length: FitReport.Length
  /// What goods are looked for, where none is named.
  var need: NeedFilter?
  /// How many goods, where none is named.
  var top: Int
  /// The dataset with the choices laid over.
  let data: ChangedDataset

  private let assessor: Assessor
  private let shared: BatchAssessor?
  /// The draws that all countries share; nil where nothing is drawn.
  private let sampler: VerdictSampler?
  private let options: FitReport.Options

  /// Prepares.
  ///
  /// - Parameters:
  ///   - session: The dataset that was read.
  ///   - data: The same with the choices laid over.
  ///   - staff: Parameters of the staff sizing.
  ///   - length: How long the reports are.
  ///   - series: Yearly values; nil for none.
  ///   - date: A date to print; empty for none.
  ///   - note: A note to print; empty for none.
  ///   - isShared: Whether goods have to be ranked, or several countries follow.
  ///   - sampling: What is drawn; nil for nothing.
  init(
    _ session: Session, _ data: ChangedDataset, staff: StaffParameters, length: FitReport.Length,
    series: SeriesBook?, date: String, note: String, need: NeedFilter?, top: Int, isShared: Bool,
    sampling: SampleOptions?
  ) {
    self.length = length
    self.need = need
    self.top = top
    self.data = data
    var settings = data.scenario.settings
    settings.staff = staff
    let assessor = Assessor(catalog: data.catalog, settings: settings)
    self.assessor = assessor
    shared = isShared ? BatchAssessor(assessor) : nil
    sampler = sampling.map { options in
      let sampler = assessor.sampler(goods: [], options: options)
      return isShared ? sampler.keepingDraws : sampler
    }
    options = FitReport.Options(
      catalog: data.catalog, scenario: data.scenario, original: data.original, series: series,
      map: length == .card ? nil : session.map, date: date, note: note)
  }

  /// A report on goods in a country; on the first of the ranking where none is named.
  func report(country: Int, goods: [Int]) throws(Failure) -> FitReport {
    FitReport(try subject(country, goods), length: length, options)
  }

  private func subject(_ country: Int, _ named: [Int]) throws(Failure) -> FitReport.Subject {
    guard named.isEmpty else { return .goods(country: country, insights(country, named)) }
    let ranked = shared?.rankGoods(country: country, need: need) ?? []
    guard !ranked.isEmpty else {
      throw Failure(.usage, "no listed good is for \(need?.text ?? "any need"); see `goods`")
    }
    return .first(
      country: country, insights(country, Array(ranked.prefix(top))), need: need,
      competing: ranked.count)
  }

  private func insights(_ country: Int, _ goods: [Int]) -> [Insight] {
    let insights =
      shared?.insights(country: country, goods: goods)
      ?? assessor.insights(country: country, goods: goods)
    return sampler.map { insights.sampled($0) } ?? insights
  }
}
