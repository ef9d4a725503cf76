public import AtlasModel

/// What undo covers: the open views, marks, what-if changes and the plan.
///
/// Snapshots are values, so going back is exact; what has not changed is shared between them.
public struct Workspace: Sendable {
  /// Open views, home first, never empty; the last one is shown.
  public internal(set) var trail: [any ExplorerView]
  /// Marked countries and goods, by position, in the order of marking.
  public internal(set) var marks = Marks()
  /// Changes of a what-if.
  public internal(set) var scenario = Scenario()
  /// Pairs that the user chose, with measures and notes.
  public internal(set) var plan: [PlanEntry] = []
  /// What people know better about the plan of a country, by ISO code; goods are in `plan`.
  public internal(set) var planWords: [String: AdoptionPlan] = [:]

  init(trail: [any ExplorerView]) { self.trail = trail }
}

/// Marked rows.
public struct Marks: Sendable, Equatable {
  /// Positions of countries.
  public internal(set) var countries: [Int] = []
  /// Positions of goods.
  public internal(set) var goods: [Int] = []

  /// How many rows are marked.
  public var count: Int { countries.count + goods.count }

  func contains(_ subject: Subject) -> Bool {
    switch subject {
    case .country(let position): countries.contains(position)
    case .good(let position): goods.contains(position)
    default: false
    }
  }

  /// Marks a country or good, or takes its mark away.
  mutating func toggle(_ subject: Subject) {
    switch subject {
    case .country(let position): Self.toggle(position, in: &countries)
    case .good(let position): Self.toggle(position, in: &goods)
    default: break
    }
  }

  private static func toggle(_ position: Int, in list: inout [Int]) {
    if let index = list.firstIndex(of: position) {
      list.remove(at: index)
    } else {
      list.append(position)
    }
  }
}

/// A pair in the plan, with what its user decided about the risks.
public struct PlanEntry: Sendable, Equatable {
  /// ISO 3166-1 alpha-3 code.
  public var iso3: String
  /// Id of the good.
  public var good: String
  /// Ids of the measures taken for it.
  public var measures: [String]
  /// Why it goes ahead although a high or critical flag is open; empty if no such note was needed.
  public var note: String
}

/// Steps back and forth over workspaces.
struct History: Sendable {
  struct Step: Sendable {
    var label: String
    var workspace: Workspace
    /// The verb and what it changes; steps of one slider in a row are one step.
    var target = ""
  }

  /// More steps than anybody goes back; each shares what did not change with the next.
  private static let limit = 100
  private(set) var past: [Step] = []
  private(set) var future: [Step] = []

  /// Keeps a workspace before a verb changes it; false if the step before it covers the same slider.
  mutating func record(_ workspace: Workspace, before label: String, _ call: Call) -> Bool {
    let target = Self.target(call)
    if !target.isEmpty, future.isEmpty, past.last?.target == target { return false }
    past.append(Step(label: label, workspace: workspace, target: target))
    if past.count > Self.limit { past.removeFirst() }
    future = []
    return true
  }

  private static func target(_ call: Call) -> String {
    call.slider.isEmpty ? "" : ([call.id.rawValue[...]] + call.slider).joined(separator: " ")
  }

  /// Drops the newest step, when what it was kept for changed nothing.
  mutating func forget() { _ = past.popLast() }

  /// The workspace before the newest step; the present one is kept for `redo`.
  mutating func undo(_ present: Workspace) -> Step? {
    guard let step = past.popLast() else { return nil }
    future.append(Step(label: step.label, workspace: present))
    return step
  }

  mutating func redo(_ present: Workspace) -> Step? {
    guard let step = future.popLast() else { return nil }
    past.append(Step(label: step.label, workspace: present))
    return step
  }
}
