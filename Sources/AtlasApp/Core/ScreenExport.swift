import AtlasReport
public import AtlasScreen

/// The screen itself as a file, and the session so far as a recording.
extension AppState {
  /// The screen as files on offer.
  static let screenChoices: [Export.Choice] = [
    Export.Choice(
      name: "screen.txt", title: "This screen: text", file: "dpg-atlas-screen.txt", command: ""),
    Export.Choice(
      name: "screen.ansi", title: "This screen: text with colours for terminals",
      file: "dpg-atlas-screen.ansi", command: ""),
    Export.Choice(
      name: "screen.svg", title: "This screen: a picture (SVG)", file: "dpg-atlas-screen.svg",
      command: ""),
  ]

  /// Everything that `export-as` takes here: the view in each format, reports, the screen.
  var exportChoices: [Export.Choice] { (view.export(self)?.choices ?? []) + Self.screenChoices }

  /// The contents of a file on offer, by its name.
  func exportContents(_ name: String) -> ExportContents? {
    guard Self.screenChoices.contains(where: { $0.name == name }) else {
      return view.export(self)?.contents(name)
    }
    let screen = screen
    let theme = (Theme(name: theme) ?? .dark).shown(hasColours: hasColours)
    return switch name {
    case "screen.svg": .text(ScreenSVG(theme).picture(screen, title: screenTitle))
    case "screen.ansi": .text(ScreenANSI(theme).text(screen))
    default: .text(screen.lines.map { $0 + "\n" }.joined())
    }
  }

  /// The screen as the terminal shows it.
  public var screen: CellBuffer {
    var screen = CellBuffer(size: size)
    render(self, into: &screen)
    return shown(screen)
  }

  /// A screen that was drawn, in ASCII where the terminal shows no more.
  public func shown(_ screen: CellBuffer) -> CellBuffer {
    glyphs == .ascii ? screen.folded : screen
  }

  /// Where the screen is, in a line.
  public var screenTitle: String {
    "DPG Atlas: " + work.trail.map { PlainText.clean($0.crumb(self)) }.joined(separator: " > ")
  }

  /// Forms of a recording, as `save-recording` takes them.
  static let recordingForms: [(name: String, title: String, detail: String)] = [
    ("html", "A page that plays it", "opens in any browser, needs no network"),
    ("cast", "An asciicast", "for asciinema and other players of terminals"),
  ]

  /// Writes the session so far, played anew from its log; without a form, asks for one.
  mutating func saveRecording(_ form: String) -> Outcome {
    guard !form.isEmpty else {
      overlay = .list(ListOverlay(.recordings))
      return .nothing
    }
    guard Self.recordingForms.contains(where: { $0.name == form }) else {
      let forms = Self.recordingForms.map(\.name).joined(separator: ", ")
      say("A recording is one of \(forms).", isError: true)
      return .nothing
    }
    var recorder = SessionRecorder(size: size, title: "DPG Atlas: a session")
    recorder.glyphs = glyphs
    recorder.theme = Theme(name: firstTheme) ?? .dark
    recorder.hasColours = hasColours
    let lines = log.calls.map(SessionText.Line.call)
    guard
      let recording = try? recorder.record(lines, atlas: base, passesOver: true)
    else { return .nothing }
    let text = form == "html" ? ReplayPage(recording).html : Asciicast(recording).text
    return Outcome(effects: [
      .write(suggestedName: "dpg-atlas-session.\(form)", contents: .text(text), command: "")
    ])
  }
}
