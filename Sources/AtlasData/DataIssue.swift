/// One problem in a data file: where it is, what stands there, what was expected.
public struct DataIssue: Sendable, Equatable, CustomStringConvertible {
  /// Whether a dataset with the problem is still valid.
  public enum Level: String, Sendable, CaseIterable {
    /// The dataset is not valid.
    case error
    /// The dataset can be used; the row is left out or the matter is one of form.
    case warning
  }

  /// Name of the file, without its folder, or the path the user gave.
  public var file: String
  /// Line from 1; 0 when the problem concerns the whole file.
  public var line: Int
  /// Name of the column; empty when the problem concerns the whole row.
  public var column: String
  /// What stands there, made safe to print and cut to 60 characters.
  public var value: String
  /// What should stand there, as a phrase that follows "expected".
  public var expected: String
  /// Whether a dataset with the problem is still valid.
  public var level: Level

  /// Makes an issue; `value` is made safe to print and cut.
  public init(
    file: String, line: Int, column: String = "", value: String = "", expected: String,
    level: Level = .error
  ) {
    self.file = Self.printable(file, limit: 400)
    self.line = line
    self.column = column
    self.value = Self.printable(value, limit: 60)
    self.expected = expected
    self.level = level
  }

  /// The issue in one line: `file:line: column: 'value': expected ...`.
  public var description: String {
    var text = line > 0 ? "\(file):\(line): " : "\(file): "
    if !column.isEmpty { text += "\(column): " }
    if !value.isEmpty || !column.isEmpty { text += "'\(value)': " }
    return text + "expected \(expected)"
  }

  /// Text with every control character written as its code, cut to a number of characters.
  static func printable(_ text: String, limit: Int) -> String {
    var result = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == limit { return result + "..." }
      if UTF8Check.isForbidden(scalar.value) || scalar.value == 0xFFFD {
        result += "<\(hexadecimal(scalar.value))>"
      } else {
        result.unicodeScalars.append(scalar)
      }
      count += 1
    }
    return result
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
