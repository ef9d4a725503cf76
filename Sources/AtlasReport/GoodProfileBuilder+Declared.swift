internal import AtlasModel

extension GoodProfileBuilder {
  /// The applicant's answers, unknown ones as questions to ask.
  var declared: Document.Section {
    let answers = Declarations.Question.allCases.map { question in
      Document.Fact(
        question.words.prefix(1).uppercased() + question.words.dropFirst(), answer(question))
    }
    let lists = [
      ("Kinds of personal data", good.personalDataTypes.map(spaced)),
      ("Privacy laws named", good.privacyLaws), ("Standards named", good.standards),
      ("Good practices named", good.bestPractices), ("Ways out for data", good.exportFormats),
    ].map { name, texts in
      Document.Fact(name, texts.isEmpty ? Self.notStated : texts.joined(separator: ", "))
    }
    return Document.Section("Declared by the applicant", [.facts(answers + lists)])
  }

  func answer(_ question: Declarations.Question) -> String {
    let answer = good.declared[question]
    return answer == .unknown ? Self.notStated : answer.rawValue
  }

  /// The DPG Standard, each indicator with the fields of the record that speak to it.
  var standard: Document.Section {
    let title = "DPG Standard: where the record speaks to it"
    let facts = catalog.standard.map { indicator in
      let evidence = evidence(indicator.number)
      let value = evidence.value.isEmpty ? Self.notStated : evidence.value
      return Document.Fact(
        indicator.number + " " + indicator.name,
        evidence.field.isEmpty ? value : evidence.field + ": " + value)
    }
    guard !facts.isEmpty else { return Document.Section(title, []) }
    return Document.Section(
      title,
      [
        .facts(facts),
        .note("Shows what the record says; it is no assessment against the standard."),
      ])
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
