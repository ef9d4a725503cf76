import AtlasModel
import Testing

@testable import AtlasReport

struct RichTextTests {
  private func parts(_ text: RichText) -> [String] {
    let bytes = Array(text.text.utf8)
    return text.spans.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
  }

  @Test func aFlagOpensWithItsSeverityAndSign() {
    for (text, severity, strong) in [
      ("high P3 No redress", Severity.high, "▲ high"), ("low: words", .low, "◔ low"),
      ("none to critical (not assessed) R3 Staff", .critical, "? none to critical (not assessed)"),
    ] {
      let rich = RichText(text, sources: [], mayBeFlag: true)
      #expect(rich.severity == severity)
      #expect(parts(rich) == [strong])
      #expect(RichText(text, sources: []).severity == nil)
    }
    for text in [
      "highly P3", "none: nothing", "high", "critical risk: no redress", "", "low ZZ9 x",
    ] {
      #expect(RichText(text, sources: [], mayBeFlag: true).severity == nil, "\(text)")
    }
  }

  @Test func onlyKnownSourcesAndPlainAddressesAreLinks() {
    let rich = RichText(
      "é [1] [2] [x] https://example.org/a. javascript:x http://b", sources: [1])
    #expect(parts(rich) == ["[1]", "https://example.org/a", "http://b"])
    #expect(rich.spans.map(\.look) == [.citation(1), .address, .address])
  }
}
