import ArgumentParser
import AtlasApp
import AtlasData
import AtlasReport
import AtlasScreen
import Glibc

/// Plays a session without a terminal and writes what it looks like.
struct RecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Write a session as asciicast or HTML replay, or its screens as text, ANSI, SVG.",
    discussion: """
      FILE is a session as `L` and `e` write it in the explorer, or a lesson; lines of `#` are \
      captions, and so are the words of a lesson. Times come \
      from --pace, a caption stays as long as it takes to read, and the same session gives the same \
      bytes. Captions stand in lines of their own under the screen. Files that the session would \
      export are named on the screen and not written.
      """)

  @Argument(help: "A session file, a bundled lesson, or the file of a lesson.") var file: String

  @Option(help: "cast (asciicast v2), html, text, ansi or svg.")
  var format = RecordFormat.cast

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to a file; - is standard output.", valueName: "file"))
  var output = "-"

  @Flag(help: "Replace files that exist.")
  var force = false

  @Flag(help: "With text, ansi and svg: every screen, not the last one only.")
  var all = false

  @Option(help: ArgumentHelp("With --format svg --all: where the files go.", valueName: "folder"))
  var outputDir: String?

  @Option(help: ArgumentHelp("Size of the screen.", valueName: "columnsxrows"))
  var size = "80x24"

  @Option(help: ArgumentHelp("Time between two lines.", valueName: "milliseconds"))
  var pace = SessionRecorder.usualPace

  @Option(help: ArgumentHelp("What it is about; the file's name if not given.", valueName: "words"))
  var title: String?

  @Option(
    help: ArgumentHelp("With cast: when, for the header; none if not given.", valueName: "seconds"))
  var timestamp: Int?

  @OptionGroup(title: "Model") var scenario: ScenarioOption
  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Look") var look: LookOptions

  func validate() throws {
    if ExploreCommand.size(size) == nil { throw ValidationError(ExploreCommand.sizeHelp) }
    if !(0...60_000).contains(pace) {
      throw ValidationError("--pace takes 0 to 60000 milliseconds.")
    }
    if format.isRecording, all { throw ValidationError("--all goes with text, ansi and svg.") }
    if timestamp != nil, format != .cast {
      throw ValidationError("--timestamp goes with --format cast.")
    }
    let isFolder = format == .svg && all
    if isFolder != (outputDir != nil) {
      throw ValidationError("--format svg --all and --output-dir FOLDER go together.")
    }
    if isFolder, output != "-" {
      throw ValidationError("--output is for one file; pictures go into --output-dir.")
    }
    if output.isEmpty { throw ValidationError("--output needs the name of a file.") }
  }

  func run() throws {
    let destination = Output(path: output == "-" ? nil : output, replaces: force)
    try destination.check()
    let text = try LessonFile.textOfLesson(file)
    let playback = try text == nil ? Playback(path: file) : nil
    let session = try Session(data, parts: ExploreCommand.parts)
    let first = AppState.calls(of: try scenario.scenario(session.catalog))
    let atlas = ExploreCommand.atlas(session)
    let lesson = text.map { LessonFile(file, text: $0, session.catalog) }
    let lines: [SessionText.Line]
    if let lesson {
      let sound = try lesson.sound()
      let size = ExploreCommand.size(size) ?? Size(columns: 80, rows: 24)
      lines = LessonRun(atlas, lesson.shelf, size: size).lines(lesson.shelf, sound)
    } else {
      lines = Array(playback?.lines ?? [])
    }
    let recording = try record(lines, first, atlas, lesson?.shelf)
    let screens = RecordedScreens(recording)
    if let outputDir { return try write(screens.pictures, into: outputDir) }
    if format.isRecording {
      try destination.write(format.text(of: recording, timestamp: timestamp))
    } else {
      try destination.write(all ? screens.all(format) : screens.last(format) ?? "")
    }
  }

  private func record(
    _ lines: [SessionText.Line], _ first: [Call], _ atlas: Atlas, _ shelf: LessonShelf?
  ) throws(Failure) -> Recording {
    let name = PlainText.clean(file)
    let base = name.split(separator: "/").last.map(String.init) ?? name
    var recorder = SessionRecorder(
      size: ExploreCommand.size(size) ?? Size(columns: 80, rows: 24),
      title: title.map(PlainText.clean) ?? "DPG Atlas: \(base)")
    recorder.glyphs = look.ascii ? .ascii : .unicode
    recorder.theme = look.chosenTheme ?? .dark
    recorder.keepsTheme = look.chosenTheme != nil
    recorder.hasColours = !look.noColor && getenv("NO_COLOR") == nil
    recorder.pace = pace
    recorder.lessons = shelf.map { [$0] } ?? []
    recorder.speech = Languages.speech(look.chosenLanguage ?? .english)
    do throws(SessionRecorder.Trouble) {
      return try recorder.record(lines, after: first, atlas: atlas)
    } catch {
      throw Failure(.work, "\(name): `\(PlainText.clean(error.call.description))`: \(error.text)")
    }
  }

  /// Writes pictures, each whole; nothing is written where one of them exists and may not be replaced.
  private func write(
    _ pictures: [(name: String, text: String)], into folder: String
  ) throws(Failure) {
    try BatchFolder.make(folder)
    let places = pictures.map { Output(path: "\(folder)/\($0.name)", replaces: force) }
    for place in places { try place.check() }
    for (place, picture) in zip(places, pictures) { try place.write(picture.text) }
    Output.say("\(pictures.count) pictures are in \(folder).")
  }
}
