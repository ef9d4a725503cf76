/// Which model made a number: its version, and a hash of every parameter in it.
public enum ModelIdentity {
  /// Version of the model; raised with every change of rule or parameter.
  public static let version = "1.1.0"

  /// Hash of all ramps, rules and constants (FNV-1a 64), 16 hexadecimal digits.
  public static let hash: String = {
    var text = version
    let tables = [
      ValueFunctions.connectivity, ValueFunctions.citizenSkills, ValueFunctions.staffSkills,
      ValueFunctions.citizenDevices, ValueFunctions.staffDevices, ValueFunctions.power,
      ValueFunctions.affordability, ValueFunctions.privacy, ValueFunctions.security,
      ValueFunctions.institutions,
    ]
    for table in tables {
      for level in table.levels { text += ";\(level.floor),\(level.target)" }
      text += table.supply
    }
    for flag in FlagID.allCases {
      let rule = flag.rule
      text += ";\(flag.rawValue)\(rule.likelihood)\(rule.impact)"
    }
    text += ";\(FitScore.weakestLink),\(FitScore.equityShare)"
    text += ";\(Verdict.adoptFit),\(Verdict.safeguardsFit),\(RefusalPolicy.two.count)"
    text += Verdict.refusalFlags.map(\.rawValue).joined()
    for preset in StaffPreset.allCases { text += ";\(preset.inhabitantsPerStaff)" }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 {
      hash ^= UInt64(byte)
      hash &*= 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }()
}
