/// Rows of supplies of one country in a block of draws.
enum SupplyRow: Int, CaseIterable {
  case signal, fourG, internet, literacy, mobile, electricity
  case ruralSignal, ruralFourG, ruralInternet, ruralLiteracy, ruralMobile, ruralElectricity
  case womenInternet, womenLiteracy, womenMobile
  case poorestInternet, poorestLiteracy, poorestMobile, poorestElectricity
  case humanCapital, fixedBroadband, dataPrice, privacy, cybersecurity, eGovernment
  case ruleOfLaw, voice, conflict
  /// Uniform numbers: how far a group that was never measured lags, and what an open law turns out to be.
  case ruralPlace, womenPlace, poorestPlace, law
  /// The least of everybody and the groups.
  case worstSignal, worstFourG, worstInternet, worstLiteracy, worstMobile, worstElectricity

  /// Position of the row.
  var place: Int32 { Int32(rawValue) }
  /// The same supply of rural people.
  var rural: SupplyRow { SupplyRow(rawValue: rawValue + 6) ?? self }
}

/// How the supplies of a country are drawn: a list of steps, those that draw nothing carried out once.
///
/// Every draw of a supply stays inside its exact range, which `Supplies` gives.
struct SampledSupplies {
  /// What fills a row.
  enum Step {
    case figure(SampledFigure)
    case uniform(CounterRandom)
    /// From the larger of two rows up to 100, by a uniform number.
    case above([SupplyRow], CounterRandom)
    /// The larger of a row and of a figure.
    case atLeast(SupplyRow, SampledFigure)
    /// Within what the identity leaves open about a group: total, place, share, at most the total.
    case group(SupplyRow, SupplyRow, Double?, Bool)
    /// Law, rule of law and voice; the points that the law leaves open.
    case privacy(Interval)
    case least([SupplyRow])
    case copy(SupplyRow)
  }

  /// A step with the row it fills and the exact range.
  struct Entry {
    var row: SupplyRow
    var step: Step
    var range: Interval?
  }

  /// Entries that differ from draw to draw, in order.
  private(set) var drawn: [Entry] = []
  /// The same for the kernel, and the nodes that they read.
  private var steps: [SupplyStep] = []
  private var nodes: [Float] = [0]
  /// Whether a row is the same in all draws.
  private(set) var isConstant = Array(repeating: true, count: SupplyRow.allCases.count)
  /// Lowest and highest value that a row can have.
  private(set) var ranges = Array(
    repeating: (low: Float(0), high: Float(1)), count: SupplyRow.allCases.count)
  /// Values of 64 draws, row by row; constant rows are filled already.
  let constants = AlignedRows(count: SupplyRow.allCases.count)
  /// Uniform numbers of goods that claim no goal.
  let aimless: CounterRandom
  private let reader: SupplyReader
  private let seed: UInt64

  init(_ conditions: CountryConditions, seed: UInt64) {
    reader = conditions.reader
    self.seed = seed
    let iso3 = reader.catalog.countries[reader.country].iso3
    aimless = CounterRandom(seed: seed, stream: "aimless", iso3)
    for (row, name) in [
      (SupplyRow.ruralPlace, "rural"), (.womenPlace, "women"), (.poorestPlace, "poorest-40"),
      (.law, "law"),
    ] {
      let stream = CounterRandom(seed: seed, stream: "group", iso3, name)
      add(row, .uniform(stream))
    }
    addTotals(conditions.supplies)
    addGroups(conditions.supplies)
    addState(conditions.supplies)
    addWorst()
  }

  private func figure(
    _ id: String, scale: Double = 1, ifMissing open: Interval = .percentage
  ) -> SampledFigure {
    reader.sampled(id, seed: seed, scale: scale, ifMissing: open)
  }

  /// Scores of goals 1 to 17, read anew: most countries need none of them.
  func goals() -> [SampledFigure] {
    (1...17).map { reader.sampled(SDGGaps.indicator($0), seed: seed) }
  }

