/// Likelihood steps 0 to 4 of the flags that depend on the country alone.
struct Likelihoods {
  let reader: SupplyReader
  let supplies: Supplies

  /// By `FlagID.index`; flags that depend on the good are left open.
  var all: [StepRange] {
    FlagID.allCases.map { flag in
      switch flag {
      case .d1: falling(supplies.total.internet.range, LikelihoodSteps.limits(flag))
      case .d2: women
      case .d3: rural
      case .d4: falling(supplies.total.literacy.range, LikelihoodSteps.limits(flag))
      case .d5: rising(supplies.dataPrice.range, LikelihoodSteps.limits(flag))
      case .r1: rising(uncovered, LikelihoodSteps.limits(flag))
      case .r2: falling(ruralPower, LikelihoodSteps.limits(flag))
      case .s1: falling(supplies.cybersecurity.range, LikelihoodSteps.limits(flag))
      case .s3: rising(open(ID.conflict, Interval(0, 10)), LikelihoodSteps.limits(flag))
      case .p1: privacyLaw
      case .p2: weapon
      case .p3: falling(open(ID.ruleOfLaw, .percentage), LikelihoodSteps.limits(flag))
      case .i1: falling(supplies.eGovernment.range, LikelihoodSteps.limits(flag))
      case .r3, .s2, .l1, .f1, .f2, .e1: .open
      }
    }
  }

  /// Share of people without 4G, %.
  private var uncovered: Interval {
    let covered = supplies.total.fourG.range
    return Interval(100 - covered.high, 100 - covered.low)
  }

  private var ruralPower: Interval {
    supplies.groups[.rural]?.electricity.range ?? .percentage
  }

  /// Women online per man online: published while recent, else what the total leaves open.
  ///
  /// The bounds are widest where the total is lowest, so its low end has both ends of the ratio.
  private var women: StepRange {
    let limits = LikelihoodSteps.limits(.d2)
    if let parity = reader.value(ID.internetParity), !reader.isOld(ID.internetParity) {
      return falling(Interval(parity), limits)
    }
    let total = supplies.total.internet.range.low
    guard supplies.total.internet.status != .missing, total > 0 else { return .open }
    let share = GroupBounds.womenShare
    let women = GroupBounds.range(total: Interval(total), share: share, atMostTotal: false)
    return falling(GroupBounds.ratio(total: total, group: women, share: share), limits)
  }

  /// Rural use per urban use, from the bounds of rural use; lowest where the total is lowest.
  private var rural: StepRange {
    let total = supplies.total.internet.range.low
    guard total > 0, let share = supplies.ruralShare else { return .open }
    guard share > 0, share < 1 else { return StepRange(0) }
    let rural = GroupBounds.range(total: Interval(total), share: share, atMostTotal: true)
    let ratio = GroupBounds.ratio(total: total, group: rural, share: share)
    return falling(ratio, LikelihoodSteps.limits(.d3))
  }

  /// Whether the World Bank's answer of 2022 calls enacted what the newest source does not.
  private var olderSaysEnacted: Bool {
    reader.catalog.fact(country: reader.country, ID.dataProtectionLaw2022)?.value == "enacted"
  }

  private var privacyLaw: StepRange {
    let law = reader.catalog.fact(country: reader.country, ID.dataProtectionLaw)?.value
    switch law {
    case "enacted": return enactedLaw
    case "draft": return StepRange(olderSaysEnacted ? enactedLaw.low : 3, 3)
    case "none": return StepRange(olderSaysEnacted ? enactedLaw.low : 4, 4)
    default: return .open
    }
  }

  /// Steps of a law in force, by its authority.
  private var enactedLaw: StepRange {
    switch reader.catalog.fact(country: reader.country, ID.dataProtectionAuthority)?.value {
    case "yes": StepRange(0)
    case "no": StepRange(1)
    case "in-law-not-set-up": StepRange(2)
    default: StepRange(0, 2)
    }
  }

  /// Voice percentile, one step worse where shutdowns are on record.
  private var weapon: StepRange {
    let shutdown = (reader.value(ID.shutdowns) ?? 0) > 0 ? 1 : 0
    let limits = LikelihoodSteps.limits(.p2)
    func step(_ voice: Double) -> Int {
      (voice >= limits[0] ? 0 : voice >= limits[1] ? 1 : 3) + shutdown
    }
    let voice = reader.supply(ID.voice).range
    return StepRange(step(voice.high), step(voice.low))
  }

  private func open(_ id: String, _ range: Interval) -> Interval {
    reader.supply(id, ifMissing: range).range
  }

  /// Steps where more is better: at or above the first limit 0, below the last 4.
  func falling(_ range: Interval, _ limits: [Double]) -> StepRange {
    StepRange(step(range.high, limits, above: true), step(range.low, limits, above: true))
  }

  /// Steps where less is better: at or below the first limit 0, above the last 4.
  func rising(_ range: Interval, _ limits: [Double]) -> StepRange {
    StepRange(step(range.low, limits, above: false), step(range.high, limits, above: false))
  }

  private func step(_ value: Double, _ limits: [Double], above: Bool) -> Int {
    for (index, limit) in limits.enumerated() where above ? value >= limit : value <= limit {
      return index
    }
    return limits.count
  }
}
