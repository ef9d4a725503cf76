/// The family of a risk; the four that the mission names, and three more.
public enum RiskFamily: String, Sendable, CaseIterable {
  /// People whom a digital channel leaves out.
  case digitalDivide = "digital-divide"
  /// Places that signal, power and staff do not reach.
  case remoteArea = "remote-area"
  /// Attacks and losses.
  case security
  /// Data turned against those it describes.
  case privacy
  /// Capacity to run it.
  case capacity
  /// Dependence on one supplier.
  case lockIn = "lock-in"
  /// Relevance to the country and to its people.
  case relevance
  /// Quality of what is known.
  case evidence
}

/// The 19 risk rules, in the order in which they are shown.
public enum FlagID: String, Sendable, CaseIterable {
  /// Offline majority.
  case d1 = "D1"
  /// Women left out.
  case d2 = "D2"
  /// Rural people left out.
  case d3 = "D3"
  /// Literacy.
  case d4 = "D4"
  /// Cost of data.
  case d5 = "D5"
  /// No signal.
  case r1 = "R1"
  /// No power.
  case r2 = "R2"
  /// Staff on the ground needed.
  case r3 = "R3"
  /// National cyber capacity.
  case s1 = "S1"
  /// Steward without evidence of security.
  case s2 = "S2"
  /// Data on lost devices.
  case s3 = "S3"
  /// No privacy law.
  case p1 = "P1"
  /// Data as a weapon.
  case p2 = "P2"
  /// No redress.
  case p3 = "P3"
  /// Institutions.
  case i1 = "I1"
  /// Lock-in.
  case l1 = "L1"
  /// Not this country's problem.
  case f1 = "F1"
  /// Language.
  case f2 = "F2"
  /// Thin data.
  case e1 = "E1"

  /// Position in `allCases`.
  public var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Plain title.
  public var title: String { rule.title }
  /// Risk family.
  public var family: RiskFamily { rule.family }
  /// Code of the risk in the Universal DPI Safeguards Framework; empty for `F1` and `E1`.
  public var code: String { rule.code }

  /// The rule in words, with the source of its steps.
  public var rule: FlagRule { FlagRule.of(self) }
}

/// What a flag reads, its likelihood steps and where they come from.
public struct FlagRule: Sendable {
  /// Plain title.
  public let title: String
  /// Risk family.
  public let family: RiskFamily
  /// Code in the Universal DPI Safeguards Framework 1.0; empty if none.
  public let code: String
  /// Likelihood steps 0 to 4 in words.
  public let likelihood: String
  /// What sets the impact 0 to 4.
  public let impact: String
  /// Source of the steps, or the word assumption.
  public let basis: String

