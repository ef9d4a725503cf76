import Testing

@testable import AtlasModel

@Suite struct VerdictTests {
  /// The rules of fit-model section 5 and of the decisions, said a second time.
  private func expected(_ flags: AssessedFlags, _ fit: Interval) -> [VerdictClass] {
    func rank(_ fit: Double, _ severity: (RiskFlag) -> Severity) -> Int {
      let refused = [FlagID.p1, .p2, .s1].filter { severity(flags[$0]) == .critical }.count
      if refused >= 2 { return 0 }
      let gravest = flags.all.map(severity).max() ?? .none
      let cap = gravest <= .low ? 3 : gravest == .moderate ? 2 : 1
      return min(cap, fit >= 0.7 ? 3 : fit >= 0.5 ? 2 : 1)
    }
    let worst = rank(fit.low) { $0.worst }
    let best = rank(fit.high) { $0.best }
    let isOpen = flags[.e1].worst == .critical || best - worst > 1 || (worst == 0 && best > 0)
    return [isOpen ? .cannotSay : .ranked(worst), .ranked(worst), .ranked(best)]
  }

  private let fits = [
    Interval(0), Interval(0.4999), Interval(0.5), Interval(0.6999), Interval(0.7), Interval(1),
    Interval(0.4, 0.6), Interval(0.4, 0.9), Interval(0.6, 0.9), Interval(0, 1),
  ]

  /// All severities of the three refusing flags, known and unknown, with one more flag and ten fits.
  @Test func tableOfSeveritiesAndFits() {
    let laws: [[String: String]] = [
      ModelFixtures.lawful,
      ["data-protection-law": "enacted", "data-protection-authority": "no"],
      ["data-protection-law": "enacted", "data-protection-authority": "in-law-not-set-up"],
      ["data-protection-law": "draft"], ["data-protection-law": "none"], [:],
    ]
    let voices: [Double?] = [90, 40, 10, nil]
    let indices: [Double?] = [99, 90, 60, 30, 5, nil]
    var seen: Set<VerdictClass> = []
    for sensitivity in [0, 1, 3, 4] {
      for law in laws {
        for voice in voices {
          for index in indices {
            for eGovernment in [0.9, 0.4, 0.3] {
              let place = ModelFixtures.Place(
                ["voice": voice, "cybersecurity": index, "e-government": eGovernment], facts: law)
              let good = ModelFixtures.good {
                $0.demand.curatedSensitivity = sensitivity
                $0.demand.institutional = 4
                $0.declared = ModelFixtures.declarations([.collectsPersonalData: .yes])
              }
              let flags = ModelFixtures.screening(place, good, explains: false).flags
              for fit in fits {
                let verdict = Verdict(flags: flags, fit: fit)
                seen.insert(verdict.class)
                #expect(
                  [verdict.class, verdict.cautious, verdict.hopeful] == expected(flags, fit))
                #expect(!verdict.reason.isEmpty)
              }
            }
          }
        }
      }
    }
    #expect(seen == Set(VerdictClass.allCases))
  }

  @Test func limitsOfEachSeverity() {
    for flag in FlagID.allCases {
      let open = Severity.allCases.map { Verdict.limit($0, of: flag, isMitigable: false) }
      let lowered = Severity.allCases.map { Verdict.limit($0, of: flag, isMitigable: true) }
      #expect(open == (flag == .f1 ? [3, 3, 2, 2, 2] : [3, 3, 2, 1, 1]))
      #expect(lowered == (flag == .f1 ? [3, 3, 2, 2, 2] : [3, 3, 2, 2, 1]))
    }
    #expect(Verdict.adoptFit == 0.7 && Verdict.safeguardsFit == 0.5)
    #expect(Verdict.refusalFlags == [.p1, .p2, .s1] && RefusalPolicy.two.count == 2)
    #expect(VerdictClass.allCases.map(\.rank) == [3, 2, 1, 0, nil])
  }

  private func verdict(_ changes: [String: Double?], _ facts: [String: String]) -> Verdict {
    ModelFixtures.screening(
      ModelFixtures.Place(changes, facts: facts),
      ModelFixtures.good {
        $0.demand.curatedSensitivity = 4
        $0.declared = ModelFixtures.declarations([.collectsPersonalData: .yes])
      }, explains: false
    ).verdict
  }

  @Test func oneCriticalPreparesTwoRefuse() {
    let none = ["data-protection-law": "none"]
    #expect(verdict([:], none).class == .prepareFirst)
    let refused = verdict(["voice": 10], none)
    #expect(refused.class == .notNow)
    #expect(refused.caps.prefix(2).map(\.flag) == [.p1, .p2])
    #expect(refused.caps.first?.limit == .notNow)
    #expect(refused.reason.hasPrefix("Critical together: P1"))
    // Rule of law is no refusing flag.
    #expect(verdict(["rule-of-law": 5], none).class == .prepareFirst)
  }

  @Test func refusalNeedsAssessedEvidence() {
    let open = verdict(["voice": nil], ["data-protection-law": "none"])
    #expect(open.cautious == .notNow && open.hopeful == .prepareFirst)
    #expect(open.class == .cannotSay)
  }

  @Test func lowCapsNothing() {
    let good = ModelFixtures.good {
      $0.declared = ModelFixtures.declarations([.platformIndependent: .unknown])
    }
    let verdict = ModelFixtures.screening(ModelFixtures.Place(), good).verdict
    #expect(verdict.class == .adopt && verdict.caps.isEmpty)
    #expect(verdict.reason == "No open risk above low; fit 1.00, at or above .70.")
  }

  @Test func fitAloneCanHold() {
    let good = ModelFixtures.good()
    let flags = ModelFixtures.screening(ModelFixtures.Place(), good).flags
    #expect(Verdict(flags: flags, fit: Interval(0.6)).reason == "Held by fit 0.60, below .70.")
    #expect(Verdict(flags: flags, fit: Interval(0.3)).reason == "Held by fit 0.30, below .50.")
    #expect(Verdict(flags: flags, fit: Interval(0.6, 0.8)).reason.contains("At best"))
  }
}
