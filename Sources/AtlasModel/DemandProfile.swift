/// Who works a good first; decides whose supply counts.
public enum Operator: String, Sendable, CaseIterable {
  /// The public.
  case citizens
  /// Staff who meet the public, such as health workers.
  case frontlineStaff = "frontline-staff"
  /// Office staff of the state.
  case officials
  /// Technical staff.
  case developers
}

/// How a good reaches people.
public enum Channel: String, Sendable, CaseIterable {
  /// Works without a connection.
  case offline
  /// Text messages or short codes.
  case smsUSSD = "sms-ussd"
  /// A simple phone.
  case featurePhone = "feature-phone"
  /// A smartphone.
  case smartphone
  /// A browser.
  case web
  /// A person helps.
  case assistedAgent = "assisted-agent"
  /// Runs behind the counter.
  case backOffice = "back-office"
}

/// What kind of body stewards a good.
public enum Steward: String, Sendable, CaseIterable {
  /// A ministry or agency of a government.
  case government
  /// A body of the United Nations.
  case unitedNations = "united-nations"
  /// Anybody else.
  case other

  /// Words for people.
  public var words: String {
    switch self {
    case .government: "a government"
    case .unitedNations: "the United Nations"
    case .other: "neither a government nor the United Nations"
    }
  }
}

/// How well the record supports a curated reading.
public enum Confidence: String, Sendable, CaseIterable {
  /// Well supported.
  case high
  /// Partly supported.
  case medium
  /// Thinly supported.
  case low
}

/// What a good asks of a country, on levels 0 (nothing) to 4 (most); this project's own reading.
public struct DemandProfile: Sendable, Equatable {
  /// How well the record supports the reading.
  public var confidence: Confidence
  /// Who works the good first.
  public var `operator`: Operator
  /// How it reaches people.
  public var channels: [Channel]
  /// 0 works offline; 1 syncs now and then; 2 intermittent; 3 regular online; 4 always-on broadband.
  public var connectivity: Int
  /// Of the operator: 0 none; 1 icons; 2 basic reading; 3 digital skill; 4 specialist.
  public var literacy: Int
  /// Of the operator: 0 none; 1 feature phone; 2 entry smartphone; 3 PC or tablet; 4 server.
  public var device: Int
  /// 0 none; 1 occasional charging; 2 daily charging; 3 steady site power; 4 data centre.
  public var power: Int
  /// Curated: 0 none; 1 accounts; 2 ordinary personal; 3 health, money, child, location; 4 biometric or national scale.
  public var curatedSensitivity: Int
  /// From the kinds of data the applicant names, 0 to 4; nil where personal data is collected and no kind is named.
  public var declaredSensitivity: Int?
  /// 0 just use it; 1 small team; 2 unit; 3 ministry programme; 4 national infrastructure with law.
  public var institutional: Int
  /// The applicant says no personal data, yet the typical deployment scores 3 or 4.
  public var isDeclarationDoubtful: Bool
  /// What kind of body stewards the good, read from the names of its owners.
  public var steward: Steward
  /// Id of the source of the reading.
  public var source: String

  /// Makes a demand profile.
  public init(
    confidence: Confidence, operator: Operator, channels: [Channel], connectivity: Int,
    literacy: Int, device: Int, power: Int, curatedSensitivity: Int, declaredSensitivity: Int?,
    institutional: Int, isDeclarationDoubtful: Bool,
    steward: Steward = .other, source: String
  ) {
    self.confidence = confidence
    self.operator = `operator`
    self.channels = channels
    self.connectivity = connectivity
    self.literacy = literacy
    self.device = device
    self.power = power
    self.curatedSensitivity = curatedSensitivity
    self.declaredSensitivity = declaredSensitivity
    self.institutional = institutional
    self.isDeclarationDoubtful = isDeclarationDoubtful
    self.steward = steward
    self.source = source
  }

  /// Personal-data sensitivity used by the model: the higher of curated and declared.
  ///
  /// An undeclared kind never lowers it; see `DECISIONS.md`, "Sensitivity".
  public var sensitivity: Int { max(curatedSensitivity, declaredSensitivity ?? 0) }
}
