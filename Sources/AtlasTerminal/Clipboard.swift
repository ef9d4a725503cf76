/// Plans how a terminal is asked to put text on its clipboard (OSC 52).
///
/// The request works through ssh, where a local helper would fill the wrong machine's clipboard.
/// Nothing is ever read back, and no answer tells whether the terminal obeyed.
public enum Clipboard {
  /// Most bytes of text that are sent; longer requests are refused by common terminals.
  public static let limit = 74_994

  /// What to do with a request.
  public enum Plan: Hashable, Sendable {
    /// Write these bytes.
    case send([UInt8])
    /// The text has this many bytes too many.
    case tooLong(by: Int)
    /// The terminal is not known to understand the request.
    case unsupported
  }

  /// How a request went.
  public enum Outcome: Hashable, Sendable {
    /// The bytes were written; say "sent to the terminal".
    case sent
    /// The text has this many bytes too many.
    case tooLong(by: Int)
    /// The terminal is not known to understand the request.
    case unsupported
    /// The bytes could not be written.
    case failed
  }

  private static let known = [
    "xterm", "tmux", "screen", "alacritty", "foot", "wezterm", "contour", "rxvt", "st-", "kitty",
    "ghostty", "mintty", "iterm",
  ]

  /// Plans the request for a text, a `TERM` and whether tmux is running.
  ///
  /// tmux takes a request for itself or passes on one that is wrapped, by its settings, so it gets
  /// both; GNU screen passes on wrapped pieces.
  public static func plan(for text: String, term: String, isTmux: Bool) -> Plan {
    guard known.contains(where: term.hasPrefix) else { return .unsupported }
    let bytes = Array(text.utf8)
    guard bytes.count <= limit else { return .tooLong(by: bytes.count - limit) }
    let request = Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
    if isTmux || term.hasPrefix("tmux") {
      let inner = request.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
      return .send(request + Array("\u{1B}Ptmux;".utf8) + inner + [0x1B, 0x5C])
    }
    if term.hasPrefix("screen") {
      var wrapped: [UInt8] = []
      for start in stride(from: 0, to: request.count, by: 240) {
        wrapped += [0x1B, 0x50] + request[start..<min(start + 240, request.count)] + [0x1B, 0x5C]
      }
      return .send(wrapped)
    }
    return .send(request)
  }

  /// Bytes in base64 with padding.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let count = min(3, bytes.count - start)
      var group = 0
      for offset in 0..<3 {
        group = group << 8 | (offset < count ? Int(bytes[start + offset]) : 0)
      }
      for place in 0..<4 {
        result.append(place <= count ? letters[group >> (18 - 6 * place) & 63] : 0x3D)
      }
    }
    return result
  }
}

extension Clipboard.Plan {
  /// What to report for a plan that sends nothing.
  var outcome: Clipboard.Outcome {
    switch self {
    case .send: .sent
    case .tooLong(let excess): .tooLong(by: excess)
    case .unsupported: .unsupported
    }
  }
}
