import Testing

@testable import AtlasModel

@Suite struct ValueFunctionTests {
  @Test(arguments: [
    (30.0, 80.0, 20.0, 0.0), (30, 80, 30, 0), (30, 80, 55, 0.5), (30, 80, 80, 1), (30, 80, 99, 1),
    (10, 2, 12, 0), (10, 2, 10, 0), (10, 2, 6, 0.5), (10, 2, 2, 1), (10, 2, 0, 1),
    (-20, 20, 0, 0.5), (70, 99, 84.5, 0.5),
  ])
  func rampIsClamped(floor: Double, target: Double, supply: Double, expected: Double) {
    #expect(abs(ValueFunction(floor, target).adequacy(supply) - expected) < 1e-12)
  }

  @Test func fallingRampTurnsTheRange() {
    let range = ValueFunctions.affordability.levels[0].adequacy(Interval(4, 8))
    #expect(range == Interval(0.25, 0.75))
  }

  @Test func stepsAreThoseOfTheDocument() {
    func pairs(_ table: ValueFunctions.Table) -> [[Double]] {
      table.levels.map { [$0.floor, $0.target] }
    }
    #expect(pairs(ValueFunctions.connectivity) == [[30, 80], [10, 45], [20, 65], [35, 75]])
    #expect(pairs(ValueFunctions.citizenSkills) == [[30, 60], [40, 75], [55, 90], [45, 75]])
    #expect(pairs(ValueFunctions.staffSkills) == [[20, 45], [30, 55], [40, 65], [45, 75]])
    #expect(pairs(ValueFunctions.citizenDevices) == [[30, 80], [10, 45], [20, 60], [1, 15]])
    #expect(pairs(ValueFunctions.staffDevices) == Array(repeating: [30, 80], count: 4))
    #expect(pairs(ValueFunctions.power) == [[10, 50], [25, 75], [45, 90], [70, 99]])
    #expect(pairs(ValueFunctions.affordability) == Array(repeating: [10, 2], count: 4))
    #expect(pairs(ValueFunctions.privacy) == [[-20, 20], [0, 40], [20, 60], [35, 75]])
    #expect(pairs(ValueFunctions.security) == [[-20, 20], [0, 40], [20, 55], [40, 85]])
    #expect(pairs(ValueFunctions.institutions) == [[0, 25], [15, 40], [25, 55], [40, 70]])
  }

  @Test func ladderNeverRisesWithTheLevel() {
    // At 50 the ramps alone give .4, 1, .667, .375; each level counts those below it.
    let ladder = ValueFunctions.ladder(ValueFunctions.connectivity, Interval(50))
    let expected = [1, 0.4, 0.4, 0.4, 0.375]
    for (found, wanted) in zip(ladder, expected) {
      #expect(abs(found.low - wanted) < 1e-12 && found.isPoint)
    }
    #expect(ladder.count == 5)
  }
}
