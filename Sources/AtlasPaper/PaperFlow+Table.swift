import AtlasReport
import CPaper

// Tables: rows are not split over pages, headings are repeated.
extension PaperFlow {
  /// A table with its remarks.
  mutating func table(_ table: ReportTable) {
    guard !table.columns.isEmpty else { return }
    let cells = table.pageRows
    let (widths, size, padding) = columnWidths(table, cells)
    let heads = row(table.pageHeads, table, widths, size, padding, isHead: true)
    if !table.title.isEmpty, table.title != heading {
      set(shape(table.title, size: PaperMeasure.small), colour: PageColour.quiet)
    }
    let first = cells.first.map { row($0, table, widths, size, padding).height } ?? 0
    need(heads.height + min(first, pageHeight / 2) + 4)
    add(.begin("Table", attributes: ""))
    place(heads, isHead: true)
    for texts in cells {
      let row = row(texts, table, widths, size, padding)
      if row.height + 3 > room, heads.height + row.height < pageHeight || y > bottom - 40 {
        breakPage()
        place(heads, isHead: true)
      }
      place(row, heads: heads)
    }
    add(.end("Table"))
    y += 2
    for note in table.pageNotes { self.note(note) }
  }

  /// The shaped texts of a row, each at its left edge.
  private struct Row {
    var texts: [(text: PaperText?, x: Double)]
    var height: Double
  }

  private func row(
    _ texts: [String], _ table: ReportTable, _ widths: [Double], _ size: Double, _ padding: Double,
    isHead: Bool = false
  ) -> Row {
    var x = left
    var result = Row(texts: [], height: 0)
    for (position, text) in texts.enumerated() {
      let isNumber = table.columns[position].alignment == .trailing
      let shaped = shape(
        text, size: size, width: max(widths[position] - padding, 1),
        place: isNumber ? CP_END : CP_START, isBold: isHead)
      result.texts.append((shaped, x))
      result.height = max(result.height, shaped?.height ?? 0)
      x += widths[position]
    }
    return result
  }

  /// Places a row; one that is higher than the page goes on on the next.
  private mutating func place(_ row: Row, isHead: Bool = false, heads: Row? = nil) {
    add(.begin("TR", attributes: ""))
    if isHead {
      add(.box(x: left, y: y, width: width, height: row.height + 2, colour: PageColour.shade))
    }
    var done = row.texts.map { _ in 0 }
    while true {
      let start = y
      var end = y
      for (column, cell) in row.texts.enumerated() {
        add(.begin(isHead ? "TH" : "TD", attributes: ""))
        var place = start + 1
        while let text = cell.text, done[column] < text.lines.count {
          let height = text.lines[done[column]].height
          if place + height > bottom, place > PaperMeasure.top + 60 { break }
          add(.line(text, done[column], x: cell.x, y: place, colour: PageColour.ink))
          place += height
          done[column] += 1
        }
        end = max(end, place)
        add(.end(isHead ? "TH" : "TD"))
      }
      y = end + 1
      let isDone = zip(done, row.texts).allSatisfy { $0 >= $1.text?.lines.count ?? 0 }
      if isDone { break }
      breakPage()
      if let heads { place(heads, isHead: true) }
    }
    rule(height: 0.4)
    add(.end("TR"))
  }

  /// Widths that fill the page, the size of letters that they are for, and the gap between columns.
  ///
  /// Columns have what their longest texts take; where that is too much, those that may be broken give
  /// way, down to their longest word; where that is too much still, letters and gaps become smaller.
  /// A table that fits in no way leaves `isOverfull` behind.
  private mutating func columnWidths(
    _ table: ReportTable, _ cells: [[String]]
  ) -> (widths: [Double], size: Double, padding: Double) {
    let steps: [(size: Double, padding: Double)] = [
      (PaperMeasure.small, 8), (7.6, 7), (7, 6), (6.4, 5), (5.8, 4), (5.2, 3),
    ]
    var last: (widths: [Double], size: Double, padding: Double) = ([], 5.2, 3)
    for (size, padding) in steps {
      let (least, most) = needs(table, cells, size, padding)
      let (all, needed) = (most.reduce(0, +), least.reduce(0, +))
      if all <= width { return (Self.spread(most, table, over: width), size, padding) }
      if needed <= width {
        let share = (width - needed) / (all - needed)
        return (zip(least, most).map { $0 + ($1 - $0) * share }, size, padding)
      }
      last = (least.map { $0 * width / needed }, size, padding)
    }
    isOverfull = true
    return last
  }

  /// What columns need at least, and what they would take without a break.
  private func needs(
    _ table: ReportTable, _ cells: [[String]], _ size: Double, _ padding: Double
  ) -> (least: [Double], most: [Double]) {
    func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
    var (least, most): ([Double], [Double]) = ([], [])
    for (position, column) in table.columns.enumerated() {
      let texts = cells.map { $0[position] }
      let wide = widest(texts, size) { [$0] }
      let head = widest([table.pageHeads[position]], size, isBold: true, words)
      let word = column.isFlexible || wide > 60 ? widest(texts, size, words) : wide
      most.append(max(wide, head) + padding)
      least.append(max(min(word, 10 * size), head) + padding)
    }
    return (least, most)
  }

  /// Gives what is left over to the last column of words that may be long.
  private static func spread(
    _ widths: [Double], _ table: ReportTable, over width: Double
  ) -> [Double] {
    var widths = widths
    let rest = width - widths.reduce(0, +)
    let flexible = table.columns.indices.filter { table.columns[$0].isFlexible }
    for column in flexible { widths[column] += rest / Double(flexible.count) }
    return widths
  }

  /// Width of the widest part of some texts; of many, only the longest by letters are measured.
  private func widest(
    _ texts: [String], _ size: Double, isBold: Bool = false, _ parts: (String) -> [String]
  ) -> Double {
    let all = Set(texts.flatMap(parts)).sorted {
      ($1.unicodeScalars.count, $0) < ($0.unicodeScalars.count, $1)
    }
    // Short ones differ more by their letters than by how many they have.
    let isShort = all.first.map { $0.unicodeScalars.count <= 6 } ?? true
    return all.prefix(isShort ? 60 : 8).map { text in
      PaperText(
        RichText(String(text.prefix(200)), sources: []), canvas, size: size, isBold: isBold)?
        .width ?? 0
    }.max() ?? 0
  }
}
