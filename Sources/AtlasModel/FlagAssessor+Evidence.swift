// What each rule read, row by row.
extension FlagAssessor {
  func evidence(_ id: FlagID) -> [Evidence] {
    let supplies = conditions.supplies
    let total = supplies.total
    let reader = conditions.reader
    switch id {
    case .d1: return total.internet.evidence + [level(.connectivity)]
    case .d2:
      return [reader.row(ID.internetParity)] + total.internet.evidence
        + [level(.connectivity), level(.devices)]
    case .d3:
      return total.internet.evidence + [reader.row(ID.ruralPopulation)]
        + (supplies.groups[.rural]?.internet.evidence ?? []) + [level(.connectivity)]
    case .d4: return total.literacy.evidence + [level(.skills)]
    case .d5: return supplies.dataPrice.evidence + [level(.connectivity)]
    case .r1: return total.fourG.evidence + [level(.connectivity)]
    case .r2: return (supplies.groups[.rural]?.electricity.evidence ?? []) + [level(.power)]
    case .r3: return staffEvidence
    case .s1: return supplies.cybersecurity.evidence + [sensitivityRow]
    case .s2:
      return [
        stewardRow, declared(.securityMeasuresDescribed, "Security measures described"),
        declared(.storesPersonalData, "Stores personal data"), sensitivityRow,
      ]
    case .s3:
      return reader.supply(ID.conflict, ifMissing: Interval(0, 10)).evidence
        + [channelsRow, sensitivityRow]
    case .p1:
      return [
        reader.factRow(ID.dataProtectionLaw, name: "Data-protection law"),
        reader.factRow(ID.dataProtectionLaw2022, name: "Data-protection law, answer of 2022"),
        reader.factRow(ID.dataProtectionAuthority, name: "Data-protection authority"),
        declared(.collectsPersonalData, "Collects personal data"), sensitivityRow,
      ]
    case .p2:
      return reader.supply(ID.voice).evidence + [shutdownRow, sensitivityRow]
    case .p3: return reader.supply(ID.ruleOfLaw).evidence + [sensitivityRow]
    case .i1: return supplies.eGovernment.evidence + [level(.institutions)]
    case .l1:
      return [
        declared(.platformIndependent, "Platform independent"),
        declared(.closedDependencies, "Needs closed parts"),
        declared(.openAlternatives, "Open alternatives named"),
      ]
    case .f1: return relevanceEvidence
    case .f2:
      return [
        Evidence(
          id: "languages", name: "Languages of the good", text: "not in the registry",
          year: recordYear, source: good.declared.source, status: .missing)
      ]
    case .e1:
      return [
        Evidence(
          id: "thin-weight", name: "Weight on missing or old figures", value: thinness * 100,
          unit: "%", year: curatedYear, source: "formula", status: .derived)
      ]
    }
  }

  private var curatedYear: String { String(ModelContext.year(of: catalog)) }

  private var recordYear: String {
    catalog.source(good.declared.source)?.vintage.prefix(4).description ?? curatedYear
  }

  /// The demand level of a dimension, as a row.
  func level(_ dimension: Dimension) -> Evidence {
    Evidence(
      id: "demand-\(dimension.rawValue)", name: "\(dimension.name) asked",
      value: Double(demand[dimension]), unit: "of 4", year: curatedYear,
      source: good.demand.source, status: .curated)
  }

  private var sensitivityRow: Evidence {
    Evidence(
      id: "sensitivity", name: "Sensitivity of the data",
      value: Double(demand.sensitivity), unit: "of 4", year: curatedYear,
      source: good.demand.source, status: .curated)
  }

  private var stewardRow: Evidence {
    Evidence(
      id: "steward", name: "Steward", text: good.demand.steward.words, year: curatedYear,
      source: good.demand.source, status: .curated)
  }

  private var channelsRow: Evidence {
    Evidence(
      id: "channels", name: "Channels",
      text: good.demand.channels.map(\.rawValue).joined(separator: ", "), year: curatedYear,
      source: good.demand.source, status: .curated)
  }

  private var shutdownRow: Evidence {
    var row = conditions.reader.row(ID.shutdowns)
    if row.status == .missing { row.text = "none on record" }
    return row
  }

  private func declared(_ question: Declarations.Question, _ name: String) -> Evidence {
    let answer = good.declared[question]
    return Evidence(
      id: question.rawValue, name: name,
      text: answer == .unknown ? "not stated" : answer.rawValue,
      year: recordYear, source: good.declared.source,
      status: answer == .unknown ? .missing : .observed)
  }

  private var staffEvidence: [Evidence] {
    let staff = staffPer10000
    let preset = StaffPreset(sector: good.sector)
    let result = Evidence(
      id: "staff-per-10000", name: "Staff per 10,000 rural people (\(preset.rawValue))",
      value: staff.isPoint ? staff.low : nil, low: staff.low, high: staff.high,
      text: preset.basis, unit: "staff", year: curatedYear, source: "formula",
      status: staff.isPoint ? .derived : .bounded)
    return [result] + conditions.ruralNeeds(demand).flatMap(\.evidence)
  }

  private var relevanceEvidence: [Evidence] {
    let goals = good.sdgs.filter { (1...17).contains($0) }
    let ranked = goals.sorted {
      (conditions.gaps.ranks[$0 - 1] ?? 99, $0) < (conditions.gaps.ranks[$1 - 1] ?? 99, $1)
    }
    guard let best = ranked.first else { return [] }
    var row = conditions.gaps.evidence[best - 1]
    if let ranks = conditions.gaps.bestRanks(goals: goals) {
      row.text =
        ranks.isPoint
        ? "gap rank \(ranks.low) of 17" : "gap rank \(ranks.low) to \(ranks.high) of 17"
    }
    return [row]
  }
}
