import ArgumentParser
import AtlasReport
import AtlasScreen

/// A form in which a recording or its screens are written.
enum RecordFormat: String, CaseIterable, ExpressibleByArgument {
  /// Asciicast v2.
  case cast
  /// A page that plays it.
  case html
  /// Screens as text.
  case text
  /// Screens as text with colours for terminals.
  case ansi
  /// Screens as pictures.
  case svg

  /// Whether all of the session goes into one file.
  var isRecording: Bool { self == .cast || self == .html }

  /// The form that the ending of a file asks for; nil for another ending.
  init?(ending path: String) {
    guard let form = [Self.cast, .html].first(where: { path.hasSuffix("." + $0.rawValue) }) else {
      return nil
    }
    self = form
  }

  /// The whole recording as text; empty for a form of screens.
  func text(of recording: Recording, timestamp: Int? = nil) -> String {
    switch self {
    case .cast: Asciicast(recording, timestamp: timestamp).text
    case .html: ReplayPage(recording).html
    case .text, .ansi, .svg: ""
    }
  }
}

/// Screens of a recording as text, with colours or without, or as pictures.
struct RecordedScreens {
  let recording: Recording
  private let captionRows: Int

  init(_ recording: Recording) {
    self.recording = recording
    captionRows = recording.captionRows
  }

  /// The last screen; nil of an empty recording.
  func last(_ format: RecordFormat) -> String? {
    recording.frames.last.map { screen($0, format) }
  }

  /// Every screen, one after another, each under a rule that says which it is and what was done.
  func all(_ format: RecordFormat) -> String {
    recording.frames.enumerated().map { place, frame in
      let step = frame.step.isEmpty ? "" : ", " + PlainText.clean(frame.step)
      return "--- screen \(place + 1) of \(recording.frames.count)\(step) ---\n"
        + screen(frame, format)
    }.joined()
  }

  /// A picture of every screen, with names that sort as they come.
  var pictures: [(name: String, text: String)] {
    let digits = String(recording.frames.count).count
    return recording.frames.enumerated().map { place, frame in
      let number = String(place + 1)
      let zeros = String(repeating: "0", count: max(0, digits - number.count))
      return ("screen-\(zeros)\(number).svg", screen(frame, .svg))
    }
  }

  private func screen(_ frame: Recording.Frame, _ format: RecordFormat) -> String {
    let screen = recording.captioned(frame, rows: captionRows)
    switch format {
    case .ansi: return ScreenANSI(frame.theme).text(screen)
    case .svg:
      let step = frame.step.isEmpty ? "" : ", " + frame.step
      return ScreenSVG(frame.theme).picture(screen, title: recording.title + step)
    case .text, .cast, .html: return screen.lines.map { $0 + "\n" }.joined()
    }
  }
}
