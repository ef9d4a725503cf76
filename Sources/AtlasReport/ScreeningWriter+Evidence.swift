import AtlasModel

// People, evidence, benefits, objections and gaps of a screening.
extension ScreeningWriter {
  mutating func people() -> Document.Section {
    let title = "People left out and staff on the ground"
    guard let leftOut = insight.leftOut else {
      let back = good.demand.operator == .officials || good.demand.operator == .developers
      return Document.Section(
        title,
        [
          .paragraph(
            back
              ? "The good is worked by \(good.demand.operator.rawValue): it reaches nobody directly."
              : "Unknown: no figure for the population or its rural share.")
        ])
    }
    var blocks: [Document.Block] = [
      .paragraph(
        "At least \(PeopleWords.count(leftOut.people.low)) people, and at most "
          + "\(PeopleWords.count(leftOut.people.high)), would not be reached: "
          + "\(PeopleWords.share(leftOut.share)) of \(leftOut.base).")
    ]
    if leftOut.groups.count > 1 {
      blocks.append(
        .list(
          leftOut.groups.map { group in
            "\(group.name): \(PeopleWords.range(group.leftOut)) left out of "
              + PeopleWords.range(group.people)
          }))
    }
    if let widening = leftOut.widening, let gini = leftOut.gini {
      blocks.append(
        .paragraph(
          "Widening test: reach in towns is \(PeopleWords.ratio(widening)) times that in the "
            + "country; online only, the Gini coefficient of reach would be "
            + "\(RangeWords.share(gini))."))
    }
    blocks.append(
      .note(
        "Formula: \(LeftOut.formula). Groups overlap. Divides overlap too, so the low end is nearer (assumption)."
      ))
    if let staff = insight.staff { blocks += self.staff(staff) }
    blocks.append(.list(cited(leftOut.evidence)))
    return Document.Section(title, blocks)
  }

  private func staff(_ staff: StaffPlan) -> [Document.Block] {
    var points = "Service points by head: \(PeopleWords.range(staff.pointsByHead))"
    if let area = staff.pointsByArea {
      points +=
        "; by \(Int(staff.parameters.walk)) km walking distance over the whole area at most "
        + PeopleWords.count(area) + " (the inhabited area is not known)"
    }
    return [
      .paragraph(
        "Staff to serve \(PeopleWords.range(staff.people)) rural people left out: "
          + "\(PeopleWords.range(staff.staff)) (preset \(staff.preset.rawValue)). \(points)."),
      .note("Formula: \(staff.formula). Uptake \(NumberText.share(staff.parameters.uptake))."),
    ]
  }

  func evidence() -> Document.Section {
    let precedent = insight.precedent
    let names = precedent.nearest.map { neighbour in
      "\(catalog.countries[neighbour.country].name) (similarity "
        + "\(NumberText.fixed(neighbour.similarity, decimals: 2)) of 2.5)"
    }
    let nearest =
      names.isEmpty
      ? "No other country has a recorded use." : "Nearest: " + names.joined(separator: ", ") + "."
    return Document.Section(
      "Evidence",
      [
        .paragraph(
          "Precedent \(NumberText.fixed(precedent.value, decimals: 2)) of 1 over an effective number "
            + "of \(NumberText.fixed(precedent.effectiveNumber, decimals: 1)) similar countries; "
            + "\(EvidenceWords.uses(precedent)). \(nearest)"),
        .paragraph(
          "Data quality \(NumberText.fixed(insight.dataQuality, decimals: 2)) of 1: the share of the "
            + "weight on figures that are there and at most \(Supply.recentYears) years old."),
        .note(
          "Formula: \(Precedent.formula). Precedent is never part of the fit; a recorded use is not "
            + "a success, and no record is not no use."),
      ])
  }

  func benefits() -> Document.Section {
    let share = Benefit.share(insight.benefits)
    return Document.Section(
      "Benefits",
      [
        .paragraph(
          "\(PeopleWords.share(share)) of seven benefits are shown by the registry's fields; the "
            + "upper end counts what is unknown."),
        .list(
          insight.benefits.map { benefit in
            let checks = benefit.checks.map { "\($0.text): \($0.answer.rawValue) [\($0.field)]" }
            return "\(benefit.kind.rawValue): \(benefit.answer.rawValue) ("
              + checks.joined(separator: "; ") + ")"
          }),
      ])
  }

  func objections() -> Document.Section {
    Document.Section("Strongest reasons against", [.list(insight.objections.map(\.text))])
  }

  mutating func gaps() -> Document.Section {
    let rows = ScreeningGaps.rows(screening)
    guard !rows.isEmpty else {
      return Document.Section("Data gaps", [.paragraph("Every figure that was read is known.")])
    }
    return Document.Section("Data gaps", [.list(cited(rows))])
  }
}

/// What a screening read and does not know.
enum ScreeningGaps {
  /// Rows that are missing, stale or only a range, each once.
  static func rows(_ screening: Screening) -> [Evidence] {
    var seen: Set<String> = []
    let all = screening.flags.all.flatMap(\.evidence) + screening.fit.dimensions.flatMap(\.evidence)
    return all.filter {
      $0.status == .missing || $0.status == .stale || $0.status == .peerRange
    }.filter { seen.insert($0.id).inserted }
  }
}
