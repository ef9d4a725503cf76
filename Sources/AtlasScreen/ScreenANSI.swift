/// Writes screens for terminals of 24-bit colour: whole, or what differs from the screen before.
public struct ScreenANSI: Sendable {
  /// The looks of the roles.
  public let theme: Theme

  /// Writes in the looks of a theme.
  public init(_ theme: Theme) { self.theme = theme }

  /// The screen as lines, each of which ends in the terminal's own colours.
  public func text(_ screen: CellBuffer) -> String {
    var text = ""
    for row in 0..<screen.size.rows {
      let cells = Array(screen.row(row))
      var pen = Pen(theme)
      for cell in cells.prefix(visibleEnd(of: cells)) { pen.write(cell) }
      pen.reset()
      text += pen.text + "\n"
    }
    return text
  }

  /// What turns one screen into the next; without one before, or of another size, all of it.
  public func update(from old: CellBuffer?, to new: CellBuffer) -> String {
    let known = old?.size == new.size ? old : nil
    var pen = Pen(theme)
    if known == nil { pen.text += "\u{1B}[0m\u{1B}[2J\u{1B}[?25l" }
    for row in 0..<new.size.rows {
      let cells = Array(new.row(row))
      let before = known.map { Array($0.row(row)) }
      if before != cells { write(cells, over: before, row: row, with: &pen) }
    }
    pen.reset()
    if let cursor = new.cursor {
      if cursor != known?.cursor || !pen.text.isEmpty { pen.move(cursor.column, cursor.row) }
      if known?.cursor == nil { pen.text += "\u{1B}[?25h" }
    } else if known?.cursor != nil {
      pen.text += "\u{1B}[?25l"
    }
    return pen.text
  }

  /// Writes the cells of a row that differ; without a row before, those that can be seen.
  private func write(
    _ cells: [Cell], over before: [Cell]?, row: Int, with pen: inout Pen
  ) {
    let end = visibleEnd(of: cells)
    for column in 0..<end where !cells[column].isContinuation {
      let isSame = before.map { $0[column] == cells[column] } ?? !isVisible(cells[column])
      if isSame { continue }
      pen.reach(column, row, over: cells)
      pen.write(cells[column])
    }
    guard let before, end < visibleEnd(of: before) else { return }
    pen.reset()
    pen.reach(end, row, over: cells)
    pen.text += "\u{1B}[K"
  }

  /// Where the blank end of a row begins.
  private func visibleEnd(of cells: [Cell]) -> Int {
    cells.lastIndex(where: isVisible).map { $0 + 1 } ?? 0
  }

  /// Whether a cell differs from an empty terminal.
  private func isVisible(_ cell: Cell) -> Bool {
    guard cell.text == " " else { return true }
    let style = theme.style(for: cell.role)
    return style.background != nil || !style.attributes.isDisjoint(with: [.underline, .reverse])
  }
}

/// Where the terminal's cursor is and how it writes, with what was sent so far.
private struct Pen {
  var text = ""
  private let theme: Theme
  private var style = Style()
  private var place: (column: Int, row: Int)?

  init(_ theme: Theme) { self.theme = theme }

  mutating func write(_ cell: Cell) {
    let wanted = theme.style(for: cell.role)
    if wanted.look != style.look {
      text += Self.sequence(wanted)
      style = wanted
    }
    text += cell.text
    place?.column += cell.width
  }

  mutating func reset() {
    if style.look != Style().look { text += "\u{1B}[0m" }
    style = Style()
  }

  /// Goes to a cell: over a few that stay as they are, which is shorter to write, or at once.
  mutating func reach(_ column: Int, _ row: Int, over cells: [Cell]) {
    if let place, place.row == row, place.column <= column, column - place.column <= 5 {
      let between = cells[place.column..<column]
      if between.first?.isContinuation != true,
        between.allSatisfy({ theme.style(for: $0.role).look == style.look })
      {
        for cell in between { write(cell) }
        return
      }
    }
    move(column, row)
  }

  mutating func move(_ column: Int, _ row: Int) {
    text += "\u{1B}[\(row + 1);\(column + 1)H"
    place = (column, row)
  }

  private static func sequence(_ style: Style) -> String {
    var codes = ["0"]
    for (attribute, code) in [
      (Style.Attributes.bold, "1"), (.dim, "2"), (.underline, "4"), (.reverse, "7"),
    ] where style.attributes.contains(attribute) { codes.append(code) }
    if let ink = style.foreground { codes.append("38;2;\(ink.red);\(ink.green);\(ink.blue)") }
    if let paper = style.background {
      codes.append("48;2;\(paper.red);\(paper.green);\(paper.blue)")
    }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}

extension Style {
  /// The look where colours are had; what it is without them does not count.
  fileprivate var look: Style {
    Style(foreground: foreground, background: background, attributes: attributes)
  }
}