  private mutating func addTotals(_ supplies: Supplies) {
    let total = supplies.total
    add(.internet, .figure(figure(ID.internet)), total.internet.range)
    add(.fourG, .figure(figure(ID.coverage4G)), total.fourG.range)
    let threeG = reader.supply(ID.coverage3G)
    let fourG = reader.supply(ID.coverage4G)
    let coverage = figure(ID.coverage3G)
    let step: Step =
      switch (threeG.status.isUsable, fourG.status.isUsable) {
      case (true, true): .atLeast(.fourG, coverage)
      case (true, false): .figure(coverage)
      case (false, true): .above([.fourG, .internet], coverage.stream)
      case (false, false):
        threeG.status == .peerRange
          ? .atLeast(.internet, coverage) : .above([.internet], coverage.stream)
      }
    add(.signal, step, total.signal.range)
    add(.literacy, .figure(figure(ID.literacy)), total.literacy.range)
    let owns = reader.supply(ID.mobileOwners).thinness == 0
    add(
      .mobile, .figure(figure(owns ? ID.mobileOwners : ID.mobileSubscriptions)),
      total.mobile.range)
    add(.electricity, .figure(figure(ID.electricity)), total.electricity.range)
  }

  /// A group's figure where the model reads one, else what its total leaves open.
  private mutating func addGroup(
    _ row: SupplyRow, _ total: SupplyRow, _ supply: Supply?, of whole: Supply, measured: String?,
    place: SupplyRow, share: Double?, atMostTotal: Bool
  ) {
    guard let supply else { return add(row, .copy(total)) }
    if let measured, let known = reader.catalog.observation(country: reader.country, measured),
      known.status.isUsable, whole.status != .own || known.status == .own
    {
      return add(row, .figure(figure(measured)), supply.range)
    }
    add(row, .group(total, place, share, atMostTotal), supply.range)
  }

  private mutating func addGroups(_ supplies: Supplies) {
    let all = supplies.total
    let rural = supplies.groups[.rural]
    let ruralMeasured: [(SupplyRow, Supply?, Supply, String?)] = [
      (.signal, rural?.signal, all.signal, nil), (.fourG, rural?.fourG, all.fourG, nil),
      (.internet, rural?.internet, all.internet, nil),
      (.literacy, rural?.literacy, all.literacy, ID.literacyRural),
      (.mobile, rural?.mobile, all.mobile, nil),
      (.electricity, rural?.electricity, all.electricity, ID.electricityRural),
    ]
    for (row, supply, whole, measured) in ruralMeasured {
      addGroup(
        row.rural, row, supply, of: whole, measured: measured, place: .ruralPlace,
        share: supplies.ruralShare, atMostTotal: true)
    }
    let women = supplies.groups[.women]
    let womenMeasured: [(SupplyRow, SupplyRow, Supply?, Supply, String?)] = [
      (.womenInternet, .internet, women?.internet, all.internet, reader.womenOnline),
      (.womenLiteracy, .literacy, women?.literacy, all.literacy, ID.literacyWomen),
      (.womenMobile, .mobile, women?.mobile, all.mobile, reader.womenOwners),
    ]
    for (row, total, supply, whole, measured) in womenMeasured {
      addGroup(
        row, total, supply, of: whole, measured: measured, place: .womenPlace,
        share: GroupBounds.womenShare, atMostTotal: false)
    }
    let poorest = supplies.groups[.poorest40]
    let poorestRows: [(SupplyRow, SupplyRow, Supply?, Supply)] = [
      (.poorestInternet, .internet, poorest?.internet, all.internet),
      (.poorestLiteracy, .literacy, poorest?.literacy, all.literacy),
      (.poorestMobile, .mobile, poorest?.mobile, all.mobile),
      (.poorestElectricity, .electricity, poorest?.electricity, all.electricity),
    ]
    for (row, total, supply, whole) in poorestRows {
      addGroup(
        row, total, supply, of: whole, measured: nil, place: .poorestPlace,
        share: GroupBounds.poorestShare, atMostTotal: true)
    }
  }

