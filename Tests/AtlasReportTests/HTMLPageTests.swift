import AtlasReport
import Testing

struct HTMLPageTests {
  private let document = Document(title: "A & B", sections: [.init("S", [.paragraph("{{style}}")])])

  @Test func aFrameIsFilledOnce() throws {
    let page = try HTMLPage.standard.framed(by: "<t>{{title}}</t>\n{{body}}|{{footer}}|{{style}}")
      .styled(by: "p{color:red}")
    let text = document.html(page)
    #expect(text.hasPrefix("<t>A &amp; B</t>\n<header>"))
    #expect(text.hasSuffix("|p{color:red}\n"))
    // What stands in the report is no placeholder.
    #expect(text.contains("<p>{{style}}</p>"))
  }

  @Test(arguments: [
    ("{{body}}\n\n{{titel}}", 3, "no placeholder {{titel}}"), ("{{body}}\n{{body}}", 2, "twice"),
    ("a\n{{body\n}}", 2, "has no"), ("a\nb", 1, "no {{body}}"),
  ])
  func aFaultOfAFrameHasItsLine(frame: String, line: Int, words: String) {
    let fault = #expect(throws: HTMLPage.Fault.self) {
      try HTMLPage.standard.framed(by: frame)
    }
    #expect(fault?.line == line)
    #expect(fault?.message.contains(words) == true, "\(fault?.message ?? "")")
  }

  @Test func aStyleSheetCannotEndItself() {
    let fault = #expect(throws: HTMLPage.Fault.self) {
      try HTMLPage.standard.styled(by: "p{}\n</STYLE ><script>")
    }
    #expect(fault?.line == 2)
  }
}
