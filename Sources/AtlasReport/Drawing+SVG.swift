internal import AtlasModel

extension Drawing {
  /// The shapes as the inside of an `svg` element.
  ///
  /// Each has its colours twice: as attributes for any style sheet, and a class for ours, which knows
  /// the night.
  ///
  /// - Parameter id: A name for the hatching, unique in the page.
  func svg(id: String) -> String {
    let ink = HTMLStyle.css(HTMLStyle.inks[3].light)
    var text = ""
    if items.contains(where: \.isHatched) {
      text +=
        "<defs><pattern id=\"\(id)\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
        + "patternTransform=\"rotate(45)\"><path class=\"hatch\" d=\"M0 0V6\" stroke=\"\(ink)\" "
        + "stroke-width=\"3\"/></pattern></defs>\n"
    }
    for item in items { text += Self.svg(item, hatch: id) + "\n" }
    return text
  }

  private static func svg(_ item: Item, hatch: String) -> String {
    switch item {
    case .box(let corner, let width, let height, let paint):
      "<rect x=\"\(number(corner.x))\" y=\"\(number(corner.y))\" width=\"\(number(width))\" "
        + "height=\"\(number(height))\" \(look(paint, hatch))/>"
    case .path(let points, let paint): "<path d=\"\(steps(points))\" \(look(paint, hatch))/>"
    case .area(let rings, let paint):
      "<path d=\"\(rings.map { steps($0) + "Z" }.joined())\" fill-rule=\"evenodd\" "
        + "\(look(paint, hatch))/>"
    case .dot(let centre, let radius, let paint):
      "<circle cx=\"\(number(centre.x))\" cy=\"\(number(centre.y))\" r=\"\(number(radius))\" "
        + "\(look(paint, hatch))/>"
    case .text(let words, let place, let anchor, let isQuiet):
      "<text x=\"\(number(place.x))\" y=\"\(number(place.y))\" text-anchor=\"\(anchor.rawValue)\" "
        + "font-size=\"13\"\(isQuiet ? " class=\"quiet\"" : "")>\(HTMLText.plain(words))</text>"
    }
  }

  private static func look(_ paint: Paint, _ hatch: String) -> String {
    func css(_ tone: HTMLStyle.Tone) -> String { HTMLStyle.css(tone.light) }
    let (ink, quiet) = (css(HTMLStyle.inks[0]), css(HTMLStyle.inks[1]))
    let (known, mark) = (css(HTMLStyle.inks[3]), css(HTMLStyle.inks[4]))
    let (fill, stroke, width) =
      switch paint {
      case .known: (known, known, "1")
      case .possible: ("url(#\(hatch))", known, "1")
      case .track: ("none", quiet, "1")
      case .line: ("none", known, "2")
      case .mark: (mark, mark, "2")
      case .land: (css(HTMLStyle.areas[2]), quiet, "0.5")
      case .country: (known, ink, "2")
      case .ring: ("none", ink, "2")
      }
    return
      "class=\"\(paint.rawValue)\" fill=\"\(fill)\" stroke=\"\(stroke)\" stroke-width=\"\(width)\""
  }

  private static func steps(_ points: [Point]) -> String {
    points.enumerated().map { position, point in
      (position == 0 ? "M" : "L") + number(point.x) + " " + number(point.y)
    }.joined()
  }

  /// A length to a tenth.
  static func number(_ value: Double) -> String { NumberText.raw((value * 10).rounded() / 10) }
}

extension Drawing.Item {
  /// Whether the shape is hatched.
  var isHatched: Bool {
    if case .box(_, _, _, .possible) = self { true } else { false }
  }
}
