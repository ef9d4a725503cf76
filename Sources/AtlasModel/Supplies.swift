/// All supplies of one country, in total and by group.
public struct Supplies: Sendable {
  /// Supplies that can differ between groups of people.
  public struct Personal: Sendable {
    /// 3G coverage or better, % of people.
    public var signal: Supply
    /// 4G coverage, % of people.
    public var fourG: Supply
    /// Internet users, %.
    public var internet: Supply
    /// Adult literacy, %.
    public var literacy: Supply
    /// Phones, % of people (ownership, else subscriptions up to 100).
    public var mobile: Supply
    /// Access to electricity, %.
    public var electricity: Supply
  }

  /// Everybody.
  public var total: Personal
  /// Each group of `PopulationGroup`.
  public var groups: [PopulationGroup: Personal]
  /// Human capital index x 100.
  public var humanCapital: Supply
  /// Fixed broadband per 100 people.
  public var fixedBroadband: Supply
  /// Price of 2 GB, % of monthly income per person.
  public var dataPrice: Supply
  /// Privacy index: 1/2 law + 1/4 rule of law + 1/4 voice, 0 to 100.
  public var privacy: Supply
  /// Global Cybersecurity Index.
  public var cybersecurity: Supply
  /// E-Government Development Index x 100.
  public var eGovernment: Supply
  /// Rural share of people, 0 to 1; nil if unknown.
  public var ruralShare: Double?

  /// Reads all supplies of a country.
  init(_ reader: SupplyReader) {
    let internet = reader.supply(ID.internet)
    let total = Personal(
      signal: Self.signal(reader, internet: internet),
      fourG: reader.supply(ID.coverage4G),
      internet: internet,
      literacy: reader.supply(ID.literacy),
      mobile: Self.mobile(reader),
      electricity: reader.supply(ID.electricity))
    let rural = reader.value(ID.ruralPopulation).map { $0 / 100 }
    self.total = total
    ruralShare = rural
    groups = [
      .rural: Self.rural(reader, total, share: rural),
      .women: Self.women(reader, total),
      .poorest40: Self.poorest(reader, total),
    ]
    humanCapital = reader.supply(ID.humanCapital, scale: 100)
    fixedBroadband = reader.supply(ID.fixedBroadband)
    dataPrice = reader.supply(ID.dataPrice, ifMissing: Interval(0, 100))
    privacy = Self.privacy(reader)
    cybersecurity = reader.supply(ID.cybersecurity)
    eGovernment = reader.supply(ID.eGovernment, scale: 100)
  }

  /// 3G or better; at least 4G where 3G is unknown, and at least internet use where both are.
  private static func signal(_ reader: SupplyReader, internet: Supply) -> Supply {
    let threeG = reader.supply(ID.coverage3G)
    let fourG = reader.supply(ID.coverage4G)
    switch (threeG.status.isUsable, fourG.status.isUsable) {
    case (true, true):
      var best = threeG.range.low >= fourG.range.low ? threeG : fourG
      best.range = Interval(
        max(threeG.range.low, fourG.range.low), max(threeG.range.high, fourG.range.high))
      // As old as the figure asked for, whichever of the two is shown.
      best.thinness = threeG.thinness
      return best
    case (true, false): return threeG
    case (false, true):
      return Supply(
        range: Interval(max(fourG.range.low, internet.range.low), 100), status: .bounded,
        evidence: threeG.evidence + fourG.evidence + internet.evidence, thinness: 1)
    case (false, false):
      let low = max(threeG.status == .peerRange ? threeG.range.low : 0, internet.range.low)
      return Supply(
        range: Interval(low, max(low, threeG.range.high)),
        status: threeG.status == .peerRange ? .peerRange : .missing,
        evidence: threeG.evidence + internet.evidence, thinness: 1)
    }
  }

  /// Ownership while it is recent, else subscriptions up to 100 (SIMs, not people: a proxy).
  private static func mobile(_ reader: SupplyReader) -> Supply {
    let owners = reader.supply(ID.mobileOwners)
    if owners.thinness == 0 { return owners }
    var lines = reader.supply(ID.mobileSubscriptions)
    lines.range = Interval(min(lines.range.low, 100), min(lines.range.high, 100))
    if lines.status == .observed { lines.status = .derived }
    return lines
  }

  private static func rural(_ reader: SupplyReader, _ total: Personal, share: Double?) -> Personal {
    func group(_ measured: String?, _ supply: Supply) -> Supply {
      reader.group(measured, total: supply, share: share, atMostTotal: true, label: "rural")
    }
    return Personal(
      signal: group(nil, total.signal), fourG: group(nil, total.fourG),
      internet: group(nil, total.internet), literacy: group(ID.literacyRural, total.literacy),
      mobile: group(nil, total.mobile), electricity: group(ID.electricityRural, total.electricity))
  }

