import ArgumentParser
import AtlasApp
import AtlasData
import AtlasModel
import AtlasReport
import AtlasScreen

/// Lists, checks, plays, records and prints lessons.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson", abstract: "List, check, play, record and print lessons for a room.",
    discussion: """
      A lesson is a text file, one thing a line; `lesson new` writes one to begin with:

        dpg-atlas lesson 1
        title: Who is left out?
        minutes: 10
        invented QQA: Tamarind Coast
        figure internet-users: 21

        step start: Who is offline?
        say: One idea a screen.
        do: go screening QQA oky
        hide: verdicts
        ask: Which flag is gravest?
        answer: D1.
        task: taken dd-voice
        countdown: 300
        inject 120: set-figure QQA data-price-2gb 14 ; The operator raises its prices.
        if verdict QQA oky with-safeguards: end
        note: For the facilitator alone.

        step end: What did we learn?
        slide: yes
        say: ...
      """,
    subcommands: [
      LessonListCommand.self, LessonShowCommand.self, LessonCheckCommand.self,
      LessonPlayCommand.self, LessonRecordCommand.self, LessonNewCommand.self,
      LessonHandoutsCommand.self,
    ])
}

/// Lists the bundled lessons.
struct LessonListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the bundled lessons.")
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let rows = BundledLessons.all.map { LessonShelf(name: $0.name, text: $0.text) }.map { shelf in
      [
        ReportCell.text(shelf.name), .text(shelf.title),
        shelf.minutes > 0 ? ReportCell(.integer(shelf.minutes)) : ReportCell(.missing),
        .text(shelf.about),
      ]
    }
    try output.write(
      ReportTable(
        id: "lessons", title: "Lessons",
        columns: [
          ReportColumn("name", "name"), ReportColumn("title", "title", isFlexible: true),
          ReportColumn("minutes", "minutes", alignment: .trailing),
          ReportColumn("about", "about", isFlexible: true),
        ], rows: rows), as: shared.output.format, isRaw: shared.output.isRaw)
  }
}

/// Prints the script of a lesson with the facilitator's notes.
struct LessonShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a lesson with answers and the facilitator's notes.")
  @Argument(help: "A bundled lesson, or a file.") var lesson: String
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let output = try shared.output.destination(shared.look)
    let session = try Session(shared.data)
    let file = try LessonFile(lesson, session.catalog)
    let document = LessonDocuments(try file.sound(), file.reading.catalog).script
    try output.write(
      document, rows: LessonDocuments.table(file.reading.lesson), as: shared.output.format,
      isRaw: shared.output.isRaw)
  }
}

/// Checks lessons without playing them.
struct LessonCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check lessons: every fault with file, line and cause.",
    discussion: "With --play each lesson is played through too, and what it could not do is said.")
  @Argument(help: "Bundled lessons or files; all bundled ones if none is named.")
  var lessons: [String] = []
  @Flag(help: "Play each lesson through as well.") var play = false
  @OptionGroup(title: "Data") var data: DataOptions

  func run() throws {
    let session = try Session(data, parts: ExploreCommand.parts)
    let names = lessons.isEmpty ? BundledLessons.all.map(\.name) : lessons
    let atlas = ExploreCommand.atlas(session)
    var faults: [String] = []
    for name in names {
      let file = try LessonFile(name, session.catalog)
      faults += file.reading.problems.map { "\(file.name): \($0)" }
      guard play, file.reading.problems.isEmpty else { continue }
      let run = LessonRun(atlas, file.shelf, size: Size(columns: 80, rows: 24))
      faults += run.screens.flatMap { screen in
        screen.trouble.map { "\(file.name): step \(screen.step): \($0)" }
      }
    }
    guard faults.isEmpty else { throw Failure(.invalidData, faults.joined(separator: "\n")) }
    let count = names.count == 1 ? "1 lesson is" : "\(names.count) lessons are"
    try Output().write("\(count) sound.\n")
  }
}

