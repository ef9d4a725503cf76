import AtlasReport
import AtlasScreen
import Testing

@testable import AtlasApp

/// The screen itself as a file, and the session as a recording.
struct RecordingTests {
  private func written(_ effects: [Effect]) -> (name: String, text: String)? {
    guard case .write(let name, .text(let text), _)? = effects.first else { return nil }
    return (name, text)
  }

  @Test(
    "every view offers its own screen", arguments: ViewGoldenTests.View.allCases)
  func everyViewOffersItsScreen(_ view: ViewGoldenTests.View) throws {
    var app = try AppDriver()
    ViewGoldenTests.open(view, in: &app)
    guard app.state.overlay == nil else { return }
    app.state.message = nil
    let lines = app.buffer.lines
    #expect(Commands.command(.export)?.disabledReason(in: app.state) == nil)
    let text = try #require(written(app.run(.exportAs, "screen.txt")))
    #expect(text.name == "dpg-atlas-screen.txt")
    #expect(text.text == lines.map { $0 + "\n" }.joined())
    app.state.message = nil
    #expect(written(app.run(.exportAs, "screen.ansi"))?.text.contains("\u{1B}[0;") == true)
    let svg = try #require(written(app.run(.exportAs, "screen.svg"))).text
    #expect(svg.hasPrefix("<svg ") && svg.contains("<title id=\"title\">DPG Atlas: "))
  }

  @Test func theListOffersScreensLast() throws {
    var app = try AppDriver()
    app.press(.character("3"), .character("e"))
    let names = ListOverlay(.formats).items(app.state).compactMap(\.call?.argument)
    #expect(names.suffix(3) == ["screen.txt", "screen.ansi", "screen.svg"])
    #expect(names.contains("csv"))
  }

  @Test func aSessionIsSavedAsItsLogPlays() throws {
    var app = try AppDriver()
    app.press(.character("3"))
    app.run(.filter, "uganda")
    app.press(.enter, .enter, .character("t"), .character("2"))
    let lines = try SessionText.read(app.state.log.text)
    var recorder = SessionRecorder(size: app.state.size, title: "DPG Atlas: a session")
    recorder.theme = .dark
    let recording = try recorder.record(lines, atlas: app.state.base)
    #expect(recording.frames.count == lines.count + 1)
    let cast = try #require(written(app.run(.saveRecording, "cast")))
    #expect(cast.name == "dpg-atlas-session.cast" && cast.text == Asciicast(recording).text)
    let page = try #require(written(app.run(.saveRecording, "html")))
    #expect(page.text == ReplayPage(recording).html)
    // It leaves no trace, so that a recording of the session does not record itself.
    #expect(try SessionText.read(app.state.log.text) == lines)
    let last = try #require(recording.frames.last)
    #expect(recording.screen(last).lines.dropLast(2) == app.buffer.lines.dropLast(2))
    #expect(last.theme == .light && recording.frames.first?.theme == .dark)
  }

  @Test func withoutAFormItAsks() throws {
    var app = try AppDriver()
    app.run(.saveRecording)
    #expect(app.text.contains("Save the session so far as"))
    app.press(.enter)
    #expect(written(app.effects)?.name == "dpg-atlas-session.html")
    #expect(app.run(.saveRecording, "gif").isEmpty)
    #expect(app.state.message?.isError == true)
  }

  @Test func captionsStayAndTakeTimeToRead() throws {
    let lines = try SessionText.read(
      "\(SessionText.header)\n# \(String(repeating: "word ", count: 20))\nshow-map\n# b\nshow-goods\n"
    )
    var recorder = SessionRecorder(size: Size(columns: 80, rows: 24), title: "x")
    recorder.pace = 160
    let recording = try recorder.record(lines, atlas: try AppDriver.bundled.get())
    #expect(recording.frames.map(\.milliseconds) == [0, 160, 1160, 1320, 1480])
    #expect(recording.frames.map { $0.caption.count } == [0, 100, 100, 1, 1])
    #expect(recording.milliseconds == 1640)
  }

  @Test func aLineThatCannotBeCarriedOutIsNamed() throws {
    let recorder = SessionRecorder(size: Size(columns: 80, rows: 24), title: "x")
    let lines = try SessionText.read("\(SessionText.header)\nshow-map\ngo nowhere\n")
    let atlas = try AppDriver.bundled.get()
    do throws(SessionRecorder.Trouble) {
      _ = try recorder.record(lines, atlas: atlas)
      Issue.record("it was carried out")
    } catch {
      #expect(error.call == Call(.go, "nowhere") && !error.text.isEmpty)
    }
    #expect(try recorder.record(lines, atlas: atlas, passesOver: true).frames.count == 3)
  }

  @Test func aSessionThatLeavesEndsThere() throws {
    let recorder = SessionRecorder(size: Size(columns: 80, rows: 24), title: "x")
    let lines = try SessionText.read("\(SessionText.header)\nleave\nshow-map\n")
    #expect(try recorder.record(lines, atlas: try AppDriver.bundled.get()).frames.count == 2)
  }
}
