import Glibc

/// Short texts that stand in many rows, each stored once and found again by its bytes.
struct SymbolTable {
  /// The texts, in order of first sight.
  private(set) var texts: [String] = []
  private var keys: [UInt8] = []
  private var ends: [Int] = []
  /// Open addressing; a place holds a position in `texts` plus one, 0 is free.
  private var places: [Int32]

  /// Makes an empty table with room for about so many texts.
  init(expecting count: Int = 32) {
    var size = 16
    while size < count * 2 { size *= 2 }
    places = Array(repeating: 0, count: size)
  }

  /// Makes a table of texts; a text that comes twice is kept once.
  init(_ texts: some Collection<String>) {
    self.init(expecting: texts.count)
    for text in texts { append(text) }
  }

  /// Adds a text unless it is here.
  mutating func append(_ text: String) {
    var copy = text
    copy.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return }
      _ = intern(CSVField(start: start, count: bytes.count))
    }
  }

  /// Position of a text; nil if it is not here.
  func position(_ field: CSVField) -> Int? {
    let entry = places[slot(field)]
    return entry == 0 ? nil : Int(entry) - 1
  }

  /// Position of a text, which is added if it is new.
  mutating func intern(_ field: CSVField) -> Int {
    let slot = slot(field)
    if places[slot] != 0 { return Int(places[slot]) - 1 }
    keys.append(contentsOf: UnsafeBufferPointer(start: field.start, count: field.count))
    ends.append(keys.count)
    texts.append(field.text)
    places[slot] = Int32(texts.count)
    if texts.count * 2 > places.count { grow() }
    return texts.count - 1
  }

  /// The place of a text, or the free place where it would go.
  private func slot(_ field: CSVField) -> Int {
    let mask = places.count - 1
    var slot = Self.hash(field) & mask
    while places[slot] != 0 {
      let entry = Int(places[slot]) - 1
      let begin = entry == 0 ? 0 : ends[entry - 1]
      if ends[entry] - begin == field.count, matches(field, at: begin) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func matches(_ field: CSVField, at begin: Int) -> Bool {
    keys.withUnsafeBufferPointer { keys in
      guard let base = keys.baseAddress else { return field.isEmpty }
      return memcmp(base + begin, field.start, field.count) == 0
    }
  }

  private mutating func grow() {
    places = Array(repeating: 0, count: places.count * 2)
    keys.withUnsafeBufferPointer { keys in
      guard let base = keys.baseAddress else { return }
      let mask = places.count - 1
      for entry in ends.indices {
        let begin = entry == 0 ? 0 : ends[entry - 1]
        let field = CSVField(start: base + begin, count: ends[entry] - begin)
        var slot = Self.hash(field) & mask
        while places[slot] != 0 { slot = (slot + 1) & mask }
        places[slot] = Int32(entry + 1)
      }
    }
  }

  /// Mixes the length, the first eight and the last eight bytes; enough to tell ids apart.
  private static func hash(_ field: CSVField) -> Int {
    var hash = UInt64(truncatingIfNeeded: field.count) &* 0x9E37_79B9_7F4A_7C15
    let raw = UnsafeRawPointer(field.start)
    if field.count >= 8 {
      hash ^= raw.loadUnaligned(as: UInt64.self) &* 0xFF51_AFD7_ED55_8CCD
      hash = (hash ^ (hash >> 32)) &* 0xC4CE_B9FE_1A85_EC53
      hash ^= raw.loadUnaligned(fromByteOffset: field.count - 8, as: UInt64.self)
    } else {
      var word: UInt64 = 0
      for offset in 0..<field.count { word = word << 8 | UInt64(field.start[offset]) }
      hash ^= word
    }
    hash = (hash ^ (hash >> 29)) &* 0xFF51_AFD7_ED55_8CCD
    return Int(truncatingIfNeeded: hash >> 33)
  }
}

/// The words that stand for the cases of an enumeration.
struct Words<Value: RawRepresentable & CaseIterable> where Value.RawValue == String {
  private let table: SymbolTable
  private let values: [Value]

  /// Makes the table of all cases.
  init(_ type: Value.Type) {
    values = Array(type.allCases)
    table = SymbolTable(values.map(\.rawValue))
  }

  /// The case of a word; nil if there is none.
  func value(_ field: CSVField) -> Value? { table.position(field).map { values[$0] } }

  /// What a message expects: all words.
  var expected: String { "one of " + table.texts.joined(separator: ", ") }
}
