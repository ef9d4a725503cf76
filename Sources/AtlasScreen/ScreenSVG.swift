/// Draws screens as pictures of SVG: one element a run of text, held to its columns.
public struct ScreenSVG: Sendable {
  /// The looks of the roles.
  public let theme: Theme
  /// Width of a column; 0.6 of the size of the letters, as in most fixed fonts.
  static let columnWidth = 9
  /// Height of a row.
  static let rowHeight = 18
  private static let margin = 9

  /// Draws in the looks of a theme.
  public init(_ theme: Theme) { self.theme = theme }

  /// The picture of a screen, with its text for readers that see no pictures.
  ///
  /// - Parameters:
  ///   - screen: The screen.
  ///   - title: What is shown, in a line.
  public func picture(_ screen: CellBuffer, title: String) -> String {
    let width = screen.size.columns * Self.columnWidth + 2 * Self.margin
    let height = screen.size.rows * Self.rowHeight + 2 * Self.margin
    var text = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" width="\(width)" \
      height="\(height)" role="img" aria-labelledby="title" aria-describedby="words" \
      font-family="'DejaVu Sans Mono','Noto Sans Mono',Menlo,Consolas,monospace" font-size="15">
      <title id="title">\(Self.escaped(title))</title>
      <desc id="words">\(screen.lines.map { Self.escaped($0) + "\n" }.joined())</desc>
      <rect width="\(width)" height="\(height)" fill="\(theme.plainBackground.css)"/>

      """
    for row in 0..<screen.size.rows {
      let runs = CellRun.runs(of: screen.row(row))
      for run in runs { text += background(of: run, row) }
      for run in runs { text += words(of: run, row) }
    }
    if let cursor = screen.cursor {
      text += Self.box(
        cursor.column, cursor.row, 1, "\(theme.plainForeground.css)\" fill-opacity=\"0.5")
    }
    return text + "</svg>\n"
  }

  private func background(of run: CellRun, _ row: Int) -> String {
    let behind = theme.colours(of: run.role).behind
    return behind == theme.plainBackground
      ? "" : Self.box(run.column, row, run.columns, behind.css)
  }

  private static func box(_ column: Int, _ row: Int, _ columns: Int, _ fill: String) -> String {
    "<rect x=\"\(margin + column * columnWidth)\" y=\"\(margin + row * rowHeight)\" "
      + "width=\"\(columns * columnWidth)\" height=\"\(rowHeight)\" fill=\"\(fill)\"/>\n"
  }

  private func words(of run: CellRun, _ row: Int) -> String {
    let style = theme.style(for: run.role)
    var look = "fill=\"\(theme.colours(of: run.role).text.css)\""
    if style.attributes.contains(.bold) { look += " font-weight=\"bold\"" }
    if style.attributes.contains(.dim) { look += " fill-opacity=\"0.65\"" }
    if style.attributes.contains(.underline) { look += " text-decoration=\"underline\"" }
    return run.pieces.map { piece in
      "<text x=\"\(Self.margin + piece.column * Self.columnWidth)\" "
        + "y=\"\(Self.margin + row * Self.rowHeight + 14)\" "
        + "textLength=\"\(piece.columns * Self.columnWidth)\" lengthAdjust=\"spacingAndGlyphs\" "
        + "\(look)>\(Self.escaped(piece.text))</text>\n"
    }.joined()
  }

  /// Text as XML has it; cells hold no control characters, and what a title has goes.
  private static func escaped(_ text: String) -> String {
    var result = ""
    CellText.forEachUnit(text) { unit, _ in
      switch unit {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      default: result += unit
      }
      return true
    }
    return result
  }
}
