import AtlasModel
import Testing

@Suite struct DemandTests {
  private func demand(_ change: (inout PublicGood) -> Void) -> Demand {
    Demand(ModelFixtures.good(change: change))
  }

  @Test(arguments: [
    ([Channel.web], 4, 4), ([.smsUSSD], 4, 3), ([.assistedAgent, .smsUSSD], 3, 2),
    ([.offline], 4, 1), ([.offline], 2, 1), ([.offline], 1, 0), ([.assistedAgent], 0, 0),
    ([.offline, .web], 3, 1), ([.featurePhone, .smartphone, .backOffice], 2, 2),
  ])
  func channelsLowerConnectivityForCitizens(channels: [Channel], asked: Int, left: Int) {
    let good = ModelFixtures.good {
      $0.demand.channels = channels
      $0.demand.connectivity = asked
    }
    #expect(Demand(good)[.connectivity] == left)
    var staff = good
    staff.demand.operator = .frontlineStaff
    #expect(Demand(staff)[.connectivity] == asked)
  }

  @Test func affordabilityAndEquityAreForCitizens() {
    func levels(_ worker: Operator, _ connectivity: Int) -> [Int] {
      let found = demand {
        $0.demand.operator = worker
        $0.demand.connectivity = connectivity
        $0.demand.power = 2
      }
      return [found[.affordability], found[.equity]]
    }
    #expect(levels(.citizens, 1) == [0, 2])
    #expect(levels(.citizens, 2) == [2, 2])
    #expect(levels(.citizens, 3) == [3, 3])
    for worker in [Operator.frontlineStaff, .officials, .developers] {
      #expect(levels(worker, 4) == [0, 0])
    }
  }

  @Test func sensitivityIsTheHigherReading() {
    let declared = demand {
      $0.demand.curatedSensitivity = 1
      $0.demand.declaredSensitivity = 3
    }
    #expect(declared[.privacy] == 3 && declared[.security] == 3 && declared.sensitivity == 3)
    let silent = demand {
      $0.demand.curatedSensitivity = 2
      $0.demand.declaredSensitivity = nil
    }
    #expect(silent.sensitivity == 2)
  }

  @Test func collectionIsDeclaredOrTypical() {
    func collects(_ answer: Answer, _ curated: Int) -> Bool {
      demand {
        $0.declared = ModelFixtures.declarations([.collectsPersonalData: answer])
        $0.demand.curatedSensitivity = curated
      }.collectsPersonalData
    }
    #expect(collects(.yes, 0) && collects(.no, 2) && collects(.unknown, 2))
    #expect(!collects(.no, 1) && !collects(.unknown, 1))
  }
}
