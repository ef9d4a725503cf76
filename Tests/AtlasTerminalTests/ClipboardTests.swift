import Testing

@testable import AtlasTerminal

@Suite struct ClipboardTests {
  private func text(_ plan: Clipboard.Plan) -> String? {
    guard case .send(let bytes) = plan else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
    ("Côte", "Q8O0dGU="),
  ])
  func base64FollowsTheStandard(plain: String, coded: String) {
    #expect(String(decoding: Clipboard.base64(Array(plain.utf8)), as: UTF8.self) == coded)
  }

  @Test func aPlainTerminalGetsOneRequest() {
    let plan = Clipboard.plan(for: "foo", term: "xterm-256color", isTmux: false)
    #expect(text(plan) == "\u{1B}]52;c;Zm9v\u{7}")
  }

  @Test func tmuxGetsItPlainAndWrapped() {
    let plan = Clipboard.plan(for: "foo", term: "screen-256color", isTmux: true)
    #expect(
      text(plan)
        == "\u{1B}]52;c;Zm9v\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zm9v\u{7}\u{1B}\\")
  }

  @Test func screenGetsWrappedPieces() {
    let long = String(repeating: "x", count: 600)
    let plan = text(Clipboard.plan(for: long, term: "screen", isTmux: false)) ?? ""
    let pieces = plan.components(between: "\u{1B}P", and: "\u{1B}\\")
    #expect(pieces.count == 4 && pieces.allSatisfy { $0.utf8.count <= 240 })
    #expect(
      pieces.joined()
        == text(Clipboard.plan(for: long, term: "xterm", isTmux: false)))
  }

  @Test(arguments: ["linux", "vt100", "dumb", ""])
  func otherTerminalsAreNotAsked(term: String) {
    #expect(Clipboard.plan(for: "foo", term: term, isTmux: false) == .unsupported)
  }

  @Test func tooMuchTextIsRefusedWithItsExcess() {
    let full = String(repeating: "a", count: Clipboard.limit)
    #expect(text(Clipboard.plan(for: full, term: "xterm", isTmux: false)) != nil)
    #expect(Clipboard.plan(for: full + "ab", term: "xterm", isTmux: false) == .tooLong(by: 2))
  }
}

extension String {
  /// The parts that stand between two marks.
  fileprivate func components(between start: String, and end: String) -> [String] {
    var parts: [String] = []
    var rest = Substring(self)
    while let open = rest.firstRange(of: start),
      let close = rest[open.upperBound...].firstRange(of: end)
    {
      parts.append(String(rest[open.upperBound..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    return parts
  }
}
