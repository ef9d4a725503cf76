import AtlasScreen
import AtlasTestSupport
import Testing

@testable import AtlasApp

/// Random keys at random sizes never trap and never write outside the screen.
struct RandomKeyTests {
  static let keys: [Key] =
    [
      .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .pageUp,
      .pageDown, .home, .end, .control("u"), .control("l"), .control("p"), .control("r"),
      .function(1),
    ] + "/?sxagGhjklq123456789ewmvpicyuFDCURSLtMdrb=0[]z., uganda:é中".map { Key.character($0) }

  @Test("2,000 random events at random sizes", arguments: [1, 2, 3, 4])
  func randomEventsAreSafe(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var app = try AppDriver()
    for _ in 0..<2_000 {
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<4:
        app.send(
          .resize(
            Size(
              columns: Int.random(in: 0...200, using: &random),
              rows: Int.random(in: 0...60, using: &random))))
      case 4..<8:
        app.send(
          .mouse(
            MouseEvent(
              kind: MouseEvent.Kind.allCases.randomElement(using: &random) ?? .press,
              column: Int.random(in: -2...220, using: &random),
              row: Int.random(in: -2...70, using: &random))))
      case 8: app.send(.paste("kenya\u{1b}[31m\u{202e}x"))
      default: app.send(.key(Self.keys.randomElement(using: &random) ?? .enter))
      }
      let buffer = app.draw()
      #expect(buffer.size == app.state.size)
      for line in buffer.lines {
        #expect(line.columns <= max(0, app.state.size.columns), "seed \(seed)")
        #expect(!line.unicodeScalars.contains { $0.value < 32 }, "seed \(seed)")
      }
    }
  }
}
