import AtlasReport
import CPaper

/// Places one block after the other, page after page.
struct PaperFlow {
  /// The PDF, which measures texts.
  let canvas: PaperCanvas
  /// Numbers of the sources that texts may cite.
  let sources: Set<Int>
  /// What stands on each page, in the order of reading.
  private(set) var pages: [[PaperItem]] = [[]]
  /// Where the next block begins, from the top of the page.
  var y = PaperMeasure.top
  /// Whether a table was too wide for the page.
  var isOverfull = false
  /// The heading of the section.
  var heading = ""
  /// What the shapes of charts mean, as far as it was said.
  var keys: Set<String> = []
  /// Left edge of what is set.
  var left = PaperMeasure.side
  /// Right edge of what is set.
  var right: Double
  /// Lower edge of what is set.
  let bottom: Double

  init(_ canvas: PaperCanvas, _ size: PaperSheet, sources: Set<Int>) {
    self.canvas = canvas
    self.sources = sources
    right = size.width - PaperMeasure.side
    bottom = size.height - PaperMeasure.bottom
  }

  /// Width of what is set.
  var width: Double { right - left }
  /// Height that is left on the page.
  var room: Double { bottom - y }
  /// Height of an empty page.
  var pageHeight: Double { bottom - PaperMeasure.top }

  /// Puts something on the page.
  mutating func add(_ item: PaperItem) { pages[pages.count - 1].append(item) }

  /// Goes on on a new page.
  mutating func breakPage() {
    pages.append([])
    y = PaperMeasure.top
  }

  /// Goes on on a new page unless a height is left, or the page is still empty.
  mutating func need(_ height: Double) {
    if height > room, y > PaperMeasure.top { breakPage() }
  }

  /// Leaves a gap, but not at the top of a page.
  mutating func space(_ height: Double = PaperMeasure.gap) {
    if y > PaperMeasure.top { y += height }
  }

  /// Draws a thin line.
  mutating func rule(_ colour: UInt32 = PageColour.rule, height: Double = 0.6) {
    add(.box(x: left, y: y, width: width, height: height, colour: colour))
    y += height
  }

  /// A shaped text, with citations and addresses as links; nil where it is empty.
  func shape(
    _ text: String, size: Double = PaperMeasure.text, width: Double? = nil, place: Int = CP_START,
    isBold: Bool = false, mayBeFlag: Bool = false
  ) -> PaperText? {
    let rich = RichText(text, sources: sources, mayBeFlag: mayBeFlag)
    guard !rich.text.isEmpty else { return nil }
    return PaperText(
      rich, canvas, size: size, width: width ?? self.width, place: place, isBold: isBold)
  }

  /// Sets a text; where it goes over the end of a page, at least two lines stand on either side.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - tag: What it is to a reader aloud, such as `P`.
  ///   - x: Its left edge; nil for that of the flow.
  ///   - colour: Its colour.
  ///   - bar: Colour of a bar at the left edge of the flow; nil for none.
  mutating func set(
    _ text: PaperText?, as tag: String = "P", x: Double? = nil, colour: UInt32 = PageColour.ink,
    bar: UInt32? = nil
  ) {
    guard let text else { return }
    if text.lines.count < 4 { need(text.height) }
    if text.lines.count >= 4, text.lines.prefix(2).reduce(0, { $0 + $1.height }) > room {
      breakPage()
    }
    add(.begin(tag, attributes: ""))
    var start = y
    for (number, line) in text.lines.enumerated() {
      let isLastButOne = number == text.lines.count - 2 && text.lines.count > 3
      let asked = isLastButOne ? line.height + text.lines[number + 1].height : line.height
      if asked > room, y > PaperMeasure.top {
        if let bar { add(.box(x: left, y: start, width: 2, height: y - start, colour: bar)) }
        breakPage()
        start = y
      }
      add(.line(text, number, x: x ?? left, y: y, colour: colour))
      y += line.height
    }
    if let bar { add(.box(x: left, y: start, width: 2, height: y - start, colour: bar)) }
    add(.end(tag))
  }

  /// Writes the line at the end of every page.
  mutating func number(_ words: String, height: Double) {
    let y = height - PaperMeasure.bottom + 12
    for page in pages.indices {
      let number = shape(
        "\(page + 1) / \(pages.count)", size: PaperMeasure.tiny, width: width, place: CP_END)
      let line = shape(words, size: PaperMeasure.tiny, width: width - 50)
      for text in [line, number] {
        guard let text, !text.lines.isEmpty else { continue }
        pages[page].append(.line(text, 0, x: left, y: y, colour: PageColour.quiet))
      }
    }
  }
}
