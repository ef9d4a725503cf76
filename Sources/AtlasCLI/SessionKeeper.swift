import AtlasApp
import AtlasReport
import AtlasScreen

/// Keeps the explorer's session between runs: read at the start, written at the end.
struct SessionKeeper {
  /// Name of the file in the state folder.
  private static let name = "session"
  private let folder: StateFolder
  private var isWritable = true
  private var remark = ""

  /// Verbs that were read, with the theme and the language that they ask for.
  struct Kept {
    var calls: [Call] = []
    var theme: Theme?
    var language: Language?
  }

  /// Keeps sessions in a folder.
  init(_ folder: StateFolder) { self.folder = folder }

  /// Reads the session; a damaged one is kept aside and named, never deleted.
  mutating func read() -> Kept? {
    switch folder.read(Self.name) {
    case .none: return nil
    case .unreadable(let reason): return setAside(reason)
    case .text(let text):
      do throws(SessionText.Problem) {
        var kept = Kept()
        for case .call(let call) in try SessionText.read(text) {
          if call.id == .setTheme {
            kept.theme = Theme(name: call.argument)
          } else if call.id == .setLanguage {
            kept.language = Language(rawValue: call.argument)
          } else {
            kept.calls.append(call)
          }
        }
        return kept
      } catch {
        return setAside(error.description)
      }
    }
  }

  private mutating func setAside(_ reason: String) -> Kept? {
    if let name = folder.setAside(Self.name) {
      // The name first: a narrow screen cuts the end.
      remark = "Kept as \(name): the last session could not be read (\(reason))."
    } else {
      remark = "The session cannot be read (\(reason)) and will not be written."
      isWritable = false
    }
    return Kept()
  }

  /// Brings a session back into a state.
  func restore(_ kept: Kept, into state: inout AppState) {
    let failed = state.restore(kept.calls)
    if !remark.isEmpty {
      state.message = AppState.Message(text: remark, isError: true)
    } else if failed > 0 {
      state.message = AppState.Message(
        text: "\(failed) things of the last session are not in this dataset.", isError: true)
    }
  }

  /// Writes the session; that it cannot be written is said on standard error.
  func write(_ state: AppState) {
    guard isWritable else { return }
    do throws(Failure) {
      try folder.write(Self.name, state.sessionText)
    } catch {
      Output.say("The session was not kept: \(error.description)")
    }
  }
}
