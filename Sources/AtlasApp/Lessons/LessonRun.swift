public import AtlasScreen

/// A lesson played through without a terminal: every step, its answers revealed, its surprises let happen.
public struct LessonRun: Sendable {
  /// One screen.
  public struct Screen: Sendable, Equatable {
    /// Id of the step.
    public var step: String
    /// Its title.
    public var title: String
    /// The rows of the screen.
    public var rows: [String]
    /// What the step could not do; empty for nothing.
    public var trouble: [String]
  }

  /// The screens, one a step, in the order in which the steps were met.
  public let screens: [Screen]

  /// Plays a lesson; a step that is met again ends it.
  ///
  /// - Parameters:
  ///   - atlas: The dataset.
  ///   - shelf: The lesson.
  ///   - size: Size of the screen.
  ///   - glyphs: Drawing characters.
  ///   - speech: In which language the screens speak.
  public init(
    _ atlas: Atlas, _ shelf: LessonShelf, size: Size, glyphs: Glyphs = .unicode,
    speech: Speech = Speech()
  ) {
    var state = AppState(
      atlas: atlas, size: size, glyphs: glyphs, usesMouse: false, lessons: [shelf],
      speech: speech)
    _ = update(&state, Call(.openLesson, shelf.name))
    var screens: [Screen] = []
    var seen: Set<Int> = []
    while let player = state.player, seen.insert(player.step).inserted {
      if !player.current.question.isEmpty { _ = update(&state, Call(.lessonReveal)) }
      for inject in player.current.injects {
        _ = update(&state, .elapsed(inject.seconds * 1_000 + 1 - (state.player?.elapsed ?? 0)))
      }
      var buffer = CellBuffer(size: size)
      _ = render(state, into: &buffer)
      screens.append(
        Screen(
          step: player.current.id, title: player.current.title, rows: buffer.lines,
          trouble: state.player?.trouble ?? []))
      _ = update(&state, Call(.lessonNext))
    }
    self.screens = screens
  }

  /// The lesson as lines of a session: every step with its title as a caption, its answer revealed.
  ///
  /// - Parameters:
  ///   - shelf: The lesson.
  ///   - lesson: The same, read.
  public func lines(_ shelf: LessonShelf, _ lesson: Lesson) -> [SessionText.Line] {
    var lines: [SessionText.Line] = []
    for (place, screen) in screens.enumerated() {
      let step = lesson.step(screen.step).map { lesson.steps[$0] }
      lines.append(.call(place == 0 ? Call(.openLesson, shelf.name) : Call(.lessonNext)))
      // As long as it takes to read what the step says.
      lines.append(
        .caption(([screen.title] + (step?.captions ?? [])).joined(separator: ". ")))
      if step?.question.isEmpty == false {
        lines.append(.call(Call(.lessonReveal)))
        lines.append(.caption(step?.answer ?? ""))
      }
    }
    return lines
  }

  /// All screens one after another, each under the title of its step.
  public var text: String {
    screens.map { screen in
      "== \(screen.step): \(screen.title)\n" + screen.rows.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
  }
}
