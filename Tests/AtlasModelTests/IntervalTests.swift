import Testing

@testable import AtlasModel

@Suite struct IntervalTests {
  @Test func endsArePutInOrder() {
    #expect(Interval(3, 1) == Interval(1, 3))
    #expect(StepRange(4, 2) == StepRange(2, 4))
    #expect(Interval(2).isPoint && !Interval(1, 2).isPoint)
    #expect(StepRange(2).isPoint && !StepRange.open.isPoint)
  }

  @Test func lesserTakesEachEndApart() {
    #expect(Interval(1, 5).lesser(Interval(2, 3)) == Interval(1, 3))
    #expect(Interval(4, 5).lesser(Interval(2, 3)) == Interval(2, 3))
  }

  @Test func blendWeighsThisRange() {
    let blend = Interval(0, 1).blended(with: Interval(0.5), weight: 0.25)
    #expect(abs(blend.low - 0.375) < 1e-12 && abs(blend.high - 0.625) < 1e-12)
  }
}
