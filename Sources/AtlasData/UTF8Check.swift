/// Tells well-formed UTF-8 from the rest, and characters that no data may hold.
enum UTF8Check {
  /// What stands at a byte of value 0x80 or more.
  enum Verdict {
    /// A character of so many bytes.
    case character(Int)
    /// A character that could steer a terminal or turn text around, of so many bytes.
    case forbidden(Int)
    /// Not UTF-8.
    case malformed
  }

  /// Controls (C0, DEL, C1), line and paragraph separators, and characters that override direction.
  static func isForbidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
    default: false
    }
  }

  /// Reads the character of two bytes or more that starts at `start`, with `count` bytes left.
  static func judge(_ start: UnsafePointer<UInt8>, count: Int) -> Verdict {
    let lead = UInt32(start[0])
    let length: Int
    var scalar: UInt32
    let lowest: UInt32
    switch lead {
    case 0xC2...0xDF: (length, scalar, lowest) = (2, lead & 0x1F, 0x80)
    case 0xE0...0xEF: (length, scalar, lowest) = (3, lead & 0x0F, 0x800)
    case 0xF0...0xF4: (length, scalar, lowest) = (4, lead & 0x07, 0x10000)
    default: return .malformed
    }
    guard count >= length else { return .malformed }
    for offset in 1..<length {
      let next = UInt32(start[offset])
      guard next & 0xC0 == 0x80 else { return .malformed }
      scalar = scalar << 6 | (next & 0x3F)
    }
    guard scalar >= lowest, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else {
      return .malformed
    }
    return isForbidden(scalar) ? .forbidden(length) : .character(length)
  }

  /// Byte position of the first thing that is not UTF-8; nil if all is.
  static func firstMalformed(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var position = 0
    while position < bytes.count {
      if base[position] < 0x80 {
        position += 1
        continue
      }
      switch judge(base + position, count: bytes.count - position) {
      case .character(let length), .forbidden(let length): position += length
      case .malformed: return position
      }
    }
    return nil
  }
}
