internal import AtlasModel

extension GoodProfileBuilder {
  /// The applicant's answers, unknown ones as questions to ask.
  mutating func declared() -> Document.Section {
    let source = cite(good.declared.source)
    var answers: [Document.Fact] = []
    for question in Declarations.Question.allCases {
      let isStated = good.declared[question] != .unknown
      answers.append(
        Document.Fact(
          question.words.prefix(1).uppercased() + question.words.dropFirst(), answer(question),
          citations: !isStated ? [] : question.isOf2024Form ? form2024(source) : source))
    }
    let lists = [
      ("Kinds of personal data", good.personalDataTypes.map(spaced)),
      ("Privacy laws named", good.privacyLaws), ("Standards named", good.standards),
      ("Good practices named", good.bestPractices), ("Ways out for data", good.exportFormats),
    ].map { name, texts in
      Document.Fact(
        name, texts.isEmpty ? Self.notStated : texts.joined(separator: ", "),
        citations: texts.isEmpty ? [] : source)
    }
    return Document.Section("Declared by the applicant", [.facts(answers + lists)])
  }

  /// The source of answers that only the form of 2024 asked for, whatever record the rest is from.
  private mutating func form2024(_ source: [Int]) -> [Int] {
    let id = "dpga-candidates-2024"
    return catalog.source(id) == nil ? source : cite(id)
  }

  func answer(_ question: Declarations.Question) -> String {
    let answer = good.declared[question]
    return answer == .unknown ? Self.notStated : answer.rawValue
  }

  /// The DPG Standard, each indicator with the fields of the record that speak to it and their pages.
  mutating func standard(_ record: [Int]) -> Document.Section {
    let title = "DPG Standard: where the record speaks to it"
    guard let page = catalog.standard.first?.address else { return Document.Section(title, []) }
    var facts = [
      Document.Fact(
        "The standard", "nine indicators, the last in three parts",
        citations: citations.cite(address: page).map { [$0] } ?? [])
    ]
    for indicator in catalog.standard {
      let evidence = evidence(indicator.number)
      let isStated = !evidence.value.isEmpty && indicator.number != "9"
      facts.append(
        Document.Fact(
          indicator.number + " " + indicator.name,
          (evidence.field.isEmpty ? "" : evidence.field + ": ")
            + (evidence.value.isEmpty ? Self.notStated : evidence.value),
          citations: isStated ? cited(record, pages(indicator.number)) : []))
    }
    return Document.Section(
      title,
      [
        .facts(facts),
        .note("Shows what the record says; it is no assessment against the standard."),
      ])
  }

  /// The seven benefits with the checks behind each and the pages that the record gives for them.
  mutating func benefits(_ record: [Int]) -> Document.Section {
    let benefits = catalog.benefits(good: position)
    var facts: [Document.Fact] = []
    for benefit in benefits {
      let checks = benefit.checks.map { "\($0.text): \($0.answer.rawValue)" }
      let name = benefit.kind.rawValue
      facts.append(
        Document.Fact(
          name.prefix(1).uppercased() + name.dropFirst(),
          benefit.answer.rawValue + " (" + checks.joined(separator: "; ") + ")",
          citations: cited(record, benefit.checks.flatMap { pages($0) })))
    }
    return Document.Section(
      "Seven benefits: what the record shows",
      [
        .facts(facts),
        .note(
          "A benefit is yes if all its checks hold, no if one fails, else unknown. Shows that a field "
            + "is filled in, not how good a page is. assess names the other goods in a country."),
      ])
  }

  /// Numbers of the record and of pages, each once.
  private mutating func cited(_ record: [Int], _ pages: [String]) -> [Int] {
    var numbers = record
    for page in pages {
      if let number = citations.cite(address: page), !numbers.contains(number) {
        numbers.append(number)
      }
    }
    return numbers
  }

  /// Pages that the record gives as evidence for an indicator of the standard.
  private func pages(_ number: String) -> [String] {
    switch number {
    case "2": [good.licenceAddress]
    case "3": good.organisations.filter { $0.role == "owner" }.map(\.website)
    case "5": good.documentation
    case "7", "9a": good.privacyPages
    default: []
    }
  }

  /// Pages that the record gives as evidence for a check that holds.
  private func pages(_ check: Benefit.Check) -> [String] {
    guard check.answer == .yes else { return [] }
    return switch check.field {
    case "documentation": good.documentation
    case "licences": [good.licenceAddress]
    case "repositories": good.repositories
    case "privacy_pages": good.privacyPages
    default: []
    }
  }

  private func evidence(_ number: String) -> (field: String, value: String) {
    switch number {
    case "1": ("sdgs", good.sdgs.map(String.init).joined(separator: ", "))
    case "2": ("licences", good.licences.joined(separator: ", "))
    case "3":
      (
        "organisations",
        good.organisations.filter { $0.role == "owner" }.map(\.name).joined(separator: ", ")
      )
    case "4": answers([.platformIndependent, .closedDependencies, .openAlternatives])
    case "5": ("documentation", good.documentation.joined(separator: ", "))
    case "6":
      (
        "extractable, export formats",
        ([answer(.extractable)] + good.exportFormats).joined(separator: ", ")
      )
    case "7":
      (
        "privacy compliance stated, laws named",
        ([answer(.privacyComplianceStated)] + good.privacyLaws).joined(separator: ", ")
      )
    case "8":
      (
        "standards, good practices",
        (good.standards + good.bestPractices).joined(separator: ", ")
      )
    case "9a":
      answers([
        .collectsPersonalData, .storesPersonalData, .sharesWithThirdParties,
        .securityMeasuresDescribed,
      ])
    case "9b": answers([.collectsContent, .contentPolicy])
    case "9c": answers([.usersInteract, .harassmentPolicy, .underageAddressed])
    default: ("", "see its parts")
    }
  }

  private func answers(
    _ questions: [Declarations.Question]
  ) -> (field: String, value: String) {
    ("", questions.map { $0.words + ": " + answer($0) }.joined(separator: "; "))
  }
}

extension Declarations.Question {
  /// Whether only the form of 2024 asked it (`Data/README.md`).
  fileprivate var isOf2024Form: Bool {
    switch self {
    case .inappropriateContentRisk, .contentFilter, .underageAddressed, .collectedPersonalData2024:
      true
    default: false
    }
  }
}
