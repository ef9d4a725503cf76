import AtlasModel

/// Makes a lesson of a session that was played: what was done becomes steps to be filled with words.
public enum LessonRecorder {
  /// A lesson whose steps carry out what a session did.
  ///
  /// A caption begins a step, and so does every verb that opens a view once a step does something.
  ///
  /// - Parameters:
  ///   - lines: The lines of a session or log.
  ///   - title: Title of the lesson.
  public static func text(_ lines: [SessionText.Line], title: String) -> String {
    var text =
      "\(LessonText.header)\ntitle: \(SafeText.line(title, limit: 80))\nabout: "
      + "What this lesson is about, in a sentence.\nminutes: 10\n"
    var steps = 0
    var hasWork = true
    func begin(_ title: String) {
      steps += 1
      text += "\nstep s\(steps): \(SafeText.line(title, limit: 80))\n"
      hasWork = false
    }
    for line in lines {
      switch line {
      case .caption(let words):
        begin(words)
        text += "say: \(SafeText.line(words, limit: LessonText.longestLine))\n"
      case .call(let call):
        guard call.id != .setTheme, call.id != .setLanguage else { continue }
        if hasWork, steps == 0 || opens(call.id) {
          begin(Commands.command(call.id)?.title ?? call.id.rawValue)
          text += "say: What the room should see here.\n"
        }
        text += "do: \(call)\n"
        hasWork = true
      }
    }
    if steps == 0 { text += "\nstep s1: First step\nsay: What the room should see here.\n" }
    return text
  }

  private static func opens(_ id: CommandID) -> Bool {
    id == .go || id == .openRow || id == .screenPair || id == .whatIf || id == .why
      || id.rawValue.hasPrefix("show-")
  }
}
