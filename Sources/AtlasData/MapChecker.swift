/// Checks the map file: comments, sections, row counts, codes, and that every ring decodes to places
/// on the globe.
enum MapChecker {
  private static let name = DatasetFile.worldMap.rawValue

  /// Bytes that are not UTF-8, and control characters other than line feed and tab.
  static func encodingIssues(_ bytes: FileBytes) -> [DataIssue] {
    func issue(at position: Int, _ expected: String) -> DataIssue {
      let line = bytes.buffer[..<position].count { $0 == CSVReader.lineFeed } + 1
      return DataIssue(file: name, line: line, expected: expected)
    }
    if let position = UTF8Check.firstMalformed(bytes.buffer) {
      return [issue(at: position, CSVReader.Fault.notUTF8.expected)]
    }
    let tab = UInt8(ascii: "\t")
    let bad = bytes.buffer.firstIndex {
      ($0 < 0x20 || $0 == 0x7F) && $0 != CSVReader.lineFeed && $0 != tab
    }
    return bad.map { [issue(at: $0, CSVReader.Fault.controlCharacter.expected)] } ?? []
  }

  static func check(_ bytes: FileBytes, countries: Set<String>) -> [DataIssue] {
    let encoding = encodingIssues(bytes)
    guard encoding.isEmpty else { return encoding }
    var check = MapCheck(countries: countries)
    let text = String(decoding: bytes.buffer, as: UTF8.self)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      check.read(line)
    }
    check.finish()
    return check.issues
  }
}

/// The walk through the lines of the map file.
private struct MapCheck {
  let countries: Set<String>
  var issues: [DataIssue] = []
  private var line = 0
  private var comments: [Substring] = []
  private var section = ""
  private var scale = 1
  private var expectedRows = 0
  private var rows = 0

  init(countries: Set<String>) {
    self.countries = countries
  }

  private mutating func note(_ column: String, _ value: some StringProtocol, _ expected: String) {
    issues.append(
      DataIssue(
        file: DatasetFile.worldMap.rawValue, line: line, column: column, value: String(value),
        expected: expected))
  }

  mutating func read(_ text: Substring) {
    line += 1
    switch text.first {
    case "#":
      comments.append(text)
      if line == 1, text != "#world-map 1" { note("header", text, "#world-map 1") }
    case "@": open(text)
    case nil: note("row", "", "no empty line")
    default: row(text)
    }
  }

  mutating func finish() {
    close()
    if comments.first != "#world-map 1" { note("header", "", "#world-map 1 on the first line") }
    for word in ["#version ", "#source ", "#disclaimer "]
    where !comments.contains(where: { $0.hasPrefix(word) }) {
      note("header", "", "a line that starts with \(word)")
    }
  }

  private mutating func close() {
    if !section.isEmpty, rows != expectedRows {
      note(section, "\(rows) rows", "\(expectedRows) rows in the section, as it says")
    }
  }

  private mutating func open(_ text: Substring) {
    close()
    let words = text.dropFirst().split(separator: " ")
    section = words.first.map(String.init) ?? "?"
    scale = number(words, "scale=") ?? 0
    expectedRows = number(words, "rows=") ?? -1
    rows = 0
    if scale < 1 || expectedRows < 0 {
      note(section, text, "@name scale=NUMBER rows=NUMBER")
      scale = max(scale, 1)
    }
  }

  private func number(_ words: [Substring], _ prefix: String) -> Int? {
    words.first { $0.hasPrefix(prefix) }.flatMap { Int($0.dropFirst(prefix.count)) }
  }

  private mutating func row(_ text: Substring) {
    rows += 1
    let isDisputed = section == "disputed"
    var parts = text.split(separator: isDisputed ? "\t" : " ", omittingEmptySubsequences: false)
    let code = parts.removeFirst()
    if !countries.contains(String(code)), !(isDisputed && code == "---"), !isOfNoCountry(code) {
      note("code", code, "a country of countries.csv, or x and two capitals for land of none")
    }
    if isDisputed, !parts.isEmpty {
      parts.removeFirst()
      parts = parts.flatMap { $0.split(separator: " ", omittingEmptySubsequences: false) }
    }
    if parts.isEmpty { note("rings", code, "at least one ring") }
    for ring in parts.flatMap({ $0.split(separator: "~", omittingEmptySubsequences: false) }) {
      if !isOnGlobe(ring) {
        note("rings", ring, "pairs of numbers in the alphabet A-Za-z0-9-_, on the globe")
        return
      }
    }
  }

  /// Whether a code stands for land that the map gives to no country, such as `xSG`.
  private func isOfNoCountry(_ code: Substring) -> Bool {
    code.first == "x" && code.utf8.count == 3
      && code.utf8.dropFirst().allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// Whether a ring decodes to whole pairs of degrees within the globe.
  private func isOnGlobe(_ ring: Substring) -> Bool {
    var place = [0, 0]
    var axis = 0
    var (value, shift) = (0, 0)
    for byte in ring.utf8 {
      guard let digit = Self.digit(byte), shift <= 30 else { return false }
      value |= (digit & 31) << shift
      shift += 5
      guard digit < 32 else { continue }
      place[axis] += value & 1 == 0 ? value >> 1 : -(value >> 1) - 1
      let limit = (axis == 0 ? 180 : 90) * scale
      guard abs(place[axis]) <= limit else { return false }
      axis = 1 - axis
      (value, shift) = (0, 0)
    }
    return axis == 0 && shift == 0 && !ring.isEmpty
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x41...0x5A: Int(byte) - 0x41
    case 0x61...0x7A: Int(byte) - 0x61 + 26
    case 0x30...0x39: Int(byte) - 0x30 + 52
    case UInt8(ascii: "-"): 62
    case UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
