import AtlasScreen
import Testing

@Suite struct ScrollStateTests {
  @Test func theSelectionStaysInSight() {
    var scroll = ScrollState()
    scroll.move(by: 12, count: 100, page: 10)
    #expect(scroll.selected == 12 && scroll.offset == 3)
    scroll.move(by: -1, count: 100, page: 10)
    #expect(scroll.offset == 3)
    scroll.moveToStart(count: 100, page: 10)
    #expect(scroll.selected == 0 && scroll.offset == 0)
    scroll.moveToEnd(count: 100, page: 10)
    #expect(scroll.selected == 99 && scroll.offset == 90)
    scroll.movePages(-1, count: 100, page: 10)
    #expect(scroll.selected == 90)
  }

  @Test func aShorterListPullsEverythingBack() {
    var scroll = ScrollState(selected: 50, offset: 45)
    scroll.fit(count: 5, page: 10)
    #expect(scroll.selected == 4 && scroll.offset == 0)
    scroll.fit(count: 0, page: 10)
    #expect(scroll.selected == 0 && scroll.visible(count: 0, page: 10).isEmpty)
  }

  @Test func theWheelDragsTheSelectionAlong() {
    var scroll = ScrollState()
    scroll.scroll(by: 3, count: 100, page: 10)
    #expect(scroll.offset == 3 && scroll.selected == 3)
    scroll.scroll(by: -1, count: 100, page: 10)
    #expect(scroll.offset == 2 && scroll.selected == 3)
  }

  @Test func randomMovesKeepTheInvariants() {
    var random = SampleGenerator(seed: 5)
    var scroll = ScrollState(selected: .max, offset: .max)
    for _ in 0..<5000 {
      let count = Int.random(in: -1...40, using: &random)
      let page = Int.random(in: -1...15, using: &random)
      let step = [-100, -3, -1, 0, 1, 3, 100, .max, .min].randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<5, using: &random) {
      case 0: scroll.move(by: step, count: count, page: page)
      case 1: scroll.movePages(step, count: count, page: page)
      case 2: scroll.scroll(by: step, count: count, page: page)
      case 3: scroll.select(step, count: count, page: page)
      default: scroll.fit(count: count, page: page)
      }
      let rows = scroll.visible(count: count, page: page)
      #expect(rows.upperBound <= max(0, count) && rows.count <= max(0, page))
      #expect(count <= 0 || page <= 0 || rows.contains(scroll.selected))
    }
  }
}
