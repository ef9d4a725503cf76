/// Where text stands in a field wider than it.
public enum Alignment: Sendable {
  case left, centre, right
}

/// Measures of text in terminal columns.
///
/// Widths follow glibc's `wcwidth`: 2 for East Asian wide, 0 for combining marks, 1 for the rest,
/// including Arabic and Devanagari letters. `CellBuffer.write` cuts text by the same rule, so a
/// measured string always takes the measured number of cells.
extension String {
  /// Columns the text takes when written on one line, 0 or more.
  public var columns: Int {
    if isPlainASCII { return utf8.count }
    var sum = 0
    CellText.forEachUnit(self) { _, width in
      sum += width
      return true
    }
    return sum
  }

  /// The text, cut to at most a number of columns; what was cut shows as `marker` at the end.
  ///
  /// The cut falls between graphemes. A marker that does not fit is left out.
  public func truncated(to limit: Int, marker: String = "…") -> String {
    guard limit > 0 else { return "" }
    let text = ScreenWords.said(self)
    if text.isPlainASCII && text.utf8.count <= limit || text.columns <= limit { return text }
    let room = limit - marker.columns
    var result = ""
    var used = 0
    for character in text {
      let width = character.columns
      guard used + width <= (room >= 0 ? room : limit) else { break }
      result.append(character)
      used += width
    }
    return room >= 0 ? result + marker : result
  }

  /// The text with spaces added until it takes a number of columns; longer text stays as it is.
  public func padded(to width: Int, alignment: Alignment = .left) -> String {
    let text = ScreenWords.said(self)
    let missing = width.held(0, Rect.bound) - text.columns
    guard missing > 0 else { return text }
    let left =
      switch alignment {
      case .left: 0
      case .centre: missing / 2
      case .right: missing
      }
    return String(repeating: " ", count: left) + text
      + String(repeating: " ", count: missing - left)
  }

  /// The text cut or padded to exactly a number of columns.
  public func fitted(
    to width: Int, alignment: Alignment = .left, marker: String = "…"
  ) -> String {
    truncated(to: width, marker: marker).padded(to: width, alignment: alignment)
  }

  /// The text as lines of at most a number of columns, broken at spaces.
  ///
  /// Line ends in the text are kept, runs of spaces become one, and a word longer than a line is
  /// broken. Lines after the first of each paragraph begin with `hanging` spaces. A width below 1
  /// gives no lines; a character wider than the line becomes `?`.
  public func wrapped(columns width: Int, hanging: Int = 0) -> [String] {
    guard width > 0 else { return [] }
    var wrapper = LineWrapper(width: width, hanging: hanging.held(0, Swift.max(0, width - 2)))
    for paragraph in ScreenWords.said(self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      wrapper.add(paragraph: paragraph)
    }
    if wrapper.lines.count > 1 { ScreenWords.keep(wrapper.lines) }
    return wrapper.lines
  }

  /// True when every byte is a printing ASCII character, the common case.
  var isPlainASCII: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }
}

extension Character {
  /// Columns the character takes, 0 or more.
  public var columns: Int { String(self).columns }

  /// True when it can be shown as it is: no control, format or unassigned scalar is in it.
  public var isPrintable: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch CellText.kind(of: scalar) {
      case .printing, .combining: true
      case .invisible, .space, .forbidden: false
      }
    }
  }
}
