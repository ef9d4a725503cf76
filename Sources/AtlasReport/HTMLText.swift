/// Text from data inside HTML.
enum HTMLText {
  /// The text with all markup escaped, for attributes, titles and drawings.
  static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    append(PlainText.clean(text).unicodeScalars[...], to: &result)
    return String(result)
  }

  /// The text with all markup escaped and what is written from right to left set apart, so that it
  /// does not reorder its neighbours.
  static func escaped(_ text: String) -> String {
    let scalars = PlainText.clean(text).unicodeScalars
    guard scalars.contains(where: isRightToLeft) else { return plain(text) }
    var result = String.UnicodeScalarView()
    var rest = scalars[...]
    while let start = rest.firstIndex(where: isRightToLeft) {
      append(rest[..<start], to: &result)
      let run = rightToLeftRun(rest[start...])
      result.append(contentsOf: "<bdi>".unicodeScalars)
      append(run, to: &result)
      result.append(contentsOf: "</bdi>".unicodeScalars)
      rest = rest[run.endIndex...]
    }
    append(rest, to: &result)
    return String(result)
  }

  /// A page as a link; what is no plain web address is only text.
  static func link(_ address: String) -> String {
    guard isWebAddress(address) else { return escaped(address) }
    let text = plain(address)
    return "<a href=\"\(text)\" rel=\"noreferrer\">\(text)</a>"
  }

  /// Whether a text is an address that may be followed: http or https, printable ASCII.
  static func isWebAddress(_ text: String) -> Bool {
    let isWeb = text.hasPrefix("https://") || text.hasPrefix("http://")
    let host = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first
    return isWeb && host?.isEmpty == false
      && text.utf8.allSatisfy { byte in
        byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
      }
  }

  /// From the first right-to-left letter to the last before a letter of another direction.
  private static func rightToLeftRun(
    _ text: Substring.UnicodeScalarView
  ) -> Substring.UnicodeScalarView {
    var end = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let scalar = text[index]
      let next = text.index(after: index)
      if isRightToLeft(scalar) {
        end = next
      } else if scalar.properties.isAlphabetic || ";,:()[]".unicodeScalars.contains(scalar) {
        break
      }
      index = next
    }
    return text[..<end]
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
      0x1E800...0x1EFFF:
      true
    default: false
    }
  }

  private static func append(
    _ text: Substring.UnicodeScalarView, to result: inout String.UnicodeScalarView
  ) {
    for scalar in text {
      switch scalar {
      case "&": result.append(contentsOf: "&amp;".unicodeScalars)
      case "<": result.append(contentsOf: "&lt;".unicodeScalars)
      case ">": result.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
      case "'": result.append(contentsOf: "&#39;".unicodeScalars)
      default:
        // HTML forbids what Unicode keeps for no character.
        let value = scalar.value
        let isForbidden = value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(value)
        result.append(isForbidden ? "\u{FFFD}" : scalar)
      }
    }
  }
}
