import AtlasModel

/// Reads a table record by record and field by field, in the order of its columns.
///
/// A field that does not hold what is asked for makes the record unsound and is noted as an issue,
/// the first of each record; the caller then leaves the record out.
struct TableReader {
  /// What was found, in order of lines.
  private(set) var issues: [DataIssue] = []
  /// Whether all fields read of this record held what was asked for.
  private(set) var isSound = true
  private let name: String
  private let columns: [String]
  private let level: DataIssue.Level
  private var csv: CSVReader
  private var column = 0

  /// Opens a table of the dataset.
  ///
  /// Throws `.missingFile`, or `.invalid` if the header is not that of the layout.
  init(_ file: DatasetFile, _ files: DatasetFiles, level: DataIssue.Level = .warning)
    throws(DataError)
  {
    guard let bytes = files[file] else { throw .missingFile(name: file.rawValue) }
    try self.init(file.rawValue, bytes, columns: file.columns, level: level)
  }

  /// Opens any CSV file with a known header.
  init(
    _ name: String, _ bytes: FileBytes, columns: [String], level: DataIssue.Level,
    offset: Int = 0, acceptsCRLF: Bool = false
  ) throws(DataError) {
    self.name = name
    self.columns = columns
    self.level = level
    csv = CSVReader(bytes, width: columns.count, offset: offset, acceptsCRLF: acceptsCRLF)
    try Header.check(
      name, UnsafeBufferPointer(rebasing: bytes.buffer[offset...]), columns, acceptsCRLF)
    _ = csv.next()
  }

  /// Line of the current record, from 1.
  var line: Int { csv.line }

  /// Moves to the next record; false at the end.
  ///
  /// Lines that are no records are noted and passed over. Throws `.invalid` at bytes that are not
  /// UTF-8: then the file is something else than it says.
  mutating func next() throws(DataError) -> Bool {
    while true {
      switch csv.next() {
      case .end: return false
      case .record:
        column = 0
        isSound = true
        return true
      case .fault(let fault, let column, let value):
        let issue = DataIssue(
          file: name, line: csv.line,
          column: columns.indices.contains(column) ? columns[column] : "",
          value: value.text, expected: fault.expected,
          level: fault == .notUTF8 ? .error : level)
        if fault == .notUTF8 { throw .invalid([issue]) }
        issues.append(issue)
      }
    }
  }

  /// Notes that the field last read does not hold what was expected.
  mutating func reject(expected: @autoclosure () -> String) {
    guard isSound else { return }
    isSound = false
    let position = max(column - 1, 0)
    issues.append(
      DataIssue(
        file: name, line: csv.line, column: columns[position], value: csv.fields[position].text,
        expected: expected(), level: level))
  }

  /// The next field as it stands.
  @inline(__always)
  mutating func field() -> CSVField {
    column += 1
    return csv.fields[column - 1]
  }

  /// The next field, without moving on.
  var peek: CSVField { csv.fields[column] }

  /// Passes over the next field.
  mutating func skip() { column += 1 }

  /// The next field as text, which may be empty.
  mutating func text() -> String { field().text }

  /// The next field as text, which may not be empty.
  mutating func requiredText() -> String {
    let field = field()
    if field.isEmpty { reject(expected: "some text") }
    return field.text
  }

  /// The next field as text that stands in many rows and is stored once.
  mutating func text(_ pool: inout SymbolTable) -> String {
    let position = pool.intern(field())
    return pool.texts[position]
  }

  /// The parts of the next field between `;`; none of them empty.
  mutating func list() -> [String] {
    let field = field()
    if field.isEmpty { return [] }
    if !field.hasItems { return [field.text] }
    let items = field.items
    if items.contains(where: \.isEmpty) { reject(expected: "a list without empty items") }
    return items.map(\.text)
  }

  /// A decimal number; nil if the field is empty.
  mutating func optionalDecimal() -> Double? {
    let field = field()
    if field.isEmpty { return nil }
    if let value = field.decimal { return value }
    reject(expected: "a decimal number such as 12.5, or nothing")
    return nil
  }

  /// A decimal number.
  mutating func decimal() -> Double {
    if let value = field().decimal { return value }
    reject(expected: "a decimal number such as 12.5")
    return 0
  }

  /// A whole number in a range.
  mutating func integer(in range: ClosedRange<Int>) -> Int {
    if let value = field().integer, range.contains(value) { return value }
    reject(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    return range.lowerBound
  }

  /// A whole number in a range; nil if the field is empty.
  mutating func optionalInteger(in range: ClosedRange<Int>) -> Int? {
    if csv.fields[column].isEmpty {
      column += 1
      return nil
    }
    return integer(in: range)
  }

  /// `yes` or `no`.
  mutating func flag() -> Bool {
    let field = field()
    if field.equals("yes") { return true }
    if !field.equals("no") { reject(expected: "yes or no") }
    return false
  }

  /// `yes`, `no`, or nothing for unknown.
  mutating func answer() -> Answer {
    let field = field()
    if field.isEmpty { return .unknown }
    if field.equals("yes") { return .yes }
    if !field.equals("no") { reject(expected: "yes, no or nothing") }
    return .no
  }

  /// The case of an enumeration that the next field names; nil, and a note, if it names none.
  mutating func word<Value>(_ words: Words<Value>) -> Value? {
    if let value = words.value(field()) { return value }
    reject(expected: words.expected)
    return nil
  }

  /// The cases of an enumeration that the parts of the next field name.
  mutating func words<Value>(_ words: Words<Value>) -> [Value] {
    let items = field().items
    let values = items.compactMap(words.value)
    if values.count < items.count { reject(expected: "a list of " + words.expected) }
    return values
  }

  /// Position in a table of the id in the next field; 0, and a note, if it is not there.
  @inline(__always)
  mutating func reference(_ table: SymbolTable, _ expected: @autoclosure () -> String) -> Int {
    if let position = table.position(field()) { return position }
    reject(expected: expected())
    return 0
  }

  /// The id in the next field; a note if it is empty or in the table of earlier ids.
  ///
  /// The caller adds it to the table once the whole record has turned out sound.
  mutating func key(_ table: SymbolTable) -> String {
    let field = field()
    if field.isEmpty || table.position(field) != nil {
      reject(expected: field.isEmpty ? "an id" : "an id that no earlier row has")
      return ""
    }
    return field.text
  }
}
