import AtlasApp
import AtlasReport
import AtlasScreen
import Glibc

/// A recording of the explorer while it is used, written when the session ends.
///
/// Times are measured, and a pause longer than three seconds becomes three seconds.
struct LiveRecording {
  private let path: String
  private let format: RecordFormat
  private let replaces: Bool
  private let hasColours: Bool
  private var recording: Recording
  private var shown: (screen: CellBuffer, theme: Theme, step: String, caption: String, since: Int)?
  /// Longest time that a screen stays.
  private static let longestPause = 3_000

  /// Prepares a recording; fails before the explorer opens where the file could not be written.
  init(path: String, replaces: Bool, hasColours: Bool) throws(Failure) {
    let name = PlainText.clean(path)
    guard let format = RecordFormat(ending: path) else {
      throw Failure(.usage, "--record takes a name that ends in .cast or .html; this was `\(name)`")
    }
    try Output(path: path, replaces: replaces).check()
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
    guard access(folder, W_OK) == 0 else {
      throw Failure(
        .cannotCreate,
        "\(name): cannot be written: \(FileWriter.reason(errno)); choose another place")
    }
    self.path = path
    self.format = format
    self.replaces = replaces
    self.hasColours = hasColours
    recording = Recording(title: "DPG Atlas: a session")
    // Captions stand in the explorer's own message line.
    recording.hasCaptionLines = false
  }

  /// Keeps a screen that was drawn, if it is another one.
  mutating func keep(_ screen: CellBuffer, _ state: AppState, caption: String) {
    let screen = state.shown(screen)
    let theme = (Theme(name: state.theme) ?? .dark).shown(hasColours: hasColours)
    if let shown, shown.screen == screen, shown.theme == theme { return }
    close()
    let step = state.log.calls.last.map(\.description) ?? ""
    shown = (screen, theme, step, caption, Self.now)
  }

  /// Ends the screen that is shown: only now is it known how long it stayed.
  private mutating func close() {
    guard let last = shown else { return }
    recording.add(
      last.screen, theme: last.theme, caption: last.caption, step: last.step,
      lasting: min(Self.longestPause, Self.now - last.since))
    shown = nil
  }

  /// Writes the file.
  mutating func write() throws(Failure) {
    close()
    if recording.isFull {
      Output.say("The recording ends after \(Recording.limit) screens; the session went on.")
    }
    try Output.write(format.text(of: recording), to: path, replacing: replaces)
  }

  /// Milliseconds of a clock that never goes back.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