  private static func women(_ reader: SupplyReader, _ total: Personal) -> Personal {
    func group(_ measured: String?, _ supply: Supply) -> Supply {
      reader.group(
        measured, total: supply, share: GroupBounds.womenShare, atMostTotal: false, label: "women")
    }
    return Personal(
      signal: total.signal, fourG: total.fourG, internet: group(reader.womenOnline, total.internet),
      literacy: group(ID.literacyWomen, total.literacy),
      mobile: group(reader.womenOwners, total.mobile),
      electricity: total.electricity)
  }

  private static func poorest(_ reader: SupplyReader, _ total: Personal) -> Personal {
    func group(_ supply: Supply) -> Supply {
      reader.group(
        nil, total: supply, share: GroupBounds.poorestShare, atMostTotal: true,
        label: "poorest 40 %")
    }
    return Personal(
      signal: total.signal, fourG: total.fourG, internet: group(total.internet),
      literacy: group(total.literacy), mobile: group(total.mobile),
      electricity: group(total.electricity))
  }

  private static func privacy(_ reader: SupplyReader) -> Supply {
    let points = reader.lawPoints
    let rule = reader.supply(ID.ruleOfLaw)
    let voice = reader.supply(ID.voice)
    let range = Interval(
      points.low / 2 + rule.range.low / 4 + voice.range.low / 4,
      points.high / 2 + rule.range.high / 4 + voice.range.high / 4)
    let lawThin = points.isPoint ? 0.0 : 1.0
    return Supply(
      range: range,
      status: range.isPoint
        ? .derived
        : points.isPoint ? ValueStatus.derived.weaker(rule.status).weaker(voice.status) : .missing,
      evidence: reader.explains
        ? [reader.factRow(ID.dataProtectionLaw, name: "Data-protection law")] + rule.evidence
          + voice.evidence : [],
      thinness: lawThin / 2 + rule.thinness / 4 + voice.thinness / 4)
  }
}

extension SupplyReader {
  /// The indicator of women online: worked out where there is one, else published while it is recent.
  var womenOnline: String {
    let isPublished = value(ID.internetWomen) != nil && !isOld(ID.internetWomen)
    return value(ID.internetWomenDerived) != nil || !isPublished
      ? ID.internetWomenDerived : ID.internetWomen
  }

  /// The indicator of women who own a phone, while it is recent.
  var womenOwners: String? { isOld(ID.mobileOwnersWomen) ? nil : ID.mobileOwnersWomen }

  /// Points of the data-protection law: enacted 100, draft 50, none 0; a range where it is open.
  ///
  /// Where an older answer says enacted and the newest does not, the truth lies between: a law is seldom
  /// undone. A draft may lapse, so an older draft says nothing.
  var lawPoints: Interval {
    func points(_ attribute: String) -> Double? {
      switch catalog.fact(country: country, attribute)?.value {
      case "enacted": 100
      case "draft": 50
      case "none": 0
      default: nil
      }
    }
    guard let now = points(ID.dataProtectionLaw) else { return .percentage }
    return Interval(now, points(ID.dataProtectionLaw2022) == 100 ? 100 : now)
  }
}

/// Ids of the indicators and attributes that the model reads.
enum ID {
  static let internet = "internet-users"
  static let internetWomen = "internet-users-women"
  static let internetWomenDerived = "internet-users-women-derived"
  static let internetParity = "internet-parity"
  static let coverage3G = "coverage-3g"
  static let coverage4G = "coverage-4g"
  static let mobileOwners = "mobile-owners"
  static let mobileOwnersWomen = "mobile-owners-women"
  static let mobileSubscriptions = "mobile-subscriptions"
  static let fixedBroadband = "fixed-broadband"
  static let dataPrice = "data-price-2gb"
  static let electricity = "electricity"
  static let electricityRural = "electricity-rural"
  static let literacy = "literacy"
  static let literacyRural = "literacy-rural"
  static let literacyWomen = "literacy-women"
  static let humanCapital = "human-capital"
  static let ruralPopulation = "rural-population"
  static let population = "population"
  static let ruleOfLaw = "rule-of-law"
  static let voice = "voice"
  static let shutdowns = "internet-shutdowns"
  static let cybersecurity = "cybersecurity"
  static let conflict = "conflict"
  static let eGovernment = "e-government"
  static let dataProtectionLaw = "data-protection-law"
  static let dataProtectionLaw2022 = "data-protection-law-2022"
  static let dataProtectionAuthority = "data-protection-authority"
}
