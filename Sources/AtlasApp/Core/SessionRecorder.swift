public import AtlasScreen

/// Plays a session without a terminal and keeps every screen of it.
///
/// Nothing is written and no clock is asked: times come from the pace, and a file that the session
/// would export is only named. The same session gives the same recording.
public struct SessionRecorder: Sendable {
  /// Size of the explorer's screen.
  public var size: Size
  /// Drawing characters.
  public var glyphs = Glyphs.unicode
  /// Colours at the start.
  public var theme = Theme.dark
  /// Whether the colours stay, whatever the session says.
  public var keepsTheme = false
  /// Whether there are colours.
  public var hasColours = true
  /// Milliseconds from one line of the session to the next.
  public var pace = SessionRecorder.usualPace
  /// Lessons that the session may open.
  public var lessons: [LessonShelf] = []
  /// In which language the screens speak.
  public var speech = Speech()
  /// What the recording is about, in a line.
  public var title: String
  /// The usual milliseconds between two lines.
  public static let usualPace = 800

  /// Why a line of a session could not be carried out.
  public struct Trouble: Error, Sendable, Equatable {
    /// The line.
    public var call: Call
    /// What is wrong.
    public var text: String
  }

  /// Makes a recorder of screens of a size.
  public init(size: Size, title: String) {
    self.size = size
    self.title = title
  }

  /// Plays lines from the home view on.
  ///
  /// - Parameters:
  ///   - lines: Verbs and captions.
  ///   - first: Verbs to carry out before, which are not shown.
  ///   - atlas: The dataset.
  ///   - passesOver: Whether a line that cannot be carried out is passed over.
  public func record(
    _ lines: [SessionText.Line], after first: [Call] = [], atlas: Atlas, passesOver: Bool = false
  ) throws(Trouble) -> Recording {
    var recording = Recording(title: title)
    var state = AppState(
      atlas: atlas, size: size, glyphs: glyphs, theme: theme.name, lessons: lessons,
      speech: speech)
    for call in first { _ = update(&state, call) }
    var caption = ""
    add(state, caption, "", pace, to: &recording)
    for line in lines where !recording.isFull {
      switch line {
      case .caption(let words):
        caption = words
        state.message = nil
        add(state, caption, "", Self.readingTime(words, pace), to: &recording)
      case .call(let call):
        let (effects, problem) = play(&state, call)
        if let problem, !passesOver { throw Trouble(call: call, text: problem) }
        let isOver = state.carryOut(effects)
        add(state, caption, call.description, pace, to: &recording)
        if isOver { return recording }
      }
    }
    return recording
  }

  private func add(
    _ state: AppState, _ caption: String, _ step: String, _ duration: Int,
    to recording: inout Recording
  ) {
    let colours = keepsTheme ? theme : Theme(name: state.theme) ?? theme
    recording.add(
      state.screen, theme: colours.shown(hasColours: hasColours), caption: caption, step: step,
      lasting: duration)
  }

  /// A caption stays as long as it takes to read: a step of the pace for sixteen letters.
  public static func readingTime(_ words: String, _ pace: Int) -> Int {
    pace * max(16, words.count) / 16
  }
}

extension AppState {
  /// What is said of effects where nothing is outside; true when one of them ends the session.
  fileprivate mutating func carryOut(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return true
      case .write(let name, _, let command): message = .written(name, command: command)
      case .copy(let text): message = .copied(text)
      case .suspend, .redraw, .theme, .mouse: break
      }
    }
    return false
  }
}

extension AppState.Message {
  /// What is said of a file that was written.
  public static func written(_ name: String, command: String) -> AppState.Message {
    AppState.Message(
      text: "Written here: \(name)" + (command.isEmpty ? "" : "; the same as: \(command)"))
  }

  /// What is said of a text that went to the clipboard.
  public static func copied(_ text: String) -> AppState.Message {
    AppState.Message(text: "Sent to the terminal's clipboard: \(text)")
  }
}
