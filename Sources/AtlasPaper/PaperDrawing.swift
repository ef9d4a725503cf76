import AtlasReport
import CPaper

/// Draws a chart with the paints of the pages of HTML.
struct PaperDrawing {
  private let canvas: PaperCanvas
  private let scale: Double
  private var paper: OpaquePointer { canvas.paper }

  /// Prepares; `scale` is by how much the drawing is made smaller, so that lines stay thick enough.
  init(_ canvas: PaperCanvas, shrunk scale: Double) {
    self.canvas = canvas
    self.scale = max(scale, 0.1)
  }

  /// Draws all shapes, the later ones above.
  func draw(_ drawing: Drawing) {
    for item in drawing.items { draw(item) }
  }

  private func draw(_ item: Drawing.Item) {
    switch item {
    case .box(let corner, let width, let height, .possible):
      hatch(corner, width, height)
    case .box(let corner, let width, let height, let paint):
      cp_box(paper, corner.x, corner.y, width, height)
      finish(paint)
    case .path(let points, let paint):
      trace(points)
      finish(paint)
    case .area(let rings, let paint):
      for ring in rings {
        trace(ring)
        cp_close_path(paper)
      }
      finish(paint)
    case .dot(let centre, let radius, let paint):
      cp_disc(paper, centre.x, centre.y, radius)
      finish(paint)
    case .text(let words, let place, let anchor, let isQuiet):
      text(words, place, anchor, isQuiet)
    }
  }

  private func trace(_ points: [Drawing.Point]) {
    for (number, point) in points.enumerated() {
      if number == 0 {
        cp_move(paper, point.x, point.y)
      } else {
        cp_draw_to(paper, point.x, point.y)
      }
    }
  }

  /// Fills and strokes the path as its paint has it.
  private func finish(_ paint: Drawing.Paint) {
    let line = 0.6 / scale
    switch paint {
    case .known:
      cp_fill(paper, PageColour.known)
      cp_stroke(paper, PageColour.known, line)
    case .possible: cp_stroke(paper, PageColour.known, line)
    case .track: cp_stroke(paper, PageColour.quiet, line)
    case .line: cp_stroke(paper, PageColour.known, 2 * line)
    case .mark:
      cp_fill(paper, PageColour.mark)
      cp_stroke(paper, PageColour.mark, line)
    case .land:
      cp_fill(paper, PageColour.land)
      cp_stroke(paper, PageColour.quiet, line / 2)
    case .country:
      cp_fill(paper, PageColour.known)
      cp_stroke(paper, PageColour.ink, 2 * line)
    case .ring: cp_stroke(paper, PageColour.ink, 2 * line)
    }
    cp_forget_path(paper)
  }

  /// Slanted lines in a box.
  private func hatch(_ corner: Drawing.Point, _ width: Double, _ height: Double) {
    cp_enter(paper, corner.x, corner.y, width, height, 1)
    var x = -height
    while x < width {
      cp_move(paper, x, height)
      cp_draw_to(paper, x + height, 0)
      x += 6
    }
    cp_stroke(paper, PageColour.known, 1.6)
    cp_forget_path(paper)
    cp_leave(paper)
    cp_box(paper, corner.x, corner.y, width, height)
    finish(.possible)
  }

  private func text(
    _ words: String, _ place: Drawing.Point, _ anchor: Drawing.Anchor, _ isQuiet: Bool
  ) {
    guard let text = PaperText(RichText(words, sources: []), canvas, size: 13),
      let line = text.lines.first
    else { return }
    let back =
      switch anchor {
      case .start: 0.0
      case .middle: line.width / 2
      case .end: line.width
      }
    text.draw(
      on: paper, line: 0, x: place.x - back - line.x, y: place.y - line.ascent,
      colour: isQuiet ? PageColour.quiet : PageColour.ink)
  }
}
