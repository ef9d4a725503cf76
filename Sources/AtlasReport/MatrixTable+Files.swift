import AtlasModel

/// The bytes around the fields of a row.
private struct RowShape {
  /// Before each field, in the order of the columns of files.
  var before: [[UInt8]]
  /// After the last field.
  var end: [UInt8]
  /// For a value that is missing.
  var missing: [UInt8]
  /// Around words.
  var quote: String
}

// The matrix as CSV and JSON, written as bytes: the same that `ReportTable` gives, much faster.
extension MatrixTable {
  private var ids: [String] { (Self.names + Self.figures + Self.flags).map(\.id) }

  /// The pairs as CSV: RFC 4180 quoting, line feeds, one header row, raw numbers, missing empty.
  public func csv(isRaw: Bool = false) -> String {
    let shape = RowShape(
      before: ids.enumerated().map { $0.offset == 0 ? [] : [0x2C] }, end: [0x0A], missing: [],
      quote: "")
    var text = files(countries: 0..<0).csv(isRaw: isRaw)
    write(shape, to: &text) { Self.field($0, isRaw) }
    return text
  }

  /// One JSON object a line.
  public var jsonLines: String {
    let shape = RowShape(
      before: ids.enumerated().map { Array((($0 == 0 ? "{\"" : ",\"") + $1 + "\":").utf8) },
      end: Array("}\n".utf8), missing: Array("null".utf8), quote: "\"")
    var text = ""
    write(shape, to: &text) { JSONValue.string($0).compact }
    return text
  }

  /// A JSON array of objects.
  public var json: String {
    guard count > 0 else { return "[]\n" }
    let shape = RowShape(
      before: ids.enumerated().map {
        Array((($0 == 0 ? "\n  {\n    \"" : ",\n    \"") + $1 + "\": ").utf8)
      }, end: Array("\n  },".utf8), missing: Array("null".utf8), quote: "\"")
    var text = "["
    write(shape, to: &text) { JSONValue.string($0).compact }
    text.removeLast()
    return text + "\n]\n"
  }

  /// Adds all rows, a country at a time.
  private func write(_ shape: RowShape, to text: inout String, name: (String) -> String) {
    func word(_ text: String) -> [UInt8] { Array((shape.quote + text + shape.quote).utf8) }
    let codes = matrix.countries.map { Array(name(catalog.countries[$0].iso3).utf8) }
    let goods = matrix.goods.map { Array(name(catalog.goods[$0].id).utf8) }
    let classes = Dictionary(
      uniqueKeysWithValues: VerdictClass.allCases.map { ($0, word($0.rawValue)) })
    let words = (UInt8(0)..<64).map { word(PairSeverity(packed: $0).word) }
    var bytes: [UInt8] = []
    for country in matrix.countries.indices {
      bytes.removeAll(keepingCapacity: true)
      for good in matrix.goods.indices {
        let outcome = matrix.outcome(country: country, good: good)
        bytes += shape.before[0]
        bytes += codes[country]
        bytes += shape.before[1]
        bytes += goods[good]
        bytes += shape.before[2]
        bytes += classes[outcome.class] ?? []
        bytes += shape.before[3]
        if let certainty = certainty(country, good, outcome.class) {
          bytes.append(share: certainty)
        } else {
          bytes += shape.missing
        }
        let shares: [(column: Int, share: Double?)] = [
          (4, outcome.fit.low), (5, outcome.need.low), (6, outcome.precedent),
          (7, outcome.dataQuality),
        ]
        for (column, share) in shares {
          bytes += shape.before[column]
          if let share { bytes.append(share: share) } else { bytes += shape.missing }
        }
        for (column, people) in [(8, outcome.leftOut?.low), (9, outcome.leftOut?.high)] {
          bytes += shape.before[column]
          if let people { bytes.append(whole: people) } else { bytes += shape.missing }
        }
        for flag in 0..<Self.flagCount {
          bytes += shape.before[10 + flag]
          bytes += words[Int(matrix.severity(country: country, good: good, flag: flag).packed)]
        }
        bytes += shape.end
      }
      text += String(decoding: bytes, as: UTF8.self)
    }
  }

  /// Certainty of a pair by its places; nil where there is none.
  func certainty(_ country: Int, _ good: Int, _ shown: VerdictClass) -> Double? {
    shares.indices.contains(country) ? shares[country][good].certainty(of: shown) : nil
  }

  /// A text as it stands in a row of a table.
  private static func field(_ text: String, _ isRaw: Bool) -> String {
    // A second column keeps an empty text from being quoted, as in a row of the matrix.
    let table = ReportTable(
      id: "", title: "", columns: [ReportColumn("a", ""), ReportColumn("b", "")],
      rows: [[.text(text)]])
    return String(table.csv(isRaw: isRaw).dropFirst("a,b\n".count).dropLast(",\n".count))
  }
}

extension [UInt8] {
  /// A figure of six decimals, as `NumberText.raw` writes it.
  ///
  /// Up to fifteen digits the shortest text that reads back as the number is its decimal digits.
  fileprivate mutating func append(share value: Double) {
    let scaled = (value * 1_000_000).rounded()
    if scaled >= 0, scaled < 1e15 {
      let digits = Int(scaled)
      append(digits: digits / 1_000_000)
      append(fraction: digits % 1_000_000)
    } else {
      self += NumberText.raw(scaled / 1_000_000).utf8
    }
  }

  /// A whole number, as `NumberText.raw` writes it.
  fileprivate mutating func append(whole value: Double) {
    let rounded = value.rounded()
    if rounded >= 0, rounded < 1e15 {
      append(digits: Int(rounded))
    } else {
      self += NumberText.raw(rounded).utf8
    }
  }

  private mutating func append(digits value: Int) {
    if value > 9 { append(digits: value / 10) }
    append(0x30 + UInt8(truncatingIfNeeded: value % 10))
  }

  /// The decimals of millionths, without zeros at the end.
  private mutating func append(fraction value: Int) {
    guard value > 0 else { return }
    append(0x2E)
    var rest = value
    var step = 100_000
    while rest > 0 {
      append(0x30 + UInt8(truncatingIfNeeded: rest / step))
      rest %= step
      step /= 10
    }
  }
}
