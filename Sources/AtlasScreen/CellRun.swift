/// Neighbouring cells of a row with one role, which writers of screens write at once.
///
/// Letters of different width or from different fonts stand in runs of their own, so that a writer
/// that knows columns but no fonts can put each run where it belongs.
public struct CellRun: Hashable, Sendable {
  /// How the letters of a run fill their columns.
  public enum Kind: Hashable, Sendable {
    /// Latin letters and signs, which every fixed font has.
    case plain
    /// Other letters and signs of one column, which may come from another font.
    case other
    /// Letters of two columns.
    case wide
  }

  /// The first column.
  public var column: Int
  /// How many columns.
  public var columns: Int
  /// The text.
  public var text: String
  /// What it means.
  public var role: Role
  /// How the letters fill the columns.
  public var kind: Kind

  /// The run without spaces at its ends, cut where two or more stand, which formats with markup merge.
  public var pieces: [CellRun] {
    var pieces: [CellRun] = []
    var column = column
    var spaces = 2
    CellText.forEachUnit(text) { unit, width in
      if unit == " " {
        spaces += 1
      } else if spaces > 1 {
        pieces.append(CellRun(column: column, columns: width, text: unit, role: role, kind: kind))
        spaces = 0
      } else if let last = pieces.indices.last {
        pieces[last].text += String(repeating: " ", count: spaces) + unit
        pieces[last].columns += spaces + width
        spaces = 0
      }
      column += width
      return true
    }
    return pieces
  }

  /// The runs of a row of cells, from the left.
  public static func runs(of cells: some Collection<Cell>) -> [CellRun] {
    var runs: [CellRun] = []
    for (column, cell) in cells.enumerated() where !cell.isContinuation {
      let isSpace = cell.text == " "
      if let last = runs.indices.last, runs[last].role == cell.role,
        isSpace || runs[last].kind == kind(of: cell)
      {
        runs[last].text += cell.text
        runs[last].columns += cell.width
        continue
      }
      runs.append(
        CellRun(
          column: column, columns: cell.width, text: cell.text, role: cell.role,
          kind: isSpace ? .plain : kind(of: cell)))
    }
    return runs
  }

  private static func kind(of cell: Cell) -> Kind {
    if cell.width == 2 { return .wide }
    return cell.text.unicodeScalars.allSatisfy { $0.value < 0x250 } ? .plain : .other
  }
}

extension CellBuffer {
  /// The screen with every cell in ASCII, as terminals show it that have nothing else.
  public var folded: CellBuffer {
    var copy = CellBuffer(size: size)
    copy.cursor = cursor
    for row in 0..<size.rows {
      for (column, cell) in self.row(row).enumerated() where !cell.isContinuation {
        copy.write(
          ASCIIFold.cell(cell.text, width: cell.width), at: column, row: row, role: cell.role)
      }
    }
    return copy
  }
}
