import Glibc

/// One field of a CSV record, as a slice of the file's bytes without its outer quotes.
///
/// Valid as long as the `FileBytes` it was cut from.
struct CSVField {
  let start: UnsafePointer<UInt8>
  private let size: Int32
  /// Whether quotes inside are doubled, as RFC 4180 writes them.
  let hasEscapes: Bool

  /// Number of bytes.
  var count: Int { Int(size) }

  init(start: UnsafePointer<UInt8>, count: Int, hasEscapes: Bool = false) {
    self.start = start
    size = Int32(truncatingIfNeeded: count)
    self.hasEscapes = hasEscapes
  }

  var isEmpty: Bool { count == 0 }

  /// The text; the bytes are known to be UTF-8.
  var text: String {
    let raw = UnsafeBufferPointer(start: start, count: count)
    guard hasEscapes else { return String(decoding: raw, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var position = 0
    while position < count {
      bytes.append(start[position])
      position += start[position] == CSVReader.quote ? 2 : 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the field has exactly the bytes of a word.
  func equals(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<count where start[offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// Whether a `;` stands in the field.
  var hasItems: Bool { memchr(start, Int32(UInt8(ascii: ";")), count) != nil }

  /// The parts of a list, some of them perhaps empty; an empty field has no parts.
  var items: [CSVField] {
    guard count > 0 else { return [] }
    var parts: [CSVField] = []
    var begin = 0
    for position in 0...count where position == count || start[position] == UInt8(ascii: ";") {
      parts.append(
        CSVField(start: start + begin, count: position - begin, hasEscapes: hasEscapes))
      begin = position + 1
    }
    return parts
  }

  /// A whole number of at most 18 digits, with an optional minus sign; nil for anything else.
  var integer: Int? {
    var position = 0
    let isNegative = count > 0 && start[0] == UInt8(ascii: "-")
    if isNegative { position = 1 }
    guard count > position, count - position <= 18 else { return nil }
    var value = 0
    while position < count {
      let digit = Int(start[position]) - 48
      guard digit >= 0, digit <= 9 else { return nil }
      value = value * 10 + digit
      position += 1
    }
    return isNegative ? -value : value
  }

  /// A decimal number such as `-12.5`, correctly rounded; nil for anything else.
  var decimal: Double? { DecimalParser.parse(start, count: count) }
}
