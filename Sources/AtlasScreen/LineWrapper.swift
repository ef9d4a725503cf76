/// Builds the lines of a wrapped text, one paragraph at a time.
struct LineWrapper {
  /// Finished lines, each at most `width` columns.
  private(set) var lines: [String] = []
  private let width: Int
  private let hanging: Int
  private var line = ""
  private var used = 0
  private var isBlank = true

  /// Makes a wrapper for lines of `width` columns, 1 or more.
  init(width: Int, hanging: Int) {
    self.width = width
    self.hanging = hanging
  }

  /// Adds the lines of one paragraph; an empty one gives an empty line.
  mutating func add(paragraph: Substring) {
    start(indent: 0)
    for word in paragraph.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      add(word: String(word))
    }
    lines.append(line)
  }

  private mutating func add(word: String) {
    let length = word.columns
    let gap = isBlank ? 0 : 1
    if used + gap + length <= width {
      append(gap == 1 ? " " + word : word, columns: gap + length)
      return
    }
    if !isBlank { breakLine() }
    if used + length <= width {
      append(word, columns: length)
      return
    }
    for character in word {
      let columns = character.columns
      if used + columns > width && !isBlank { breakLine() }
      if used + columns > width {
        append("?", columns: 1)
      } else {
        append(String(character), columns: columns)
      }
    }
  }

  private mutating func append(_ text: String, columns: Int) {
    line += text
    used += columns
    isBlank = false
  }

  private mutating func breakLine() {
    lines.append(line)
    start(indent: hanging)
  }

  private mutating func start(indent: Int) {
    line = String(repeating: " ", count: indent)
    used = indent
    isBlank = true
  }
}