  /// The rule of a flag.
  public static func of(_ flag: FlagID) -> FlagRule {
    switch flag {
    case .d1:
      FlagRule(
        title: "Offline majority", family: .digitalDivide, code: "RI2",
        likelihood: "internet users 75 / 65 / 50 / 35 % or more, or below",
        impact: "connectivity level, goods for citizens",
        basis: "Broadband Commission target 3 (75, 65, 35); 50: assumption")
    case .d2:
      FlagRule(
        title: "Women left out", family: .digitalDivide, code: "RI1",
        likelihood: "women online per man online .98 / .95 / .90 / .75 or more, or below",
        impact: "higher of connectivity and device level, goods for citizens",
        basis: "ITU parity band .98-1.02; .70 in LDCs, 2024; .90 and .75: assumption")
    case .d3:
      FlagRule(
        title: "Rural people left out", family: .digitalDivide, code: "RI2",
        likelihood: "rural use per urban use .90 / .75 / .50 / .29 or more, or below",
        impact: "connectivity level, goods for citizens or frontline staff",
        basis: "ITU Facts and Figures 2021 (.50 world, .29 Africa); .90 and .75: assumption")
    case .d4:
      FlagRule(
        title: "Reading", family: .digitalDivide, code: "RI3",
        likelihood: "adult literacy 95 / 85 / 70 / 50 % or more, or below",
        impact: "literacy level, goods for citizens", basis: "assumption")
    case .d5:
      FlagRule(
        title: "Cost of data", family: .digitalDivide, code: "RI2",
        likelihood: "2 GB costs 2 / 5 / 8 / 12 % of monthly income or less, or more",
        impact: "connectivity level, goods for citizens",
        basis: "Broadband Commission target 2 (2 %; earlier 5 %); rest: assumption")
    case .r1:
      FlagRule(
        title: "No signal", family: .remoteArea, code: "RI2",
        likelihood: "people without 4G 2 / 5 / 15 / 30 % or less, or more",
        impact: "connectivity level; officials at most 2; developers 0",
        basis: "assumption")
    case .r2:
      FlagRule(
        title: "No power", family: .remoteArea, code: "SV4",
        likelihood: "rural access to electricity 99 / 90 / 70 / 40 % or more, or below",
        impact: "power level; officials at most 2; developers 0",
        basis: "SDG 7.1.1; steps: assumption")
    case .r3:
      FlagRule(
        title: "Staff needed on the ground", family: .remoteArea, code: "RI3",
        likelihood: "staff per 10,000 rural people below 1 / 1 / 3 / 8 / 15 or more",
        impact: "4 less one each for an offline and an assisted channel; 0 for back offices",
        basis: "McCord 2013 (1 per 650), Nepal CHW (1 per 2,000), Bangladesh centres "
          + "(2 per 20,500); steps: assumption")
    case .s1:
      FlagRule(
        title: "National cyber capacity", family: .security, code: "RS2",
        likelihood: "Global Cybersecurity Index 95 / 85 / 55 / 20 or more, or below",
        impact: "sensitivity of the data", basis: "ITU GCI 2024 tiers")
    case .s2:
      FlagRule(
        title: "Steward without evidence of security", family: .security, code: "RS2",
        likelihood: "government or UN steward 0; measures described 2; none described 4",
        impact: "sensitivity of the data where it stores personal data",
        basis: "registry fields; steps: assumption")
    case .s3:
      FlagRule(
        title: "Data on lost devices", family: .security, code: "RS3",
        likelihood: "conflict intensity 1.9 / 3.4 / 4.9 / 6.4 or less, or more",
        impact: "sensitivity of the data where it is kept offline",
        basis: "INFORM Risk class limits, applied to its conflict part: assumption")
    case .p1:
      FlagRule(
        title: "No privacy law", family: .privacy, code: "RS1",
        likelihood: "law and authority 0; law 1; authority not set up 2; draft 3; none 4",
        impact: "sensitivity of the data where personal data is collected",
        basis: "UNCTAD cyberlaw tracker, World Bank GovTech")
    case .p2:
      FlagRule(
        title: "Data as a weapon", family: .privacy, code: "SV2",
        likelihood: "voice percentile 57 or more 0, 29 or more 1, below 3; "
          + "one more where internet shutdowns are on record",
        impact: "sensitivity of the data; 4 for biometric, health or displaced people's data",
        basis: "World Bank WGI, Access Now; limits set to the world shares of free, partly free "
          + "and not free: assumption")
    case .p3:
      FlagRule(
        title: "No redress", family: .privacy, code: "RS4",
        likelihood: "rule-of-law percentile 75 / 50 / 35 / 20 or more, or below",
        impact: "sensitivity of the data", basis: "World Bank WGI; steps: assumption")
    case .i1:
      FlagRule(
        title: "Institutions", family: .capacity, code: "SV3",
        likelihood: "E-Government Development Index .75 / .50 / .37 / .25 or more, or below",
        impact: "institutional level", basis: "UN EGDI groups; .37: assumption")
    case .l1:
      FlagRule(
        title: "Lock-in", family: .lockIn, code: "SV5",
        likelihood: "platform independent 0; unknown 1; closed part with an open swap 2; "
          + "closed part 3; closed part and one steward 4",
        impact: "3", basis: "registry fields; steps: assumption")
    case .f1:
      FlagRule(
        title: "Not this country's problem", family: .relevance, code: "",
        likelihood: "rank of the country's widest gap among its SDGs 4 / 8 / 12 / 15 or less, "
          + "or more",
        impact: "3", basis: "Sustainable Development Report 2025; steps: assumption")
    case .f2:
      FlagRule(
        title: "Language", family: .relevance, code: "RI3",
        likelihood: "official language supported 0; contained 1; unknown 2; none 4",
        impact: "literacy level for citizens and frontline staff; officials at most 2; "
          + "developers at most 1",
        basis: "the registry lists no languages: always unknown; steps: assumption")
    case .e1:
      FlagRule(
        title: "Thin data", family: .evidence, code: "",
        likelihood: "weight on values missing or older than 6 years 0 / .1 / .25 / .4 or less, "
          + "or more",
        impact: "4", basis: "assumption")
    }
  }
}
