import AtlasApp
import AtlasPaper
import AtlasReport
import AtlasScreen

/// Carries out what the explorer asks of the outside that needs no screen.
struct EffectRunner {
  /// Writes an exported file in the language of the explorer.
  static func write(
    _ suggestedName: String, _ contents: ExportContents, command: String, _ state: AppState
  ) -> AppState.Message {
    state.speaking {
      ScreenWords.verbatim { write(suggestedName, contents, command: command) }
    }
  }

  /// Writes an exported file beside existing ones, never over them, and says how it went.
  private static func write(
    _ suggestedName: String, _ contents: ExportContents, command: String
  ) -> AppState.Message {
    let bytes: [UInt8]
    do throws(Failure) {
      bytes = try Self.bytes(contents)
    } catch {
      return AppState.Message(text: error.description, isError: true)
    }
    var parts = suggestedName.split(separator: ".", omittingEmptySubsequences: false)
    let ending = parts.count > 1 ? "." + parts.removeLast() : ""
    let stem = parts.joined(separator: ".")
    for number in 1...999 {
      let name = number == 1 ? suggestedName : "\(stem)-\(number)\(ending)"
      do throws(Failure) {
        try FileWriter.write(bytes, toFile: name, replacing: false)
        return .written(name, command: command)
      } catch {
        if error.isExisting { continue }
        return AppState.Message(text: error.description, isError: true)
      }
    }
    return AppState.Message(text: "\(stem): 999 files of that name exist.", isError: true)
  }

  private static func bytes(_ contents: ExportContents) throws(Failure) -> [UInt8] {
    switch contents {
    case .text(let text): Array(text.utf8)
    case .workbook(let book): try WorkbookFile.bytes(book)
    case .pages(let document): try PaperPages.bytes(document, on: .a4)
    }
  }
}

/// A session file that is played back.
struct Playback {
  /// What is still to come.
  private(set) var lines: ArraySlice<SessionText.Line>

  /// Reads a session file.
  init(path: String) throws(Failure) {
    let text = try ScenarioOption.text(path)
    do throws(SessionText.Problem) {
      lines = try SessionText.read(text)[...]
    } catch {
      throw Failure(.invalidData, "\(PlainText.clean(path)): \(error)")
    }
  }

  /// Carries out the next line.
  ///
  /// - Returns: What the outside should do, and why the line could not be carried out; nil if it was.
  mutating func step(_ state: inout AppState) -> (effects: [Effect], problem: String?) {
    guard let line = lines.popFirst() else { return ([], nil) }
    switch line {
    case .call(let call): return play(&state, call)
    case .caption(let text):
      state.message = AppState.Message(text: text)
      return ([], nil)
    }
  }
}