/// Plays a lesson without a terminal and prints its screens.
struct LessonPlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play a lesson through without a terminal, and print the screen of each step.",
    discussion: "In a terminal: dpg-atlas explore --lesson NAME.")
  @Argument(help: "A bundled lesson, or a file.") var lesson: String
  @Option(help: ArgumentHelp("Size of the screen.", valueName: "columnsxrows"))
  var size = "80x24"
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Look") var look: LookOptions
  @OptionGroup(title: "Output") var file: FileOptions

  func validate() throws {
    if ExploreCommand.size(size) == nil {
      throw ValidationError(ExploreCommand.sizeHelp)
    }
  }

  func run() throws {
    let output = try file.destination(look)
    let session = try Session(data, parts: ExploreCommand.parts)
    let lesson = try LessonFile(self.lesson, session.catalog)
    _ = try lesson.sound()
    let run = LessonRun(
      ExploreCommand.atlas(session), lesson.shelf,
      size: ExploreCommand.size(size) ?? Size(columns: 80, rows: 24),
      glyphs: look.ascii ? .ascii : .unicode,
      speech: Languages.speech(look.chosenLanguage ?? .english))
    try output.write(text: run.text)
  }
}

/// Makes a lesson of a session that was played.
struct LessonRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Make a lesson of a session file or log, to be filled with words.")
  @Argument(help: "A session file, as the log of the explorer writes it.") var session: String
  @Option(help: "Title of the lesson.") var title = "A lesson"
  @OptionGroup(title: "Output") var file: FileOptions
  @OptionGroup(title: "Look") var look: LookOptions

  func run() throws {
    let output = try file.destination(look)
    let text = try ScenarioOption.text(session)
    let lines: [SessionText.Line]
    do throws(SessionText.Problem) {
      lines = try SessionText.read(text)
    } catch {
      throw Failure(.invalidData, "\(PlainText.clean(session)): \(error)")
    }
    try output.write(LessonRecorder.text(lines, title: title))
  }
}

/// Writes a lesson to begin with.
struct LessonNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Write a small lesson to begin with.")
  @Option(help: "Title of the lesson.") var title = "A lesson"
  @OptionGroup(title: "Output") var file: FileOptions
  @OptionGroup(title: "Look") var look: LookOptions

  func run() throws {
    let output = try file.destination(look)
    try output.write(LessonRecorder.text([], title: title))
  }
}

/// Writes the sheets of a lesson: notes, role cards, handouts, debrief, the invented country.
struct LessonHandoutsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handouts",
    abstract: "Write the printed sheets of a lesson: notes, role cards, handouts, debrief, profile."
  )
  @Argument(help: "A bundled lesson, or a file.") var lesson: String
  @Option(help: ArgumentHelp("Where the sheets go; made if not there.", valueName: "folder"))
  var outputDir: String
  @Option(help: "Form of the sheets: md, html or pdf.") var format: OutputFormat = .pdf
  @Flag(help: "Replace sheets that exist.") var force = false
  @OptionGroup(title: "Data") var data: DataOptions

  func validate() throws {
    if ![.md, .html, .pdf].contains(format) {
      throw ValidationError("--format takes md, html or pdf.")
    }
  }

  func run() throws {
    let session = try Session(data, parts: ExploreCommand.parts)
    let file = try LessonFile(lesson, session.catalog)
    let documents = LessonDocuments(try file.sound(), file.reading.catalog)
    try BatchFolder.make(outputDir)
    let sheets = documents.sheets
    let places = sheets.map {
      Output(path: "\(outputDir)/\($0.name).\(format.rawValue)", replaces: force)
    }
    // Nothing is written where one of them exists and may not be replaced.
    for place in places { try place.check() }
    for (place, sheet) in zip(places, sheets) {
      try place.write(
        sheet.document, rows: LessonDocuments.table(file.reading.lesson), as: format, isRaw: false)
    }
    Output.say("\(sheets.count) sheets in \(PlainText.clean(outputDir))")
  }
}
