// AtlasPaper sets documents as PDF with Pango and Cairo, where the machine has them. Start reading at
// `PaperFile.swift`; `PaperFlow.swift` places blocks on pages, this file stands below it.
import AtlasReport
import CPaper

/// A PDF that is being drawn.
final class PaperCanvas {
  let paper: OpaquePointer

  /// Opens one; nil where the libraries are missing or memory is short.
  init?(_ size: PaperSheet, title: String, subject: String) {
    guard let paper = cp_open(size.width, size.height, title, subject) else { return nil }
    self.paper = paper
  }

  deinit { cp_free(paper) }

  /// The bytes of the PDF, which is ended by this; nil if it could not be made.
  func finish() -> [UInt8]? {
    var start: UnsafePointer<UInt8>?
    var count = 0
    guard cp_close(paper, &start, &count), let start, count > 0 else { return nil }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// Draws a page and ends it.
  func draw(_ page: [PaperItem]) {
    for item in page { draw(item) }
    cp_page(paper)
  }

  /// Adds a line of the outline, to a place that is named on a page.
  func outline(_ title: String, target: String) { cp_outline(paper, title, "dest='\(target)'") }

  private func draw(_ item: PaperItem) {
    switch item {
    case .line(let text, let line, let x, let y, let colour):
      text.draw(on: paper, line: line, x: x, y: y, colour: colour)
      for link in text.links(on: line) {
        let place = text.lines[line]
        mark(
          "Link",
          link.target
            + " rect=[\(Self.number(x + link.left)) \(Self.number(y)) "
            + "\(Self.number(link.right - link.left)) \(Self.number(place.height))]")
      }
    case .box(let x, let y, let width, let height, let colour):
      cp_box(paper, x, y, width, height)
      cp_fill(paper, colour)
      cp_forget_path(paper)
    case .drawing(let drawing, let x, let y, let scale):
      cp_enter(paper, x, y, drawing.width * scale, drawing.height * scale, scale)
      PaperDrawing(self, shrunk: scale).draw(drawing)
      cp_leave(paper)
    case .begin(let tag, let attributes): cp_begin(paper, tag, attributes)
    case .end(let tag): cp_end(paper, tag)
    case .place(let name): mark("cairo.dest", "name='\(name)'")
    }
  }

  private func mark(_ tag: String, _ attributes: String) {
    cp_begin(paper, tag, attributes)
    cp_end(paper, tag)
  }

  /// A length to a hundredth, without an exponent.
  private static func number(_ value: Double) -> String {
    String((value * 100).rounded() / 100)
  }
}

/// One thing at its place on a page; lengths in points, y runs down.
enum PaperItem {
  /// A line of a text, by its top left.
  case line(PaperText, Int, x: Double, y: Double, colour: UInt32)
  /// A filled box.
  case box(x: Double, y: Double, width: Double, height: Double, colour: UInt32)
  /// A drawing, by its top left.
  case drawing(Drawing, x: Double, y: Double, scale: Double)
  /// The start of a part of the structure that readers aloud follow.
  case begin(String, attributes: String)
  /// Its end.
  case end(String)
  /// A place that links go to.
  case place(String)
}

/// A text that was shaped and broken into lines.
final class PaperText {
  /// Where a link stands on a line and where it goes.
  struct Link {
    var left, right: Double
    var target: String
  }

  private let shape: OpaquePointer
  /// The lines.
  let lines: [cp_line]
  private let targets: [(bytes: Range<Int>, target: String)]

  /// Shapes a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - canvas: The PDF.
  ///   - size: Height of letters, in points.
  ///   - width: Where lines break, in points; nil breaks none.
  ///   - place: Where lines stand in that width, as `CPaper.h` names it.
  ///   - isBold: Whether all of it is bold.
  init?(
    _ text: RichText, _ canvas: PaperCanvas, size: Double, width: Double? = nil,
    place: Int = CP_START, isBold: Bool = false
  ) {
    let bytes = Array(text.text.utf8CString)
    guard
      let shape = cp_text_new(
        canvas.paper, bytes, bytes.count - 1, size, width ?? -1, Int32(place), isBold)
    else { return nil }
    self.shape = shape
    var targets: [(bytes: Range<Int>, target: String)] = []
    for span in text.spans {
      let (start, end) = (
        UInt32(clamping: span.bytes.lowerBound), UInt32(clamping: span.bytes.upperBound)
      )
      switch span.look {
      case .strong: cp_text_look(shape, start, end, true, -1)
      case .citation(let number):
        targets.append((span.bytes, "dest='s\(number)'"))
        cp_text_look(shape, start, end, false, Int64(PageColour.link))
      case .address:
        let address = text.text.utf8.dropFirst(span.bytes.lowerBound).prefix(span.bytes.count)
        targets.append(
          (span.bytes, "uri='\(Self.quoted(String(decoding: address, as: UTF8.self)))'"))
        cp_text_look(shape, start, end, false, Int64(PageColour.link))
      }
    }
    self.targets = targets
    let count = cp_text_count(shape)
    lines = (0..<count).map { cp_text_line(shape, $0) }
  }

  deinit { cp_text_free(shape) }

  /// Height of all lines.
  var height: Double { lines.reduce(0) { $0 + $1.height } }
  /// Width of the widest line.
  var width: Double { lines.map(\.width).max() ?? 0 }

  /// Draws a line by its top left.
  func draw(on paper: OpaquePointer, line: Int, x: Double, y: Double, colour: UInt32) {
    cp_text_draw(paper, shape, Int32(line), x, y, colour)
  }

  /// The links on a line.
  func links(on line: Int) -> [Link] {
    targets.compactMap { span in
      var (left, right) = (0.0, 0.0)
      guard
        cp_text_reach(
          shape, Int32(line), UInt32(clamping: span.bytes.lowerBound),
          UInt32(clamping: span.bytes.upperBound), &left, &right)
      else { return nil }
      return Link(left: min(left, right), right: max(left, right), target: span.target)
    }
  }

  private static func quoted(_ text: String) -> String {
    text.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] }.reduce(into: "") { $0.append($1) }
  }
}
