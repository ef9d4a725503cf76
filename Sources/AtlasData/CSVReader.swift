/// Cuts strict CSV into records, one a line: RFC 4180 quoting, LF, UTF-8, no control characters.
///
/// A line break inside quotes is a control character and so a fault; therefore a fault never takes
/// more than its own line with it.
struct CSVReader {
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  /// Why a line is no record.
  enum Fault: Equatable {
    case strayQuote
    case unclosedQuote
    case textAfterQuote
    case carriageReturn
    case controlCharacter
    case notUTF8
    case columnCount

    /// What should have stood there, as a phrase after "expected".
    var expected: String {
      switch self {
      case .strayQuote: "a field in quotes, with quotes inside it doubled"
      case .unclosedQuote: "a closing quote on the same line"
      case .textAfterQuote: "a comma or the end of the line after a closing quote"
      case .carriageReturn: "no carriage return; end lines with a line feed alone"
      case .controlCharacter: "no control or direction-changing character"
      case .notUTF8: "UTF-8 text"
      case .columnCount: "as many columns as in the header"
      }
    }
  }

  /// What the next line is.
  enum Step {
    case record
    case fault(Fault, column: Int, value: CSVField)
    case end
  }

  /// Fields of the current record, `width` of them; copies of the reader share them.
  let fields: FieldBuffer
  /// Line of the current record, from 1.
  private(set) var line = 0
  private let bytes: FileBytes
  private let base: UnsafePointer<UInt8>
  private let count: Int
  private let width: Int
  private let acceptsCRLF: Bool
  private var offset: Int

  /// Reads from `offset` on, expecting `width` columns.
  ///
  /// `acceptsCRLF` is for files that people save from a spreadsheet; the dataset has LF alone.
  init(_ bytes: FileBytes, width: Int, offset: Int = 0, acceptsCRLF: Bool = false) {
    self.bytes = bytes
    base = bytes.start
    count = bytes.count
    self.width = width
    self.offset = offset
    self.acceptsCRLF = acceptsCRLF
    fields = FieldBuffer(width: width, empty: CSVField(start: bytes.start, count: 0))
  }

  /// Moves to the next line; `fields` hold its record if it is one.
  mutating func next() -> Step {
    guard offset < count else { return .end }
    line += 1
    var column = 0
    var position = offset
    while true {
      let field: CSVField
      let fault: Fault?
      if position < count, base[position] == Self.quote {
        (field, fault) = quoted(&position)
      } else {
        (field, fault) = plain(&position)
      }
      if let fault { return reject(fault, column, field, at: position) }
      if column < width { fields[column] = field }
      column += 1
      guard position < count else { break }
      let byte = base[position]
      if byte == Self.comma {
        position += 1
        continue
      }
      if byte == Self.lineFeed {
        position += 1
        break
      }
      if byte == Self.carriageReturn, endsLine(position) {
        position += 2
        break
      }
      return reject(.textAfterQuote, column - 1, rest(position), at: position)
    }
    offset = position
    guard column == width else {
      return .fault(.columnCount, column: -1, value: CSVField(start: base, count: 0))
    }
    return .record
  }

  /// Whether the carriage return at a position belongs to an accepted line end.
  private func endsLine(_ position: Int) -> Bool {
    acceptsCRLF && position + 1 < count && base[position + 1] == Self.lineFeed
  }

  @inline(__always)
  private func plain(_ position: inout Int) -> (CSVField, Fault?) {
    let start = position
    var fault: Fault?
    scan: while position < count {
      let byte = base[position]
      if byte > Self.comma && byte < 0x7F || byte == 0x20 {
        position += 1
        continue
      }
      switch byte {
      case Self.comma, Self.lineFeed: break scan
      case Self.quote:
        position += 1
        fault = .strayQuote
      case Self.carriageReturn where endsLine(position): break scan
      default: fault = step(over: byte, &position)
      }
      if fault != nil { break }
    }
    return (CSVField(start: base + start, count: position - start), fault)
  }

  private func quoted(_ position: inout Int) -> (CSVField, Fault?) {
    position += 1
    let start = position
    var hasEscapes = false
    var fault: Fault?
    while position < count, base[position] != Self.lineFeed {
      let byte = base[position]
      if byte > Self.quote && byte < 0x7F || byte == 0x20 {
        position += 1
        continue
      }
      if byte == Self.quote {
        if position + 1 < count, base[position + 1] == Self.quote {
          hasEscapes = true
          position += 2
          continue
        }
        let field = CSVField(
          start: base + start, count: position - start, hasEscapes: hasEscapes)
        position += 1
        return (field, nil)
      }
      fault = step(over: byte, &position)
      if fault != nil { break }
    }
    let field = CSVField(start: base + start, count: position - start, hasEscapes: hasEscapes)
    return (field, fault ?? .unclosedQuote)
  }

  /// Moves over one character that is not plain ASCII text; a fault if it may not stand here.
  private func step(over byte: UInt8, _ position: inout Int) -> Fault? {
    if byte < 0x80 {
      position += 1
      if byte == Self.carriageReturn { return .carriageReturn }
      return byte < 0x20 || byte == 0x7F ? .controlCharacter : nil
    }
    switch UTF8Check.judge(base + position, count: count - position) {
    case .character(let length):
      position += length
      return nil
    case .forbidden(let length):
      position += length
      return .controlCharacter
    case .malformed:
      position += 1
      return .notUTF8
    }
  }

  /// Leaves the line and reports why.
  private mutating func reject(
    _ fault: Fault, _ column: Int, _ value: CSVField, at position: Int
  ) -> Step {
    var end = position
    while end < count, base[end] != Self.lineFeed { end += 1 }
    offset = min(end + 1, count)
    return .fault(fault, column: column, value: value)
  }

  /// The text from a position to the end of its line, for a message.
  private func rest(_ position: Int) -> CSVField {
    var end = position
    while end < count, base[end] != Self.lineFeed { end += 1 }
    return CSVField(start: base + position, count: end - position)
  }
}

/// Room for the fields of one record, written over and over again.
final class FieldBuffer {
  private let places: UnsafeMutablePointer<CSVField>
  private let width: Int

  init(width: Int, empty: CSVField) {
    self.width = max(width, 1)
    places = .allocate(capacity: self.width)
    places.initialize(repeating: empty, count: self.width)
  }

  deinit { places.deallocate() }

  /// The field of a column; a column outside the record is the last one.
  subscript(column: Int) -> CSVField {
    get { places[min(column, width - 1)] }
    set { places[min(column, width - 1)] = newValue }
  }
}
