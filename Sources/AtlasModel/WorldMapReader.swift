/// Decodes the compact geometry of the map file; every fault gives nil.
struct WorldMapReader {
  /// A part of the file: what its numbers are divided by, and where its rows stand.
  struct Section {
    var scale: Int
    var rows: Int
    var lines: Range<Int>
  }

  let bytes: [UInt8]
  private static let lineFeed = UInt8(ascii: "\n")

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The sections by name; nil if the first line or a section's head is not of the format.
  func sections() -> [String: Section]? {
    guard bytes.starts(with: Array("#world-map 1\n".utf8)) else { return nil }
    var found: [String: Section] = [:]
    var name: String?
    var position = 0
    while position < bytes.count {
      let end = endOfLine(position)
      if bytes[position] == UInt8(ascii: "@") {
        guard let head = head(position + 1..<end) else { return nil }
        name = head.name
        let start = min(end + 1, bytes.count)
        found[head.name] = Section(scale: head.scale, rows: head.rows, lines: start..<start)
      } else if let name, let start = found[name]?.lines.lowerBound {
        found[name]?.lines = start..<min(end + 1, bytes.count)
      }
      position = end + 1
    }
    return found
  }

  private func head(_ line: Range<Int>) -> (name: String, scale: Int, rows: Int)? {
    let words = String(decoding: bytes[line], as: UTF8.self).split(separator: " ")
    func number(_ prefix: String) -> Int? {
      words.first { $0.hasPrefix(prefix) }.flatMap { Int($0.dropFirst(prefix.count)) }
    }
    guard let name = words.first, let scale = number("scale="), let rows = number("rows="),
      (1...10_000).contains(scale), rows >= 0
    else { return nil }
    return (String(name), scale, rows)
  }

  /// The rows of a section of outlines; nil if one is broken or their count differs.
  func shapes(_ section: Section) -> [WorldMap.Shape]? {
    var shapes: [WorldMap.Shape] = []
    var position = section.lines.lowerBound
    while position < section.lines.upperBound {
      let end = min(endOfLine(position), section.lines.upperBound)
      guard let shape = shape(position..<end, scale: section.scale) else { return nil }
      shapes.append(shape)
      position = end + 1
    }
    return shapes.count == section.rows ? shapes : nil
  }

  private func shape(_ line: Range<Int>, scale: Int) -> WorldMap.Shape? {
    guard line.count > 4, bytes[line.lowerBound + 3] == UInt8(ascii: " ") else { return nil }
    let code = String(decoding: bytes[line.prefix(3)], as: UTF8.self)
    var polygons: [WorldMap.Polygon] = []
    var rings: [[WorldMap.Place]] = []
    var start = line.lowerBound + 4
    for position in start...line.upperBound {
      let byte = position < line.upperBound ? bytes[position] : UInt8(ascii: " ")
      guard byte == UInt8(ascii: " ") || byte == UInt8(ascii: "~") else { continue }
      guard let ring = ring(start..<position, scale: scale) else { return nil }
      rings.append(ring)
      start = position + 1
      if byte == UInt8(ascii: " ") {
        polygons.append(WorldMap.Polygon(rings: rings))
        rings = []
      }
    }
    return WorldMap.Shape(iso3: code, polygons: polygons)
  }

  /// One ring: pairs of differences, each zigzag in groups of five bits, low group first.
  private func ring(_ range: Range<Int>, scale: Int) -> [WorldMap.Place]? {
    var ring: [WorldMap.Place] = []
    ring.reserveCapacity(range.count / 3 + 1)
    let step = 1 / Float(scale)
    var (x, y, value, shift) = (0, 0, 0, 0)
    var isLatitude = false
    for byte in bytes[range] {
      let digit = Int(Self.digits[Int(byte)])
      guard digit < 64, shift <= 30 else { return nil }
      value |= (digit & 31) << shift
      shift += 5
      guard digit < 32 else { continue }
      let change = value & 1 == 0 ? value >> 1 : -(value >> 1) - 1
      if isLatitude { y += change } else { x += change }
      guard abs(x) <= 180 * scale, abs(y) <= 90 * scale else { return nil }
      if isLatitude {
        ring.append(WorldMap.Place(longitude: Float(x) * step, latitude: Float(y) * step))
      }
      isLatitude.toggle()
      (value, shift) = (0, 0)
    }
    return isLatitude || shift > 0 || ring.isEmpty ? nil : ring
  }

  private func endOfLine(_ start: Int) -> Int {
    bytes[start...].firstIndex(of: Self.lineFeed) ?? bytes.count
  }

  /// The value of each byte in the alphabet A-Za-z0-9-_; 255 for all others.
  private static let digits: [UInt8] = {
    var table = [UInt8](repeating: 255, count: 256)
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for (value, byte) in letters.utf8.enumerated() { table[Int(byte)] = UInt8(value) }
    return table
  }()
}
