import AtlasTestSupport
import Testing

@testable import AtlasData

@Suite struct CSVReaderTests {
  private static let alphabet = Array("ab,\"; é語🙂-0.5'\u{200F}x")

  private func randomTable(_ generator: inout SeededGenerator) -> [[String]] {
    let width = Int.random(in: 1...6, using: &generator)
    return (0..<Int.random(in: 1...8, using: &generator)).map { _ in
      (0..<width).map { _ in
        String(
          (0..<Int.random(in: 0...12, using: &generator)).map { _ in
            Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &generator)]
          })
      }
    }
  }

  /// CSV as RFC 4180 wants it; fields that need no quotes get them at random.
  private func write(_ table: [[String]], _ generator: inout SeededGenerator) -> String {
    table.map { row in
      row.map { field in
        guard field.contains(",") || field.contains("\"") || Bool.random(using: &generator) else {
          return field
        }
        return "\""
          + field.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\""
      }.joined(separator: ",") + "\n"
    }.joined()
  }

  private func read(_ text: String, width: Int, acceptsCRLF: Bool = false) -> [[String]?] {
    read(Array(text.utf8), width: width, acceptsCRLF: acceptsCRLF).map { try? $0.get() }
  }

  private struct Rejected: Error, Equatable {
    var fault: CSVReader.Fault
    var column: Int
    var line: Int
  }

  private func read(_ bytes: [UInt8], width: Int, acceptsCRLF: Bool = false)
    -> [Result<[String], Rejected>]
  {
    var reader = CSVReader(FileBytes(bytes), width: width, acceptsCRLF: acceptsCRLF)
    var rows: [Result<[String], Rejected>] = []
    while true {
      switch reader.next() {
      case .end: return rows
      case .record: rows.append(.success((0..<width).map { reader.fields[$0].text }))
      case .fault(let fault, let column, _):
        rows.append(.failure(Rejected(fault: fault, column: column, line: reader.line)))
      }
    }
  }

  @Test(arguments: 0..<200) func whatIsWrittenIsRead(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let table = randomTable(&generator)
    let text = write(table, &generator)
    #expect(read(text, width: table[0].count) == table)
    #expect(read(String(text.dropLast()), width: table[0].count) == table)
  }

  @Test(arguments: [
    (#"a"b,c"#, CSVReader.Fault.strayQuote, 0), (#"a,"b"#, .unclosedQuote, 1),
    (#"a,"b"c"#, .textAfterQuote, 1), ("a,b\r", .carriageReturn, 1),
    ("a\u{0},b", .controlCharacter, 0),
    ("a,\u{1B}[31m", .controlCharacter, 1), ("\u{202E}a,b", .controlCharacter, 0),
    ("a,\u{9B}b", .controlCharacter, 1), ("\"\ta\",b", .controlCharacter, 0),
    ("a", .columnCount, -1), ("a,b,c", .columnCount, -1), ("", .columnCount, -1),
  ])
  func aFaultTakesItsOwnLineOnly(line: String, fault: CSVReader.Fault, column: Int) {
    let rows = read(Array("x,y\n\(line)\nz,w\n".utf8), width: 2)
    #expect(
      rows == [
        .success(["x", "y"]), .failure(Rejected(fault: fault, column: column, line: 2)),
        .success(["z", "w"]),
      ])
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func malformedTextIsSeen(bytes: [UInt8]) {
    let rows = read(Array("a,".utf8) + bytes + Array("\nb,c\n".utf8), width: 2)
    #expect(rows.first == .failure(Rejected(fault: .notUTF8, column: 1, line: 1)))
    #expect(rows.last == .success(["b", "c"]))
  }

  @Test func spreadsheetLineEndsAreForThoseWhoAsk() {
    #expect(read("a,\"b\"\r\nc,d\r\n", width: 2, acceptsCRLF: true) == [["a", "b"], ["c", "d"]])
    #expect(read("a,b\r\nc,d\r\n", width: 2) == [nil, nil])
    #expect(read("a,b\rc\n", width: 2, acceptsCRLF: true) == [nil])
  }

  @Test func anEmptyFileHasNoRecords() {
    #expect(read("", width: 2).isEmpty)
  }
}
