import ArgumentParser
import AtlasApp
import AtlasData
import AtlasModel
import AtlasReport
import AtlasScreen
import AtlasTerminal
import Glibc

/// Opens the explorer.
struct ExploreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore", abstract: "Open the explorer (the default in a terminal).",
    discussion: """
      What was marked, changed and planned is kept for the next run; r on the home view opens the \
      views again. With --plain, and where TERM is dumb, it works with numbered choices and lines.
      """)

  @Option(help: "Open this country first; with --good, the screening of the pair.")
  var country: String?

  @Option(help: "Open this good first; with --country, the screening of the pair.")
  var good: String?

  @Option(help: ArgumentHelp("Play a session back, as `L` and `e` write it.", valueName: "file"))
  var play: String?

  @Option(help: ArgumentHelp("Open a lesson: a bundled one, or a file.", valueName: "lesson"))
  var lesson: String?

  @Flag(help: "With --play: without a terminal; prints the last screen.")
  var headless = false

  @Option(help: ArgumentHelp("With --play: time between two lines.", valueName: "milliseconds"))
  var pace = 800

  @Option(help: ArgumentHelp("With --headless: size of the screen.", valueName: "columnsxrows"))
  var size = "80x24"

  @Option(
    help: ArgumentHelp(
      "Record the session into a new file, .cast or .html, written when it ends.",
      discussion: "Times are measured; a pause longer than 3 seconds becomes 3 seconds.",
      valueName: "file"))
  var record: String?

  @Flag(help: "With --record: replace the file if it exists.")
  var force = false

  @Flag(help: "Numbered choices on plain lines, for screen readers.")
  var plain = false

  @Flag(name: .customLong("no-mouse"), help: "Leave the mouse to the terminal.")
  var noMouse = false

  @Flag(name: .customLong("no-session"), help: "Neither read nor keep a session.")
  var noSession = false

  @OptionGroup(title: "Model") var scenario: ScenarioOption
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Look") var look: LookOptions

  /// What the explorer shows and exports: the same parts as the commands that print it.
  static let parts: Parts = [
    .usual, .organisations, .references, .agreements, .standard, .blocks, .phases,
    .rules, .hash,
  ]

  func validate() throws {
    if lesson != nil, headless || play != nil {
      throw ValidationError("--lesson goes without --play; `lesson play` prints its screens.")
    }
    if headless, play == nil { throw ValidationError("--headless goes with --play FILE.") }
    if !(0...60_000).contains(pace) {
      throw ValidationError("--pace takes 0 to 60000 milliseconds.")
    }
    if Self.size(size) == nil {
      throw ValidationError(Self.sizeHelp)
    }
    if record != nil, headless {
      throw ValidationError("--record is for a terminal; `dpg-atlas record FILE` needs none.")
    }
  }

  /// What --size takes.
  static let sizeHelp = "--size takes columns and rows such as 80x24, up to 600x300."

  /// The size that words such as 80x24 stand for; nil for others.
  static func size(_ text: String) -> Size? {
    let parts = text.split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, (1...600).contains(parts[0]), (1...300).contains(parts[1]) else {
      return nil
    }
    return Size(columns: parts[0], rows: parts[1])
  }

  func run() throws {
    let isPlain = plain || getenv("TERM").map { String(cString: $0) == "dumb" } == true
    guard isPlain || headless || Output.isTerminal else { throw Self.noTerminal }
    if isPlain, record != nil {
      throw Failure(.usage, "--record is for the full screen; plain lines are not recorded")
    }
    let hasColours = !look.noColor && getenv("NO_COLOR") == nil
    let recording = try record.map { path throws(Failure) in
      try LiveRecording(path: path, replaces: force, hasColours: hasColours)
    }
    let playback = try play.map { path throws(Failure) in try Playback(path: path) }
    let session = try Session(data, parts: Self.parts)
    let atlas = Self.atlas(session)
    var calls = try calls(session)
    let opened = try lesson.map { name throws(Failure) in try LessonFile(name, session.catalog) }
    if let opened {
      _ = try opened.sound()
      calls.append(Call(.openLesson, opened.name))
    }
    let shelves = LessonFile.shelves(opened)
    if headless, let playback, let size = Self.size(size) {
      return try HeadlessExplorer.run(
        atlas, playback, size: size, isASCII: look.ascii, name: PlainText.clean(play ?? ""),
        speech: Languages.speech(look.chosenLanguage ?? .english))
    }
    let code: Int32
    if isPlain {
      var explorer = PlainExplorer(
        calls: calls, playback: playback, isASCII: look.ascii, lessons: shelves,
        speech: Languages.speech(look.chosenLanguage ?? Languages.ofLocale))
      code = try explorer.run(atlas)
    } else {
      let options = TerminalOptions(
        theme: look.chosenTheme ?? .dark, colours: look.noColor ? .none : .automatic,
        isASCII: look.ascii, usesMouse: !noMouse)
      var explorer = Explorer(
        options: options, calls: calls, playback: playback, pace: pace,
        keeper: noSession || play != nil || lesson != nil ? nil : SessionKeeper(StateFolder()),
        recording: recording)
      explorer.lessons = shelves
      explorer.language = look.chosenLanguage
      do throws(TerminalError) {
        code = try explorer.run(atlas)
      } catch {
        throw Failure(.work, error.description)
      }
      if let failure = explorer.recordingFailure { throw failure }
    }
    if code != 0 { throw ExitCode(code) }
  }

  /// What the explorer works on.
  static func atlas(_ session: Session) -> Atlas {
    Atlas(
      catalog: session.catalog, map: session.map, series: session.lazySeries,
      warningCount: session.warnings.count, sampling: SampleOptions())
  }

  /// Verbs that lay the scenario over the dataset and open what was asked for.
  private func calls(_ session: Session) throws(Failure) -> [Call] {
    let catalog = session.catalog
    let scenario = try scenario.scenario(catalog)
    let country = try country.map { name throws(Failure) in
      catalog.countries[try session.country(name)].iso3
    }
    let good = try good.map { name throws(Failure) in
      catalog.goods[try session.good(name)].id
    }
    let changes = AppState.calls(of: scenario)
    return switch (country, good) {
    case (let country?, let good?): changes + [Call(.go, "screening \(country) \(good)")]
    case (let country?, nil): changes + [Call(.go, "country \(country)")]
    case (nil, let good?): changes + [Call(.go, "good \(good)")]
    case (nil, nil): changes
    }
  }

  /// Said when there is no terminal to explore in.
  static var noTerminal: Failure {
    let names = AtlasCommand.commandNames.filter { $0 != "explore" && $0 != "help" }
    return Failure(
      .usage,
      "standard output is not a terminal, so the explorer cannot open\n"
        + "Commands that print instead: " + names.joined(separator: ", ")
        + ".\nSee `dpg-atlas --help`.")
  }
}
