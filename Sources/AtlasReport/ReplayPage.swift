public import AtlasScreen

/// A recording as one page of HTML that plays it, without network: every screen is in it as text.
///
/// Without scripts, and on paper, all screens stand one after the other.
public struct ReplayPage: Sendable {
  /// What is shown.
  public let recording: Recording

  /// Shows a recording.
  public init(_ recording: Recording) { self.recording = recording }

  /// The page.
  public var html: String {
    let title = HTMLText.plain(recording.title)
    return """
      <!DOCTYPE html>
      <html lang="\((Translator.current?.language ?? .english).rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src '\(ReplayScript.digest)'">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>
      \(style)</style>
      </head>
      <body>
      <header>
      <h1>\(HTMLText.escaped(recording.title))</h1>
      <p class="quiet">\(summary)</p>
      </header>
      \(controls)<main id="frames" data-end="\(recording.milliseconds)">
      \(figures)</main>
      <footer><p>\(Self.said(Self.footer))</p></footer>
      <script>\(ReplayScript.text)</script>
      </body>
      </html>

      """
  }

  private var summary: String {
    let seconds = (recording.milliseconds + 500) / 1000
    let count = recording.frames.count
    return Self.said("Screens: \(count). Seconds at usual speed: \(seconds).")
  }

  private static let footer =
    "Made by DPG Atlas. Screens are text: select and copy them. On paper, and without scripts, they "
    + "stand one after the other."
  private static let keys =
    "Keys: Space plays and pauses, arrows go back and on, Home and End to the first and last screen, "
    + "+ and - change the speed."

  /// Words of the page in the language that is spoken, fit to stand in it.
  private static func said(_ text: String) -> String {
    HTMLText.escaped(Translator.current?.translate(text) ?? text)
  }

  /// Shown by the script only; each button says in words what it does.
  private var controls: String {
    let (play, pause) = (Self.said("Play"), Self.said("Pause"))
    let (half, usual) = (Self.said("half"), Self.said("usual"))
    let (twice, fast) = (Self.said("twice"), Self.said("four times"))
    return """
      <div id="controls" role="group" aria-label="\(Self.said("Replay"))" hidden>
      <button id="play" type="button" aria-keyshortcuts="Space K" data-play="\(play)" \
      data-pause="\(pause)">\(play)</button>
      <button id="back" type="button" aria-keyshortcuts="ArrowLeft">\(Self.said("Back"))</button>
      <button id="next" type="button" aria-keyshortcuts="ArrowRight">\(Self.said("Next"))</button>
      <label for="place">\(Self.said("Screen"))</label>
      <input id="place" type="range" min="1" value="1" step="1">
      <label for="speed">\(Self.said("Speed"))</label>
      <select id="speed"><option value="0.5">\(half)</option><option value="1" selected>\(usual)\
      </option><option value="2">\(twice)</option><option value="4">\(fast)</option></select>
      <p id="count"></p>
      <p class="quiet">\(Self.said(Self.keys))</p>
      <p id="caption" aria-live="polite"></p>
      </div>

      """
  }

  private var figures: String {
    let themes = themes
    var rows: [RowKey: String] = [:]
    var text = ""
    for (index, frame) in recording.frames.enumerated() {
      let place = Self.said("Screen \(index + 1) of \(recording.frames.count)")
      let step = frame.step.isEmpty ? "" : " <code>\(HTMLText.plain(frame.step))</code>"
      text += "<figure class=\"frame\" data-at=\"\(frame.milliseconds)\">\n"
      let theme = themes.firstIndex(of: frame.theme) ?? 0
      text += "<div class=\"screen t\(theme)\" role=\"group\" aria-label=\"\(place)\" "
      text += "tabindex=\"0\"><pre>\n"
      for row in frame.rows {
        let key = RowKey(row: row, theme: theme)
        let line = rows[key] ?? markup(recording.cells(ofRow: row), theme)
        rows[key] = line
        text += line + "\n"
      }
      text += "</pre></div>\n<figcaption><span class=\"count\">\(place).\(step)</span>"
      text += " <span class=\"words\">\(HTMLText.escaped(frame.caption))</span></figcaption>\n"
      text += "</figure>\n"
    }
    return text
  }

  private struct RowKey: Hashable {
    var row: Int
    var theme: Int
  }

  /// A row: what has a look of its own, or letters that other fonts may make wider, in elements.
  private func markup(_ cells: [Cell], _ theme: Int) -> String {
    var runs = CellRun.runs(of: cells)
    if let last = runs.last, last.role == .text, last.kind == .plain {
      runs[runs.count - 1].text = String(last.text.reversed().drop { $0 == " " }.reversed())
    }
    return runs.map { run in
      let text = HTMLText.plain(run.text)
      guard run.role != .text || run.kind != .plain else { return text }
      var classes = run.role == .text ? [] : ["r\(theme)-\(run.role.rawValue)"]
      var width = ""
      if run.kind != .plain {
        classes.append("f")
        width = " style=\"width:\(run.columns)ch\""
      }
      return "<span class=\"\(classes.joined(separator: " "))\"\(width)>\(text)</span>"
    }.joined()
  }

  /// The themes that occur, in order.
  private var themes: [Theme] {
    var themes: [Theme] = []
    for frame in recording.frames where !themes.contains(frame.theme) { themes.append(frame.theme) }
    return themes
  }

  private var style: String {
    let columns = recording.frames.map(\.size.columns).max() ?? 80
    return ReplayStyle(themes: themes, columns: columns).sheet
  }
}
