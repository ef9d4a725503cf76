import AtlasModel
import AtlasReport
import Glibc

/// Many fit reports into one folder; safe to stop, and to go on with.
struct ReportBatch {
  /// One report of the batch.
  struct Job {
    /// Position of the country.
    var country: Int
    /// Positions of the goods; none for the first of the ranking.
    var goods: [Int]
    /// Name of the file in the folder.
    var file: String
  }

  /// Makes the reports.
  let maker: ReportMaker
  /// The form of the files.
  let format: ReportFormat
  /// How files are written.
  let output: Output
  /// Whether text in CSV stays as it is.
  let isRaw: Bool
  /// The reports, in order.
  let jobs: [Job]

  /// The reports on countries: one a country, or with `isEachPair` one a country and good.
  static func jobs(
    countries: [Int], goods: [Int], isEachPair: Bool, catalog: Catalog, format: ReportFormat
  ) -> [Job] {
    countries.flatMap { country in
      let code = name(catalog.countries[country].iso3)
      guard isEachPair else {
        return [Job(country: country, goods: goods, file: "\(code).\(format.rawValue)")]
      }
      return goods.map { good in
        let id = name(catalog.goods[good].id)
        return Job(country: country, goods: [good], file: "\(code)/\(id).\(format.rawValue)")
      }
    }
  }

  /// An id as the name of a file: what another dataset may hold beside letters and digits is left out.
  private static func name(_ id: String) -> String {
    let allowed = id.unicodeScalars.filter {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "-_".unicodeScalars.contains($0))
    }
    return String(String.UnicodeScalarView(allowed))
  }

  /// Writes all reports that are not in the folder yet.
  ///
  /// A signal to leave lets the report at hand be finished, and then ends the program.
  func run(into path: String, request: JSONValue) throws(Failure) {
    let files = jobs.map(\.file)
    guard Set(files).count == files.count else {
      throw Failure(.invalidData, "ids of the dataset are too alike for names of files")
    }
    var signals = StopSignals()
    defer { signals.release() }
    var folder = try BatchFolder(path, request: request, files: files, replaces: output.replaces)
    let left = jobs.filter { !folder.has($0.file) }
    var progress = Progress("reports", total: left.count)
    for (number, job) in left.enumerated() {
      guard !signals.isAsked else {
        progress.end()
        Output.say(
          "Stopped: \(jobs.count - left.count + number) of \(jobs.count) reports are in "
            + "\(path), each whole. The same command goes on.")
        signals.release()
        throw Failure(.work, "")
      }
      let report = try maker.report(country: job.country, goods: job.goods)
      try folder.write(
        output.bytes(of: report, as: format, isRaw: isRaw), to: job.file, about: about(report))
      progress.step(job.file)
    }
    progress.end()
    try folder.finish(files)
    let there = jobs.count - left.count
    Output.say(
      "\(jobs.count == 1 ? "1 report is" : "\(jobs.count) reports are") in \(path)\(there > 0 ? ", \(there) of them from before" : ""); "
        + "\(BatchFolder.manifest) lists them with their hashes.")
  }

  private func about(_ report: FitReport) -> [JSONValue.Member] {
    let catalog = maker.data.catalog
    return [
      .init("iso3", .string(catalog.countries[report.subject.country].iso3)),
      .init(
        "goods",
        .array(report.subject.insights.map { .string(catalog.goods[$0.screening.good].id) })),
    ]
  }
}
