import AtlasModel
import Testing

@Suite struct GroupBoundsTests {
  /// Every group and rest on a grid makes a total; the bounds must hold the group's true value.
  @Test func trueValueAlwaysLiesInside() {
    for r in stride(from: 0.05, through: 0.95, by: 0.05) {
      for group in stride(from: 0.0, through: 100, by: 4) {
        for rest in stride(from: 0.0, through: 100, by: 4) {
          let total = r * group + (1 - r) * rest
          let free = GroupBounds.range(total: Interval(total), share: r, atMostTotal: false)
          #expect(free.low <= group + 1e-9 && group <= free.high + 1e-9)
          guard group <= rest else { continue }
          let held = GroupBounds.range(total: Interval(total), share: r, atMostTotal: true)
          #expect(held.low <= group + 1e-9 && group <= held.high + 1e-9)
          guard rest > 0 else { continue }
          let ratio = GroupBounds.ratio(total: total, group: held, share: r)
          #expect(ratio.low <= group / rest + 1e-9 && group / rest <= ratio.high + 1e-9)
        }
      }
    }
  }

  @Test func boundsAreReached() {
    #expect(
      GroupBounds.range(total: Interval(80), share: 0.5, atMostTotal: false) == Interval(60, 100))
    #expect(
      GroupBounds.range(total: Interval(80), share: 0.5, atMostTotal: true) == Interval(60, 80))
    #expect(
      GroupBounds.range(total: Interval(30), share: 0.5, atMostTotal: false) == Interval(0, 60))
    #expect(
      GroupBounds.range(total: Interval(10, 90), share: 0.8, atMostTotal: true) == Interval(0, 90))
  }

  @Test func unknownOrEmptyGroups() {
    #expect(GroupBounds.range(total: Interval(70), share: nil, atMostTotal: true).high == 70)
    #expect(
      GroupBounds.range(total: Interval(70), share: nil, atMostTotal: false) == .percentage)
    #expect(GroupBounds.range(total: Interval(70), share: 0, atMostTotal: true) == Interval(70))
    #expect(GroupBounds.range(total: Interval(70), share: 1, atMostTotal: true) == Interval(70))
  }

  @Test func ratioAtTheEdges() {
    #expect(GroupBounds.ratio(total: 50, group: Interval(50), share: 0.3) == Interval(1))
    #expect(GroupBounds.ratio(total: 40, group: Interval(20), share: 0.5) == Interval(20.0 / 60))
    #expect(GroupBounds.ratio(total: 0, group: Interval(0), share: 0.5) == Interval(1))
    let women = GroupBounds.ratio(total: 30, group: Interval(0, 60), share: 0.5)
    #expect(women.low == 0 && women.high == .infinity)
  }

  @Test func sharesAreThoseOfTheDecisions() {
    #expect(GroupBounds.womenShare == 0.5 && GroupBounds.poorestShare == 0.4)
  }
}
