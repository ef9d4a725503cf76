import Testing

@testable import AtlasModel

struct ChangePlaneTests {
  /// Against all points of a fine grid, for functions that rise from floors, as value functions do.
  @Test(arguments: 0..<20)
  func cheapestIsThatOfAGrid(seed: Int) throws {
    var random = SeededRandom(seed: UInt64(seed) + 1)
    func share() -> Double { Double.random(in: 0...1, using: &random) }
    let floors = (0..<2).map { _ in share() * 4 }
    let rises = (0..<2).map { _ in 0.05 + share() * 0.2 }
    let costs = (0..<2).map { _ in 0.5 + share() * 2 }
    let weight = 0.2 + share() * 0.6
    func fit(_ at: [Double]) -> Double {
      let values = (0..<2).map { min(max(at[$0] - floors[$0], 0) * rises[$0], 1) }
      return 0.5 * (weight * values[0] + (1 - weight) * values[1])
        + 0.5 * min(values[0] + 0.2, values[1] + 0.3, 1)
    }
    let level = 0.3 + share() * 0.3
    func probe(_ at: [Double]) -> ChangeSpace.Probe {
      let slack = fit(at) - level
      return .init(slack: slack, isAllowed: true, severities: [], flips: slack >= -1e-9)
    }
    let plane = ChangePlane(
      costs: costs, breaks: floors.map { [0, $0] }, lengths: [10, 10])
    var grid = Double.infinity
    for first in 0...1000 {
      for second in 0...1000 {
        let at = [Double(first) / 100, Double(second) / 100]
        guard fit(at) >= level else { continue }
        grid = min(grid, costs[0] * at[0] + costs[1] * at[1])
        break
      }
    }
    guard grid.isFinite else {
      #expect(plane.least(probe: probe) == nil)
      return
    }
    let (found, isExact) = try #require(plane.least(probe: probe))
    let cost = costs[0] * found[0] + costs[1] * found[1]
    #expect(isExact && fit(found) >= level - 1e-8)
    #expect(cost <= grid + 1e-9 && cost > grid - 0.03)
  }

  @Test func programmeOfThreeAmounts() throws {
    var programme = DualSimplex(costs: [1, 2, 3], most: [4, 4, 4])
    programme.add([1, 1, 0], least: 5)
    programme.add([0, 1, 1], least: 3)
    let amounts = try #require(programme.solution())
    // 2 of the first and 3 of the second: 8; any exchange costs more.
    #expect(zip(amounts, [2.0, 3, 0]).allSatisfy { ($0 - $1).magnitude < 1e-9 })
    programme.add([1, 1, 1], least: 13)
    #expect(programme.solution() == nil)
  }
}
