public import AtlasModel
public import AtlasReport
import AtlasScreen

/// The printed side of a lesson: script with notes, role cards, handouts, debrief, the invented country.
public struct LessonDocuments: Sendable {
  private let lesson: Lesson
  private let catalog: Catalog

  /// Prepares the sheets of a lesson against its dataset.
  public init(_ lesson: Lesson, _ catalog: Catalog) {
    self.lesson = lesson
    self.catalog = catalog
  }

  /// A sheet with the name of its file, without an ending.
  public struct Sheet: Sendable {
    /// Name of the file.
    public var name: String
    /// What is on it.
    public var document: Document
  }

  /// Every sheet, in the order in which a facilitator needs them.
  public var sheets: [Sheet] {
    var sheets = [Sheet(name: "facilitator-notes", document: script)]
    for (place, role) in lesson.roles.enumerated() {
      sheets.append(
        Sheet(
          name: "role-\(place + 1)-\(Self.stem(role.name))",
          document: sheet(role.name, "Role card", [.list(role.lines)])))
    }
    for (place, handout) in lesson.handouts.enumerated() {
      sheets.append(
        Sheet(
          name: "handout-\(place + 1)-\(Self.stem(handout.name))",
          document: sheet(
            handout.name, "Handout", handout.lines.map { Document.Block.paragraph($0) })))
    }
    if let invented = lesson.invented, let position = catalog.countryPosition(invented.iso3) {
      sheets.append(
        Sheet(
          name: "country-\(invented.iso3)",
          document: CountryProfile.document(catalog, position, series: nil)))
    }
    if !lesson.debrief.isEmpty {
      let lines = lesson.debrief.map { "\($0) ____________________________________________" }
      sheets.append(
        Sheet(name: "debrief", document: sheet("Debrief", "What we take home", [.list(lines)])))
    }
    return sheets
  }

  private func sheet(_ title: String, _ heading: String, _ blocks: [Document.Block]) -> Document {
    Document(
      title: title, subtitle: lesson.title,
      sections: [Document.Section(heading, blocks)],
      notes: lesson.invented.map { ["\($0.name) is invented: none of its figures is real."] } ?? [])
  }

  private static func stem(_ name: String) -> String {
    let words = TextFolding.words(name).map { String(decoding: $0, as: UTF8.self) }
    return String(words.joined(separator: "-").prefix(40))
  }

  /// The script: objectives, teams, every step with what is said, done, asked, and the notes.
  public var script: Document {
    var facts = [Document.Fact("About", lesson.about)]
    if lesson.minutes > 0 { facts.append(Document.Fact("Time", "\(lesson.minutes) minutes")) }
    if let invented = lesson.invented {
      facts.append(Document.Fact("Country", "\(invented.name) (\(invented.iso3)), invented"))
    }
    if !lesson.teams.isEmpty {
      facts.append(Document.Fact("Teams", lesson.teams.joined(separator: ", ")))
    }
    var sections = [Document.Section("The lesson", [.facts(facts)])]
    if !lesson.objectives.isEmpty {
      sections.append(Document.Section("Afterwards people can", [.list(lesson.objectives)]))
    }
    for (place, step) in lesson.steps.enumerated() {
      sections.append(Document.Section("\(place + 1). \(step.title)", blocks(step)))
    }
    if !lesson.debrief.isEmpty {
      sections.append(Document.Section("Debrief", [.list(lesson.debrief)]))
    }
    return Document(
      title: lesson.title,
      subtitle: "Script with answers and facilitator's notes; not for the room.",
      sections: sections,
      notes: [
        "In the explorer: Right or n goes on, Left or b back, v reveals, t gives the keys to the room and "
          + "Ctrl-T takes them back, p pauses the clock, s shows the score, a digit gives a point, q leaves."
      ])
  }

  private func blocks(_ step: LessonStep) -> [Document.Block] {
    var blocks: [Document.Block] = step.captions.map { .paragraph($0) }
    var facts: [Document.Fact] = []
    func add(_ name: String, _ value: String) { facts.append(Document.Fact(name, value)) }
    let done = step.actions.map { action -> String in
      switch action {
      case .press(let keys): "press " + keys.map(\.description).joined(separator: " ")
      case .type(let text): "type \(text)"
      case .call(let call): call.description
      }
    }
    if !done.isEmpty { add("Done", done.joined(separator: "; ")) }
    if let seconds = step.countdown { add("Time", LessonView.time(seconds)) }
    if !step.question.isEmpty {
      add("Asked", step.question)
      add("Answer", step.answer)
    }
    if !step.tasks.isEmpty {
      add("Task", step.tasks.map { $0.words(catalog) }.joined(separator: "; "))
    }
    for inject in step.injects {
      add("After \(LessonView.time(inject.seconds))", "\(inject.words) (\(inject.call))")
    }
    for branch in step.branches {
      add("If " + branch.condition.words(catalog), "go to step \(branch.target)")
    }
    if let next = step.next { add("Then", "go to step \(next)") }
    if let hides = step.hidesVerdicts { add("Verdicts", hides ? "hidden" : "shown") }
    if !facts.isEmpty { blocks.append(.facts(facts)) }
    blocks += step.notes.map { .note($0) }
    return blocks
  }

  /// The steps as rows.
  public static func table(_ lesson: Lesson) -> ReportTable {
    ReportTable(
      id: "steps", title: lesson.title,
      columns: ["step", "title", "says", "asks", "answer", "countdown"].map {
        ReportColumn($0, $0)
      },
      rows: lesson.steps.map { step in
        [
          .text(step.id), .text(step.title), .text(step.captions.joined(separator: " ")),
          .text(step.question), .text(step.answer),
          step.countdown.map { ReportCell(.integer($0)) } ?? ReportCell(.missing),
        ]
      })
  }
}