  private mutating func addState(_ supplies: Supplies) {
    add(
      .humanCapital, .figure(figure(ID.humanCapital, scale: 100)), supplies.humanCapital.range)
    add(.fixedBroadband, .figure(figure(ID.fixedBroadband)), supplies.fixedBroadband.range)
    add(
      .dataPrice, .figure(figure(ID.dataPrice, ifMissing: Interval(0, 100))),
      supplies.dataPrice.range)
    add(.ruleOfLaw, .figure(figure(ID.ruleOfLaw)))
    add(.voice, .figure(figure(ID.voice)))
    add(.conflict, .figure(figure(ID.conflict, ifMissing: Interval(0, 10))))
    add(.privacy, .privacy(reader.lawPoints), supplies.privacy.range)
    add(.cybersecurity, .figure(figure(ID.cybersecurity)), supplies.cybersecurity.range)
    add(.eGovernment, .figure(figure(ID.eGovernment, scale: 100)), supplies.eGovernment.range)
  }

  private mutating func addWorst() {
    add(.worstSignal, .least([.signal, .ruralSignal]))
    add(.worstFourG, .least([.fourG, .ruralFourG]))
    add(.worstInternet, .least([.internet, .ruralInternet, .womenInternet, .poorestInternet]))
    add(.worstLiteracy, .least([.literacy, .ruralLiteracy, .womenLiteracy, .poorestLiteracy]))
    add(.worstMobile, .least([.mobile, .ruralMobile, .womenMobile, .poorestMobile]))
    add(.worstElectricity, .least([.electricity, .ruralElectricity, .poorestElectricity]))
  }

  private mutating func add(_ row: SupplyRow, _ step: Step, _ range: Interval? = nil) {
    let entry = Entry(row: row, step: step, range: range)
    func known(_ rows: [SupplyRow]) -> Bool { rows.allSatisfy { isConstant[$0.rawValue] } }
    let draws: Bool =
      switch step {
      case .figure(let figure): !figure.isKnown
      case .uniform, .above, .group: true
      case .atLeast(let one, let figure): !(known([one]) && figure.isKnown)
      case .privacy(let points): !(points.isPoint && known([.ruleOfLaw, .voice]))
      case .least(let rows): !known(rows)
      case .copy(let other): !known([other])
      }
    let constant = !draws || range?.isPoint ?? false
    isConstant[row.rawValue] = constant
    let made = SupplyStep(entry, &nodes)
    guard constant else {
      ranges[row.rawValue] = limits(step, range)
      drawn.append(entry)
      steps.append(made)
      return
    }
    var value: Float = 0
    constants.withRows { rows in
      Self.carryOut([made], nodes, SwiftSampleKernel(), 0, rows)
      value = rows[row.rawValue * SampleOptions.lanes]
    }
    ranges[row.rawValue] = (value, value)
  }

  private func limits(_ step: Step, _ range: Interval?) -> (low: Float, high: Float) {
    if let range { return (Float(range.low), Float(range.high)) }
    switch step {
    case .figure(let figure): return (figure.nodes.min() ?? 0, figure.nodes.max() ?? 0)
    case .least(let rows):
      let all = rows.map { ranges[$0.rawValue] }
      return (all.map(\.low).min() ?? 0, all.map(\.high).min() ?? 0)
    case .copy(let row): return ranges[row.rawValue]
    case .uniform, .above, .atLeast, .group, .privacy: return (0, 100)
    }
  }

  /// Leaves out what neither a row that is asked for nor another step reads.
  mutating func keep(_ rows: [SupplyRow]) {
    var isRead = Array(repeating: false, count: SupplyRow.allCases.count)
    for row in rows { isRead[row.rawValue] = true }
    for step in steps.reversed() where isRead[Int(step.out)] {
      for row in [step.one, step.two, step.three, step.four] where row >= 0 {
        isRead[Int(row)] = true
      }
    }
    steps.removeAll { !isRead[Int($0.out)] }
  }

  /// Fills the rows of a block that differ from draw to draw; constant rows must be there already.
  func fill(_ kernel: any SampleKernel, _ block: Int, _ rows: UnsafeMutablePointer<Float>) {
    Self.carryOut(steps, nodes, kernel, block, rows)
  }

  private static func carryOut(
    _ steps: [SupplyStep], _ nodes: [Float], _ kernel: any SampleKernel, _ block: Int,
    _ rows: UnsafeMutablePointer<Float>
  ) {
    nodes.withUnsafeBufferPointer { nodes in
      guard let nodes = nodes.baseAddress else { return }
      steps.withUnsafeBufferPointer {
        kernel.supplies($0, nodes: nodes, block: block, rows: rows)
      }
    }
  }
}
