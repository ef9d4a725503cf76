import AtlasReport
import CPaper

// The list of sources, in two columns.
extension PaperFlow {
  /// The sources with their numbers, which citations lead to.
  mutating func list(of entries: [Citations.Entry]) {
    let gutter = 14.0
    let column = (width - gutter) / 2
    let number = 18.0
    let texts = entries.map { entry -> (mark: PaperText?, text: PaperText?, name: String) in
      let words = [entry.words, entry.address].filter { !$0.isEmpty }.joined(separator: " ")
      return (
        shape("\(entry.number).", size: PaperMeasure.tiny, width: number - 4, place: CP_END),
        shape(words, size: PaperMeasure.tiny, width: column - number), "s\(entry.number)"
      )
    }
    let heights = texts.map { max($0.mark?.height ?? 0, $0.text?.height ?? 0) + 1 }
    var next = 0
    while next < texts.count {
      let rest = heights[next...].reduce(0, +)
      let tallest = heights[next...].max() ?? 0
      if tallest > room, y > PaperMeasure.top { breakPage() }
      // What fits on this page in two columns; the last page has columns of one height.
      let limit = min(room, max(rest / 2 + tallest / 2, tallest))
      let start = y
      var end = y
      for side in 0..<2 {
        var place = start
        while next < texts.count, place == start || place + heights[next] <= start + limit {
          let entry = texts[next]
          let x = left + Double(side) * (column + gutter)
          add(.place(entry.name))
          add(.begin("P", attributes: ""))
          if let mark = entry.mark {
            add(.line(mark, 0, x: x, y: place, colour: PageColour.quiet))
          }
          var line = place
          for (position, shape) in (entry.text?.lines ?? []).enumerated() {
            if let text = entry.text {
              add(.line(text, position, x: x + number, y: line, colour: PageColour.ink))
            }
            line += shape.height
          }
          add(.end("P"))
          place += heights[next]
          next += 1
        }
        end = max(end, place)
      }
      y = end
      if next < texts.count { breakPage() }
    }
  }
}
