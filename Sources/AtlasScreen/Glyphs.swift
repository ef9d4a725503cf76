/// The signs that widgets draw with, each one column wide.
///
/// Meaning never rests on colour: each severity has a sign of its own in both sets.
public struct Glyphs: Hashable, Sendable {
  /// Frame sides and corners.
  public let horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight: String
  /// Frame crossings: a tee is named after the side it grows from.
  public let teeLeft, teeRight, teeTop, teeBottom, crossing: String
  /// Bar cells: full, empty, and the parts from one to seven eighths.
  public let barFull, barEmpty: String
  /// Parts of a bar cell in growing order; may be empty.
  public let barParts: [String]
  /// The reach of a possible value on a bar, and the mark of a point on it.
  public let barInterval, barMarker: String
  /// Order marks of a column.
  public let sortUp, sortDown: String
  /// What stands for text that was cut.
  public let ellipsis: String
  /// Signs of lists, ways and choices.
  public let bullet, arrow, mark, check, cross, unknown, demand, separator, prompt: String
  /// Scroll position at the edge.
  public let scrollTrack, scrollThumb: String
  /// One sign for each severity, no two alike.
  public let severityNone, severityLow, severityModerate, severityHigh, severityCritical: String
  /// The sign of a risk nobody assessed.
  public let notAssessed: String
  /// One shade for each class of a map, from the lowest values to the highest, no two alike.
  public let mapClasses: [String]
  /// Land of a map that has no class, and the sign of land without a value.
  public let mapLand, mapUnknown: String
  /// Whether braille dots can draw coasts.
  public let hasBraille: Bool

  /// Signs for a terminal that shows UTF-8.
  public static let unicode = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", crossing: "┼",
    barFull: "█", barEmpty: "░", barParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
    barInterval: "▒", barMarker: "┃", sortUp: "▴", sortDown: "▾", ellipsis: "…", bullet: "•",
    arrow: "→", mark: "●", check: "✓", cross: "✗", unknown: "–", demand: "◆", separator: "·",
    prompt: "›", scrollTrack: "│", scrollThumb: "█", severityNone: "○", severityLow: "◔",
    severityModerate: "◑", severityHigh: "▲", severityCritical: "■", notAssessed: "?",
    mapClasses: ["·", "░", "▒", "▓", "█"], mapLand: "█", mapUnknown: "?", hasBraille: true)

  /// Signs for a terminal that shows ASCII only.
  public static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", crossing: "+",
    barFull: "#", barEmpty: ".", barParts: [], barInterval: "=", barMarker: "|", sortUp: "^",
    sortDown: "v", ellipsis: "~", bullet: "*", arrow: ">", mark: "*", check: "+", cross: "x",
    unknown: "-", demand: "*", separator: "|", prompt: ">", scrollTrack: "|", scrollThumb: "#",
    severityNone: "o", severityLow: "-", severityModerate: "=", severityHigh: "!",
    severityCritical: "#", notAssessed: "?", mapClasses: ["1", "2", "3", "4", "5"], mapLand: "#",
    mapUnknown: "?", hasBraille: false)

  /// Every sign of the set, for tests.
  var all: [String] {
    [
      horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight, teeLeft, teeRight,
      teeTop, teeBottom, crossing, barFull, barEmpty, barInterval, barMarker, sortUp, sortDown,
      ellipsis, bullet, arrow, mark, check, cross, unknown, demand, separator, prompt,
      scrollTrack, scrollThumb, severityNone, severityLow, severityModerate, severityHigh,
      severityCritical, notAssessed, mapLand, mapUnknown,
    ] + barParts + mapClasses
  }
}
