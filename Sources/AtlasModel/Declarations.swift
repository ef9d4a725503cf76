/// The applicant's own answers; `no` is what they said, not a finding.
public struct Declarations: Sendable, Equatable {
  /// A question of the application form.
  public enum Question: String, Sendable, CaseIterable {
    /// Collects personal data.
    case collectsPersonalData = "collects_personal_data"
    /// Stores personal data.
    case storesPersonalData = "stores_personal_data"
    /// Shares personal data with third parties.
    case sharesWithThirdParties = "shares_with_third_parties"
    /// Names the kinds of personal data.
    case personalDataTypesKnown = "personal_data_types_known"
    /// Describes security measures (says nothing of their quality).
    case securityMeasuresDescribed = "security_measures_described"
    /// Collects content from users.
    case collectsContent = "collects_content"
    /// Stores content of users.
    case storesContent = "stores_content"
    /// Distributes content of users.
    case distributesContent = "distributes_content"
    /// States a content policy.
    case contentPolicy = "content_policy"
    /// Lets users interact.
    case usersInteract = "users_interact"
    /// States a policy on harassment.
    case harassmentPolicy = "harassment_policy"
    /// Sees a risk of inappropriate content (2024 form).
    case inappropriateContentRisk = "inappropriate_content_risk"
    /// Filters content (2024 form).
    case contentFilter = "content_filter"
    /// Addresses users under age (2024 form).
    case underageAddressed = "underage_addressed"
    /// States how it complies with privacy law.
    case privacyComplianceStated = "privacy_compliance_stated"
    /// Needs closed parts.
    case closedDependencies = "closed_dependencies"
    /// Names open alternatives to closed parts.
    case openAlternatives = "open_alternatives"
    /// Independent of a platform.
    case platformIndependent = "platform_independent"
    /// Uses data that is not personal.
    case usesNonPersonalData = "uses_non_personal_data"
    /// Describes a way out for the data.
    case extractable
    /// Collected personal data by the 2024 record.
    case collectedPersonalData2024 = "collected_personal_data_2024"
  }

  /// Answers in the order of `Question.allCases`.
  private var answers: [Answer]
  /// few, several, many, global; empty if nothing is claimed.
  public var deploymentClaim: String
  /// Record that the deployment list comes from: 2026, 2024 or empty.
  public var deploymentRecord: String
  /// Id of the registry record.
  public var source: String

  /// Makes a set of answers; a question left out is unknown.
  public init(
    answers: [Question: Answer], deploymentClaim: String, deploymentRecord: String, source: String
  ) {
    self.answers = Question.allCases.map { answers[$0] ?? .unknown }
    self.deploymentClaim = deploymentClaim
    self.deploymentRecord = deploymentRecord
    self.source = source
  }

  /// The answer to a question.
  public internal(set) subscript(question: Question) -> Answer {
    get {
      guard let index = Question.allCases.firstIndex(of: question) else { return .unknown }
      return answers[index]
    }
    set {
      guard let index = Question.allCases.firstIndex(of: question) else { return }
      answers[index] = newValue
    }
  }
}
