internal import AtlasModel

extension ScreeningComparison {
  /// Most groups of flips that people are shown; files have all pairs.
  public static let shownFlips = 60

  /// Sections for people: how flags moved, then how verdicts did.
  public var sections: [Document.Section] {
    let pairs = NumberText.grouped(pairCount)
    var remarks = ["Compared: \(pairs) pairs of countries and goods that are in both."]
    if unmatched > 0 {
      remarks.append(
        "\(NumberText.grouped(unmatched)) pairs have a country or good that the first has not.")
    }
    var flags: [Document.Block] = [.paragraph(remarks.joined(separator: " "))]
    flags.append(
      moves.isEmpty ? .paragraph("No flag moved at its worst.") : .table(moveTable))
    var verdicts: [Document.Block] = []
    if flips.isEmpty {
      verdicts.append(.paragraph("No verdict flipped."))
    } else {
      verdicts.append(.table(transitionTable))
      verdicts.append(.list(flipPoints))
    }
    return [
      Document.Section("Flags that moved", flags),
      Document.Section("Verdicts that flipped", verdicts),
    ]
  }

  private var moveTable: ReportTable {
    ReportTable(
      id: "flags", title: "Pairs by flag",
      columns: [
        ReportColumn("flag", "flag"), ReportColumn("title", "risk", isFlexible: true),
        ReportColumn("raised", "graver now", alignment: .trailing),
        ReportColumn("lowered", "less grave now", alignment: .trailing),
      ],
      rows: moves.map {
        [
          .text($0.flag.rawValue), .text($0.flag.title), ReportCell(.integer($0.raised)),
          ReportCell(.integer($0.lowered)),
        ]
      }, notes: ["Severities at their worst, before measures."])
  }

  private var transitionTable: ReportTable {
    var rows: [[ReportCell]] = []
    for before in VerdictClass.allCases {
      for after in VerdictClass.allCases where before != after {
        let count = flips.count { $0.old == before && $0.new == after }
        if count > 0 {
          rows.append([.text(before.name), .text(after.name), ReportCell(.integer(count))])
        }
      }
    }
    return ReportTable(
      id: "transitions", title: "Pairs by verdict before and after",
      columns: [
        ReportColumn("before", "before"), ReportColumn("after", "after"),
        ReportColumn("pairs", "pairs", alignment: .trailing),
      ], rows: rows)
  }

  /// Flips of one country that have the same flags, causes and verdicts, as one point.
  private var flipPoints: [String] {
    var order: [String] = []
    var groups: [String: [Flip]] = [:]
    for flip in flips {
      let key = "\(flip.country) \(flip.flags) \(flip.causes) \(flip.old) \(flip.new)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(flip)
    }
    let points = order.prefix(Self.shownFlips).compactMap { groups[$0].map(point) }
    let more = order.dropFirst(Self.shownFlips).compactMap { groups[$0]?.count }.reduce(0, +)
    return more == 0
      ? points : points + ["\(NumberText.grouped(more)) more pairs; --format csv has all."]
  }

  private func point(_ flips: [Flip]) -> String {
    guard let flip = flips.first else { return "" }
    let country = new.catalog.countries[flip.country]
    let ids = flips.map { new.catalog.goods[$0.good].id }
    let causes = flip.causes.prefix(4).joined(separator: "; ")
    let more = flip.causes.count > 4 ? "; \(flip.causes.count - 4) more" : ""
    return "\(country.shortName) (\(country.iso3)), \(FitReportWriter.shortened(ids, 6)): "
      + (flip.flags.isEmpty ? "no flag moved" : flip.flags.joined(separator: ", "))
      + (flips.count == 1 ? "; fit \(Self.fits(flip))" : "") + "; what differs: "
      + (causes.isEmpty ? "figures of other countries" : causes + more)
      + "; from \(flip.old.name) to \(flip.new.name)."
  }

  private static func fits(_ flip: Flip) -> String {
    let (one, two) = (RangeWords.compact(flip.oldFit), RangeWords.compact(flip.newFit))
    return one == two ? one : "\(one) to \(two)"
  }

  /// All flips as rows for files, flags before the verdict.
  public var table: ReportTable {
    func number(_ value: Double) -> ReportCell {
      ReportCell(.number((value * 1_000_000).rounded() / 1_000_000, decimals: 2))
    }
    return ReportTable(
      id: "flips", title: "Verdicts that flipped",
      columns: [
        ReportColumn("iso3", "iso3"), ReportColumn("country", "country"),
        ReportColumn("good", "good"), ReportColumn("flags", "flags"),
        ReportColumn("fit_old_low", "fit_old_low"), ReportColumn("fit_old_high", "fit_old_high"),
        ReportColumn("fit_new_low", "fit_new_low"), ReportColumn("fit_new_high", "fit_new_high"),
        ReportColumn("causes", "causes"), ReportColumn("verdict_old", "verdict_old"),
        ReportColumn("verdict_new", "verdict_new"),
      ],
      rows: flips.map { flip in
        let country = new.catalog.countries[flip.country]
        return [
          .text(country.iso3), .text(country.name), .text(new.catalog.goods[flip.good].id),
          .list(flip.flags), number(flip.oldFit.low), number(flip.oldFit.high),
          number(flip.newFit.low), number(flip.newFit.high), .list(flip.causes),
          .text(flip.old.rawValue), .text(flip.new.rawValue),
        ]
      })
  }
}
